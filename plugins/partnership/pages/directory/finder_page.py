"""The finder's page: a form for the script, and without it the complete list of institutions by county.

Each institution stands once, under the county where it is, or in the section of the whole region; its element carries
``data-institution``.  Counties and services are the filters of those who have no script: links to their own pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.finder_choices import FinderChoices, finder_choices
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.language import _, ngettext
from partnership.locales.marks import capitalised
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.directory.directory import AUDIENCES, Directory, DirectoryEntry, audience_name, directory_of
from partnership.pages.directory.first_question import first_question
from partnership.pages.directory.structured_bodies import collection_thing
from partnership.records.institution import ServiceGiven
from partnership.settings import Settings

SCRIPT = "js/finder/finder.js"


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """A choice of a facet; ``count`` is the number of institutions it leaves."""

    value: str
    label: str
    count: int


Groups = tuple[tuple[str, tuple[Option, ...]], ...]
"""Choices of a facet under their headings; a heading may be empty."""


class Facet(msgspec.Struct, frozen=True, kw_only=True):
    """A facet: the parameter's name in the address, its label, and its choices."""

    name: str
    label: str
    groups: Groups


class CountySection(msgspec.Struct, frozen=True, kw_only=True):
    """A county and what stands in it; without an address it is the whole region."""

    id: str
    title: str
    address: str
    entries: tuple[DirectoryEntry, ...]


class FinderView(msgspec.Struct, frozen=True, kw_only=True):
    """The finder's page; ``count`` is the total in words, ``index`` the address of the finder's index.

    ``question`` is one that the finder answers, where the partnership has written no hint.
    """

    head: PageHead
    question: str
    total: int
    count: str
    index: str
    facets: tuple[Facet, ...]
    sections: tuple[CountySection, ...]
    counties: tuple[Link, ...]
    services: tuple[tuple[str, tuple[Link, ...]], ...]
    types: tuple[Link, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the finder's page."""
    directory = directory_of(catalogue)
    counties = tuple(Link(one.name, addresses.county(one.slug)) for one in catalogue.counties)
    services = tuple(
        (capitalised(group), tuple(Link(directory.services[one.id].name, addresses.service(one.id)) for one in some))
        for group, some in catalogue.service_groups
    )
    types = tuple(Link(one.plural, addresses.institution_type(one.id)) for one in catalogue.used_types)
    facets, sections = _facets(catalogue, directory), _sections(catalogue, directory)
    own = finder_choices(catalogue)
    question = first_question(catalogue, settings, settings.profile.texts_in(catalogue.lang).finder_hint)
    inputs = (structured.publisher(settings), question, facets, own, sections, counties, services, types)
    yield Page(addresses.of("institutions"), "pages/finder.html", finder_view, inputs)


def _sections(catalogue: Catalogue, directory: Directory) -> tuple[CountySection, ...]:
    """Return the institutions by county, the office that answers for it first, the whole region last."""
    of_county: dict[str, list[DirectoryEntry]] = {one.teryt: [] for one in catalogue.counties}
    everywhere: list[DirectoryEntry] = []
    for institution in (*directory.offices, *directory.others):
        region = institution.serves == "region" or institution.county not in of_county
        (everywhere if region else of_county[institution.county]).append(directory.entries[institution.id])
    sections = [
        CountySection(
            id=one.slug, title=one.name, address=addresses.county(one.slug), entries=tuple(of_county[one.teryt])
        )
        for one in catalogue.counties
        if of_county[one.teryt]
    ]
    if everywhere:
        sections.append(CountySection(id="caly-region", title="", address="", entries=tuple(everywhere)))
    return tuple(sections)


def _facets(catalogue: Catalogue, directory: Directory) -> tuple[tuple[str, Groups], ...]:
    """Return each facet's parameter and its choices by group; choices that leave nothing are left out."""
    audiences = _counted(one.audiences for one in catalogue.active_institutions)
    given = _counted(one.services for one in catalogue.active_institutions)
    services = tuple(
        (
            capitalised(group),
            tuple(
                Option(value=one.id, label=directory.services[one.id].name, count=given[one.id])
                for one in some
                if given[one.id]
            ),
        )
        for group, some in catalogue.service_groups
    )
    counties = tuple(
        Option(value=one.teryt, label=one.name, count=len(catalogue.in_county[one.teryt]))
        for one in catalogue.counties
        if catalogue.in_county[one.teryt]
    )
    types = tuple(
        Option(value=one.id, label=one.plural, count=len(catalogue.of_type[one.id]))
        for one in catalogue.types
        if catalogue.of_type[one.id]
    )
    people = tuple(Option(value=one, label=one, count=audiences[one]) for one in AUDIENCES if audiences[one])
    return (
        ("usluga", tuple((group, some) for group, some in services if some)),
        ("powiat", (("", counties),) if counties else ()),
        ("typ", (("", types),) if types else ()),
        ("dla", (("", people),) if people else ()),
    )


def _counted(named: Iterable[tuple[str | ServiceGiven, ...]]) -> Counter[str]:
    """Return how many institutions name each id; many name the same ones, so each list is looked through once."""
    counts: Counter[str] = Counter()
    for listed, number in Counter(named).items():
        for identifier in {one if isinstance(one, str) else one.id for one in listed}:
            counts[identifier] += number
    return counts


def finder_view(
    who: Publisher,
    question: str,
    facets: tuple[tuple[str, Groups], ...],
    own: tuple[FinderChoices, ...],
    sections: tuple[CountySection, ...],
    counties: tuple[Link, ...],
    services: tuple[tuple[str, tuple[Link, ...]], ...],
    types: tuple[Link, ...],
) -> FinderView:
    """Return the view of the finder's page."""
    title = _("Find an institution")
    total = sum(len(one.entries) for one in sections)
    summary = _(
        "Say in your own words what you need, with the town if you like: we show who helps and how to reach them."
    )
    labels = {"usluga": _("Service"), "powiat": _("County"), "typ": _("Kind of institution"), "dla": _("For whom")}
    return FinderView(
        head=PageHead(
            title=title,
            description=summary,
            section=addresses.of("institutions"),
            feeds=feed_links(_("Institutions"), addresses.of("institutions")),
            json_ld=(collection_thing(who, name=title, address=addresses.of("institutions"), description=summary),),
            scripts=(SCRIPT,) if total else (),
        ),
        question=question,
        total=total,
        count=ngettext("%(num)d institution", "%(num)d institutions", total),
        index=addresses.of("finder_index"),
        facets=(
            *(Facet(name=name, label=labels[name], groups=_named(name, groups)) for name, groups in facets if groups),
            *map(_own, own),
        ),
        sections=tuple(
            one if one.address else msgspec.structs.replace(one, title=_("The whole region")) for one in sections
        ),
        counties=counties,
        services=services,
        types=types,
    )


def _own(facet: FinderChoices) -> Facet:
    """Return a facet that a kind of content gives."""
    options = tuple(Option(value=one.value, label=one.label, count=len(one.institutions)) for one in facet.choices)
    return Facet(name=facet.parameter, label=facet.label, groups=(("", options),))


def _named(name: str, groups: Groups) -> Groups:
    """Return the choices with audiences in words."""
    if name != "dla":
        return groups
    return tuple(
        (group, tuple(msgspec.structs.replace(one, label=capitalised(audience_name(one.value))) for one in some))
        for group, some in groups
    )
