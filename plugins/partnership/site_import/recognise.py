"""Finding out what a source is from what is in it, not from its name."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from partnership.language import _
from partnership.problems import UserError
from partnership.site_import.html_folder import HtmlFolder
from partnership.site_import.items import OldSite
from partnership.site_import.media import Store
from partnership.site_import.pelican_folder import PelicanFolder
from partnership.site_import.rules import NAME as RULES
from partnership.site_import.wordpress import WordPress
from partnership.system_errors import why

_WXR: Final = re.compile(rb"wordpress\.org/export/|<wp:wxr_version|xmlns:wp\s*=")
_BASE: Final = re.compile(rb"<wp:base_blog_url>([^<]*)<")
_MARKDOWN_HEAD: Final = re.compile(r"\A\ufeff?(?:---\s*\n)?(?:[A-Za-z][\w-]*:[^\n]*\n)+", re.MULTILINE)
MAX_UNPACKED: Final = 4 * 1024**3


class OldSource(msgspec.Struct, frozen=True):
    """A recognised source: its kind, the site in it, and the files that lie with it."""

    kind: str
    site: OldSite
    store: Store


@contextmanager
def opened(path: Path, kind: str | None, files: tuple[Path, ...], zone: ZoneInfo) -> Iterator[OldSource]:
    """Give the source at ``path``; a zip archive is unpacked for the while.

    ``files`` are further folders and archives of pictures.  Raises :class:`UserError` where nothing is recognised.
    """
    if path.is_file() and zipfile.is_zipfile(path):
        with tempfile.TemporaryDirectory(prefix="import-") as folder:
            _unpack(path, Path(folder))
            yield _source(Path(folder), kind, files, zone, path)
    else:
        yield _source(path, kind, files, zone, path)


def _source(path: Path, kind: str | None, files: tuple[Path, ...], zone: ZoneInfo, named: Path) -> OldSource:
    exports = _exports_in(path)
    kind = kind or ("wordpress" if exports else _kind_of(path))
    if kind == "wordpress":
        if not exports:
            told = _(
                "%(path)s holds no export of WordPress (Tools → Export, a file that ends in .xml)", path=str(named)
            )
            raise UserError(told)
        folders = (path,) if path.is_dir() else ()
        return OldSource(kind, WordPress(exports, zone), Store((*files, *folders)))
    if not path.is_dir():
        told = _("%(path)s is neither an export of WordPress nor a folder of texts; give one of these", path=str(named))
        raise UserError(told)
    if kind == "pelican":
        return OldSource(kind, PelicanFolder(path, zone), Store((*files, path)))
    if kind == "html":
        return OldSource(kind, HtmlFolder(path, zone), Store((*files, path)))
    told = _(
        "%(path)s holds no export of WordPress, no Markdown of Pelican and no HTML pages; say what it is with --kind",
        path=str(named),
    )
    raise UserError(told)


def _exports_in(path: Path) -> tuple[Path, ...]:
    """Return the files of one export of WordPress, largest first: parts of one site, by the address in their heads."""
    candidates = [path] if path.is_file() else sorted(path.glob("*.xml")) + sorted(path.glob("*/*.xml"))
    found: dict[bytes, list[Path]] = {}
    for one in candidates:
        try:
            with one.open("rb") as file:
                head = file.read(20_000).replace(b"\x00", b"")
        except OSError as error:
            raise UserError(_("%(path)s cannot be read (%(reason)s)", path=str(one), reason=why(error))) from None
        if _WXR.search(head):
            base = _BASE.search(head)
            found.setdefault(base.group(1) if base else b"", []).append(one)
    if not found:
        return ()
    of_one_site = max(found.values(), key=lambda some: sum(one.stat().st_size for one in some))
    return tuple(sorted(of_one_site, key=lambda one: -one.stat().st_size))


def _kind_of(path: Path) -> str:
    if not path.is_dir():
        return ""
    if (path / RULES).is_file():
        return "html"
    if any((folder / "pelicanconf.py").is_file() for folder in (path, path.parent)):
        return "pelican"
    markdown = html = 0
    for file in sorted(path.rglob("*"))[:5000]:
        ending = file.suffix.lower()
        if ending in (".md", ".markdown") and file.is_file():
            with file.open("rb") as opened_file:
                head = opened_file.read(2000).decode("utf-8", "replace")
            markdown += bool(_MARKDOWN_HEAD.match(head))
        html += ending in (".html", ".htm", ".xhtml")
    return "pelican" if markdown and markdown >= html else "html" if html else ""


def _unpack(path: Path, folder: Path) -> None:
    """Unpack an archive; a path that would leave the folder, a link, or more than 4 GB stops it."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            if sum(one.file_size for one in entries) > MAX_UNPACKED:
                raise UserError(_("%(path)s holds more than 4 GB; unpack it and give the folder", path=str(path)))
            for entry in entries:
                parts = entry.filename.replace("\\", "/").split("/")
                if ".." in parts or entry.filename.startswith("/") or (entry.external_attr >> 28) == 0o12:
                    told = _("%(path)s holds “%(name)s”, which would leave its folder; nothing was read",
                             path=str(path), name=entry.filename)  # fmt: skip
                    raise UserError(told)
                archive.extract(entry, folder)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        raise UserError(_("%(path)s is no whole zip file", path=str(path))) from None
