"""An import is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest

from partnership.site_import import writing
from partnership.site_import.writing import recover, staging


def test_a_failure_half_way_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New files are gone again, old ones back, and nothing lies beside them."""
    (tmp_path / "b").write_text("old")
    moves: list[Path] = []
    real = os.replace

    def fail_at_third(one: Path, other: Path) -> None:
        if "new" in Path(one).parts:
            moves.append(Path(one))
            if len(moves) == 3:
                raise OSError(28, "No space left", str(other))
        real(one, other)

    monkeypatch.setattr(os, "replace", fail_at_third)
    with pytest.raises(Exception, match=r"nothing was changed|niczego nie zmieniono"), staging(tmp_path) as stage:
        for name in ("a", "b", "c"):
            stage.add(name, b"new")
        stage.commit({})
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"b": "old"}


def test_a_killed_import_is_undone_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever moment the kill comes at, all is as it was after :func:`recover`, or all is new."""
    for moment in range(1, 8):
        root = tmp_path / str(moment)
        root.mkdir()
        (root / "b").write_text("old")
        done = 0

        class Killed(BaseException):
            """Stands for a kill: nothing catches it here."""

        real = os.replace

        def kill(one: Path, other: Path, moment: int = moment, real: object = real) -> None:
            nonlocal done
            done += 1
            if done == moment:
                raise Killed
            real(one, other)  # type: ignore[operator]

        stage = writing.Stage(root)
        for name in ("a", "b", "c"):
            stage.add(name, b"new")
        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", kill)
            patched.setattr(writing, "recover", lambda _root: None)
            with contextlib.suppress(Killed):
                stage.commit({})
        recover(root)
        left = {one.name: one.read_text() for one in root.iterdir() if one.name != writing.LEDGER}
        assert left in ({"b": "old"}, {"a": "new", "b": "new", "c": "new"}), moment
