"""The page of an institution: what it is, how to reach it, whom it serves and with what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.review import ConfirmedBy, confirmed_by, is_overdue
from partnership.catalogue.subjects import subjects_of
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.wording import description
from partnership.language import _
from partnership.locales import formats
from partnership.locales.marks import capitalised
from partnership.pages.common import structured
from partnership.pages.common.record_texts import original_name, record_text
from partnership.pages.common.structured import Publisher, Thing
from partnership.pages.common.writings import Writing, writings
from partnership.pages.directory.directory import (
    CountyName,
    ListNames,
    ServiceName,
    audience_names,
    list_names,
    place_line,
)
from partnership.pages.directory.opening_hours import HoursRow, hours_rows
from partnership.pages.directory.reach import Way, ways_to
from partnership.pages.directory.structured_bodies import institution_thing
from partnership.pages.partners.consent import ConsultantCard, consultant_cards
from partnership.records.institution import Institution, Listed, ServiceGiven
from partnership.settings import Settings


class InstitutionContext(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What other records say of an institution.

    ``title`` is its unique name, ``first`` the site's first language; ``served`` are the counties it serves, empty for
    the whole region; ``partner`` tells whether it is a partner, ``seat`` whether it sits in the Partners’ Council;
    ``overdue`` tells that its facts are due to be confirmed again.
    """

    title: str
    first: str
    kind: Link | None
    responsible: bool
    county: CountyName | None
    served: tuple[CountyName, ...]
    services: tuple[ServiceName, ...]
    partner: bool
    seat: bool
    consultants: tuple[ConsultantCard, ...]
    replacement: Link | None
    overdue: bool
    writings: tuple[Writing, ...] = ()


class ProvidedService(msgspec.Struct, frozen=True, kw_only=True):
    """A service in the list of an institution, with what it says of it."""

    name: str
    address: str
    description: str
    current: bool
    note: str
    how_to_apply: str
    documents: tuple[str, ...]
    fee: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """How to reach an institution; what is unknown is empty."""

    street: str
    postal_code: str
    city: str
    latitude: float | None
    longitude: float | None
    phone: tuple[str, ...]
    email: tuple[str, ...]
    website: str
    opening_hours: tuple[HoursRow, ...]


class InstitutionView(msgspec.Struct, frozen=True, kw_only=True):
    """An institution on its page: its record, what others say of it, and what is derived from both.

    ``original`` is its name in the site's first language where the page is in another, ``description`` safe HTML,
    ``partner`` its address as a partner, empty where it is none.
    """

    head: PageHead
    institution: Institution
    around: InstitutionContext
    original: str
    serves: str
    description: str
    place: Place
    ways: tuple[Way, ...]
    groups: tuple[tuple[str, tuple[ProvidedService, ...]], ...]
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    partner: str
    confirmed_by: ConfirmedBy


def records(catalogue: Catalogue) -> tuple[Institution, ...]:
    """Return what has a page here: every institution; a withdrawn one keeps a page that says so."""
    return (*catalogue.institutions, *catalogue.withdrawn_institutions)


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page of every institution."""
    return plan_records(catalogue, settings, records(catalogue))


def plan_records(catalogue: Catalogue, settings: Settings, some: Iterable[Institution]) -> Iterator[Item]:
    """Plan the pages of ``some`` institutions; each tells of others no more than their briefs do."""
    who = structured.publisher(settings)
    names = list_names(catalogue)
    kinds = {one.id: Link(one.name, addresses.institution_type(one.id)) for one in catalogue.used_types}
    for institution in some:
        around = _surroundings(catalogue, names, institution, kinds.get(institution.type))
        yield Page(
            addresses.institution(institution.id),
            "pages/institution.html",
            institution_view,
            (who, institution, around),
            f"data/{institution.source}",
        )


def _surroundings(
    catalogue: Catalogue, names: ListNames, institution: Institution, kind: Link | None
) -> InstitutionContext:
    partner = catalogue.partner.get(institution.id)
    other = catalogue.briefs.get(institution.replaced_by) if institution.replaced_by else None
    counties = names.counties
    served = () if institution.serves == "region" else catalogue.counties_served(institution)
    return InstitutionContext(
        title=names.titles[institution.id],
        first=catalogue.languages[0],
        kind=kind,
        responsible=catalogue.is_responsible(institution),
        county=counties.get(institution.county),
        served=tuple([counties[code] for code in served if code in counties]),
        services=names.services_of(institution),
        partner=partner is not None,
        seat=partner is not None and partner.council is not None and partner.council.member,
        consultants=consultant_cards(partner, names) if partner else (),
        replacement=Link(names.titles[other.id], addresses.institution(other.id)) if other else None,
        overdue=is_overdue(institution, catalogue.build_date),
        writings=writings(catalogue, subjects_of(catalogue).on_institution.get(institution.id, ())),
    )


def institution_view(who: Publisher, institution: Institution, around: InstitutionContext) -> InstitutionView:
    """Return the view of an institution's page."""
    return InstitutionView(
        head=_head(who, institution, around),
        institution=institution,
        around=around,
        original=original_name(institution, around.first),
        serves=_("Answers for") if around.responsible else _("Serves"),
        description=record_text(institution.description),
        place=institution_place(institution),
        ways=ways_to(institution),
        groups=_groups(institution.given(), around.services),
        audiences=tuple(audience_names(institution.audiences)),
        languages=tuple(language_name(one) for one in dict.fromkeys(institution.languages)),
        partner=addresses.partner(institution.id) if around.partner else "",
        confirmed_by=confirmed_by(institution, around.responsible),
    )


