"""What a check says, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Status = Literal["PASS", "FAIL", "ERROR", "ABSENT"]
"""``ERROR``: the tool could not run, which never counts as passing. ``ABSENT``: nothing of the kind in the folder."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of one check: its figure in words, and the first offences."""

    name: str
    status: Status
    figure: str
    offences: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Tell whether the audit may pass with this verdict."""
        return self.status in ("PASS", "ABSENT")

    def lines(self, details: int) -> list[str]:
        """Return the verdict as one line, and up to ``details`` offences below it."""
        head = f"{self.name}: {self.figure} — {self.status}"
        return [head, *(f"    {offence}" for offence in self.offences[:details])]


def judge(name: str, looked_at: int, offences: Iterable[str]) -> Verdict:
    """Return the verdict of a check that looked at so many things and found these offences."""
    found = tuple(dict.fromkeys(" ".join(offence.split())[:400] for offence in offences))
    if not looked_at:
        return Verdict(name, "ABSENT", "nothing to look at")
    return Verdict(name, "FAIL" if found else "PASS", f"{len(found)} offences in {looked_at}", found)


def attempt(name: str, check: Callable[[], Verdict]) -> Verdict:
    """Run a check; whatever keeps it from running becomes the verdict ``ERROR``."""
    try:
        return check()
    except Exception as error:
        return Verdict(name, "ERROR", f"could not run: {type(error).__name__}: {error}".replace("\n", " ")[:300])
