"""``publish`` and ``diff`` at the command line: what is printed where, and with which status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.checkout import Checkout
from tests.support.commands import Outcome

Call = Callable[..., Outcome]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A clone with a remote, which the tasks take for the project."""
    made = Checkout(tmp_path / "ewa", tmp_path / "remote.git")
    made.post("pierwszy", title="Pierwszy")
    made.commit()
    made.push()
    monkeypatch.setattr("partnership.settings.PROJECT", made.root)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    return made


def test_publication_and_rollback(call: Call, checkout: Checkout, tmp_path: Path) -> None:
    """Results on stdout, progress on stderr; a trial, a publication, nothing new, a change, and back."""
    trial = call("publish", "--dry-run")
    assert (trial.status, trial.out.splitlines()[0]) == (0, "New addresses:")
    assert trial.out.endswith("This was a trial: nothing was published.\n")
    assert "Building the site from commit" in trial.err
    first = call("publish")
    assert first.status == 0 and "more page" in first.out and "Published: " in first.out
    assert call("publish").out == "Nothing has changed for the public; nothing was published.\n"
    checkout.post("pierwszy", "Inna treść.", title="Pierwszy")
    checkout.commit()
    second = call("publish").out
    assert "Changed:\n" in second and "  /aktualnosci/2026/pierwszy/\n" in second
    assert "would be shown again" in call("publish", "--rollback", "--dry-run").out
    assert "is shown again. Your files are as they were." in call("publish", "--rollback").out
    refused = call("publish", "--rollback", "--to", tmp_path / "x")
    assert refused.status == 2 and "not on a folder" in refused.err


def test_dropped_addresses_are_named(call: Call, checkout: Checkout) -> None:
    """A refusal is status 1 with problems on stderr; what vanishes by consent is listed."""
    checkout.post("drugi", title="Drugi")
    checkout.commit()
    call("publish")
    (checkout.content / "news" / "pierwszy.md").unlink()
    checkout.commit()
    refused = call("publish")
    assert (refused.status, refused.out) == (1, "")
    assert "/aktualnosci/2026/pierwszy/:1:1: error: The address is public and would lead nowhere" in refused.err
    dropped = call("publish", "--drop", "/aktualnosci/2026/")
    assert dropped.status == 0 and "No longer there:\n" in dropped.out


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_diff(call: Call, checkout: Checkout, form: str) -> None:
    """Every form on stdout; an address that vanishes is status 1."""
    checkout.post("drugi", title="Drugi")
    (checkout.content / "news" / "pierwszy.md").unlink()
    checkout.commit()
    outcome = call("diff", "--format", form, "HEAD^")
    assert outcome.status == 1
    if form == "json":
        assert "/aktualnosci/2026/pierwszy/" in json.loads(outcome.out)["vanished"]
    else:
        assert "Drugi" in outcome.out and "Addresses that would lead nowhere" in outcome.out
