"""Which files lie in a folder: sorted, inside it, and each problem of the folder itself told."""

from __future__ import annotations

import os
import re
from operator import attrgetter

import msgspec

from partnership.language import _
from partnership.problems import Problem
from partnership.system_errors import why

MAX_DEPTH = 12
"""Folders below folders that are followed; content never needs more, and a mistake that makes thousands is caught."""

_HIDDEN_TEXT = re.compile(r"\.(?![._#~])[^/]+\.md\Z")
"""A hidden text that somebody wrote; what systems and editors put beside a file begins with another sign."""

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.(?:md|yaml|csv)")
"""Names of nearly all texts and records: nothing else has to be asked of them."""

_UNSHOWN = re.compile("[\x00-\x1f\ud800-\udfff]")

IGNORED_SUFFIXES = ("~", ".swp", ".tmp", ".bak", ".orig", ".part", ".crdownload")
IGNORED_PREFIXES = (".", "~$", "~WRL")
IGNORED_NAMES = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"))
"""What programs and systems leave beside files: backups, locks, thumbnails.  Nobody wrote it, so nobody is told."""

_RESCUED = re.compile("#.+#")
"""What Emacs saves of its own accord.  A name that only begins with the sign is somebody's: ``#1.txt``."""


def is_noise(name: str) -> bool:
    """Tell whether a name is that of a hidden file, a backup, a lock or a system's file."""
    return (
        name.startswith(IGNORED_PREFIXES)
        or name.endswith(IGNORED_SUFFIXES)
        or name.lower() in IGNORED_NAMES
        or bool(_RESCUED.fullmatch(name))
    )


class Listing(msgspec.Struct):
    """The files of a folder as ``/``-separated paths relative to it, in code-point order.

    ``hidden`` are texts whose names begin with a dot.  And what was wrong with the folder.
    """

    root: str
    files: list[str] = msgspec.field(default_factory=list)
    folders: list[str] = msgspec.field(default_factory=list)
    hidden: list[str] = msgspec.field(default_factory=list)
    problems: list[Problem] = msgspec.field(default_factory=list)


def list_folder(root: str) -> Listing:
    """Walk ``root``; a missing folder is an empty listing.

    Links to files that stay inside the root count as files; links that lead out, dangle or loop, and links to
    folders, are problems. Hidden files and editors' backups are passed over.
    """
    listing = Listing(root)
    if os.path.isdir(root):
        _walk(listing, root, "", os.path.realpath(root), 0)
        listing.files.sort()
        listing.folders.sort()
    return listing


def _walk(listing: Listing, folder: str, prefix: str, real_root: str, depth: int) -> None:
    try:
        entries = sorted(os.scandir(folder), key=attrgetter("name"))
    except OSError as error:
        listing.problems.append(
            _problem(
                folder,
                "unreadable",
                _("The folder cannot be read (%(reason)s)") % {"reason": why(error)},
                _("check the rights to it"),
            )
        )
        return
    for entry in entries:
        relative = prefix + entry.name
        if _PLAIN.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
            listing.files.append(relative)
            continue
        if is_noise(entry.name):
            if _HIDDEN_TEXT.match(entry.name):
                listing.hidden.append(relative)
            continue
        if _UNSHOWN.search(entry.name):
            listing.problems.append(
                _problem(
                    entry.path.encode("utf-8", "backslashreplace").decode(),
                    "bad-name",
                    _("The file's name holds characters that cannot be shown"),
                    _("rename it, using letters, digits and hyphens"),
                )
            )
        elif entry.is_symlink():
            _follow(listing, entry, relative, real_root)
        elif entry.is_dir(follow_symlinks=False):
            if depth >= MAX_DEPTH:
                listing.problems.append(
                    _problem(
                        entry.path,
                        "too-deep",
                        _("The folder lies too deep"),
                        _("move its files at most %(depth)d folders down") % {"depth": MAX_DEPTH},
                    )
                )
                continue
            listing.folders.append(relative)
            _walk(listing, entry.path, relative + "/", real_root, depth + 1)
        else:
            listing.files.append(relative)


def _follow(listing: Listing, entry: os.DirEntry[str], relative: str, real_root: str) -> None:
    try:
        target = os.path.realpath(entry.path, strict=True)
    except OSError:
        message = _("The link leads nowhere or to itself")
    else:
        inside = os.path.isfile(target) and target.startswith(real_root + os.sep)
        if inside and not os.path.isabs(os.readlink(entry.path)):
            listing.files.append(relative)
            return
        message = _("The link leads out of its folder or to another folder")
        if inside:  # a publication is built from a clone, from which it would lead out
            message = _("The link holds the whole path of this machine and would lead nowhere on another one")
    listing.problems.append(_problem(entry.path, "bad-link", message, _("replace the link by the file itself")))


def _problem(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path=path, code=code, message=message, hint=hint)


def list_everything(root: str) -> list[str]:
    """Return every file below ``root``, hidden ones and links too, as ``/``-separated relative paths."""
    found: list[str] = []
    todo = [("", root)]
    while todo:
        prefix, folder = todo.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    todo.append((prefix + entry.name + "/", entry.path))
                else:
                    found.append(prefix + entry.name)
    return found
