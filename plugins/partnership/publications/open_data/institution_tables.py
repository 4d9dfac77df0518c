"""Tables of institutions, partners and working groups."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.chunks import Row
from partnership.language import _
from partnership.publications.open_data.cells import HIDDEN, iso, joined, newest
from partnership.publications.open_data.table import Cell, Column, Table
from partnership.records.institution import Institution, given_by

INSTITUTION: Final = (
    "id", "name", "short_name", "type", "county", "serves", "street", "postal_code", "city", "latitude", "longitude",
    "phone", "email", "website", "opening_hours", "audiences", "languages", "description", "accessibility", "alert",
    "verified",
)  # fmt: skip
"""Fields of an institution that its row shows."""

PUBLIC: Final = tuple(name for name in Institution.__struct_fields__ if name not in HIDDEN)
"""Fields of an institution that its record in JSON shows, those of its row among them: all its files get these."""

_row: Final = itemgetter(*(PUBLIC.index(name) for name in INSTITUTION))


def institution_rows(common: tuple[str, tuple[str, ...]], rows: Sequence[Row]) -> list[tuple[Cell, ...]]:
    """Return the rows of institutions; ``common`` are the site's URL and the codes of all counties.

    ``rows`` hold the public fields.
    """
    site_url, counties = common
    return [
        (
            one,
            name,
            short_name,
            kind,
            county,
            serves == "region",
            joined(counties if serves == "region" else serves or (county,)),
            street,
            postal_code,
            city,
            latitude,
            longitude,
            joined(phone),
            joined(email),
            website,
            joined(f"{','.join(each.days)} {each.opens}-{each.closes}" for each in opening_hours),
            joined(audiences),
            joined(languages),
            description,
            accessibility,
            alert,
            iso(verified),
            site_url + addresses.institution(one),
        )
        for (
            one, name, short_name, kind, county, serves, street, postal_code, city, latitude, longitude, phone, email,
            website, opening_hours, audiences, languages, description, accessibility, alert, verified,
        ) in map(_row, rows)
    ]  # fmt: skip


def institutions(catalogue: Catalogue, history: dict[str, str]) -> Table:
    """Return the table of institutions without its rows."""
    columns = (
        Column("id", "string", _("Id of the institution"), required=True, unique=True),
        Column("name", "string", _("Full name"), required=True),
        Column("short_name", "string", _("Short name")),
        Column("type", "string", _("Kind of institution"), required=True, refers=("institution-types", "id")),
        Column("county", "string", _("County where it stands"), required=True, refers=("counties", "teryt")),
        Column("serves_region", "boolean", _("Whether it serves the whole region")),
        Column("serves", "string", _("Codes of the counties it serves, divided by semicolons")),
        Column("street", "string", _("Street and number")),
        Column("postal_code", "string", _("Postal code")),
        Column("city", "string", _("Town")),
        Column("latitude", "number", _("Latitude, degrees")),
        Column("longitude", "number", _("Longitude, degrees")),
        Column("phone", "string", _("Telephone numbers, divided by semicolons")),
        Column("email", "string", _("E-mail addresses, divided by semicolons")),
        Column("website", "string", _("Website")),
        Column("opening_hours", "string", _("Opening hours")),
        Column("audiences", "string", _("For whom, divided by semicolons")),
        Column("languages", "string", _("Languages spoken, divided by semicolons")),
        Column("description", "string", _("Description (Markdown)")),
        Column("accessibility", "string", _("Access for people with disabilities")),
        Column("alert", "string", _("Notice shown first")),
        Column("verified", "date", _("Day of confirmation; empty: unconfirmed")),
        Column("page", "string", _("Page of the institution on this site")),
    )
    dated = newest((one.verified for one in catalogue.institutions), history.get("institutions", ""))
    return Table(
        id="institutions",
        title=_("Institutions"),
        columns=columns,
        size=len(catalogue.institutions),
        key=("id",),
        dated=dated,
        description=_("Institutions that help employers, investors and people who change jobs."),
    )


SERVICE_GIVEN: Final = ("id", "services")
"""Fields of an institution that tell which services it gives."""


def service_given_rows(_common: tuple[()], rows: Sequence[Row]) -> list[tuple[Cell, ...]]:
    """Return a row for each service of institutions."""
    return [
        (one, given.id, given.note, given.how_to_apply, joined(given.documents), given.fee)
        for one, services in rows
        for given in given_by(services)
    ]


def services_given(catalogue: Catalogue, history: dict[str, str]) -> Table:
    """Return the table of which institution gives which service, without its rows."""
    columns = (
        Column("institution", "string", _("Id of the institution"), required=True, refers=("institutions", "id")),
        Column("service", "string", _("Id of the service"), required=True, refers=("services", "id")),
        Column("note", "string", _("Remark")),
        Column("how_to_apply", "string", _("How to apply")),
        Column("documents", "string", _("Documents needed, divided by semicolons")),
        Column("fee", "string", _("Fee")),
    )
    return Table(
        id="institution-services",
        title=_("Services of institutions"),
        columns=columns,
        size=sum(len(one.services) for one in catalogue.institutions),
        key=("institution", "service"),
        dated=history.get("institutions", ""),
        description=_("Which institution provides which service."),
    )


def partners(catalogue: Catalogue, site_url: str, history: dict[str, str]) -> Table:
    """Return the table of partners."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.id,
            iso(one.joined),
            one.council.member if one.council else None,
            one.council.role if one.council else None,
            iso(one.verified),
            site_url + addresses.partner(one.id),
        )
        for one in catalogue.partners
    ]
    columns = (
        Column(
            "institution",
            "string",
            _("Id of the institution"),
            required=True,
            unique=True,
            refers=("institutions", "id"),
        ),
        Column("joined", "date", _("Day on which it joined")),
        Column("council_member", "boolean", _("Whether it sits in the Partners’ Council")),
        Column("council_role", "string", _("Role in the Council")),
        Column("verified", "date", _("Day of confirmation; empty: unconfirmed")),
        Column("page", "string", _("Page of the partner on this site")),
    )
    dated = newest((one.verified for one in catalogue.partners), history.get("partners", ""))
    return Table(
        id="partners",
        title=_("Partners"),
        columns=columns,
        rows=tuple(rows),
        key=("institution",),
        dated=dated,
        description=_("Institutions of the Partnership."),
    )


