"""A page that holds what a measurement printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership_bench.limits import Say
from partnership_bench.printed_page import print_and_write


def test_what_is_printed_is_written(tmp_path: Path) -> None:
    """The page has the lines that were said, in a block, and the exit status is the measurement's."""
    page, said = tmp_path / "page.md", list[str]()

    def measure(say: Say) -> int:
        say("")
        say("ready: 3 ms  ")
        return 1

    assert print_and_write(measure, said.append, page, "finder", "Of two worlds.") == 1
    assert said == ["", "ready: 3 ms  "]
    text = page.read_text("utf-8")
    assert text.startswith("# Benchmarks of the finder\n")
    assert "Of two worlds.\n\nMachine: " in text
    assert text.endswith("\n\n```\nready: 3 ms\n```\n")


def test_what_breaks_off_leaves_the_page(tmp_path: Path) -> None:
    """An error while measuring leaves the page as it was."""
    page = tmp_path / "page.md"
    page.write_text("as it was", encoding="utf-8")

    def measure(say: Say) -> int:
        say("begun")
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        print_and_write(measure, print, page, "finder", "")
    assert page.read_text("utf-8") == "as it was"
