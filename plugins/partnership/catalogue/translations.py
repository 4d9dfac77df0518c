"""What lags behind: translations of documents by their dates, those of records by what was noted of their originals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

import msgspec

from partnership.catalogue.originals import originals_among
from partnership.records.content import Document, Front
from partnership.records.library import Library, all_records
from partnership.records.localise import RecordText, texts_in
from partnership.records.of_original import joined
from partnership.records.texts import FIELD
from partnership.records.translated import NotedTranslation, text_digest

State = Literal["missing", "new", "fits", "lags"]


class Lagging(msgspec.Struct, frozen=True):
    """A translated document that does not know how its original was changed on ``changed``."""

    document: Document[Any]
    original: Document[Any]
    changed: date


class TranslatedText(msgspec.Struct, frozen=True):
    """A text of a record and how its translation into ``lang`` stands: missing, not noted yet, fitting or lagging."""

    path: str
    record: Any
    lang: str
    text: RecordText
    state: State

    @property
    def key(self) -> tuple[str, str] | None:
        """The key and its value by which the record is found in its file; None where it is the only one there."""
        return record_key(self.path, self.record)

    @property
    def row(self) -> NotedTranslation:
        """What would be noted of it."""
        return NotedTranslation(
            file=self.path,
            record=self.key[1] if self.key else "",
            language=self.lang,
            original=text_digest(self.text.original),
            translation=text_digest(self.text.translation or ""),
        )


def record_key(path: str, record: Any) -> tuple[str, str] | None:
    """Return the key and value by which a record is found in its file; None where the file holds no other."""
    key = next((one for one in ("teryt", "id") if getattr(record, one, "") and path.count("/") == 0), "")
    return (key, getattr(record, key)) if key else None


def changed_on(front: Front) -> date | None:
    """Return the day on which a text last changed: its ``modified``, else its ``date``; None where it has neither."""
    moment = front.modified or getattr(front, "date", None)
    return moment.day if moment is not None else None


def known_day(document: Document[Any], original: Document[Any]) -> date | None:
    """Return the day of change of the original that a translation knows: ``translates``, else that of its own."""
    front: Front = joined(document, original).front
    return front.translates.day if front.translates is not None else changed_on(front)


def pairs_of(library: Library) -> Iterator[tuple[Document[Any], Document[Any]]]:
    """Yield every translated document, as it is written, with its original."""
    for files in library.documents.values():
        documents = list(all_records(files))
        originals = originals_among(documents)
        for one in documents if originals else ():
            original = originals.get(one.front.translation) if one.front.translation else None
            if original is not None:
                yield one, original


def lagging_documents(library: Library) -> Iterator[Lagging]:
    """Yield the translations whose original changed after the day that they know.

    An original that has only a date, no ``modified``, has not changed since; then only ``translates`` can be earlier.
    A page's translation that knows no day at all knows no change.
    """
    for document, original in pairs_of(library):
        front: Front = original.front
        day = changed_on(front)
        known = known_day(document, original)
        if day is None or (front.modified is None and document.front.translates is None):
            continue
        if known is None or day > known:
            yield Lagging(document, original, day)


def translated_texts(library: Library, languages: tuple[str, ...]) -> Iterator[TranslatedText]:
    """Yield every text of every record with how its translation into each of the languages stands."""
    rows = list(all_records(library.translations))
    fitting = set(rows)
    known = {_place(one) for one in rows}
    for kind, files in library.record_files():
        if kind == "translations":
            continue
        for path in sorted(files):
            for record in files[path].records:
                if FIELD not in getattr(type(record), "__struct_fields__", ()):
                    break
                for lang in languages:
                    for text in texts_in(record, lang):
                        yield _stated(TranslatedText(path, record, lang, text, "missing"), fitting, known)


def _stated(
    one: TranslatedText, fitting: set[NotedTranslation], known: set[tuple[str, str, str, str]]
) -> TranslatedText:
    if one.text.translation is None:
        return one
    row = one.row
    if row in fitting:
        state: State = "fits"
    else:
        state = "lags" if _place(row) in known else "new"
    return TranslatedText(one.path, one.record, one.lang, one.text, state)


def noted(
    library: Library, every: tuple[str, ...], languages: tuple[str, ...], files: frozenset[str]
) -> set[NotedTranslation]:
    """Return what is to be noted: translations into ``languages`` in ``files`` (none: in all) fit as they stand now.

    What was noted of others stays; of translations that stand nowhere any more, in ``every`` language, nothing does.
    """
    rows = {one.row: one for one in translated_texts(library, every) if one.state != "missing"}
    standing = {_place(row) for row in rows}
    fitting = {row for row, one in rows.items() if one.lang in languages and (not files or one.path in files)}
    settled = {_place(row) for row in fitting}
    kept = {row for row in all_records(library.translations) if _place(row) in standing - settled}
    return kept | fitting


def _place(row: NotedTranslation) -> tuple[str, str, str, str]:
    return row.file, row.record, row.language, row.translation
