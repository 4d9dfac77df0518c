"""What every template knows of the site."""

from __future__ import annotations

import msgspec

from partnership.catalogue import addresses
from partnership.items.item import FeedLink, Link
from partnership.language import _
from partnership.profile import NO_TEXTS
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
    """The same for all pages; part of every page's key."""

    name: str
    full_name: str
    office: str
    office_url: str
    bip_url: str
    url: str
    base_path: str
    lang: str
    navigation: tuple[Link, ...]
    sections: tuple[str, ...]
    feeds: tuple[FeedLink, ...]
    eu_funds: bool
    newsletter_form: str
    newsletter_list: str
    newsletter_mail: str
    data_licence: str
    report_errors: str
    preview: bool
    region: RegionWords = NO_REGION
    texts: SiteTexts = NO_TEXTS


def make_site(settings: Settings) -> Site:
    """Return what the settings say of the site."""
    navigation = (
        Link(_("Find an institution"), addresses.INSTITUTIONS),
        Link(_("Services"), addresses.SERVICES),
        Link(_("Counties"), addresses.COUNTIES),
        Link(_("News"), addresses.NEWS),
        Link(_("Reports"), addresses.REPORTS),
        Link(_("Meetings"), addresses.MEETINGS),
        Link(_("Partners"), addresses.PARTNERS),
        Link(_("About the Partnership"), addresses.ABOUT),
    )
    return Site(
        name=settings.profile.name,
        full_name=settings.profile.full_name,
        office=settings.profile.office,
        office_url=settings.profile.office_url,
        bip_url=settings.bip_url,
        url=settings.site_url,
        base_path=settings.base_path,
        lang=settings.language,
        navigation=navigation,
        sections=tuple(link.address for link in navigation),
        feeds=feed_links(settings.profile.name, "/"),
        eu_funds=settings.eu_funds,
        newsletter_form=settings.newsletter_form,
        newsletter_list=settings.newsletter_list,
        newsletter_mail=settings.newsletter_mail,
        data_licence=settings.data_licence,
        report_errors=settings.profile.contact.report_errors or "",
        preview=settings.preview,
        region=settings.profile.region_words(settings.language),
        texts=_texts(settings),
    )


def _texts(settings: Settings) -> SiteTexts:
    """Return the partnership's own sentences, with the program's in the place of those that it has not."""
    own, region = settings.profile.texts_in(settings.language), settings.profile.region_words(settings.language)
    if region:
        lead = _("We show who helps %(within)s, and how to reach them – in your county.", within=region.within)
    else:
        lead = _("We show who helps, and how to reach them – in your county.")
    return msgspec.structs.replace(
        own,
        home_lead=own.home_lead or lead,
        finder_example=own.finder_example or _("I am looking for workers"),
    )


def feed_links(title: str, section: str) -> tuple[FeedLink, ...]:
    """Return the three feeds of a section for autodiscovery; ``section`` is an address that ends in a slash."""
    return tuple(FeedLink(f"{title} ({name})", section + file, media_type) for file, media_type, name in FEED_TYPES)
