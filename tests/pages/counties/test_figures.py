"""The table of figures as pages need it, and figures in words."""

from __future__ import annotations

import pytest

from partnership.language import set_language
from partnership.pages.counties.figure_texts import (
    cell_text,
    compact_text,
    doubt_text,
    missing_text,
    period_text,
    source_text,
    value_text,
)
from partnership.pages.counties.figures import FigureCell, FigureTable, Measure
from tests.support.figures import RATE, indicator, write_figures
from tests.support.pages import Planned
from tests.support.site import Site


def table_of(site: Site) -> FigureTable:
    """Return the table of a site."""
    return FigureTable(Planned(site, "counties.counties").catalogue)


def test_dimensions_are_measures_of_their_own(site: Site) -> None:
    """The whole comes first, then dimensions by Polish collation, each with an id of its own."""
    write_figures(
        site,
        "1201,unemployment-rate,żeńska,2024,2.0,",
        "1201,unemployment-rate,Łączna,2024,2.0,",
        "1201,unemployment-rate,,2024,2.0,",
        "1201,unemployment-rate,laczna,2024,2.0,",
    )
    measures = table_of(site).measures
    assert [one.dimension for one in measures] == ["", "laczna", "Łączna", "żeńska"]
    assert len({one.id for one in measures}) == 4
    assert measures[3].label == "Stopa bezrobocia – żeńska"


def test_the_newest_period_that_covers_the_counties_is_shown(site: Site) -> None:
    """One county that is ahead does not empty the map; a period that all have wins over an older one."""
    write_figures(
        site,
        *(f"{code},unemployment-rate,,{year},5," for code in ("1201", "1202", "1261") for year in (2023, 2024)),
        "1261,unemployment-rate,,2025,4,",
    )
    table = table_of(site)
    measure = table.measures[0]
    assert table.shown_period[measure.id] == "2024"
    newest = table.newest(measure, "1261")
    assert newest is not None and newest.period == "2025"
    assert [cell.period for cell in table.series(measure, "1261")] == ["2023", "2024", "2025"]


def test_the_newest_figure_is_one_with_a_value(site: Site) -> None:
    """A reason for a missing figure does not hide an older value, but stands where there is no value at all."""
    write_figures(
        site,
        "1201,unemployment-rate,,2023,5,",
        "1201,unemployment-rate,,2024,,confidential",
        "1202,unemployment-rate,,2024,,not-applicable",
    )
    table = table_of(site)
    older, missing = (table.newest(table.measures[0], code) for code in ("1201", "1202"))
    assert older is not None and (older.period, older.value) == ("2023", 5.0)
    assert missing is not None and (missing.value, missing.missing) == (None, "not-applicable")
    assert table.newest(table.measures[0], "1261") is None


def test_what_only_one_county_has_compares_nothing(site: Site) -> None:
    """A measure is compared when two counties have it; the others stay on the counties' own pages."""
    write_figures(
        site,
        "1201,unemployment-rate,,2024,5,",
        "1202,unemployment-rate,,2024,,no-data",
        "1201,wages,,2024,5,",
        "12,region-only,,2024,5,",
        indicators=(RATE, indicator("wages"), indicator("region-only"), indicator("unused")),
    )
    table = table_of(site)
    assert [one.id for one in table.measures] == ["unemployment-rate", "wages", "region-only"]
    assert [one.id for one in table.compared()] == ["unemployment-rate"]


def test_a_figure_of_a_verified_offer_is_confirmed(site: Site) -> None:
    """What somebody confirmed with the offer, or noted the day of, is confirmed; the rest is not."""
    write_figures(site, "1202,unemployment-rate,,2024,5,")
    row = {"indicator": "unemployment-rate", "period": "2024", "value": 2.4, "source": "gus"}
    site.offer("1201", figures=[row], verified="2026-01-01")
    site.offer("1261", figures=[row | {"retrieved": "2026-01-01"}])
    table = table_of(site)
    cells = table.counties_at(table.measures[0], "2024")
    assert {code: cell.confirmed for code, cell in cells.items()} == {"1201": True, "1202": False, "1261": True}


MEASURE = Measure(id="m", indicator="m", dimension="", name="Miara", unit="%", decimals=1, definition="")


@pytest.mark.parametrize(
    ("value", "decimals", "wanted"),
    [
        (2.4, 1, "2,4"),
        (-0.99, 2, "−0,99"),
        (1883300, 0, "1\u00a0883\u00a0300"),
        (1.5e20, 0, "1,50\u00a0·\u00a010²⁰"),
        (-1e300, 2, "−1,00\u00a0·\u00a010³⁰⁰"),
        (0, 2, "0,00"),
    ],
)
def test_figures_are_printed_in_polish(value: float, decimals: int, wanted: str) -> None:
    """Decimal comma, grouped thousands, a true minus, and a figure of absurd size is still a figure."""
    assert value_text(value, decimals) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (9999, "9\u00a0999"),
        (304100, "304 tys."),
        (999499, "999 tys."),
        (1883300, "1,9 mln"),
        (-64000, "−64 tys."),
        (1e20, "1,00\u00a0·\u00a010²⁰"),
    ],
)
def test_figures_fit_a_tile(value: float, wanted: str) -> None:
    """Large figures are shortened on the map; their exact form stands in the table beside it."""
    set_language("pl")
    assert compact_text(value, 0) == wanted


def test_missing_is_never_zero() -> None:
    """Each reason has its words; a figure that is not there has no data."""
    set_language("pl")
    assert cell_text(None, MEASURE) == "brak danych"
    assert cell_text(FigureCell(period="2024", missing="confidential"), MEASURE) == "tajemnica statystyczna"
    assert missing_text("not-applicable") == "nie dotyczy"
    assert cell_text(FigureCell(period="2024", value=0.0), MEASURE) == "0,0\u00a0%"


def test_sources_are_named_once_with_the_day() -> None:
    """Equal sources are one, the newest day is told, and a full stop never stands twice."""
    set_language("pl")
    cells = [
        FigureCell(period="2024", value=1, source="GUS", retrieved="2026-01-05", confirmed=True),
        FigureCell(period="2024", value=2, source="GUS", retrieved="2026-01-07"),
        FigureCell(period="2024", value=3, source="„Dziennik” z 2018 r."),
    ]
    assert source_text(cells) == "Źródło: GUS; „Dziennik” z 2018 r. Pobrano stamtąd 7 stycznia 2026\u00a0r."
    assert source_text([]) == ""
    assert doubt_text(cells[:1]) == ""
    assert "Części" in doubt_text(cells)
    assert doubt_text(cells[1:]).startswith("Nikt")


def test_an_impossible_day_is_printed_as_it_is_written() -> None:
    """31 February is the editor's mistake, not a reason for a build to fall."""
    assert period_text("2024-02-31") == "2024-02-31"
    assert period_text("2024-12-31") == "31 grudnia 2024\u00a0r."
