"""An editor's clone with a local remote, for every test of publishing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.checkout import Checkout
from tests.support.commands import BUILD_DAY


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """English messages, a fixed day, no settings of the machine."""
    arrange_surroundings(monkeypatch)


def arrange_surroundings(patch: pytest.MonkeyPatch) -> None:
    """Set the variables of a publication."""
    patch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    patch.setenv("LANG", "en")
    patch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    patch.delenv("SITE_URL", raising=False)


@pytest.fixture(scope="session")
def first_checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A clone with one institution and one post, committed and sent; to be copied, not changed."""
    folder = tmp_path_factory.mktemp("checkout")
    made = Checkout(folder / "ewa", folder / "remote.git")
    made.institution()
    made.post("pierwszy", title="Pierwszy wpis")
    made.commit("Add the first post")
    made.push()
    return made


@pytest.fixture
def checkout(first_checkout: Checkout, tmp_path: Path, surroundings: None) -> Checkout:
    """A clone with one institution and one post, committed and sent; messages are English, the day is fixed."""
    return first_checkout.copied(tmp_path)
