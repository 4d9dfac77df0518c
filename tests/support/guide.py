"""The worked examples of docs/extend.md: the files they make and the lines they add, taken from the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.commands import PROJECT

STEP = re.compile(
    r"^(?:New file `(?P<new>[^`]+)`|In `(?P<path>[^`]+)`, (?P<where>above|below) `(?P<anchor>[^`]+)`):\n\n"
    r"```\w+\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)

OF_A_SITE = "A new kind of content"
"""The example whose files are a site's and not the program's."""


def steps(example: str | None = None) -> Iterator[re.Match[str]]:
    """Yield the steps of one example by its heading; without one those of all that are about the program."""
    text = (PROJECT / "docs" / "extend.md").read_text(encoding="utf-8")
    _before, *parts = _HEADING.split(text)
    for heading, told in zip(parts[::2], parts[1::2], strict=True):
        if heading == example or (example is None and heading != OF_A_SITE):
            yield from STEP.finditer(told)


def apply(step: re.Match[str], root: Path) -> Path:
    """Do what a step says and return the file it is about."""
    if step["new"]:
        path = root / step["new"]
        assert not path.exists(), f"{step['new']} exists already: choose another example"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step["text"], encoding="utf-8")
        return path
    path = root / step["path"]
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if step["anchor"] in line]
    assert len(places) == 1, f"`{step['anchor']}` stands {len(places)} times in {step['path']}"
    lines.insert(places[0] + (step["where"] == "below"), step["text"])
    path.write_text("".join(lines), encoding="utf-8")
    return path
