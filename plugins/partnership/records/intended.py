"""What a value was meant to be that is not of the form of its field: the same without what came along by accident."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from partnership.locales.blanks import SPACES
from partnership.locales.codes import meant_country, meant_language
from partnership.locales.slugs import slug
from partnership.patterns import pattern
from partnership.records import fields
from partnership.records.polish_values import meant_day

_AROUND: Final = (
    " \t\n.,;:!<>()[]{}'\"„”“«»‚‘’\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_INSIDE: Final = pattern("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-") | dict.fromkeys(map(ord, SPACES), " ")
_HOST: Final = pattern(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?\Z")
_AT: Final = pattern(r"(?i)\s*(?:[(\[{]\s*(?:at|małpa)\s*[)\]}]|\s+(?:at|małpa)\s+|\s+@\s*)\s*")


def pattern_of(kind: Any) -> str:
    """Return the pattern of a text of the records, as ``fields.Phone``."""
    return str(kind.__metadata__[0].pattern)


def intended(pattern: str, value: str) -> str | None:
    """Return what a text was meant to be whose field wants ``pattern``; None where nobody can tell for sure."""
    guess = _GUESSES.get(pattern)
    if guess is None:
        return None
    plain = _INSIDE.sub("", value).translate(_DASHES).strip(_AROUND)
    for near in guess(plain):
        if near != value and re.search(pattern, near):
            return near
    return None


def parts_of_list(value: str) -> list[str]:
    """Return the items of a list that was written as one text, parted by commas or semicolons; one where it is none.

    Sentences have commas, too: only short pieces without a full stop are items.
    """
    parts = [part.strip() for part in re.split(r"[;,]" if ";" not in value else ";", value)]
    short = all(part and len(part) <= 60 and not re.search(r"[.!?]\s", part) for part in parts)
    return parts if len(parts) > 1 and short else [value.strip()]


def _email(text: str) -> Iterator[str]:
    while (plain := re.sub(r"(?i)\Amailto:\s*(?://)?", "", text)) != text:
        text = plain
    found = re.search(r"<([^<>]+@[^<>]+)>?\Z", text)
    text = found.group(1) if found else text.partition("?")[0]
    yield text
    yield _AT.sub("@", text)
    yield re.sub(r"\s*\.\s*", ".", _AT.sub("@", text))
    yield re.sub(r"@+", "@", text)


def _url(text: str) -> Iterator[str]:
    text = re.sub(r"\s+", "", text)
    scheme = "http" if re.match(r"(?i)http[:;]?/", text) and not re.match(r"(?i)https", text) else "https"
    bare = text
    while (plain := re.sub(r"(?i)\A(?:https?|htpps?|htt?ps?|hhtps?)(?:[:;]/*|/+)", "", bare)) != bare:
        bare = plain
    bare = bare.lstrip("/:;").rstrip(".,;:!'\")]>")
    if _HOST.match(bare):
        yield f"{scheme}://{bare}"


def _phone(text: str) -> Iterator[str]:
    plain = re.sub(r"(?i)\A(?:tel|telefon|phone|tel/fax|fax|kom)\b[.:]*\s*", "", text.removeprefix("tel:"))
    # Parentheses around the code of the area: one of them was taken off as punctuation around the number.
    plain = re.sub(r"[.\u2022·()]", " ", plain)
    yield re.sub(r"\s+", " ", plain).strip()
    yield re.sub(r"\s+", " ", re.sub(r"[^0-9+() -]", " ", plain)).strip()


def _postal_code(text: str) -> Iterator[str]:
    digits = re.sub(r"\D", "", text)
    if len(digits) == 5 and re.fullmatch(r"[\d\s-]+", text):
        yield f"{digits[:2]}-{digits[2:]}"


def _clock(text: str) -> Iterator[str]:
    if re.fullmatch(r"\d{1,2}\.[0-5]", text):  # 7.30 was written, and the number has lost its zero
        text += "0"
    found = re.fullmatch(r"(\d{1,2})(?:\s*[:.,h]\s*(\d{2})?)?(?:\s*(?:h|godz\.?))?", text)
    if found:
        yield f"{int(found.group(1)):02d}:{found.group(2) or '00'}"


def _period(text: str) -> Iterator[str]:
    plain = re.sub(r"\s*r\.?\Z", "", text)
    yield plain
    if found := re.fullmatch(r"(\d{1,2})[./-](\d{4})", plain):
        yield f"{found.group(2)}-{int(found.group(1)):02d}"
    if found := re.fullmatch(r"(\d{4})[./-](\d{1,2})", plain):
        yield f"{found.group(1)}-{int(found.group(2)):02d}"
    if (day := meant_day(text)) is not None:
        yield day


def _code(text: str) -> Iterator[str]:
    yield re.sub(r"\s+", "", text)


def _name(text: str) -> Iterator[str]:
    yield slug(text)


def _language(text: str) -> Iterator[str]:
    if near := meant_language(text):
        yield near
    yield text.lower()


def _country(text: str) -> Iterator[str]:
    if near := meant_country(text):
        yield near


_GUESSES: Final[dict[str, Callable[[str], Iterator[str]]]] = {
    pattern_of(fields.Email): _email,
    pattern_of(fields.Url): _url,
    pattern_of(fields.PolishPhone): _phone,
    pattern_of(fields.PolishPostalCode): _postal_code,
    pattern_of(fields.ClockTime): _clock,
    pattern_of(fields.Period): _period,
    pattern_of(fields.PolishCountyCode): _code,
    pattern_of(fields.PolishTeryt): _code,
    pattern_of(fields.Id): _name,
    pattern_of(fields.Slug): _name,
    pattern_of(fields.Language): _language,
    pattern_of(fields.Country): _country,
}
