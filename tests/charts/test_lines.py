"""Change over time: true to the calendar, with gaps shown as gaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partnership.charts.lines import LABELS, line_chart
from partnership.charts.periods import in_order, last_day, longest_step, short_label

PERIODS = st.one_of(
    st.integers(1990, 2040).map(str),
    st.builds(lambda year, month: f"{year}-{month:02}", st.integers(1990, 2040), st.integers(1, 12)),
    st.builds(
        lambda year, month, day: f"{year}-{month:02}-{day:02}",
        st.integers(1990, 2040), st.integers(1, 12), st.integers(1, 31),
    ),
)  # fmt: skip
SERIES = st.dictionaries(PERIODS, st.none() | st.floats(-1e9, 1e9, allow_nan=False), max_size=25)


@given(st.lists(SERIES, max_size=3))
def test_points_go_with_times(series: list[dict[str, float | None]]) -> None:
    """Every series has a point for every period, inside the drawing, without a place where it has no figure."""
    chart = line_chart(series)
    known = [{period for period, value in one.items() if value is not None} for one in series]
    periods = {period for one in series for period in one} if any(known) else set()
    assert {time.period for time in chart.times} == periods
    assert [time.x for time in chart.times] == sorted(time.x for time in chart.times)
    assert sum(time.shown for time in chart.times) <= LABELS + 1
    for values, line in zip(known, chart.lines, strict=False):
        assert len(line.points) == len(chart.times)
        for time, point in zip(chart.times, line.points, strict=True):
            assert (point.y is None) == (time.period not in values)
            assert point.y is None or 0 <= point.y <= 100
        assert len(line.segments) == max(len(values) - 1, 0)


def test_a_missing_year_is_a_gap() -> None:
    """Where a period of the chart has no figure, the line over it is marked, the others are not."""
    chart = line_chart([{"2020": 4.0, "2021": 3.0, "2023": 2.0}, {"2020": 5.0, "2021": 5.0, "2022": 5.0, "2023": 5.0}])
    assert [segment.gap for segment in chart.lines[0].segments] == [False, True]
    assert [segment.gap for segment in chart.lines[1].segments] == [False, False, False]
    assert [point.labelled for point in chart.lines[0].points] == [True, False, False, True]
    assert not any(point.labelled for point in chart.lines[1].points)


def test_a_figure_said_to_be_missing_is_a_gap() -> None:
    """A period whose figure is missing for a reason keeps its place on the line of time, without a point."""
    chart = line_chart([{"2020": 4.0, "2021": None, "2022": 2.0}])
    assert [point.y is None for point in chart.lines[0].points] == [False, True, False]
    assert [segment.gap for segment in chart.lines[0].segments] == [True]


def test_years_far_apart_are_a_gap() -> None:
    """Seven years without a figure are a gap even where no other series knows them."""
    chart = line_chart([{"2016-12-31": 1.0, "2017-12-31": 2.0, "2024-12-31": 3.0}])
    assert [segment.gap for segment in chart.lines[0].segments] == [False, True]
    assert [round(time.x) for time in chart.times] == [0, 12, 100]


def test_the_scale_holds_zero_unless_change_would_be_lost() -> None:
    """A rate is drawn from zero; a population that hardly changes is not drawn as a flat line."""
    assert line_chart([{"2020": 4.0, "2021": 8.0}]).ticks[0].value == 0
    assert line_chart([{"2020": 3_400_000.0, "2021": 3_410_000.0}]).ticks[0].value > 0
    assert line_chart([{"2020": -4.0, "2021": 8.0}]).ticks[0].value < 0


def test_no_figures_no_chart() -> None:
    """Series without figures make an empty chart, never an error."""
    assert line_chart([]).times == ()
    assert line_chart([{}]).lines == ()


def test_periods() -> None:
    """Periods are ordered by their ends; labels are short; an impossible day is the month's last."""
    assert in_order(["2024-12-31", "2023", "2024", "2024-02", "2023"]) == ["2023", "2024-02", "2024", "2024-12-31"]
    assert last_day("2024-02-31").isoformat() == "2024-02-29"
    assert last_day("0000").year == 1
    assert [short_label(one) for one in ("2024", "2024-12", "2024-12-31")] == ["2024", "12.2024", "12.2024"]
    assert longest_step(["2024"]) == 0


def test_a_period_of_another_series_is_no_gap() -> None:
    """Readings of one line between the years of another leave that one whole; what is longer than usual is a gap."""
    yearly = {f"{year}-12-31": 5.0 for year in (2010, 2011, 2012, 2013, 2019)}
    chart = line_chart([yearly, {"2011-06-30": 4.0, "2012-06-30": 4.5}])
    assert [segment.gap for segment in chart.lines[0].segments] == [False, False, False, True]
    assert longest_step(["2010", "2011", "2012", "2012-01"]) < 600
