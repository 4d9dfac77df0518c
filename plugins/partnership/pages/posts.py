"""A post on its page, with its neighbours in time and the posts that belong to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.pages import structured
from partnership.pages.articles import (
    Article,
    Surroundings,
    article,
    head_description,
    head_image,
    head_modified,
    head_translations,
    hidden_documents,
    section_link,
    surroundings,
)
from partnership.pages.page import Item, Link, Page, PageHead
from partnership.pages.site import feed_links
from partnership.pages.structured import Publisher
from partnership.records.content import News
from partnership.settings import Settings

RELATED = 3
"""So many related posts are shown; older ones of the category fill up what the editor left open."""


class PostView(msgspec.Struct, frozen=True, kw_only=True):
    """A post; ``newer`` and ``older`` are its neighbours in time."""

    head: PageHead
    article: Article
    newer: Link | None
    older: Link | None


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page of every post, hidden ones too."""
    yield from _plan(catalogue, settings, None)


def plan_texts(catalogue: Catalogue, settings: Settings, paths: Collection[str]) -> Iterator[Item]:
    """Plan the pages of the posts at paths, as :func:`plan` plans them."""
    yield from _plan(catalogue, settings, paths)


def _plan(catalogue: Catalogue, settings: Settings, paths: Collection[str] | None) -> Iterator[Item]:
    who = structured.publisher(settings)
    links = [Link(post.front.title, catalogue.document_addresses[post.path]) for post in catalogue.news]
    earlier = _earlier(catalogue, links)
    for place, post in enumerate(catalogue.news):
        if paths is not None and post.path not in paths:
            continue
        newer = links[place - 1] if place else None
        older = links[place + 1] if place + 1 < len(links) else None
        around = surroundings(catalogue, post, earlier[place], RELATED)
        yield Page(around.address, "pages/post.html", post_view, (who, post, around, newer, older, True), post.path)
    for post in hidden_documents(catalogue, "news"):
        if paths is None or post.path in paths:
            around = surroundings(catalogue, post)
            inputs = (who, post, around, None, None, False)
            yield Page(around.address, "pages/post.html", post_view, inputs, post.path)


def _earlier(catalogue: Catalogue, links: list[Link]) -> list[tuple[Link, ...]]:
    """Return for each post those before it in its category: they stay the same when new posts come."""
    seen: dict[str, list[Link]] = {}
    found: list[tuple[Link, ...]] = []
    for post, link in zip(reversed(catalogue.news), reversed(links), strict=True):
        before = seen.setdefault(post.front.category or "", [])
        found.append(tuple(reversed(before[-RELATED:])) if post.front.category else ())
        before.append(link)
    return found[::-1]


def post_view(
    who: Publisher, post: News, around: Surroundings, newer: Link | None, older: Link | None, listed: bool
) -> PostView:
    """Return the view of a post."""
    trail: tuple[Link, ...] = (
        section_link("news"),
        Link(str(post.front.date.year), addresses.year(post.front.date.year)),
    )
    if not listed:
        # The year of a hidden post may have no other post, and then no page.
        trail = trail[:1]
    text = head_description(post)
    picture = around.illustration
    authors = (around.author.title,) if around.author else ()
    about = structured.written(
        who,
        "NewsArticle",
        title=post.front.title,
        address=around.address,
        description=text,
        lang=post.front.lang,
        published=post.front.date,
        modified=post.front.modified,
        authors=authors,
        image=picture.picture.address if picture else None,
    )
    return PostView(
        head=PageHead(
            title=post.front.title,
            description=text,
            trail=trail,
            section=addresses.NEWS,
            feeds=feed_links(section_link("news").title, addresses.NEWS),
            json_ld=(about, structured.breadcrumbs(who, trail, post.front.title, around.address)),
            kind="article",
            modified=head_modified(post),
            image=head_image(around),
            listed=listed,
            translations=head_translations(post, around),
        ),
        article=article(post, around),
        newer=newer,
        older=older,
    )
