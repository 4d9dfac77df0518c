"""Checks that a translation tells no fact otherwise than its original."""

from __future__ import annotations

from typing import Any

from partnership.catalogue.names import Names
from partnership.catalogue.translations import pairs_of
from partnership.language import _
from partnership.problems import Severity
from partnership.records.content import Document
from partnership.records.library import Library
from partnership.records.of_original import Contrary, contrary


def check_originals(library: Library, names: Names) -> None:
    """Tell every fact of a translation that is another one in the original, which both files then have to agree on."""
    for document, original in pairs_of(library):
        for one in contrary(document, original):
            _tell(one, document, original, names)


def _tell(one: Contrary, document: Document[Any], original: Document[Any], names: Names) -> None:
    key = next(str(step) for step in reversed(one.place) if isinstance(step, str))
    path = f"content/{original.path}"
    severity: Severity = "error"
    if one.day:
        severity = "warning"
        message = _(
            "This translation is dated before its original, which is of %(day)s: %(path)s", day=one.original, path=path
        )
        hint = _("remove “%(key)s” here, or write that day or a later one; until then that day counts", key=key)
    elif one.address:
        message = _(
            "Only one of the two names %(address)s, this translation or its original: %(path)s",
            address=one.address,
            path=path,
        )
        hint = _("write the same address in both; without “%(key)s” here the original's is shown", key=key)
    elif one.original:
        message = _(
            "“%(key)s” is “%(own)s” here, and “%(original)s” in the original: %(path)s",
            key=key,
            own=one.own,
            original=one.original,
            path=path,
        )
        hint = _("remove “%(key)s” here: it is taken from the original; where that is wrong, correct it there", key=key)
    else:
        message = _(
            "“%(key)s” is “%(own)s” here, and the original does not say it: %(path)s", key=key, own=one.own, path=path
        )
        hint = _("remove “%(key)s” here; where it is true, write it in the original: it is taken from there", key=key)
    names.places.tell("content", document.path, one.place, "contradiction", message, hint, severity=severity)