def _head(who: Publisher, institution: Institution, around: InstitutionContext) -> PageHead:
    withdrawn = institution.status == "withdrawn"
    trail = [Link(_("Find an institution"), addresses.of("institutions"))]
    if around.kind:
        trail.append(around.kind)
    title = _("%(name)s (closed)", name=around.title) if withdrawn else around.title
    things: tuple[Thing, ...] = ()
    if not withdrawn:
        services = [Link(one.name, one.address) for one in around.services if one.current]
        names = [one.name for one in around.served]
        things = (institution_thing(who, institution, around.title, around.responsible, names, services),)
    return PageHead(
        title=title,
        description=description(_summary(institution, around, withdrawn)),
        trail=tuple(trail),
        section=addresses.of("institutions"),
        json_ld=things,
        listed=not withdrawn,
    )


def _summary(institution: Institution, around: InstitutionContext, withdrawn: bool) -> str:
    """Return what the page says in one sentence, beginning with the unique title."""
    if withdrawn:
        return _("%(name)s no longer works. See what took its place.", name=around.title)
    where = place_line(institution)
    if where:
        return _("%(name)s, %(place)s: contact, opening hours, services.", name=around.title, place=where)
    return _("%(name)s: contact, opening hours, services.", name=around.title)


def institution_place(institution: Institution | Listed) -> Place:
    """Return how to reach an institution, ready to print; what is unknown is empty."""
    return Place(
        street=institution.street or "",
        postal_code=institution.postal_code or "",
        city=institution.city or "",
        latitude=institution.latitude,
        longitude=institution.longitude,
        phone=institution.phone,
        email=institution.email,
        website=institution.website or "",
        opening_hours=hours_rows(institution.opening_hours),
    )


def _groups(
    given: tuple[ServiceGiven, ...], services: tuple[ServiceName, ...]
) -> tuple[tuple[str, tuple[ProvidedService, ...]], ...]:
    """Return services by group, in the order of the institution's file."""
    names = {one.id: one for one in services}
    groups: dict[str, dict[str, ProvidedService]] = {}
    for one in given:
        if (service := names.get(one.id)) is not None:
            groups.setdefault(capitalised(service.group), {})[one.id] = provided_service(one, service)
    return tuple((group, tuple(some.values())) for group, some in groups.items())


def provided_service(one: ServiceGiven, service: ServiceName) -> ProvidedService:
    """Return a service as an institution gives it."""
    return ProvidedService(
        name=service.name,
        address=service.address,
        description=service.description,
        current=service.current,
        note=one.note or "",
        how_to_apply=one.how_to_apply or "",
        documents=one.documents,
        fee=one.fee or "",
    )


def language_name(code: str) -> str:
    """Return the name of a language by its code, or the code where nobody knows a name for it."""
    names = {
        "pl": _("Polish"),
        "en": _("English"),
        "uk": _("Ukrainian"),
        "ru": _("Russian"),
        "be": _("Belarusian"),
        "de": _("German"),
        "fr": _("French"),
        "es": _("Spanish"),
        "it": _("Italian"),
        "cs": _("Czech"),
        "sk": _("Slovak"),
        "pjm": _("Polish Sign Language"),
        "pso": _("Polish Sign Language"),
    }
    return names.get(code.partition("-")[0]) or formats.language_name(code)
