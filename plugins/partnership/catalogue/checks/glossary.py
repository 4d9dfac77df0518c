"""Check of translations by the glossary: a term of the original has to stand in the translation in one of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from partnership.catalogue.glossary import Glossary
from partnership.catalogue.names import Names
from partnership.catalogue.translations import pairs_of, record_key
from partnership.language import _
from partnership.records.content import Document
from partnership.records.glossary import Term
from partnership.records.library import Library, all_records
from partnership.records.localise import texts_in
from partnership.records.texts import FIELD
from partnership.sources import front_matter
from partnership.sources.strict_yaml import KeyPath, YamlMistakes
from partnership.sources.text import Unreadable, read_text

OWN: Final = "glossary"
"""The glossary itself is not held against itself: its notes say to each reader what that one has to know."""

CODE: Final = "glossary"
"""Under this code its problems are told."""

NAMED: Final = 4
"""Words of a term that a message names; the glossary may know more."""

_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n\s*")


class _Piece(NamedTuple):
    """A text of a document: its key in the head and its line (of a paragraph, the empty key)."""

    key: str
    text: str
    line: int


def check_glossary(library: Library, names: Names) -> None:
    """Tell every translation, of records and of documents, that says a term in other words than the glossary's."""
    terms = tuple(all_records(library.glossary))
    if not terms:
        return
    first, *others = names.addresses.tables
    glossary = Glossary(terms, first)
    earlier = names.earlier if names.earlier is not None and names.earlier.unchanged(OWN) else None
    data = names.places.absolute("data", "").rstrip("/")
    for kind, files in library.record_files():
        if kind == OWN:
            continue
        if earlier is not None:
            names.places.problems.extend(earlier.of_unchanged(CODE, kind, data))
        for path in files if earlier is None else earlier.changed(kind):
            for record in files[path].records:
                if FIELD not in getattr(type(record), "__struct_fields__", ()):
                    break
                for lang in others:
                    _check_record(glossary, names, path, record, lang)
    for document, original in pairs_of(library):
        if earlier is not None and earlier.unchanged(document.kind, document.path, original.path):
            names.places.problems.extend(earlier.of(CODE, names.places.absolute("content", document.path)))
        elif original.front.lang == first and document.front.lang in others:
            _check_document(glossary, names, original, document)


def _check_record(glossary: Glossary, names: Names, path: str, record: Any, lang: str) -> None:
    for one in texts_in(record, lang):
        if one.translation is None:
            continue
        for term, right in glossary.missing(one.original, one.translation, lang):
            message, hint = _said(term, right, lang)
            names.places.tell(
                "data", path, one.place, CODE, message, hint, item=record_key(path, record), severity="warning"
            )


def _check_document(glossary: Glossary, names: Names, original: Document[Any], translation: Document[Any]) -> None:
    lang = translation.front.lang
    before = list(_pieces(names, original))
    after = list(_pieces(names, translation))
    whole = "\n".join(one.text for one in before)
    for term, right in glossary.missing(whole, "\n".join(one.text for one in after), lang):
        line, column = _place(glossary, names, term, before, after, translation)
        message, hint = _said(term, right, lang)
        names.places.tell_at("content", translation.path, line, column, CODE, message, hint, severity="warning")


def _place(
    glossary: Glossary, names: Names, term: Term, before: list[_Piece], after: list[_Piece], translation: Document[Any]
) -> tuple[int, int]:
    """Return where the translation has what the original says with a term: the same key, else the same paragraph."""
    number = next((n for n, one in enumerate(before) if any(term is found for found in glossary.named(one.text))), 0)
    found = before[number]
    if found.key:
        absolute = names.places.absolute("content", translation.path)
        path: KeyPath = (found.key,)
        return names.places.place(absolute, path)
    bodies = [one for one in after if not one.key]
    place = sum(1 for one in before[:number] if not one.key)
    if not bodies:
        return 1, 1
    return bodies[min(place, len(bodies) - 1)].line, 1


def _pieces(names: Names, document: Document[Any]) -> Iterator[_Piece]:
    """Yield the texts of a document as its file has them: title and summary, then each paragraph."""
    front = document.front
    for key, text in (("title", front.title), ("summary", front.summary)):
        if text:
            yield _Piece(key, text, 1)
    try:
        parts = front_matter.split(read_text(names.places.absolute("content", document.path)))
    except (Unreadable, YamlMistakes):
        return
    start = 0
    for gap in [*_PARAGRAPHS.finditer(parts.body), None]:
        end = gap.start() if gap is not None else len(parts.body)
        paragraph = parts.body[start:end]
        if paragraph.strip():
            yield _Piece("", paragraph, parts.body_line + parts.body.count("\n", 0, start))
        start = gap.end() if gap is not None else end


def _said(term: Term, right: tuple[str, ...], lang: str) -> tuple[str, str]:
    message = _("The original says “%(term)s”, and this translation has no word for it", term=term.term)
    hint = _(
        "write %(words)s; if another word is right too, add it to “%(id)s” in glossary.yaml, under “also”, “%(lang)s”",
        words=_(" or ").join(f"“{one}”" for one in right[:NAMED]),
        id=term.id,
        lang=lang,
    )
    return message, hint
