"""RSS 2.0 and Atom through feedgen: heads of feeds, and each entry's XML, made once for all feeds that hold it.

What feedgen does not do is put right here, in its own extension points: ``dc:creator`` (RSS's ``author`` must be a mail
address), the archive links of RFC 5005, and dates that never come from the clock.
"""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from typing import Any, Final

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from partnership.language import current_language
from partnership.publications.feed import Feed
from partnership.records.fields import Moment
from partnership.subscriptions.entries import Entry

ATOM: Final = "http://www.w3.org/2005/Atom"
CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
DC: Final = "http://purl.org/dc/elements/1.1/"
HISTORY: Final = "http://purl.org/syndication/history/1.0"
_MARKUP: Final = re.compile(r"<(?=[A-Za-z/!?])|&(?=#|\w+;)")
"""What HTML would take for a tag, a comment or a character reference."""


class _History(BaseExtension):  # type: ignore[misc]
    """RFC 5005: links between a feed and its archives, for both formats; and in RSS the remaining Atom links."""

    feed: Feed
    name: str

    def extend_ns(self) -> dict[str, str]:
        return {"fh": HISTORY} if self.feed.number or self.feed.older else {}

    def extend_rss(self, root: Any) -> Any:
        self._add(root[0])
        return root

    def extend_atom(self, root: Any) -> Any:
        self._add(root)
        return root

    def _add(self, parent: Any) -> None:
        feed = self.feed
        # feedgen makes Atom's own elements without a namespace, beside a plain "xmlns" attribute.
        tag = "link" if parent.tag == "feed" else f"{{{ATOM}}}link"
        links = []
        if feed.older:
            links.append(("prev-archive", feed.url(self.name, feed.older)))
        if feed.newer:
            links.append(("next-archive", feed.url(self.name, feed.newer)))
        if feed.number:
            links.append(("current", feed.url(self.name, 0)))
        for rel, href in links:
            etree.SubElement(parent, tag, rel=rel, href=href)
        # An archive that has no other beside it would look incomplete to readers who demand a link to the next.
        if feed.number and (feed.older or feed.newer):
            etree.SubElement(parent, f"{{{HISTORY}}}archive")


def _generator(feed: Feed, name: str, media_type: str, updated: datetime | None) -> FeedGenerator:
    made = FeedGenerator()
    made.id(f"{feed.id}/{feed.number}" if feed.number else feed.id)
    made.title(feed.title)
    made.subtitle(feed.description)
    made.description(feed.description)
    made.language(feed.lang)
    made.author({"name": feed.publisher})
    made.generator(generator="feedgen")
    made.link(href=feed.url(name), rel="self", type=media_type)
    made.link(href=feed.site_url + feed.page, rel="alternate", type="text/html")
    never = Moment.parse(feed.since).at
    made.updated(updated or never)
    made.lastBuildDate(updated or never)
    if feed.number or feed.older:
        history = type("History", (_History,), {"feed": feed, "name": name})
        made.register_extension("history", history)
    return made


def rss_feed(feed: Feed, items: list[bytes], updated: datetime | None) -> bytes:
    """Return an RSS document with ready items."""
    made = _generator(feed, "rss.xml", "application/rss+xml", updated)
    # The last link added would be the channel's; an author of a channel must be a mail address.
    made.register_extension("dc", _Creator)
    text: str = made.rss_str().decode()
    head, tail = text.split("</channel>")
    return "".join((head, "\n")).encode() + b"\n".join(items) + b"\n</channel>" + tail.encode() + b"\n"


class _Creator(BaseExtension):  # type: ignore[misc]
    """Declares the namespace of the items' ``dc:creator``."""

    def extend_ns(self) -> dict[str, str]:
        return {"dc": DC}


def atom_feed(feed: Feed, entries: list[bytes], updated: datetime | None) -> bytes:
    """Return an Atom document with ready entries."""
    made = _generator(feed, "atom.xml", "application/atom+xml", updated)
    text: str = made.atom_str().decode()
    head, tail = text.split("</feed>")
    return "".join((head, "\n")).encode() + b"\n".join(entries) + b"\n</feed>" + tail.encode() + b"\n"


def _entry(entry: Entry) -> FeedEntry:
    made = FeedEntry()
    made.id(entry.id)
    made.title(entry.title)
    made.published(entry.published)
    made.updated(entry.updated)
    if entry.categories:
        made.category([{"term": name} for name in entry.categories])
    return made


def atom_entry(entry: Entry) -> bytes:
    """Return the XML of an entry in an Atom feed."""
    made = _entry(entry)
    made.link(href=entry.url, rel="alternate", type="text/html")
    for file in entry.enclosures:
        made.link(href=file.url, rel="enclosure", type=file.type, length=str(file.length), title=file.title)
    for name in entry.authors:
        made.author({"name": name})
    if entry.summary:
        made.summary(entry.summary)
    made.content(entry.html, type="html")
    element = made.atom_entry()
    if entry.lang and entry.lang != current_language():
        element.set("{http://www.w3.org/XML/1998/namespace}lang", entry.lang)
    made_bytes: bytes = etree.tostring(element, encoding="UTF-8", xml_declaration=False)
    return made_bytes


def rss_item(entry: Entry) -> bytes:
    """Return the XML of an item in an RSS feed; of several enclosures RSS allows only the first."""
    made = _entry(entry)
    made.guid(entry.id, permalink=False)
    made.link(href=entry.url, rel="alternate")
    # RSS does not say whether these are text or HTML.  Descriptions are taken for HTML; titles by many readers, so only
    # what would vanish there is escaped once more, and „R&D” stays as it is for the others.
    made.title(_MARKUP.sub(lambda found: escape(found[0]), entry.title))
    made.description(escape(entry.summary or entry.title, quote=False), isSummary=True)
    made.content(entry.html, type="html")
    for file in entry.enclosures[:1]:
        made.enclosure(file.url, str(file.length), file.type)
    item = made.rss_entry()
    for name in entry.authors:
        etree.SubElement(item, f"{{{DC}}}creator").text = name
    root = etree.Element("rss", nsmap={"content": CONTENT, "dc": DC})
    root.append(item)
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return text[text.index(b"<item>") : -len(b"</rss>")]
