"""Lists of news: the newest, years, categories, topics and authors.

A post that is new, gone or called otherwise changes a few of hundreds of pages, so each page is a run of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Link, Page
from partnership.items.runs import Row, Runs
from partnership.kinds.news import NEWS
from partnership.language import _, ngettext
from partnership.locales.collation import sort_key
from partnership.pages.common import structured
from partnership.pages.common.lists import LinkGroup, ListOf, list_on, list_page
from partnership.pages.common.paging import ListPage, pages_of
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import Labels
from partnership.pages.news.cards import Card, CardFacts, card, card_facts, card_of
from partnership.records.body_reader import BodyReader
from partnership.records.content import News
from partnership.settings import Settings


def plan(catalogue: Catalogue, settings: Settings) -> Runs:
    """Plan the lists of news."""
    return plan_lists(catalogue, settings)


def plan_lists(catalogue: Catalogue, settings: Settings, *, years: bool = True) -> Runs:
    """Plan the list of all posts, those of each year where they are wanted, of each category, topic and author."""
    who = structured.publisher(settings)
    lists = [_newest(catalogue, who)]
    if years:
        lists += _of_years(catalogue, who)
    lists += _of_labels(catalogue, who)
    labels = catalogue.derived(Labels).categories
    # A post stands in five lists or more.
    facts = {
        post.path: card_facts(catalogue, post, labels.get(post.front.category or "")) for post in catalogue.listed_news
    }
    runs = [
        [_row(list_on(about, one.number), one, [facts[post.path] for post in one.items])]
        for about, posts in lists
        for one in pages_of(posts, settings.page_length, about.address)
    ]
    return Runs(plan_pages, catalogue.bodies, None, runs)


def _row(about: ListOf, page: ListPage[News], facts: list[CardFacts]) -> Row:
    return page.items, about, page.address, page.number, page.newer, page.older, facts


def plan_pages(bodies: BodyReader, common: None, rows: Iterable[Row]) -> Iterator[Page]:
    """Plan pages of lists.

    A row is the posts of a page, its list, its place there (:class:`ListPage`), and what each card shows of others.
    """
    for posts, about, address, number, newer, older, facts in rows:
        cards = [bodies.once(_card, post, known) for post, known in zip(posts, facts, strict=True)]
        yield list_page(about, ListPage(address, number, tuple(cards), newer, older))


def _card(bodies: BodyReader, post: News, facts: CardFacts) -> Card:
    return card_of(bodies, post, NEWS.moment(post.front), facts)


Posts = tuple[News, ...]


def _newest(catalogue: Catalogue, who: Publisher) -> tuple[ListOf, Posts]:
    ways = (
        LinkGroup("years", _("By year"), _years(catalogue)),
        LinkGroup("categories", _("By category"), _labels(catalogue.categories, addresses.category)),
        LinkGroup("topics", _("By topic"), _labels(catalogue.tags, addresses.tag)),
    )
    newest = ListOf.of_kind(NEWS.name, NEWS.words(who.region), ways=tuple(one for one in ways if one.links))
    return newest, catalogue.listed_news


def _of_years(catalogue: Catalogue, who: Publisher) -> Iterator[tuple[ListOf, Posts]]:
    for year, posts in catalogue.years.items():
        count = ngettext("%(num)d post", "%(num)d posts", len(posts))
        about = _narrower(
            who,
            address=addresses.year(year),
            title=_("News of %(year)d", year=year),
            intro=_("All posts of %(year)d: %(count)s.", year=year, count=count),
        )
        yield about, posts


def _of_labels(catalogue: Catalogue, who: Publisher) -> Iterator[tuple[ListOf, Posts]]:
    kinds = (
        (catalogue.categories, addresses.category, _("Category: %(name)s"), _("Posts in the category “%(name)s”.")),
        (catalogue.tags, addresses.tag, _("Topic: %(name)s"), _("Posts on the topic “%(name)s”.")),
        (catalogue.authors, addresses.author, _("Author: %(name)s"), _("Posts written by: %(name)s.")),
    )
    for groups, address, title, intro in kinds:
        for name, posts in groups.items():
            heading = title % {"name": name}
            about = _narrower(who, address=address(name), title=heading, intro=intro % {"name": name}, feeds=heading)
            yield about, posts


def _narrower(who: Publisher, *, address: str, title: str, intro: str, feeds: str = "") -> ListOf:
    """Return a list of some posts, below that of all."""
    words = NEWS.words(who.region)
    everything = Link(words.title, addresses.section(NEWS.name))
    return msgspec.structs.replace(
        ListOf.of_kind(NEWS.name, words), address=address, title=title, intro=intro, feeds=feeds, trail=(everything,)
    )


def post_card(catalogue: Catalogue, post: News) -> Card:
    """Return the card of a post, labelled with its category."""
    return card(catalogue, post, catalogue.derived(Labels).categories.get(post.front.category or ""))


def _years(catalogue: Catalogue) -> tuple[Link, ...]:
    return tuple(Link(str(year), addresses.year(year)) for year in catalogue.years)


def _labels(groups: dict[str, tuple[News, ...]], address: Callable[[str], str]) -> tuple[Link, ...]:
    return tuple(Link(name, address(name)) for name in sorted(groups, key=sort_key))
