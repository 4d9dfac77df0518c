"""The program's code is part of every key."""

from __future__ import annotations

import shutil
from pathlib import Path

from partnership.engine.keys import PACKAGE, code_digest


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
