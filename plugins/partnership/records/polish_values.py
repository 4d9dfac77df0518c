"""What people write in Polish where a key wants one of a few English words, or a day in digits."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from partnership.polish.folding import fold

_WORDS: Final = {
    "szkic": "draft", "roboczy": "draft", "opublikowany": "published", "opublikowane": "published",
    "publikacja": "published", "ukryty": "hidden", "ukryte": "hidden",
    "planowane": "planned", "zaplanowane": "planned", "odbyte": "held", "odbylo sie": "held", "odwolane": "cancelled",
    "canceled": "cancelled",
    "otwarta": "open", "przyjeta": "accepted", "wykonana": "done", "odrzucona": "rejected",
    "aktywny": "active", "aktywna": "active", "aktywne": "active", "aktualny": "active", "dziala": "active",
    "aktualna": "current", "aktualne": "current",
    "wycofany": "withdrawn", "wycofana": "withdrawn", "wycofane": "withdrawn", "nieaktualne": "withdrawn",
    "w tworzeniu": "forming", "zakonczona": "closed", "zamknieta": "closed",
    "poniedzialek": "mon", "pon": "mon", "pn": "mon", "wtorek": "tue", "wt": "tue", "sroda": "wed", "sr": "wed",
    "czwartek": "thu", "czw": "thu", "cz": "thu", "piatek": "fri", "pt": "fri", "sobota": "sat", "sob": "sat",
    "niedziela": "sun", "niedz": "sun", "nd": "sun",
    "pracodawca": "employer", "pracodawcy": "employer", "inwestor": "investor", "inwestorzy": "investor",
    "pracownik zagrozony": "employee-at-risk", "zagrozeni zwolnieniem": "employee-at-risk",
    "bezrobotny": "jobseeker", "szukajacy pracy": "jobseeker",
    "deficyt": "shortage", "niedobor": "shortage", "rownowaga": "balance", "nadwyzka": "surplus",
    "brak danych": "no-data", "tajemnica": "confidential", "tajemnica statystyczna": "confidential",
    "nie dotyczy": "not-applicable",
    "wojewodztwo": "region", "cale wojewodztwo": "region",
    "usluga": "service", "dane": "data", "wsparcie": "support",
    "miasto": "city", "ziemski": "rural", "wyzej": "higher", "nizej": "lower",
    "zgodna": "compliant", "czesciowo zgodna": "partial", "niezgodna": "non-compliant",
}  # fmt: skip
_MONTHS: Final = (
    "styczen|stycznia", "luty|lutego", "marzec|marca", "kwiecien|kwietnia", "maj|maja", "czerwiec|czerwca",
    "lipiec|lipca", "sierpien|sierpnia", "wrzesien|wrzesnia", "pazdziernik|pazdziernika", "listopad|listopada",
    "grudzien|grudnia",
)  # fmt: skip
_IN_DIGITS: Final = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(?: ?r\.?)?")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})")
_IN_WORDS: Final = re.compile(r"([0-9]{1,2}) ([a-z]+) ([0-9]{4})(?: ?r\.?)?")


def meant_choice(value: str, options: list[str]) -> str | None:
    """Return the option that a Polish word means, or None."""
    word = _WORDS.get(fold(value).strip(" ."))
    return word if word in options else None


def meant_day(text: str) -> str | None:
    """Return the day that people write as 24.11.2026, 24/11/2026, 2026.11.24 or 24 listopada 2026 r., as ISO date."""
    plain = fold(text).strip()
    parts: tuple[int, int, int] | None = None
    if match := _IN_DIGITS.fullmatch(plain):
        parts = int(match[3]), int(match[2]), int(match[1])
    elif match := _YEAR_FIRST.fullmatch(plain):
        parts = int(match[1]), int(match[2]), int(match[3])
    elif match := _IN_WORDS.fullmatch(plain):
        months = [number for number, forms in enumerate(_MONTHS, 1) if match[2] in forms.split("|")]
        parts = (int(match[3]), months[0], int(match[1])) if months else None
    try:
        return date(*parts).isoformat() if parts else None
    except ValueError:
        return None
