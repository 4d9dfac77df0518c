"""Which translation fits which original: ``data/translations.csv``, written by the task ``translations --note``.

A row says of a record that one text, known by its digest, has another one for its translation.  Where an original has
changed since, its translation stands here beside the digest of the old one, with or without a history in git.
"""

from __future__ import annotations

import csv
import io
import re
from hashlib import blake2b
from typing import Final

from partnership.language import _
from partnership.problems import Problem
from partnership.records.fields import Part
from partnership.sources.csv_cells import csv_text

PATH: Final = "translations.csv"
"""The file, relative to the data folder."""
COLUMNS: Final = ("file", "record", "language", "original", "translation")
MAX_ROWS: Final = 500_000
LETTERS: Final = 10
_DIGEST: Final = re.compile(rf"[0-9a-f]{{{LETTERS}}}\Z")


class NotedTranslation(Part, frozen=True, kw_only=True, order=True):
    """One translation that somebody has held against its original, both by their digests.

    ``file`` is the record's path below the data folder, ``record`` its key where the file holds several.
    """

    file: str
    record: str
    language: str
    original: str
    translation: str


def text_digest(text: str) -> str:
    """Return by what a text is known here: spaces and line breaks do not count."""
    return blake2b(" ".join(text.split()).encode(), digest_size=LETTERS // 2).hexdigest()


def parse_noted(path: str, text: str) -> tuple[list[NotedTranslation], list[Problem]]:
    """Return the rows of the file and its problems; nobody writes it by hand, so the advice is to write it anew."""
    hint = _("write it anew: python3 tasks.py translations --note")

    def wrong(line: int, message: str) -> Problem:
        return Problem(path=path, line=line, code="wrong-form", message=message, hint=hint)

    reader = csv.reader(io.StringIO(text), strict=True)
    found: list[NotedTranslation] = []
    problems: list[Problem] = []
    try:
        if tuple(next(reader, ())) != COLUMNS:
            return [], [wrong(1, _("The first line must name the columns"))]
        for row in reader:
            if len(row) != len(COLUMNS) or not all(map(_DIGEST.match, row[3:])) or len(found) >= MAX_ROWS:
                problems.append(wrong(reader.line_num, _("The row is no translation that was noted")))
                break
            found.append(NotedTranslation(**dict(zip(COLUMNS, row, strict=True))))
    except csv.Error:
        problems.append(wrong(reader.line_num or 1, _("The row is no translation that was noted")))
    return found, problems


def written(rows: set[NotedTranslation]) -> str:
    """Return the file that says so, its rows sorted."""
    return csv_text([COLUMNS, *([getattr(one, name) for name in COLUMNS] for one in sorted(rows))], line_end="\n")
