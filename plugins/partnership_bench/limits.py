"""Measured figures against their limits, printed one a line."""

from __future__ import annotations

import resource
from collections.abc import Callable
from dataclasses import dataclass, field

from partnership.language import _

Say = Callable[[str], None]


def processor_seconds() -> float:
    """Return the processor time of this process and of its ended children: other work on the machine does not count."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


@dataclass
class Report:
    """Prints figures as they come and remembers whether any went over its limit."""

    say: Say
    over: list[str] = field(default_factory=list)

    def figure(self, name: str, value: float, unit: str, limit: float | None = None) -> None:
        """Print a figure; with a limit also whether it holds."""
        told = f"{name}: {value:,.2f} {unit}" if value < 100 else f"{name}: {value:,.0f} {unit}"
        if limit is not None:
            fits = value <= limit
            verdict = _("holds") if fits else _("exceeded")
            told += _(" (limit %(limit)s: %(verdict)s)", limit=f"{limit:g} {unit}".strip(), verdict=verdict)
            if not fits:
                self.over.append(name)
        self.say(told.rstrip())

    @property
    def status(self) -> int:
        """Exit status: 0 when every limit holds."""
        return 1 if self.over else 0
