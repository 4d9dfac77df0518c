"""What changed in a record between two versions of its file, as facts without words.

So that they can be kept and told in any language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal

import msgspec

from partnership.kinds.counties import FIGURES
from partnership.kinds.institutions import SERVICES
from partnership.kinds.record_kind import Action, called
from partnership.kinds.registry import data_kind
from partnership.records.fields import encode_hook
from partnership.records.figures import Figure
from partnership.records.institution import Institution
from partnership.subscriptions.record_versions import Older, figures_in, readable, records_in

How = Literal["added", "removed", "changed"]

_SILENT: Final = frozenset(
    (
        "id",
        "source",
        "owner",
        "verified",
        "verified_by",
        "review_after_months",
        "translations",
        "status",
        "latitude",
        "longitude",
    )
)
"""Keys whose change nobody needs to hear of."""

_TOLD_OF_NEW: Final = ("question", "street", "city", "phone", "email", "website", "services", "gives", "seeks")
"""Keys of a new record that its entry lists."""

_UNNAMED: Final = frozenset(("consultants",))
"""Keys with persons in them: that they changed is told, who came or left is not."""

MAX_TEXT: Final = 600


class ChangedKey(msgspec.Struct, frozen=True):
    """One thing that changed: the key, how, and the old and new value as text; of a list, what was added or removed."""

    key: str
    how: How
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


class FigureFact(msgspec.Struct, frozen=True):
    """Figures of one indicator in one unit: periods with new figures, and how many were added, changed and removed."""

    teryt: str
    indicator: str
    periods: tuple[str, ...]
    added: int = 0
    changed: int = 0
    removed: int = 0


class RecordChange(msgspec.Struct, frozen=True, kw_only=True):
    """What one commit did to one record (or, of figures, to the whole table).

    ``at`` is an ISO time in Warsaw.  ``name`` is the record's own name at that time.  ``counties`` are the codes that
    it serves or stands in, before and after ("*": all), ``services`` what it gives, ``type`` its type.
    """

    commit: str
    at: str
    kind: str
    id: str
    action: Action
    name: str = ""
    facts: tuple[ChangedKey, ...] = ()
    figures: tuple[FigureFact, ...] = ()
    counties: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    type: str = ""


Files = list[tuple[str, bytes | None, bytes | None]]
"""Paths below the data folder with the bytes before and after; None where there is no file."""


def changes_of(commit: str, at: str, files: Files, older: Older = lambda path: ()) -> list[RecordChange]:
    """Return the changes of one commit, sorted by kind and id.

    A version that could not be read is no evidence and tells nothing: the one that mends it is compared with the last
    that could be read, so that what is new is told when it first can be.
    """
    found: list[RecordChange] = []
    rows: tuple[dict[Any, Figure], dict[Any, Figure]] = ({}, {})
    for path, before, after in files:
        if FIGURES.name_in(path) is not None:
            new = figures_in(path, after)
            old = readable(figures_in, path, before, older) if new is not None else None
            if old is not None and new is not None:
                rows[0].update(old)
                rows[1].update(new)
            continue
        kind = data_kind(path)
        if kind is None or kind[0].changes is None:
            continue
        later = records_in(path, after)
        earlier = readable(records_in, path, before, older) if later is not None else None
        if earlier is None or later is None:
            continue
        for identifier in sorted(earlier.keys() | later.keys()):
            change = compare(kind[0].name, identifier, earlier.get(identifier), later.get(identifier))
            if change is not None:
                found.append(msgspec.structs.replace(change, commit=commit, at=at))
    figures = _figure_facts(*rows)
    if figures:
        counties = tuple(sorted({one.teryt for one in figures}))
        found.append(
            RecordChange(
                commit=commit,
                at=at,
                kind=FIGURES.name,
                id=FIGURES.name,
                action="changed",
                figures=figures,
                counties=counties,
            )
        )
    return sorted(found, key=lambda one: (one.kind, one.id))


def compare(kind: str, identifier: str, old: Any, new: Any) -> RecordChange | None:
    """Return what changed between two versions of a record; None when nothing did that anyone needs to hear of."""
    was, now = _is_active(old), _is_active(new)
    if not was and not now:
        return None
    facts: tuple[ChangedKey, ...] = ()
    if was and now:
        facts = tuple(_facts(old, new))
        if not facts:
            return None
    elif now:
        facts = tuple(_first_facts(new))
    action: Action = "changed" if was and now else "withdrawn" if was else "restored" if old is not None else "added"
    versions = [one for one in (old, new) if one is not None]
    last = new if new is not None else old
    return RecordChange(
        commit="", at="", kind=kind, id=identifier, action=action, name=called(last), facts=facts,
        counties=_counties(versions), services=_services(kind, identifier, versions), type=getattr(last, "type", ""),
    )  # fmt: skip


def _is_active(record: Any) -> bool:
    return record is not None and getattr(record, "status", "active") in ("active", "current")


def _counties(versions: list[Any]) -> tuple[str, ...]:
    found: set[str] = set()
    for one in versions:
        serves = getattr(one, "serves", None)
        if serves == "region":
            found.add("*")
        elif serves:
            found.update(serves)
        elif getattr(one, "county", None):
            found.add(one.county)
    return tuple(sorted(found))


def _services(kind: str, identifier: str, versions: list[Any]) -> tuple[str, ...]:
    if kind == SERVICES.name:
        return (identifier,)
    return tuple(sorted({each.id for one in versions if isinstance(one, Institution) for each in one.given()}))


def _facts(old: Any, new: Any) -> Iterable[ChangedKey]:
    for key in old.__struct_fields__:
        before, after = getattr(old, key), getattr(new, key)
        if key in _SILENT or before == after:
            continue
        if key == "services" and isinstance(old, Institution):
            yield from _service_facts(old, new)
        elif isinstance(before, tuple) and isinstance(after, tuple) and _plain(before) and _plain(after):
            gone = tuple(one for one in before if one not in after)
            come = tuple(one for one in after if one not in before)
            if gone or come:
                how: How = "added" if come and not gone else "removed" if gone and not come else "changed"
                yield ChangedKey(key, how, gone, come)
        else:
            nothing = (None, "", ())
            how = "added" if before in nothing else "removed" if after in nothing else "changed"
            named = key not in _UNNAMED
            yield ChangedKey(key, how, _texts(before) if named else (), _texts(after) if named else ())


def _first_facts(new: Any) -> Iterable[ChangedKey]:
    """Yield what a subscriber wants to know of a record that is new: how to reach it and what it gives."""
    for key in _TOLD_OF_NEW:
        value = getattr(new, key, None)
        if not value:
            continue
        if key == "services" and isinstance(new, Institution):
            yield ChangedKey(key, "added", (), tuple(one.id for one in new.given()))
        else:
            yield ChangedKey(key, "added", (), _texts(value))


def _service_facts(old: Institution, new: Institution) -> Iterable[ChangedKey]:
    before = {one.id: one for one in old.given()}
    after = {one.id: one for one in new.given()}
    come = tuple(one for one in after if one not in before)
    gone = tuple(one for one in before if one not in after)
    other = tuple(one for one in after if one in before and before[one] != after[one])
    if come:
        yield ChangedKey("services", "added", (), come)
    if gone:
        yield ChangedKey("services", "removed", gone, ())
    if other:
        yield ChangedKey("services", "changed", (), other)


def _plain(values: tuple[Any, ...]) -> bool:
    return all(isinstance(one, str) for one in values)


def _texts(value: Any) -> tuple[str, ...]:
    """Return a value as short texts; what has parts is told by how many parts it has, in words made later."""
    if value is None or value == ():
        return ()
    if isinstance(value, str | int | float):
        return (str(value)[:MAX_TEXT],)
    if isinstance(value, tuple):
        return tuple(_label(one) for one in value)[:20]
    plain = msgspec.to_builtins(value, enc_hook=encode_hook)
    return (str(plain),) if isinstance(plain, str) else (_label(value),)


def _label(value: Any) -> str:
    """Return the name of a part of a record."""
    if isinstance(value, str):
        return value[:MAX_TEXT]
    for key in ("name", "what", "role"):
        if isinstance(getattr(value, key, None), str):
            return str(getattr(value, key))
    days = getattr(value, "days", None)
    if days:
        return f"{','.join(days)} {value.opens}–{value.closes}"
    return ""


def _figure_facts(old: dict[Any, Figure], new: dict[Any, Figure]) -> tuple[FigureFact, ...]:
    told: dict[tuple[str, str], dict[str, Any]] = {}
    for key in old.keys() | new.keys():
        before, after = old.get(key), new.get(key)
        if before is not None and after is not None and (before.value, before.missing) == (after.value, after.missing):
            continue
        one = told.setdefault((key[0], key[1]), {"added": 0, "changed": 0, "removed": 0, "periods": set()})
        one["added" if before is None else "removed" if after is None else "changed"] += 1
        one["periods"].add(key[3])
    return tuple(
        FigureFact(teryt, indicator, tuple(sorted(one["periods"]))[-12:], one["added"], one["changed"], one["removed"])
        for (teryt, indicator), one in sorted(told.items())
    )
