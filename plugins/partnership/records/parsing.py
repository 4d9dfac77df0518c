"""Reading many files: each by the reader of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from partnership.parallel_map import parallel_map
from partnership.records.documents import FRONTS, parse_document
from partnership.records.figures_csv import parse_figures
from partnership.records.files import DATA_KINDS, Parsed, hidden_in, parse_data
from partnership.records.media_files import parse_media
from partnership.sources.conflicts import conflict
from partnership.sources.text import Unreadable, decode

TEXT_ENDINGS: Final = (".csv", ".txt", ".svg", ".json", ".xml", ".html", ".htm", ".ics", ".vtt", ".yaml", ".yml", ".md")
"""How files end, beside those that are read, that git joins line by line, so that its marks may stand in them."""

MANY_TEXTS = 120
"""Texts from which on a second process pays."""

Job = tuple[str, str, str, bytes]
"""One file: kind, path relative to its folder, name, bytes."""

_DATA = {kind.name: kind for kind in DATA_KINDS}


def parse_one(kind: str, path: str, name: str, data: bytes, language: str = "pl") -> Parsed:
    """Return the records and problems of one file; a pure function of what it is given.

    ``language`` is that of a text that names none.
    """
    if kind in _DATA:
        return parse_data(_DATA[kind], path, name, data)
    if kind == "media":
        parsed = parse_media(path, data, blake2b(data, digest_size=20).hexdigest())
        if path.lower().endswith(TEXT_ENDINGS) and (found := conflict(path, data)) is not None:
            parsed.problems.append(found)
        return parsed
    if kind == "figures":
        try:
            text = decode(path, data)
        except Unreadable as error:
            return Parsed([], [error.problem])
        figures, problems = parse_figures(path, text)
        return Parsed(list(figures), hidden_in(path, text) + problems)
    return parse_document(kind, path, name, data, language)


def parse(jobs: Sequence[Job], language: str = "pl") -> list[Parsed]:
    """Return what each job gives, in order; many texts are spread over the processors."""

    def parse_part(some: Sequence[Job]) -> list[Parsed]:
        return [parse_one(*job, language) for job in some]

    texts = [job for job in jobs if job[0] in FRONTS]
    converted = iter(parallel_map(parse_part, texts, least=MANY_TEXTS))
    return [next(converted) if job[0] in FRONTS else parse_one(*job) for job in jobs]
