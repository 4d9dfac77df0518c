"""Every feed of the contract's address table: each a query over the one stream of what happened."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item
from partnership.kinds.registry import IN_FEEDS, record_sections
from partnership.language import _, current_language
from partnership.locales.marks import capitalised
from partnership.publications.entry_cache import EntryCache
from partnership.publications.feed import Feed
from partnership.records.fields import Moment
from partnership.region_words import RegionWords
from partnership.settings import Settings
from partnership.subscriptions.entries import Activity, Entry, Particulars, Scope, digest_of, stamp, tag_uri
from partnership.subscriptions.following import stream

ARCHIVED = ("site", "section")
"""Kinds of feeds whose older entries stay on archive pages (RFC 5005)."""


class FeedTopic:
    """What a feed is about: its folder (also the page that it follows), title, description.

    And the kind it is listed under.
    """

    __slots__ = ("description", "folder", "kind", "title")

    def __init__(self, kind: str, folder: str, title: str, description: str) -> None:
        self.kind = kind
        self.folder = folder
        self.title = title
        self.description = description


def topics(catalogue: Catalogue, settings: Settings) -> Iterator[FeedTopic]:
    """Yield what each feed of a language is about, from the widest to the narrowest."""
    table = catalogue.table
    for topic in _topics(catalogue, settings.profile.region_words(catalogue.lang)):
        if table.is_first or (topic.kind != "pair" and table.has_feeds(topic.folder)):
            yield topic


def _topics(catalogue: Catalogue, region: RegionWords) -> Iterator[FeedTopic]:
    yield FeedTopic(
        "site",
        addresses.of("home"),
        _("Everything new"),
        _("News, reports, meetings, and changes in the data of institutions, partners and counties."),
    )
    for kind, section in catalogue.sections:
        words = section.words(region)
        yield FeedTopic("section", addresses.section(kind.name), words.title, words.feed)
    for _records, about in record_sections(IN_FEEDS):
        yield FeedTopic("section", addresses.of(about.name), about.title(), about.feed())
    for name in catalogue.categories:
        yield FeedTopic("category", addresses.category(name), name, _("Posts of the category “%(name)s”.", name=name))
    for name in catalogue.tags:
        yield FeedTopic("tag", addresses.tag(name), name, _("Posts on the topic “%(name)s”.", name=name))
    for name in catalogue.authors:
        yield FeedTopic("author", addresses.author(name), name, _("Posts by %(name)s.", name=name))
    for group in catalogue.groups:
        description = _("Meetings and changes of the working group “%(name)s”.", name=group.name)
        yield FeedTopic("group", addresses.group(group.id), group.name, description)
    for one in catalogue.used_types:
        description = _("New, changed and withdrawn institutions of this type.")
        yield FeedTopic("type", addresses.institution_type(one.id), one.plural, description)
    for service in catalogue.services:
        description = _("Who provides the service “%(name)s”, and what changes there.", name=service.name)
        yield FeedTopic("service", addresses.service(service.id), service.name, description)
    for county in catalogue.counties:
        description = _("Institutions, offer and figures %(where)s.", where=county.locative)
        yield FeedTopic("county", addresses.county(county.slug), county.name, description)
        for service in catalogue.services:
            title = _("%(service)s, %(county)s", service=service.name, county=county.name)
            description = _(
                "Who provides the service “%(name)s” %(where)s, and what changes there.",
                name=service.name,
                where=county.locative,
            )
            yield FeedTopic("pair", addresses.county_service(county.slug, service.id), title, description)


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan all feeds."""
    entry_cache = EntryCache()
    happened = stream(catalogue, settings)
    entry_cache.put(happened.all)
    for topic in topics(catalogue, settings):
        feed = make_feed(topic, settings)
        entries = happened.of(topic.folder)
        archived = topic.kind in ARCHIVED
        if not entries and topic.kind in ("service", "county", "pair", "type", "group"):
            waiting = _waiting(topic, settings)
            entry_cache.put([waiting])
            entries = [waiting]
        yield from entry_cache.plan(feed, entries, settings.feed_length, archived=archived)


def make_feed(topic: FeedTopic, settings: Settings) -> Feed:
    """Return the head of a topic's feed."""
    path = topic.folder.strip("/")
    return Feed(
        id=tag_uri(settings.profile.tagging_entity, f"feeds/{path}" if path else "feeds"),
        title=settings.profile.name
        if topic.kind == "site"
        else f"{capitalised(topic.title)} – {settings.profile.name}",
        description=topic.description,
        folder=topic.folder,
        page=topic.folder,
        site_url=settings.site_url,
        publisher=settings.profile.office,
        lang=current_language(),
        since=settings.profile.first_day.isoformat(),
    )


def _waiting(topic: FeedTopic, settings: Settings) -> Activity:
    """Return the one entry of a narrow feed in which nothing has happened yet: it tells that the feed works.

    And what will come.
    """
    path = topic.folder.strip("/")
    identifier = tag_uri(settings.profile.tagging_entity, f"feeds/{path}/waiting")
    url = settings.site_url + topic.folder
    published = stamp(Moment.parse(settings.profile.first_day.isoformat()), identifier)
    title = _("You follow: %(title)s", title=topic.title)
    text = _("Nothing new has happened here yet. As soon as it does, you will read it here.")

    def make() -> Entry:
        link = f'<p><a href="{escape(url)}">{escape(topic.title)}</a></p>'
        return Entry(
            id=identifier,
            title=title,
            url=url,
            published=published,
            updated=published,
            html=f"<p>{escape(topic.description)}</p><p>{escape(text)}</p>{link}",
            summary=topic.description,
            kind="waiting",
        )

    digest = digest_of(identifier, title, topic.description, text, url)
    return Activity(identifier, published, lambda: Particulars(digest, Scope(), make))
