"""What a field's ids name: the kind of records from which the form lets the editor choose."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

COUNTIES: Final = "counties"

_SAME_NAME: Final = MappingProxyType(
    {
        "institution": "institutions",
        "institutions": "institutions",
        "leader": "institutions",
        "members": "institutions",
        "office": "institutions",
        "services": "services",
        "types": "institution-types",
        "group": "working-groups",
        "source": "sources",
        "indicator": "indicators",
    }
)
"""Fields that name the same kind of record wherever they stand."""

_BY_TYPE: Final = MappingProxyType(
    {
        ("Institution", "type"): "institution-types",
        ("Offer", "contact"): "institutions",
        ("ServiceGiven", "id"): "services",
        ("Letter", "step"): "",
    }
)
"""Fields whose names say something else in other records."""

_OWN_CODE: Final = frozenset((("County", "teryt"),))
"""Codes that a record gives itself: they name no other."""


def referred(owner: str, field: str, kind: str, *, is_id: bool, is_code: bool) -> str:
    """Return the kind of records that a field's values name, or an empty text.

    ``owner`` is the name of the record's type, ``kind`` that of its file's kind; ``is_id`` and ``is_code`` say whether
    the values have the form of an id or of a county's code.
    """
    if is_code:
        return "" if (owner, field) in _OWN_CODE else COUNTIES
    if not is_id:
        return ""
    if field == "replaced_by":
        return kind
    return _BY_TYPE.get((owner, field), _SAME_NAME.get(field, ""))
