"""Checks of the rules of redundancies: what each rule says must make sense beside the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, get_args

from partnership.catalogue.names import Names
from partnership.country import POLAND, site_country
from partnership.language import _
from partnership.records.library import Library, all_records
from partnership.records.redundancies import DayOff, Redundancies, Rule, Severance, StepId, Threshold
from partnership.sources.strict_yaml import KeyPath

PATH: Final = "rules/redundancies.yaml"
_LEAP_YEAR: Final = 2024


def check_redundancies(library: Library, names: Names) -> None:
    """Tell every rule that contradicts itself or another, and every step that the planner would miss."""
    for rules in all_records(library.redundancies):
        check = _Check(names)
        for path, rule in rules_of(rules):
            check.period(path, rule)
        for number, threshold in enumerate(rules.thresholds):
            check.threshold(("thresholds", number), threshold)
        check.overlaps("thresholds", rules.thresholds, _same_employer)
        check.steps(rules)
        check.overlaps("terms", rules.terms, lambda one, other: (one.step, one.kind) == (other.step, other.kind))
        check.overlaps("working_days", rules.working_days, lambda _one, _other: True)
        for number, holiday in enumerate(rules.holidays):
            check.holiday(("holidays", number), holiday)
        check.overlaps(
            "holidays", rules.holidays, lambda one, other: (one.day, one.easter) == (other.day, other.easter)
        )
        if rules.severance is not None:
            check.severance(rules.severance)
        check.letters(rules)


def rules_of(rules: Redundancies) -> Iterator[tuple[KeyPath, Rule]]:
    """Iterate over every rule with its place in the file."""
    severance = rules.severance
    lists: list[tuple[KeyPath, Sequence[Rule]]] = [
        (("thresholds",), rules.thresholds),
        (("steps",), rules.steps),
        (("terms",), rules.terms),
        (("working_days",), rules.working_days),
        (("holidays",), rules.holidays),
    ]
    if severance is not None:
        lists += [
            (("severance", "steps"), severance.steps),
            (("severance", "cap"), severance.cap),
            (("severance", "minimum_wage"), severance.minimum_wage),
            (("severance", "caveats"), severance.caveats),
        ]
    for path, some in lists:
        for number, rule in enumerate(some):
            yield (*path, number), rule


def _same_employer(one: Threshold, other: Threshold) -> bool:
    """Tell whether two thresholds bind one employer under one regime."""
    infinite = 10**9
    return (
        one.regime == other.regime
        and one.employed_from <= (infinite if other.employed_to is None else other.employed_to)
        and other.employed_from <= (infinite if one.employed_to is None else one.employed_to)
    )


def _together(one: Rule, other: Rule) -> bool:
    """Tell whether there is a day on which both rules hold."""
    return one.valid_from <= (other.valid_to or date.max) and other.valid_from <= (one.valid_to or date.max)


class _Check:
    """Collects the problems of one file."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def _tell(self, path: KeyPath, code: str, message: str, hint: str) -> None:
        self._names.places.tell("data", PATH, path, code, message, hint)

    def period(self, path: KeyPath, rule: Rule) -> None:
        """A rule ends after it begins."""
        if rule.valid_to is not None and rule.valid_to < rule.valid_from:
            self._tell(
                (*path, "valid_to"),
                "ends-before-start",
                _("The rule ends before it begins"),
                _("write a day from %(day)s on, or remove the line", day=rule.valid_from.isoformat()),
            )

    def _one_of(self, path: KeyPath, rule: Rule, first: str, second: str) -> None:
        """Exactly one of two keys is filled in."""
        given = [key for key in (first, second) if getattr(rule, key) is not None]
        if len(given) != 1:
            self._tell(
                (*path, given[1]) if given else path,
                "one-of-two",
                _("Exactly one of “%(first)s” and “%(second)s” must be filled in", first=first, second=second),
                _("remove the line “%(key)s”", key=second) if given else _("add a line “%(key)s: …”", key=first),
            )

    def threshold(self, path: KeyPath, one: Threshold) -> None:
        """A threshold counts people or a share, in days or in months, of employers that exist."""
        self._one_of(path, one, "people", "percent")
        self._one_of(path, one, "days", "months")
        if one.employed_to is not None and one.employed_to < one.employed_from:
            self._tell(
                (*path, "employed_to"),
                "empty-range",
                _("No employer is that large: “employed_to” is less than “employed_from”"),
                _("write %(number)d or more, or remove the line", number=one.employed_from),
            )

    def overlaps(self, key: str, rules: Sequence[Any], same: Any, prefix: KeyPath = ()) -> None:
        """Of two rules about the same thing only one holds on any day."""
        for number, rule in enumerate(rules):
            for other in range(number):
                if same(rules[other], rule) and _together(rules[other], rule):
                    self._tell(
                        (*prefix, key, number),
                        "overlapping-rules",
                        _(
                            "On one and the same day two rules say different things; the other is number %(number)d",
                            number=other + 1,
                        ),
                        _("end the older one with “valid_to”, or remove one of the two"),
                    )
                    break

    def steps(self, rules: Redundancies) -> None:
        """Every step that the planner knows is there once a day, and terms name steps."""
        self.overlaps("steps", rules.steps, lambda one, other: one.id == other.id)
        there = {one.id for one in rules.steps}
        missing = [one for one in get_args(StepId) if one not in there]
        if not missing:
            return
        if site_country() == POLAND:
            hint = _("add each to “steps”: “- id: …”, with its other fields")
        else:
            hint = _("the planner is made for Polish law; if yours knows no such steps, delete this file: pages then"
                     " say nothing of rules")  # fmt: skip
        names = ", ".join(f"“{one}”" for one in missing)
        self._tell(("steps",), "missing-step", _("Steps are missing: %(steps)s", steps=names), hint)

    def holiday(self, path: KeyPath, one: DayOff) -> None:
        """A holiday has a day that exists, or a distance from Easter."""
        self._one_of(path, one, "day", "easter")
        if one.day is not None:
            month, _hyphen, day = one.day.partition("-")
            try:
                date(_LEAP_YEAR, int(month), int(day))
            except ValueError:
                self._tell(
                    (*path, "day"),
                    "no-such-day",
                    _("There is no day “%(day)s” in any year", day=one.day),
                    _('write month and day in quotes, e.g. "05-03"'),
                )

    def severance(self, severance: Severance) -> None:
        """Each step of severance but the last has a limit, greater than the one before."""
        before = 0
        for number, step in enumerate(severance.steps):
            path: KeyPath = ("severance", "steps", number)
            last = number == len(severance.steps) - 1
            limits = [one for one in (step.years_under, step.years_to) if one is not None]
            if last and limits:
                self._tell(
                    path,
                    "limited-end",
                    _("The last step of severance must have no limit: somebody served longer"),
                    _("add a last step without “years_under” and “years_to”"),
                )
            elif not last:
                self._one_of(path, step, "years_under", "years_to")
            if limits and limits[0] <= before:
                self._tell(
                    path,
                    "wrong-order",
                    _("The steps of severance must rise: %(years)d years stand before already", years=before),
                    _("put the step with fewer years first"),
                )
            before = max([before, *limits])
        self.overlaps("cap", severance.cap, lambda _one, _other: True, ("severance",))
        self.overlaps("minimum_wage", severance.minimum_wage, lambda _one, _other: True, ("severance",))

    def letters(self, rules: Redundancies) -> None:
        """Two letters never share an address."""
        seen: set[str] = set()
        for number, letter in enumerate(rules.letters):
            if letter.id in seen:
                self._tell(
                    ("letters", number, "id"),
                    "duplicate-id",
                    _("The letter “%(id)s” stands a second time", id=letter.id),
                    _("give it another id"),
                )
            seen.add(letter.id)
