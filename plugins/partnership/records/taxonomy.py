"""The small lists that give everything else its names: counties, services, types of institution."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from partnership.records.fields import CountyCode, Id, Latitude, Line, Longitude, Owner, Part, Slug, Text, Translations

Audience = Literal["employer", "investor", "employee-at-risk", "jobseeker"]


class Tile(Part, frozen=True, kw_only=True):
    """Place of a county on the tile map, counted from 0 at the top left."""

    row: Annotated[Annotated[int, Meta(ge=0, le=40)], Meta(description="Row of the tile, from 0 at the top")]
    column: Annotated[Annotated[int, Meta(ge=0, le=40)], Meta(description="Column of the tile, from 0 on the left")]


class County(Part, frozen=True, kw_only=True):
    """One county (powiat), with the Polish forms of its name that sentences need."""

    teryt: Annotated[CountyCode, Meta(description="Code of the county: four digits in quotes")]
    slug: Annotated[Slug, Meta(description="Name of the county in addresses")]
    name: Annotated[Line, Meta(description="Full name, e.g. Valley County")]
    short_name: Annotated[Line, Meta(description="Short name, e.g. Valley")]
    kind: Annotated[
        Literal["rural", "city"], Meta(description="rural (powiat ziemski) or city (miasto na prawach powiatu)")
    ]
    seat: Annotated[Line, Meta(description="Town that is the seat of the county")]
    seat_locative: Annotated[Line, Meta(description="In the seat, e.g. w Dolinie")]
    locative: Annotated[Line, Meta(description="In the county, e.g. in Valley County")]
    genitive: Annotated[Line, Meta(description="Of the county, e.g. of Valley County")]
    latitude: Annotated[Latitude, Meta(description="Latitude of the seat in degrees")]
    longitude: Annotated[Longitude, Meta(description="Longitude of the seat in degrees")]
    area_km2: Annotated[Annotated[float, Meta(gt=0)] | None, Meta(description="Area in square kilometres")] = None
    neighbours: Annotated[
        tuple[CountyCode, ...], Meta(description="Codes of the neighbouring counties, in quotes")
    ] = ()
    tile: Annotated[Tile, Meta(description="Place on the tile map")]
    owner: Owner = None
    translations: Translations = msgspec.field(default_factory=dict)


class Service(Part, frozen=True, kw_only=True):
    """One service for employers, investors or people who look for work."""

    id: Annotated[Id, Meta(description="Id of the service: small letters, digits, hyphens")]
    name: Annotated[Line, Meta(description="Name of the service")]
    group: Annotated[Line, Meta(description="Group in which the service is listed")]
    description: Annotated[Text, Meta(description="What the service is, in one or two plain sentences")]
    synonyms: Annotated[tuple[Line, ...], Meta(description="Words that people use for it")] = ()
    audiences: Annotated[tuple[Audience, ...], Meta(description="For whom it is")] = ()
    provided_by: Annotated[str | tuple[Line, ...] | None, Meta(description="Who provides it")] = None
    legal_basis: Annotated[str | tuple[Line, ...] | None, Meta(description="Act and article on which it stands")] = None
    status: Annotated[
        Literal["current", "withdrawn"], Meta(description="current, or withdrawn when it is no longer provided")
    ]
    translations: Translations = msgspec.field(default_factory=dict)


class InstitutionType(Part, frozen=True, kw_only=True):
    """A kind of institution, e.g. labour office."""

    id: Annotated[Id, Meta(description="Id of the type: small letters, digits, hyphens")]
    name: Annotated[Line, Meta(description="Name of the type, singular")]
    plural: Annotated[Line, Meta(description="Name of the type, plural")]
    responsible: Annotated[bool, Meta(description="true when institutions of this type answer for a county")] = False
    translations: Translations = msgspec.field(default_factory=dict)
