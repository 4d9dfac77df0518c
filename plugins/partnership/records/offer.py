"""The labour-resource offer of a county: people, schools, sites and employers."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from partnership.records.fields import CountyCode, Id, Line, Part, Record, Text
from partnership.records.figures import OfferFigure


class Occupation(Part, frozen=True, kw_only=True):
    """The outlook of one occupation in the county."""

    name: Annotated[Line, Meta(description="Name of the occupation or group")]
    kzis: Annotated[Annotated[str, Meta(pattern=r"^[0-9]{1,6}\Z")] | None, Meta(description="KZiS code, in quotes")] = (
        None
    )
    edition: Annotated[str | int | None, Meta(description="Edition of KZiS, e.g. KZiS 2025")] = None
    outlook: Annotated[
        Literal["shortage", "balance", "surplus"], Meta(description="Outlook: shortage, balance or surplus")
    ]
    year: Annotated[Annotated[int, Meta(ge=1990, le=2100)], Meta(description="Year of the forecast")]
    registered: Annotated[
        Annotated[int, Meta(ge=0)] | None, Meta(description="Registered unemployed in this occupation")
    ] = None
    reasons: Annotated[tuple[Line, ...], Meta(description="Reasons of the shortage or surplus")] = ()
    source: Annotated[Id, Meta(description="Id of the source from sources.yaml")]


class School(Part, frozen=True, kw_only=True):
    """A school and what it teaches."""

    name: Annotated[Line, Meta(description="Name of the school")]
    city: Annotated[Line, Meta(description="Town")]
    fields: Annotated[tuple[Line, ...], Meta(description="Occupations or fields that it teaches")] = ()


class Site(Part, frozen=True, kw_only=True):
    """A site or hall for investment."""

    name: Annotated[Line, Meta(description="Name of the site")]
    area_ha: Annotated[Annotated[float, Meta(gt=0)], Meta(description="Area in hectares")]
    ownership: Annotated[Line | None, Meta(description="Who owns it")] = None
    utilities: Annotated[tuple[Line, ...], Meta(description="Utilities on the site")] = ()
    updated: Annotated[date, Meta(description="Day of the last update")]


class Employer(Part, frozen=True, kw_only=True):
    """A large employer of the county, from public statements."""

    name: Annotated[Line, Meta(description="Name of the employer")]
    sector: Annotated[Line, Meta(description="Sector")]
    size: Annotated[Line | int | None, Meta(description="Size, as a range")] = None


class Offer(Record, frozen=True, kw_only=True):
    """One file of ``data/offers/``; its name is the county's code."""

    county: Annotated[CountyCode, Meta(description="Code of the county, in quotes, the same as the file's name")]
    summary: Annotated[Text, Meta(description="What an investor should know first (Markdown)")]
    contact: Annotated[Id | None, Meta(description="Id of the institution to call")] = None
    figures: Annotated[tuple[OfferFigure, ...], Meta(description="Figures of the county")] = ()
    occupations: Annotated[tuple[Occupation, ...], Meta(description="Occupations and their outlook")] = ()
    schools: Annotated[tuple[School, ...], Meta(description="Schools")] = ()
    sites: Annotated[tuple[Site, ...], Meta(description="Investment sites")] = ()
    employers: Annotated[tuple[Employer, ...], Meta(description="Large employers")] = ()
    transport: Annotated[Text | None, Meta(description="Roads, rail, airport")] = None
    valid_until: Annotated[date | None, Meta(description="Day after which the offer is out of date")] = None
