"""Writing an import: all of it or nothing, and nothing over what an editor has changed since the last one."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from partnership.language import _
from partnership.problems import UserError
from partnership.system_errors import why

LEDGER: Final = ".imported.json"
"""What the last import wrote: the path and digest of every file by the old site's name of it."""

STAGE: Final = ".import-stage"
_JOURNAL: Final = "journal.json"


def digest(data: bytes) -> str:
    """Return what tells whether a file is as an import left it."""
    return blake2b(data, digest_size=16).hexdigest()


def read_ledger(root: Path) -> dict[str, tuple[str, str]]:
    """Return (path, digest) by name of what earlier imports wrote; raises :class:`UserError` for a broken ledger."""
    path = root / LEDGER
    try:
        told: Any = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): (str(one[0]), str(one[1])) for name, one in told["files"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        raise UserError(
            _("%(path)s is damaged; take it back from git, or delete it: then everything counts as new",
              path=str(path))
        ) from None  # fmt: skip


class Stage:
    """New files beside the content folder until all of them are there; then each takes its place.

    A kill in between is undone by the next import (:func:`recover`).
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / STAGE
        self.written: dict[str, str] = {}
        """Digests by path of what is to be written."""

    def add(self, path: str, data: bytes) -> None:
        """Stage one file at a ``/``-separated path below the root."""
        target = self._folder / "new" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        self.written[path] = digest(data)

    def commit(self, ledger: Mapping[str, tuple[str, str]]) -> None:
        """Put every file in its place, and the ledger last; on any failure all is as it was."""
        told = {"version": 1, "files": {name: list(one) for name, one in sorted(ledger.items())}}
        text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
        self.add(LEDGER, text.encode())
        paths = [*(path for path in self.written if path != LEDGER), LEDGER]
        (self._folder / _JOURNAL).write_text(json.dumps(paths), encoding="utf-8")
        try:
            for path in paths:
                target, old = self._root / path, self._folder / "old" / path
                target.parent.mkdir(parents=True, exist_ok=True)
                if target.exists():
                    old.parent.mkdir(parents=True, exist_ok=True)
                    half = old.with_name(old.name + ".half")
                    shutil.copy2(target, half)
                    os.replace(half, old)  # whole, or not there: a kill must not leave half of what was there
                os.replace(self._folder / "new" / path, target)
        except BaseException:
            recover(self._root)
            raise
        (self._folder / _JOURNAL).unlink()


@contextmanager
def staging(root: Path) -> Iterator[Stage]:
    """Give a stage beside the content; whatever happens, nothing of it stays.

    Raises :class:`UserError` where the folder cannot be written.
    """
    recover(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
        yield Stage(root)
    except OSError as error:
        place = os.fsdecode(error.filename) if error.filename else str(root)
        told = _("%(path)s cannot be written (%(reason)s); nothing was changed", path=place, reason=why(error))
        raise UserError(told) from None
    finally:
        recover(root)


def recover(root: Path) -> None:
    """Undo what a killed import had begun to put in place, and take its stage away."""
    folder = root / STAGE
    if not folder.exists():
        return
    with suppress(FileNotFoundError, ValueError):
        for path in json.loads((folder / _JOURNAL).read_text(encoding="utf-8")):
            old, new, target = folder / "old" / path, folder / "new" / path, root / path
            if old.exists():
                os.replace(old, target)
            elif not new.exists() and target.exists():
                target.unlink()
    shutil.rmtree(folder, ignore_errors=True)
