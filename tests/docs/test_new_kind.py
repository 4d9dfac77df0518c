"""“A new kind of content” in docs/extend.md: its files laid into a started site, and everything that follows."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from lxml import html as lxml_html
from playwright.sync_api import Page, expect

from tests.support.commands import PROJECT, run_process
from tests.support.guide import OF_A_SITE, apply, steps
from tests.support.serving import served
from tests.support.terminal import at_terminal

MOST_FILES = 6
MOST_LINES = 250
COUNTIES = """\
code,name,seat,latitude,longitude
0201,powiat bolesławiecki,Bolesławiec,51.264,15.569
0264,Wrocław,Wrocław,51.107,17.038
"""
PAST = """\
---
title: Obsługa wózków widłowych
date: 2026-01-05
summary: Dwa dni, z egzaminem.
category: Operator wózka
starts: 2026-01-20
ends: 2026-01-21
provider: urzad-dolny
price: 650
verified: 2026-01-05
---
Kurs kończy się egzaminem.
"""
WRONG = """\
---
title: Kurs
date: 2026-02-01
starts: 2026-03-12
ends: 2026-03-10
provider: urzad-dolnyy
prise: 5
price: -3
---
Tekst.
"""


def _run(root: Path, *arguments: str, status: int = 0) -> str:
    done = run_process("--site", root, *arguments)
    assert done.status == status, done.out + done.err
    return done.out


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A started site with the files of the example; a course to come is made by ``new``, a past one lies beside it."""
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "counties.csv").write_text(COUNTIES, encoding="utf-8")
    root = folder / "site"
    told = run_process(
        "start", root, "--counties", folder / "counties.csv", "--name", "Dolne", "--office", "Urząd Dolny",
        "--region", "Dolny Śląsk", "--languages", "pl,en", "--email", "a@example.org",
    )  # fmt: skip
    assert told.status == 0, told.err
    for step in steps(OF_A_SITE):
        apply(step, root)
    answers = ["Spawacz", "Trzy dni praktyki.", "2026-05-10", "2026-05-12", "Urząd Dolny", "Wrocław"]
    status, out, shown = at_terminal(
        ["--site", str(root), "new", "course", "Spawanie metodą MAG", "--no-edit"], answers
    )
    assert status == 0, shown
    assert "First day?" in shown and "Who teaches?" in shown
    assert out.strip() == str(root / "content" / "training-courses" / "spawanie-metoda-mag.md")
    (root / "content" / "training-courses" / "wozki.md").write_text(PAST, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def output(started: Path) -> Path:
    """The built site."""
    _run(started, "build")
    return started / "output"


@pytest.fixture
def address(output: Path) -> Iterator[str]:
    """The built site, served."""
    with served(output) as root:
        yield root


def _tree(path: Path) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(path.read_text(encoding="utf-8"))


def test_it_is_small_and_well_written(started: Path) -> None:
    """The example is a few files and lines, all of them the site's; its program passes the linters."""
    told = list(steps(OF_A_SITE))
    files = {step["new"] or step["path"] for step in told}
    lines = sum(len(step["text"].splitlines()) for step in told)
    assert 0 < len(files) <= MOST_FILES and lines <= MOST_LINES
    modules = [str(started / name) for name in files if name.endswith(".py")]
    ours = 'lint.isort.known-first-party=["partnership"]'
    for check in (["check", "--config", ours], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *check, "--config", str(PROJECT / "pyproject.toml"), *modules],
            cwd=started, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout


def test_what_new_writes_passes_the_check(started: Path) -> None:
    """The answers stand in the head as its type wants them: the institution's id for its name, days as days."""
    text = (started / "content" / "training-courses" / "spawanie-metoda-mag.md").read_text(encoding="utf-8")
    assert "starts: 2026-05-10\nends: 2026-05-12\nprovider: urzad-dolny\nplace: Wrocław\n" in text
    assert "category: Spawacz" in text
    assert _run(started, "check", "--format", "github").count("::error") == 0


def test_answers_may_be_options(started: Path) -> None:
    """What is not asked at a terminal is given by ``--set``; a needed answer that is missing is named."""
    missing = run_process("--site", started, "new", "course", "Kurs", "--set", "starts=2026-05-10")
    assert missing.status == 2 and "--set provider=…" in missing.err
    unknown = run_process("--site", started, "new", "course", "Kurs", "--set", "prise=5")
    assert unknown.status == 2 and "starts, ends, provider, place" in unknown.err
    made = _run(started, "new", "course", "Kurs", "--set", "starts=10 maja 2026", "--set", "provider=urzad-dolny")
    path = Path(made.strip())
    assert "starts: 2026-05-10" in path.read_text(encoding="utf-8")
    path.unlink()


def test_wrong_heads_are_told_with_their_places(started: Path) -> None:
    """Unknown keys, wrong values, names of nobody and contradictions, each at its line and column."""
    path = started / "content" / "training-courses" / "zly.md"
    path.write_text(WRONG, encoding="utf-8")
    try:
        told = _run(started, "check", status=1)
    finally:
        path.unlink()
    places = re.findall(r"zly\.md:(\d+:\d+): error: (.*)", told)
    assert [place for place, _message in places] == ["5:7", "6:11", "7:1", "8:8"]
    messages = [message for _place, message in places]
    assert messages[0].startswith("The course ends before it starts")
    assert "did you mean “urzad-dolny”" in messages[1] and "did you mean “price”" in messages[2]


def test_the_list_has_what_comes_and_what_is_past(output: Path) -> None:
    """The section lists both halves, each course with its day and place, and stands in the menu of every page."""
    root = _tree(output / "szkolenia" / "index.html")
    halves = {
        heading.text: [one.text for one in heading.xpath("..//h3/a")] for heading in root.xpath("//main//section/h2")
    }
    assert halves == {
        "Nadchodzące szkolenia": ["Spawanie metodą MAG"],
        "Zakończone szkolenia": ["Obsługa wózków widłowych"],
    }
    assert "10–12 maja 2026" in "".join(root.xpath("//main")[0].itertext())
    home = _tree(output / "index.html")
    assert home.xpath("//nav[@id='menu']//a[@href='/szkolenia/']/text()") == ["Szkolenia"]


def test_every_course_has_a_page(output: Path) -> None:
    """It tells what its head says, links who teaches, and says itself to programs."""
    root = _tree(output / "szkolenia" / "wozki" / "index.html")
    facts = {row.xpath("string(dt)"): " ".join(row.xpath("string(dd)").split()) for row in root.xpath("//dl/div")}
    assert facts["Prowadzi"] == "Urząd Dolny" and facts["Cena"].split() == ["650", "PLN"]
    assert root.xpath("//dl//a/@href") == ["/instytucje/urzad-dolny/"]
    things = [json.loads(one) for one in root.xpath("//script[@type='application/ld+json']/text()")]
    assert [one["@type"] for one in things] == ["Course", "BreadcrumbList"]
    course, site = things[0], "https://partnership.example"
    assert course["name"] == "Obsługa wózków widłowych" and "headline" not in course and course["description"]
    teacher = {"@type": "Organization", "name": "Urząd Dolny", "url": f"{site}/instytucje/urzad-dolny/"}
    assert course["provider"] == teacher and course["offers"]["priceCurrency"] == "PLN"
    assert course["hasCourseInstance"]["startDate"] == "2026-01-20" and "location" not in course["hasCourseInstance"]
    assert (output / "szkolenia" / "spawanie-metoda-mag" / "index.html").is_file()


def test_the_other_language_has_it_too(output: Path) -> None:
    """The English tree has the section under its English address and words, with what is not translated."""
    root = _tree(output / "en" / "training-courses" / "index.html")
    assert root.xpath("string(//h1)") == "Training courses"
    assert "/szkolenia/wozki/" in root.xpath("//main//h3/a/@href")
    alternates = root.xpath("//link[@rel='alternate' and @hreflang='pl']/@href")
    assert alternates == ["https://partnership.example/szkolenia/"]


def test_feeds_tell_of_courses(output: Path) -> None:
    """The section has feeds in three formats; the site's own feed has the courses as well."""
    for name in ("rss.xml", "atom.xml", "feed.json"):
        assert (output / "szkolenia" / name).is_file()
    feed = feedparser.parse((output / "szkolenia" / "atom.xml").read_bytes())
    assert feed.feed.subtitle == "Nowe szkolenia."
    entries = {entry.title: entry for entry in feed.entries}
    assert {"Obsługa wózków widłowych", "Spawanie metodą MAG"} <= set(entries)
    assert "Urząd Dolny" in entries["Obsługa wózków widłowych"].content[0].value
    assert "Spawanie metodą MAG" in [one.title for one in feedparser.parse((output / "rss.xml").read_bytes()).entries]


def test_open_data_has_a_table(output: Path) -> None:
    """CSV with the columns that are declared, described in the data package and listed on the page of open data."""
    with (output / "dane" / "szkolenia.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows["wozki"]["starts"] == "2026-01-20" and rows["wozki"]["price"] == "650"
    assert rows["spawanie-metoda-mag"]["trade"] == "Spawacz"
    package = json.loads((output / "dane" / "datapackage.json").read_bytes())
    [table] = [one for one in package["resources"] if one["name"] == "szkolenia"]
    assert [one["name"] for one in table["schema"]["fields"]][:5] == ["id", "title", "date", "starts", "ends"]
    assert "/dane/szkolenia.csv" in _tree(output / "dane" / "index.html").xpath("//main//a/@href")


def test_freshness_knows_when_a_course_is_over(started: Path) -> None:
    """A past course is told as expired, one that nobody confirmed as such."""
    told = _run(started, "freshness")
    assert re.search(r"2026-01-21 .*expired.*wozki\.md", told)
    assert re.search(r"never confirmed.*spawanie-metoda-mag\.md", told)


def test_maps_lead_to_it(output: Path) -> None:
    """Site map, sitemap and the page of feeds name section and courses."""
    assert {"/szkolenia/", "/szkolenia/wozki/"} <= set(
        _tree(output / "mapa-strony" / "index.html").xpath("//main//a/@href")
    )
    assert "https://partnership.example/szkolenia/wozki/" in (output / "sitemap.xml").read_text(encoding="utf-8")
    assert "/szkolenia/rss.xml" in _tree(output / "kanaly" / "index.html").xpath("//main//a/@href")


def test_schemas_describe_its_heads(started: Path) -> None:
    """``schemas`` of the site writes one for the kind, so that editors' programs complete its keys."""
    _run(started, "schemas")
    schema = json.loads((started / "schemas" / "training-course.schema.json").read_bytes())
    assert "provider" in schema["$defs"]["CourseFront"]["properties"]


def test_a_second_build_has_nothing_to_do(started: Path, output: Path) -> None:
    """The cache knows documents of the kind; an edited declaration makes everything anew, equal to a clean build."""
    assert "0 rendered, 0 written" in _run(started, "build")
    module = started / "training_courses.py"
    before = module.read_text(encoding="utf-8")
    try:
        module.write_text(before.replace("Nowe szkolenia.", "Same nowe szkolenia."), encoding="utf-8")
        _run(started, "build")
        assert "Same nowe" in (output / "szkolenia" / "rss.xml").read_text(encoding="utf-8")
        clean = started / "clean"
        _run(started, "build", "--output", str(clean))
        assert _bytes_of(clean) == _bytes_of(output)
    finally:
        module.write_text(before, encoding="utf-8")
        _run(started, "build")


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_search_and_finder_know_courses(address: str, page: Page) -> None:
    """The search finds a course and offers the kind; the finder is narrowed to those who teach a trade."""
    page.goto(f"{address}/szukaj/?q=spawanie")
    expect(page.locator("html[data-search-ready]")).to_be_attached()
    expect(page.locator("[data-result]").first).to_have_attribute("data-result", "/szkolenia/spawanie-metoda-mag/")
    page.goto(f"{address}/szukaj/?q=dni&rodzaj=course")
    expect(page.locator("[data-result='/szkolenia/wozki/']")).to_be_visible()
    page.goto(f"{address}/instytucje/?szkolenie=spawacz")
    expect(page.locator("html[data-finder-ready]")).to_be_attached()
    expect(page.locator("[data-institution='urzad-dolny']")).to_be_visible()
    expect(page.locator("input[name=szkolenie][value=spawacz]")).to_be_checked()
    chip = page.locator("[data-finder-chips] button").first
    expect(chip).to_contain_text("Spawacz")
    chip.click()
    expect(page).to_have_url(f"{address}/instytucje/")
