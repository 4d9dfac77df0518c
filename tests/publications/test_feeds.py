"""Feeds: what each holds, in which order, and that they stay valid whatever editors write."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from partnership.publications.feed import Feed
from partnership.publications.feed_json import json_feed, json_item
from partnership.publications.feed_xml import atom_entry, atom_feed, rss_feed, rss_item
from partnership.records.fields import Moment
from partnership.subscriptions.entries import Entry, clean, one_line, stamp, tag_uri
from tests.support.publications import Published
from tests.support.searches import examples
from tests.support.site import Site

FORMATS = ("rss.xml", "atom.xml")


def test_every_address_of_the_contract_has_three_feeds(site: Site) -> None:
    """Everything, sections, labels of posts, groups, types, services, counties and county-service pairs."""
    site.post("a", category="Prawo", tags=["Ustawa"], author="Jan Nowak")
    site.working_group("kadry")
    site.institution("pup-bochnia")
    published = Published(site, "feeds")
    for folder in (
        "/",
        "/aktualnosci/",
        "/raporty/",
        "/spotkania/",
        "/aktualnosci/kategoria/prawo/",
        "/aktualnosci/temat/ustawa/",
        "/aktualnosci/autor/jan-nowak/",
        "/grupy-robocze/kadry/",
        "/instytucje/typ/labour-office/",
        "/uslugi/posrednictwo/",
        "/powiaty/krakow/",
        "/powiaty/krakow/uslugi/posrednictwo/",
    ):
        for name in ("rss.xml", "atom.xml", "feed.json"):
            assert folder + name in published, folder + name


def test_entries_are_whole_and_newest_first(site: Site) -> None:
    """Full content with absolute links, summary, author, categories, and the order of publication."""
    site.post("stary", title="Stary", date="2025-05-01")
    site.page("kontakt", title="Kontakt")
    site.post(
        "nowy",
        "Zobacz [kontakt](../pages/kontakt.md) i [dział](#dalej).\n\n## Dalej\n\nKoniec.",
        title="Nowy",
        date="2026-02-01 09:30",
        summary="W skrócie.",
        author="Zespół",
        category="Prawo",
        tags=["ustawa"],
    )
    published = Published(site, "feeds")
    for name in FORMATS:
        feed = published.feed(f"/{name}")
        assert [entry.title for entry in feed.entries] == ["Nowy", "Stary"]
        entry = feed.entries[0]
        assert entry.id == "tag:partnership.example,2000:news/nowy"
        assert entry.link == "https://partnerstwo.example/aktualnosci/2026/nowy/"
        assert entry.published.endswith("+0100") or entry.published.endswith("+01:00")
        assert entry.author == "Zespół"
        assert {tag.term for tag in entry.tags} == {"Prawo", "ustawa"}
        html = entry.content[0].value
        assert 'href="https://partnerstwo.example/kontakt/"' in html
        assert 'href="https://partnerstwo.example/aktualnosci/2026/nowy/#dalej"' in html
        assert entry.summary == "W skrócie."
    item = published.json("/feed.json")["items"][0]
    assert (item["title"], item["summary"], item["tags"]) == ("Nowy", "W skrócie.", ["Prawo", "ustawa"])


def test_enclosures_keep_type_and_length(site: Site) -> None:
    """Atom and JSON Feed carry every file, RSS the first, each with media type and size in bytes."""
    site.write("content/media/a.csv", "x;y\n")
    site.write("content/media/b.txt", "tekst")
    files = [{"file": "../media/a.csv", "title": "Tabela"}, {"file": "../media/b.txt", "title": "Tekst"}]
    site.post("z-plikami", attachments=files)
    published = Published(site, "feeds")
    atom = [one for one in published.feed("/atom.xml").entries[0].links if one.rel == "enclosure"]
    assert [(one.type, one.length) for one in atom] == [("text/csv", "4"), ("text/plain", "5")]
    rss = published.feed("/rss.xml").entries[0].enclosures
    assert [(one.type, one.length) for one in rss] == [("text/csv", "4")]
    assert published.json("/feed.json")["items"][0]["attachments"][1]["size_in_bytes"] == 5


def test_ids_survive_a_new_title_address_and_domain(site: Site) -> None:
    """A reader shows nothing twice: the id depends on kind and file name only."""
    site.post("wpis", title="Pierwszy tytuł")
    before = {one.id for one in Published(site, "feeds").feed("/rss.xml").entries}
    site.post("wpis", title="Drugi tytuł", slug="inny-adres", date="2026-01-16")
    after = Published(site, "feeds", site_url="https://inna.example/serwis").feed("/rss.xml").entries
    assert {one.id for one in after} == before
    assert after[0].link == "https://inna.example/serwis/aktualnosci/2026/inny-adres/"


def test_updated_is_true_and_never_the_clock(site: Site) -> None:
    """An entry's and a feed's ``updated`` come from content; posts of one day keep different times of that day."""
    site.post("a", date="2026-01-15", modified="2026-01-20 12:00")
    site.post("b", date="2026-01-15")
    published = Published(site, "feeds")
    feed = published.feed("/atom.xml")
    assert feed.feed.updated == "2026-01-20T12:00:00+01:00"
    stamps = {entry.updated for entry in feed.entries}
    assert len(stamps) == 2
    assert all(entry.published.startswith("2026-01-15T00:") for entry in feed.entries)
    assert published.bytes("/atom.xml") == Published(site, "feeds", build_date=date(2026, 4, 1)).bytes("/atom.xml")


def test_an_empty_site_has_valid_feeds(site: Site) -> None:
    """Without a post the wide feeds are empty and valid; a narrow one tells what it will bring."""
    published = Published(site, "feeds")
    for name in FORMATS:
        feed = published.feed(f"/{name}")
        assert not feed.entries
        assert feed.feed.title == "Partnerstwo"
    assert published.json("/feed.json")["items"] == []
    waiting = published.feed("/powiaty/krakow/uslugi/posrednictwo/rss.xml").entries
    assert [entry.title for entry in waiting] == ["Obserwujesz: Pośrednictwo pracy, Kraków"]


def test_feeds_name_themselves_their_page_and_their_language(site: Site) -> None:
    """Self and alternate links, language, and a guid that is no address."""
    site.post("a")
    published = Published(site, "feeds")
    atom = published.feed("/aktualnosci/atom.xml")
    links = {one.rel: one.href for one in atom.feed.links}
    assert links["self"] == "https://partnerstwo.example/aktualnosci/atom.xml"
    assert links["alternate"] == "https://partnerstwo.example/aktualnosci/"
    assert atom.feed.language == "pl"
    rss = published.text("/aktualnosci/rss.xml")
    assert "<link>https://partnerstwo.example/aktualnosci/</link>" in rss
    assert '<guid isPermaLink="false">tag:partnership.example,2000:news/a</guid>' in rss
    assert published.feed("/aktualnosci/rss.xml").feed.language == "pl"


def test_older_entries_stay_on_archive_pages(site: Site) -> None:
    """RFC 5005: from the feed a reader walks back and meets every entry; full pages stay as they are."""
    for number in range(1, 8):
        site.post(f"wpis-{number}", title=f"Wpis {number}", date=f"2026-01-{number:02}")
    published = Published(site, "feeds", feed_length=3)
    met: list[str] = []
    address = "/aktualnosci/atom.xml"
    while address:
        feed = published.feed(address)
        met += [entry.title for entry in feed.entries]
        links = {one.rel: one.href for one in feed.feed.links}
        if address != "/aktualnosci/atom.xml":
            assert links["current"].endswith("/aktualnosci/atom.xml")
            assert b"archive/>" in published.bytes(address)
        address = links.get("prev-archive", "").removeprefix("https://partnerstwo.example")
    assert list(dict.fromkeys(met)) == [f"Wpis {number}" for number in range(7, 0, -1)]
    first = published.bytes("/aktualnosci/atom-1.xml")
    site.post("wpis-8", title="Wpis 8", date="2026-01-08")
    again = Published(site, "feeds", feed_length=3)
    assert again.bytes("/aktualnosci/atom-1.xml") == first
    assert again.json("/aktualnosci/feed.json")["next_url"].endswith("/aktualnosci/feed-2.json")
    assert 'rel="prev-archive"' in again.text("/aktualnosci/rss.xml")


def test_a_topic_that_names_a_county_or_service_brings_a_post_there(site: Site) -> None:
    """A post on „powiat bocheński” and „Pośrednictwo pracy” is in the feeds of both and of the pair."""
    site.post("a", title="O pośrednictwie", tags=["powiat bocheński", "Pośrednictwo pracy"])
    site.post("b", title="O czym innym")
    published = Published(site, "feeds")
    for folder in (
        "/powiaty/powiat-bochenski/",
        "/uslugi/posrednictwo/",
        "/powiaty/powiat-bochenski/uslugi/posrednictwo/",
    ):
        assert published.titles(f"{folder}rss.xml") == ["O pośrednictwie"]


def test_meetings_and_reports_are_told_whole(site: Site) -> None:
    """Time, place, agenda and decisions of a meeting; method, findings and recommendations of a report."""
    site.working_group("kadry")
    site.meeting("s", starts="2026-02-10 10:00", ends="2026-02-10 12:00", place="Kraków", agenda=["Otwarcie"],
                 decisions=["Zgoda"], group="kadry", held="cancelled", title="Rada")  # fmt: skip
    site.report("r", method="Wywiady", findings=["Wniosek"], recommendations=[{"text": "Działać", "state": "done"}])
    published = Published(site, "feeds")
    meeting = published.feed("/grupy-robocze/kadry/atom.xml").entries[0]
    assert meeting.title == "Odwołane: Rada"
    for told in ("10.00–12.00", "Kraków", "Otwarcie", "Zgoda"):
        assert told in meeting.content[0].value
    report = published.feed("/raporty/atom.xml").entries[0]
    for told in ("Wywiady", "Wniosek", "Działać (wykonana)"):
        assert told in report.content[0].value


def test_an_unchanged_feed_is_not_made_again(site: Site) -> None:
    """The inputs of a feed are its head and its entries' digests, so an edit elsewhere leaves them equal."""
    site.post("a", category="Prawo")
    site.post("b", category="Rynek pracy")
    before = Published(site, "feeds").items
    site.post("b", "Inna treść.", category="Rynek pracy")
    after = Published(site, "feeds").items
    changed = {address for address in after if after[address].inputs != before[address].inputs}
    assert "/aktualnosci/kategoria/prawo/rss.xml" not in changed
    assert {"/rss.xml", "/aktualnosci/kategoria/rynek-pracy/rss.xml"} <= changed


