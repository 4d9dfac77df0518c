"""Reading many files: each by the reader of its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

from partnership.parallel_map import parallel_map
from partnership.records.content import Front
from partnership.records.documents import parse_document
from partnership.records.files import DataKind, Parsed, Rows, hidden_in, parse_data
from partnership.records.media_files import parse_media
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


class Readers(NamedTuple):
    """What tells how a file of a kind is read.

    ``heads`` are the types of heads of texts, and ``data`` the kinds of records, by the kind's name; ``language`` is
    that of a text that names none.
    """

    heads: Mapping[str, type[Front]]
    data: Mapping[str, DataKind]
    language: str = "pl"


def parse_one(kind: str, path: str, name: str, data: bytes, readers: Readers) -> Parsed:
    """Return the records and problems of one file; a pure function of what it is given."""
    of_data = readers.data.get(kind)
    if of_data is not None:
        return parse_data(of_data, path, name, data) if of_data.rows is None else parse_rows(of_data.rows, path, data)
    if kind == "media":
        parsed = parse_media(path, data, blake2b(data, digest_size=20).hexdigest())
        if path.lower().endswith(TEXT_ENDINGS) and (found := conflict(path, data)) is not None:
            parsed.problems.append(found)
        return parsed
    return parse_document(kind, readers.heads[kind], path, name, data, readers.language)


def parse_rows(read: Rows, path: str, data: bytes) -> Parsed:
    """Return the rows of a table, and every problem in it."""
    try:
        text = decode(path, data)
    except Unreadable as error:
        return Parsed([], [error.problem])
    rows, problems = read(path, text)
    return Parsed(list(rows), hidden_in(path, text) + problems)


def parse(jobs: Sequence[Job], readers: Readers) -> list[Parsed]:
    """Return what each job gives, in order; many texts, and pictures, are spread over the processors."""

    def parse_part(some: Sequence[Job]) -> list[Parsed]:
        return [parse_one(*job, readers) for job in some]

    texts = [place for place, job in enumerate(jobs) if job[0] in readers.heads]
    decoded = [place for place, job in enumerate(jobs) if job[0] == "media" and raster_ending(job[1]) is not None]
    done: dict[int, Parsed] = {}
    for places, least in ((texts, MANY_TEXTS), (decoded, MANY_PICTURES)):
        parts = parallel_map(parse_part, [jobs[place] for place in places], least=least)
        done.update(zip(places, parts, strict=True))
    return [done[place] if place in done else parse_one(*job, readers) for place, job in enumerate(jobs)]
