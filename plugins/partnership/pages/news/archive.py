"""Lists of news: the newest, years, categories, topics and authors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import FeedLink, Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.language import _, ngettext
from partnership.locales.collation import sort_key
from partnership.pages.common import structured
from partnership.pages.common.paging import headed, neighbour, numbered, pages_of
from partnership.pages.common.structured import Publisher
from partnership.pages.news.cards import Card, card
from partnership.records.content import News
from partnership.region_words import RegionWords
from partnership.settings import Settings

TEMPLATE = "pages/news-list.html"


class Archive(msgspec.Struct, frozen=True, kw_only=True):
    """A list of posts: what it is of.

    ``title`` stands in the heading, ``intro`` under it.  ``feeds`` is the title of its feeds, empty where it has none.
    """

    section: str
    title: str
    intro: str
    trail: tuple[Link, ...] = ()
    feeds: str = ""


class NewsListView(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a list of posts.

    ``years``, ``categories`` and ``topics`` lead on; they stand on the newest posts' page only, since they change with
    every post.
    """

    head: PageHead
    heading: str
    intro: str
    cards: tuple[Card, ...]
    newer: Link | None
    older: Link | None
    feeds: tuple[FeedLink, ...]
    years: tuple[Link, ...] = ()
    categories: tuple[Link, ...] = ()
    topics: tuple[Link, ...] = ()


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the lists of news."""
    yield from plan_lists(catalogue, settings)


def plan_lists(catalogue: Catalogue, settings: Settings, *, years: bool = True) -> Iterator[Item]:
    """Plan the list of all posts, those of each year where they are wanted, of each category, topic and author."""
    # A post stands in five lists or more: its card is made once.
    cards = {post.path: post_card(catalogue, post) for post in catalogue.listed_news}
    yield from _plan_newest(catalogue, settings, cards)
    if years:
        yield from _plan_years(catalogue, settings, cards)
    yield from _plan_labels(catalogue, settings, cards)


Cards = Mapping[str, Card]
"""The card of each post by the post's path."""


def _plan_newest(catalogue: Catalogue, settings: Settings, known: Cards) -> Iterator[Item]:
    who = structured.publisher(settings)
    ways = (
        _years(catalogue),
        _labels(catalogue.categories, addresses.category),
        _labels(catalogue.tags, addresses.tag),
    )
    newest = Archive(
        section=addresses.of("news"),
        title=_("News"),
        intro=_intro(who.region),
        feeds=_("News"),
    )
    yield from _plan_list(known, settings, who, newest, catalogue.listed_news, ways)


def _intro(region: RegionWords) -> str:
    if region.adjective:
        return _(
            "What is going on in the Partnership and on the %(adjective)s labour market.", adjective=region.adjective
        )
    return _("What is going on in the Partnership and on the labour market.")


def _plan_years(catalogue: Catalogue, settings: Settings, known: Cards) -> Iterator[Item]:
    who = structured.publisher(settings)
    above = (Link(_("News"), addresses.of("news")),)
    for year, posts in catalogue.years.items():
        count = ngettext("%(num)d post", "%(num)d posts", len(posts))
        archive = Archive(
            section=addresses.year(year),
            title=_("News of %(year)d", year=year),
            intro=_("All posts of %(year)d: %(count)s.", year=year, count=count),
            trail=above,
        )
        yield from _plan_list(known, settings, who, archive, posts)


def _plan_labels(catalogue: Catalogue, settings: Settings, known: Cards) -> Iterator[Item]:
    who = structured.publisher(settings)
    above = (Link(_("News"), addresses.of("news")),)
    kinds = (
        (catalogue.categories, addresses.category, _("Category: %(name)s"), _("Posts in the category “%(name)s”.")),
        (catalogue.tags, addresses.tag, _("Topic: %(name)s"), _("Posts on the topic “%(name)s”.")),
        (catalogue.authors, addresses.author, _("Author: %(name)s"), _("Posts written by: %(name)s.")),
    )
    for groups, address, title, intro in kinds:
        for name, posts in groups.items():
            heading = title % {"name": name}
            archive = Archive(
                section=address(name), title=heading, intro=intro % {"name": name}, trail=above, feeds=heading
            )
            yield from _plan_list(known, settings, who, archive, posts)


Ways = tuple[tuple[Link, ...], tuple[Link, ...], tuple[Link, ...]]


def _plan_list(
    known: Cards,
    settings: Settings,
    who: Publisher,
    archive: Archive,
    posts: tuple[News, ...],
    ways: Ways = ((), (), ()),
) -> Iterator[Page]:
    for one in pages_of(posts, settings.page_length, archive.section):
        cards = tuple(known[post.path] for post in one.items)
        place = (one.address, one.number, one.newer, one.older)
        yield Page(
            one.address, TEMPLATE, news_list, (who, archive, place, cards, ways if one.number is None else ((), (), ()))
        )


def post_card(catalogue: Catalogue, post: News) -> Card:
    """Return the card of a post, labelled with its category."""
    name = post.front.category
    return card(
        catalogue, post, Link(name, addresses.category(name)) if name in catalogue.categories and name else None
    )


def _years(catalogue: Catalogue) -> tuple[Link, ...]:
    return tuple(Link(str(year), addresses.year(year)) for year in catalogue.years)


def _labels(groups: dict[str, tuple[News, ...]], address: Callable[[str], str]) -> tuple[Link, ...]:
    return tuple(Link(name, address(name)) for name in sorted(groups, key=sort_key))


def news_list(
    who: Publisher,
    archive: Archive,
    place: tuple[str, int | None, int | None, int | None],
    cards: tuple[Card, ...],
    ways: Ways,
) -> NewsListView:
    """Return the view of one page of a list of posts."""
    _address, number, newer, older = place
    section = archive.section
    heading = headed(archive.title, number)
    trail = archive.trail if number is None else (*archive.trail, Link(archive.title, section))
    feeds = feed_links(archive.feeds, section) if archive.feeds else ()
    newer_title = _("Newest posts") if newer == 0 else _("Newer posts (page %(number)d)", number=newer or 0)
    return NewsListView(
        head=PageHead(
            title=heading,
            description=numbered(archive.intro, number),
            trail=trail,
            section=addresses.of("news"),
            feeds=feeds,
        ),
        heading=heading,
        intro=archive.intro if number is None else "",
        cards=cards,
        newer=neighbour(section, newer_title, newer),
        older=neighbour(section, _("Older posts (page %(number)d)", number=older or 0), older),
        feeds=feeds,
        years=ways[0],
        categories=ways[1],
        topics=ways[2],
    )
