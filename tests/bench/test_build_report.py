"""The measurement on a page: tables, limits, and pictures that anyone can read."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from partnership_bench.bars import Bar, draw, in_words
from partnership_bench.build_report import table, write_page
from partnership_bench.equivalence import Counts
from partnership_bench.machine import file_system
from partnership_bench.processes import Run
from partnership_bench.scenarios import Measured, Taken
from partnership_bench.schedule import Corpus


def _measured(posts: int = 1000) -> Measured:
    walls = {
        "cold": {"Partnership": 1.5, "Hugo 1": 1.0, "Pelican": 3.0},
        "edited": {"Partnership": 0.4, "Hugo 1": 0.8, "Pelican": 3.5},
        "title": {"Partnership": 0.4},
        "deleted": {"Partnership": 0.4, "Hugo 1": 0.8},
    }
    names = ["Partnership", "Hugo 1", "Pelican"]
    taken = {
        scenario: {name: Taken([Run(some[name], 1, 1)], 80, 1234) if name in some else Taken() for name in names}
        for scenario, some in walls.items()
    }
    return Measured(Corpus(posts), 7, names, taken, {"Hugo 1": Counts(posts, 90, 5 * posts)}, ["Hugo 1", "Pelican"])


def test_what_was_not_measured_is_left_out() -> None:
    """A generator that was not measured in a scenario has no row there."""
    lines = table(_measured())
    assert len(lines) == 1 + 3 + 3 + 1 + 2


def test_the_page(tmp_path: Path) -> None:
    """It tells the limits, how equal the sites are, who leaves pages of deleted posts, and every figure."""
    write_page(tmp_path / "benchmarks.md", [_measured(100), _measured()], 12.3, str(tmp_path))
    page = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
    assert "| 1000 posts, from nothing, times Hugo | ≤ 2 × | 1.50 × | holds |" in page
    assert "in one go of 12 minutes" in page
    assert "2 of 3 limits hold; 15 were not measured." in page
    assert "| 1,000 posts | Hugo 1 | 1,000 | 90 | 5,000 |" in page
    assert "still in the output of Hugo 1 and Pelican," in page and "not in that of Partnership." in page
    assert "| title of one post changed | Partnership | 0.40 | 1.00 | 80 | 1,234 | 1 |" in page
    assert "A whole build from nothing, 1,000 posts: Hugo 1 1.00 s, Partnership 1.50 s, Pelican 3.00 s" in page
    for name in ("from-nothing", "one-post-edited"):
        assert f"(pictures/bench-{name}.svg)" in page
        ET.parse(tmp_path / "pictures" / f"bench-{name}.svg")


def test_the_file_system(tmp_path: Path) -> None:
    """It is named by the mount nearest to the folder: writing to a disk and to memory take different times."""
    assert file_system("/proc/self") == "proc"
    assert file_system(str(tmp_path))


def test_bars_are_sorted_and_in_proportion() -> None:
    """The shortest first, each twice as long as one of half the seconds; words for those who do not see it."""
    some = [Bar("B & C", 4.0, False), Bar("A", 2.0, True)]
    picture = ET.fromstring(draw("Title", "Note", some))
    space = "{http://www.w3.org/2000/svg}"
    widths = [float(one.attrib["width"]) for one in picture.iter(f"{space}rect") if "bar" in one.attrib["class"]]
    assert widths == [134.0, 268.0]
    assert in_words("Title", some) == "Title: A 2.00 s, B & C 4.00 s"
    assert picture.findtext(f"{space}title") == in_words("Title", some)
