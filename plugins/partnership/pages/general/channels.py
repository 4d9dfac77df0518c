"""The page of feeds: what a feed is, and every one of them in three formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.record_links import record_links
from partnership.items.site import FEED_TYPES
from partnership.kinds.counties import COUNTIES
from partnership.kinds.institutions import SERVICES
from partnership.kinds.partners import WORKING_GROUPS
from partnership.kinds.registry import IN_FEEDS, record_sections
from partnership.language import _
from partnership.pages.general.content_pages import Text, page_head, page_text, text_article
from partnership.pages.news.articles import Article
from partnership.publications.entry_cache import archive_pages
from partnership.publications.feed import file_name
from partnership.publications.feeds import ARCHIVED, topics
from partnership.region_words import RegionWords
from partnership.settings import Settings
from partnership.subscriptions.following import stream

LISTED_ARCHIVES = 24
"""Archive pages of one feed that the page lists, the newest first."""


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """What can be followed: title, its page, and its feeds as (format, address)."""

    title: str
    address: str
    feeds: tuple[tuple[str, str], ...]


class ChannelGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Channels of one kind."""

    title: str
    channels: tuple[Channel, ...]


class ChannelsView(msgspec.Struct, frozen=True, kw_only=True):
    """The page of feeds; ``pairs`` tells that each service in a county has feeds, too."""

    head: PageHead
    article: Article
    groups: tuple[ChannelGroup, ...]
    archives: tuple[Channel, ...]
    calendar: str
    opml: str
    opml_few: str
    pairs: bool


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    text = page_text(catalogue, addresses.slug_of("channels"))
    region = settings.profile.region_words(catalogue.lang)
    inputs = (text, channels(catalogue, region), archives(catalogue, settings))
    yield Page(addresses.of("channels"), "pages/channels.html", channels_view, inputs, text.source)


def channels(catalogue: Catalogue, region: RegionWords) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Return every section that has feeds in this language, by kind, as (name of the kind, links to the sections)."""
    groups: tuple[tuple[str, Iterable[Link]], ...] = (
        (
            _("The whole site and its sections"),
            (
                Link(_("Everything"), addresses.of("home")),
                *(
                    Link(section.words(region).title, addresses.section(kind.name))
                    for kind, section in catalogue.sections
                ),
                *(Link(section.title(), addresses.of(section.name)) for _kind, section in record_sections(IN_FEEDS)),
            ),
        ),
        (_("Categories of news"), (Link(name, addresses.category(name)) for name in catalogue.categories)),
        (_("Topics"), (Link(name, addresses.tag(name)) for name in catalogue.tags)),
        (_("Authors"), (Link(name, addresses.author(name)) for name in catalogue.authors)),
        (_("Counties"), record_links(catalogue, COUNTIES)),
        (_("Services"), record_links(catalogue, SERVICES)),
        (
            _("Kinds of institutions"),
            (Link(one.plural, addresses.institution_type(one.id)) for one in catalogue.used_types),
        ),
        (_("Working groups"), record_links(catalogue, WORKING_GROUPS)),
    )
    table = addresses.here()
    listed = ((title, tuple(link for link in links if table.has_feeds(link.address))) for title, links in groups)
    return tuple((title, links) for title, links in listed if links)


def archives(catalogue: Catalogue, settings: Settings) -> tuple[tuple[str, str, int], ...]:
    """Return the feeds that have archive pages, as (title, folder, number of pages)."""
    happened = stream(catalogue, settings)
    counted = (
        (topic.title, topic.folder, archive_pages(len(happened.of(topic.folder)), settings.feed_length))
        for topic in topics(catalogue, settings)
        if topic.kind in ARCHIVED
    )
    return tuple(one for one in counted if one[2])


def channels_view(
    text: Text,
    groups: tuple[tuple[str, tuple[Link, ...]], ...],
    archived: tuple[tuple[str, str, int], ...],
) -> ChannelsView:
    """Return the view of the page of feeds."""
    return ChannelsView(
        head=page_head(text, addresses.of("channels")),
        article=text_article(text),
        groups=tuple(ChannelGroup(title=title, channels=tuple(map(_channel, links))) for title, links in groups),
        archives=tuple(_archive(*one) for one in archived),
        calendar=addresses.of("calendar"),
        opml=addresses.of("opml"),
        opml_few=addresses.of("opml_few"),
        pairs=addresses.here().is_first,
    )


def _archive(title: str, folder: str, pages: int) -> Channel:
    """Return the newest archive pages of a feed; each of them links to the one before it."""
    feeds = tuple(
        (f"{name} {number}", folder + file_name(file, number))
        for number in range(pages, max(0, pages - LISTED_ARCHIVES), -1)
        for file, _type, name in FEED_TYPES
    )
    return Channel(title=title, address=folder, feeds=feeds)


def _channel(link: Link) -> Channel:
    feeds = tuple((name, link.address + file) for file, _type, name in FEED_TYPES)
    return Channel(title=link.title, address=link.address, feeds=feeds)
