"""The rules as data: what they must say of the law, what a mistake in them is told as, and how they are published."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from partnership.catalogue.linking import link
from partnership.language import set_language
from partnership.profile import Profile
from partnership.publications.redundancy_rules import make_rules
from partnership.records.redundancies import Redundancies, Rule
from partnership.settings import Settings
from tests.conftest import Call
from tests.planner.conftest import COUNTIES, RULES
from tests.support.commands import PROJECT
from tests.support.site import Site

LAW = yaml.safe_load((Path(__file__).parent / "law.yaml").read_text(encoding="utf-8"))
RECORD = yaml.safe_load((PROJECT / "data" / RULES).read_text(encoding="utf-8"))
NAMED = {
    "thresholds": ("regime", "employed_from"),
    "steps": ("id",),
    "terms": ("step", "days"),
    "working_days": ("weekdays",),
    "severance.steps": ("months",),
    "severance.cap": ("times",),
    "severance.minimum_wage": ("amount",),
    "severance.caveats": (),
}


def part(record: Redundancies, name: str) -> tuple[Rule, ...]:
    """Return a list of rules by its dotted name."""
    value: Any = record
    for key in name.split("."):
        value = getattr(value, key)
    return tuple(value)


def words(value: Any) -> str:
    """Return a value as ``law.yaml`` names it."""
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("name", sorted(NAMED))
def test_rules_say_what_the_law_says(record: Redundancies, name: str) -> None:
    """Basis, validity and confirmation of each rule stand in the file as they were found in the law."""
    found = [
        [
            " ".join(words(getattr(rule, key)) for key in NAMED[name]),
            rule.basis,
            rule.valid_from,
            rule.valid_to,
            rule.verified is not None,
        ]
        for rule in part(record, name)
    ]
    assert found == LAW[name]


def test_holidays_are_those_of_the_act(record: Redundancies) -> None:
    """Fourteen holidays by one act; Christmas Eve only since 2025."""
    assert len(record.holidays) == 14
    assert {one.basis for one in record.holidays} == {"ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy"}
    late = [one.day for one in record.holidays if one.valid_from > date(2011, 1, 1)]
    assert late == ["12-24"]


def test_letters_hold_every_element_with_its_article(record: Redundancies) -> None:
    """Each element of the act that a step asks for names its article; every letter belongs to a step that is there."""
    steps = {one.id: one for one in record.steps}
    assert [len(steps[name].contents) for name in ("consultation", "first_notice", "second_notice")] == [8, 7, 5]
    assert all(one.basis.startswith("art. ") for step in record.steps for one in step.contents)
    assert {one.step for one in record.letters} <= steps.keys()


def changed(*changes: tuple[str, Any]) -> dict[str, Any]:
    """Return the repository's rules with values at dotted places replaced; ``…`` takes a key away."""
    record: dict[str, Any] = deepcopy(RECORD)
    for place, value in changes:
        *way, last = place.split(".")
        inner: Any = record
        for key in way:
            inner = inner[int(key)] if key.isdigit() else inner[key]
        if value is ...:
            del inner[int(last) if last.isdigit() else last]
        else:
            inner[int(last) if last.isdigit() else last] = value
    return record


@pytest.mark.parametrize(("country", "advice"), [("pl", "“steps”"), ("gr", "delete this file")])
def test_steps_that_are_missing_are_told_once(site: Site, country: str, advice: str) -> None:
    """Nobody under another law is asked to invent the steps of this one."""
    set_language("en")
    rules = changed(("steps.0", ...))
    rules["steps"] = rules["steps"][:2]
    site.write_yaml(f"data/{RULES}", rules)
    settings = Settings(content=site.content, data=site.data, profile=Profile(country=country))
    told = [one for one in link(settings).problems if one.code == "missing-step"]
    assert len(told) == 1 and advice in told[0].hint
    assert "“second_notice”" in told[0].message and "“end”" in told[0].message


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        ("thresholds.0.people", ..., "one-of-two"),
        ("thresholds.0.percent", 10, "one-of-two"),
        ("thresholds.0.months", 1, "one-of-two"),
        ("thresholds.0.employed_to", 12, "empty-range"),
        ("thresholds.0.employed_to", 120, "overlapping-rules"),
        ("thresholds.3.valid_to", date(2025, 6, 1), "overlapping-rules"),
        ("thresholds.3.valid_to", date(2001, 1, 1), "ends-before-start"),
        ("thresholds.0.people", "dziesięć", "not-number"),
        ("thresholds.0.regime", "grupowe", "unknown-value"),
        ("steps.0", ..., "missing-step"),
        ("steps.0.id", "end", "overlapping-rules"),
        ("terms.0.after", "konsultacja", "unknown-value"),
        ("terms.0.basis", ..., "missing-key"),
        ("holidays.0.day", "02-30", "no-such-day"),
        ("holidays.0.easter", 3, "one-of-two"),
        ("holidays.0.day", "12-25", "overlapping-rules"),
        ("severance.steps.0.years_under", 9, "wrong-order"),
        ("severance.steps.2.years_to", 9, "limited-end"),
        ("severance.steps.0.years_under", ..., "one-of-two"),
        ("letters.1.id", "zawiadomienie-zwiazkow", "duplicate-id"),
        ("letters.1.recipient", "urząd", "unknown-value"),
        ("prog", 10, "unknown-key"),
    ],
)
def test_mistakes_are_told(site: Site, call: Call, place: str, value: Any, code: str) -> None:
    """A rule that contradicts itself or another is told at its place, with what to do."""
    site.write_yaml(f"data/{RULES}", changed((place, value)))
    outcome = call("check", *site.options, "--format", "json")
    problems = json.loads(outcome.out)["problems"]
    assert outcome.status == 1
    assert code in {one["code"] for one in problems}
    assert all(one["path"].endswith(RULES) and one["line"] > 0 and one["hint"] for one in problems)


def test_published_rules_are_whole(record: Redundancies, published: dict[str, Any]) -> None:
    """What programs outside read holds every rule of the file, the counties' names and all sentences."""
    for key in ("thresholds", "steps", "terms", "working_days", "holidays", "letters"):
        assert len(published[key]) == len(getattr(record, key)) > 0
    assert published["thresholds"][3]["valid_to"] == "2025-05-31"
    assert published["counties"]["1205"] == "powiat gorlicki"
    assert "owner" not in published
    assert all(published["messages"].values())
    assert "null" not in msgspec.json.encode(published).decode()


def test_a_site_without_rules_has_no_planner(site: Site, call: Call) -> None:
    """Another partnership may have none: nothing is published in its place, and nothing fails."""
    assert call("build", *site.build_options).status == 0
    assert not (site.output / "zwolnienia" / "zasady.json").exists()


@pytest.mark.parametrize(
    ("lang", "month", "weekday"),
    [("pl", "stycznia", "niedziela"), ("en", "January", "Sunday"), ("uk", "січня", "неділя")],
)
def test_days_have_names_in_each_language(record: Redundancies, lang: str, month: str, weekday: str) -> None:
    """Another language of the site gets months as they stand in a date, and days of the week from Monday on."""
    calendar = json.loads(make_rules(record, COUNTIES, lang))["calendar"]
    assert (calendar["months"][0], len(calendar["months"])) == (month, 12)
    assert (calendar["weekdays"][6], len(calendar["weekdays"])) == (weekday, 7)
