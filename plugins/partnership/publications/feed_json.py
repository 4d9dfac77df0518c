"""JSON Feed 1.1."""

from __future__ import annotations

from typing import Any

import msgspec

from partnership.language import current_language
from partnership.publications.feed import Feed
from partnership.subscriptions.entries import Entry

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, items: list[bytes]) -> bytes:
    """Return a JSON feed with ready items."""
    head: dict[str, Any] = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.site_url + feed.page,
        "feed_url": feed.url("feed.json"),
        "description": feed.description,
        "language": feed.lang,
        "authors": [{"name": feed.publisher}],
    }
    if feed.older:
        head["next_url"] = feed.url("feed.json", feed.older)
    return msgspec.json.encode(head)[:-1] + b',"items":[\n' + b",\n".join(items) + b"\n]}\n"


def json_item(entry: Entry) -> bytes:
    """Return an item of a JSON feed."""
    item: dict[str, Any] = {"id": entry.id, "url": entry.url, "title": entry.title, "content_html": entry.html}
    if entry.summary:
        item["summary"] = entry.summary
    if entry.image:
        item["image"] = entry.image
    item["date_published"] = entry.published.isoformat()
    item["date_modified"] = entry.updated.isoformat()
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    if entry.categories:
        item["tags"] = list(entry.categories)
    item["language"] = entry.lang or current_language()
    if entry.enclosures:
        item["attachments"] = [
            {"url": one.url, "mime_type": one.type, "title": one.title, "size_in_bytes": one.length}
            for one in entry.enclosures
        ]
    return msgspec.json.encode(item)
