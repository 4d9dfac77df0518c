"""A file in the wrong folder, or in the wrong form, is one mistake, and one message says where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.catalogue.linking import link
from partnership.records.figures_csv import COLUMNS
from partnership.settings import Settings
from tests.support.site import Site

PROFILE = {
    "name": "Partnerstwo nad Rzeką",
    "region": {"name": "Nadrzecze", "genitive": "Nadrzecza", "locative": "w Nadrzeczu", "adjective": "nadrzeczny"},
    "time_zone": "Europe/Warsaw",
    "feed_authority": "nadrzecze.example",
    "feed_since": 2020,
}
FIGURE = ",".join(COLUMNS) + "\n1201,stopa,,2024,5.1,,gus,\n"


def told(site: Site, severity: str = "error") -> list[tuple[str, str, str | None]]:
    """Return file, code and suggestion of all problems of a severity."""
    problems = link(Settings(content=site.content, data=site.data)).problems
    root = str(site.root)
    return [
        (one.path.removeprefix(f"{root}/"), one.code, one.suggestion) for one in problems if one.severity == severity
    ]


def move(site: Site, old: str, new: str) -> None:
    """Move a file of the site, as the message says."""
    target = site.root / new
    target.parent.mkdir(parents=True, exist_ok=True)
    Path(site.root / old).rename(target)


@pytest.mark.parametrize("folder", ["figures", "institutions", "other"])
@pytest.mark.parametrize("name", ["indicators.yaml", "sources.yaml", "counties.yaml", "services.yaml"])
def test_a_file_in_another_folder_is_told_alone(site: Site, name: str, folder: str) -> None:
    """Not what refers to it, nor that it is missing; in its place all is well."""
    site.write("data/figures/a.csv", FIGURE)
    indicator = {"id": "stopa", "name": "Stopa", "unit": "%", "decimals": 1, "better": "lower", "definition": "X."}
    site.write_yaml("data/indicators.yaml", [indicator])
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS"}])
    site.institution()
    site.post(counties=["1201"])
    assert told(site) == []
    move(site, f"data/{name}", f"data/{folder}/{name}")
    assert told(site) == [(f"data/{folder}/{name}", "out-of-place", name)]
    move(site, f"data/{folder}/{name}", f"data/{name}")
    assert told(site) == []


@pytest.mark.parametrize("name", ["stopa.xlsx", "stopa.xls", "stopa.ods", "stopa.tsv", "Stopa 2024.txt"])
def test_a_workbook_among_figures_is_to_be_saved_as_csv(site: Site, name: str) -> None:
    """With the name that it then has."""
    site.write(f"data/figures/{name}", b"PK\x03\x04")
    ((_path, code, suggestion),) = told(site) or told(site, "warning")
    assert code == "out-of-place"
    assert suggestion in ("figures/stopa.csv", "figures/stopa-2024.csv")


def test_a_partner_among_institutions_is_told_once(site: Site) -> None:
    """Moved as the message says it is right, and what names it meanwhile is not told."""
    site.institution()
    path = site.partner(
        consultants=[{"name": "Jan Nowak", "consent": True}], gives=[{"what": "Dane"}], joined="2020-01-02"
    )
    assert told(site) == []
    site.institution("pup-brzesko", county="1202", services=[])
    move(site, f"data/partners/{path.name}", "data/institutions/pup-drugi.yaml")
    assert told(site) == [("data/institutions/pup-drugi.yaml", "other-kind", "partners/pup-drugi.yaml")]


def test_a_meeting_among_posts_is_told_once(site: Site) -> None:
    """As are other texts in the folder of another kind."""
    path = site.meeting(agenda=["Otwarcie"], participants=["A"])
    assert told(site) == []
    move(site, f"content/meetings/{path.name}", f"content/news/{path.name}")
    assert told(site) == [(f"content/news/{path.name}", "other-kind", f"meetings/{path.name}")]


def test_slips_are_told_as_slips(site: Site) -> None:
    """One strange field of another kind, or several of none, do not move a file."""
    site.institution(joined="2020-01-02", foo="x", bar="y")
    assert [code for _path, code, _suggestion in told(site)] == ["unknown-key"] * 3


@pytest.mark.parametrize(
    ("name", "right"), [("Πύλη Α", "pyli-a.yaml"), ("Zły urząd", "zly-urzad.yaml"), ("Office_1", "office-1.yaml")]
)
def test_a_name_that_is_no_id_is_proposed_in_plain_letters(site: Site, name: str, right: str) -> None:
    """Whatever the script, and without a word of Polish marks."""
    site.institution(name)
    assert told(site) == [(f"data/institutions/{name}.yaml", "bad-id", right)]


def test_a_broken_head_is_the_only_message(site: Site) -> None:
    """Its translations have an original, and its picture and document are named."""
    site.write_yaml("data/site.yaml", PROFILE | {"languages": ["pl", "en"]})
    site.write("content/media/port.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    site.write("content/media/spis plik.pdf", b"%PDF-1.4")
    path = site.post(
        "port",
        body="Zobacz [spis](../media/spis%20plik.pdf).",
        title="Nowe w porcie",
        image={"src": "../media/port.svg", "alt": "Port."},
    )
    site.post("port.en", title="New", lang="en", translation="port")
    whole = (told(site), told(site, "warning"))
    text = path.read_text(encoding="utf-8")
    site.write("content/news/port.md", text.replace("title: Nowe w porcie", 'title: "Nowe" w porcie'))
    assert told(site) == [("content/news/port.md", "text-after-quotes", "'\"Nowe\" w porcie'")]
    assert told(site, "warning") == whole[1]


def test_an_unread_file_hides_no_file_that_it_does_not_name(site: Site) -> None:
    """What nobody names is told as before."""
    site.write("content/media/inny.pdf", b"%PDF-1.4")
    site.write("content/news/a.md", '---\ntitle: "A" b\n---\nX\n')
    assert ("content/media/inny.pdf", "unused-file", None) in told(site, "warning")


def test_a_wrong_fact_is_told_in_the_original_alone(site: Site) -> None:
    """Translations take it from there: counties, institutions, services, the group of a meeting."""
    site.write_yaml("data/site.yaml", PROFILE | {"languages": ["pl", "en", "uk"]})
    site.post("port", counties=["1299"], services=["nie-ma"])
    for lang in ("en", "uk"):
        site.post(f"port.{lang}", title=f"New {lang}", lang=lang, translation="port")
    assert [one[:2] for one in told(site)] == [("content/news/port.md", "unknown-reference")] * 2


def test_an_institution_beside_the_folders_is_known_by_its_fields(site: Site) -> None:
    """Nor is told what names it."""
    path = site.institution()
    site.post(institutions=["pup-bochnia"])
    assert told(site) == []
    move(site, f"data/institutions/{path.name}", f"data/{path.name}")
    assert told(site) == [(f"data/{path.name}", "out-of-place", f"institutions/{path.name}")]


def test_what_links_to_a_misplaced_text_waits(site: Site) -> None:
    """In the folder of another kind, or in none: its translations, links to it and its files are right."""
    site.write_yaml("data/site.yaml", PROFILE | {"languages": ["pl", "en"]})
    site.write("content/media/spis.pdf", b"%PDF-1.4")
    site.meeting("narada", "[Spis](../media/spis.pdf)", agenda=["Otwarcie"], participants=["A"])
    site.meeting("narada.en", title="Meeting", lang="en", translation="narada")
    site.post(body="[Narada](../meetings/narada.md)", related=["../meetings/narada.md"])
    whole = told(site, "warning")
    assert told(site) == []
    move(site, "content/meetings/narada.md", "content/news/narada.md")
    assert told(site) == [("content/news/narada.md", "other-kind", "meetings/narada.md")]
    assert told(site, "warning") == whole
    move(site, "content/news/narada.md", "content/narada.md")
    assert told(site) == []
    assert [one[:2] for one in told(site, "warning") if one not in whole] == [("content/narada.md", "out-of-place")]


def test_a_misspelt_name_of_a_field_is_one_mistake(site: Site) -> None:
    """The field that it stands for is not missing as well."""
    path = site.post()
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titl:"), encoding="utf-8")
    assert told(site) == [("content/news/wpis.md", "unknown-key", "title")]
