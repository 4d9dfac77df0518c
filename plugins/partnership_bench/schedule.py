"""Who is measured where and how often: what the limits speak of often, what takes long seldom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from partnership.language import _
from partnership_bench.contestants import Contestant

T = TypeVar("T")

SCENARIOS: Final[tuple[str, ...]] = (
    "cold",
    "unchanged",
    "edited",
    "template",
    "setting",
    "title",
    "institution",
    "added",
    "deleted",
)
"""What is measured, in this order: each finds the site as the one before left it.

What replaces many files stands early: before the next cold run comes something else.
"""


def titles() -> dict[str, str]:
    """Return what each scenario is called, in the order in which tables show them."""
    return {
        "cold": _("from nothing"),
        "unchanged": _("nothing changed"),
        "edited": _("text of one post edited"),
        "title": _("title of one post changed"),
        "added": _("one post added"),
        "deleted": _("one post deleted"),
        "institution": _("one institution edited"),
        "template": _("template of posts changed"),
        "setting": _("site's name changed"),
    }


FEW: Final[tuple[str, ...]] = ("cold", "unchanged", "edited")
"""What is measured where everything would take too long or tell nothing new."""

LARGE: Final = 10_000
"""From so many posts on only the quick generators are measured."""

SMALL: Final = 500
"""Below so many posts only little is measured."""

OFTEN_SECONDS: Final = 30.0
"""What the limits speak of is repeated until it has taken so long; in processor seconds, as all that follows.

By the clock a disk that stalls once would end the repeating with that one run.
"""

SELDOM: Final = (3, 8.0)
"""All else: so many runs at most, and so many seconds in all."""

LONG_SECONDS: Final = 6.0
"""A run that takes longer counts in the first round too, in which caches fill."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """How much there is of everything."""

    posts: int
    institutions: int = 0

    @property
    def scenarios(self) -> tuple[str, ...]:
        """What is measured here."""
        if self.institutions:
            return ("cold", "unchanged", "institution")
        if self.posts < SMALL or self.posts >= LARGE:
            return FEW
        return tuple(name for name in SCENARIOS if name != "institution")

    @property
    def all_languages(self) -> bool:
        """Whether the site in all its languages is measured beside that in the first one."""
        return self.posts < SMALL and not self.institutions

    @property
    def all_generators(self) -> bool:
        """Whether the slow generators, too, are measured here."""
        return self.posts < LARGE and not 0 < self.institutions <= self.posts


def is_often(one: Contestant, scenario: str) -> bool:
    """Tell whether a limit speaks of this scenario of this generator."""
    if one.short in ("Partnership", "This"):
        return scenario not in ("template", "setting")
    if one.short == "All":
        return scenario == "cold"
    if one.short == "Hugo":
        return scenario in ("cold", "edited")
    return one.name == "Pelican" and scenario == "cold"


def is_enough(one: Contestant, scenario: str, taken: Sequence[float], rounds: int) -> bool:
    """Tell whether runs that took so many processor seconds are all that are needed."""
    most, seconds = (rounds, OFTEN_SECONDS) if is_often(one, scenario) else (min(rounds, SELDOM[0]), SELDOM[1])
    return len(taken) >= most or sum(taken) >= seconds


def turns(all_of_them: Sequence[T], number: int) -> list[T]:
    """Return the order of a turn: from turn to turn each follows another neighbour, and none is always first.

    It is a balanced square: 0, n−1, 1, n−2 and so on, moved on by one each turn, and back to front every other n turns.
    """
    count = len(all_of_them)
    zigzag = [place // 2 if place % 2 == 0 else count - 1 - place // 2 for place in range(count)]
    order = [all_of_them[(place + number) % count] for place in zigzag]
    return order[::-1] if count and number // count % 2 else order
