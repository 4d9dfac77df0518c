"""What issue and design ask of the build's speed and memory, and what was measured of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from partnership.language import _
from partnership_bench.scenarios import Measured

COLD_TIMES_HUGO: Final = {1000: 2.0, 5000: 1.5}
COLD_TIMES_PELICAN: Final = {1000: 0.4, 5000: 0.4}
EDITED_TIMES_HUGO: Final = {1000: 0.6, 5000: 0.15}
UNCHANGED_SECONDS: Final = {5000: 0.3}
INSTITUTION_SECONDS: Final = {5000: 0.6}
"""Limits by the number of posts, or of institutions."""

MEMORY_WITH_INSTITUTIONS: Final = {5000: 300.0}
MEMORY: Final = {20_000: 800.0}
"""Largest sums over processes in MB, by the number of posts; the first with as many institutions."""

GROWTH: Final = (1000, 20_000, 25.0)
"""From so many posts to so many the cost of one may grow by so many per cent."""

FIRST: Final = 100
"""Posts of the corpus whose cold build stands for what a build costs before its first post."""

OURS: Final = ("Partnership", "This")
"""First words of the names of this generator's two sites, the small one and that with the full theme."""

LIMITS: Final = (
    len(COLD_TIMES_HUGO) + len(COLD_TIMES_PELICAN) + len(EDITED_TIMES_HUGO) + len(UNCHANGED_SECONDS) + len([GROWTH])
    + len(INSTITUTION_SECONDS) + len(OURS) * (len(MEMORY_WITH_INSTITUTIONS) + len(MEMORY))
)  # fmt: skip
"""How many limits there are."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A figure and its limit; without one it only informs."""

    name: str
    value: float
    unit: str
    limit: float | None

    @property
    def holds(self) -> bool:
        """Whether the figure is within its limit."""
        return self.limit is None or self.value <= self.limit


def verdicts(measured: Sequence[Measured]) -> Iterator[Verdict]:
    """Yield every figure that something is asked of, where all that it needs was measured."""
    for one in measured:
        yield from _with_institutions(one) if one.corpus.institutions else _with_posts(one)
    yield from _growth({one.corpus.posts: one for one in measured if not one.corpus.institutions})


def _with_posts(one: Measured) -> Iterator[Verdict]:
    posts = one.corpus.posts
    cold, edited, unchanged = (one.wall(name, "Partnership") for name in ("cold", "edited", "unchanged"))
    hugo_cold, hugo_edited, pelican = one.wall("cold", "Hugo"), one.wall("edited", "Hugo"), one.wall("cold", "Pelican")
    if cold and hugo_cold:
        name = _("%(posts)d posts, from nothing, times Hugo", posts=posts)
        yield Verdict(name, cold / hugo_cold, "×", COLD_TIMES_HUGO.get(posts))
    if cold and pelican:
        name = _("%(posts)d posts, from nothing, times Pelican", posts=posts)
        yield Verdict(name, cold / pelican, "×", COLD_TIMES_PELICAN.get(posts))
    if edited and hugo_edited:
        name = _("%(posts)d posts, one edited, times Hugo", posts=posts)
        yield Verdict(name, edited / hugo_edited, "×", EDITED_TIMES_HUGO.get(posts))
    if unchanged:
        name = _("%(posts)d posts, nothing changed", posts=posts)
        yield Verdict(name, unchanged, "s", UNCHANGED_SECONDS.get(posts))
    if posts in MEMORY:
        for word in OURS:
            name = _marked(_("%(posts)d posts, memory at its peak", posts=posts), word)
            yield from _memory(one, word, name, MEMORY[posts])


def _with_institutions(one: Measured) -> Iterator[Verdict]:
    count = one.corpus.institutions
    for word in OURS:
        wall = one.wall("institution", word)
        if wall:
            if one.corpus.posts < count:
                name = _("%(count)d institutions, one edited", count=count)
            else:
                name = _("%(posts)d posts with %(count)d institutions, one of these edited",
                         posts=one.corpus.posts, count=count)  # fmt: skip
            # The limits of times speak of equivalent pages; the full theme stands beside them.
            judged = one.corpus.posts < count and word != "This"
            limit = INSTITUTION_SECONDS.get(count) if judged else None
            yield Verdict(_marked(name, word), wall, "s", limit)
        if one.corpus.posts < count:
            continue
        name = _("%(posts)d posts with %(count)d institutions, memory at its peak", posts=one.corpus.posts, count=count)
        yield from _memory(one, word, _marked(name, word), MEMORY_WITH_INSTITUTIONS.get(count))


def _memory(one: Measured, word: str, name: str, limit: float | None) -> Iterator[Verdict]:
    """Yield the largest memory of all scenarios."""
    found = [taken.memory for scenario in one.taken if (taken := one.get(scenario, word))]
    if found:
        yield Verdict(name, max(found), "MB", limit)


def _growth(by_posts: dict[int, Measured]) -> Iterator[Verdict]:
    """Yield by how much the cost of a post grows, what a build costs before its first post taken off.

    That is the stricter way: with the start among the costs each post of a larger site would seem cheaper.
    """
    few, many, limit = GROWTH
    walls = {posts: by_posts[posts].wall("cold", "Partnership") for posts in (FIRST, few, many) if posts in by_posts}
    first, small, large = walls.get(FIRST), walls.get(few), walls.get(many)
    if first and small and large and small > first:
        growth = 100 * ((large - first) / (many - FIRST) / ((small - first) / (few - FIRST)) - 1)
        yield Verdict(_("cost of a post, growth from %(few)d to %(many)d", few=few, many=many), growth, "%", limit)
    if small and large:
        growth = 100 * (large / many / (small / few) - 1)
        name = _("cost of a post with its share of the start, growth from %(few)d to %(many)d", few=few, many=many)
        yield Verdict(name, growth, "%", None)


def _marked(name: str, word: str) -> str:
    mark = _("full theme")
    return f"{name} ({mark})" if word == "This" else name
