"""Reading many files: each by the reader of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from types import MappingProxyType
from typing import Any, Final

from partnership.parallel_map import parallel_map
from partnership.problems import Problem
from partnership.records.content import Front
from partnership.records.documents import parse_document
from partnership.records.figures_csv import parse_figures
from partnership.records.files import DATA_KINDS, Parsed, hidden_in, parse_data
from partnership.records.localities import parse_localities
from partnership.records.media_files import parse_media
from partnership.records.translated import parse_noted
from partnership.sources.conflicts import conflict
from partnership.sources.pictures import raster_ending
from partnership.sources.text import Unreadable, decode

TEXT_ENDINGS: Final = (".csv", ".txt", ".svg", ".json", ".xml", ".html", ".htm", ".ics", ".vtt", ".yaml", ".yml", ".md")
"""How files end, beside those that are read, that git joins line by line, so that its marks may stand in them."""

MANY_TEXTS = 120
"""Texts from which on a second process pays."""
MANY_PICTURES = 6
"""Pictures from which on it does: each is decoded."""

Job = tuple[str, str, str, bytes]
"""One file: kind, path relative to its folder, name, bytes."""

NO_TEXTS: Final[Mapping[str, type[Front]]] = MappingProxyType({})

_DATA = {kind.name: kind for kind in DATA_KINDS}
_TABLES: dict[str, Callable[[str, str], tuple[Sequence[Any], list[Problem]]]] = {
    "figures": parse_figures,
    "localities": parse_localities,
    "translations": parse_noted,
}


def parse_one(
    kind: str, path: str, name: str, data: bytes, heads: Mapping[str, type[Front]] = NO_TEXTS, language: str = "pl"
) -> Parsed:
    """Return the records and problems of one file; a pure function of what it is given.

    ``heads`` are the types of heads of texts by their kind, ``language`` is that of a text that names none.
    """
    if kind in _DATA:
        return parse_data(_DATA[kind], path, name, data)
    if kind == "media":
        parsed = parse_media(path, data, blake2b(data, digest_size=20).hexdigest())
        if path.lower().endswith(TEXT_ENDINGS) and (found := conflict(path, data)) is not None:
            parsed.problems.append(found)
        return parsed
    if kind in _TABLES:
        try:
            text = decode(path, data)
        except Unreadable as error:
            return Parsed([], [error.problem])
        rows, problems = _TABLES[kind](path, text)
        return Parsed(list(rows), hidden_in(path, text) + problems)
    return parse_document(kind, heads[kind], path, name, data, language)


def parse(jobs: Sequence[Job], heads: Mapping[str, type[Front]] = NO_TEXTS, language: str = "pl") -> list[Parsed]:
    """Return what each job gives, in order; many texts, and pictures, are spread over the processors.

    ``heads`` and ``language`` are those of :func:`parse_one`.
    """

    def parse_part(some: Sequence[Job]) -> list[Parsed]:
        return [parse_one(*job, heads, language) for job in some]

    texts = [place for place, job in enumerate(jobs) if job[0] in heads]
    decoded = [place for place, job in enumerate(jobs) if job[0] == "media" and raster_ending(job[1]) is not None]
    done: dict[int, Parsed] = {}
    for places, least in ((texts, MANY_TEXTS), (decoded, MANY_PICTURES)):
        parts = parallel_map(parse_part, [jobs[place] for place in places], least=least)
        done.update(zip(places, parts, strict=True))
    return [done[place] if place in done else parse_one(*job, heads, language) for place, job in enumerate(jobs)]
