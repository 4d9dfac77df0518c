"""The home page: whom to ask in the two moments the Partnership exists for, then what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.language import _, ngettext
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.directory.first_question import first_question
from partnership.pages.meetings.meetings import MeetingCard, meeting_card, upcoming_and_past
from partnership.pages.news.archive import post_card
from partnership.pages.news.cards import Card
from partnership.pages.news.reports import report_card
from partnership.region_words import RegionWords
from partnership.settings import Settings

NEWEST: Final = 5
"""Posts on the home page."""

NEED: Final = (
    *("posrednictwo", "rekrutacja-masowa", "staz", "szkolenia", "cudzoziemcy"),
    *("job-matching", "traineeship", "training"),
)
"""Services that the first door names, where the data has them."""

PART: Final = ("zwolnienia-monitorowane", "zwolnienia-grupowe", "outplacement", "swiadczenie-szkoleniowe", "fgsp")
"""Services that the second door names."""


TILE: Final = 100
"""Width and height of a tile in the drawing."""

STEP: Final = 106
"""From one tile's edge to the next one's."""


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two ways in: ``more`` leads to everything on it; ``tone`` is need (hiring) or part (redundancies)."""

    title: str
    lead: str
    tone: str
    services: tuple[Link, ...]
    more: Link


class TileCorner(msgspec.Struct, frozen=True, kw_only=True):
    """The upper left corner of a tile in the drawing."""

    x: int
    y: int


class RegionPicture(msgspec.Struct, frozen=True, kw_only=True):
    """The region as tiles, from the top left; sizes are those of the drawing."""

    width: int
    height: int
    tiles: tuple[TileCorner, ...]


class CountyLink(msgspec.Struct, frozen=True, kw_only=True):
    """A county in the chooser: what to call, where to read on, and its place on the tile map."""

    name: str
    short_name: str
    seat: str
    teryt: str
    address: str
    row: int
    column: int


class HomeView(msgspec.Struct, frozen=True, kw_only=True):
    """The home page; ``meeting`` is the next one, or the last where none is planned: ``meeting_is_next`` tells.

    ``question`` is one that the finder answers, where the partnership has written no hint.
    """

    head: PageHead
    question: str
    picture: RegionPicture | None
    doors: tuple[Door, ...]
    counties: tuple[CountyLink, ...]
    counts: tuple[tuple[str, str], ...]
    posts: tuple[Card, ...]
    report: Card | None
    meeting: MeetingCard | None
    meeting_is_next: bool


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the home page."""
    upcoming, past = upcoming_and_past(catalogue)
    expected = [one for one in upcoming if one.front.held != "cancelled"]
    meeting = next(iter((*expected, *past)), None)
    counties = tuple(
        CountyLink(
            name=one.name,
            short_name=one.short_name,
            seat=one.seat,
            teryt=one.teryt,
            address=addresses.county(one.slug),
            row=one.tile.row,
            column=one.tile.column,
        )
        for one in catalogue.counties
    )
    services = tuple(_services(catalogue, ids) for ids in (NEED, PART))
    numbers = (
        len(catalogue.active_institutions),
        sum(one.status == "current" for one in catalogue.services),
        len(counties),
    )
    posts = tuple(post_card(catalogue, one) for one in catalogue.listed_news[:NEWEST])
    report = report_card(catalogue, catalogue.listed_reports[0]) if catalogue.listed_reports else None
    next_or_last = meeting_card(catalogue, meeting) if meeting else None
    own = settings.profile.texts_in(catalogue.lang)
    question = first_question(catalogue, settings, own.home_hint, own.finder_hint)
    inputs = (
        structured.publisher(settings), question, services, counties, numbers, posts, report, next_or_last,
        bool(expected),
    )  # fmt: skip
    yield Page(addresses.of("home"), "pages/home.html", home, inputs)


def _services(catalogue: Catalogue, ids: tuple[str, ...]) -> tuple[Link, ...]:
    current = {one.id: one for one in catalogue.services if one.status == "current"}
    return tuple(Link(current[one].name, addresses.service(one)) for one in ids if one in current)


def region_picture(counties: Iterable[CountyLink]) -> RegionPicture | None:
    """Return the drawing of the counties' tiles, moved to the upper left corner; None without a county."""
    places = sorted({(one.row, one.column) for one in counties})
    if not places:
        return None
    top, left = places[0][0], min(column for _row, column in places)
    tiles = tuple(TileCorner(x=STEP * (column - left), y=STEP * (row - top)) for row, column in places)
    return RegionPicture(
        width=max(one.x for one in tiles) + TILE, height=max(one.y for one in tiles) + TILE, tiles=tiles
    )


def _description(region: RegionWords) -> str:
    if region:
        return _(
            "Find out whom to ask %(within)s when your company needs people and when it must let people go: "
            "institutions, services, counties.",
            within=region.within,
        )
    return _(
        "Find out whom to ask when your company needs people and when it must let people go: "
        "institutions, services, counties."
    )


def home(
    who: Publisher,
    question: str,
    services: tuple[tuple[Link, ...], tuple[Link, ...]],
    counties: tuple[CountyLink, ...],
    numbers: tuple[int, int, int],
    posts: tuple[Card, ...],
    report: Card | None,
    meeting: MeetingCard | None,
    meeting_is_next: bool,
) -> HomeView:
    """Return the view of the home page."""
    institutions, current, number_of_counties = numbers
    return HomeView(
        head=PageHead(
            title=_("%(name)s: people for companies, help with redundancies", name=who.site_name),
            description=_description(who.region),
            section=addresses.of("home"),
            feeds=feed_links(who.site_name, addresses.of("home")),
            json_ld=(structured.website(who), structured.partnership(who)),
        ),
        question=question,
        picture=region_picture(counties),
        doors=(
            Door(
                title=_("I need people"),
                lead=_("You are hiring or planning an investment. See who helps you find, train and employ people."),
                tone="need",
                services=services[0],
                more=Link(_("Guide for investors"), addresses.of("investors")),
            ),
            Door(
                title=_("I must let people go"),
                lead=_(
                    "Talk to the labour office before you give notice. See your duties and the help for your people."
                ),
                tone="part",
                services=services[1],
                more=Link(_("Guide to redundancies"), addresses.of("redundancies")),
            ),
        ),
        counties=counties,
        counts=(
            (ngettext("%(num)d institution", "%(num)d institutions", institutions), addresses.of("institutions")),
            (ngettext("%(num)d service", "%(num)d services", current), addresses.of("services")),
            (ngettext("%(num)d county", "%(num)d counties", number_of_counties), addresses.of("counties")),
        ),
        posts=posts,
        report=report,
        meeting=meeting,
        meeting_is_next=meeting_is_next,
    )
