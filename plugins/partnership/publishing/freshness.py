"""The ledger of freshness: which facts are due for confirmation, when, and who answers for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final, Literal

import msgspec

from partnership.catalogue.checks.accessibility import review_due
from partnership.catalogue.checks.redundancies import rules_of
from partnership.catalogue.originals import documents_of
from partnership.catalogue.review import due_day
from partnership.catalogue.translations import lagging_documents, translated_texts
from partnership.kinds.kind import Freshness, Kind
from partnership.kinds.record_kind import RecordKind, called
from partnership.kinds.registry import KINDS, RECORD_KIND, RECORDS_BY_FILE, by_name
from partnership.language import _, current_language, ngettext
from partnership.locales.collation import sort_key
from partnership.records.content import Document
from partnership.records.library import Library, all_records
from partnership.records.redundancies import Redundancies
from partnership.sources.csv_cells import csv_text, harmless

State = Literal["overdue", "expired", "held", "unconfirmed", "soon", "stale"]
AHEAD: Final = 90
"""Days ahead for which the ledger looks by default."""


class Due(msgspec.Struct, frozen=True):
    """One record or text that somebody has to look at.

    ``day`` is when it was or will be due, None for what was never confirmed; ``path`` is the file, relative to the
    content or data folder, which ``root`` names.
    """

    owner: str
    state: State
    day: date | None
    name: str
    root: Literal["content", "data"]
    path: str
    verified: date | None = None


def ledger(
    library: Library,
    build_date: date,
    ahead: int = AHEAD,
    kinds: tuple[Kind, ...] = KINDS,
    languages: tuple[str, ...] = (),
) -> list[Due]:
    """Return everything that is due until ``ahead`` days after the build date; ``kinds`` are those of the content.

    ``languages`` are those besides the first in which records have to be translated.

    Sorted by owner (nobody last), then by day, what was never confirmed after what has one.
    """
    last = build_date + timedelta(days=ahead)
    everything = (*_everything(library, build_date, kinds), *_translations(library, languages))
    found = [one for one in everything if one.day is None or one.day <= last]
    return sorted(
        found, key=lambda one: (not one.owner, sort_key(one.owner), one.day or date.max, sort_key(one.name), one.path)
    )


def _everything(library: Library, build_date: date, kinds: tuple[Kind, ...]) -> Iterator[Due]:
    for kind in RECORDS_BY_FILE:
        for record in all_records(library.files_of(kind.name)):
            if record.status == "active":
                yield from _record(library, record, kind, build_date)
    for document in documents_of(library):
        yield from _document(document, by_name(kinds)[document.kind].freshness, build_date)
    for rules in all_records(library.redundancies):
        yield from _rules(rules, build_date)
    for facts in all_records(library.accessibility):
        day_due = review_due(facts)
        if day_due is not None:
            name = _("Declaration of accessibility")
            yield Due(facts.owner or "", _state(day_due, build_date), day_due, name, "data", "accessibility.yaml",
                      facts.reviewed)  # fmt: skip


def _translations(library: Library, languages: tuple[str, ...]) -> Iterator[Due]:
    """Give the translations that lag behind: each document, and each record once for a language."""
    for lagging in lagging_documents(library):
        front = lagging.document.front
        yield Due(front.owner or "", "stale", lagging.changed, front.title, "content", lagging.document.path)
    late: dict[tuple[str, str, str], Due] = {}
    for one in translated_texts(library, languages):
        if one.state == "lags":
            key = one.key[1] if one.key else ""
            known_as = called(one.record) or one.path
            name = f"{known_as} ({one.lang})"
            owner = getattr(one.record, "owner", None) or ""
            late.setdefault((one.path, key, one.lang), Due(owner, "stale", None, name, "data", one.path))
    yield from late.values()


def _document(document: Document[Any], freshness: Freshness, build_date: date) -> Iterator[Due]:
    front, path = document.front, document.path
    owner, months = front.owner or "", front.review_after_months or freshness.review_after_months
    if front.verified is not None and months is not None:
        day = due_day(front.verified, months)
        yield Due(owner, _state(day, build_date), day, front.title, "content", path, front.verified)
    elif freshness.review_after_months is not None and front.state == "published":
        yield Due(owner, "unconfirmed", None, front.title, "content", path)
    # What the day makes of a translation's facts is told where these stand.
    due = freshness.due(front, build_date) if front.translation is None else None
    if due is not None:
        yield Due(owner, due[0], due[1], front.title, "content", path)


def _record(library: Library, record: Any, kind: RecordKind, build_date: date) -> Iterator[Due]:
    owner, name = record.owner or "", _name(library, record, kind)
    until = getattr(record, "valid_until", None)
    if until is not None:
        state: State = "expired" if until < build_date else "soon"
        yield Due(owner, state, until, name, "data", record.source, record.verified)
    if record.verified is None:
        yield Due(owner, "unconfirmed", None, name, "data", record.source)
    elif record.review_after_months is not None:
        day = due_day(record.verified, record.review_after_months)
        yield Due(owner, _state(day, build_date), day, name, "data", record.source, record.verified)


def _rules(rules: Redundancies, build_date: date) -> Iterator[Due]:
    """Give what is due of the rules of redundancies: the rule confirmed longest ago, and the next that ends."""
    owner, path, name = rules.owner or "", "rules/redundancies.yaml", _("Rules of redundancies")
    every = [rule for _place, rule in rules_of(rules)]
    confirmed = [one.verified for one in every if one.verified is not None]
    if confirmed and rules.review_after_months is not None:
        day = due_day(min(confirmed), rules.review_after_months)
        yield Due(owner, _state(day, build_date), day, name, "data", path, min(confirmed))
    if len(confirmed) < len(every):
        doubtful = ngettext("%(num)d rule", "%(num)d rules", len(every) - len(confirmed))
        yield Due(owner, "unconfirmed", None, f"{name} ({doubtful})", "data", path)


def _name(library: Library, record: Any, kind: RecordKind) -> str:
    if kind.stands_for is None:
        return kind.label(called(record))
    key, other = kind.stands_for
    names = {getattr(one, RECORD_KIND[other].key): called(one) for one in all_records(library.files_of(other))}
    return kind.label(names.get(getattr(record, key), record.id))


def _state(day: date, build_date: date) -> State:
    return "overdue" if day < build_date else "soon"


def said(state: State) -> str:
    """Return a state in words."""
    return {
        "overdue": _("overdue"),
        "expired": _("expired"),
        "held": _("the day has passed: say how it went"),
        "unconfirmed": _("never confirmed"),
        "soon": _("due soon"),
        "stale": _("the translation lags behind its original"),
    }[state]


def as_table(rows: Iterable[Due]) -> str:
    """Return the ledger for people: a heading for each owner, a line for each record."""
    lines: list[str] = []
    owner: str | None = None
    count = 0
    for row in rows:
        if row.owner != owner:
            owner = row.owner
            lines += ["", owner or _("Nobody answers for these")]
        day = row.day.isoformat() if row.day else "-"
        lines.append(f"  {day:<10}  {said(row.state)}: {row.name}  ({row.root}/{row.path})")
        count += 1
    if not count:
        return _("Nothing is due.") + "\n"
    lines += ["", ngettext("%(num)d matter to look at", "%(num)d matters to look at", count)]
    return "\n".join(lines[1:]) + "\n"


def as_csv(rows: Iterable[Due]) -> str:
    """Return the ledger for a spreadsheet: owner, due, state, name, path, verified."""
    lines: list[tuple[object, ...]] = [("owner", "due", "state", "name", "path", "verified")]
    lines += [(one.owner, one.day, one.state, one.name, f"{one.root}/{one.path}", one.verified) for one in rows]
    return csv_text([harmless(cell) for cell in line] for line in lines)


def as_calendar(rows: Iterable[Due], build_date: date, authority: str) -> bytes:
    """Return the ledger as a calendar: a day for each record, what was never confirmed on the build date."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//partnership//freshness//{current_language().upper()}")
    calendar.add("version", "2.0")
    for row in rows:
        event = Event()
        event.add("uid", f"{row.state}-{row.path}@{authority}")
        event.add("dtstamp", date_time(build_date))
        event.add("dtstart", row.day or build_date)
        event.add("transp", "TRANSPARENT")
        event.add("summary", f"{row.name}: {said(row.state)}")
        event.add("description", f"{row.root}/{row.path}" + (f"\n{row.owner}" if row.owner else ""))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def date_time(day: date) -> Any:
    """Return midnight of a day in UTC: the calendar's stamp, the same for every call of that day."""
    from datetime import UTC, datetime

    return datetime(day.year, day.month, day.day, tzinfo=UTC)
