"""What every template knows of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.address_tables import site_addresses
from partnership.catalogue.profile import with_profile_in
from partnership.country import PROTECTED
from partnership.items.item import FeedLink, Link
from partnership.kinds.record_kind import RecordKind
from partnership.kinds.registry import AFTER_TEXTS, BEFORE_TEXTS, record_sections, sections
from partnership.language import _, marking
from partnership.locales.page_marks import marked_on_page
from partnership.profile import NO_TEXTS, Profile
from partnership.records.profile import SiteTexts
from partnership.region_words import NO_REGION, RegionWords
from partnership.settings import Settings

FEED_TYPES = (
    ("rss.xml", "application/rss+xml", "RSS"),
    ("atom.xml", "application/atom+xml", "Atom"),
    ("feed.json", "application/feed+json", "JSON Feed"),
)
"""The three feeds of every section: file name, media type, name of the format."""


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """The same for all pages of one language; part of every page's key.  ``languages`` are all of the site's.

    ``gdpr`` tells whether the General Data Protection Regulation holds in its country.
    ``addresses`` are those of the pages that every site has and of its sections, by name; ``own_tree`` are the names of
    those that lie in this language's tree.  ``pictures`` are the names of the pictures for sharing by section.
    """

    name: str
    full_name: str
    office: str
    office_url: str
    bip_url: str
    url: str
    base_path: str
    lang: str
    country: str
    gdpr: bool
    languages: tuple[str, ...]
    addresses: dict[str, str]
    own_tree: tuple[str, ...]
    navigation: tuple[Link, ...]
    sections: tuple[str, ...]
    pictures: dict[str, str]
    feeds: tuple[FeedLink, ...]
    eu_funds: bool
    newsletter_form: str
    newsletter_list: str
    newsletter_mail: str
    report_errors: str
    preview: bool
    region: RegionWords = NO_REGION
    texts: SiteTexts = NO_TEXTS

    def address(self, name: str) -> str:
        """Return the address of a page that every site has, in this language where its tree has the page."""
        return self.addresses[name]

    def has(self, name: str) -> bool:
        """Tell whether this language's tree has the page or file itself."""
        return name in self.own_tree


class MenuItem(msgspec.Struct, frozen=True):
    """A section in the menu of every page: name, title, and the name of its picture for sharing."""

    name: str
    title: str
    picture: str


def menu(settings: Settings) -> tuple[MenuItem, ...]:
    """Return the sections in the menu, in its order and in the language that is spoken now."""
    region = settings.profile.region_words(addresses.here().lang)
    return (
        *_of_records(BEFORE_TEXTS),
        *(
            MenuItem(kind.name, section.words(region).title, kind.name)
            for kind, section in sections(settings.kinds)
            if section.navigation
        ),
        *_of_records(AFTER_TEXTS),
        MenuItem("about", _("About the Partnership"), "about"),
    )


def _of_records(kinds: Iterable[RecordKind]) -> Iterator[MenuItem]:
    for _kind, section in record_sections(kinds):
        if section.picture:
            yield MenuItem(section.name, section.label(), section.picture)


def make_site(settings: Settings, lang: str | None = None) -> Site:
    """Return what the settings say of the site, for pages in one of its languages (the first one by default)."""
    tables = site_addresses(settings.languages, settings.kinds)
    table = tables.tables[lang] if lang is not None else tables.first

    profile = settings.profile if table.is_first else with_profile_in(settings, table.lang).profile
    everywhere = table.everywhere()
    with addresses.standing_in(table), marking(marked_on_page):
        listed = menu(settings)
        navigation = tuple(Link(one.title, everywhere[one.name]) for one in listed)
        return Site(
            name=profile.name,
            full_name=profile.full_name,
            office=profile.office,
            office_url=profile.office_url,
            bip_url=settings.bip_url,
            url=settings.site_url,
            base_path=settings.base_path,
            lang=table.lang,
            country=profile.country,
            gdpr=profile.country in PROTECTED,
            languages=settings.languages,
            addresses=everywhere,
            own_tree=tuple(table.own()),
            navigation=navigation,
            sections=tuple(link.address for link in navigation),
            pictures={everywhere[one.name]: one.picture for one in listed},
            feeds=feed_links(profile.name, table.of("home")),
            eu_funds=settings.eu_funds,
            newsletter_form=settings.newsletter_form,
            newsletter_list=settings.newsletter_list,
            newsletter_mail=settings.newsletter_mail,
            report_errors=profile.contact.report_errors or "",
            preview=settings.preview,
            region=profile.region_words(table.lang),
            texts=_texts(profile, table.lang),
        )


def make_sites(settings: Settings) -> dict[str, Site]:
    """Return the site for pages of each of its languages, by the language's code."""
    return {lang: make_site(settings, lang) for lang in settings.languages}


def _texts(profile: Profile, lang: str) -> SiteTexts:
    """Return the partnership's own sentences, with the program's in the place of those that it has not."""
    own, region = profile.texts_in(lang), profile.region_words(lang)
    if region:
        lead = _("We show who helps %(within)s, and how to reach them – in your county.", within=region.within)
    else:
        lead = _("We show who helps, and how to reach them – in your county.")
    return msgspec.structs.replace(
        own,
        home_lead=own.home_lead or lead,
    )


def feed_links(title: str, section: str) -> tuple[FeedLink, ...]:
    """Return the three feeds of a section for autodiscovery; ``section`` is an address that ends in a slash.

    There are none where the language's tree has no feeds of this section.
    """
    if not addresses.here().has_feeds(section):
        return ()
    return tuple(FeedLink(f"{title} ({name})", section + file, media_type) for file, media_type, name in FEED_TYPES)
