"""What the planner of redundancies says: its scripts have no sentence of their own, all come with the rules."""

from __future__ import annotations

from collections.abc import Callable


def sentences(_: Callable[[str], str]) -> dict[str, str]:
    """Return the planner's sentences by name, translated by the gettext function ``_``.

    The browser fills in ``{…}`` marks.
    """
    return {**_about_answers(_), **_about_regimes(_), **_about_days(_), **_about_money(_), **_on_the_page(_)}


def _about_answers(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "number-missing": _("Fill in a number. Without it we cannot tell which rules concern you."),
        "number-wrong": _("Write a whole number in digits, from {least} to {most}."),
        "date-wrong": _("There is no such day in the calendar. Choose a date, for example 2026-12-01."),
        "choice-wrong": _("Choose yes or no."),
        "cause-missing": _("Say whether the cause lies with the firm. The thresholds count only such dismissals."),
        "unions-missing": _(
            "Say whether trade unions are active in the firm: the term for an agreement depends on it."
        ),
        "county-unknown": _("There is no such county here. Choose one from the list."),
        "more-than-employed": _(
            "You dismiss more people ({dismissed}) than you employ ({employed}). Correct one number."
        ),
        "together-more": _(
            "Notices and agreements together are {sum} people, but you employ {employed}. Correct a number."
        ),
    }


def _about_regimes(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "other-cause": _(
            "The thresholds count only dismissals for causes that lie with the firm, so they do not apply."
        ),
        "unknown-cause": _("We cannot tell yet: say whether the cause lies with the firm."),
        "unknown-numbers": _("We cannot tell yet: a number is missing."),
        "small-collective": _(
            "The rules of collective redundancies do not bind an employer of that size ({employed})."
        ),
        "small-monitored": _("The rules of monitored redundancies do not bind an employer of that size ({employed})."),
        "yes-collective": _("This is a collective redundancy. People who leave: {people}; threshold for you: {need}."),
        "yes-monitored": _("This is a monitored redundancy. People who leave: {people}; threshold: {need}."),
        "no-collective": _(
            "This is not a collective redundancy. People who leave: {people}; threshold for you: {need}."
        ),
        "no-monitored": _("This is not a monitored redundancy. People who leave: {people}; threshold: {need}."),
        "maybe-collective": _(
            "It depends on how the dismissals spread over {days} days. If the number of people who leave within "
            "some {span} days in a row reaches {need}, it is a collective redundancy."
        ),
        "maybe-monitored": _(
            "It depends on how the dismissals spread over {days} days. If the number of people who leave within "
            "some {span} months in a row reaches {need}, it is a monitored redundancy."
        ),
        "about-collective": _("{days} days may be longer than the rule’s months. Count them in the calendar."),
        "about-monitored": _(
            "{span} months have {short} to {long} days. Whether {days} days fit into them depends on the dates: "
            "count them in the calendar. To be safe, the plan counts it as a monitored redundancy."
        ),
        "agreements-monitored": _(
            "The threshold of monitored redundancies is reached only together with agreements. "
            "The rule does not say how to count these; ask the labour office."
        ),
        "other-time": _("We do not have the rules of that time. The plan follows those that hold now."),
    }


def _about_days(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "date": _("{day} {month} {year}"),
        "second-before-consultation": _(
            "The second notice comes after consultation, which begins on {day}. Choose a later day."
        ),
        "end-too-early": _("After the second notice {passed} days must pass. The earliest last day is {day}."),
        "end-before-consultation": _(
            "Between consultation and the last day come the second notice and {passed} days. "
            "The earliest last day is {day}."
        ),
        "end-tight": _(
            "This works only if you come to an agreement early: the second notice must be given by {day}. "
            "If the agreement takes the whole term, the earliest last day is {full}."
        ),
        "notices-backwards": _(
            "Counted from the latest day of the second notice. If you give it earlier, this comes earlier."
        ),
        "if-full-term": _(
            "If the agreement takes the whole term, the second notice comes on {day} at the earliest, "
            "the last day on {end}."
        ),
        "without-unions": _("Without trade unions the act names no number of days here."),
        "unions-unknown": _("With trade unions there is a term for the agreement: fill it in in the form."),
        "leave-time": _("Leave time for consultation: the act does not say how long it takes."),
        "leave-time-unions": _(
            "Leave time for consultation: how much depends on whether trade unions are active in the firm."
        ),
        "next-working-day": _(
            "{day} is a day off ({off}). By the rule for terms towards an authority "
            "the next working day would be {next}."
        ),
        "day-off": _("{day} is a day off ({off}): do it before that day."),
    }


def _about_money(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "years-missing": _("Say how long the person has worked for you."),
        "years-wrong": _("Write years in digits, from 0 to 80, for example 7 or 7,5."),
        "pay-wrong": _("Write an amount in digits, for example 5200 or 5200,50."),
        "cap-needs-day": _("The greatest severance depends on the last day. Fill it in above."),
        "cap-unknown": _("We do not know the minimum wage of that time yet, so we cannot tell the greatest severance."),
    }


def _on_the_page(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "earliest": _("at the earliest {day}"),
        "latest": _("at the latest {day}"),
        "chosen": _("{day} (your date)"),
        "between": _("from {from} to {to}"),
        "no-date": _("no date yet"),
        "weekday": _("{day} ({weekday})"),
        "weekday-off": _("{day} ({weekday}, {off})"),
        "basis": _("Basis: {basis}."),
        "none": _("No rule concerns you by these answers. The labour office helps all the same."),
        "severance-months": _("Months’ pay: {months}."),
        "severance-amount": _("Severance: {amount}."),
        "severance-cap": _("Greatest severance by law: {amount}."),
        "event": _("{title}: {when}"),
        "not-advice": _("This is not legal advice."),
        "file-name": _("redundancy-plan"),
        "unconfirmed": _("likely, not confirmed"),
        "copied": _("The address is copied. It holds your answers; send it only to whom you wish."),
        "failed": _("The rules could not be loaded. The checklist below holds all the same."),
    }
