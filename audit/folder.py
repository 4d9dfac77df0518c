"""The built site as files: what kinds there are, and a sample of pages that has one of each kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Folder:
    """A built site; ``base`` is the path below which its addresses stand, without a final slash: empty at a root."""

    root: Path
    base: str = ""

    def files(self, *patterns: str) -> list[Path]:
        """Return the files whose name fits one of the patterns, sorted."""
        return sorted(path for pattern in patterns for path in self.root.rglob(pattern) if path.is_file())

    def pages(self) -> list[Path]:
        """Return every HTML page, redirects included."""
        return self.files("*.html")

    def address(self, path: Path) -> str:
        """Return the address of a file below the site's base path, ``/powiaty/`` for ``powiaty/index.html``."""
        return "/" + path.relative_to(self.root).as_posix().removesuffix("index.html")

    def origin(self) -> str:
        """Return the site's own origin, ``https://partnerstwo.example``, as its home page names it; else empty."""
        home = (self.root / "index.html").read_text(encoding="utf-8")
        match = re.search(r'<link[^>]*rel="?canonical"?[^>]*href="?([^"\s>]+)', home)
        parts = urlsplit(match.group(1)) if match else None
        return f"{parts.scheme}://{parts.netloc}" if parts else ""

    def sample(self, limit: int = 25) -> list[Path]:
        """Return up to ``limit`` pages that differ: those with the most tags and classes not seen before come first."""
        traits = {path: _traits(path) for path in self.pages()}
        chosen: list[Path] = []
        seen: set[str] = set()
        while traits and len(chosen) < limit:
            best = max(sorted(traits), key=lambda path: len(traits[path] - seen))
            if not traits[best] - seen:
                break
            seen |= traits.pop(best)
            chosen.append(best)
        return chosen


def _traits(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    return set(re.findall(r'<([a-z0-9]+(?:\s+class="[^"]*")?)', text)) | {path.parent.parent.name}
