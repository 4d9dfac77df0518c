"""Whether a built site is whole: feeds that programs read, a manifest that tells the truth, sizes that hosts take."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, Final

from lxml import etree

from partnership.catalogue import addresses
from partnership.language import _
from partnership.problems import Problem
from partnership.publishing.built_site import BuiltSite, address_of

MAX_FILE: Final = 100 * 1000 * 1000
"""Largest file that GitHub Pages takes, in bytes."""
MAX_SITE: Final = 1000 * 1000 * 1000
"""Largest site that GitHub Pages takes, in bytes."""
MAX_PAGE: Final = 3 * 1000 * 1000
"""Largest page of HTML that a phone should be asked to load, in bytes."""

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_SITEMAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def check_soundness(site: BuiltSite) -> list[Problem]:
    """Return a problem for each broken feed, calendar or list, for a wrong manifest and for what is too large."""
    return [*_feeds(site), *_manifest(site), *_sizes(site)]


def _feeds(site: BuiltSite) -> Iterator[Problem]:
    for path in site.files:
        name = path.rpartition("/")[2]
        address = address_of(path)
        try:
            if name.endswith((".xml", ".opml", ".rdf")):
                reason = _xml(site, etree.parse(site.absolute(path)).getroot())
            elif name.endswith((".json", ".jsonld", ".webmanifest")):
                reason = _json(site, name, json.loads(site.absolute(path).read_bytes()))
            elif name.endswith(".ics"):
                data = site.absolute(path).read_bytes()
                whole = data.startswith(b"BEGIN:VCALENDAR\r\n") and data.endswith(b"END:VCALENDAR\r\n")
                reason = "" if whole else _("it is no calendar")
            else:
                continue
        except (etree.XMLSyntaxError, ValueError) as error:
            reason = str(error)
        if reason:
            yield Problem(
                path=address,
                code="broken-feed",
                message=_("Programs cannot read this file: %(reason)s", reason=reason),
                hint=_("tell the site's developers"),
            )


def _xml(site: BuiltSite, root: Any) -> str:
    """Return what is wrong with a feed or list in XML; empty when it is right."""
    if root.tag == "rss":
        items = root.findall("channel/item")
        keys = [one.findtext("guid") for one in items]
        links = [one.findtext("link") for one in items]
    elif root.tag == f"{_ATOM}feed":
        entries = root.findall(f"{_ATOM}entry")
        keys = [one.findtext(f"{_ATOM}id") for one in entries]
        links = [one.get("href") for entry in entries for one in entry.findall(f"{_ATOM}link")]
    elif root.tag == f"{_SITEMAP}urlset":
        keys = links = root.xpath("//*[local-name()='loc']/text()")
    elif root.tag == "opml":
        keys = links = root.xpath("//@xmlUrl")
    else:
        return ""
    return _entries(site, keys, links)


def _json(site: BuiltSite, name: str, data: Any) -> str:
    if name != "feed.json":
        return ""
    items = data["items"] if isinstance(data, dict) and isinstance(data.get("items"), list) else None
    if items is None:
        return _("it has no list of entries")
    return _entries(site, [one.get("id") for one in items], [one.get("url") for one in items])


def _entries(site: BuiltSite, keys: list[Any], links: list[Any]) -> str:
    if not all(keys):
        return _("an entry has no id")
    if len(set(keys)) != len(keys):
        return _("two entries have one id")
    for link in links:
        target = site.target(link, "/") if link else None
        if target is not None and target[0] not in site.addresses:
            return _("it leads to %(address)s, which does not exist", address=target[0])
    return ""


def _manifest(site: BuiltSite) -> Iterator[Problem]:
    try:
        manifest = json.loads((site.root / addresses.MANIFEST.lstrip("/")).read_bytes())
        listed: dict[str, str] = manifest["addresses"]
        wrong = sorted(site.addresses - {addresses.MANIFEST} ^ listed.keys())
        wrong += [
            address_of(path)
            for path in site.files
            if address_of(path) in listed
            and blake2b(site.absolute(path).read_bytes(), digest_size=20).hexdigest() != listed[address_of(path)]
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        wrong = [addresses.MANIFEST]
    if wrong:
        yield Problem(
            path=addresses.MANIFEST,
            code="wrong-manifest",
            message=_("The list of the site's files is not true of: %(addresses)s", addresses=", ".join(wrong[:5])),
            hint=_("delete the folder .cache and try again"),
        )


def _sizes(site: BuiltSite) -> Iterator[Problem]:
    total = 0
    for path in site.files:
        size = site.absolute(path).stat().st_size
        total += size
        limit = MAX_PAGE if path.endswith(".html") else MAX_FILE
        if size > limit:
            message = _("The file has %(size)d MB, the limit is %(limit)d MB", size=_mb(size), limit=_mb(limit))
            hint = _("make it smaller or divide it")
            yield Problem(path=address_of(path), code="too-large", message=message, hint=hint)
    if total > MAX_SITE:
        message = _("The site has %(size)d MB, the limit is %(limit)d MB", size=_mb(total), limit=_mb(MAX_SITE))
        hint = _("remove large pictures and documents that nobody needs")
        yield Problem(path="/", code="too-large", message=message, hint=hint)


def _mb(size: int) -> int:
    return size // 10**6
