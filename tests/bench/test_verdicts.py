"""The limits: each judged where all that it needs was measured, and only there."""

from __future__ import annotations

from partnership.language import speaking
from partnership_bench.processes import Run
from partnership_bench.scenarios import Measured, Taken
from partnership_bench.schedule import Corpus
from partnership_bench.verdicts import Verdict, verdicts

OURS, FULL = "Partnership", "This site, full theme"


Walls = dict[str, dict[str, float]]


def _measured(posts: int, walls: Walls, institutions: int = 0) -> Measured:
    names = sorted({name for some in walls.values() for name in some})
    taken = {
        scenario: {name: Taken([Run(wall, wall, 50)], memory=wall * 100) for name, wall in some.items()}
        for scenario, some in walls.items()
    }
    return Measured(Corpus(posts, institutions), 1, names, taken)


def _judged(*measured: Measured) -> dict[str, Verdict]:
    with speaking("en"):
        return {one.name: one for one in verdicts(measured)}


def test_times_of_other_generators() -> None:
    """At 1,000 posts the limits are those of 1,000; at another size the figure only informs."""
    walls: Walls = {
        "cold": {OURS: 2.0, "Hugo 1": 1.0, "Pelican": 4.0, "Pelican with its cache": 1.0},
        "edited": {OURS: 0.5, "Hugo 1": 1.0},
    }
    found = _judged(_measured(1000, walls))
    assert [one.holds for one in found.values()] == [True, True, False]
    assert found["1000 posts, from nothing, times Pelican"] == Verdict(
        "1000 posts, from nothing, times Pelican", 0.5, "×", 0.4
    )
    assert all(one.limit is None for one in _judged(_measured(700, walls)).values())


def test_small_changes_and_memory() -> None:
    """Times are told in Hugo's of the same run; memory of both sites is judged, the largest of all scenarios.

    An institution is judged on equal pages among few posts, and with the full theme among many.
    """
    hugo = "Hugo 1"
    one_post = {"title": {OURS: 0.16, hugo: 1.0}, "added": {OURS: 0.15, hugo: 1.0}, "deleted": {OURS: 0.1, hugo: 1.0}}
    found = _judged(
        _measured(5000, {"unchanged": {OURS: 0.11, hugo: 1.0}, **one_post}),
        _measured(100, {"institution": {OURS: 0.3, FULL: 0.7, hugo: 1.0}}, 5000),
        _measured(5000, {"cold": {OURS: 2.0, FULL: 4.0}, "institution": {OURS: 0.9, FULL: 0.2, hugo: 1.0}}, 5000),
        _measured(20_000, {"cold": {OURS: 7.0, FULL: 9.0}}),
    )
    told = {name: (one.value, one.holds) for name, one in found.items()}
    assert told == {
        "5000 posts, nothing changed, times Hugo": (0.11, False),
        "5000 posts, title of one changed, times Hugo": (0.16, False),
        "5000 posts, one added, times Hugo": (0.15, True),
        "5000 posts, one deleted, times Hugo": (0.1, True),
        "5000 institutions, one edited, times Hugo": (0.3, True),
        "5000 institutions, one edited, times Hugo (full theme)": (0.7, True),
        "5000 posts with 5000 institutions, one of these edited, times Hugo": (0.9, True),
        "5000 posts with 5000 institutions, one of these edited, times Hugo (full theme)": (0.2, False),
        "5000 posts with 5000 institutions, memory at its peak": (200, True),
        "5000 posts with 5000 institutions, memory at its peak (full theme)": (400, False),
        "20000 posts, memory at its peak": (700, True),
        "20000 posts, memory at its peak (full theme)": (900, False),
    }


def test_languages() -> None:
    """All languages of the site are judged against its first one, where both were measured."""
    both = _judged(_measured(100, {"cold": {FULL: 2.0, "All languages, full theme": 4.5}}))
    assert both == {
        "100 posts, from nothing, all languages times the first one": Verdict(
            "100 posts, from nothing, all languages times the first one", 2.25, "×", 2.2
        )
    }
    assert not both.popitem()[1].holds


def test_the_growth_of_a_post() -> None:
    """Without the start, which is no post's: 1 ms a post at 1,000, 1.5 ms at 20,000 are 50 % more."""
    sizes = [_measured(posts, {"cold": {OURS: 1 + posts / 1000}}) for posts in (100, 1000)]
    found = _judged(*sizes, _measured(20_000, {"cold": {OURS: 1.1 + 19_900 * 0.0015}}))
    growth = found["cost of a post, growth from 1000 to 20000"]
    assert round(growth.value) == 50 and not growth.holds
    assert not any("growth" in name for name in _judged(*sizes))
