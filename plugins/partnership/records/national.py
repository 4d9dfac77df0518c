"""Forms of codes, phones and postal codes, which follow the site's country: strict in Poland, plain text elsewhere.

A record's type asks for the plain form, which holds everywhere; the strict one is asked for where the site is Polish.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

import msgspec
from msgspec import inspect

from partnership.country import POLAND, site_country
from partnership.records import fields


def _pattern(kind: Any) -> str:
    return str(kind.__metadata__[0].pattern)


_POLISH: Final = MappingProxyType(
    {
        _pattern(fields.CountyCode): _pattern(fields.PolishCountyCode),
        _pattern(fields.Teryt): _pattern(fields.PolishTeryt),
        _pattern(fields.Phone): _pattern(fields.PolishPhone),
        _pattern(fields.PostalCode): _pattern(fields.PolishPostalCode),
    }
)


def is_county_code(text: str) -> bool:
    """Tell whether a text has the form of a code of a county in the site's country."""
    kind = fields.PolishCountyCode if site_country() == POLAND else fields.CountyCode
    return re.search(_pattern(kind), text) is not None


Forms = dict[str, Any] | list[Any] | re.Pattern[str]
"""Where a record has texts with a national form: by field, for each item of a list, or the pattern itself."""


def national(kind: inspect.StrType) -> inspect.StrType:
    """Return the type of a text as the site's country wants it."""
    strict = _POLISH.get(kind.pattern or "") if site_country() == POLAND else None
    return kind if strict is None else msgspec.structs.replace(kind, pattern=strict)


def has_national_forms(data: Any, kind: type) -> bool:
    """Tell whether every text of a record that the country wants in a form of its own has that form."""
    if site_country() != POLAND:
        return True
    forms = _forms_of(kind)
    return forms is None or _fits(data, forms)


@lru_cache(maxsize=64)
def _forms_of(kind: type) -> Forms | None:
    return _forms(inspect.type_info(kind))


def _forms(kind: inspect.Type) -> Forms | None:
    if isinstance(kind, inspect.Metadata):
        return _forms(kind.type)
    if isinstance(kind, inspect.UnionType):
        return next((found for one in kind.types if (found := _forms(one)) is not None), None)
    if isinstance(kind, inspect.VarTupleType | inspect.ListType):
        found = _forms(kind.item_type)
        return None if found is None else [found]
    if isinstance(kind, inspect.StructType):
        named = {field.encode_name: found for field in kind.fields if (found := _forms(field.type)) is not None}
        return named or None
    strict = _POLISH.get(kind.pattern or "") if isinstance(kind, inspect.StrType) else None
    return re.compile(strict) if strict is not None else None


def _fits(value: Any, forms: Forms) -> bool:
    if isinstance(forms, dict):
        return not isinstance(value, dict) or all(
            name not in value or _fits(value[name], forms[name]) for name in forms
        )
    if isinstance(forms, list):
        return not isinstance(value, list) or all(_fits(one, forms[0]) for one in value)
    return not isinstance(value, str) or forms.search(value) is not None