def exchange(catalogue: Catalogue, history: dict[str, str]) -> Table:
    """Return the table of what partners give and seek."""
    rows: list[tuple[Cell, ...]] = [
        (partner.id, direction, number, one.what, one.kind, one.description)
        for partner in catalogue.partners
        for direction, some in (("gives", partner.gives), ("seeks", partner.seeks))
        for number, one in enumerate(some, 1)
    ]
    columns = (
        Column("partner", "string", _("Id of the partner"), required=True, refers=("partners", "institution")),
        Column("direction", "string", _("gives or seeks"), required=True, options=("gives", "seeks")),
        Column("number", "integer", _("Number within the partner’s list"), required=True),
        Column("what", "string", _("What it is"), required=True),
        Column("kind", "string", _("service, data or support"), options=("service", "data", "support")),
        Column("description", "string", _("Description")),
    )
    return Table(
        id="exchange",
        title=_("What partners give and seek"),
        columns=columns,
        rows=tuple(rows),
        key=("partner", "direction", "number"),
        dated=history.get("partners", ""),
        description=_("Services, data and support that partners give each other or seek."),
    )


def groups(catalogue: Catalogue, site_url: str, history: dict[str, str]) -> Table:
    """Return the table of working groups."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.id,
            one.name,
            one.question,
            one.leader,
            joined(one.members),
            one.state,
            one.first_meeting.day.isoformat() if one.first_meeting else None,
            site_url + addresses.group(one.id),
        )
        for one in catalogue.groups
    ]
    columns = (
        Column("id", "string", _("Id of the working group"), required=True, unique=True),
        Column("name", "string", _("Name"), required=True),
        Column("question", "string", _("Question"), required=True),
        Column("leader", "string", _("Id of the leading institution")),
        Column("members", "string", _("Ids of member institutions, divided by semicolons")),
        Column("state", "string", _("forming, active or closed"), options=("forming", "active", "closed")),
        Column("first_meeting", "date", _("First meeting")),
        Column("page", "string", _("Page of the group on this site")),
    )
    return Table(
        id="working-groups",
        title=_("Working groups"),
        columns=columns,
        rows=tuple(rows),
        key=("id",),
        dated=history.get("working-groups", ""),
        description=_("Working groups of the Partners’ Council."),
    )
