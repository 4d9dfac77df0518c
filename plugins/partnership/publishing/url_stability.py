"""Addresses that the public knows: none is dropped without a redirect, unless somebody names it and means it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.address_words import PAGES
from partnership.language import _
from partnership.nearest import nearest
from partnership.problems import Problem

_SEARCH: Final = sorted({words["search_index"] for words in PAGES.values()})
_REMADE: Final = (
    "/theme/",
    "/media/p/",
    *(f"/{folder}{index}" for folder in ("", *(f"{lang}/" for lang in PAGES)) for index in _SEARCH),
)
"""Where files stand that change their names with their content: pages and the search name them, nobody else does."""


class Manifest(msgspec.Struct, frozen=True):
    """What a publication held: the commit it was built from, where it stands, its addresses with their hashes."""

    commit: str
    site: str
    addresses: Mapping[str, str]


def read_manifest(data: bytes) -> Manifest | None:
    """Return the manifest in the bytes of ``publikacja.json``; None when they are none."""
    try:
        raw = json.loads(data)
        listed = {str(address): str(digest) for address, digest in raw["addresses"].items()}
        return Manifest(str(raw.get("commit") or ""), str(raw.get("site") or ""), listed)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def is_public_file(address: str) -> bool:
    """Tell whether an address is that of a picture or document that an editor put there."""
    return address.startswith(addresses.MEDIA) and not address.startswith(_REMADE) and not address.endswith("/")


def vanished(before: Iterable[str], now: Collection[str], redirects: Collection[str]) -> list[str]:
    """Return the addresses of ``before`` that lead nowhere ``now``.

    Files that are remade under other names do not count, nor what stood in the folder of a page that redirects now:
    whoever followed its feed finds the new place there.
    """
    kept = frozenset(now)
    gone = []
    for address in before:
        if address in kept or address.startswith(_REMADE) or address == addresses.MANIFEST:
            continue
        folder = address.rpartition("/")[0] + "/"
        if not address.endswith("/") and folder in redirects:
            continue
        gone.append(address)
    return sorted(gone)


def without_dropped(gone: Iterable[str], dropped: Iterable[str]) -> list[str]:
    """Return what is gone without what somebody agreed to drop: an address, or everything in its folder."""
    agreed = [one if one.startswith("/") else f"/{one}" for one in dropped]
    return [
        one for one in gone if not any(one == each or (each.endswith("/") and one.startswith(each)) for each in agreed)
    ]


def vanished_problems(gone: Iterable[str], now: Collection[str]) -> list[Problem]:
    """Return a problem for each address that would vanish.

    Feeds and files of a page that vanishes too are not told: a redirect of the page leads on from them, and who drops
    the page drops its folder.
    """
    pages = sorted(one for one in now if one.endswith("/"))
    gone = list(gone)
    folders = frozenset(one for one in gone if one.endswith("/"))
    problems = []
    for address in gone:
        if not address.endswith("/") and address.rpartition("/")[0] + "/" in folders:
            continue
        near = nearest(address, pages) if address.endswith("/") else None
        if is_public_file(address):
            hint = _(
                "a file is public while a visible text names it: name it in one (the file lies in content/media/), "
                "or publish with --drop %(address)s if it is to vanish for good",
                address=address,
            )
        elif near:
            hint = _(
                "add it to “aliases” of the file that takes its place (perhaps that of %(near)s), "
                "or publish with --drop %(address)s if it is to vanish for good",
                near=near,
                address=address,
            )
        else:
            hint = _(
                "add it to “aliases” of the file that takes its place, "
                "or publish with --drop %(address)s if it is to vanish for good",
                address=address,
            )
        problems.append(
            Problem(
                path=address,
                code="vanished-address",
                message=_("The address is public and would lead nowhere"),
                hint=hint,
            )
        )
    return problems
