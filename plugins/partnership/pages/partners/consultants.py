"""Consultants, by institution and by county: only persons who agreed to be named."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.language import _
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.directory.directory import directory_of
from partnership.pages.directory.structured_bodies import collection_thing
from partnership.pages.partners.consent import ConsultantCard, consultant_cards
from partnership.settings import Settings


class Team(msgspec.Struct, frozen=True, kw_only=True):
    """The consultants of one partner; ``id`` is the fragment of its heading."""

    id: str
    institution: Link
    consultants: tuple[ConsultantCard, ...]


class CountyTeam(msgspec.Struct, frozen=True, kw_only=True):
    """Who answers for a county: (name, institution) of each consultant."""

    county: Link
    people: tuple[tuple[str, Link], ...]


class ConsultantsView(msgspec.Struct, frozen=True, kw_only=True):
    """All consultants, twice: with their contacts by institution, and by county as a list of who to ask."""

    head: PageHead
    teams: tuple[Team, ...]
    counties: tuple[CountyTeam, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page of consultants."""
    directory = directory_of(catalogue)
    teams = tuple(
        Team(
            id=partner.id,
            institution=Link(
                directory.titles.get(partner.institution, partner.id), addresses.institution(partner.institution)
            ),
            consultants=cards,
        )
        for partner in catalogue.partners
        if (cards := consultant_cards(partner, directory))
    )
    counties = tuple(Link(one.name, one.address) for one in directory.counties.values())
    inputs = (structured.publisher(settings), teams, counties)
    yield Page(addresses.of("consultants"), "pages/consultants.html", consultants_view, inputs)


def consultants_view(who: Publisher, teams: tuple[Team, ...], counties: tuple[Link, ...]) -> ConsultantsView:
    """Return the view of the page of consultants; ``counties`` give the order of the list by county."""
    title = _("Consultants")
    summary = _("Contact persons at the partners, by institution and by county. They help firms find the right door.")
    trail = (Link(_("Partners"), addresses.of("partners")),)
    people: dict[str, list[tuple[str, Link]]] = {one.address: [] for one in counties}
    for team in teams:
        # The link leads down this page, where the contacts are.
        link = Link(team.institution.title, f"#{team.id}")
        for consultant in team.consultants:
            for county in consultant.counties:
                if county.address in people:
                    people[county.address].append((consultant.name, link))
    return ConsultantsView(
        head=PageHead(
            title=title,
            description=summary,
            trail=trail,
            section=addresses.of("partners"),
            json_ld=(collection_thing(who, name=title, address=addresses.of("consultants"), description=summary),),
        ),
        teams=teams,
        counties=tuple(
            CountyTeam(county=one, people=tuple(people[one.address])) for one in counties if people[one.address]
        ),
    )