ODD = ["Emoji 🎉 i \x07 dzwonek", "]]> & <b>", "\u200b\ufeff", "a" * 390, "„cudzysłów” – NBSP\u00a0r."]


@pytest.mark.parametrize("title", ODD)
def test_odd_titles_and_texts_give_valid_feeds(title: str) -> None:
    """Control characters, emoji, markup and the end of CDATA in titles and text."""
    _check_entry(title)


@examples(60)
@given(st.text(min_size=1, max_size=60))
def test_any_text_gives_valid_feeds(text: str) -> None:
    """Whatever characters a title or a text holds, all three formats parse and give it back."""
    _check_entry(text)


def _as_html(text: str) -> str:
    """Return what an eye sees of a text that is taken for HTML: tags vanish, references become characters."""
    seen: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            seen.append(data)

    parser = Reader(convert_charrefs=True)
    parser.feed(text)
    parser.close()
    return "".join(seen)


def _check_entry(text: str) -> None:
    title = one_line(text) or "Bez tytułu"
    identifier = tag_uri("example.org,2020", "news/x")
    moment = stamp(Moment.parse("2026-01-15"), identifier)
    entry = Entry(
        id=identifier, title=title, url="https://partnerstwo.example/x/", published=moment, updated=moment,
        html=f"<p>{clean(text)}</p>", summary=title, authors=(title,), categories=(title,),
    )  # fmt: skip
    feed = Feed(
        id=tag_uri("example.org,2020", "feeds"), title=title, description=title, folder="/", page="/",
        site_url="https://partnerstwo.example", publisher="Urząd", lang="pl", since="2020-01-01",
    )  # fmt: skip
    rss = etree.fromstring(rss_feed(feed, [rss_item(entry)], moment))
    for part in ("title", "description"):
        told = rss.findtext(f"channel/item/{part}") or ""
        assert _as_html(told) == title, "a reader that takes it for HTML shows the words as they were written"
    atom = etree.fromstring(atom_feed(feed, [atom_entry(entry)], moment))
    assert atom.findtext("{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}title") == title
    import json

    assert json.loads(json_feed(feed, [json_item(entry)]))["items"][0]["title"] == title


def test_pictures_stand_in_entries_at_their_full_address(site: Site) -> None:
    """The post's picture and one in its text: absolute, with their description, in plain HTML that readers show."""
    site.write("content/media/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"></svg>')
    site.post(
        "a", 'Tekst.\n\n![W tekście](../media/a.svg "Podpis")', image={"src": "../media/a.svg", "alt": "Na górze"}
    )
    published = Published(site, "feeds")
    html = published.feed("/atom.xml").entries[0].content[0].value
    assert html.count('src="https://partnerstwo.example/media/a.svg"') == 2
    assert 'alt="Na górze"' in html and "<figcaption>Podpis</figcaption>" in html
    assert "srcset" not in html and "loading" not in html
    assert published.json("/feed.json")["items"][0]["image"] == "https://partnerstwo.example/media/a.svg"


def test_a_link_to_what_is_not_published_becomes_text(site: Site) -> None:
    """A draft has no address; the words of the link stay."""
    site.post("szkic", state="draft")
    site.post("a", "Zobacz [szkic](szkic.md) w całości.")
    html = Published(site, "feeds").feed("/atom.xml").entries[0].content[0].value
    assert "Zobacz szkic w całości." in html.replace("\u00a0", " ") and "about:gone" not in html
