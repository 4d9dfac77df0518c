"""What addresses in one text have become, and which files belong to it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from urllib.parse import urljoin

from partnership.authoring.draft import Value
from partnership.language import _
from partnership.site_import.items import OldText
from partnership.site_import.media import MediaPlaces, is_picture
from partnership.site_import.old_addresses import UNKNOWN, OldPlace, as_link, file_keys, place_of
from partnership.site_import.places import NewPlace, TextPlaces

HeadValue = Value | dict[str, str] | tuple[dict[str, str], ...]
"""What a key of a head holds: a plain value, a picture, or a list of files."""


class Links:
    """What addresses in one text have become, as seen from its new file; gathers files to download on the way."""

    def __init__(
        self,
        base: str,
        text: OldText,
        place: NewPlace,
        places: TextPlaces,
        media: MediaPlaces,
        tell: Callable[..., None],
    ) -> None:
        self._base = base
        self._within = text.within or (text.addresses[0] if text.addresses else "")
        self._text = text
        self._folder = os.path.dirname(place.path)
        self._places = places
        self._media = media
        self._tell = tell
        self._missing: set[OldPlace] = set()
        """Pictures that did not come along: the link that stands for one is not told again."""

    def link(self, address: str) -> str:
        """Return the new address of a link: a relative path for what came along, the old one for what did not."""
        if not address or address.startswith("#"):
            return address if len(address) > 1 else ""
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", address)
        if scheme and scheme.group(1).lower() not in ("http", "https"):
            if scheme.group(1).lower() in ("mailto", "tel"):
                return address
            self._tell("left-out", "scheme", _("a link to %(address)s was left out", address=address[:80]))
            return ""
        old = self._old(address)
        if old is None:
            return address
        target = self._places.at(old)
        if target is not None:
            if old.fragment:
                self._tell(
                    "changed",
                    "fragment",
                    _("a link to a place inside %(path)s leads to its beginning", path=target.path),
                )
            return self._relative(target.path)
        path = self._media.shown_at(old)
        if path:
            return self._relative(path)
        return self._dead(old, address)

    def _dead(self, old: OldPlace, address: str) -> str:
        """Return the whole address of what did not come along; empty where nobody knows where the old site stood."""
        here = old.path + (f"?{old.query}" if old.query else "")
        known = self._base.startswith(("http://", "https://")) and self._base != UNKNOWN
        full = urljoin(self._base + "/", address) if known else ""
        if old not in self._missing:
            told = (
                _("a link leads to %(address)s of the old site, which did not come along", address=full)
                if known
                else _("a link led to %(address)s, which did not come along; its words stay", address=here)
            )
            self._tell("work", "dead-link", told)
        return full

    def picture(self, address: str) -> str:
        """Return the new path of a picture; empty for one that did not come along, which is told."""
        old = self._old(address)
        if address.startswith("data:"):
            self._tell("work", "data-picture", _("a picture stands inside the text itself; save it as a file"))
            return ""
        path = self._media.place(old.path) if old is not None else ""
        if path and is_picture(path):
            return self._relative(path)
        if path:
            self._tell("work", "picture-kind", _("%(path)s is no picture that a page can show; it became a link",
                                                 path=path))  # fmt: skip
        else:
            if old is not None:
                self._missing.add(old)
            self._tell("work", "picture", _("the picture %(address)s is not among the files; a link or its description "
                                            "stands there",
                                            address=address[:200]))  # fmt: skip
        return ""

    def illustration(self, body: str) -> dict[str, HeadValue]:
        """Return the key ``image`` of the text's own picture, unless the text shows it anyway."""
        if not self._text.image:
            return {}
        path = self.picture(self._text.image)
        if not path or f"]({as_link(path)}" in body or f"]({path}" in body:
            return {}
        return {"image": {"src": path, **self._described(self._text.image)}}

    def _described(self, address: str) -> dict[str, str]:
        known = self._media.known.get(_path_of(address))
        if known is None or not known.alt:
            self._tell("work", "alt", _("the text's own picture has no description: write “alt”"))
            return {"alt": ""}
        return {"alt": known.alt} | ({"caption": known.caption} if known.caption and known.caption != known.alt else {})

    def attachments(self) -> dict[str, HeadValue]:
        """Return the key ``attachments``: documents that belonged to the text on the old site, with their titles."""
        number = self._text.id.rpartition("-")[2]
        found = []
        for one in self._media.known.values():
            if one.parent != number or not self._text.id.startswith("wp-"):
                continue
            path = self._media.place(_path_of(one.address))
            if path and not is_picture(path):
                found.append({"file": self._relative(path), "title": (one.title or os.path.basename(path))[:400]})
        return {"attachments": tuple(found)} if found else {}

    def _old(self, address: str) -> OldPlace | None:
        old = place_of(address, self._base, self._within)
        return old if old.local else None

    def _relative(self, path: str) -> str:
        return as_link(os.path.relpath(path, self._folder))


def _path_of(address: str) -> str:
    return next(iter(file_keys(address)), "")
