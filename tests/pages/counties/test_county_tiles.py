"""The map of tiles: places, short names, classes and legend."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partnership.language import set_language
from partnership.pages.counties.county_tiles import colouring, is_map, placed_counties, short_names
from partnership.pages.counties.figures import FigureCell, Measure
from tests.support.pages import Planned
from tests.support.site import COUNTIES, Site

MEASURE = Measure(id="m", indicator="m", dimension="", name="Miara", unit="%", decimals=1, definition="")


def cells(*values: float | None) -> dict[str, FigureCell]:
    """Return figures of counties called 0, 1, 2 …; None is confidential."""
    return {
        str(number): FigureCell(period="2024", value=value, missing="" if value is not None else "confidential")
        for number, value in enumerate(values)
    }


@given(st.lists(st.text("abcłó NS", min_size=1, max_size=12).map(str.strip).filter(bool), unique_by=str.casefold))
def test_short_names_tell_counties_apart(names: list[str]) -> None:
    """No two counties share a short name, and each stands in the whole name."""
    shorts = short_names(names)
    assert len({one.casefold() for one in shorts}) == len(names)
    spaced = [" ".join(name.split()) for name in names]
    assert all(short.removesuffix(".") in (name + one) for name, one, short in zip(names, spaced, shorts, strict=True))


def test_what_names_begin_with_alike_is_left_out() -> None:
    """A first word that many share says nothing; a short one takes a letter of the next along."""
    names = ["Comuna de Ñuñoa", "Comuna de Alba", "San José", "L'Áncora", "Santiago"]
    assert short_names(names) == ["Ñuñ.", "Alba", "San J.", "L'Á.", "Sant."]
    assert short_names(["Comuna de Ñuñoa", "San José"]) == ["Com.", "San J."]


def test_short_names_of_the_region() -> None:
    """As short as may be, longer only where another county begins alike."""
    names = ["krakowski", "Kraków", "nowosądecki", "nowotarski", "Nowy Sącz", "suski"]
    assert short_names(names) == ["krako.", "Kraków", "nowos.", "nowot.", "Nowy.", "sus."]
    assert short_names(["suski"]) == ["sus."]
    assert short_names(["Краківський", "Краків", "Кросненський"]) == ["Кра.", "Краків", "Кро."]


def test_tiles_begin_at_the_corner(site: Site) -> None:
    """A region whose tiles begin at row 7 is drawn from the top; one too wide for a phone is a list."""
    site.write_yaml(
        "data/counties.yaml",
        [one | {"tile": {"row": 7 + number, "column": 3 + number}} for number, one in enumerate(COUNTIES)],
    )
    placed = placed_counties(Planned(site, "counties.counties").catalogue.counties)
    assert sorted((one.row, one.column) for one in placed) == [(0, 0), (1, 1), (2, 2)]
    assert is_map(placed)
    site.write_yaml(
        "data/counties.yaml",
        [one | {"tile": {"row": 0, "column": 20 * number}} for number, one in enumerate(COUNTIES)],
    )
    assert not is_map(placed_counties(Planned(site, "counties.counties").catalogue.counties))


def test_the_legend_says_classes_in_words_and_numbers() -> None:
    """Nothing hangs on colour: each class has a word and its figures, and a missing figure its reason."""
    set_language("pl")
    how = colouring(MEASURE, cells(2.0, 3.0, 4.0, 5.0, 6.0, None), "0123456")
    assert [one.label for one in how.legend] == [
        "najniższe: 2,0\u00a0%",
        "niskie: 3,0\u00a0%",
        "średnie: 4,0\u00a0%",
        "wysokie: 5,0\u00a0%",
        "najwyższe: 6,0\u00a0%",
        "– tajemnica statystyczna",
        "– brak danych",
    ]
    assert [how.levels[code] for code in "0123456"] == [1, 2, 3, 4, 5, 0, 0]
    assert [how.texts[code] for code in "0456"] == ["2,0", "6,0", "–", "–"]


def test_a_span_with_losses_can_be_read() -> None:
    """Between figures below zero no dash stands that could be a minus."""
    how = colouring(MEASURE, cells(*(float(value) for value in range(-6, 6))), "0")
    assert how.legend[0].label == "najniższe: −6,0\u00a0…\u00a0−5,0\u00a0%"


def test_figures_that_are_all_alike_are_one_class() -> None:
    """Nobody is the lowest where all are equal."""
    how = colouring(MEASURE, cells(1.0, 1.0), "01")
    assert [(one.level, one.label) for one in how.legend] == [(3, "wszystkie równe: 1,0\u00a0%")]
