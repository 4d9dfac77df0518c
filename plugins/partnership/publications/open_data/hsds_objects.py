"""Objects of the Human Services Data Specification that several files of the export hold, and their ids."""

from __future__ import annotations

from hashlib import sha1
from typing import Any, Final
from uuid import NAMESPACE_URL

from partnership.language import _
from partnership.records.institution import OpeningHours

_DAYS: Final = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}

Object = dict[str, Any]


def name_based_uuid(name: str) -> str:
    """Return what ``str(uuid.uuid5(NAMESPACE_URL, name))`` does, in a quarter of its time: exports hold many."""
    made = sha1(NAMESPACE_URL.bytes + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(made[16], 16) & 3]
    return f"{made[:8]}-{made[8:12]}-5{made[13:16]}-{variant}{made[17:20]}-{made[20:32]}"


class Ids:
    """Ids of objects below one tagging entity."""

    def __init__(self, tagging_entity: str) -> None:
        self._start = f"tag:{tagging_entity}:hsds/"

    def of(self, *path: str) -> str:
        """Return the id of an object by the path that names it."""
        return name_based_uuid(self._start + "/".join(path))


def term_object(ids: Ids, taxonomy: str, code: str, name: str, description: str, language: str) -> Object:
    """Return a service or kind of institution as a term of its list."""
    return {
        "id": ids.of("term", taxonomy, code),
        "code": code,
        "name": name,
        "description": description,
        "taxonomy": taxonomy,
        "taxonomy_detail": taxonomy_object(ids, taxonomy),
        "language": language,
    }


def taxonomy_object(ids: Ids, name: str) -> Object:
    """Return a list that names come from: the same object wherever it is told of."""
    title = {"service": _("Services"), "type": _("Kinds of institutions")}[name]
    return {"id": ids.of("taxonomy", name), "name": title, "description": title}


def attribute_object(ids: Ids, entity: str, path: str, taxonomy: str, code: str) -> Object:
    """Return that an object is of a service or kind."""
    return {
        "id": ids.of("attribute", entity, path, code),
        "link_id": ids.of(entity, path),
        "link_entity": entity,
        "taxonomy_term_id": ids.of("term", taxonomy, code),
    }


def phone_objects(ids: Ids, one: str, phone: tuple[str, ...]) -> list[Object]:
    """Return telephone numbers as objects."""
    return [{"id": ids.of("phone", one, number), "number": number, "type": "voice"} for number in phone]


def schedule_object(ids: Ids, one: str, number: int, hours: OpeningHours) -> Object:
    """Return opening hours, the nth of an institution, as an object."""
    return {
        "id": ids.of("schedule", one, str(number)),
        "freq": "WEEKLY",
        "wkst": "MO",
        "byday": ",".join(_DAYS[day] for day in hours.days),
        "opens_at": hours.opens,
        "closes_at": hours.closes,
    }


def without_unknown(**values: Any) -> Object:
    """Return an object without what is not known."""
    return {key: value for key, value in values.items() if value is not None and value != []}
