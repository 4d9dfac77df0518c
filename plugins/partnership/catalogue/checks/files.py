"""Pictures and files to download: whether those that texts name can be published, and which nobody names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.building import is_visible
from partnership.catalogue.content_paths import resolve
from partnership.catalogue.names import Names
from partnership.catalogue.published_files import FilesByAddress
from partnership.catalogue.strays import is_written
from partnership.kinds.registry import by_name
from partnership.language import _
from partnership.problems import Problem
from partnership.records.content import Document
from partnership.records.library import Library
from partnership.settings import Settings
from partnership.sources.pictures import UNSHOWN, ending_of, not_shown
from partnership.sources.strict_yaml import KeyPath
from partnership.sources.text import Unreadable, read_bytes

OWN_FOLDER = "/media/p/"
"""Where the smaller versions of pictures stand; a file of an editor would be lost among them."""


class Use(msgspec.Struct, frozen=True):
    """One place where a document names a file: as written, as a picture or not, in a key or at a place of the text."""

    path: str
    target: str
    as_picture: bool
    key: KeyPath = ()
    line: int = 0
    column: int = 0


class FileFault(msgspec.Struct, frozen=True):
    """Why a file cannot be used."""

    code: str
    message: str
    hint: str


def check_files(library: Library, names: Names, settings: Settings) -> None:
    """Tell each use of a file that cannot be published, files that stand at one address, and files nobody names."""
    if not library.media:
        return
    files = names.files
    visible = set(files.named_by_records)
    kinds = by_name(names.addresses.kinds)
    later: dict[str, str] = {}
    told: set[str] = set()
    for document in names.documents:
        named = files.named_by(document)
        if is_visible(document, kinds[document.kind], settings.build_date, settings.drafts):
            visible.update(named)
        else:
            later.update(dict.fromkeys(named, document.path))
        for use in _uses(document, files) if named else ():
            fault = fault_of(library, use)
            if fault is not None:
                _tell_use(names, document, use, fault)
                told.add(use.path)
    for path in sorted(told | visible):
        _tell_file(library, names, path)
    _addresses(names, sorted(visible | later.keys()))
    private = [path for path in sorted(library.media) if path not in visible]
    wrong = _texts_of_wrong_files(library, names) if private else ""
    for path in private:
        # Whether anybody names a file is known when every file can be read.
        if later.get(path) or not any(name in wrong for name in _written_names(path)):
            _private(names, path, later.get(path))


def _uses(document: Document[Any], files: FilesByAddress) -> Iterator[Use]:
    front, body = document.front, document.body

    def found(target: str, *, as_picture: bool, key: KeyPath = (), line: int = 0, column: int = 0) -> Iterator[Use]:
        path = files.path(target) if target.startswith("/") else resolve(document.path, target)
        if path is not None:
            yield Use(path, target, as_picture, key, line, column)

    if front.image is not None:
        yield from found(front.image.src, as_picture=True, key=("image", "src"))
    for number, attachment in enumerate(front.attachments):
        yield from found(attachment.file, as_picture=False, key=("attachments", number, "file"))
    for link in body.links:
        yield from found(link.path, as_picture=False, line=link.line, column=link.column)
    for image in body.images:
        yield from found(image.path, as_picture=True, line=image.line, column=image.column)


def fault_of(library: Library, use: Use) -> FileFault | None:
    """Return why a file cannot be used as a document uses it, None where it can."""
    parsed = library.media.get(use.path)
    if parsed is None:
        return None
    broken = next((one for one in parsed.problems if one.severity == "error"), None)
    if broken is not None:
        message = _("“%(target)s” cannot be used. %(why)s", target=use.target, why=broken.message)
        return FileFault("unusable-file", message, broken.hint)
    (media,) = parsed.records
    ending = ending_of(use.path)
    if use.as_picture and media.danger in ("private", "unshown"):
        return FileFault("unshown-picture", *not_shown(UNSHOWN.get(ending, ending.upper())))
    danger = _danger(media.danger, use.target, media.size)
    if danger is not None or not use.as_picture:
        return danger
    if media.width is None and ending != "svg":
        message = _("“%(target)s” is not a picture", target=use.target)
        hint = _("name a JPEG, PNG, WebP, AVIF, GIF or SVG file here, and this one under “attachments”")
        return FileFault("unshown-picture", message, hint)
    return None


def _danger(danger: str, target: str, size: int) -> FileFault | None:
    """Return why a file may not be published at all."""
    if danger == "active":
        message = _("“%(target)s” would run in readers' browsers as a part of this site", target=target)
        hint = _("give a PDF instead, or pack it into a ZIP file; a page of the site is a .md file in content/pages/")
        return FileFault("active-file", message, hint)
    if danger == "private":
        message = _("“%(target)s” can tell where and by whom it was made, and that cannot be taken out", target=target)
        return FileFault("private-file", message, not_shown("")[1])
    if danger == "mislabelled":
        message = _("“%(target)s” is a picture, but its name does not say so", target=target)
        hint = _("open it, save it as JPEG or PNG under a name that ends in .jpg or .png, and use that file")
        return FileFault("wrong-ending", message, hint)
    if danger == "reference":
        message = _("“%(target)s” holds only a reference to Git LFS, not the file", target=target)
        return FileFault("unusable-file", message, _("run git lfs install and git lfs pull"))
    if not size:
        message = _("“%(target)s” is empty", target=target)
        return FileFault("unusable-file", message, _("put the whole file in its place"))
    return None


def _tell_use(names: Names, document: Document[Any], use: Use, fault: FileFault) -> None:
    if use.key:
        names.places.tell("content", document.path, use.key, fault.code, fault.message, fault.hint)
    else:
        names.places.tell_in_text(document.path, use.line, use.column, fault.code, fault.message, fault.hint)


def _tell_file(library: Library, names: Names, path: str) -> None:
    """Tell at a file itself why it may not be published, where reading it has not told that already."""
    parsed = library.media[path]
    for media in parsed.records if not parsed.problems else ():
        fault = _danger(media.danger, path.rpartition("/")[2], media.size)
        if fault is not None:
            names.places.tell_at("content", path, 1, 1, fault.code, fault.message, fault.hint)


def _addresses(names: Names, paths: list[str]) -> None:
    """Tell files that would stand at one address, or where another one needs a folder."""
    owner: dict[str, str] = {}
    for path in paths:
        address = addresses.media(path)
        other = owner.setdefault(address, path)
        if address.startswith(OWN_FOLDER):
            message = _("The address %(address)s belongs to the sizes of pictures", address=address)
            names.places.tell_at("content", path, 1, 1, "two-pages", message, _("move the file into another folder"))
        elif other != path:
            message = _("The address %(address)s is taken by %(other)s", address=address, other=other)
            names.places.tell_at("content", path, 1, 1, "two-pages", message, _("rename one of the two files"))
    for address, path in owner.items():
        steps = address.split("/")
        above = next((one for n in range(3, len(steps)) if (one := "/".join(steps[:n])) in owner), None)
        if above is not None:
            message = _("%(other)s stands where this file needs a folder", other=owner[above])
            names.places.tell_at("content", path, 1, 1, "two-pages", message, _("rename one of the two files"))


def _texts_of_wrong_files(library: Library, names: Names) -> str:
    """Return all that stands in files of texts and records with an error, and in texts of a wrong folder."""
    wrong = [("content", path) for path in names.misplaced.values()]
    of_records = [("data", files) for kind, files in library.record_files() if kind != "media"]
    for root, files in (*(("content", files) for files in library.documents.values()), *of_records):
        wrong += [
            (root, path)
            for path, parsed in files.items()
            if any(problem.severity == "error" for problem in parsed.problems)
        ]
    found = []
    for root, path in wrong:
        try:
            found.append(read_bytes(names.places.absolute(root, path)).decode("utf-8", "replace"))
        except Unreadable:
            continue
    return "\n".join(found)


def _written_names(path: str) -> tuple[str, str]:
    """Return how texts write the name of a file: as it is, and as in addresses."""
    name = path.rpartition("/")[2]
    return name, quote(name)


def _private(names: Names, path: str, later: str | None) -> None:
    """Tell a file that is not public now."""
    if later is not None:
        code, message = "later-file", _("The file stays private until %(text)s is public", text=later)
        hint = _("nothing need be done; it becomes public together with the text")
    elif is_written(path):
        code, message = "unused-file", _("No text names this document, so it stays private")
        hint = _("copy what is to be read into a .md file, or name it under “attachments”; else delete it")
    else:
        code, message = "unused-file", _("No text names this file, so it stays private")
        hint = _("name it in a text, or delete it")
    absolute = names.places.absolute("content", path)
    names.places.problems.add(Problem(path=absolute, severity="warning", code=code, message=message, hint=hint))
