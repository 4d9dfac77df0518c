"""Changes in words: „Office of the Valley: new phone number, new service: traineeships”."""

from __future__ import annotations

from collections.abc import Mapping

from partnership.kinds.registry import RECORD_KIND
from partnership.language import _, ngettext
from partnership.subscriptions.changes import ChangedKey, RecordChange

IN_TITLE = 4
"""Changes that a title names before it says „and other changes”."""

_ONE_THING = {
    "street": "address",
    "postal_code": "address",
    "city": "address",
    "short_name": "name",
    "county": "serves",
}
"""Keys that mean the same to a reader: of a new street, code and town one new address is told."""


def title_of(change: RecordChange, name: str, services: Mapping[str, str]) -> str:
    """Return the title of a change of one record; ``services`` gives services' names by id."""
    if change.action == "changed":
        told = list(dict.fromkeys(phrase(fact, services) for fact in change.facts))
        if len(told) > IN_TITLE:
            told = [*told[: IN_TITLE - 1], _("and other changes")]
        return f"{name}: {', '.join(told)}"
    words = RECORD_KIND[change.kind].changes
    return words.title(change.action, name) if words is not None else name


def phrase(fact: ChangedKey, services: Mapping[str, str]) -> str:
    """Return a few words that tell one fact."""
    key = _ONE_THING.get(fact.key, fact.key)
    if key == "services":
        return _services(fact, services)
    if key == "alert":
        return _("notice cancelled") if fact.how == "removed" else _("notice: %(text)s", text=" ".join(fact.new)[:120])
    if key in ("gives", "seeks") and fact.how == "added" and any(fact.new):
        names = ", ".join(one for one in fact.new if one)
        return _("gives: %(names)s", names=names) if key == "gives" else _("seeks: %(names)s", names=names)
    if fact.how == "removed":
        known = _removed().get(key)
        if known:
            return known
    return _changed().get(key, _("changed data"))


def _services(fact: ChangedKey, services: Mapping[str, str]) -> str:
    ids = fact.old if fact.how == "removed" else fact.new
    names = ", ".join(services.get(one, one) for one in ids)
    if fact.how == "added":
        return ngettext("new service: %(names)s", "new services: %(names)s", len(ids), names=names)
    if fact.how == "removed":
        return ngettext("service ended: %(names)s", "services ended: %(names)s", len(ids), names=names)
    return ngettext("changes in the service: %(names)s", "changes in services: %(names)s", len(ids), names=names)


def _changed() -> dict[str, str]:
    return {
        "name": _("new name"),
        "type": _("another type of institution"),
        "serves": _("another area"),
        "address": _("new address"),
        "phone": _("new phone number"),
        "email": _("new e-mail"),
        "website": _("new website address"),
        "opening_hours": _("new opening hours"),
        "audiences": _("another audience"),
        "languages": _("other languages spoken"),
        "description": _("new description"),
        "accessibility": _("new information on accessibility"),
        "joined": _("date of joining"),
        "council": _("seat in the Council"),
        "consultants": _("other consultants"),
        "gives": _("change in what it gives"),
        "seeks": _("change in what it seeks"),
        "question": _("new question"),
        "leader": _("new leader"),
        "members": _("other members"),
        "state": _("new state"),
        "first_meeting": _("date of the first meeting"),
        "results": _("results"),
        "summary": _("new summary"),
        "contact": _("new contact"),
        "figures": _("new figures"),
        "occupations": _("occupations: new forecast"),
        "schools": _("change in schools"),
        "sites": _("change in investment sites"),
        "employers": _("change in employers"),
        "transport": _("change in transport"),
        "valid_until": _("new date of validity"),
        "group": _("another group of services"),
        "synonyms": _("other names"),
        "provided_by": _("another provider"),
        "legal_basis": _("new legal basis"),
        "replaced_by": _("another successor"),
    }


def _removed() -> dict[str, str]:
    return {
        "phone": _("phone number removed"),
        "email": _("e-mail removed"),
        "website": _("website address removed"),
        "address": _("address removed"),
        "opening_hours": _("opening hours removed"),
        "description": _("description removed"),
    }


def label_of(key: str) -> str:
    """Return the name of a key before its values, e.g. „Telefon”."""
    labels = {
        "name": _("Name"),
        "short_name": _("Short name"),
        "street": _("Street"),
        "postal_code": _("Postal code"),
        "city": _("Town"),
        "phone": _("Phone"),
        "email": _("E-mail"),
        "website": _("Website"),
        "opening_hours": _("Opening hours"),
        "services": _("Services"),
        "audiences": _("For whom"),
        "languages": _("Languages spoken"),
        "description": _("Description"),
        "accessibility": _("Accessibility"),
        "alert": _("Notice"),
        "gives": _("Gives"),
        "seeks": _("Seeks"),
        "question": _("Question"),
        "summary": _("Summary"),
        "transport": _("Transport"),
        "sites": _("Investment sites"),
        "schools": _("Schools"),
        "employers": _("Employers"),
    }
    return labels.get(key, "")


def days_in_words(text: str) -> str:
    """Return opening hours kept as „mon,tue 07:30–15:30” with the days' Polish short names."""
    short = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    names = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), short, strict=True))
    days, _space, hours = text.partition(" ")
    return f"{', '.join(names.get(day, day) for day in days.split(','))} {hours}"
