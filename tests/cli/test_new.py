"""``new``: every kind gives a file that passes the check, by options or by answers at a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.commands import Outcome
from tests.support.site import COUNTIES, Site
from tests.support.terminal import at_terminal

Call = Callable[..., Outcome]

KINDS: list[tuple[list[str], str]] = [
    (["post", "Rekrutacja w Limanowej"], "content/news/2026/rekrutacja-w-limanowej.md"),
    (["post", "Styczeń: mniej ofert", "--date", "2025-12-31", "--draft"], "content/news/2025/styczen-mniej-ofert.md"),
    (["report", "Kadry 2026", "--author", "Jan Kowalski", "--summary", "Co: i jak."], "content/reports/kadry-2026.md"),
    (["meeting", "Rada Partnerów", "--starts", "2027-03-10T10:00", "--ends", "2027-03-10T13:00", "--group", "kadry"],
     "content/meetings/rada-partnerow.md"),
    (["meeting", "Dawne", "--starts", "2011-11-28"], "content/meetings/dawne.md"),
    (["institution", "Powiatowy Urząd Pracy w Brzesku", "--type", "labour-office", "--county", "brzeski"],
     "data/institutions/pup-brzesko.yaml"),
    (["institution", "Izba", "--type", "regional-office", "--county", "1261", "--name", "izba-x", "--city", "Kraków"],
     "data/institutions/izba-x.yaml"),
    (["institution", "Urząd Regionu w Krakowie", "--type", "regional-office", "--serves", "region"],
     "data/institutions/ur-krakow.yaml"),
    (["post", "Rekrutacja", "w", "Limanowej"], "content/news/2026/rekrutacja-w-limanowej.md"),
    (["meeting", "Narada", "--starts", "10.03.2027, godz. 10.00", "--ends", "10 marca 2027 r. o 12:30"],
     "content/meetings/narada.md"),
    (["partner", "pup-bochnia"], "data/partners/pup-bochnia.yaml"),
    (["offer", "Bochnia", "--summary", "Blisko autostrady: 2 km."], "data/offers/1201.yaml"),
]  # fmt: skip


@pytest.fixture
def world(site: Site) -> Site:
    """A site with one office and one working group."""
    site.institution()
    site.working_group()
    return site


@pytest.mark.parametrize(("arguments", "path"), KINDS, ids=[" ".join(one[0]) for one in KINDS])
def test_new_file_passes_the_check(call: Call, world: Site, arguments: list[str], path: str) -> None:
    """The path is all that stdout holds; the file lies there and ``check`` finds no error."""
    outcome = call("new", *arguments, *world.options)
    assert (outcome.status, outcome.out.strip()) == (0, str(world.root / path)), outcome.err
    checked = call("check", *world.options)
    assert checked.status == 0, checked.out


def test_office_of_the_county_is_filled_in(call: Call, world: Site) -> None:
    """An offer names the office that answers for its county; coordinates of the seat are nobody's building."""
    call("new", "offer", "1201", "--summary", "Krótko.", *world.options)
    assert "contact: pup-bochnia" in (world.data / "offers" / "1201.yaml").read_text(encoding="utf-8")
    call("new", "institution", "Urząd", "--type", "labour-office", "--county", "1202", *world.options)
    assert "latitude" not in (world.data / "institutions" / "urzad.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "county"),
    [
        (["--serves", "region", "--city", "Kraków"], "1261"),
        (["--serves", "całe województwo", "--county", "Bochnia"], "1201"),
        (["--county", "region", "--city", "Brzesko"], "1202"),
    ],
)
def test_an_office_of_the_region_stands_somewhere(call: Call, world: Site, arguments: list[str], county: str) -> None:
    """Its file says that it serves the region, and the county where it stands, which its town tells."""
    outcome = call("new", "institution", "Urząd", "--type", "regional-office", *arguments, *world.options)
    assert outcome.status == 0, outcome.err
    text = (world.data / "institutions" / "urzad.yaml").read_text(encoding="utf-8")
    assert f'county: "{county}"\nserves: region\n' in text


def test_a_seat_of_two_counties_is_the_city_and_says_so(call: Call, world: Site) -> None:
    """A city's own name goes before the seat of the county around it, and the other county is told."""
    around = {**COUNTIES[0], "teryt": "1206", "slug": "powiat-krakowski", "name": "powiat krakowski",
              "short_name": "krakowski", "genitive": "powiatu krakowskiego", "seat": "Kraków",
              "seat_locative": "w Krakowie", "tile": {"row": 0, "column": 0}, "neighbours": []}  # fmt: skip
    world.write_yaml("data/counties.yaml", [around, *COUNTIES])
    arguments = ["institution", "Urząd", "--type", "labour-office", "--county", "Kraków"]
    outcome = call("new", *arguments, *world.options)
    assert "for the other county write 1206" in outcome.err
    assert 'county: "1261"' in (world.data / "institutions" / "urzad.yaml").read_text(encoding="utf-8")


def test_a_title_that_exists_is_told(call: Call, world: Site) -> None:
    """The new file gets a name of its own, and the author learns that there is such a text."""
    world.post("a", title="Rekrutacja")
    outcome = call("new", "post", "rekrutacja", *world.options)
    assert outcome.status == 0 and "A text of this title exists already: news/a.md" in outcome.err


def test_posts_are_signed_like_most(call: Call, world: Site) -> None:
    """What posts are usually signed with is filled in."""
    world.post("a", author="Zespół")
    call("new", "post", "Nowy", *world.options)
    assert "author: Zespół" in (world.content / "news" / "2026" / "nowy.md").read_text(encoding="utf-8")


