"""Classes of the map: each figure in exactly one, none empty, figures that read alike together."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from partnership.charts.quantiles import CLASSES, Class, level_of, quantiles, shown

FIGURES = st.lists(st.floats(-1e9, 1e9, allow_nan=False), max_size=80)


@given(FIGURES, st.integers(0, 3))
def test_every_figure_has_one_class(values: list[float], decimals: int) -> None:
    """Classes do not overlap, rise in level, hold every figure, and none is empty."""
    classes = quantiles(values, decimals)
    assert len(classes) <= min(CLASSES, len(values))
    assert sum(one.size for one in classes) == len(values)
    assert all(one.size > 0 and one.low <= one.high for one in classes)
    for lower, upper in pairwise(classes):
        assert lower.high < upper.low
        assert lower.level < upper.level
    for value in values:
        assert 1 <= level_of(classes, value, decimals) <= CLASSES


@given(st.sets(st.integers(-10_000, 10_000), min_size=CLASSES, max_size=60))
def test_classes_are_of_like_size(values: set[int]) -> None:
    """Figures that all differ fall into five classes whose sizes differ by one at most."""
    sizes = [one.size for one in quantiles([float(value) for value in values], 0)]
    assert len(sizes) == CLASSES
    assert max(sizes) - min(sizes) <= 1


def test_figures_printed_alike_share_a_class() -> None:
    """2.04 and 1.96 are both printed as 2,0: the reader must not find them in two classes."""
    assert quantiles([2.04, 1.96], 1) == (Class(3, 2.0, 2.0, 2),)


def test_few_figures_have_few_classes() -> None:
    """Two figures take the lowest and the highest level, one the middle, none has no class."""
    assert [one.level for one in quantiles([1.0, 9.0], 0)] == [1, 5]
    assert [one.level for one in quantiles([4.0], 0)] == [3]
    assert quantiles([], 0) == ()
    assert level_of((), 1.0, 0) == 0


def test_figures_too_large_to_round_stay() -> None:
    """A figure that floats cannot hold to the last digit is not rounded, and infinity does not stop a build."""
    assert shown(1e30, 2) == 1e30
    assert shown(float("inf"), 2) == float("inf")
    assert shown(2.675, 2) == 2.68
