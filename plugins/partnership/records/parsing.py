"""Reading many files: each by the reader of its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final, NamedTuple

import msgspec

from partnership.language import _
from partnership.parallel_map import parallel_map
from partnership.records.content import Front
from partnership.records.documents import parse_document
from partnership.records.files import DataKind, Parsed, Rows, hidden_in, parse_data
from partnership.records.media_files import parse_media
from partnership.records.other_kind import GIVEN, OTHER_KIND, other_kind
from partnership.sources import front_matter, strict_yaml
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
        if of_data.rows is not None:
            return parse_rows(of_data.rows, path, data)
        parsed = parse_data(of_data, path, name, data)
        if of_data.shape == "record" and _has_unknown_keys(parsed):
            records = {one.name: one.type for one in readers.data.values() if one.shape == "record"}
            other = other_kind(_keys(path, data), of_data.type, records, GIVEN)
            return parsed if other is None else _elsewhere(parsed, readers.data[other].path.replace("*", name), "data")
        return parsed
    if kind == "media":
        parsed = parse_media(path, data, blake2b(data, digest_size=20).hexdigest())
        if path.lower().endswith(TEXT_ENDINGS) and (found := conflict(path, data)) is not None:
            parsed.problems.append(found)
        return parsed
    parsed = parse_document(kind, readers.heads[kind], path, name, data, readers.language)
    if _has_unknown_keys(parsed):
        other = other_kind(_keys(path, data), readers.heads[kind], readers.heads, frozenset())
        return parsed if other is None else _elsewhere(parsed, f"{other}/{path.rpartition('/')[2]}", "content")
    return parsed


def _has_unknown_keys(parsed: Parsed) -> bool:
    return any(problem.code == "unknown-key" for problem in parsed.problems)


def _keys(path: str, data: bytes) -> tuple[Any, ...]:
    """Return the keys of a file that could be read as YAML."""
    text = decode(path, data)
    raw = strict_yaml.load(front_matter.split(text).head if path.endswith(".md") else text)
    return tuple(raw) if isinstance(raw, dict) else ()


def _elsewhere(parsed: Parsed, right: str, root: str) -> Parsed:
    """Return what is told of a file that lies in the folder of another kind: that alone, at its first strange key."""
    first = next(problem for problem in parsed.problems if problem.code == "unknown-key")
    message = _(
        "The fields of this file are those of files in %(folder)s", folder=f"{root}/{right.rpartition('/')[0]}/"
    )
    hint = _("move it to %(path)s", path=f"{root}/{right}")
    problem = msgspec.structs.replace(first, code=OTHER_KIND, message=message, hint=hint, suggestion=right)
    return Parsed([], [problem])


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
