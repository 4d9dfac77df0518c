"""The measure of the build writes the same site for all, changes what it says and tells what it found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from partnership.problems import UserError
from partnership_bench import build
from partnership_bench.contestants import Contestant, eleventy, hugo, ours, stock_pelican, write_corpus
from partnership_bench.corpus import make_post
from partnership_bench.equivalence import Counts, count, demand_equal, is_left_behind, pages_of_lists
from partnership_bench.institutions import make_place
from partnership_bench.processes import measure
from partnership_bench.scenarios import CHANGES
from partnership_bench.schedule import Corpus
from partnership_bench.tools import Tools, find_tools


def test_the_same_posts_and_institutions_for_all(tmp_path: Path) -> None:
    """Each generator gets as many files with the same text below a head of its own."""
    tools = Tools(hugo=Path("hugo"), node_modules=None)
    contestants = [ours(tmp_path, True), stock_pelican(tmp_path, True), hugo(tmp_path, tools)]
    write_corpus(contestants, 5, 3)
    for one in contestants:
        texts = [path.read_text(encoding="utf-8") for path in sorted(one.posts.glob("*.md"))]
        assert len(texts) == 5
        assert all(text.endswith(make_post(number).text) for number, text in enumerate(texts))
        one.write(make_post(3, revision=2))
        assert "Zmiana 2." in (one.posts / "wpis-numer-3.md").read_text(encoding="utf-8")
        places = [path.read_text(encoding="utf-8") for path in sorted(one.institutions.iterdir())]
        assert [make_place(number).name in text for number, text in enumerate(places)] == [True] * 3


def test_every_change_changes_something(tmp_path: Path) -> None:
    """What a scenario is named after is what it does to the site's files; twice in a row it does it again."""
    one = ours(tmp_path, True)
    write_corpus([one], 4, 2)

    def sources(site: Contestant) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}

    for number in (1, 2):
        for name in ("edited", "title", "added", "deleted", "institution", "template", "setting"):
            before = sources(one)
            CHANGES[name](one, Corpus(4, 2), number)
            assert sources(one) != before, name


def test_what_is_forgotten_is_only_moved(tmp_path: Path) -> None:
    """A cold run finds neither output nor cache, and nothing was deleted that would slow it down."""
    one = ours(tmp_path)
    for number in range(2):
        (one.output / "a").mkdir(parents=True)
        (one.output / "a" / "index.html").write_text(str(number))
        one.forget()
        assert not one.output.exists()
    assert sorted(path.read_text() for path in (tmp_path / "aside").rglob("index.html")) == ["0", "1"]


def test_small_sites_consist_of_the_same(tmp_path: Path) -> None:
    """Ours and stock Pelican's have as many pages of each kind, and the same entries in lists and feed."""
    found: list[Counts] = []
    for one in (ours(tmp_path, True), stock_pelican(tmp_path, True)):
        write_corpus([one], 25, 4)
        measure(one.command, one.working, one.environment)
        found.append(demand_equal(one, 25, 4))
        assert found[-1].places_listed == 4
        with pytest.raises(UserError, match=one.short):
            demand_equal(one, 26, 4)
        assert is_left_behind(one.output, "wpis-numer-7")
        shutil.rmtree(next(one.output.rglob("wpis-numer-7")))
        assert not is_left_behind(one.output, "wpis-numer-7")
        assert count(one.output).posts == 24
    # Ours cuts its lists elsewhere: at 25 posts the pages differ, at the sizes of the bench they do not.
    assert (found[0].posts, found[0].entries, found[0].feed) == (found[1].posts, found[1].entries, found[1].feed)


@pytest.mark.nightly
def test_other_generators_make_the_same(tmp_path: Path) -> None:
    """So do Hugo's and Eleventy's sites, which are installed where no measurement has done it: hence at night."""
    tools = find_tools(lambda text: None)
    for one in (hugo(tmp_path, tools), eleventy(tmp_path, tools)):
        write_corpus([one], 100, 4)
        measure(one.command, one.working, one.environment)
        assert demand_equal(one, 100, 4).lists == 1 + 5 + 5 + 10 + 50


def test_pages_of_lists() -> None:
    """At the sizes of the bench all pages are full: the list of all, 5 authors, 10 categories, 50 topics."""
    assert [pages_of_lists(posts) for posts in (100, 1000)] == [5 + 5 + 10 + 50, 50 + 50 + 50 + 100]
    assert [pages_of_lists(posts) for posts in (5000, 20_000)] == [1250, 5000]
    assert pages_of_lists(1030) is None and pages_of_lists(7) is None


@pytest.mark.nightly
def test_few_posts_are_measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The small site is built in every scenario, and the table and the page tell of each."""
    monkeypatch.setattr(build, "find_tools", lambda say: Tools(None, None))
    monkeypatch.setattr("partnership_bench.schedule.SMALL", 5)
    said: list[str] = []
    page = tmp_path / "benchmarks.md"
    assert build.run(said.append, (6,), 1, 3, page, names=("partnership",)) in (0, 1)
    text = page.read_text(encoding="utf-8")
    for change in (
        "from nothing",
        "one post added",
        "one post deleted",
        "site's name changed",
        "one institution edited",
    ):
        assert f"| {change} | Partnership |" in text
    assert any("Partnership" in line and " 2 " in line for line in said)


def test_a_generator_that_fails_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The sentence says who failed in what, and why; nothing is left in the temporary folder."""
    monkeypatch.setattr(build, "find_tools", lambda say: Tools(Path("/bin/false"), None))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(UserError, match=r"Hugo.*/bin/false"):
        build.run(lambda text: None, (6,), 1, 0, None, names=("hugo",))
    assert list(tmp_path.iterdir()) == []
