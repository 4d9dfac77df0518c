"""``bench feeds``: what all feeds cost of a clean build, and that unchanged ones are not made again."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from msgspec.structs import replace

from partnership.engine import plan
from partnership.engine.entry import build
from partnership.language import _
from partnership.settings import Settings
from partnership.settings_file import read_settings
from partnership_bench.limits import Report, Say, processor_seconds
from partnership_bench.posts import write_posts

POSTS = 5000
SHARE = 35.0
"""Largest part of a clean build that all feeds may take, in per cent."""

FEEDS = "publications.feeds"
_NAMES = ("rss", "atom", "feed")


def run(say: Say, posts: int = POSTS) -> int:
    """Build generated posts with the project's data, with feeds and without; return the exit status."""
    report = Report(say)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        settings = replace(read_settings(), content=root / "content", output=root / "output", cache=root / "cache")
        write_posts(settings.content, posts)
        (root / "nothing").mkdir()
        # The first build also loads what both need; its time does not count.
        _clean_build(replace(settings, content=root / "nothing"), root / "first")
        bare = _clean_build(settings, root / "bare", without=FEEDS)
        whole = _clean_build(settings, root / "whole")
        count, size = _feeds_in(root / "whole")
        report.figure(_("posts"), posts, "")
        report.figure(_("feed files"), count, "")
        report.figure(_("size of all feeds"), size / 1e6, "MB")
        report.figure(_("clean build, processor time"), whole, "s")
        report.figure(_("clean build without feeds, processor time"), bare, "s")
        report.figure(_("share of feeds in a clean build"), 100 * max(0.0, whole - bare) / whole, "%", SHARE)
        made, seconds = _edit_one(replace(settings, output=root / "whole", cache=root / "cache-whole"))
        report.figure(_("build after an edit of one post"), seconds, "s")
        # The site, its section, a category, two topics, an author, each in three formats; and its archive pages.
        report.figure(_("feed files made again after it"), made, "", 3 * 8)
    return report.status


def _clean_build(settings: Settings, output: Path, without: str = "") -> float:
    """Return the processor seconds that a clean build takes, with an area left out."""
    areas = plan.AREAS
    plan.AREAS = tuple(name for name in areas if name != without)
    try:
        started = processor_seconds()
        build(replace(settings, output=output, cache=settings.cache.with_name(f"cache-{output.name}")))
        return processor_seconds() - started
    finally:
        plan.AREAS = areas


def _is_feed(path: str) -> bool:
    name = path.rpartition("/")[2]
    stem, _dot, ending = name.partition(".")
    return ending in ("xml", "json") and stem.rstrip("0123456789").rstrip("-") in _NAMES


def _feeds_in(output: Path) -> tuple[int, int]:
    """Return how many feed files lie in an output folder, and their size in bytes."""
    files = [file for file in output.rglob("*") if file.is_file() and _is_feed(file.as_posix())]
    return len(files), sum(file.stat().st_size for file in files)


def _edit_one(settings: Settings) -> tuple[int, float]:
    """Change a word in the newest post; return how many feed files were made again, and the seconds of the build."""
    newest = max(settings.content.rglob("*.md"))
    newest.write_text(newest.read_text(encoding="utf-8").replace("Urząd", "Biuro"), encoding="utf-8")
    before = {file: file.stat().st_mtime_ns for file in settings.output.rglob("*") if _is_feed(file.as_posix())}
    started = time.perf_counter()
    build(settings)
    seconds = time.perf_counter() - started
    after = {file: file.stat().st_mtime_ns for file in settings.output.rglob("*") if _is_feed(file.as_posix())}
    return sum(after[file] != before.get(file) for file in after), seconds
