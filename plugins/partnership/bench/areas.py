"""Areas for measuring beside other generators: exactly the lists and the feed that their small sites have."""

from __future__ import annotations

from collections.abc import Iterator

from partnership.catalogue.catalogue import Catalogue
from partnership.pages import news
from partnership.pages.page import Item, Publication
from partnership.publications.feeds import make_feed, topics
from partnership.publications.shelf import Shelf
from partnership.settings import Settings
from partnership.subscriptions.following import stream


def plan_lists(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the lists of all posts and of each category, topic and author; none of years."""
    yield from news.plan_lists(catalogue, settings, years=False)


def plan_feed(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan one Atom feed of everything."""
    shelf = Shelf()
    newest = stream(catalogue, settings).all[: settings.feed_length]
    shelf.put(newest)
    topic = next(topics(catalogue))
    digests = tuple(one.digest for one in newest)
    yield Publication("/atom.xml", shelf.atom, (make_feed(topic, settings), digests))
