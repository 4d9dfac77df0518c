"""``bench build``: this site from nothing and unchanged, and generated posts beside stock Pelican in the same run."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from partnership.bench.limits import Report, Say
from partnership.bench.posts import write_posts
from partnership.bench.processes import Run, measure, middle
from partnership.language import _
from partnership.settings import PROJECT

POSTS: Final = 1000
ROUNDS: Final = 3
"""Runs of each command, one after the other in turn, so that a slow minute of the machine touches all alike."""

_COUNTY = """- teryt: "1201"
  slug: powiat-bochenski
  name: powiat bocheński
  short_name: bocheński
  kind: rural
  seat: Bochnia
  seat_locative: w Bochni
  locative: w powiecie bocheńskim
  genitive: powiatu bocheńskiego
  latitude: 49.969
  longitude: 20.430
  tile: {row: 0, column: 0}
"""
_PELICAN = """AUTHOR = SITENAME = "Bench"
SITEURL = "https://bench.example"
PATH = "content"
THEME = "simple"
TIMEZONE = "Europe/Warsaw"
DEFAULT_LANG = "pl"
DEFAULT_PAGINATION = 20
FEED_ALL_ATOM = "atom.xml"
"""


def run(say: Say, posts: int = POSTS, rounds: int = ROUNDS) -> int:
    """Measure whole processes and print medians with their limits; return the exit status."""
    report = Report(say)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _this_site(report, root, rounds)
        _generated(report, root, posts, rounds)
    return report.status


def _this_site(report: Report, root: Path, rounds: int) -> None:
    output = root / "site"
    steps: dict[str, Callable[[], Run]] = {
        "check": lambda: measure(_task("check"), PROJECT),
        "cold": lambda: _cold(_task("build", "--output", str(output)), output),
        "unchanged": lambda: measure(_task("build", "--output", str(output)), PROJECT),
    }
    taken = _in_turn(steps, rounds)
    report.figure(_("this site, check"), taken["check"].wall, "s", 1.5)
    report.figure(_("this site, clean build"), taken["cold"].wall, "s", 4.0)
    report.figure(_("this site, clean build, processor time"), taken["cold"].processor, "s")
    report.figure(_("this site, clean build, largest process"), taken["cold"].peak, "MB", 300)
    report.figure(_("this site, nothing changed"), taken["unchanged"].wall, "s")


def _generated(report: Report, root: Path, posts: int, rounds: int) -> None:
    ours, theirs = _our_sources(root / "ours", posts), _pelican_sources(root / "theirs", root / "ours", posts)
    ours_output, theirs_output = root / "ours-output", root / "theirs-output"
    build = _task("build", *ours, "--output", str(ours_output))
    pelican = [sys.executable, "-m", "pelican", "-s", "conf.py", "-o", str(theirs_output), "--quiet"]
    posts_folder = root / "ours" / "content" / "news"
    steps: dict[str, Callable[[], Run]] = {
        "ours": lambda: _cold(build, ours_output),
        "pelican": lambda: _cold(pelican, theirs_output, theirs),
        "edited": lambda: _edited(build, posts_folder),
        "unchanged": lambda: measure(build, PROJECT),
    }
    taken = _in_turn(steps, rounds)
    report.figure(_("posts"), posts, "")
    report.figure(_("Pelican with its simple theme, clean build"), taken["pelican"].wall, "s")
    report.figure(_("Pelican with its simple theme, clean build, processor time"), taken["pelican"].processor, "s")
    report.figure(_("this generator with its full theme, clean build"), taken["ours"].wall, "s", taken["pelican"].wall)
    report.figure(_("this generator with its full theme, clean build, processor time"), taken["ours"].processor, "s")
    report.figure(_("this generator, largest process"), taken["ours"].peak, "MB", 300)
    report.figure(_("this generator, one post edited"), taken["edited"].wall, "s")
    report.figure(_("this generator, nothing changed"), taken["unchanged"].wall, "s")


def _in_turn(steps: dict[str, Callable[[], Run]], rounds: int) -> dict[str, Run]:
    """Run every step once a round, after a round that does not count; return the medians."""
    taken: dict[str, list[Run]] = {name: [] for name in steps}
    for number in range(rounds + 1):
        for name, step in steps.items():
            run_taken = step()
            if number:
                taken[name].append(run_taken)
    return {name: middle(runs) for name, runs in taken.items()}


def _task(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "partnership", *arguments]


def _cold(command: list[str], output: Path, folder: Path = PROJECT) -> Run:
    shutil.rmtree(output, ignore_errors=True)
    return measure(command, folder)


def _edited(command: list[str], posts: Path) -> Run:
    newest = max(posts.rglob("*.md"))
    text = newest.read_text(encoding="utf-8")
    old, new = ("Urząd", "Biuro") if "Urząd" in text else ("Biuro", "Urząd")
    newest.write_text(text.replace(old, new), encoding="utf-8")
    return measure(command, PROJECT)


def _our_sources(root: Path, posts: int) -> list[str]:
    """Write posts and the three files that every site needs; return the options that name them."""
    data = root / "data"
    data.mkdir(parents=True)
    (data / "counties.yaml").write_text(_COUNTY, encoding="utf-8")
    for name in ("services", "institution-types"):
        (data / f"{name}.yaml").write_text("[]\n", encoding="utf-8")
    write_posts(root / "content", posts)
    return ["--content", str(root / "content"), "--data", str(data)]


def _pelican_sources(root: Path, ours: Path, posts: int) -> Path:
    """Write the same posts with Pelican's kind of head; return the folder in which Pelican is run."""
    for source in sorted((ours / "content" / "news").rglob("*.md"))[:posts]:
        _before, head, body = source.read_text(encoding="utf-8").split("---\n", 2)
        target = root / "content" / source.name
        target.parent.mkdir(parents=True, exist_ok=True)
        # Pelican names page 2 of "temat 1" as it names "temat 12"; a letter behind the number keeps them apart.
        head = re.sub(r"(temat|Kategoria|Autor) ([0-9]+)", r"\1 \2x", head.replace("[", "").replace("]", ""))
        target.write_text(head + "\n" + body, encoding="utf-8")
    (root / "conf.py").write_text(_PELICAN, encoding="utf-8")
    return root
