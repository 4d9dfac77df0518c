"""The rules of redundancies in words: thresholds, steps, terms and severance, ready to print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.items.item import Link
from partnership.language import _, ngettext
from partnership.locales.formats import NBSP, number
from partnership.records.redundancies import Redundancies, Severance, Step, Threshold

COLLECTIVE: Final = "zwolnienia-grupowe"
MONITORED: Final = "zwolnienia-monitorowane"
PROGRAMMES: Final = "programy"
"""Service that stands for an office's own programmes, which may be open to those who leave."""
EMPLOYER_SERVICES: Final = (COLLECTIVE, MONITORED)
"""Services of an employer who lets people go; their pages carry the thresholds and the way into the planner."""


class ThresholdRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table: kind of redundancy, size of the firm, time, how many leave, and the basis."""

    kind: str
    employed: str
    period: str
    dismissed: str
    basis: str = ""
    confirmed: bool = True


class LawSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the law with its basis, and whether somebody confirmed it."""

    text: str
    basis: str
    confirmed: bool = True
    name: str = ""


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """A step as pages show it; ``contents`` are what must be in it, ``letter`` a letter to fill in."""

    id: str
    regime: str
    kind: str
    title: str
    to: str
    description: str
    contents: tuple[LawSentence, ...]
    note: str
    basis: str
    confirmed: bool
    term: str = ""
    letter: Link | None = None


class SeveranceRow(msgspec.Struct, frozen=True, kw_only=True):
    """How long a service gives how many months’ pay."""

    service: str
    months: str
    basis: str
    confirmed: bool


def regime_name(regime: str) -> str:
    """Return the name of a regime: „grupowe”, „monitorowane”."""
    return _("collective") if regime == "collective" else _("monitored")


def threshold_rows(thresholds: Iterable[Threshold]) -> tuple[ThresholdRow, ...]:
    """Return the table of thresholds in words."""
    return tuple(
        ThresholdRow(
            kind=regime_name(one.regime),
            employed=_employed(one),
            period=_period(one),
            dismissed=_dismissed(one),
            basis=one.basis,
            confirmed=one.verified is not None,
        )
        for one in thresholds
    )


def agreements_note(thresholds: Iterable[Threshold]) -> str:
    """Return from how many agreements on these count, in words; empty where no threshold counts them."""
    least = min((one.agreements_from for one in thresholds if one.agreements_from is not None), default=None)
    if least is None:
        return ""
    return ngettext(
        "Contracts ended by agreement at your initiative count, too, from %(num)d person on.",
        "Contracts ended by agreement at your initiative count, too, from %(num)d people on.",
        least,
    )


def _employed(one: Threshold) -> str:
    if one.employed_to is not None:
        return _("%(least)d to %(most)d", least=one.employed_from, most=one.employed_to)
    return _("%(least)d or more", least=one.employed_from) if one.employed_from else _("any number")


def _period(one: Threshold) -> str:
    if one.days is not None:
        return ngettext("%(num)d day", "%(num)d days", one.days)
    return ngettext("%(num)d month", "%(num)d months", one.months or 0)


def _dismissed(one: Threshold) -> str:
    if one.percent is not None:
        return _("at least %(percent)d%% of the employed", percent=one.percent)
    return ngettext("at least %(num)d person", "at least %(num)d persons", one.people or 0)


def step_views(rules: Redundancies, regimes: Iterable[str] = ("collective", "monitored")) -> tuple[StepView, ...]:
    """Return the steps of some regimes with their terms and letters."""
    wanted = frozenset(regimes)
    letters = {one.step: Link(one.title, addresses.redundancy_letter(one.id)) for one in rules.letters}
    terms: dict[str, str] = {}
    for term in rules.terms:
        terms[term.step] = " ".join(filter(None, (terms.get(term.step), term.text)))
    return tuple(
        _step_view(one, terms.get(one.id, ""), letters.get(one.id)) for one in rules.steps if one.regime in wanted
    )


def _step_view(step: Step, term: str, letter: Link | None) -> StepView:
    return StepView(
        id=step.id,
        regime=step.regime,
        kind=regime_name(step.regime),
        title=step.title,
        to=step.to or "",
        description=step.description or "",
        contents=facts_of(step),
        note=step.note or "",
        basis=step.basis,
        confirmed=step.verified is not None,
        term=term,
        letter=letter,
    )


def facts_of(step: Step) -> tuple[LawSentence, ...]:
    """Return what a step must contain."""
    return tuple(
        LawSentence(text=one.text, basis=one.basis, confirmed=one.verified is not None) for one in step.contents
    )


def term_facts(rules: Redundancies) -> tuple[LawSentence, ...]:
    """Return every term, and how days are counted."""
    titles = {one.id: one.title for one in rules.steps}
    terms = [
        LawSentence(text=one.text, basis=one.basis, confirmed=one.verified is not None, name=titles.get(one.step, ""))
        for one in rules.terms
    ]
    counting = [
        LawSentence(text=one.text, basis=one.basis, confirmed=one.verified is not None, name=_("How days are counted"))
        for one in rules.working_days
    ]
    return (*terms, *counting)


def severance_rows(severance: Severance | None) -> tuple[SeveranceRow, ...]:
    """Return the steps of severance in words, from the shortest service on."""
    rows = []
    before, open_start = 0, True
    for one in severance.steps if severance else ():
        if one.years_under is not None and not before:
            service = ngettext("less than %(num)d year", "less than %(num)d years", one.years_under)
        elif one.years_under is not None or one.years_to is not None:
            most = one.years_under or one.years_to or 0
            service = ngettext("%(least)d to %(num)d year", "%(least)d to %(num)d years", most, least=before)
        elif open_start:
            service = ngettext("%(num)d year or more", "%(num)d years or more", before)
        else:
            service = ngettext("more than %(num)d year", "more than %(num)d years", before)
        before, open_start = one.years_under or one.years_to or before, one.years_to is None
        months = ngettext("%(num)d month’s pay", "%(num)d months’ pay", one.months)
        rows.append(SeveranceRow(service=service, months=months, basis=one.basis, confirmed=one.verified is not None))
    return tuple(rows)


def cap_fact(severance: Severance | None) -> LawSentence | None:
    """Return the greatest severance: in words, with the amount where the minimum wage is known."""
    if severance is None or not severance.cap:
        return None
    cap = severance.cap[0]
    text = _("At most %(times)d times the minimum wage of the day on which the employment ends.", times=cap.times)
    confirmed = cap.verified is not None
    if severance.minimum_wage:
        wage = severance.minimum_wage[0]
        amounts = [f"{number(one, 0)}{NBSP}{wage.currency}" for one in (wage.amount, cap.times * wage.amount)]
        text += " " + _("Minimum wage: %(wage)s, so at most %(amount)s (%(basis)s).", wage=amounts[0],
                        amount=amounts[1], basis=wage.basis)  # fmt: skip
        confirmed = confirmed and wage.verified is not None
    return LawSentence(text=text, basis=cap.basis, confirmed=confirmed)
