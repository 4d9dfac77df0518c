"""The rules of redundancies: thresholds, steps, terms, days off, severance and letters behind the planner."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta

from partnership.records.fields import Id, Line, Owner, Part, ReviewAfterMonths, Text, Translations, Verified

Regime = Literal["collective", "monitored"]
StepId = Literal[
    "consultation", "first_notice", "agreement", "second_notice", "notices", "end", "monitored_agreement"
]  # fmt: skip
Recipient = Literal["representatives", "office", "person"]

_Count = Annotated[int, Meta(ge=0, le=1_000_000)]
_Positive = Annotated[int, Meta(ge=1, le=1_000_000)]


class Rule(Part, frozen=True, kw_only=True):
    """Base of every rule: where it stands in the law, and from when to when it holds."""

    basis: Annotated[Line, Meta(description="Article and act on which the rule stands")]
    valid_from: Annotated[date, Meta(description="First day on which the rule holds for certain")]
    valid_to: Annotated[
        date | None, Meta(description="Last day on which the rule holds; without it, it still does")
    ] = None
    verified: Annotated[
        date | None, Meta(description="Day on which somebody confirmed the rule; without it pages say “unconfirmed”")
    ] = None
    translations: Translations = msgspec.field(default_factory=dict)


class Threshold(Rule, frozen=True, kw_only=True):
    """From how many people leaving, and in what time, a regime binds an employer of a certain size."""

    regime: Annotated[Regime, Meta(description="collective or monitored")]
    employed_from: Annotated[_Count, Meta(description="Least number of employees of such an employer")] = 0
    employed_to: Annotated[_Count | None, Meta(description="Greatest number of employees, where there is one")] = None
    people: Annotated[_Positive | None, Meta(description="Least number of people who leave")] = None
    percent: Annotated[
        Annotated[int, Meta(ge=1, le=100)] | None,
        Meta(description="Least share of the employees who leave, in per cent; a part of a person counts as one"),
    ] = None
    days: Annotated[
        Annotated[int, Meta(ge=1, le=3660)] | None, Meta(description="Time within which they leave, in days")
    ] = None
    months: Annotated[
        Annotated[int, Meta(ge=1, le=120)] | None, Meta(description="Time within which they leave, in months")
    ] = None
    agreements_from: Annotated[
        _Positive | None,
        Meta(description="From how many agreements at the employer's initiative on these count, too"),
    ] = None


class Element(Part, frozen=True, kw_only=True):
    """Something that a letter or a step must contain."""

    text: Annotated[Line, Meta(description="What must be said, beginning with a small letter")]
    basis: Annotated[Line, Meta(description="Article and act that ask for it")]
    verified: Verified = None
    translations: Translations = msgspec.field(default_factory=dict)


class Step(Rule, frozen=True, kw_only=True):
    """Something that the employer does, in the order in which the steps stand in the file."""

    id: Annotated[StepId, Meta(description="Name of the step for the planner")]
    regime: Annotated[Regime, Meta(description="collective or monitored")]
    title: Annotated[Line, Meta(description="What to do, in a few words")]
    to: Annotated[Line | None, Meta(description="Whom it is addressed to")] = None
    description: Annotated[Text | None, Meta(description="What it means, in one to three plain sentences")] = None
    contents: Annotated[tuple[Element, ...], Meta(description="What must be in it")] = ()
    note: Annotated[Line | None, Meta(description="What is easily overlooked")] = None


class Term(Rule, frozen=True, kw_only=True):
    """A distance between two steps, in calendar days from the day after the first.

    ``within``: the step is done at the latest on the day that many days later; ``passed``: that many whole days must
    have passed, so the next day is the earliest.
    """

    step: Annotated[StepId, Meta(description="The step that the term holds back or hurries")]
    after: Annotated[StepId, Meta(description="The step from which the days are counted")]
    days: Annotated[Annotated[int, Meta(ge=0, le=3660)], Meta(description="Number of days; 0 is the same day")]
    kind: Annotated[
        Literal["within", "passed"], Meta(description="within: at the latest then; passed: so many days must be over")
    ]
    unions_only: Annotated[bool, Meta(description="true when the term binds only where there are trade unions")] = False
    text: Annotated[Line, Meta(description="The term as a sentence")]


class DayOff(Rule, frozen=True, kw_only=True):
    """A public holiday: a day of each year, or a distance from Easter Sunday."""

    name: Annotated[Line, Meta(description="Name of the holiday")]
    day: Annotated[
        Annotated[str, Meta(pattern=r"^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\Z")] | None,
        Meta(description="Month and day in quotes, e.g. 05-03"),
    ] = None
    easter: Annotated[
        Annotated[int, Meta(ge=-60, le=70)] | None, Meta(description="Days after Easter Sunday; 0 is Easter itself")
    ] = None


class WorkingDays(Rule, frozen=True, kw_only=True):
    """What moves the end of a term to the next working day."""

    weekdays: Annotated[
        tuple[Annotated[int, Meta(ge=1, le=7)], ...],
        Meta(description="Days of the week that are not working days, 1 (Monday) to 7 (Sunday)"),
    ]
    text: Annotated[Line, Meta(description="The rule as a sentence")]


class SeveranceStep(Rule, frozen=True, kw_only=True):
    """How many months’ pay for how long a service; the last of them has no upper limit."""

    months: Annotated[_Positive, Meta(description="Number of months’ pay")]
    years_under: Annotated[_Positive | None, Meta(description="For service shorter than so many years")] = None
    years_to: Annotated[_Positive | None, Meta(description="For service of up to so many years, these included")] = None


class SeveranceCap(Rule, frozen=True, kw_only=True):
    """The greatest severance, in minimum wages."""

    times: Annotated[_Positive, Meta(description="How many times the minimum wage of the day of the end")]


class MinimumWage(Rule, frozen=True, kw_only=True):
    """The minimum wage of a time."""

    amount: Annotated[Annotated[int, Meta(ge=1, le=10_000_000)], Meta(description="Amount for a month, whole units")]
    currency: Annotated[Line, Meta(description="Its currency as people write it, e.g. zł")]


class Caveat(Rule, frozen=True, kw_only=True):
    """What is uncertain, said beside the result."""

    text: Annotated[Line, Meta(description="One or two plain sentences")]


class Severance(Part, frozen=True, kw_only=True):
    """Severance: months by service, cap, minimum wages, caveats."""

    steps: Annotated[
        Annotated[tuple[SeveranceStep, ...], Meta(min_length=1)], Meta(description="Months’ pay by years of service")
    ]
    cap: Annotated[tuple[SeveranceCap, ...], Meta(description="Greatest severance")] = ()
    minimum_wage: Annotated[tuple[MinimumWage, ...], Meta(description="Minimum wages by time")] = ()
    caveats: Annotated[tuple[Caveat, ...], Meta(description="What is uncertain")] = ()


class Letter(Part, frozen=True, kw_only=True):
    """A letter to fill in; what it must contain are the contents of its step."""

    id: Annotated[Id, Meta(description="Name of the letter in addresses: small letters, digits, hyphens")]
    title: Annotated[Line, Meta(description="Title of the letter")]
    step: Annotated[StepId, Meta(description="Step at which it is given, whose contents it lists")]
    recipient: Annotated[
        Recipient, Meta(description="representatives (unions or employees' representatives), office or person")
    ]
    summary: Annotated[Line, Meta(description="What it is for, in one sentence")]
    opening: Annotated[Text, Meta(description="First paragraph; words in [square brackets] are filled in by hand")]
    closing: Annotated[Text | None, Meta(description="Last paragraph")] = None
    translations: Translations = msgspec.field(default_factory=dict)


class Redundancies(Part, frozen=True, kw_only=True):
    """The file ``data/rules/redundancies.yaml``."""

    thresholds: Annotated[tuple[Threshold, ...], Meta(description="When a regime applies")] = ()
    steps: Annotated[
        tuple[Step, ...],
        Meta(description="What to do, in order: every step of Polish law; other laws leave out the file"),
    ] = ()
    terms: Annotated[tuple[Term, ...], Meta(description="Days between steps")] = ()
    working_days: Annotated[tuple[WorkingDays, ...], Meta(description="What moves the end of a term")] = ()
    holidays: Annotated[tuple[DayOff, ...], Meta(description="Public holidays")] = ()
    severance: Annotated[Severance | None, Meta(description="Severance")] = None
    letters: Annotated[tuple[Letter, ...], Meta(description="Letters to fill in")] = ()
    owner: Owner = None
    verified: Verified = None
    review_after_months: ReviewAfterMonths = None
    translations: Translations = msgspec.field(default_factory=dict)


R = TypeVar("R", bound=Rule)


def in_force(rules: Iterable[R], day: date) -> tuple[R, ...]:
    """Return the rules that hold on a day, in their order."""
    return tuple(one for one in rules if one.valid_from <= day <= (one.valid_to or date.max))


def on_day(rules: Redundancies, day: date) -> Redundancies:
    """Return what of the rules holds on a day, so that pages change only when that does."""
    severance = rules.severance
    return msgspec.structs.replace(
        rules,
        thresholds=in_force(rules.thresholds, day),
        steps=in_force(rules.steps, day),
        terms=in_force(rules.terms, day),
        working_days=in_force(rules.working_days, day),
        holidays=in_force(rules.holidays, day),
        severance=severance
        and Severance(
            steps=in_force(severance.steps, day),
            cap=in_force(severance.cap, day),
            minimum_wage=in_force(severance.minimum_wage, day),
            caveats=in_force(severance.caveats, day),
        ),
    )
