"""The check of a built site: every kind of reference, fragments, feeds, manifest, sizes, and addresses that vanish."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path

import pytest

from partnership.language import set_language
from partnership.problems import Problem
from partnership.publishing import output_checks
from partnership.publishing.built_site import BuiltSite
from partnership.publishing.links import check_links
from partnership.publishing.output_checks import check_soundness
from partnership.publishing.result import condensed
from partnership.publishing.url_stability import read_manifest, vanished, vanished_problems, without_dropped

SITE = "https://a.example/p"


@pytest.fixture(autouse=True)
def english() -> None:
    """Messages are asserted in English."""
    set_language("en")


def made(root: Path, **files: str | bytes) -> BuiltSite:
    """Return a site of files: ``a_index_html`` is ``a/index.html``; its manifest is true."""
    listed = {}
    for name, content in files.items():
        head, _dot, ending = name.rpartition("_")
        path = root / (head.replace("_", "/") + "." + ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(data)
        address = "/" + str(path.relative_to(root)).removesuffix("index.html")
        listed[address] = blake2b(data, digest_size=20).hexdigest()
    (root / "publikacja.json").write_text(json.dumps({"version": 1, "addresses": listed}))
    return BuiltSite(root, SITE)


def broken(root: Path, html: str) -> list[tuple[str, str]]:
    """Return (code, hint) of what is wrong with references on the page ``/p/a/``."""
    site = made(
        root, index_html="<h1 id=top2>x</h1>", a_index_html=html, b_index_html="<h2 id='część'>x</h2><a name=old></a>",
        m_jpg=b"x", s_css="a{background:url(m.jpg)}", rss_xml="<rss/>",
    )  # fmt: skip
    problems, _redirects = check_links(site)
    return [(one.code, one.hint) for one in problems if one.path == "/a/"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/p/">x</a>', '<a href="/p/b/">x</a>', '<a href="../b/">x</a>', '<a href="#self" id=self>x</a>',
        '<a href="/p/b/#część">x</a>', '<a href="/p/b/#cz%C4%99%C5%9B%C4%87">x</a>', '<a href="/p/b/#old">x</a>',
        '<a href="/p/b/?q=1#część">x</a>', '<a href="#top">x</a>', '<a href="#">x</a>',
        '<a href="/p/b/#:~:text=x">x</a>',
        '<a href="https://a.example/p/b/">x</a>', '<a href="https://other.example/x">x</a>',
        '<a href="mailto:a@b.c">x</a>',
        '<a href="tel:+48123">x</a>', '<img src="/p/m.jpg" srcset="/p/m.jpg 480w, ../m.jpg 2x">', '<img src="data:,x">',
        '<link rel="alternate" href="/p/rss.xml">', '<link rel="preconnect" href="https://a.example/nowhere">',
        '<meta property="og:image" content="https://a.example/p/m.jpg">', '<form action="/p/b/"></form>',
        '<svg><use xlink:href="/p/m.jpg#i"/></svg>', '<a href="/p/m.jpg#x">x</a>', "<p>no link</p>",
        '<meta http-equiv="refresh" content="0; url=/p/b/">', '<link rel="stylesheet" href="/p/s.css">',
    ],
)  # fmt: skip
def test_references_that_lead_somewhere(tmp_path: Path, html: str) -> None:
    """What leads somewhere, or is not ours to judge, is right."""
    assert broken(tmp_path, html) == []


@pytest.mark.parametrize(
    ("html", "code", "hint"),
    [
        ('<a href="/p/zzzz/">x</a>', "broken-link", "correct the address or remove the link"),
        ('<a href="/p/b">x</a>', "broken-link", "write a slash at its end: /b/"),
        ('<a href="/b/">x</a>', "broken-link", "correct the address or remove the link"),
        ('<a href="https://a.example/elsewhere/">x</a>', "broken-link", "correct the address or remove the link"),
        ('<a href="http://[::1">x</a>', "broken-link", "correct the address or remove the link"),
        ('<a href="/p/b/#czesc">x</a>', "broken-fragment", "did you mean “#część”?"),
        ('<a href="#zzz">x</a>', "broken-fragment", "remove what follows the # sign"),
        ('<img src="/p/brak-obrazu.webp">', "broken-link", "correct the address or remove the link"),
        ('<source srcset="/p/m.jpg 480w, /p/n.jpg 800w">', "broken-link", "did you mean “/m.jpg”?"),
        ('<a href=" JavaScript:alert(1)">x</a>', "script-link", "give it an address"),
        ('<meta http-equiv="Refresh" content="0;url=/p/zzzzzz/">', "broken-link",
         "correct the address or remove the link"),
        ('<meta property="og:url" content="https://a.example/p/zzzzz/">', "broken-link",
         "correct the address or remove the link"),
    ],
)  # fmt: skip
def test_broken_references(tmp_path: Path, html: str, code: str, hint: str) -> None:
    """Each kind of reference that leads nowhere is told, with the nearest address where one is near."""
    assert broken(tmp_path, html) == [(code, hint)]


def test_style_sheets_and_redirects(tmp_path: Path) -> None:
    """Pictures of style sheets are followed; pages that redirect are named with their targets."""
    site = made(tmp_path, s_css="a{background:url('brak.png')}",
                old_index_html='<meta http-equiv="refresh" content="0; url=/p/new/">', new_index_html="x")  # fmt: skip
    problems, redirects = check_links(site)
    assert [one.path for one in problems] == ["/s.css"]
    assert redirects == {"/old/": "/new/"}


@pytest.mark.parametrize("address", [SITE, f"{SITE}/", f"{SITE}#top", "/p"])
def test_the_address_of_the_settings_is_the_home_page(tmp_path: Path, address: str) -> None:
    """It has no slash at its end there, and people copy it so."""
    site = made(tmp_path, index_html=f'<a href="{address}">Home</a>', x_index_html=f'<a href="{address}">Home</a>')
    assert check_links(site)[0] == []
    assert check_links(made(tmp_path, index_html=f'<a href="{SITE}a">Other</a>'))[0]


def test_one_mistake_of_many_pages_is_told_of_a_few() -> None:
    """A broken link in the foot of a thousand pages is not a thousand lines."""
    problems = [Problem(path=f"/{number}/", code="x", message="Broken", hint="") for number in range(1000)]
    told = list(condensed(problems))
    assert [one.message for one in told] == ["Broken", "Broken", "Broken (here and in 997 more places)"]
    assert len(list(condensed(problems[:3]))) == 3


ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
RSS = "<rss><channel>{}</channel></rss>"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("rss_xml", RSS.format("<item><guid>1</guid><link>https://a.example/p/</link></item>"), ""),
        ("rss_xml", "<rss><channel>", "Premature end"),
        ("rss_xml", RSS.format("<item><title>x</title></item>"), "an entry has no id"),
        ("rss_xml", RSS.format("<item><guid>1</guid></item>" * 2), "two entries have one id"),
        ("rss_xml", RSS.format("<item><guid>1</guid><link>https://a.example/p/x/</link></item>"), "it leads to /x/"),
        ("atom_xml", ATOM.format('<entry><id>1</id><link href="https://a.example/p/x/"/></entry>'), "it leads to /x/"),
        ("atom_xml", ATOM.format('<entry><id>1</id><link href="https://b.example/x/"/></entry>'), ""),
        ("feed_json", '{"items": [{"id": "1", "url": "https://a.example/p/"}]}', ""),
        ("feed_json", "{}", "it has no list of entries"),
        ("feed_json", "{", "Expecting"),
        ("k_ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", ""),
        ("k_ics", "BEGIN:VCALENDAR\r\n", "it is no calendar"),
        ("x_opml", '<opml><outline xmlUrl="https://a.example/p/zzz.xml"/></opml>', "it leads to /zzz.xml"),
        ("sitemap_xml", SITEMAP.format("<url><loc>https://a.example/p/z/</loc></url>"), "it leads to /z/"),
        ("other_xml", "<x/>", ""),
    ],
)  # fmt: skip
def test_feeds_and_calendars(tmp_path: Path, name: str, content: str, reason: str) -> None:
    """What programs read must be readable, lead somewhere, and name each entry once."""
    files = {"index_html": "x", name: content}
    problems = check_soundness(made(tmp_path, **files))
    assert [reason in one.message for one in problems] == ([True] if reason else []), problems


def test_manifest_must_be_true(tmp_path: Path) -> None:
    """A file that is not listed, one that differs, and a manifest that is none: each is told."""
    site = made(tmp_path, index_html="x", a_txt="y")
    assert check_soundness(site) == []
    (tmp_path / "a.txt").write_text("z")
    (tmp_path / "b.txt").write_text("z")
    site = BuiltSite(tmp_path, SITE)
    assert check_soundness(site)[0].message.endswith("/b.txt, /a.txt")
    (tmp_path / "publikacja.json").write_text("[]")
    assert [one.code for one in check_soundness(site)] == ["wrong-manifest"]


def test_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no host or no phone would take is told."""
    site = made(tmp_path, index_html="x" * 100, a_bin=b"x" * 1000)
    monkeypatch.setattr(output_checks, "MAX_PAGE", 50)
    monkeypatch.setattr(output_checks, "MAX_FILE", 900)
    monkeypatch.setattr(output_checks, "MAX_SITE", 120)
    assert [one.path for one in check_soundness(site) if one.code == "too-large"] == ["/a.bin", "/", "/"]


