"""Lists of news: the newest, years, categories, topics and authors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page
from partnership.kinds.news import NEWS
from partnership.language import _, ngettext
from partnership.locales.collation import sort_key
from partnership.pages.common import structured
from partnership.pages.common.lists import LinkGroup, ListOf, plan_list
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import Labels
from partnership.pages.news.cards import Card, card
from partnership.records.content import News
from partnership.settings import Settings


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
        LinkGroup("years", _("By year"), _years(catalogue)),
        LinkGroup("categories", _("By category"), _labels(catalogue.categories, addresses.category)),
        LinkGroup("topics", _("By topic"), _labels(catalogue.tags, addresses.tag)),
    )
    newest = ListOf.of_kind(NEWS.name, NEWS.words(who.region), ways=tuple(one for one in ways if one.links))
    yield from _plan_list(known, settings, who, newest, catalogue.listed_news)


def _plan_years(catalogue: Catalogue, settings: Settings, known: Cards) -> Iterator[Item]:
    who = structured.publisher(settings)
    for year, posts in catalogue.years.items():
        count = ngettext("%(num)d post", "%(num)d posts", len(posts))
        about = _narrower(
            who,
            address=addresses.year(year),
            title=_("News of %(year)d", year=year),
            intro=_("All posts of %(year)d: %(count)s.", year=year, count=count),
        )
        yield from _plan_list(known, settings, who, about, posts)


def _plan_labels(catalogue: Catalogue, settings: Settings, known: Cards) -> Iterator[Item]:
    who = structured.publisher(settings)
    kinds = (
        (catalogue.categories, addresses.category, _("Category: %(name)s"), _("Posts in the category “%(name)s”.")),
        (catalogue.tags, addresses.tag, _("Topic: %(name)s"), _("Posts on the topic “%(name)s”.")),
        (catalogue.authors, addresses.author, _("Author: %(name)s"), _("Posts written by: %(name)s.")),
    )
    for groups, address, title, intro in kinds:
        for name, posts in groups.items():
            heading = title % {"name": name}
            about = _narrower(who, address=address(name), title=heading, intro=intro % {"name": name}, feeds=heading)
            yield from _plan_list(known, settings, who, about, posts)


def _narrower(who: Publisher, *, address: str, title: str, intro: str, feeds: str = "") -> ListOf:
    """Return a list of some posts, below that of all."""
    words = NEWS.words(who.region)
    everything = Link(words.title, addresses.section(NEWS.name))
    return msgspec.structs.replace(
        ListOf.of_kind(NEWS.name, words), address=address, title=title, intro=intro, feeds=feeds, trail=(everything,)
    )


def _plan_list(
    known: Cards, settings: Settings, who: Publisher, about: ListOf, posts: tuple[News, ...]
) -> Iterator[Page]:
    yield from plan_list(about, [known[post.path] for post in posts], settings.page_length)


def post_card(catalogue: Catalogue, post: News) -> Card:
    """Return the card of a post, labelled with its category."""
    return card(catalogue, post, catalogue.derived(Labels).categories.get(post.front.category or ""))


def _years(catalogue: Catalogue) -> tuple[Link, ...]:
    return tuple(Link(str(year), addresses.year(year)) for year in catalogue.years)


def _labels(groups: dict[str, tuple[News, ...]], address: Callable[[str], str]) -> tuple[Link, ...]:
    return tuple(Link(name, address(name)) for name in sorted(groups, key=sort_key))
