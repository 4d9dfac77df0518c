"""Partners: who belongs to the Partnership, who sits in the Council, what partners give each other and seek."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.review import ConfirmedBy, confirmed_by, is_overdue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.items.wording import description
from partnership.language import _
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher, Thing
from partnership.pages.directory.directory import Directory, directory_of, place_line
from partnership.pages.directory.structured_bodies import collection_thing
from partnership.pages.partners.consent import ConsultantCard, consultant_cards
from partnership.pages.partners.exchange import ExchangeItem, ExchangeKind, by_kind, items
from partnership.records.partner import Partner
from partnership.region_words import RegionWords
from partnership.settings import Settings

SCRIPT = "js/exchange-filter.js"


class PartnerCard(msgspec.Struct, frozen=True, kw_only=True):
    """A partner in the list; ``role`` is its role in the Council, empty where nobody named one."""

    name: str
    address: str
    kind: str
    member: bool
    role: str
    gives: tuple[ExchangeItem, ...]
    seeks: tuple[ExchangeItem, ...]


class PartnerListView(msgspec.Struct, frozen=True, kw_only=True):
    """All partners, and what they give and seek by kind."""

    head: PageHead
    council: tuple[PartnerCard, ...]
    others: tuple[PartnerCard, ...]
    exchange: tuple[ExchangeKind, ...]


class PartnerAround(msgspec.Struct, frozen=True, kw_only=True):
    """What other records say of a partner; ``name`` is the unique name of its institution.

    ``groups`` are (working group, whether the partner leads it).
    ``overdue`` tells that the facts are due to be confirmed again.
    """

    name: str
    kind: str
    place: str
    groups: tuple[tuple[Link, bool], ...]
    consultants: tuple[ConsultantCard, ...]
    replacement: Link | None
    overdue: bool
    confirmed_by: ConfirmedBy = ""


class PartnerView(msgspec.Struct, frozen=True, kw_only=True):
    """A partner on its page: its record, what others say of it, and what it gives and seeks by kind."""

    head: PageHead
    partner: Partner
    around: PartnerAround
    institution: str
    gives: tuple[ExchangeKind, ...]
    seeks: tuple[ExchangeKind, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of partners and the page of each; one who left keeps a page that says so."""
    who = structured.publisher(settings)
    directory = directory_of(catalogue)
    cards = tuple(_card(directory, one) for one in catalogue.partners)
    yield Page(addresses.of("partners"), "pages/partner-list.html", partner_list, (who, cards))
    groups: dict[str, list[tuple[Link, bool]]] = {}
    for group in catalogue.groups:
        link = Link(group.name, addresses.group(group.id))
        for identifier in dict.fromkeys((*((group.leader,) if group.leader else ()), *group.members)):
            groups.setdefault(identifier, []).append((link, identifier == group.leader))
    for partner in (*catalogue.partners, *catalogue.withdrawn_partners):
        around = _around(catalogue, directory, partner, tuple(groups.get(partner.institution, ())))
        yield Page(
            addresses.partner(partner.id),
            "pages/partner.html",
            partner_view,
            (who, partner, around),
            f"data/{partner.source}",
        )


def _card(directory: Directory, partner: Partner) -> PartnerCard:
    name = directory.titles.get(partner.institution, partner.id)
    link = Link(name, addresses.partner(partner.id))
    entry = directory.entries.get(partner.institution)
    seat = partner.council
    return PartnerCard(
        name=name,
        address=link.address,
        kind=entry.kind if entry else "",
        member=seat is not None and seat.member,
        role=seat.role or "" if seat is not None and seat.member else "",
        gives=items(partner.gives, link),
        seeks=items(partner.seeks, link),
    )


def _around(
    catalogue: Catalogue, directory: Directory, partner: Partner, groups: tuple[tuple[Link, bool], ...]
) -> PartnerAround:
    institution = catalogue.listed_institutions.get(partner.institution)
    entry = directory.entries.get(partner.institution)
    other = catalogue.partner.get(partner.replaced_by) if partner.replaced_by else None
    return PartnerAround(
        name=directory.titles.get(partner.institution, partner.id),
        kind=entry.kind if entry else "",
        place=place_line(institution) if institution else "",
        groups=groups,
        consultants=consultant_cards(partner, directory) if partner.status == "active" else (),
        replacement=(
            Link(directory.titles.get(other.institution, other.id), addresses.partner(other.id)) if other else None
        ),
        overdue=is_overdue(partner, catalogue.build_date),
        confirmed_by=confirmed_by(partner, institution is not None and catalogue.is_responsible(institution)),
    )


def _summary(region: RegionWords) -> str:
    if region:
        return _(
            "Institutions that work together for employers and investors %(within)s: what they give and seek.",
            within=region.within,
        )
    return _("Institutions that work together for employers and investors: what they give and seek.")


def partner_list(who: Publisher, cards: tuple[PartnerCard, ...]) -> PartnerListView:
    """Return the view of the list of partners."""
    title = _("Partners")
    summary = _summary(who.region)
    exchange = by_kind(
        (one for card in cards for one in card.gives),
        (one for card in cards for one in card.seeks),
    )
    return PartnerListView(
        head=PageHead(
            title=title,
            description=summary,
            section=addresses.of("partners"),
            feeds=feed_links(title, addresses.of("partners")),
            json_ld=(collection_thing(who, name=title, address=addresses.of("partners"), description=summary),),
            scripts=(SCRIPT,) if exchange else (),
        ),
        council=tuple(one for one in cards if one.member),
        others=tuple(one for one in cards if not one.member),
        exchange=exchange,
    )


def partner_view(who: Publisher, partner: Partner, around: PartnerAround) -> PartnerView:
    """Return the view of a partner's page."""
    withdrawn = partner.status == "withdrawn"
    title = _("%(name)s (former partner)", name=around.name) if withdrawn else _("%(name)s – partner", name=around.name)
    trail = (Link(_("Partners"), addresses.of("partners")),)
    return PartnerView(
        head=PageHead(
            title=title,
            description=description(
                _("%(name)s no longer belongs to the Partnership.", name=around.name)
                if withdrawn
                else _(
                    "%(name)s in the Partnership: what it gives others, what it seeks, who to talk to.",
                    name=around.name,
                )
            ),
            trail=trail,
            section=addresses.of("partners"),
            json_ld=() if withdrawn else (_thing(who, partner, around.name),),
            listed=not withdrawn,
        ),
        partner=partner,
        around=around,
        institution=addresses.institution(partner.institution),
        gives=by_kind(items(partner.gives, None), ()),
        seeks=by_kind((), items(partner.seeks, None)),
    )


def _thing(who: Publisher, partner: Partner, name: str) -> Thing:
    return {
        "@type": "Organization",
        "@id": who.site_url + addresses.institution(partner.institution),
        "name": name,
        "url": who.site_url + addresses.partner(partner.id),
        "memberOf": {"@type": "Organization", "@id": f"{who.site_url}/#partnership", "name": who.full_name},
    }
