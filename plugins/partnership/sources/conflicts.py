"""The marks that git leaves in a file of which it could not join two versions."""

from __future__ import annotations

import re
from typing import Final

from partnership.language import _
from partnership.problems import Problem

_MARKS: Final = (b"<<<<<<<", b">>>>>>>", b"|||||||", b"=======")
_MARK: Final = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?|[\r\n])(<{7}|>{7}|\|{7})(?=[ \t\r\n]|\Z)")
_MIDDLE: Final = re.compile(rb"(?:\A|[\r\n])(={7})(?=[ \t]*(?:[\r\n]|\Z))")


def conflict(path: str, data: bytes) -> Problem | None:
    """Return the problem of a text file in which a mark of a conflict stands, at the first of them, or None.

    A line of seven ``=`` alone underlines a heading in Markdown; in other files it is a mark that was left over.
    """
    if not any(mark in data for mark in _MARKS):
        return None
    found = _MARK.search(data)
    if found is None and not path.lower().endswith((".md", ".markdown", ".txt")):
        found = _MIDDLE.search(data)
    if found is None:
        return None
    before = data[: found.start(1)].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return Problem(
        path=path,
        line=before.count(b"\n") + 1,
        code="conflict",
        message=_("Two versions of this file are not joined yet: git left its marks of a conflict in it"),
        hint=(
            _("delete each line “|||||||” with what follows it down to “=======”: it is the text before both; ")
            if re.search(rb"(?:\A|[\r\n])\|{7}(?=[ \t\r\n]|\Z)", data)
            else ""
        )
        + _(
            "keep what is right of both and delete the lines of “<<<<<<<”, “=======” and “>>>>>>>”, then “git add” this"
            " file and end with “git commit” after a merge or “git rebase --continue” after a rebase"
            " (“git merge --abort” or “git rebase --abort” goes back to your own version)"
        ),
    )
