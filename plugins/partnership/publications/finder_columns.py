"""Institutions in the finder's index: columns, text by text a line each, joined of what runs of institutions give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec

from partnership.chunks import Row, Rows, rows_of
from partnership.finder.folding import words
from partnership.finder.speech import Speech, speech
from partnership.finder.terms import telling_stems
from partnership.locales.collation import sort_key
from partnership.records.institution import Institution, ServiceGiven, given_by

AUDIENCES = ("employer", "investor", "employee-at-risk", "jobseeker")
TOWN = "~"
"""Stands at the end of a name for the institution's town; twice for itself."""
_DIGITS = "0123456789abcdefghijklmnopqrstuv"


FIELDS: Final = (
    "id", "name", "short_name", "type", "county", "serves", "street", "postal_code", "city", "latitude", "longitude",
    "phone", "email", "website", "services", "audiences", "description", "alert", "translations",
)  # fmt: skip
"""Fields of an institution that the index shows or takes words from."""


class IndexIds(msgspec.Struct, frozen=True, kw_only=True):
    """Ids in the order of the index, by which institutions name services, counties and types; the site's languages."""

    services: tuple[str, ...]
    counties: tuple[str, ...]
    types: tuple[str, ...]
    languages: tuple[str, ...]


def index_rows(institutions: Iterable[Institution]) -> Rows:
    """Return what the index needs of institutions, without withdrawn ones, in collation of their names."""
    active = [one for one in institutions if one.status == "active"]
    active.sort(key=lambda one: (sort_key(one.name), one.id))
    return rows_of(tuple(active), FIELDS)


COLUMNS: Final = (
    "id", "name", "short", "type", "county", "serves", "street", "postal", "city", "latitude", "longitude", "phone",
    "mail", "web", "services", "audiences", "words",
)  # fmt: skip
"""Columns of institutions in the order of the index."""


def columns(parts: Sequence[list[Any]]) -> dict[str, Any]:
    """Institutions column by column: texts of a column as one text, a line each; numbers as a list.

    Like values side by side compress best.
    """
    joined: dict[str, Any] = {}
    for name, pieces in zip(COLUMNS, zip(*parts, strict=True) if parts else ((),) * len(COLUMNS), strict=True):
        texts = bool(pieces) and isinstance(pieces[0], str)
        joined[name] = "\n".join(pieces) if texts else [number for piece in pieces for number in piece]
    return joined


def institution_columns(places: IndexIds, rows: Sequence[Row]) -> list[Any]:
    """The columns of some institutions, in the order of :data:`COLUMNS`."""
    service_at = {one: number for number, one in enumerate(places.services)}
    county_at = {one: number for number, one in enumerate(places.counties)}
    type_at = {one: number for number, one in enumerate(places.types)}
    spoken = speech(places.languages)
    lines = [_institution(spoken, service_at, county_at, type_at, *row) for row in rows]
    return [_joined(list(column)) for column in zip(*lines, strict=True)]


def _institution(
    spoken: Speech,
    service_at: dict[str, int],
    county_at: dict[str, int],
    type_at: dict[str, int],
    one: str,
    name: str,
    short_name: str | None,
    kind: str,
    county: str,
    serves: str | tuple[str, ...] | None,
    street: str | None,
    postal_code: str | None,
    city: str | None,
    latitude: float | None,
    longitude: float | None,
    phone: tuple[str, ...],
    email: tuple[str, ...],
    website: str | None,
    services: tuple[str | ServiceGiven, ...],
    audiences: tuple[str, ...],
    description: str | None,
    alert: str | None,
    translations: dict[str, dict[str, Any]],
) -> tuple[str | int, ...]:
    """What an institution gives to each column."""
    given = given_by(services)
    known = {spoken.stem(word) for word in words(f"{name} {short_name or ''} {city or ''}")}
    notes = [text for each in given for text in (each.note, each.how_to_apply)]
    elsewhere = [*in_other_languages(translations, "name"), *in_other_languages(translations, "description")]
    host = _host(website)
    return (
        one,
        _without_town(name, city),
        _without_town(short_name or "", city),
        type_at.get(kind, -1),
        county_at.get(county, -1),
        _served(serves, county, county_at),
        street or "",
        postal_code or "",
        city or "",
        hundredths(latitude),
        hundredths(longitude),
        " ".join(_plain_phone(number) for number in phone),
        " ".join(_mail(each, host) for each in email),
        host,
        _bits((service_at[each.id] for each in given if each.id in service_at), len(service_at)),
        _audiences(audiences),
        " ".join(telling_stems(spoken, [description, *elsewhere, *notes, alert], known)),
    )


def _served(serves: str | tuple[str, ...] | None, county: str, county_at: dict[str, int]) -> str:
    """The counties served by their numbers; nothing for its own alone."""
    if serves == "region":
        return "*"
    codes = [code for code in serves or () if code in county_at]
    return "" if codes == [county] or not codes else " ".join(str(county_at[code]) for code in codes)


def _joined(values: list[Any]) -> Any:
    """A column of texts as one text, a line each; a column of numbers as it is."""
    if isinstance(values[0], str):
        return "\n".join(" ".join(one.split("\n")) for one in values)
    return values


def _without_town(text: str, city: str | None) -> str:
    """A name with a mark for the town that it ends with, which stands in a column of its own."""
    if text.endswith(TOWN):
        return text + TOWN
    return text[: -len(city)] + TOWN if city and text.endswith(city) else text


def _plain_phone(number: str) -> str:
    """Digits of a telephone number without the country's code."""
    digits = "".join(char for char in number if char.isdigit())
    return digits[2:] if len(digits) == 11 and digits.startswith("48") else digits


def _mail(address: str, host: str) -> str:
    """An e-mail address; the part after @ is left out where it is the website's own."""
    user, _at, domain = address.partition("@")
    return f"{user}@" if domain and domain == host else address


def _host(website: str | None) -> str:
    """The address of a website without its scheme, „www.” and a last slash."""
    address = (website or "").split("://")[-1].rstrip("/")
    return address.removeprefix("www.")


def _audiences(names: Iterable[str]) -> str:
    """Audiences as one digit each."""
    return "".join(str(AUDIENCES.index(name)) for name in names)


def texts_of(value: Any) -> list[str]:
    """A text or a list of texts as a list of texts."""
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list | tuple) else []


def in_other_languages(translations: dict[str, dict[str, Any]], key: str) -> list[str]:
    """The texts of a record under `key` in all languages that it is translated into."""
    return [text for texts in translations.values() for text in texts_of(texts.get(key))]


def hundredths(degrees: float | None) -> int:
    """Degrees in whole hundredths (about 1 km, enough for a distance); 0 when unknown, which is no place here."""
    return 0 if degrees is None else round(degrees * 100)


def _bits(numbers: Iterable[int], size: int) -> str:
    """A set of numbers below `size` as digits of base 32, five numbers a digit."""
    chosen = set(numbers)
    return "".join(
        _DIGITS[sum(1 << bit for bit in range(5) if start + bit in chosen)] for start in range(0, size, 5)
    ).rstrip("0")
