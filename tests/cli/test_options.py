"""Options that several tasks share: folders count from the caller, addresses and days are checked before the work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest

from partnership.cli.main import Tasks
from partnership.cli.options import Date, site_options, source_options
from tests.support.commands import Outcome

Call = Callable[..., Outcome]


@pytest.fixture
def got(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Makes every task take the shared options and note what it was given."""
    values: dict[str, Any] = {}

    @click.command("build")
    @source_options
    @site_options
    @click.option("--since", type=Date())
    def command(**given: Any) -> None:
        values.update(given)

    monkeypatch.setattr(Tasks, "get_command", lambda self, ctx, name: command)
    return values


def test_folders_count_from_the_caller(
    call: Call, got: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative folder becomes absolute; one to write need not be there yet."""
    (tmp_path / "teksty").mkdir()
    monkeypatch.chdir(tmp_path)
    assert call("build", "--content", "teksty", "--output", "nowy", "--drafts", "--since", "2026-05-31").status == 0
    assert got["content"] == tmp_path / "teksty"
    assert got["output"] == tmp_path / "nowy"
    assert (got["data"], got["site_url"], got["drafts"]) == (None, None, True)
    assert got["since"] == date(2026, 5, 31)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--content", "/no/such/folder"],
        ["--data", __file__],
        ["--output", __file__],
        ["--site-url", "partnerstwo.example"],
        ["--since", "20260531"],
        ["--since", "2026-02-30"],
    ],
)
def test_a_wrong_value_is_wrong_usage(call: Call, got: dict[str, Any], arguments: list[str]) -> None:
    """A missing folder, a file for a folder, an address without a scheme and an impossible day end with status 2."""
    outcome = call("build", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert arguments[0] in outcome.err
    assert not got