def test_same_title_again_gets_another_name(call: Call, world: Site) -> None:
    """Stems are unique in their kind, in whatever folder: the second file of a title is named after the year."""
    first = call("new", "post", "Wpis", *world.options)
    second = call("new", "post", "Wpis", *world.options)
    assert first.out.endswith("wpis.md\n") and second.out.endswith("wpis-2026.md\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["post"], "Missing: Title. Give it after the kind, in quotes."),
        (["meeting", "Rada"], "Missing: --starts"),
        (["institution", "Izba", "--county", "1201"], "Missing: --type"),
        (["institution", "Izba", "--type", "labour-office", "--county", "bochenskii"], "did you mean “bocheński”?"),
        (["meeting", "Rada", "--starts", "jutro"], "“jutro” is not a day or time"),
        (["partner", "pup-bochnja"], "There is no institution “pup-bochnja”; did you mean “pup-bochnia”?"),
        (["offer", "1201"], "Missing: --summary"),
        (["memo", "X"], "'memo' is not one of"),
    ],
)
def test_missing_or_wrong_answers_are_wrong_usage(
    call: Call, world: Site, arguments: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a terminal nothing is asked: status 2, a sentence, and no file."""
    monkeypatch.setattr("partnership.cli.asking.at_terminal", lambda: False)
    before = sorted(world.root.rglob("*"))
    outcome = call("new", *arguments, *world.options)
    assert (outcome.status, outcome.out) == (2, "")
    assert message in outcome.err
    assert sorted(world.root.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["partner", "pup-bochnia"], "exists already and was left as it is"),
        (["post", "Wpis", "--name", "wpis"], "A file “wpis” exists already"),
        (["post", "Wpis", "--name", "Zły Wpis"], "write it as zly-wpis"),
        (["post", "…"], "no letter or digit"),
        (["institution", "…", "--type", "labour-office", "--county", "1201"], "is no id"),
    ],
)
def test_refused_files(call: Call, world: Site, arguments: list[str], message: str) -> None:
    """What exists is never overwritten, and a name that gives no address is refused."""
    world.partner()
    world.post("wpis")
    outcome = call("new", *arguments, *world.options)
    assert (outcome.status, outcome.out) == (1, "")
    assert message in outcome.err


def test_questions_at_a_terminal(world: Site, tmp_path: Path) -> None:
    """At a terminal what is missing is asked for, a wrong answer once more, and the file opens in the editor."""
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "# edited" >>"$1"\n')
    editor.chmod(0o755)
    answers = ["Powiatowy Urząd Pracy w Brzesku", "labour-ofice", "labour-office", "Brzesko", "", "", "", ""]
    status, out, told = at_terminal(["new", "institution", *world.options], answers, EDITOR=str(editor))
    file = world.data / "institutions" / "pup-brzesko.yaml"
    assert (status, out.strip()) == (0, str(file)), told
    assert "did you mean “labour-office”?" in told
    text = file.read_text(encoding="utf-8")
    assert 'county: "1202"' in text and text.endswith("# edited\n")


def test_enter_skips_what_may_be_missing(world: Site) -> None:
    """Only what a file cannot do without is asked again, with the reason; every other question takes Enter."""
    answers = ["", "Urząd Regionu", "", "regional-office", "region", "", "1261", "", "", "", ""]
    status, out, told = at_terminal(["new", "institution", *world.options], answers)
    assert status == 0, told
    assert told.count("This one is needed") == 3
    text = Path(out.strip()).read_text(encoding="utf-8")
    assert text.startswith('name: Urząd Regionu\ntype: regional-office\ncounty: "1261"\nserves: region\nservices:')


def test_editor_that_does_not_start(world: Site) -> None:
    """The file is there all the same, and the failure is one sentence."""
    status, out, told = at_terminal(
        ["new", "post", "Wpis", *world.options], ["", ""], EDITOR="/no/such/editor"
    )  # fmt: skip
    assert status == 0 and Path(out.strip()).is_file()
    assert "did not start" in told


def test_what_there_is_stands_beside_a_name_like_none(call: Call, world: Site) -> None:
    """An unknown type that is like no other is told with the list of those that the site has."""
    outcome = call("--lang", "en", "new", "institution", "X", "--type", "qqqqqqqq", "--county", "1201", *world.options)
    assert outcome.status != 0 and "write one of: labour-office (" in outcome.err


def test_the_remark_names_only_keys_that_are_not_there(call: Call, world: Site) -> None:
    """What the options have answered is no key that may be added."""
    given = ("--starts", "2027-03-10T10:00", "--ends", "2027-03-10T12:00", "--place", "Rynek 1", "--group", "kadry")
    call("new", "meeting", "Narada", *given, *world.options)
    text = (world.content / "meetings" / "narada.md").read_text(encoding="utf-8")
    [remark] = [line for line in text.splitlines() if line.startswith("#") and "agenda" in line]
    assert remark.endswith(": agenda, decisions, participants, attachments") and "redaktor.md" not in text


def test_initials_are_made_where_the_town_is_declined_alone(call: Call, world: Site) -> None:
    """Where no rule knows how the town stands in a sentence, the office keeps its name in its id."""
    counties = [COUNTIES[0] | {"seat": "L'Áncora", "seat_locative": "L'Áncora"}, *COUNTIES[1:]]
    world.write_yaml("data/counties.yaml", counties)
    given = ("--type", "labour-office", "--county", str(COUNTIES[0]["teryt"]))
    outcome = call("new", "institution", "Oficina de Empleo de L'Áncora", *given, *world.options)
    assert outcome.out.strip().endswith("/oficina-de-empleo-de-l-ancora.yaml"), outcome.err
