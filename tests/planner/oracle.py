"""The planner once more, straight from the act, with Python's calendar: what the engine is held against."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil
from typing import Any

Dates = dict[str, tuple[date | None, date | None]]
ORDER = ("consultation", "first_notice", "agreement", "second_notice", "notices", "end")


def regimes(answers: dict[str, Any]) -> list[str]:
    """Return which regimes apply for certain or to be safe, for complete and believable answers."""
    if not answers["employer_cause"]:
        return []
    people = answers["dismissed"] + (answers["agreements"] if answers["agreements"] >= 5 else 0)
    employed, days = answers["employed"], answers["days"]
    found = []
    if employed >= 20:
        threshold = 10 if employed < 100 else 30 if employed >= 300 else ceil(employed / 10)
        if people >= threshold and ceil(people / ceil(days / 30)) >= threshold:
            found.append("collective")
    if people >= 50 and (days <= 92 or ceil(people / ceil(days / 89)) >= 50):
        found.append("monitored")
    return found


def dates(answers: dict[str, Any]) -> Dates:
    """Return (earliest, latest) of each step of a collective redundancy that has a date; contradictory ones dropped."""
    talk, second, last = (answers.get(key) for key in ("consultation", "second_notice", "last_day"))
    twenty, month = timedelta(20), timedelta(31)
    unions = answers["unions"]
    if talk and second and second < talk:
        second = None
    cause = second or talk
    if last and cause and last < cause + month:
        last = None
    found: Dates = {}
    if talk:
        found |= {"consultation": (talk, None), "first_notice": (talk, None)}
        found["agreement"] = (talk, talk + twenty if unions else None)
    if second:
        found |= {"second_notice": (second, None), "notices": (second, None)}
        found["end"] = (second + month, last)
        return found
    if last:
        latest = last - month
        if talk and unions and talk + twenty > latest:
            found["end"] = (None, last)
            return found
        found |= {"second_notice": (None, latest), "notices": (latest, None), "end": (last, last)}
        if not talk:
            start = latest - twenty if unions else latest
            found |= {"consultation": (None, start), "first_notice": (None, start)}
            if unions:
                found["agreement"] = (None, latest)
    return found
