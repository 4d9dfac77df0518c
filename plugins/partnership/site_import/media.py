"""Pictures and files of the old site: found in a folder or a zip, named cleanly, each content once."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Final

from partnership.language import _
from partnership.locales.slugs import slug
from partnership.problems import UserError
from partnership.site_import.items import OldFile
from partnership.site_import.old_addresses import OldPlace, file_keys, place_of
from partnership.system_errors import why

MAX_BYTES: Final = 200 * 1024 * 1024
PICTURES: Final = frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"))
"""What a page can show."""

ACTIVE: Final = frozenset(
    (".html", ".htm", ".xhtml", ".xht", ".js", ".mjs", ".php", ".phtml", ".asp", ".aspx", ".jsp", ".cgi", ".swf",
     ".mht", ".mhtml", ".shtml", ".exe", ".bat", ".cmd", ".com", ".scr", ".jar", ".xml", ".xsl", ".hta", ".svgz")
)  # fmt: skip
"""What a browser or a system would run is not brought along as a file."""

TEXTS: Final = frozenset((".md", ".markdown", ".mkd", ".mdown", ".rst"))
"""A text is no file to download."""


class Store:
    """The files that can be had: of a folder, or of a zip archive; looked for by the ends of their paths."""

    def __init__(self, sources: Iterable[Path]) -> None:
        self._files: dict[str, tuple[Path, str]] = {}
        for source in sources:
            try:
                self._learn(source)
            except (OSError, zipfile.BadZipFile) as error:
                reason = why(error) if isinstance(error, OSError) else _("it is no whole zip file")
                raise UserError(_("%(path)s cannot be read (%(reason)s)", path=str(source), reason=reason)) from None
        self._ends: dict[str, list[str]] = {}
        for name in self._files:
            self._ends.setdefault(name.rpartition("/")[2].lower(), []).append(name)

    def _learn(self, source: Path) -> None:
        if source.is_dir():
            root = source.resolve()
            for file in sorted(root.rglob("*")):
                if file.is_file() and not file.is_symlink():
                    self._files[file.relative_to(root).as_posix()] = (file, "")
        elif zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as archive:
                for entry in archive.infolist():
                    if not entry.is_dir() and ".." not in entry.filename.split("/"):
                        self._files[entry.filename] = (source, entry.filename)

    def find(self, address: str) -> str:
        """Return the name of the file at an old address: the longest common end of its path wins; empty for none."""
        for key in file_keys(address):
            wanted = key.strip("/").split("/")
            best, most = "", 0
            for name in self._ends.get(wanted[-1].lower(), ()):
                parts = name.split("/")
                common = 0
                while (
                    common < min(len(parts), len(wanted)) and parts[-1 - common].lower() == wanted[-1 - common].lower()
                ):
                    common += 1
                if common > most or (common == most and len(name) < len(best)):
                    best, most = name, common
            # The name alone is enough only where there is no other of that name.
            if best and (most > 1 or len(wanted) == 1 or len(self._ends[wanted[-1].lower()]) == 1):
                return best
        return ""

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises :class:`UserError` for one that cannot be read or is enormous."""
        source, inside = self._files[name]
        try:
            if inside:
                with zipfile.ZipFile(source) as archive:
                    if archive.getinfo(inside).file_size > MAX_BYTES:
                        raise UserError(_("%(path)s is larger than 200 MB", path=name))
                    return archive.read(inside)
            if source.stat().st_size > MAX_BYTES:
                raise UserError(_("%(path)s is larger than 200 MB", path=name))
            return source.read_bytes()
        except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            reason = why(error) if isinstance(error, OSError) else str(error)
            raise UserError(_("%(path)s cannot be read (%(reason)s)", path=name, reason=reason)) from None


class MediaPlaces:
    """Gives files of the old site their places below ``media/``."""

    def __init__(
        self, store: Store, known: Iterable[OldFile], base: str, taken: Iterable[str], fixed: dict[str, str]
    ) -> None:
        """Take what is ``known`` of files, the old site's address, paths that are ``taken``, and earlier places."""
        self._store = store
        self.known: dict[str, OldFile] = {}
        """What is known of a file by the path of its address."""
        self._shown: dict[str, OldFile] = {}
        for one in known:
            for key in file_keys(one.address)[:1]:
                self.known[key] = one
            for page in one.pages:
                self._shown.setdefault(place_of(page, base).key, one)
        self._taken = {path.lower() for path in taken}
        self._fixed = fixed
        self._places: dict[str, str] = {}
        self._by_content: dict[bytes, str] = {}
        self.copies: dict[str, str] = {}
        """New path by the store's name of what is to be copied."""

    def place(self, address: str) -> str:
        """Return the new path of the file at an old address, below the content folder; empty when it cannot be had."""
        name = self._store.find(address)
        if not name:
            return ""
        if name not in self._places:
            self._places[name] = self._new_place(name)
        return self._places[name]

    def shown_at(self, old: OldPlace) -> str:
        """Return the new path of the file at an old address, or of the one that a page at this address showed."""
        shown = self._shown.get(old.key)
        address = next(iter(file_keys(shown.address)), "") if shown is not None else old.path
        return self.place(address)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file that is to be copied, by the store's name of it."""
        return self._store.read(name)

    def _new_place(self, name: str) -> str:
        stem, ending = posixpath.splitext(posixpath.basename(name))
        ending = ending.lower()
        if ending in ACTIVE or ending in TEXTS:
            return ""
        data = self._store.read(name)
        ending = _true_ending(data, ending)
        content = blake2b(data, digest_size=20).digest()
        same = self._by_content.get(content)
        if same is not None and posixpath.splitext(same)[1] == ending:
            return same
        place = self._fixed.get(name) or self._free(slug(stem) or "plik", ending)
        self._by_content[content] = place
        self._taken.add(place.lower())
        self.copies[name] = place
        return place

    def _free(self, stem: str, ending: str) -> str:
        number, place = 1, f"media/{stem}{ending}"
        while place.lower() in self._taken:
            number += 1
            place = f"media/{stem}-{number}{ending}"
        return place


def _true_ending(data: bytes, ending: str) -> str:
    """Return the ending that a picture's bytes tell, where its name tells another kind of picture."""
    if ending not in PICTURES or ending == ".svg":
        return ending
    kinds = {b"\xff\xd8\xff": (".jpg", ".jpeg"), b"\x89PNG": (".png",), b"GIF8": (".gif",)}
    for mark, endings in kinds.items():
        if data.startswith(mark):
            return ending if ending in endings else endings[0]
    return ".webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ending


def is_picture(path: str) -> bool:
    """Tell whether a page can show the file as a picture."""
    return posixpath.splitext(path)[1].lower() in PICTURES
