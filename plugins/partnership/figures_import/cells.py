"""Single cells: numbers as Poland writes them, marks for what is missing, codes and names of units."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from partnership.polish.folding import fold
from partnership.records.figures import COUNTRY, Missing
from partnership.records.taxonomy import County

_SPACES: Final = re.compile("[ \u00a0\u2007\u202f\u2009']")
_NUMBER: Final = re.compile(r"[-+]?\d+(?:\.\d+)?\Z")
_MARKS: Final[dict[str, Missing]] = {
    "": "no-data",
    ".": "no-data",
    ":": "no-data",
    "-": "no-data",
    "–": "no-data",
    "bd": "no-data",
    "b.d.": "no-data",
    "x": "not-applicable",
    "#": "confidential",
}
"""Marks of Statistics Poland; none of them is a zero here."""


def number(text: str) -> float | Missing | None:
    """Return the number that a cell holds, the reason why it holds none, or None when it is neither."""
    plain = _SPACES.sub("", text.strip()).replace("−", "-")
    if plain.lower() in _MARKS:
        return _MARKS[plain.lower()]
    if "," in plain and "." in plain:
        last = "," if plain.rfind(",") > plain.rfind(".") else "."
        plain = plain.replace("." if last == "," else ",", "")
    plain = plain.replace(",", ".")
    return float(plain) if _NUMBER.match(plain) else None


def name_key(name: str) -> str:
    """Return a unit's name for comparing: without „powiat”, „m.”, „miasto”, capitals and diacritics."""
    words = re.sub(r"[\W\d_]+", " ", fold(name)).split()
    return " ".join(word for word in words if word not in ("powiat", "m", "st", "miasto", "woj", "wojewodztwo"))


class Units:
    """The units that figures may stand for: the country, the region and its counties."""

    def __init__(self, counties: Iterable[County], region: str, country: Iterable[str] = ()) -> None:
        """Know the counties by all their names; ``country`` are names of the country in the site's languages."""
        self.region = region
        self._codes = {one.teryt: one for one in counties}
        self._by_name: dict[str, str] = {}
        for one in self._codes.values():
            self._by_name[name_key(one.short_name)] = one.teryt
            self._by_name.setdefault(name_key(one.name), one.teryt)
            for texts in one.translations.values():
                for key in ("name", "short_name"):
                    self._by_name.setdefault(name_key(texts.get(key) or one.name), one.teryt)
        for name in country:
            self._by_name.setdefault(name_key(name), COUNTRY)
        self._by_name.pop("", None)  # numbers and signs alone are no name

    def of_code(self, code: str) -> str | None:
        """Return the unit's code that is meant: one of the site's own, or by 2, 4, 7 or 12 digits of Poland's.

        Empty for a unit of another level or region.  None: no code of anything, or of a county that is not in
        counties.yaml.
        """
        digits = code.strip()
        if digits in self._codes or (digits and digits == self.region):
            return digits
        if not digits.isdigit():
            return None
        if len(digits) == 12:
            # BDL: macroregion, region, three digits of regions of statistics, county, commune.
            county, commune = digits[2:4] + digits[7:9], digits[9:]
        elif len(digits) == 7:
            county, commune = digits[:4], digits[4:]
        elif len(digits) in (4, 2):
            county, commune = digits.ljust(4, "0"), "000"
        else:
            return None
        if commune != "000":
            return "" if county[:2] != self.region or county in self._codes else None
        if county == "0000":
            return "00"
        if county[:2] != self.region:
            return ""
        if county[2:] == "00":
            # Of twelve digits also the regions of statistics end so; only the region itself has zeros before.
            return self.region if len(digits) < 12 or digits[4:7] == "000" else ""
        return county if county in self._codes else None

    def of_name(self, name: str) -> str | None:
        """Return the code of a unit by its name; only counties of this region and the country have one here."""
        return self._by_name.get(name_key(name))

    def name_of(self, code: str) -> str:
        """Return the name of a unit by its code."""
        return self._codes[code].name if code in self._codes else code

    def contradicts(self, code: str, name: str) -> bool:
        """Tell whether a name is that of another unit than the code's: then rows or columns may be swapped."""
        named = self._by_name.get(name_key(name)) if name else None
        return named is not None and named != code
