"""What people write in Polish where a file wants an English key, one of a few English words, or a day in digits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from partnership.patterns import pattern
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
    "wojewodztwo": "region", "cale wojewodztwo": "region", "caly region": "region",
    "usluga": "service", "dane": "data", "wsparcie": "support",
    "miasto": "city", "ziemski": "rural", "wyzej": "higher", "nizej": "lower",
    "zgodna": "compliant", "czesciowo zgodna": "partial", "niezgodna": "non-compliant",
}  # fmt: skip
_KEYS: Final = {
    "tytul": "title", "data": "date", "autor": "author", "autorzy": "authors", "streszczenie": "summary",
    "podsumowanie": "summary", "lead": "summary", "kategoria": "category", "tagi": "tags", "tematy": "tags",
    "temat": "tags", "obraz": "image", "zdjecie": "image", "zalaczniki": "attachments", "zalacznik": "attachments",
    "stan": "state", "jezyk": "lang", "powiazane": "related", "dawne adresy": "aliases", "zmieniono": "modified",
    "opis alternatywny": "alt", "podpis": "caption", "plik": "file", "opis": "description", "zrodlo": "source",
    "metoda": "method", "wnioski": "findings", "ustalenia": "decisions", "rekomendacje": "recommendations",
    "uwaga": "note", "tresc": "text", "poczatek": "starts", "koniec": "ends", "miejsce": "place", "program": "agenda",
    "uczestnicy": "participants", "grupa": "group", "nazwa": "name", "skrot": "short_name", "rodzaj": "type",
    "typ": "type", "powiat": "county", "obsluguje": "serves", "ulica": "street", "adres": "street",
    "kod pocztowy": "postal_code", "miasto": "city", "miejscowosc": "city", "telefon": "phone", "telefony": "phone",
    "mail": "email", "e-mail": "email", "www": "website", "strona": "website", "strona internetowa": "website",
    "godziny": "opening_hours", "godziny otwarcia": "opening_hours", "dni": "days", "od": "opens", "do": "closes",
    "uslugi": "services", "odbiorcy": "audiences", "jezyki": "languages", "dostepnosc": "accessibility",
    "komunikat": "alert", "wlasciciel": "owner", "odpowiada": "owner", "sprawdzono": "verified",
    "potwierdzono": "verified", "nastepca": "replaced_by", "instytucja": "institution", "daje": "gives",
    "szuka": "seeks", "rola": "role", "zgoda": "consent", "konsultanci": "consultants", "pytanie": "question",
    "lider": "leader", "czlonkowie": "members", "wyniki": "results", "wskaznik": "indicator", "okres": "period",
    "wartosc": "value", "brak": "missing", "zawody": "occupations", "szkoly": "schools", "tereny": "sites",
    "pracodawcy": "employers", "transport": "transport", "wazne do": "valid_until", "kontakt": "contact",
    "rok": "year", "liczby": "figures", "synonimy": "synonyms", "podstawa prawna": "legal_basis",
}  # fmt: skip
_MONTHS: Final = (
    "styczen|stycznia", "luty|lutego", "marzec|marca", "kwiecien|kwietnia", "maj|maja", "czerwiec|czerwca",
    "lipiec|lipca", "sierpien|sierpnia", "wrzesien|wrzesnia", "pazdziernik|pazdziernika", "listopad|listopada",
    "grudzien|grudnia",
)  # fmt: skip
_IN_DIGITS: Final = pattern(r"([0-9]{1,2})[./-] ?([0-9]{1,2})[./-] ?([0-9]{4})(?: ?r\.?)?")
_YEAR_FIRST: Final = pattern(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})")
_IN_WORDS: Final = pattern(r"([0-9]{1,2}) ([a-z]+) ([0-9]{4})(?: ?r\.?)?")


def meant_choice(value: str, options: list[str]) -> str | None:
    """Return the option that a Polish word means, or None."""
    word = _WORDS.get(fold(value).strip(" ."))
    return word if word in options else None


def meant_key(key: str, keys: Iterable[str]) -> str | None:
    """Return the key that a Polish word means, if it is among those that are known there."""
    found = _KEYS.get(fold(key).replace("_", " ").strip())
    return found if found is not None and found in keys else None


def meant_day(text: str) -> str | None:
    """Return the day that people write as 24.11.2026, 24/11/2026, 2026.11.24 or 24 listopada 2026 r., as ISO date."""
    plain = re.sub("[‐‑‒–—―−]", "-", fold(text)).strip(" \t'\"„”“«»‚‘’.,;")
    plain = re.sub(r"\s+", " ", plain)
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


_CLOCK: Final = pattern(r"[ ,t]+(?:godz\.?|godzina|g\.|o godz\.?|o|od)? *([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?: ?h)?\Z")


def meant_moment(text: str) -> str | None:
    """Return the day, with the time of day where one is given, that people write as „10.03.2027, godz. 10.00”.

    It is an ISO date, or an ISO date and time of day; None when it is none of the calendar.
    """
    plain = fold(text).strip(" \t'\"„”“«»‚‘’,;")
    found = _CLOCK.search(plain)
    day = meant_day(plain[: found.start()] if found else plain)
    if day is None or found is None:
        return day
    return f"{day}T{int(found.group(1)):02d}:{found.group(2)}"
