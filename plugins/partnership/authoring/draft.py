"""A new file before it is written: where it will lie and what it will say."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
import yaml

from partnership.language import _
from partnership.problems import ProblemList, ProblemsFound, UserError, shown_path
from partnership.records.fields import Moment
from partnership.settings import Settings
from partnership.sources.yaml_writing import double_quoted
from partnership.system_errors import why

Value = str | bool | date | Moment | tuple[str, ...]


class Draft(msgspec.Struct):
    """A file's path below the content or data folder, its keys in order, comments for the reader, and its text.

    ``body`` is the Markdown below the head; None for a file of data.
    """

    path: str
    keys: dict[str, Value] = msgspec.field(default_factory=dict)
    hints: tuple[str, ...] = ()
    body: str | None = None

    def text(self) -> str:
        """Return the whole file."""
        head = "".join(f"{key}: {as_yaml(value)}\n" for key, value in self.keys.items())
        head += "".join(f"# {line}\n" for line in self.hints)
        return head if self.body is None else f"---\n{head}---\n{self.body}"


def as_yaml(value: Value) -> str:
    """Return a value as YAML on one line: quoted where it would else be read as something other than text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Moment):
        clock = value.clock()
        return value.day.isoformat() + (f"T{clock:%H:%M}" if clock is not None else "")
    if isinstance(value, tuple):
        return "[" + ", ".join(as_yaml(one) for one in value) + "]"
    plain = value.replace("\n", " ").strip()
    flow = yaml.safe_dump([plain], allow_unicode=True, default_flow_style=True, width=10**6).strip()
    return flow[1:-1] if '"' not in flow[1:2] and "'" not in flow[1:2] else double_quoted(plain)


def write(draft: Draft, settings: Settings) -> Path:
    """Write a new file and return it; nothing that exists is overwritten.

    Raises :class:`UserError` when there is such a file already or it cannot be written, and :class:`ProblemsFound`
    when what was given makes no valid file; then there is none.
    """
    root = settings.content if draft.body is not None else settings.data
    target = root / draft.path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
    except FileExistsError:
        raise UserError(
            _("%(path)s exists already and was left as it is; choose another name", path=shown_path(str(target)))
        ) from None
    except OSError as error:
        raise UserError(
            _("%(path)s cannot be written (%(reason)s)", path=shown_path(str(target)), reason=why(error))
        ) from None
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(draft.text())
    problems = _problems_of(target, settings)
    if problems.errors:
        target.unlink()
        raise ProblemsFound(problems)
    return target


def _problems_of(target: Path, settings: Settings) -> ProblemList:
    """Return the problems that ``check`` finds in one file."""
    from partnership.catalogue.linking import link

    own = os.path.realpath(target)
    return ProblemList(one for one in link(settings).problems if os.path.realpath(one.path) == own)


def free_stem(wanted: str, taken: Iterable[str], year: int) -> str:
    """Return a file name without ending that none of its kind has yet: as wanted, with the year, or with a number."""
    used = frozenset(taken)
    for stem in (wanted, f"{wanted}-{year}", *(f"{wanted}-{number}" for number in range(2, 1000))):
        if stem not in used:
            return stem
    raise UserError(_("There are too many files called “%(name)s”; choose another name", name=wanted))
