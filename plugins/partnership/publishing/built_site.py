"""A built site as a folder of files: its addresses, and what an address in one of its pages leads to."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import msgspec

from partnership.sources.folder import list_everything


class BuiltSite(msgspec.Struct, frozen=True, dict=True):
    """The files below ``root``; ``site_url`` is where they stand, without a final slash."""

    root: Path
    site_url: str

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Paths of all files below the root, sorted."""
        return tuple(sorted(list_everything(str(self.root))))

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Addresses of all files, below the site's own: ``/powiaty/`` for ``powiaty/index.html``."""
        return frozenset(address_of(path) for path in self.files)

    def absolute(self, path: str) -> Path:
        """Return the file at a path below the root."""
        return Path(os.path.join(self.root, path))

    def target(self, reference: str, address: str) -> tuple[str, str] | None:
        """Return the address and the fragment that a reference at ``address`` leads to; None when it leads elsewhere.

        Addresses are below the site's own; one that leaves it though it stays on the host begins with two dots.
        """
        base = urlsplit(self.site_url)
        here = f"{base.scheme}://{base.netloc}"
        try:
            whole = urlsplit(urljoin(f"{self.site_url}{address}", reference.strip()))
        except ValueError:
            return "..", ""
        if f"{whole.scheme}://{whole.netloc}" != here:
            return None
        path = unquote(whole.path)
        if base.path.rstrip("/"):
            if path == base.path.rstrip("/"):
                # The site's own address as the settings have it: every host leads from there to the home page.
                return "/", unquote(whole.fragment)
            if not path.startswith(base.path.rstrip("/") + "/"):
                return f"..{path}", ""
            path = path.removeprefix(base.path.rstrip("/"))
        return path or "/", unquote(whole.fragment)


def address_of(path: str) -> str:
    """Return the address of a file by its path below the root."""
    return "/" + (path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path)
