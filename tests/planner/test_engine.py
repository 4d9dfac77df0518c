"""The planner's engine: vectors, any answers at all, and rules of which no value is idle."""

from __future__ import annotations

import gzip
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnership.rendering.minified import minified
from partnership.rendering.scripts import bundle
from tests.planner import oracle
from tests.planner.conftest import Engine
from tests.support.commands import PROJECT

SCRIPTS = PROJECT / "theme" / "static" / "js" / "planner"
DATES = ("consultation", "second_notice", "last_day")
SOME = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
DAYS = st.dates(date(2025, 1, 1), date(2032, 12, 31))


def asked(vectors: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the whole answers of each vector; null takes one away."""
    whole = (vectors["usual"] | one["answers"] for one in vectors["vectors"])
    return [{key: value for key, value in one.items() if value is not None} for one in whole]


def dates_of(plan: dict[str, Any]) -> dict[str, list[str | None]]:
    """Return (earliest, latest) of each step that has a date."""
    pairs = {step["id"]: [step.get("earliest"), step.get("latest")] for step in plan["steps"]}
    return {step: pair for step, pair in pairs.items() if any(pair)}


def warned(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Return field and name of each warning, sorted."""
    return sorted((one.get("field") or "", one["message"]) for one in found["warnings"])


def test_vectors(engine: Engine, rules: dict[str, Any], vectors: dict[str, Any]) -> None:
    """Thresholds at their edges, both directions of time, contradictions and bad input, each answered as written."""
    for vector, plan in zip(vectors["vectors"], engine.ask("plan", rules, asked(vectors)), strict=True):
        expected = sorted((field or "", name) for field, name in vector.get("warnings", []))
        assert (plan["regimes"], warned(plan)) == (vector["regimes"], expected), vector["say"]
        if "dates" in vector:
            assert dates_of(plan) == vector["dates"], vector["say"]
        collective = [step["id"] for step in plan["steps"] if step["id"] != "monitored_agreement"]
        assert collective == (list(oracle.ORDER) if "collective" in plan["regimes"] else []), vector["say"]


def test_days_off(engine: Engine, rules: dict[str, Any], vectors: dict[str, Any]) -> None:
    """Holidays, fixed and moving, and weekends are told; 24 December only since it is one."""
    days = engine.ask("describeDay", rules, [one["day"] for one in vectors["days"]])
    assert [one["off"] for one in days] == [one["free"] for one in vectors["days"]]


def test_severance(engine: Engine, rules: dict[str, Any], vectors: dict[str, Any]) -> None:
    """Months by years at their edges, the cap of the year, and nothing where the year's wage is unknown."""
    found = engine.ask("severance", rules, [one["answers"] for one in vectors["severance"]])
    for vector, one in zip(vectors["severance"], found, strict=True):
        assert {key: one.get(key) for key in ("months", "amount", "cap")} == {
            key: vector.get(key) for key in ("months", "amount", "cap")
        }, vector
        assert warned(one) == sorted((field, name) for field, name in vector.get("warnings", [])), vector


def complete() -> st.SearchStrategy[dict[str, Any]]:
    """Return believable answers, all numbers given, dates or not."""
    return st.fixed_dictionaries(
        {
            "employed": st.integers(1, 700),
            "dismissed": st.integers(0, 200),
            "agreements": st.integers(0, 12),
            "days": st.integers(1, 200),
            "employer_cause": st.sampled_from([True, True, True, False]),
            "unions": st.booleans(),
        },
        optional=dict.fromkeys(DATES, DAYS),
    )


NOTES: list[tuple[dict[str, Any], str, str]] = [
    ({"unions": True, "consultation": "2026-12-06"}, "agreement", "next-working-day (unconfirmed)"),
    ({"unions": True, "consultation": "2026-12-01"}, "agreement", ""),
    ({"unions": True, "last_day": "2027-03-31"}, "agreement", "day-off"),
    ({"unions": True, "last_day": "2027-03-31"}, "second_notice", "day-off"),
    ({"unions": True, "last_day": "2027-03-31"}, "first_notice", ""),
    ({"unions": True, "last_day": "2027-04-26"}, "first_notice", "day-off"),
    ({"unions": False, "last_day": "2027-01-31"}, "consultation", "leave-time"),
    ({"last_day": "2027-01-31"}, "consultation", "leave-time-unions"),
]
"""Answers beside the usual numbers, a step, and the note that it must have beside its own."""


def test_notes_of_days_off(engine: Engine, rules: dict[str, Any]) -> None:
    """A term that ends on a day off names the next working day as unconfirmed; counted backwards no day moves later."""
    usual = {"employed": 120, "dismissed": 35, "days": 30, "employer_cause": True}
    plans = engine.ask("plan", rules, [usual | answers for answers, _step, _note in NOTES])
    for (answers, step, note), plan in zip(NOTES, plans, strict=True):
        (found,) = [one.get("note", "") for one in plan["steps"] if one["id"] == step]
        assert found == note, (answers, step)
    confirmed = rules | {"working_days": [one | {"verified": "2026-11-28"} for one in rules["working_days"]]}
    (plan,) = engine.ask("plan", confirmed, [usual | NOTES[0][0]])
    assert [one["note"] for one in plan["steps"] if one["id"] == "agreement"] == ["next-working-day"]


@SOME
@given(questions=st.lists(complete(), min_size=20, max_size=40))
def test_agrees_with_the_act(engine: Engine, rules: dict[str, Any], questions: list[dict[str, Any]]) -> None:
    """For any believable answers regimes and dates are those that the act gives by another calculation."""
    sent = msgspec.to_builtins(questions)
    for answers, plan in zip(questions, engine.ask("plan", rules, sent), strict=True):
        assert plan["regimes"] == oracle.regimes(answers), answers
        if "collective" in plan["regimes"]:
            told = {step: [day and day.isoformat() for day in pair] for step, pair in oracle.dates(answers).items()}
            assert dates_of(plan) == told, answers


@SOME
@given(questions=st.lists(complete(), min_size=20, max_size=40))
def test_no_step_before_its_cause(engine: Engine, rules: dict[str, Any], questions: list[dict[str, Any]]) -> None:
    """Whatever dates are given, no step stands before one that it depends on, and none ends before it begins."""
    for answers, plan in zip(questions, engine.ask("plan", rules, msgspec.to_builtins(questions)), strict=True):
        for key in ("earliest", "latest"):
            days = [step[key] for step in plan["steps"] if step["id"] in oracle.ORDER and key in step]
            assert days == sorted(days), answers
        for step in plan["steps"]:
            assert step.get("earliest", "") <= step.get("latest", "9"), answers


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | DAYS.map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("employed", "dismissed", "days", "agreements", "employer_cause", "unions", "county", *DATES)


@SOME
@given(questions=st.lists(ANYTHING | st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, ANYTHING)), max_size=40))
def test_any_input_is_answered(engine: Engine, published: dict[str, Any], questions: list[Any]) -> None:
    """No input is an exception; a plan has its three parts, real dates, sentences filled in, and never NaN."""
    for function in ("plan", "severance", "reasons"):
        for found in engine.ask(function, published, questions):
            text = msgspec.json.encode(found).decode()
            assert "NaN" not in text and "undefined" not in text and "Infinity" not in text
            if function == "plan":
                assert set(found) == {"regimes", "steps", "warnings"}
                for step in found["steps"]:
                    for day in (step.get("earliest"), step.get("latest")):
                        assert day is None or date.fromisoformat(day) >= date(1900, 1, 1)
                for warning in found["warnings"]:
                    assert " " in warning["message"] and "{" not in warning["message"]


