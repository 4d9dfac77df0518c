"""A county's pack for redundancies: office, services, figures, steps and letters; on paper two sheets for a board."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.wording import description
from partnership.language import _
from partnership.locales.phones import phone
from partnership.pages.counties.county_figures import Standing, Value, standings, value_of
from partnership.pages.counties.county_offer import OccupationRow, occupation_row
from partnership.pages.counties.county_view import Office
from partnership.pages.counties.figures import FigureTable
from partnership.pages.directory.directory import CountyName, Directory, DirectoryEntry, directory_of
from partnership.pages.directory.institutions import institution_place
from partnership.pages.redundancies.law import PROGRAMMES, StepView, step_views
from partnership.pages.redundancies.letters import Local, county_letters, letter_address, letter_file, letter_text
from partnership.pages.redundancies.planner import SOURCE
from partnership.pages.services.providers import Providers, providers_of
from partnership.records.institution import Listed
from partnership.records.offer import Occupation
from partnership.records.redundancies import Redundancies, on_day
from partnership.settings import Settings

OTHERS_SHOWN: Final = 12
"""Institutions beside the office that a pack names; the finder has them all."""
INDICATORS: Final = ("unemployment-rate", "unemployed", "wage-relation")
"""Measures of a county that matter to those who look for work, where the data has them."""


class PackFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the records say of a county in this matter; services are those that somebody gives there.

    ``help`` is the page for those who leave, empty where nobody wrote one.
    """

    county: CountyName
    office: Office | None
    employers: tuple[Link, ...]
    people: tuple[Link, ...]
    others: tuple[DirectoryEntry, ...]
    occupations: tuple[Occupation, ...]
    sources: tuple[tuple[str, str], ...]
    figures: tuple[Standing, ...]
    help: str


class PackView(msgspec.Struct, frozen=True, kw_only=True):
    """A county's pack."""

    head: PageHead
    known: PackFacts
    occupations: tuple[OccupationRow, ...]
    values: tuple[Value, ...]
    steps: tuple[StepView, ...]
    letters: tuple[tuple[str, str], ...]
    all_letters: str
    planner: str
    finder: str


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan for each county its pack, its letters on one page, and the file of each letter."""
    if catalogue.redundancies is None:
        return
    rules = on_day(catalogue.redundancies, catalogue.build_date)
    pairs = tuple((one, letter_text(rules, one, settings.language)) for one in rules.letters)
    directory, providers = directory_of(catalogue), providers_of(catalogue)
    figures = standings(FigureTable(catalogue))
    for county in catalogue.counties:
        facts = _facts(catalogue, directory, providers, county.teryt, figures.get(county.teryt, ()))
        pack = addresses.county_redundancies(county.slug)
        yield Page(pack, "pages/redundancy-pack.html", pack_view, (rules, facts), SOURCE)
        if not pairs:
            continue
        local = _local(facts)
        folder = addresses.county_letters(county.slug)
        inputs = (Link(facts.county.name, facts.county.address), pack, pairs, local)
        yield Page(folder, "pages/letters.html", county_letters, inputs, SOURCE)
        for letter, text in pairs:
            file = letter_address(letter, folder)
            if file.startswith(folder):
                yield letter_file(file, letter, text, local)


def _facts(
    catalogue: Catalogue, directory: Directory, providers: Providers, code: str, figures: tuple[Standing, ...]
) -> PackFacts:
    county = directory.counties[code]
    office = catalogue.responsible(code)
    at_risk = [one for one in catalogue.services if "employee-at-risk" in one.audiences and one.status == "current"]
    groups = {one.group for one in at_risk}
    matter = [one for one in catalogue.services if one.group in groups and one.status == "current"]
    employers = [one.id for one in matter if "employer" in one.audiences and "jobseeker" not in one.audiences]
    people = [one.id for one in at_risk]
    people += [one.id for one in catalogue.services if one.id == PROGRAMMES and one.status == "current"]

    def links(ids: list[str]) -> tuple[Link, ...]:
        return tuple(
            Link(directory.services[one].name, addresses.county_service(county.slug, one))
            for one in ids
            if providers.is_given(code, one)
        )

    # Information about the market is given by many; help with losing work is not.
    wanted = {one.id for one in matter if "investor" not in one.audiences}
    others = [
        directory.entries[one.id]
        for one in catalogue.in_county.get(code, ())
        if one is not office and wanted & _services(one)
    ]
    offer = catalogue.offers.get(code)
    short = tuple(one for one in offer.occupations if one.outlook == "shortage") if offer else ()
    names = {one.id: one.name for one in catalogue.sources}
    return PackFacts(
        county=county,
        office=_office(directory, office),
        employers=links(employers),
        people=links(people),
        others=tuple(others[:OTHERS_SHOWN]),
        occupations=short,
        sources=tuple((one, names[one]) for one in dict.fromkeys(each.source for each in short) if one in names),
        figures=tuple(one for one in figures if one.measure.indicator in INDICATORS),
        help=addresses.of("redundancy_help") if addresses.slug_of("redundancy_help") in catalogue.pages else "",
    )


def _services(institution: Listed) -> set[str]:
    return {one if isinstance(one, str) else one.id for one in institution.services}


def _office(directory: Directory, institution: Listed | None) -> Office | None:
    if institution is None:
        return None
    return Office(
        title=directory.titles[institution.id],
        address=addresses.institution(institution.id),
        place=institution_place(institution),
        confirmed=institution.verified is not None,
        alert=institution.alert or "",
    )


def _local(facts: PackFacts) -> Local:
    """Return what the county gives its letters: nothing that is not known."""
    office = facts.office
    if office is None:
        return Local(county=facts.county.name, slug=facts.county.slug)
    place = office.place
    city = f"{place.postal_code} {place.city}".strip()
    address = tuple(one for one in (office.title, place.street, city) if one)
    doubt = () if office.confirmed else (_("[check the address: nobody has confirmed it yet]"),)
    reach = (", ".join(phone(one) for one in place.phone), ", ".join(place.email), place.website)
    what = _("Services: %(names)s.", names=", ".join(one.title for one in facts.people)) if facts.people else ""
    hours = "; ".join(f"{one.days} {one.hours}" for one in place.opening_hours) or _("[opening hours: ask the office]")
    return Local(
        county=facts.county.name,
        slug=facts.county.slug,
        office=(*address, *doubt),
        help=tuple(one for one in (*address, *reach, hours, *doubt, what) if one),
    )


def pack_view(rules: Redundancies, known: PackFacts) -> PackView:
    """Return the view of a county's pack."""
    county = known.county
    title = _("Redundancies: %(county)s", county=county.name)
    trail = (Link(_("Counties"), addresses.of("counties")), Link(county.name, county.address))
    summary = _(
        "Redundancies %(where)s: the office to write to, steps, letters, and help for people who lose their work.",
        where=county.locative,
    )
    folder = addresses.county_letters(county.slug)
    return PackView(
        head=PageHead(
            title=title,
            description=description(summary),
            trail=trail,
            section=addresses.of("counties"),
        ),
        known=known,
        occupations=tuple(occupation_row(one, dict(known.sources)) for one in known.occupations),
        values=tuple(value_of(one) for one in known.figures),
        steps=step_views(rules),
        letters=tuple((one.title, letter_address(one, folder)) for one in rules.letters),
        all_letters=folder,
        planner=addresses.of("redundancy_plan"),
        finder=f"{addresses.of('institutions')}?powiat={county.code}",
    )
