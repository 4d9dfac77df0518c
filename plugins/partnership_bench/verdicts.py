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
UNCHANGED_TIMES_HUGO: Final = {5000: 0.1}
ONE_POST_TIMES_HUGO: Final = {5000: 0.15}
"""Limits by the number of posts; the last for one that is added, deleted or given another title."""

INSTITUTION_TIMES_HUGO: Final = {5000: 0.35}
INSTITUTION_AMONG_POSTS_TIMES_HUGO: Final = {5000: 0.19}
"""Limits by the number of institutions: with few posts and equal pages, with as many posts and the full theme."""

LANGUAGES_TIMES_ONE: Final = {100: 2.2}
"""Limits by the number of posts of the site in all its languages, built from nothing, in times of the first alone."""

MEMORY_WITH_INSTITUTIONS: Final = {5000: 300.0}
MEMORY: Final = {20_000: 800.0}
"""Largest sums over processes in MB, by the number of posts; the first with as many institutions."""

GROWTH: Final = (1000, 20_000, 25.0)
"""From so many posts to so many the cost of one may grow by so many per cent."""

FIRST: Final = 100
"""Posts of the corpus whose cold build stands for what a build costs before its first post."""

ONE_POST: Final = ("title", "added", "deleted")
"""Scenarios in which one post changes in what lists and feeds show of it."""

OURS: Final = ("Partnership", "This")
"""First words of the names of this generator's two sites, the small one and that with the full theme."""

LIMITS: Final = (
    len(COLD_TIMES_HUGO) + len(COLD_TIMES_PELICAN) + len(EDITED_TIMES_HUGO) + len(UNCHANGED_TIMES_HUGO)
    + len(ONE_POST) * len(ONE_POST_TIMES_HUGO) + len([GROWTH]) + len(INSTITUTION_TIMES_HUGO)
    + len(LANGUAGES_TIMES_ONE)
    + len(INSTITUTION_AMONG_POSTS_TIMES_HUGO) + len(OURS) * (len(MEMORY_WITH_INSTITUTIONS) + len(MEMORY))
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
    names = {
        "cold": (_("%(posts)d posts, from nothing, times Hugo", posts=posts), COLD_TIMES_HUGO),
        "edited": (_("%(posts)d posts, one edited, times Hugo", posts=posts), EDITED_TIMES_HUGO),
        "unchanged": (_("%(posts)d posts, nothing changed, times Hugo", posts=posts), UNCHANGED_TIMES_HUGO),
        "title": (_("%(posts)d posts, title of one changed, times Hugo", posts=posts), ONE_POST_TIMES_HUGO),
        "added": (_("%(posts)d posts, one added, times Hugo", posts=posts), ONE_POST_TIMES_HUGO),
        "deleted": (_("%(posts)d posts, one deleted, times Hugo", posts=posts), ONE_POST_TIMES_HUGO),
    }
    for scenario, (name, limits) in names.items():
        yield from _times(one, scenario, "Partnership", "Hugo", name, limits.get(posts))
    name = _("%(posts)d posts, from nothing, times Pelican", posts=posts)
    yield from _times(one, "cold", "Partnership", "Pelican", name, COLD_TIMES_PELICAN.get(posts))
    name = _("%(posts)d posts, from nothing, all languages times the first one", posts=posts)
    yield from _times(one, "cold", "All", "This", name, LANGUAGES_TIMES_ONE.get(posts))
    if posts in MEMORY:
        for word in OURS:
            name = _marked(_("%(posts)d posts, memory at its peak", posts=posts), word)
            yield from _memory(one, word, name, MEMORY[posts])


def _with_institutions(one: Measured) -> Iterator[Verdict]:
    count = one.corpus.institutions
    for word in OURS:
        few = one.corpus.posts < count
        if few:
            name = _("%(count)d institutions, one edited, times Hugo", count=count)
        else:
            name = _("%(posts)d posts with %(count)d institutions, one of these edited, times Hugo",
                     posts=one.corpus.posts, count=count)  # fmt: skip
        limits = INSTITUTION_TIMES_HUGO if few else INSTITUTION_AMONG_POSTS_TIMES_HUGO
        # With few posts equal pages are judged, with many the site as it is.
        judged = few == (word != "This")
        limit = limits.get(count) if judged else None
        yield from _times(one, "institution", word, "Hugo", _marked(name, word), limit)
        if few:
            continue
        name = _("%(posts)d posts with %(count)d institutions, memory at its peak", posts=one.corpus.posts, count=count)
        yield from _memory(one, word, _marked(name, word), MEMORY_WITH_INSTITUTIONS.get(count))


def _times(one: Measured, scenario: str, ours: str, other: str, name: str, limit: float | None) -> Iterator[Verdict]:
    """Yield how many times as long one generator takes as another, where both were measured."""
    own, others = one.wall(scenario, ours), one.wall(scenario, other)
    if own and others:
        yield Verdict(name, own / others, "×", limit)


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