@SOME
@given(
    broken=st.lists(ANYTHING, min_size=1, max_size=4), key=st.sampled_from(["thresholds", "steps", "terms", "holidays"])
)
def test_broken_rules_are_survived(engine: Engine, rules: dict[str, Any], broken: list[Any], key: str) -> None:
    """Rules that are no rules give less of a plan, never an exception."""
    question = {"employed": 120, "dismissed": 35, "days": 30, "employer_cause": True, "unions": True}
    for given_rules in (*broken, rules | {key: broken}, {}):
        engine.ask("plan", given_rules, [question | {"consultation": "2026-12-01"}])


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the places of all values."""
    if isinstance(value, dict):
        return [place for key, one in value.items() for place in leaves(one, (*path, key))]
    if isinstance(value, list):
        return [place for number, one in enumerate(value) for place in leaves(one, (*path, number))]
    return [path]


def mutated(value: Any) -> list[Any]:
    """Return other values of the same kind: the next one, and of numbers one further away."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value + 7]
    try:
        return [(date.fromisoformat(value) + timedelta(1)).isoformat()]
    except ValueError:
        return [{"within": "passed", "passed": "within"}.get(value, f"{value}x")]


def at(value: Any, place: tuple[Any, ...]) -> Any:
    """Return what stands at a place."""
    for step in place:
        value = value[step]
    return value


COUNTED = {
    "thresholds": {
        "regime",
        "employed_from",
        "employed_to",
        "people",
        "percent",
        "days",
        "months",
        "agreements_from",
        "basis",
        "valid_from",
        "valid_to",
    },
    "terms": {"step", "after", "days", "kind", "unions_only"},
    "working_days": {"weekdays"},
    "holidays": {"name", "day", "easter"},
    "severance": {"months", "years_under", "years_to", "times", "amount"},
    "steps": {"id", "regime", "title", "basis", "note"},
}
"""Keys that decide something in the engine; of the others :mod:`tests.planner.test_rules` keeps what the law says."""


def test_every_value_counts(engine: Engine, rules: dict[str, Any], vectors: dict[str, Any]) -> None:
    """A rule with any one value changed answers at least one question otherwise: no number is idle or kept twice."""

    def answers(some: dict[str, Any]) -> list[Any]:
        severance = [one["answers"] for one in vectors["severance"]]
        days = [one["day"] for one in vectors["days"]]
        return [
            engine.ask("plan", some, asked(vectors)),
            engine.ask("reasons", some, asked(vectors)),
            engine.ask("describeDay", some, days),
            engine.ask("severance", some, severance),
        ]

    usual = answers(rules)
    idle = []
    for part, keys in COUNTED.items():
        for place in leaves(rules[part], (part,)):
            named = [one for one in place if isinstance(one, str)][-1]
            if named not in keys or "contents" in place:
                continue
            others = [deepcopy(rules) for _number in mutated(at(rules, place))]
            for other, value in zip(others, mutated(at(rules, place)), strict=True):
                at(other, place[:-1])[place[-1]] = value
            if all(answers(other) == usual for other in others):
                idle.append(place)
    assert not idle, "\n".join(map(str, idle))


def test_engine_is_small() -> None:
    """The engine as it is sent is at most 8 KiB packed."""
    text = bundle("engine.js", lambda name: (SCRIPTS / name).read_text(encoding="utf-8"))
    assert len(gzip.compress(minified({"engine.js": text})["engine.js"], 9)) <= 8 * 1024
