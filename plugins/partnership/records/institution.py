"""Institutions: public offices and other bodies that give services to employers and investors."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from partnership.records.fields import (
    ClockTime,
    CountyCode,
    Email,
    Id,
    Language,
    Latitude,
    Line,
    Longitude,
    Part,
    Phone,
    PostalCode,
    Record,
    Text,
    Url,
)  # fmt: skip
from partnership.records.taxonomy import Audience

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class OpeningHours(Part, frozen=True, kw_only=True):
    """Days on which an institution is open, and from when to when."""

    days: Annotated[
        Annotated[tuple[Day, ...], Meta(min_length=1)], Meta(description="Days: mon, tue, wed, thu, fri, sat, sun")
    ]
    opens: Annotated[ClockTime, Meta(description='Opens at, e.g. "07:30"')]
    closes: Annotated[ClockTime, Meta(description='Closes at, e.g. "15:30"')]


class ServiceGiven(Part, frozen=True, kw_only=True):
    """A service as one institution gives it."""

    id: Annotated[Id, Meta(description="Id of the service from services.yaml")]
    note: Annotated[Text | None, Meta(description="A remark on the service here")] = None
    how_to_apply: Annotated[Text | None, Meta(description="How to apply")] = None
    documents: Annotated[tuple[Line, ...], Meta(description="Documents that are needed")] = ()
    fee: Annotated[Line | None, Meta(description="What it costs")] = None


class Institution(Record, frozen=True, kw_only=True):
    """One file of ``data/institutions/``."""

    name: Annotated[Line, Meta(description="Full name of the institution")]
    short_name: Annotated[Line | None, Meta(description="Short name, e.g. PUP Dolina")] = None
    type: Annotated[Id, Meta(description="Type: an id from institution-types.yaml")]
    county: Annotated[CountyCode, Meta(description="Code of the county where it stands, in quotes")]
    serves: Annotated[
        Literal["region"] | tuple[CountyCode, ...] | None,
        Meta(description="Codes of the counties it serves, or region; without it: its own county"),
    ] = None
    street: Annotated[Line | None, Meta(description="Street and number")] = None
    postal_code: Annotated[PostalCode | None, Meta(description="Postal code, e.g. 32-700")] = None
    city: Annotated[Line | None, Meta(description="Town")] = None
    latitude: Annotated[Latitude | None, Meta(description="Latitude of the building in degrees")] = None
    longitude: Annotated[Longitude | None, Meta(description="Longitude of the building in degrees")] = None
    phone: Annotated[tuple[Phone, ...], Meta(description="Telephone numbers, in quotes")] = ()
    email: Annotated[tuple[Email, ...], Meta(description="E-mail addresses")] = ()
    website: Annotated[Url | None, Meta(description="Address of its website, with https://")] = None
    opening_hours: Annotated[tuple[OpeningHours, ...], Meta(description="Opening hours")] = ()
    services: Annotated[
        tuple[Id | ServiceGiven, ...], Meta(description="Services it gives: ids from services.yaml")
    ] = ()
    audiences: Annotated[
        tuple[Audience, ...], Meta(description="For whom: employer, investor, employee-at-risk, jobseeker")
    ] = ()
    languages: Annotated[tuple[Language, ...], Meta(description="Languages spoken, e.g. pl, en")] = ()
    description: Annotated[Text | None, Meta(description="Description in one to three sentences (Markdown)")] = None
    accessibility: Annotated[Text | None, Meta(description="Access for people with disabilities")] = None
    alert: Annotated[Text | None, Meta(description="Shown first, e.g. closed for a week")] = None

    @property
    def label(self) -> str:
        """The short name where there is one, else the full name."""
        return self.short_name or self.name

    def given(self) -> tuple[ServiceGiven, ...]:
        """Return all services in one form, in the order of the file."""
        return given_by(self.services)


class Brief(msgspec.Struct, frozen=True):
    """What lists, feeds and links need of an institution: next to no edit of one changes it."""

    id: str
    name: str
    short_name: str | None
    type: str
    county: str
    serves: Literal["region"] | tuple[str, ...] | None
    city: str | None
    status: str

    @property
    def label(self) -> str:
        """The short name where there is one, else the full name."""
        return self.short_name or self.name


class Listed(Brief, frozen=True, array_like=True):
    """What pages of counties and services and all lists tell of an institution: all but its long texts.

    An edit of these is no matter of theirs.
    """

    street: str | None
    postal_code: str | None
    latitude: float | None
    longitude: float | None
    phone: tuple[str, ...]
    email: tuple[str, ...]
    website: str | None
    opening_hours: tuple[OpeningHours, ...]
    services: tuple[str | ServiceGiven, ...]
    audiences: tuple[Audience, ...]
    alert: str | None
    verified: date | None


_listed_fields: Final = attrgetter(*Listed.__struct_fields__)


def listed(one: Institution) -> Listed:
    """Return what lists tell of an institution."""
    return Listed(*_listed_fields(one))


def brief(one: Institution) -> Brief:
    """Return what is told of an institution elsewhere."""
    return Brief(
        id=one.id,
        name=one.name,
        short_name=one.short_name,
        type=one.type,
        county=one.county,
        serves=one.serves,
        city=one.city,
        status=one.status,
    )


def given_by(services: tuple[Id | ServiceGiven, ...]) -> tuple[ServiceGiven, ...]:
    """Return services as a file names them in one form, in the order of the file."""
    return tuple(item if isinstance(item, ServiceGiven) else ServiceGiven(id=item) for item in services)
