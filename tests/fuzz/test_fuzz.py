"""Fuzz: whatever becomes of the editors' files, a build ends in a whole site or in clear problems; nothing is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from partnership.engine.entry import build
from partnership.language import set_language
from partnership.problems import Problem, ProblemsFound
from partnership.publishing.built_site import BuiltSite
from partnership.publishing.output_checks import check_soundness
from partnership.settings import PROJECT, Settings
from tests.fuzz.mutations import damage, restore
from tests.support.site import Site

FEW = 60
MANY = 10_000

CONTENT = (
    "news/2026/stopa-bezrobocia-2024.md", "news/2026/zwolnienia-dwa-progi.md", "news/2026/nowy-serwis-partnerstwa.md",
    "meetings/rada-partnerow-2012-03-16.md", "pages/kontakt.md", "pages/kanaly.md",
)  # fmt: skip


@pytest.fixture
def world(site: Site) -> Site:
    """A small site with every kind of file, as rich as real ones."""
    site.institution(
        phone=["12 345 67 89"], email=["a@example.org"], website="https://pup.example.org", city="Bochnia",
        opening_hours=[{"days": ["mon", "tue"], "opens": "07:30", "closes": "15:30"}], latitude=49.9, longitude=20.4,
        services=["posrednictwo", {"id": "zwolnienia-monitorowane", "note": "Uwaga."}], verified=date(2026, 1, 1),
        audiences=["employer"], languages=["pl"], description="Opis **urzędu**.", review_after_months=6, owner="Ewa",
    )  # fmt: skip
    consultant = {"name": "Jan Kowalski", "phone": "600 100 200", "counties": ["1201"], "consent": True}
    gives = [{"what": "Sala", "kind": "support"}]
    site.partner(council={"member": True}, consultants=[consultant], gives=gives, joined=date(2020, 1, 1))
    site.working_group(leader="pup-bochnia", members=["pup-bochnia"], results="Wyniki.")
    indicator = {"id": "x", "name": "Stopa", "unit": "%", "decimals": 1, "better": "lower", "definition": "Stopa."}
    site.write_yaml("data/indicators.yaml", [indicator])
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS", "url": "https://stat.gov.pl"}])
    site.offer(
        contact="pup-bochnia", figures=[{"indicator": "x", "period": "2024", "value": 5.1, "source": "gus"}],
        schools=[{"name": "Szkoła", "city": "Bochnia"}], valid_until=date(2027, 1, 1),
        sites=[{"name": "Teren", "area_ha": 3.5, "updated": date(2026, 1, 1)}],
        employers=[{"name": "Firma", "sector": "budownictwo"}],
        occupations=[{"name": "Spawacz", "outlook": "shortage", "year": 2026, "source": "gus"}],
    )  # fmt: skip
    head = "teryt,indicator,dimension,period,value,missing,source,retrieved\n"
    site.write("data/figures/x.csv", f"{head}1201,x,,2023,4.9,,gus,2026-01-01\n1202,x,,2023,,no-data,gus,2026-01-01\n")
    phrase = {"say": ["szukam ludzi"], "means": {"services": ["posrednictwo"]}}
    site.write_yaml("data/finder/lexicon.yaml", {"phrases": [phrase], "stop_words": ["i"]})
    site.redundancy_rules()
    site.write_yaml("data/accessibility.yaml", {"body": "WUP", "contact": {"email": "a@example.org"}})
    for path in CONTENT:
        site.write(f"content/{path}", _self_contained((PROJECT / "content" / path).read_text(encoding="utf-8")))
    site.report(findings=["Jeden"], recommendations=[{"text": "Zrobić", "state": "open"}], authors=["Jan"])
    site.meeting(ends="2026-02-10 12:00", group="kadry", agenda=["Otwarcie"])
    text = "![Wykres](../media/w.svg)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nTekst[^1].\n\n[^1]: Przypis."
    site.post(
        "obraz", text, image={"src": "../media/w.svg", "alt": "Wykres"}, category="Prawo", tags=["praca"],
        attachments=[{"file": "../media/p.txt", "title": "Plik"}], aliases=["/artykuly/1/X"],
        related=["../reports/raport.md"],
    )  # fmt: skip
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
    site.write("content/media/w.svg", drawing)
    site.write("content/media/p.txt", "Plik")
    return site


def _self_contained(text: str) -> str:
    """Return a real text without what lies in other files: pictures, attachments, related texts."""
    lines, kept, inside = text.split("\n"), [], False
    for line in lines:
        inside = line.startswith(("image:", "attachments:", "related:", "translation:")) or (
            inside and line.startswith((" ", "-")) and not line.startswith("---")
        )
        if not inside and ".md" not in line and "](/" not in line:
            kept.append(line)
    return "\n".join(kept)


def rounds(world: Site, count: int) -> None:
    """Damage, build, judge and restore, ``count`` times; ``FUZZ_SEED`` begins another series."""
    set_language("pl")
    seed = os.environ.get("FUZZ_SEED", "1")
    whole = world.root.parent / "whole"
    for part in ("content", "data"):
        shutil.copytree(world.root / part, whole / part)
    settings = Settings(
        content=world.content, data=world.data, output=world.output, cache=world.root.parent / "cache",
        build_date=date(2026, 12, 1), commit="0" * 40,
    )  # fmt: skip
    build(settings)
    assert check_soundness(BuiltSite(world.output, settings.site_url)) == []
    for number in range(count):
        random = Random(f"{seed}-{number}")
        done = damage(random.choice((world.content, world.data)), random)
        try:
            one_round(world, settings, random)
        except Exception as error:
            error.add_note(f"FUZZ_SEED={seed}, round {number}: {done}")
            raise
        for part in ("content", "data"):
            restore(world.root / part, whole / part)


def one_round(world: Site, settings: Settings, random: Random) -> None:
    """Build the damaged site and judge how it ended."""
    sources, output = picture(world.content, world.data), picture(world.output)
    try:
        build(replace(settings, drafts=random.random() < 0.3))
    except ProblemsFound as found:
        problems = list(found.problems)
        assert any(one.severity == "error" for one in problems)
        for one in problems:
            assert_clear(one, world)
        assert picture(world.output) == output, "the output changed though nothing could be built"
    else:
        assert check_soundness(BuiltSite(world.output, settings.site_url)) == []
    assert picture(world.content, world.data) == sources, "sources were changed"


def picture(*folders: Path) -> dict[str, bytes | None]:
    """Return every file below the folders with its bytes, and folders with None."""
    return {
        str(path): path.read_bytes() if path.is_file() else None for folder in folders for path in folder.rglob("*")
    }


def assert_clear(problem: Problem, world: Site) -> None:
    """A problem names a place in the editors' folders and says on one line, in Polish, what is wrong and what to do."""
    assert problem.path.startswith(str(world.root)), problem
    assert problem.line >= 1 and problem.column >= 1, problem
    line = problem.as_text()
    assert "\n" not in line and "\x1b" not in line
    assert problem.message and problem.hint, problem
    assert len(line) < 2000, problem
    assert "Traceback" not in line and "Error(" not in line, problem


@pytest.fixture(autouse=True)
def back_to_english() -> Iterator[None]:
    """Leave the language as other tests expect it."""
    yield
    set_language("en")


@pytest.mark.no_cover
def test_damaged_files_end_in_a_site_or_in_problems(world: Site) -> None:
    """Hundreds of damaged folders."""
    rounds(world, FEW)


@pytest.mark.nightly
@pytest.mark.timeout(7200)
def test_thousands_of_damaged_files(world: Site) -> None:
    """Thousands of them, at night."""
    rounds(world, MANY)
