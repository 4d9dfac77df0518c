"""Checks that translations do not rot: what lags behind its original is told where the translation stands."""

from __future__ import annotations

from partnership.catalogue.names import Names
from partnership.catalogue.translations import changed_on, lagging_documents, pairs_of, translated_texts
from partnership.language import _, ngettext
from partnership.records.library import Library
from partnership.records.translated import PATH

NOTE = "python3 tasks.py translations --note"


def check_translations(library: Library, names: Names) -> None:
    """Tell every translation that lags behind its original, and how many texts nobody has noted yet."""
    for one in lagging_documents(library):
        message = _(
            "The original changed on %(day)s, which this translation does not know: %(path)s",
            day=one.changed.isoformat(),
            path=f"content/{one.original.path}",
        )
        hint = _("translate what changed there, then write “translates: %(day)s”", day=one.changed.isoformat())
        key = "translates" if one.document.front.translates is not None else "translation"
        names.places.tell("content", one.document.path, (key,), "stale-translation", message, hint, severity="warning")
    for document, original in pairs_of(library):
        known, day = document.front.translates, changed_on(original.front)
        if known is not None and day is not None and known.day > day:
            message = _("The original has not changed on that day; it did on %(day)s", day=day.isoformat())
            hint = _("write “translates: %(day)s”", day=day.isoformat())
            names.places.tell(
                "content", document.path, ("translates",), "contradiction", message, hint,
                severity="warning", suggestion=day.isoformat(),
            )  # fmt: skip
    if library.translations:
        _check_records(library, names)


def _check_records(library: Library, names: Names) -> None:
    languages = tuple(names.addresses.tables)[1:]
    new = 0
    for one in translated_texts(library, languages):
        if one.state == "new":
            new += 1
        elif one.state == "lags":
            message = _("The original has changed since it was translated: “%(text)s”", text=_cut(one.text.original))
            hint = _("correct the translation; where it fits as it is: %(call)s %(path)s", call=NOTE,
                     path=f"data/{one.path}")  # fmt: skip
            names.places.tell(
                "data", one.path, one.text.place, "stale-translation", message, hint, item=one.key, severity="warning"
            )
    if new:
        message = ngettext(
            "%(num)d translation of a record is not noted yet, so nobody would see when its original changes",
            "%(num)d translations of records are not noted yet, so nobody would see when their originals change",
            new,
        )
        hint = _("note it: %(call)s", call=NOTE)
        names.places.tell_at("data", PATH, 1, 1, "not-noted", message, hint, severity="warning")


def _cut(text: str, most: int = 80) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"
