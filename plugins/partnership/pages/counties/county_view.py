"""The view of a county's page: everything that its template prints."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.review import ConfirmedBy
from partnership.charts.periods import last_day
from partnership.country import POLAND, site_country
from partnership.items.item import Link, PageHead
from partnership.items.site import feed_links
from partnership.items.wording import description
from partnership.language import _
from partnership.locales.formats import NBSP, number
from partnership.locales.marks import capitalised
from partnership.pages.common.record_texts import record_text
from partnership.pages.common.structured import Publisher
from partnership.pages.common.writings import Writing
from partnership.pages.counties.counties import BarRow, Compared, bar_rows, measure_caption
from partnership.pages.counties.county_drawings import LineDrawing, ShareDrawing, line_drawings, notes, share_drawings
from partnership.pages.counties.county_figures import Standing, Value, value_of, with_sources_apart
from partnership.pages.counties.county_offer import OfferParts, offer_parts
from partnership.pages.counties.county_reach import Reach, reach
from partnership.pages.counties.county_tiles import PlacedCounty
from partnership.pages.counties.county_topics import Topic, not_told_together, topics, without_topic
from partnership.pages.counties.figure_texts import doubt_text
from partnership.pages.counties.recent_years import RecentYears, apart
from partnership.pages.counties.structured_counties import county_dataset, county_place
from partnership.pages.directory.directory import DirectoryEntry, ServiceName
from partnership.pages.directory.institutions import Place
from partnership.publications.open_data.table import About
from partnership.records.offer import Offer
from partnership.records.taxonomy import County

SIDE_BY_SIDE: Final = 4
"""Counties that the link to the comparison chooses."""

OLD: Final = 4
"""Years after which a figure stands behind newer ones."""


class Neighbour(msgspec.Struct, frozen=True, kw_only=True):
    """A neighbouring county."""

    code: str
    name: str
    address: str


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An institution to turn to."""

    title: str
    address: str
    place: Place
    confirmed: bool
    alert: str


class Others(msgspec.Struct, frozen=True, kw_only=True):
    """Institutions that serve the county: those of the county, then of the region, of which some may be left out."""

    here: tuple[DirectoryEntry, ...] = ()
    region: tuple[DirectoryEntry, ...] = ()
    region_cut: bool = False


class ContactPerson(msgspec.Struct, frozen=True, kw_only=True):
    """A person of contact who agreed to be named."""

    name: str
    role: str
    phone: str
    email: str
    institution: Link


class CountyFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the records say of a county beside its figures.

    ``expired`` tells that the offer is out of date, ``overdue`` that it is due to be confirmed again; ``services`` are
    grouped; ``sources`` are (id, name) of those the offer names, ``pack`` is where the
    county's pack for redundancies stands, if there is one, ``data`` the CSV of its figures; ``within_reach`` are
    counties with the distance of their seats in kilometres.
    """

    county: County
    offer: Offer | None = None
    expired: bool = False
    overdue: bool = False
    confirmed_by: ConfirmedBy = ""
    office: Office | None = None
    contact: Office | None = None
    consultants: tuple[ContactPerson, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    services: tuple[tuple[str, tuple[ServiceName, ...]], ...] = ()
    others: Others = Others()
    sources: tuple[tuple[str, str], ...] = ()
    writings: tuple[Writing, ...] = ()
    pack: str = ""
    within_reach: tuple[tuple[County, float], ...] = ()
    data: str = ""


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """All counties in one measure, with this one marked; ``more`` is where all other measures are."""

    caption: str
    value_head: str
    rows: tuple[BarRow, ...]
    note: str
    more: str


class CountyView(msgspec.Struct, frozen=True, kw_only=True):
    """A county's page: what records say of it, and what is derived from them; ``summary`` is safe HTML.

    ``sources`` are those that ``values`` name by number, from 1; ``doubt`` says that nobody confirmed any of them.
    """

    head: PageHead
    kicker: str
    lead: str
    facts: tuple[dict[str, str], ...]
    summary: str
    known: CountyFacts
    values: tuple[Value, ...]
    sources: tuple[str, ...]
    doubt: str
    chart: Chart | None
    shares: tuple[ShareDrawing, ...]
    lines: tuple[LineDrawing, ...]
    years: tuple[RecentYears, ...]
    topics: tuple[Topic, ...]
    reach: Reach | None
    parts: OfferParts
    neighbours: tuple[Link, ...]
    compare: str
    services: tuple[tuple[str, tuple[Link, ...]], ...]
    finder: str


def county_view(
    who: Publisher,
    about: About,
    known: CountyFacts,
    figures: tuple[Standing, ...],
    chart: Compared | None,
    placed: tuple[PlacedCounty, ...],
    measures: tuple[Compared, ...] = (),
) -> CountyView:
    """Return the view of a county's page; ``chart`` and ``placed`` are the measure and the counties of its bars.

    ``measures`` are the first ones that counties can be compared by.
    """
    county, offer = known.county, known.offer
    title = capitalised(county.name)
    codes = (county.teryt, *(one.code for one in known.neighbours))[:SIDE_BY_SIDE]
    current = _current_first(not_told_together(figures))
    drawn, years = apart(without_topic(figures))
    values, sources = with_sources_apart(tuple(value_of(one) for one in current))
    return CountyView(
        head=_head(who, about, known, figures),
        kicker=_("City with county rights") if county.kind == "city" else _("County"),
        lead=_lead(county),
        facts=_facts(county),
        summary=record_text(offer.summary) if offer else "",
        known=known,
        values=values,
        sources=sources,
        doubt="" if any(one.confirmed for one in values) else doubt_text(one.newest for one in current),
        chart=_chart(chart, placed, county.teryt),
        shares=share_drawings(figures),
        lines=line_drawings(drawn, title),
        years=years,
        topics=topics(figures, title),
        reach=reach(county, known.within_reach, measures),
        parts=offer_parts(offer, dict(known.sources)),
        neighbours=tuple(Link(one.name, one.address) for one in known.neighbours),
        compare=f"{addresses.of('comparison')}?" + "&".join(f"powiat={quote(code)}" for code in codes),
        services=tuple(
            (group, tuple(Link(one.name, addresses.county_service(county.slug, one.id)) for one in some))
            for group, some in known.services
        ),
        finder=f"{addresses.of('institutions')}?powiat={quote(county.teryt)}",
    )


def _head(who: Publisher, about: About, known: CountyFacts, figures: tuple[Standing, ...]) -> PageHead:
    county = known.county
    address = addresses.county(county.slug)
    title = capitalised(county.name)
    trail = (Link(_("Counties"), addresses.of("counties")),)
    summary = _(
        "%(county)s: people, unemployment, wages, schools, sites; the labour office and whom to ask.", county=title
    )
    things = [county_place(who, county, title, address)]
    if figures:
        things.append(county_dataset(who, about, title, address, figures))
    return PageHead(
        title=title,
        description=description(summary),
        trail=trail,
        section=addresses.of("counties"),
        feeds=feed_links(title, address),
        json_ld=tuple(things),
        modified=known.offer.verified.isoformat() if known.offer and known.offer.verified else None,
    )


def _lead(county: County) -> str:
    if county.kind == "city":
        return ""
    return _("The seat of the county is %(seat)s.", seat=county.seat)


def _current_first(figures: tuple[Standing, ...]) -> list[Standing]:
    """Return the figures in their order, those much older than the newest one last: an old number must not lead."""
    newest = max((last_day(one.newest.period).year for one in figures), default=0)
    return sorted(figures, key=lambda one: last_day(one.newest.period).year < newest - OLD)


def _facts(county: County) -> tuple[dict[str, str], ...]:
    rows = []
    if county.area_km2 is not None:
        whole = county.area_km2 == int(county.area_km2)
        rows.append((_("Area"), f"{number(county.area_km2, 0 if whole else 1)}{NBSP}km²"))
    rows.append((_("TERYT code") if site_country() == POLAND else _("County code"), county.teryt))
    if county.owner:
        rows.append((_("Answers for this record"), county.owner))
    return tuple({"term": term, "value": value} for term, value in rows)


def _chart(one: Compared | None, placed: tuple[PlacedCounty, ...], code: str) -> Chart | None:
    if one is None:
        return None
    return Chart(
        caption=measure_caption(one.measure, one.period),
        value_head=one.measure.unit,
        rows=bar_rows(one, placed, current=code),
        note=notes(tuple(one.cells.values())),
        more=f"{addresses.of('counties')}#{one.measure.id}",
    )
