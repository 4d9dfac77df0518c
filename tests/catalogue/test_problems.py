"""Every mistake of the contract's world is told at its place, all together, and nothing else is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partnership.sources.text import read_bytes
from tests.conftest import Call
from tests.support.site import COUNTIES, Site

Place = tuple[str, int, str]


def told(site: Site, call: Call) -> list[Place]:
    """Return (path below the site's root, line, code) of every error that ``check`` tells."""
    outcome = call("check", *site.options, "--format", "json", LANG="en_GB.UTF-8")
    report = json.loads(outcome.out)
    assert outcome.status == (1 if report["errors"] else 0)
    found = []
    for problem in report["problems"]:
        assert set(problem) == {"path", "line", "column", "severity", "code", "message", "hint", "suggestion"}
        if problem["severity"] == "error":
            path = os.path.relpath(problem["path"], site.root) if os.path.isabs(problem["path"]) else problem["path"]
            found.append((path, problem["line"], problem["code"]))
    return found


def test_three_files_are_enough(site: Site, call: Call) -> None:
    """The three required data files and an empty content folder are a right site."""
    assert told(site, call) == []


def test_required_files_are_missed(site: Site, call: Call) -> None:
    """Each required file that is not there is told by its name."""
    for name in ("counties", "services", "institution-types"):
        (site.data / f"{name}.yaml").unlink()
    assert [code for _path, _line, code in told(site, call)] == ["missing-file"] * 3


def county(**keys: Any) -> list[dict[str, Any]]:
    """Return the counties of the small site, keys of the first replaced."""
    return [COUNTIES[0] | keys, *COUNTIES[1:]]


CASES: dict[str, tuple[Callable[[Site], object], Place]] = {
    "unknown type": (
        lambda s: s.institution(type="labour-ofice"),
        ("data/institutions/pup-bochnia.yaml", 2, "unknown-reference"),
    ),
    "unknown county": (
        lambda s: s.institution(county="1299"),
        ("data/institutions/pup-bochnia.yaml", 3, "unknown-reference"),
    ),
    "unknown service": (
        lambda s: s.institution(services=["stoz"]),
        ("data/institutions/pup-bochnia.yaml", 5, "unknown-reference"),
    ),
    "service twice": (
        lambda s: s.institution(services=["posrednictwo"] * 2),
        ("data/institutions/pup-bochnia.yaml", 6, "listed-twice"),
    ),
    "unknown served": (
        lambda s: s.institution(serves=["1201", "1299"]),
        ("data/institutions/pup-bochnia.yaml", 8, "unknown-reference"),
    ),
    "closes early": (
        lambda s: s.institution(opening_hours=[{"days": ["mon"], "opens": "15:30", "closes": "07:30"}]),
        ("data/institutions/pup-bochnia.yaml", 10, "contradiction"),
    ),
    "half a place": (lambda s: s.institution(latitude=49.9), ("data/institutions/pup-bochnia.yaml", 6, "half-a-place")),
    "replaced yet active": (
        lambda s: (s.institution("a"), s.institution("b", county="1202", replaced_by="a")),
        ("data/institutions/b.yaml", 6, "contradiction"),
    ),
    "replaced by itself": (
        lambda s: s.institution(status="withdrawn", replaced_by="pup-bochnia"),
        ("data/institutions/pup-bochnia.yaml", 7, "own-successor"),
    ),
    "bad id": (lambda s: s.institution("Zły"), ("data/institutions/Zły.yaml", 1, "bad-id")),
    "English of nothing": (
        lambda s: s.institution(en={"nmae": "x"}),
        ("data/institutions/pup-bochnia.yaml", 7, "unknown-key"),
    ),
    "partner of nobody": (lambda s: s.partner("nikt"), ("data/partners/nikt.yaml", 1, "unknown-reference")),
    "no consent": (
        lambda s: (s.institution(), s.partner(consultants=[{"name": "Jan Kowalski"}])),
        ("data/partners/pup-bochnia.yaml", 3, "no-consent"),
    ),
    "partner's name": (
        lambda s: (s.institution(), s.partner("inny", institution="pup-bochnia")),
        ("data/partners/inny.yaml", 1, "contradiction"),
    ),
    "unknown leader": (
        lambda s: s.working_group(leader="nikt"),
        ("data/working-groups/kadry.yaml", 4, "unknown-reference"),
    ),
    "offer elsewhere": (lambda s: s.offer("1201", county="1202"), ("data/offers/1201.yaml", 1, "contradiction")),
    "unknown contact": (lambda s: s.offer(contact="nikt"), ("data/offers/1201.yaml", 3, "unknown-reference")),
    "unknown indicator": (
        lambda s: s.offer(figures=[{"indicator": "x", "period": "2024", "value": 1, "source": "gus"}]),
        ("data/offers/1201.yaml", 4, "unknown-reference"),
    ),
    "county twice": (
        lambda s: s.write_yaml(
            "data/counties.yaml",
            [*COUNTIES, COUNTIES[0] | {"slug": "x", "neighbours": [], "tile": {"row": 9, "column": 9}}],
        ),
        ("data/counties.yaml", 49, "duplicate-id"),
    ),
    "own neighbour": (
        lambda s: s.write_yaml("data/counties.yaml", county(neighbours=["1201"])),
        ("data/counties.yaml", 14, "own-neighbour"),
    ),
    "two slugs": (
        lambda s: s.write_yaml("data/counties.yaml", county(slug="powiat-brzeski")),
        ("data/counties.yaml", 19, "duplicate-id"),
    ),
    "misspelt file": (lambda s: s.write("data/service.yaml", "[]\n"), ("data/service.yaml", 1, "out-of-place")),
    "yml": (lambda s: s.write("data/institutions/a.yml", "x: 1\n"), ("data/institutions/a.yml", 1, "out-of-place")),
    "csv header": (lambda s: s.write("data/figures/a.csv", "teryt;value\n"), ("data/figures/a.csv", 1, "wrong-header")),
    "no date": (lambda s: s.markdown("news/a.md", "x", {"title": "A"}), ("content/news/a.md", 2, "missing-key")),
    "impossible date": (lambda s: s.post(date="2026-02-30"), ("content/news/wpis.md", 3, "not-a-date")),
    "missing link": (lambda s: s.post(body="Tekst.\n\n[a](nie-ma.md)"), ("content/news/wpis.md", 8, "missing-file")),
    "missing heading": (
        lambda s: (s.post(body="[a](drugi.md#nie-ma)"), s.post("drugi", body="## Jest\n\nx")),
        ("content/news/wpis.md", 6, "missing-heading"),
    ),
    "link out": (lambda s: s.post(body="[a](../../../etc/passwd)"), ("content/news/wpis.md", 6, "outside")),
    "missing picture": (
        lambda s: s.post(image={"src": "../media/a.png", "alt": "A"}),
        ("content/news/wpis.md", 5, "missing-file"),
    ),
    "no alt": (
        lambda s: (
            s.write("content/media/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'),
            s.post(image={"src": "../media/a.svg"}),
        ),
        ("content/news/wpis.md", 5, "missing-alt"),
    ),
    "no alt in text": (
        lambda s: (
            s.write("content/media/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'),
            s.post(body="![](../media/a.svg)"),
        ),
        ("content/news/wpis.md", 6, "image-without-alt"),
    ),
    "missing attachment": (
        lambda s: s.post(attachments=[{"file": "a.pdf", "title": "A"}]),
        ("content/news/wpis.md", 5, "missing-file"),
    ),
    "missing related": (lambda s: s.post(related=["a.md"]), ("content/news/wpis.md", 5, "missing-file")),
    "bad alias": (lambda s: s.post(aliases=["artykuly/1"]), ("content/news/wpis.md", 5, "wrong-form")),
    "alias with dots": (lambda s: s.post(aliases=["/../../etc"]), ("content/news/wpis.md", 5, "wrong-form")),
    "alias taken": (
        lambda s: (s.post("a", title="A"), s.post("b", aliases=["/aktualnosci/2026/a/"])),
        ("content/news/b.md", 5, "two-pages"),
    ),
    "one address twice": (
        lambda s: (s.post("a", slug="c"), s.post("b", slug="c")),
        ("content/news/b.md", 4, "two-pages"),
    ),
    "two aliases": (
        lambda s: (s.post("a", title="A", aliases=["/x/"]), s.post("b", aliases=["/x"])),
        ("content/news/b.md", 5, "two-pages"),
    ),
    "address of a section": (lambda s: s.page("raporty"), ("content/pages/raporty.md", 2, "two-pages")),
    "stem twice": (
        lambda s: (s.post("a"), s.markdown("news/2020/a.md", "x", {"title": "A", "date": "2020-01-01"})),
        ("content/news/a.md", 1, "duplicate-id"),
    ),
    "ends before it starts": (
        lambda s: s.meeting(ends="2026-02-10 09:00"),
        ("content/meetings/spotkanie.md", 5, "contradiction"),
    ),
    "unknown group": (lambda s: s.meeting(group="kadra"), ("content/meetings/spotkanie.md", 5, "unknown-reference")),
    "no original": (
        lambda s: s.post(lang="en", translation="nie-ma"),
        ("content/news/wpis.md", 5, "unknown-reference"),
    ),
    "two spellings": (
        lambda s: (s.post("a", category="Rynek Pracy"), s.post("b", category="Rynek pracy")),
        ("content/news/b.md", 4, "two-spellings"),
    ),
    "script in a picture": (
        lambda s: s.write("content/media/a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
        ("content/media/a.svg", 1, "svg-element"),
    ),
    "no picture": (lambda s: s.write("content/media/a.png", b"tekst"), ("content/media/a.png", 1, "not-a-picture")),
    "folder for a file": (
        lambda s: (s.content / "news" / "a.md").mkdir(parents=True),
        ("content/news/a.md", 1, "not-a-file"),
    ),
    "cp1250": (
        lambda s: s.write("content/news/a.md", "---\ntitle: Łódź\n".encode("cp1250")),
        ("content/news/a.md", 2, "not-utf-8"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_mistake_one_problem(name: str, site: Site, call: Call) -> None:
    """A mistake is told with its file, line and code, and it is the only one that is told."""
    make, place = CASES[name]
    make(site)
    found = told(site, call)
    assert place in found
    assert {code for _path, _line, code in found} == {place[2]}


def test_mistakes_of_all_kinds_are_told_together_and_nothing_is_built(site: Site, call: Call) -> None:
    """All problems come at once; the output folder stays as it was."""
    site.output.mkdir()
    (site.output / "publikacja.json").write_text("{}")
    site.institution(type="x", services=["y"], nmae="z")
    site.post(date="31.02.2026", body="[a](b.md)")
    site.write("data/figures/a.csv", b"\xff\xfe")
    codes = {code for _path, _line, code in told(site, call)}
    assert {"unknown-reference", "unknown-key", "not-a-date", "missing-file", "not-utf-8"} <= codes
    outcome = call("build", *site.build_options)
    assert outcome.status == 1
    assert sorted(path.name for path in site.output.iterdir()) == ["publikacja.json"]
    assert [path.name for path in site.root.iterdir() if path.name.startswith(".")] == []


def test_text_report_has_the_contracts_form(site: Site, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """``PATH:LINE:COLUMN: error: MESSAGE; HINT``, the path relative inside the working directory, sorted."""
    monkeypatch.chdir(site.root)
    site.institution(county=1201)
    site.post(date="x", summary="Krótko.")
    outcome = call("check", *site.options, LANG="en")
    lines = outcome.out.splitlines()
    assert lines[0].startswith("content/news/wpis.md:3:7: error: ")
    assert lines[1].startswith("data/institutions/pup-bochnia.yaml:3:9: error: ")
    assert all("; " in line for line in lines[:2])
    github = call("check", *site.options, "--format", "github", LANG="en").out.splitlines()
    assert github[0].startswith("::error file=content/news/wpis.md,line=3,col=7")


def test_warnings_stop_nothing_unless_strict(site: Site, call: Call) -> None:
    """What was made harmless is a warning; ``--strict`` counts it."""
    site.post(body="Tekst <script>alert(1)</script> i [x](javascript:alert(1)).", summary="Krótko.")
    assert call("check", *site.options).status == 0
    assert call("check", *site.options, "--strict").status == 1


def test_lexicon_of_unknown_names_only_warns(site: Site, call: Call) -> None:
    """A phrase that names a service or institution that the data lacks does not stop the build."""
    site.write_yaml(
        "data/finder/lexicon.yaml",
        {
            "phrases": [{"say": ["x"], "means": {"services": ["nope"], "institutions": ["no"]}}],
            "answers": [{"say": ["y"], "services": ["nowhere"], "address": "/uslugi/", "title": "T"}],
        },
    )
    outcome = call("check", *site.options, "--format", "json")
    assert outcome.status == 0
    told = [one["message"] for one in json.loads(outcome.out)["problems"] if "lexicon.yaml" in one["path"]]
    assert all(any(name in message for message in told) for name in ("“nope”", "“no”", "“nowhere”"))


def test_a_phrase_of_connecting_words_alone_is_told_at_its_place(site: Site, call: Call) -> None:
    """Nobody can ask for „co to jest”: a warning at the line of what is said; beside a telling word it is fine."""
    site.write_yaml(
        "data/finder/lexicon.yaml",
        {
            "phrases": [{"say": ["gdzie po staż", "dla nas, do was"], "means": {}}],
            "answers": [{"say": ["co to jest", "co to jest staż"], "address": "/uslugi/", "title": "T"}],
        },
    )
    outcome = call("check", *site.options, "--format", "json")
    assert outcome.status == 0
    told = [one for one in json.loads(outcome.out)["problems"] if one["code"] == "connecting-words"]
    assert sorted(one["message"].strip("“„").split("”")[0] for one in told) == ["co to jest", "dla nas, do was"]
    assert all(one["severity"] == "warning" and one["line"] > 1 for one in told)


def test_figures_are_one_table(site: Site, call: Call) -> None:
    """The same figure in a CSV file and in an offer is told at the second; bad cells at their column."""
    site.write_yaml(
        "data/indicators.yaml",
        [{"id": "i", "name": "I", "unit": "%", "decimals": 1, "better": "neither", "definition": "d"}],
    )
    site.write_yaml("data/sources.yaml", [{"id": "s", "name": "S"}])
    site.write(
        "data/figures/a.csv",
        """
        teryt,indicator,dimension,period,value,missing,source,retrieved
        1201,i,,2024,2.4,,s,
        12,i,,2024,,no-data,s,2024-05-01
        """,
    )
    assert told(site, call) == []
    site.offer(figures=[{"indicator": "i", "period": "2024", "value": 2.5, "source": "s"}])
    assert [code for _path, _line, code in told(site, call)] == ["duplicate-figure"]


def test_a_file_that_vanishes_is_a_problem(site: Site, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """A file that is deleted between listing and reading is told, not a traceback."""
    path = site.post()

    def vanish(absolute: str, limit: int) -> bytes:
        Path(path).unlink(missing_ok=True)
        return read_bytes(absolute, limit)

    monkeypatch.setattr("partnership.catalogue.reading.read_bytes", vanish)
    assert told(site, call) == [("content/news/wpis.md", 1, "unreadable")]
