"""One address, one page: every address that two files claim is told at the second."""

from __future__ import annotations

import re
from typing import Any

from partnership.catalogue.address_tables import SiteAddresses
from partnership.catalogue.addresses import feeds
from partnership.catalogue.names import Names
from partnership.kinds.registry import by_name
from partnership.language import _
from partnership.records.content import Document
from partnership.records.library import Library, all_records
from partnership.records.reading import UNKNOWN_DAY

_NAMES = """
    404.html apple-touch-icon.png atom.xml browserconfig.xml cname favicon.ico favicon.svg feed.json humans.txt llms.txt
    manifest.json manifest.webmanifest publikacja.json robots.txt rss.xml security.txt site.webmanifest sw.js
"""
_PROGRAMS = frozenset(_NAMES.split())
"""Files at the root that the site, hosts or browsers look for: no old address of a text."""
_SITEMAP = re.compile(r"sitemap[^/]*\.xml")


def check_addresses(library: Library, names: Names) -> None:
    """Tell pages whose address is taken by another page, and old addresses (aliases) that are taken."""
    owner: dict[str, str] = {}
    documents = names.documents
    tables = names.addresses
    reserved = tables.reserved()
    kinds = by_name(tables.kinds)
    for document in documents:
        if getattr(document.front, "date", None) == UNKNOWN_DAY:
            continue  # its address is unknown as well, but not its old ones
        address = names.address_of(document)
        if kinds[document.kind].section is None and document.slug in reserved:
            _tell(
                names,
                document,
                ("slug",),
                _("The address /%(slug)s/ belongs to a section of the site", slug=document.slug),
            )
            continue
        if address in owner:
            _tell(
                names,
                document,
                ("slug",),
                _("The address %(address)s is taken by %(other)s", address=address, other=owner[address]),
            )
        owner.setdefault(address, document.path)
    # A draft's address leads elsewhere meanwhile: so a published text is taken back.
    drafts = {one.path for one in documents if one.front.state == "draft"}
    owner = {address: path for address, path in owner.items() if path not in drafts}
    if not any(one.front.aliases for one in documents):
        return
    living = _living(library, tables)
    old = {normal_alias(alias) for one in documents for alias in one.front.aliases}
    for document in documents:
        for number, alias in enumerate(document.front.aliases):
            address = normal_alias(alias)
            if address in owner:
                message = _("The old address %(address)s is taken by %(other)s", address=alias, other=owner[address])
                hint = _("remove it in one of the two files")
            elif address in living or address.rstrip("/") in living:
                message, hint = _("A page of the site lives at the address %(address)s", address=alias), _("remove it")
            elif is_reserved(alias):
                message = _("The address %(address)s belongs to the site itself or to its host", address=alias)
                hint = _("remove it")
            elif above := _file_above(address, old):
                message = _("The old address %(address)s would lie below %(other)s", address=alias, other=above)
                hint = _("remove one of the two old addresses")
            else:
                owner[address] = document.path
                continue
            names.places.tell("content", document.path, ("aliases", number), "two-pages", message, hint)


def _living(library: Library, tables: SiteAddresses) -> set[str]:
    """Return addresses of pages that every site has, and of its records: nothing else can ever stand there."""
    living = {"/robots.txt"} | tables.fixed()
    for table in tables.tables.values():
        living.update(feeds(table.of("home")))
        living |= {table.institution(one.id) for one in all_records(library.institutions)}
        living |= {table.service(one.id) for one in all_records(library.services)}
        living |= {table.county(one.slug) for one in all_records(library.counties)}
    return living


def _file_above(address: str, old: set[str]) -> str | None:
    """Return the old address that is a file where this one needs a folder, if there is one."""
    steps = address.strip("/").split("/")
    above = ("/" + "/".join(steps[:length]) for length in range(1, len(steps) + 1))
    return next((one for one in above if one in old and one != address), None)


def normal_alias(alias: str) -> str:
    """Return the address of an alias as a page: ending in a slash, or a file with its ending."""
    folder, _slash, last = alias.rpartition("/")
    if last.lower() in ("index.html", "index.htm"):
        return f"{folder}/"  # where servers show it
    return alias if alias.endswith("/") or last.endswith((".html", ".htm", ".php")) else alias + "/"


def is_reserved(alias: str) -> bool:
    """Tell whether an old address is one that the theme, a host or a program needs, whether it is taken now or not."""
    steps = alias.strip("/").lower().split("/")
    if steps[0] == "theme" or (steps[0][:1] in ("_", ".") and steps[0] not in (".", "..")):
        return True
    return steps[0] in _PROGRAMS or _SITEMAP.fullmatch(steps[0]) is not None


def _tell(names: Names, document: Document[Any], key_path: tuple[str, ...], message: str) -> None:
    names.places.tell(
        "content",
        document.path,
        key_path,
        "two-pages",
        message,
        _("give one of them another “slug”, or rename the file"),
    )
