"""Confirming facts: the day of confirmation is written into a file, and no other byte of it changes."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec

from partnership.catalogue.originals import documents_of
from partnership.kinds.registry import RECORDS_BY_FILE
from partnership.language import _
from partnership.nearest import nearest
from partnership.problems import Problem, UserError, shown_path
from partnership.records.library import Library, all_records
from partnership.settings import Settings
from partnership.sources import strict_yaml
from partnership.sources.strict_yaml import Positions, YamlMistakes
from partnership.sources.text import Unreadable, read_bytes
from partnership.system_errors import why

_VALUE: Final = re.compile(rb"[^\r\n#]*?(?=[ \t]*(?:#|\r|\n|\Z))")


class Confirmable(msgspec.Struct, frozen=True):
    """A record or text with a day of confirmation: its names for the caller, its file, who answers for it.

    ``by`` is what it says of how it was confirmed, "" for nothing.
    """

    names: tuple[str, ...]
    file: Path
    owner: str
    by: str = ""


def confirmable(library: Library, settings: Settings) -> list[Confirmable]:
    """Return everything that can be confirmed."""
    found = []
    for kind in RECORDS_BY_FILE:
        for record in all_records(library.files_of(kind.name)):
            if record.status != "active":
                continue
            file = settings.data / record.source
            names = (f"{kind.name}/{record.id}", record.id)
            found.append(Confirmable(names, file, record.owner or "", record.verified_by or ""))
    found += [
        Confirmable((one.path, one.path.removesuffix(".md")), settings.content / one.path, one.front.owner or "")
        for one in documents_of(library)
    ]
    return found


def chosen(everything: Sequence[Confirmable], wanted: Iterable[str], owner: str | None) -> list[Path]:
    """Return the files of what the caller names, each once, and of all that ``owner`` answers for.

    An id alone means the institution where there is one.  Raises :class:`UserError` naming every id that fits nothing.
    """
    by_name: dict[str, Path] = {}
    for one in everything:
        for name in (*one.names, str(one.file), os.path.relpath(one.file)):
            by_name.setdefault(name, one.file)
    unknown = []
    files: dict[Path, None] = {}
    for name in wanted:
        file = by_name.get(os.path.normpath(name)) or by_name.get(name.removesuffix(".yaml"))
        if file is None:
            near = nearest(name, by_name)
            hint = (
                _("did you mean “%(near)s”?", near=near) if near else _("an id is the name of its file without .yaml")
            )
            unknown.append(_("There is no record “%(name)s”; %(hint)s", name=name, hint=hint))
        else:
            files[file] = None
    if unknown:
        raise UserError("\n".join(unknown))
    if owner is not None:
        owned = [one.file for one in everything if one.owner == owner]
        if not owned:
            near = nearest(owner, {one.owner for one in everything if one.owner})
            hint = _("did you mean “%(near)s”?", near=near) if near else _("look at the list of freshness")
            raise UserError(_("“%(owner)s” answers for no record; %(hint)s", owner=owner, hint=hint))
        files.update(dict.fromkeys(owned))
    return list(files)


def faults_of(wanted: Iterable[str], settings: Settings, problems: Iterable[Problem]) -> list[Problem]:
    """Return the errors in the files that the caller names: a record that cannot be read is not there to be found."""
    files = {os.path.abspath(name) for name in wanted}
    for name in wanted:
        stem = name.removesuffix(".yaml").removesuffix(".md")
        files |= {str(settings.data / kind.place / f"{stem}.yaml") for kind in RECORDS_BY_FILE}
        files |= {str(settings.data / f"{stem}.yaml"), str(settings.content / f"{stem}.md")}
    return [one for one in problems if one.severity == "error" and one.path in files]


def with_day(file: Path, data: bytes, day: date, by: str = "") -> bytes:
    """Return the bytes of a record or text with ``verified`` set to a day; every other byte is as it was.

    Where the caller says ``by`` whom, ``verified_by`` is set as well.  Raises :class:`UserError` where the file is not
    of a form in which that is sure.
    """
    made = _with_key(file, data, "verified", day.isoformat())
    return _with_key(file, made, "verified_by", by) if by else made


def _with_key(file: Path, data: bytes, key: str, value: str) -> bytes:
    """Return the bytes of a file with one key of its first level set to a plain value."""
    start, end, first_line = _head(file, data)
    positions = Positions()
    try:
        text = data[start:end].decode("utf-8")
        before = strict_yaml.load(text, positions, first_line)
    except YamlMistakes as mistakes:
        raise _unsure(file, mistakes.mistakes[0].message) from None
    except UnicodeDecodeError:
        raise _unsure(file, _("it is not in UTF-8")) from None
    if not isinstance(before, dict) or text.lstrip().startswith("{"):
        raise _unsure(file, _("its keys do not stand on lines of their own"))
    written = value.encode()
    place = positions.values.get((key,))
    if place is not None:
        offset = start + len(_before(text, place[0] - first_line, place[1] - 1).encode())
        match = _VALUE.match(data, offset)
        assert match is not None
        # What nobody has filled in yet ends with the colon.
        glue = b" " if data[offset - 1 : offset] == b":" else b""
        made = data[:offset] + glue + written + data[match.end() :]
        if not _says(file, before, made, key, value):
            raise _unsure(file, _("it is written in an unusual way"))
        return made
    line = f"{key}: {value}".encode()
    for made in _with_new_line(data, (start, end), text, positions, first_line, line):
        if _says(file, before, made, key, value):
            return made
    raise _unsure(file, _("it is written in an unusual way"))


def _with_new_line(
    data: bytes, span: tuple[int, int], text: str, positions: Positions, first_line: int, new: bytes
) -> Iterator[bytes]:
    """Give the bytes with the line at the end; then, for a text whose end is not free, with the line as the first."""
    start, end = span
    line_end = b"\r\n" if b"\r\n" in data[start:end] else b"\n"
    number, column = min((one for path, one in positions.keys.items() if len(path) == 1), default=(first_line, 1))
    indent = text.splitlines(keepends=True)[number - first_line][: column - 1].encode() if column > 1 else b""
    line = indent + new + line_end
    glue = b"" if end == start or data[end - 1 : end] == b"\n" else line_end
    yield data[:end] + glue + line + data[end:]
    first = start + len(_before(text, number - first_line, 0).encode())
    yield data[:first] + line + data[first:]


def _head(file: Path, data: bytes) -> tuple[int, int, int]:
    """Return where a file's YAML begins and ends in bytes, and the number of its first line."""
    mark = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    if file.suffix != ".md":
        return mark, len(data), 1
    match = re.match(rb"---[ \t]*\r?\n(.*?)(?=^---[ \t]*\r?$)", data[mark:], re.DOTALL | re.MULTILINE)
    if match is None:
        raise _unsure(file, _("it has no head between lines of ---"))
    return mark + match.start(1), mark + match.end(1), 2


