"""The manifest ``/publikacja.json``.

Every address with the hash of what lies there, and the commit it was built from.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.items.item import Item, Publication
from partnership.settings import Settings


def plan_manifest(settings: Settings, digests: dict[str, bytes]) -> Iterator[Item]:
    """Plan the manifest of all other items; ``digests`` holds the digest of each address's bytes."""
    listed = tuple((address, digests[address].hex()) for address in sorted(digests))
    yield Publication(addresses.MANIFEST, make_manifest, (settings.site_url, settings.commit, listed))


def make_manifest(site_url: str, commit: str, listed: tuple[tuple[str, str], ...]) -> bytes:
    """Return the manifest's bytes; hashes are BLAKE2b with 20 bytes, in hexadecimal."""
    manifest = {
        "version": 1,
        "site": site_url,
        "commit": commit or None,
        "hash": "blake2b-160",
        "addresses": dict(listed),
    }
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
