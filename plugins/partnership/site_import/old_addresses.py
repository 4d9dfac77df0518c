"""Addresses of the old site: the five spellings of one, and where each text and file stands now."""

from __future__ import annotations

import posixpath
import re
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

import msgspec

_SIZE: Final = re.compile(r"-\d{2,4}x\d{2,4}(?=\.[A-Za-z0-9]{3,4}\Z)")
_SCALED: Final = re.compile(r"-(?:scaled|rotated|e\d{13})(?=\.[A-Za-z0-9]{3,4}\Z)")
_INDEX: Final = re.compile(r"/(?:index|default)\.(?:html?|php)\Z", re.IGNORECASE)

UNKNOWN: Final = "https://unknown.invalid"
"""Address of an old site that does not say its own: links inside it can be followed, and it is never shown."""


class OldPlace(msgspec.Struct, frozen=True):
    """Where an address leads: ``local`` when it is the old site's own, then its path, query and fragment."""

    local: bool
    path: str = ""
    query: str = ""
    fragment: str = ""

    @property
    def key(self) -> str:
        """What is the same for all spellings of one address."""
        path = _INDEX.sub("/", unquote(self.path)).rstrip("/").lower() or "/"
        return f"{path}?{self.query}" if self.query else path


def place_of(address: str, base: str, within: str = "") -> OldPlace:
    """Return where an address leads that stands in a text at the address ``within`` of the site at ``base``.

    With or without scheme, ``www.``, the host, a final slash: one address stays one.
    """
    address = address.strip()
    if within or base:
        try:
            address = urljoin(within or base + "/", address)
        except ValueError:
            return OldPlace(False)
    try:
        parts, home = urlsplit(address), urlsplit(base)
    except ValueError:
        return OldPlace(False)
    if parts.scheme not in ("", "http", "https"):
        return OldPlace(False)
    if parts.netloc and _host(parts.netloc) != _host(home.netloc):
        return OldPlace(False)
    if not parts.netloc and not address.startswith("/") and base:
        return OldPlace(False)
    path = re.sub("//+", "/", parts.path) or "/"
    below = home.path.rstrip("/")
    if below and path.startswith(below + "/"):
        path = path[len(below) :]
    return OldPlace(True, posixpath.normpath(path) + ("/" if path.endswith("/") and path != "/" else ""), parts.query,
                    parts.fragment)  # fmt: skip


def _host(netloc: str) -> str:
    return netloc.rpartition("@")[2].lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")


def site_name(base: str) -> str:
    """Return what tells one old site from another: its address without scheme and ``www.``; empty for none."""
    parts = urlsplit(base if base != UNKNOWN else "")
    return f"{_host(parts.netloc)}{parts.path.rstrip('/')}"


def alias_of(place: OldPlace) -> str:
    """Return an old address as an alias; empty where it cannot be one, for its query or its characters."""
    path = unquote(place.path)
    if place.query or path in ("", "/") or "//" in path or any(char in path for char in "?#\\"):
        return ""
    steps = path.strip("/").split("/")
    if not path.isprintable() or any(step in (".", "..") or len(step.encode()) > 200 for step in steps):
        return ""
    return path


def file_keys(address: str) -> tuple[str, ...]:
    """Return the paths under which a file may lie, the surest first: as named, then the original of a smaller one."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return ()
    kept = [path, _SIZE.sub("", path), _SCALED.sub("", path), _SCALED.sub("", _SIZE.sub("", path))]
    return tuple(dict.fromkeys(kept))


def as_link(path: str) -> str:
    """Return a path as a link in Markdown."""
    return quote(path, safe="/.#-_~%()+,;=@&!'")
