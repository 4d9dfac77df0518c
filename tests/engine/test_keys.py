"""The program's code is part of every key."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from partnership import parallel_map
from partnership.digested import Digested
from partnership.engine.keys import MANY, PACKAGE, Keys, code_digest
from partnership.items.item import Publication


def test_tables_of_rules_are_code(tmp_path: Path) -> None:
    """Another rule of the language makes another index, so the tables that the program reads count with its modules."""
    package = tmp_path / "partnership"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    assert code_digest(package) == code_digest()
    for name in ("finder/language.yaml", "parts.py", "translations/pl/LC_MESSAGES/partnership.po"):
        before = code_digest(package)
        with (package / name).open("a", encoding="utf-8") as file:
            file.write("# other\n")
        assert code_digest(package) != before, name


class _Slow(Digested):
    """Notes in a file by which process its digest was found out."""

    slow = True

    def __init__(self, notes: Path) -> None:
        self._notes = notes
        self._digest = b""

    def input_digest(self) -> bytes:
        """Return the digest, found out once in each process that asks."""
        if not self._digest:
            with self._notes.open("a") as file:
                file.write(f"{os.getpid()}\n")
            self._digest = b"known"
        return self._digest


def test_slow_digests_are_found_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes long is found out before the keys are made in several processes, and by one of them."""
    monkeypatch.setattr(parallel_map, "processors", lambda: 3)
    slow = _Slow(tmp_path / "notes")
    items = [Publication(f"/{number}", bytes, (slow,)) for number in range(MANY)]
    keyed = Keys(b"", b"", {}).of_all(items)
    assert len({key for key, _texts in keyed}) == MANY
    assert (tmp_path / "notes").read_text() == f"{os.getpid()}\n"