def test_vanished_addresses() -> None:
    """Redirects keep what lies in their folder; files that change their names do not count; consent is by name."""
    before = [
        "/a/",
        "/a/rss.xml",
        "/b/",
        "/b/x/",
        "/theme/css/site.1.css",
        "/media/p/1-480.webp",
        "/publikacja.json",
        "/c/",
    ]
    gone = vanished(before, ["/a/", "/c/"], ["/a/"])
    assert gone == ["/b/", "/b/x/"]
    assert without_dropped(gone, ["/b/"]) == []
    assert without_dropped(gone, ["b/x/"]) == ["/b/"]
    assert [one.path for one in vanished_problems(gone, ["/a/"])] == gone


def test_feeds_of_a_page_that_vanishes_are_told_with_it() -> None:
    """An alias or a drop of the page covers its folder; other files and feeds of a page that stays are told."""
    gone = ["/b/", "/b/atom.xml", "/c/rss.xml", "/media/plan.pdf"]
    told = vanished_problems(gone, ["/c/"])
    assert [one.path for one in told] == ["/b/", "/c/rss.xml", "/media/plan.pdf"]
    assert "visible text names it" in told[2].hint and "aliases" in told[0].hint
    assert without_dropped(gone, ["/b/"]) == ["/c/rss.xml", "/media/plan.pdf"]


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"addresses": 1}', b"\xff"])
def test_manifest_that_is_none(data: bytes) -> None:
    """A branch without our manifest is taken as one that promises nothing."""
    assert read_manifest(data) is None
