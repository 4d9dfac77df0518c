"""One address, one page: every address that two files claim is told at the second."""

from __future__ import annotations

from typing import Any

from partnership.catalogue import addresses
from partnership.catalogue.checks.documents import documents_of
from partnership.catalogue.names import Names
from partnership.language import _
from partnership.records.content import Document
from partnership.records.library import Library
from partnership.records.reading import UNKNOWN_DAY

RESERVED = frozenset(
    {
        "aktualnosci",
        "raporty",
        "spotkania",
        "grupy-robocze",
        "partnerzy",
        "konsultanci",
        "uslugi",
        "instytucje",
        "powiaty",
        "en",
        "theme",
        "media",
        "artykuly",
    }
)
"""First parts of addresses that a page of its own cannot take."""


def check_addresses(library: Library, names: Names) -> None:
    """Tell pages whose address is taken by another page, and old addresses (aliases) that are taken."""
    owner: dict[str, str] = {}
    documents = [one for one in documents_of(library) if getattr(one.front, "date", None) != UNKNOWN_DAY]
    for document in documents:
        address = addresses.document(document)
        if document.kind == "pages" and document.slug in RESERVED:
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
    for document in documents:
        for number, alias in enumerate(document.front.aliases):
            address = normal_alias(alias)
            if address in owner:
                message = _("The old address %(address)s is taken by %(other)s", address=alias, other=owner[address])
                names.places.tell(
                    "content",
                    document.path,
                    ("aliases", number),
                    "two-pages",
                    message,
                    _("remove it in one of the two files"),
                )
            owner.setdefault(address, document.path)


def normal_alias(alias: str) -> str:
    """Return the address of an alias as a page: ending in a slash, or a file with its ending."""
    last = alias.rsplit("/", 1)[-1]
    return alias if alias.endswith("/") or last.endswith((".html", ".htm", ".php")) else alias + "/"


def _tell(names: Names, document: Document[Any], key_path: tuple[str, ...], message: str) -> None:
    names.places.tell(
        "content",
        document.path,
        key_path,
        "two-pages",
        message,
        _("give one of them another “slug”, or rename the file"),
    )
