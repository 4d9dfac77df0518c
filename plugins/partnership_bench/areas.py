"""Areas for measuring beside other generators: exactly the lists and the feed that their small sites have."""

from __future__ import annotations

from collections.abc import Iterator

from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Publication
from partnership.items.runs import Runs
from partnership.pages.news import archive
from partnership.publications.entry_cache import EntryCache
from partnership.publications.feeds import make_feed, topics
from partnership.settings import Settings
from partnership.subscriptions.following import stream


def plan_lists(catalogue: Catalogue, settings: Settings) -> Runs:
    """Plan the lists of all posts and of each category, topic and author; none of years."""
    return archive.plan_lists(catalogue, settings, years=False)


def plan_feed(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan one Atom feed of everything."""
    entry_cache = EntryCache()
    newest = stream(catalogue, settings).all[: settings.feed_length]
    entry_cache.put(newest)
    topic = next(topics(catalogue, settings))
    digests = tuple(one.digest for one in newest)
    yield Publication("/atom.xml", entry_cache.atom, (make_feed(topic, settings), digests))
