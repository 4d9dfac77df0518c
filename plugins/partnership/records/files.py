"""How a file of data is read: bytes in, records and their problems out.

Reading one file is a pure function of its path and bytes; so results can be kept by content and made in other
processes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal

import msgspec

from partnership.language import _
from partnership.locales.slugs import slug
from partnership.problems import Problem
from partnership.records.fault import Fault, Faults
from partnership.records.reading import read_record, salvage
from partnership.records.texts import gathered
from partnership.sources import strict_yaml
from partnership.sources.characters import suspects
from partnership.sources.strict_yaml import KeyPath, Mistake, Positions, YamlMistakes
from partnership.sources.text import Unreadable, decode

Shape = Literal["record", "list", "single", "table"]

Rows = Callable[[str, str], tuple[Sequence[Any], list[Problem]]]
"""Reads the rows of a table from its path and text, with the problems of what it cannot read."""


class DataKind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of file in the data folder: its name, where it lies, the type of its records and how they lie in it.

    ``record``: one record a file, the id being the file's name; ``list``: a list of records; ``single``: one record,
    no id; ``table``: a record a row of CSV, which ``rows`` reads.  ``path`` has a ``*`` where each file has a name of
    its own.  ``key`` tells the records of a list apart; of files that are called by a county's code it is "code".
    """

    name: str
    path: str
    type: type
    shape: Shape
    required: bool = False
    key: str = "id"
    rows: Rows | None = None

    @property
    def place(self) -> str:
        """Where the records stand, for people: the file, or the folder of those that have a file each."""
        return self.path.partition("*")[0]

    def name_in(self, path: str) -> str | None:
        """Return the name that a path below the data folder gives a record: "" where none does, None elsewhere."""
        before, star, after = self.path.partition("*")
        if not star:
            return "" if path == before else None
        name = path[len(before) : len(path) - len(after)]
        if not name or "/" in name or path != f"{before}{name}{after}":
            return None
        return name if self.shape == "record" else ""


_ID = re.compile(r"[a-z0-9-]+\Z")
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]*\Z")
"""Names of files that are called by a county's code."""


class Parsed(msgspec.Struct):
    """What one file gave: its records (one, or many of a list) and its problems, their ``path`` as it was handed in."""

    records: list[Any]
    problems: list[Problem]


def parse_data(kind: DataKind, path: str, name: str, data: bytes) -> Parsed:
    """Return the records of one YAML file, and every problem in it."""
    if kind.shape == "record" and not (_CODE if kind.key == "code" else _ID).match(name):
        return Parsed([], [_no_id(path, name)])
    remarks: list[Mistake] = []
    try:
        text = decode(path, data)
    except Unreadable as error:
        return Parsed([], [error.problem])
    hidden = hidden_in(path, text)
    try:
        raw = strict_yaml.load(text, remarks=remarks)
    except YamlMistakes as error:
        return Parsed([], [*hidden, *of_mistakes(path, error)])
    if raw is None and kind.shape != "list":
        return Parsed([], [empty_file(path)])
    faults: list[Fault] = []
    records: list[Any] = []
    given = {"id": name, "source": path} if kind.shape == "record" else {}
    if kind.shape == "list":
        if not isinstance(raw, list):
            if raw is None and not text.strip():
                return Parsed([], [empty_file(path)])
            if raw is None:
                return Parsed([], [])
            faults.append(
                Fault(
                    (),
                    "wrong-type",
                    _("The file must hold a list"),
                    _("begin each record with “- ” in the first column"),
                )
            )
            raw = []
        for number, item in enumerate(raw):
            item, found = gathered(item, kind.type)
            faults.extend(_deeper(fault, number) for fault in found)
            try:
                records.append(read_record(item, kind.type))
            except Faults as error:
                faults.extend(_deeper(fault, number) for fault in error.faults)
                records.append(salvage(item, kind.type))
    else:
        raw, found = gathered(raw, kind.type)
        faults.extend(found)
        try:
            records.append(read_record(raw, kind.type, given))
        except Faults as error:
            faults.extend(error.faults)
            records.append(salvage(raw, kind.type, given))
    records = [record for record in records if record is not None]
    problems = [*hidden, *of_remarks(path, remarks)]
    return Parsed(records, problems + place_faults(path, text, faults, 1) if faults else problems)


def _no_id(path: str, name: str) -> Problem:
    """Return the problem of a file whose name cannot be that of a record, with one that can."""
    message = _("The file's name “%(name)s” cannot be an id", name=name)
    near = slug(name)
    hint = (
        _("rename it to “%(name)s”, or use other small letters a to z, digits and hyphens", name=f"{near}.yaml")
        if near
        else _("rename it: small letters a to z, digits and hyphens, e.g. office-1.yaml")
    )
    return Problem(path=path, code="bad-id", message=message, hint=hint, suggestion=f"{near}.yaml" if near else None)


def hidden_in(path: str, text: str) -> list[Problem]:
    """Return the problems of characters in a text that nobody can see."""
    if next(suspects(text), None) is None:
        return []
    from partnership.sources.hidden_characters import character_mistakes

    return [_of_mistake(path, mistake) for mistake in character_mistakes(text)]


def _deeper(fault: Fault, number: int) -> Fault:
    return Fault((number, *fault.path), fault.code, fault.message, fault.hint, fault.at_key, fault.suggestion)


def empty_file(path: str) -> Problem:
    """Return the problem of a file without anything in it."""
    return Problem(path=path, code="empty", message=_("The file is empty"), hint=_("fill it in or delete it"))


def _of_mistake(path: str, mistake: Mistake) -> Problem:
    return Problem(
        path=path,
        line=mistake.line,
        column=mistake.column,
        code=mistake.code,
        message=mistake.message,
        hint=mistake.hint,
        suggestion=mistake.suggestion,
        severity=mistake.severity,
    )


def of_remarks(path: str, remarks: list[Mistake]) -> list[Problem]:
    """Return what is dubious in a text, and no mistake, as problems of the file at ``path``."""
    return [_of_mistake(path, remark) for remark in remarks]


def of_mistakes(path: str, error: YamlMistakes) -> list[Problem]:
    """Return the mistakes of a text as problems of the file at ``path``."""
    return [_of_mistake(path, mistake) for mistake in error.mistakes]


def place_faults(path: str, yaml_text: str, faults: list[Fault], first_line: int) -> list[Problem]:
    """Return faults as problems with their places in the YAML text that begins at line ``first_line`` of the file."""
    positions = Positions()
    try:
        strict_yaml.load(yaml_text, positions, first_line)
    except YamlMistakes:
        positions = Positions()
    problems = []
    for fault in faults:
        line, column = locate(positions, fault.path, fault.at_key, first_line)
        problems.append(
            Problem(
                path=path,
                line=line,
                column=column,
                code=fault.code,
                message=fault.message,
                hint=fault.hint,
                suggestion=fault.suggestion,
            )
        )
    return problems


def locate(positions: Positions, path: KeyPath, at_key: bool = False, first_line: int = 1) -> tuple[int, int]:
    """Return the 1-based line and column of a key or value.

    Of the nearest value around it where it has no place of its own.
    """
    if at_key and path in positions.keys:
        return positions.keys[path]
    for length in range(len(path), -1, -1):
        place = positions.values.get(path[:length])
        if place is not None:
            return place
    return first_line, 1