def _before(text: str, line: int, column: int) -> str:
    """Return what of a text stands before a 0-based place."""
    lines = text.splitlines(keepends=True)
    return "".join(lines[:line]) + lines[line][:column]


def _says(file: Path, before: dict[str, Any], made: bytes, key: str, value: str) -> bool:
    """Tell whether the new bytes say what the old ones said, and the one value."""
    start, end, first_line = _head(file, made)
    try:
        after = strict_yaml.load(made[start:end].decode("utf-8"), Positions(), first_line)
    except YamlMistakes:
        return False
    if not isinstance(after, dict) or str(after.pop(key, None)) != value:
        return False
    return after == {name: old for name, old in before.items() if name != key}


def _unsure(file: Path, reason: str) -> UserError:
    return UserError(
        _("%(path)s cannot be confirmed by itself (%(reason)s); write “verified: …” into it by hand",
          path=shown_path(str(file)), reason=reason)
    )  # fmt: skip


def confirm(files: Sequence[Path], day: date, by: str = "") -> list[Path]:
    """Set the day of confirmation in files, in all or in none; return those that changed.

    ``by`` (institution or source) is written into records where the caller says it.  Raises :class:`UserError` for the
    first that cannot be read, written or understood.
    """
    made: dict[Path, bytes] = {}
    for file in files:
        try:
            data = read_bytes(str(file))
        except Unreadable as error:
            raise UserError(error.problem.as_text()) from None
        new = with_day(file, data, day, by if file.suffix == ".yaml" else "")
        if new != data:
            made[file] = new
    for file, new in made.items():
        put_file(file, new)
    return list(made)


def put_file(file: Path, data: bytes) -> None:
    """Write a file of the data in one exchange, keeping its mode; raise :class:`UserError` where that is impossible."""
    try:
        mode = file.stat().st_mode if file.exists() else 0o644
        handle, draft = tempfile.mkstemp(dir=file.parent, prefix=".confirm-")
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(data)
            os.chmod(draft, mode)
            os.replace(draft, file)
        except BaseException:
            os.unlink(draft)
            raise
    except OSError as error:
        told = _("%(path)s cannot be written (%(reason)s)", path=shown_path(str(file)), reason=why(error))
        raise UserError(told) from None
