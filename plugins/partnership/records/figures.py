"""Figures, the indicators they measure and the sources they come from."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from partnership.records.fields import Id, Line, Part, Period, Teryt, Text, Translations, Url

Missing = Literal["no-data", "confidential", "not-applicable"]

COUNTRY: Final = "00"
"""The code under which figures of the whole country stand."""


class Break(Part, frozen=True, kw_only=True):
    """A period from which on figures are not comparable with earlier ones."""

    period: Annotated[str | int, Meta(description='First period of the new kind: "2024", 2024-12 or 2024-12-31')]
    note: Annotated[Text, Meta(description="Why they are not comparable")]


class Indicator(Part, frozen=True, kw_only=True):
    """What a figure measures."""

    id: Annotated[Id, Meta(description="Id of the indicator: small letters, digits, hyphens")]
    name: Annotated[Line, Meta(description="Name of the indicator")]
    unit: Annotated[str, Meta(description="Unit, e.g. %, osoby, zł")]
    decimals: Annotated[Annotated[int, Meta(ge=0, le=6)], Meta(description="Decimal places that are shown")]
    better: Annotated[
        Literal["higher", "lower", "neither"],
        Meta(description="Which direction is good for an employer: higher, lower or neither"),
    ]
    definition: Annotated[Text, Meta(description="What exactly is measured")]
    topic: Annotated[
        Line | None,
        Meta(description="Question that it answers together with others: a section of each county's page"),
    ] = None
    phrases: Annotated[
        tuple[Line, ...], Meta(description="How running texts call it, so that figures in them can be compared")
    ] = ()
    breaks: Annotated[
        tuple[Break, ...], Meta(description="Periods from which on figures are not comparable with earlier ones")
    ] = ()
    translations: Translations = msgspec.field(default_factory=dict)


class Source(Part, frozen=True, kw_only=True):
    """Where figures come from."""

    id: Annotated[Id, Meta(description="Id of the source: small letters, digits, hyphens")]
    name: Annotated[Line, Meta(description="Name of the source")]
    url: Annotated[Url | None, Meta(description="Address of the source, with https://")] = None
    licence: Annotated[Line | None, Meta(description="Licence or terms of re-use")] = None
    translations: Translations = msgspec.field(default_factory=dict)


class OfferFigure(Part, frozen=True, kw_only=True):
    """A figure in an offer; the county is the offer's."""

    indicator: Annotated[Id, Meta(description="Id of the indicator from indicators.yaml")]
    period: Annotated[str | int, Meta(description='Period: "2024", 2024-12 or 2024-12-31')]
    value: Annotated[float | None, Meta(description="Value; a decimal point, no spaces")] = None
    missing: Annotated[
        Missing | None, Meta(description="Why there is no value: no-data, confidential or not-applicable")
    ] = None
    dimension: Annotated[Line | None, Meta(description="Part of the whole, e.g. kobiety")] = None
    source: Annotated[Id, Meta(description="Id of the source from sources.yaml")]
    retrieved: Annotated[date | None, Meta(description="Day on which it was taken from the source")] = None


class Figure(Part, frozen=True, kw_only=True):
    """One figure of the common table: one value of one indicator, for one unit, dimension and period."""

    teryt: Annotated[Teryt, Meta(description="Code of the county, of the region, or 00 for the whole country")]
    indicator: Annotated[Id, Meta(description="Id of the indicator, from indicators.yaml")]
    dimension: Annotated[str, Meta(description="Part of the whole, e.g. an age or an occupation; empty: all of it")] = (
        ""
    )
    period: Annotated[Period, Meta(description="Year, month or day: 2025, 2025-06 or 2025-06-30")]
    value: Annotated[float | None, Meta(description="The figure, with a decimal point; empty where it is missing")] = (
        None
    )
    missing: Annotated[
        Missing | None, Meta(description="Why there is no figure: no-data, confidential or not-applicable")
    ] = None
    source: Annotated[Id, Meta(description="Id of the source, from sources.yaml")]
    retrieved: Annotated[date | None, Meta(description="Day on which it was taken from the source")] = None
    path: str = ""
    line: int = 1
    wrong: bool = False
    """Whether something in its row is told already: it is no figure, and only the names in it can be checked."""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What a figure is: (teryt, indicator, dimension, period)."""
        return self.teryt, self.indicator, self.dimension, self.period
