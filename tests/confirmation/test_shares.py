"""Shares of confirmed records: now, at the end of each month from git, as table, CSV and page of the preview."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from partnership.confirmation import past
from partnership.confirmation.shares import RecordState, shares_on
from partnership.engine.entry import build
from partnership.settings import Settings
from partnership.subscriptions.git_history import Commit, commits_of
from partnership.subscriptions.git_history import Repository as DataRepository
from tests.conftest import Call
from tests.support.publications import Repository
from tests.support.site import Site

OTHER = {"type": "regional-office", "county": "1202"}


@pytest.fixture
def history(site: Site) -> Site:
    """Two records of Ewa: one confirmed in November, the other in January and with a year's term long before."""
    repository = Repository(site)
    site.institution("pup-a", owner="Ewa")
    site.institution("pup-b", owner="Ewa", **OTHER)
    repository.commit(day="2025-10-20")
    site.institution("pup-a", owner="Ewa", verified=date(2025, 11, 3), review_after_months=2)
    site.institution("pup-c", name="=Wzór", owner="=Jan", **OTHER)
    repository.commit(day="2025-11-04")
    site.institution("pup-b", owner="Ewa", verified=date(2026, 1, 20), **OTHER)
    (site.data / "institutions" / "pup-c.yaml").unlink()
    site.write("data/institutions/pup-d.yaml", "name: [\n")
    repository.commit(day="2026-01-21")
    (site.data / "institutions" / "pup-d.yaml").unlink()
    repository.commit(day="2026-02-02")
    return site


def rows(out: str) -> list[tuple[str, ...]]:
    """Return the rows of a CSV report without its head."""
    table = list(csv.reader(io.StringIO(out)))
    assert table[0] == ["day", "scope", "owner", "records", "confirmed", "overdue", "unconfirmed", "percent"]
    return [tuple(row) for row in table[1:]]


def test_every_month_is_told(history: Site, call: Call) -> None:
    """Quiet months repeat what was, a term that ends counts from its month on, what cannot be read is no record."""
    done = call("freshness", "--report", "--format", "csv", *history.options)
    assert done.status == 0 and done.err == ""
    told = rows(done.out)
    assert [row for row in told if row[1] == "all"] == [
        ("2025-10-31", "all", "", "2", "0", "0", "2", "0.0"),
        ("2025-11-30", "all", "", "3", "1", "0", "2", "33.3"),
        ("2025-12-31", "all", "", "3", "1", "0", "2", "33.3"),
        ("2026-01-31", "all", "", "2", "1", "1", "0", "50.0"),
        ("2026-02-28", "all", "", "2", "1", "1", "0", "50.0"),
        ("2026-03-01", "all", "", "2", "1", "1", "0", "50.0"),
    ]
    assert ("2025-11-30", "owner", "'=Jan", "1", "0", "0", "1", "0.0") in told


def test_table_and_one_owner(history: Site, call: Call) -> None:
    """People get a line for each owner and a month's share each; ``--owner`` shows one alone."""
    done = call("freshness", "--report", *history.options)
    lines = done.out.splitlines()
    assert lines[1].split() == ["1", "1", "0", "50%", "All", "together"] and "2025-11  33%" in done.out
    alone = call("freshness", "--report", "--owner", "Ewa", *history.options).out
    assert "All together" not in alone and "2025-11  50%" in alone


def test_git_is_asked_once_a_commit(history: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second report of a commit comes from the cache; a spoiled cache is read anew."""
    asked: list[str] = []

    def counting(repository: DataRepository, head: str) -> list[Commit]:
        asked.append(head)
        return commits_of(repository, head)

    monkeypatch.setattr(past, "commits_of", counting)
    results = [past.past_shares(history.data, tmp_path / "cache", date(2026, 3, 1), "pl") for _again in range(3)]
    assert len(asked) == 1 and results[0] == results[1] == results[2]
    for file in (tmp_path / "cache").rglob("*.confirmations"):
        file.write_bytes(b"spoiled")
    assert past.past_shares(history.data, tmp_path / "cache", date(2026, 3, 1), "pl") == results[0]


def test_without_history(site: Site, call: Call) -> None:
    """Where there is no git, the report tells of now and says what it cannot know."""
    site.institution()
    done = call("freshness", "--report", *site.options)
    assert done.status == 0 and "no whole history" in done.err and "month" not in done.out
    assert call("freshness", "--report", "--format", "ics", *site.options).status == 2
    assert call("freshness", "--report", "--days", "3", *site.options).status == 2


def test_owners_by_polish_order() -> None:
    """All come first, then owners by collation, nobody last."""
    states = [RecordState(owner, None, None) for owner in ("", "Łucja", "Maria", "Ćma")]
    assert [one.owner for one in shares_on(date(2026, 1, 1), states, "pl")] == [None, "Ćma", "Łucja", "Maria", ""]


@pytest.fixture
def built(history: Site, tmp_path: Path) -> Callable[[bool], Path]:
    """Builds the site, as a preview or not, and returns where the page would be."""

    def make(preview: bool) -> Path:
        output = tmp_path / f"out-{preview}"
        settings = Settings(root=history.root, content=history.content, data=history.data, output=output,
                            cache=tmp_path / f"cache-{preview}", build_date=date(2026, 3, 1))  # fmt: skip
        build(replace(settings, preview=preview), print)
        return output / "galeria" / "potwierdzenia" / "index.html"

    return make


def test_the_page_is_for_previews_alone(built: Callable[[bool], Path]) -> None:
    """A published site has no such page; in a preview its tables have captions, heads and the numbers of the CSV."""
    assert not built(False).exists()
    document = html.parse(str(built(True))).getroot()
    tables = document.findall(".//table")
    assert [len(table.findall("caption")) for table in tables] == [1, 1]
    assert all(cell.get("scope") == "col" for table in tables for cell in table.find("thead").iter("th"))
    first = [str(cell.text_content()).strip() for cell in tables[0].find("tbody")[0]]
    assert first == ["Wszyscy razem", "2", "1", "1", "0", "50\u00a0%", "50\u00a0%", "brak rekordów"]
    months = [row[0].text_content() for row in tables[1].find("tbody")]
    assert months[0] == "luty 2026" and months[-1] == "październik 2025"
