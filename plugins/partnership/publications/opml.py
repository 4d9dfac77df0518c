"""Feeds in an OPML file, to be taken into a reader at once: all of them, and the few of sections and counties.

Those of a service in a county lie below the county.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Publication
from partnership.language import _, current_language
from partnership.locales.marks import capitalised
from partnership.publications.feeds import topics
from partnership.settings import Settings
from partnership.subscriptions.choice import make_choice_table, make_table
from partnership.subscriptions.entries import one_line

Outline = tuple[str, str, str, str]
"""What a feed is about: kind, title, description, folder."""
FEW: Final = ("site", "section", "county")
"""Kinds of feeds in the small file: what a reader can look through before taking it."""


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan both files, and the table from which the finder's script tells the feed of a choice."""
    outlines = tuple((one.kind, one.title, one.description, one.folder) for one in topics(catalogue, settings))
    yield Publication(addresses.of("following"), make_choice_table, (make_table(catalogue),))
    yield Publication(
        addresses.of("opml"), make_opml, (settings.profile.name, settings.profile.office, settings.site_url, outlines)
    )
    few = tuple(one for one in outlines if one[0] in FEW)
    yield Publication(
        addresses.of("opml_few"), make_opml, (settings.profile.name, settings.profile.office, settings.site_url, few)
    )


def make_opml(site_name: str, office: str, site_url: str, outlines: tuple[Outline, ...]) -> bytes:
    """Return OPML 2.0 with an outline for each feed, grouped by what they are about."""
    headings = {
        "site": _("The whole site"),
        "section": _("Sections"),
        "category": _("Categories"),
        "tag": _("Topics"),
        "author": _("Authors"),
        "group": _("Working groups"),
        "type": _("Kinds of institutions"),
        "service": _("Services"),
        "county": _("Counties"),
    }
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{_text(site_name)}</title><ownerName>{_text(office)}</ownerName></head>",
        "<body>",
    ]
    pairs: dict[str, list[Outline]] = {}
    for one in outlines:
        if one[0] == "pair":
            pairs.setdefault(_county_of(one[3]), []).append(one)
    for kind, heading in headings.items():
        some = [one for one in outlines if one[0] == kind]
        if not some:
            continue
        lines.append(f"<outline text={_quoted(heading)}>")
        for one in some:
            below = pairs.get(one[3], []) if kind == "county" else []
            lines.append(_outline(one, site_url) + ("" if below else "</outline>"))
            lines.extend(_outline(each, site_url) + "</outline>" for each in below)
            if below:
                lines.append("</outline>")
        lines.append("</outline>")
    return "\n".join([*lines, "</body>", "</opml>", ""]).encode()


def _county_of(folder: str) -> str:
    """Return the folder of the county in which a pair's folder lies, two steps above it."""
    return "/".join(folder.split("/")[:-3]) + "/"


def _outline(one: Outline, site_url: str) -> str:
    _kind, title, description, folder = one
    attributes = {
        "type": "rss",
        "text": capitalised(one_line(title)),
        "title": capitalised(one_line(title)),
        "description": one_line(description),
        "xmlUrl": f"{site_url}{folder}rss.xml",
        "htmlUrl": site_url + folder,
        "language": current_language(),
    }
    return "<outline " + " ".join(f"{name}={_quoted(value)}" for name, value in attributes.items()) + ">"


def _text(value: str) -> str:
    return _quoted(one_line(value))[1:-1]


def _quoted(value: str) -> str:
    # Imported only where the file is made: it brings with it all that talks to the web.
    from xml.sax.saxutils import quoteattr

    return quoteattr(value)
