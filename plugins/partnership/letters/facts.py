"""All that the site says of an institution, as a list that somebody at its desk can read and correct."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.review import is_overdue
from partnership.language import _, ngettext
from partnership.letters.offer_facts import offer_facts
from partnership.letters.parts import LetterFact, plain_text
from partnership.locales import formats
from partnership.locales.marks import capitalised
from partnership.pages.directory.directory import audience_names, directory_of
from partnership.pages.directory.institutions import language_name
from partnership.pages.directory.opening_hours import hours_rows
from partnership.polish.phones import phone
from partnership.records.fields import Record
from partnership.records.institution import Institution, ServiceGiven
from partnership.records.partner import Exchange, Partner
from partnership.settings import Settings


class FactGroup(msgspec.Struct, frozen=True, kw_only=True):
    """What one record says: its heading, its name for ``confirm``, its file, its page, and whether it is confirmed.

    ``overdue`` tells that the confirmation is older than agreed.  ``apart`` is what has to be said beside a single fact
    of it, so that it is taken for no other record's.
    """

    heading: str
    record: str
    file: str
    url: str
    confirmed: date | None
    overdue: bool
    facts: tuple[LetterFact, ...]
    apart: str = ""


class InstitutionFacts(msgspec.Struct, frozen=True, kw_only=True):
    """An institution with its public address (empty where none is known) and what every record says of it."""

    id: str
    name: str
    email: str
    url: str
    groups: tuple[FactGroup, ...]


def facts_of(catalogue: Catalogue, settings: Settings, institution: Institution) -> InstitutionFacts:
    """Return what the site says of an institution: its own record, its part in the partnership, its offers.

    Persons are counted and never named: a letter is copied, printed and forwarded.
    """
    url = settings.site_url + addresses.institution(institution.id)
    groups = [_group(catalogue, institution, _("Your institution"), "institutions", institution.id, url,
                     _institution(catalogue, institution))]  # fmt: skip
    partner = catalogue.partner.get(institution.id)
    if partner is not None:
        page = settings.site_url + addresses.partner(partner.id)
        facts = _partner(catalogue, partner)
        groups.append(_group(catalogue, partner, _("In the partnership"), "partners", partner.id, page, facts))
    for county in catalogue.counties:
        offer = catalogue.offers.get(county.teryt)
        if offer is None:
            continue
        office = catalogue.responsible(county.teryt)
        if (offer.contact or (office.id if office else "")) != institution.id:
            continue
        page = settings.site_url + addresses.county(county.slug)
        heading = _("Offer of the county: %(county)s", county=county.name)
        facts = offer_facts(catalogue, offer)
        group = _group(catalogue, offer, heading, "offers", offer.county, page, facts)
        groups.append(msgspec.structs.replace(group, apart=heading))
    return InstitutionFacts(
        id=institution.id,
        name=one_line(institution.name),
        email=next(iter(institution.email), ""),
        url=url,
        groups=tuple(groups),
    )


def _group(
    catalogue: Catalogue,
    record: Record,
    heading: str,
    kind: str,
    identifier: str,
    url: str,
    facts: Iterator[LetterFact],
) -> FactGroup:
    return FactGroup(
        heading=heading,
        record=f"{kind}/{identifier}",
        file=f"data/{record.source}",
        url=url,
        confirmed=record.verified,
        overdue=is_overdue(record, catalogue.build_date),
        facts=tuple(facts),
    )


def _institution(catalogue: Catalogue, one: Institution) -> Iterator[LetterFact]:
    kind = catalogue.type.get(one.type)
    yield LetterFact(_("Name"), _some(one.name))
    if one.short_name:
        yield LetterFact(_("Short name"), _some(one.short_name))
    if kind is not None:
        yield LetterFact(_("Kind"), _some(kind.name))
    yield LetterFact(_("Street and number"), _some(one.street), wanted=True, reach=True)
    yield LetterFact(_("Postal code"), _some(one.postal_code), wanted=True, reach=True)
    yield LetterFact(_("Town"), _some(one.city), wanted=True, reach=True)
    yield LetterFact(_("Phone"), tuple(phone(number) for number in one.phone), wanted=True, reach=True)
    yield LetterFact(_("E-mail"), one.email, wanted=True, reach=True)
    yield LetterFact(_("Website"), _some(one.website), wanted=True)
    hours = tuple(f"{row.days}: {row.hours}" for row in hours_rows(one.opening_hours))
    yield LetterFact(_("Opening hours"), hours, wanted=True, reach=True)
    if one.alert:
        yield LetterFact(_("Important now"), _some(one.alert))
    yield LetterFact(_("Answers for") if catalogue.is_responsible(one) else _("Serves"), _served(catalogue, one))
    if one.description:
        yield LetterFact(_("Description"), plain_text(one.description))
    if one.audiences:
        yield LetterFact(_("For whom"), _some(", ".join(audience_names(one.audiences))))
    languages = ", ".join(dict.fromkeys(language_name(code) for code in one.languages))
    yield LetterFact(_("Languages in which you serve"), _some(languages), wanted=True)
    access = tuple(line for line in (one.accessibility or "").splitlines() if line.strip())
    yield LetterFact(_("Access for people with disabilities"), access, wanted=True)
    yield LetterFact(_("Services"), tuple(_services(catalogue, one)), wanted=True)


def _served(catalogue: Catalogue, one: Institution) -> tuple[str, ...]:
    if one.serves == "region":
        return (_("the whole region"),)
    served = [catalogue.county[code].name for code in catalogue.counties_served(one) if code in catalogue.county]
    return _some(", ".join(served))


def _services(catalogue: Catalogue, one: Institution) -> Iterator[str]:
    """Give the services in the order of the file, each with what the institution says of it."""
    titles = directory_of(catalogue).services
    for given in one.given():
        service = titles.get(given.id)
        if service is not None:
            said = "; ".join(_said_of(given))
            yield f"{capitalised(service.name)} ({said})" if said else capitalised(service.name)


def _said_of(given: ServiceGiven) -> Iterator[str]:
    if given.note:
        yield one_line(given.note).rstrip(".")
    if given.how_to_apply:
        yield _("how to apply: %(text)s", text=one_line(given.how_to_apply).rstrip("."))
    if given.documents:
        yield _("documents: %(text)s", text=", ".join(given.documents))
    if given.fee:
        yield _("fee: %(text)s", text=given.fee)


def _partner(catalogue: Catalogue, one: Partner) -> Iterator[LetterFact]:
    joined = formats.long_date(one.joined) if one.joined else ""
    yield LetterFact(_("Joined the partnership"), _some(joined), wanted=True)
    if one.council is not None and one.council.member:
        seat = _("member")
        yield LetterFact(_("Partners’ Council"), (f"{seat} ({one.council.role})" if one.council.role else seat,))
    for label, things in ((_("What you give to other partners"), one.gives), (_("What you seek"), one.seeks)):
        yield LetterFact(label, tuple(_exchange(thing) for thing in things), wanted=True)
    groups = [
        _("%(group)s (you lead it)", group=group.name) if group.leader == one.institution else group.name
        for group in catalogue.groups
        if group.leader == one.institution or one.institution in group.members
    ]
    if groups:
        yield LetterFact(_("Working groups"), tuple(groups))
    agreed = sum(person.consent for person in one.consultants)
    told: tuple[str, ...] = ()
    if agreed:
        told = (ngettext("%(num)d person who agreed; the name stands on the page alone",
                         "%(num)d persons who agreed; their names stand on the page alone", agreed),)  # fmt: skip
    yield LetterFact(_("Persons of contact"), told)


def _exchange(thing: Exchange) -> str:
    return f"{thing.what}: {one_line(thing.description)}" if thing.description else thing.what


def one_line(text: str) -> str:
    """Return a text on one line: names stand in headers of mails, which have no others."""
    return " ".join(text.split())


def _some(text: Any) -> tuple[str, ...]:
    return (one_line(text),) if text else ()
