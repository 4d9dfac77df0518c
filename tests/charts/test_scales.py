"""Scales, bars and shares: every figure lies where its size says, whatever the figures are."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from partnership.charts.bars import bars
from partnership.charts.scales import Scale, span, ticks
from partnership.charts.shares import is_whole, shares

FIGURES = st.floats(-1e15, 1e15, allow_nan=False)


@given(FIGURES, FIGURES, FIGURES, FIGURES)
def test_scale_keeps_order_and_stays_inside(low: float, high: float, one: float, other: float) -> None:
    """A larger figure never lies before a smaller one, and none outside the drawing."""
    scale = Scale(min(low, high), max(low, high))
    small, large = sorted((one, other))
    assert 0 <= scale.place(small) <= scale.place(large) <= 100


@given(FIGURES, FIGURES, st.integers(1, 8))
def test_ticks_hold_all_and_are_round(one: float, other: float, wanted: int) -> None:
    """The labels of a scale cover both ends, step evenly by 1, 2 or 5, and are not too many."""
    low, high = sorted((one, other))
    found = ticks(low, high, wanted)
    assert found[0] <= Decimal(repr(low))
    assert found[-1] >= Decimal(repr(high))
    steps = {later - earlier for earlier, later in pairwise(found)}
    assert len(steps) == 1
    assert steps.pop().normalize().as_tuple().digits in {(1,), (2,), (5,)}
    assert 2 <= len(found) <= wanted + 3


def test_scale_of_extremes() -> None:
    """Neither the widest span of floats nor the narrowest stops a drawing."""
    assert Scale(-1.7e308, 1.7e308).place(0.0) == 50.0
    assert Scale(0.0, 5e-324).place(5e-324) == 100.0


def test_scale_of_one_figure_lies_in_the_middle() -> None:
    """A scale without length has nowhere to go but the middle, and never divides by zero."""
    assert Scale(3.0, 3.0).place(3.0) == 50.0
    assert ticks(0.0, 0.0)[0] == 0


@given(st.lists(st.none() | FIGURES, max_size=40))
def test_bars_fit_and_missing_is_not_zero(values: list[float | None]) -> None:
    """Each figure has a bar inside the drawing, a missing one has none, and a longer bar means a larger figure."""
    drawn = bars(values)
    assert [bar is None for bar in drawn] == [value is None for value in values]
    both = zip(values, drawn, strict=True)
    known = sorted((abs(value), bar.width) for value, bar in both if bar and value is not None)
    assert all(bar.x >= 0 and bar.x + bar.width <= 100.02 for bar in drawn if bar)
    assert all(width <= later + 0.02 for (_size, width), (_other, later) in pairwise(known))


def test_bars_of_losses_and_gains_share_one_zero() -> None:
    """A loss reaches left from the zero from which a gain reaches right."""
    loss, none, zero, gain = bars([-50.0, None, 0.0, 150.0])
    assert loss is not None and zero is not None and gain is not None and none is None
    assert (loss.x, loss.width) == (0.0, 25.0)
    assert (zero.x, zero.width) == (25.0, 0.0)
    assert (gain.x, gain.width) == (25.0, 75.0)


def test_bars_of_nothing_but_zero() -> None:
    """Figures that are all zero have bars without length at the left."""
    assert [(bar.x, bar.width) for bar in bars([0.0, 0.0]) if bar] == [(0.0, 0.0), (0.0, 0.0)]
    assert span([]) == (0.0, 0.0)


@given(st.lists(st.floats(0, 1e12, allow_nan=False), min_size=1, max_size=6))
def test_shares_fill_the_bar(values: list[float]) -> None:
    """Parts stand one after the other and fill the whole bar."""
    parts = shares(values)
    if sum(values) <= 0:
        assert parts == ()
        return
    assert parts[0].x == 0
    assert abs(sum(part.width for part in parts) - 100) < 0.05
    assert all(part.width >= 0 for part in parts)


def test_shares_know_a_whole() -> None:
    """Only known parts that make about one hundred are drawn as a whole."""
    assert is_whole([21.09, 58.37, 20.54])
    assert not is_whole([21.09, 58.37])
    assert not is_whole([21.09, None, 78.91])
    assert not is_whole([-5.0, 105.0])
    assert not is_whole([100.0])
    assert shares([-1.0, 2.0]) == ()
