"""The ledger: who has to confirm what and when, as table, spreadsheet and calendar."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

from icalendar import Calendar

from tests.support.commands import Outcome
from tests.support.site import Site

Call = Callable[..., Outcome]


def world(site: Site) -> Site:
    """Write records in every state; the build date of the tests is 1 March 2026."""
    site.institution("a", name="Zaległa", owner="Ewa", verified=date(2025, 1, 10), review_after_months=12)
    other = {"county": "1202", "type": "regional-office"}
    confirmed = {"owner": "Ewa", "verified": date(2026, 1, 10), **other}
    site.institution("b", name="Niedługo", review_after_months=3, **confirmed)
    site.institution("c", name="Kiedyś", review_after_months=12, **confirmed)
    site.institution("d", name="Bez daty", owner="Ćma", **other)
    site.institution("e", name="Wycofana", status="withdrawn", **other)
    site.partner("a", verified=date(2026, 2, 1))
    site.offer(valid_until=date(2026, 1, 1), verified=date(2026, 1, 1))
    site.meeting(title="Dawne", starts="2026-02-10 10:00", owner="Ewa")
    site.post("stary", title="Stary wpis", verified=date(2025, 1, 1), review_after_months=1)
    site.write_yaml("data/accessibility.yaml", {"body": "WUP", "prepared": date(2024, 5, 1), "owner": "Zespół"})
    return site


def test_table_by_owner(call: Call, site: Site) -> None:
    """Owners by Polish order, nobody last; each line has day, state, name and file."""
    outcome = call("freshness", *world(site).options)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "Ćma",
        "  -           never confirmed: Bez daty  (data/institutions/d.yaml)",
        "",
        "Ewa",
        "  2026-01-10  overdue: Zaległa  (data/institutions/a.yaml)",
        "  2026-02-10  the day has passed: say how it went: Dawne  (content/meetings/spotkanie.md)",
        "  2026-04-10  due soon: Niedługo  (data/institutions/b.yaml)",
        "",
        "Zespół",
        "  2025-03-31  overdue: Declaration of accessibility  (data/accessibility.yaml)",
        "",
        "Nobody answers for these",
        "  2025-02-01  overdue: Stary wpis  (content/news/stary.md)",
        "  2026-01-01  expired: Offer: powiat bocheński  (data/offers/1201.yaml)",
        "",
        "7 matters to look at",
    ]


def test_owner_and_days(call: Call, site: Site) -> None:
    """One owner's list, and a longer look ahead."""
    out = call("freshness", "--owner", "Ewa", "--days", "400", *world(site).options).out
    assert "Kiedyś" in out and "Ćma" not in out


def test_csv(call: Call, site: Site) -> None:
    """A spreadsheet gets a header and stable state names, and never a formula."""
    world(site).institution("f", name="=1+1", type="regional-office")
    rows = list(csv.DictReader(io.StringIO(call("freshness", "--format", "csv", *site.options).out)))
    assert [row["state"] for row in rows if row["owner"] == "Ewa"] == ["overdue", "held", "soon"]
    assert any(row["name"] == "'=1+1" for row in rows)


def test_calendar(call: Call, site: Site) -> None:
    """A calendar program reads it; the same call gives the same bytes."""
    first = call("freshness", "--format", "ics", *world(site).options)
    events = Calendar.from_ical(first.out).walk("VEVENT")
    assert len(events) == 7
    assert len({str(event["uid"]) for event in events}) == 7
    assert call("freshness", "--format", "ics", *site.options).out == first.out


def test_nothing_is_due(call: Call, site: Site) -> None:
    """An empty ledger says so; a broken file stops it with its problem."""
    assert call("freshness", *site.options).out == "Nothing is due.\n"
    site.institution(type="nie-ma")
    outcome = call("freshness", *site.options)
    assert (outcome.status, outcome.out) == (1, "")
    assert "is not the id of any record" in outcome.err


def test_rules_of_redundancies_are_due_as_a_whole(site: Site, call: Call) -> None:
    """The rule confirmed longest ago says when; rules that nobody confirmed are counted."""
    site.redundancy_rules()
    out = call("freshness", *site.options, SOURCE_DATE_EPOCH="1812000000", LANG="en").out
    assert "  2027-05-28  overdue: Rules of redundancies  (data/rules/redundancies.yaml)" in out
    assert "never confirmed: Rules of redundancies (4 rules)" in out


def test_translations_that_lag_behind(call: Call, site: Site) -> None:
    """A document with the day of its original's change, a record once for each language."""
    site.write_yaml("data/site.yaml", {
        "name": "P", "region": {"name": "R"}, "languages": ["pl", "en"], "time_zone": "Europe/Warsaw",
        "feed_authority": "example.org", "feed_since": 2020,
    })  # fmt: skip
    site.institution(
        alert="Nieczynne.", short_name="PUP", owner="Ewa", verified=date(2026, 2, 1), en={"alert": "Closed."}
    )
    site.post("wpis", title="Wpis", modified="2026-02-01")
    site.post("post", title="Post", lang="en", translation="wpis")
    call("translations", "--note", *site.options)
    site.institution(alert="Czynne.", short_name="PUP", owner="Ewa", verified=date(2026, 2, 1), en={"alert": "Closed."})
    assert call("freshness", *site.options).out.splitlines() == [
        "Ewa",
        "  -           the translation lags behind its original: PUP (en)  (data/institutions/pup-bochnia.yaml)",
        "",
        "Nobody answers for these",
        "  2026-02-01  the translation lags behind its original: Post  (content/news/post.md)",
        "",
        "2 matters to look at",
    ]
