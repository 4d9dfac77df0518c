"""Reading many files: each by the reader of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from partnership.records.documents import parse_document
from partnership.records.figures_csv import parse_figures
from partnership.records.files import DATA_KINDS, Parsed, parse_data
from partnership.records.media_files import parse_media
from partnership.sources.text import Unreadable, decode

_DATA = {kind.name: kind for kind in DATA_KINDS}


def parse_one(kind: str, path: str, name: str, data: bytes) -> Parsed:
    """Return the records and problems of one file; a pure function of what it is given."""
    if kind in _DATA:
        return parse_data(_DATA[kind], path, name, data)
    if kind == "media":
        return parse_media(path, data, blake2b(data, digest_size=20).hexdigest())
    if kind == "figures":
        try:
            figures, problems = parse_figures(path, decode(path, data))
        except Unreadable as error:
            return Parsed([], [error.problem])
        return Parsed(list(figures), problems)
    return parse_document(kind, path, name, data)


def parse(jobs: Iterable[tuple[str, str, str, bytes]]) -> Iterator[Parsed]:
    """Return what each job (kind, path, name, bytes) gives, in order."""
    return (parse_one(*job) for job in jobs)
