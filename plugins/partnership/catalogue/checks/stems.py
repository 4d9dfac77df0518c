"""Checks of the names of texts' files: each gives an address, and no two of a kind the same one."""

from __future__ import annotations

from partnership.catalogue.names import Names
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.records.library import Library


def check_stems(library: Library, names: Names, kind: str) -> None:
    """Tell two files of a kind with one stem: their feed ids would be the same."""
    first: dict[str, str] = {}
    for path in sorted(library.files_of(kind)):
        stem = path.rpartition("/")[2][:-3]
        if stem in first:
            message = _("The file name “%(stem)s” is taken by %(other)s", stem=stem, other=first[stem])
            names.places.tell_at("content", path, 1, 1, "duplicate-id", message, _("rename one of the two files"))
        elif not slug(stem):
            names.places.tell_at(
                "content",
                path,
                1,
                1,
                "bad-id",
                _("The file's name gives no address"),
                _("rename it, using letters and digits"),
            )
        first.setdefault(stem, path)
