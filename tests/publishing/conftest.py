"""An editor's clone with a local remote, for every test of publishing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.checkout import Checkout
from tests.support.commands import BUILD_DAY


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A clone with one institution and one post, committed and sent; messages are English, the day is fixed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    monkeypatch.setenv("LANG", "en")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.delenv("SITE_URL", raising=False)
    made = Checkout(tmp_path / "ewa", tmp_path / "remote.git")
    made.institution()
    made.post("pierwszy", title="Pierwszy wpis")
    made.commit("Add the first post")
    made.push()
    return made
