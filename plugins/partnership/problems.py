"""Problems in what editors write, the one currency in which every room reports a mistake.

A problem carries the place (1-based line and column), what is wrong and what to do, both whole sentences in the
language of the person at work.  Rooms collect problems instead of raising at the first one, so that an editor mends
all mistakes in one go.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

Severity = Literal["error", "warning"]
LONGEST_TEXT = 600
"""Characters of a message or a hint; what is longer is cut in its middle."""


class Problem(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One mistake in one place.

    ``path`` is absolute inside the program and made relative for display.  ``line`` and ``column`` are 1-based; a
    problem of a whole file stands at 1:1.  ``code`` is a stable kebab-case name for programs, ``suggestion`` the
    text to put there, if one is near.
    """

    path: str
    line: int = 1
    column: int = 1
    severity: Severity = "error"
    code: str
    message: str
    hint: str
    suggestion: str | None = None

    def __post_init__(self) -> None:
        """Shorten what quotes a very long value of a file: nobody reads it, and a terminal drowns in it."""
        for name in ("message", "hint"):
            text = getattr(self, name)
            if len(text) > LONGEST_TEXT:
                short = f"{text[: LONGEST_TEXT // 2].rstrip()} … {text[-LONGEST_TEXT // 2 :].lstrip()}"
                msgspec.structs.force_setattr(self, name, short)

    def as_text(self, base: Path | None = None) -> str:
        """Return ``PATH:LINE:COLUMN: severity: MESSAGE.

        HINT`` on one line, the path as the reader sees it from ``base``.
        """
        told = f"{self.message.rstrip('.')}; {self.hint}" if self.hint else self.message
        line = f"{shown_path(self.path, base)}:{self.line}:{self.column}: {self.severity}: {told}"
        return "".join(" " if ord(char) < 32 or ord(char) == 127 else char for char in line)


class ProblemList:
    """A growing collection of problems, each of them once."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._problems: dict[Problem, None] = dict.fromkeys(problems)

    def add(self, problem: Problem) -> None:
        """Add one problem; the same problem twice counts once."""
        self._problems[problem] = None

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add many problems."""
        for problem in problems:
            self.add(problem)

    def __iter__(self) -> Iterator[Problem]:
        """Iterate sorted by path, line, column and message."""
        return iter(sorted(self._problems, key=lambda p: (p.path, p.line, p.column, p.severity, p.message)))

    def __len__(self) -> int:
        """Return how many problems there are, warnings included."""
        return len(self._problems)

    @property
    def errors(self) -> int:
        """Number of problems that stop a build."""
        return sum(problem.severity == "error" for problem in self._problems)

    @property
    def warnings(self) -> int:
        """Number of problems that stop nothing (unless asked to)."""
        return len(self._problems) - self.errors


class ProblemsFound(Exception):
    """Raised where work cannot go on; carries every problem found so far."""

    def __init__(self, problems: ProblemList) -> None:
        super().__init__(f"{problems.errors} errors, {problems.warnings} warnings")
        self.problems = problems

    def __reduce__(self) -> tuple[type[ProblemsFound], tuple[ProblemList]]:
        """Let it travel from a helping process with all that it carries."""
        return ProblemsFound, (self.problems,)


class UserError(Exception):
    """A mistake of the caller or of the surroundings (a taken port, a folder that cannot be written).

    One clear sentence, no place.
    """


def shown_path(path: str, base: Path | None = None) -> str:
    """Return ``path`` relative to ``base`` (the working directory by default) when it lies inside, else absolute."""
    root = os.path.realpath(base) if base is not None else os.getcwd()
    absolute = path if os.path.isabs(path) else os.path.join(root, path)
    inside = absolute.startswith(root.rstrip(os.sep) + os.sep)
    return os.path.relpath(absolute, root) if inside else absolute
