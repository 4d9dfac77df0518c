"""A page of ``docs/`` that holds what a measurement printed, with the machine that it ran on."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from partnership.language import SOURCE_LANGUAGE, speaking
from partnership_bench.limits import Say
from partnership_bench.machine import machine

_PAGE: Final = """# Benchmarks of the {part}

Written by `python3 tasks.py bench {part} --write`; nothing here is typed by hand. {about}

{machine}

```
{lines}
```
"""


def print_and_write(measure: Callable[[Say], int], say: Say, page: Path | None, part: str, about: str) -> int:
    """Run ``measure``, which prints line by line, and write the same lines into ``page``; return its exit status.

    ``part`` is the word after ``bench``, ``about`` sentences on what was measured, in Markdown.  A measurement that
    breaks off with an error leaves the page as it was.
    """
    lines: list[str] = []

    def told(text: str) -> None:
        lines.append(text.rstrip())
        say(text)

    if page is None:
        return measure(told)
    # The page is English, whatever the terminal speaks.
    with speaking(SOURCE_LANGUAGE):
        status = measure(told)
    text = _PAGE.format(
        part=part, about=about, machine=machine(tempfile.gettempdir()), lines="\n".join(lines).strip("\n")
    )
    page.write_text(text, encoding="utf-8")
    return status
