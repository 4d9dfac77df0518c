"""What texts may tell of the data: names of places and indicators as words, and the figures of both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

import msgspec

from partnership.catalogue.checks.prose_numbers import NO_WORDS, Kind, PlacedWord, alike, all_words, words_of
from partnership.locales import cldr
from partnership.records.figures import COUNTRY
from partnership.records.library import Library, all_records
from partnership.settings import Settings

_KINDS: Final[dict[str, Kind]] = {"%": "percent", "‰": "permille"}


class KnownFigure(msgspec.Struct, frozen=True):
    """A figure of the data: of which unit, when, its value, and the file that holds it."""

    place: str
    indicator: str
    period: str
    value: Decimal
    path: str


class NamePhrase(msgspec.Struct, frozen=True):
    """Words that name something: a place or an indicator, by its id."""

    words: tuple[str, ...]
    means: str


class KnownFigures:
    """All that a text in one language may tell of the data: names of places and indicators, and figures by both."""

    def __init__(self, library: Library, settings: Settings, lang: str) -> None:
        self.words = all_words().get(lang, NO_WORDS)
        self.comma = cldr.decimal_is_comma(lang)
        self.names: dict[str, str] = {}
        self.kinds: dict[str, Kind] = {}
        self.units: dict[str, str] = {}
        self.facts: dict[tuple[str, str], list[KnownFigure]] = {}
        self.region = settings.profile.region.teryt or ""
        self.everywhere = (*(one.teryt for one in all_records(library.counties)), self.region, COUNTRY)
        self.places = Index(self._places(library, settings, lang))
        self.indicators = Index(self._indicators(library, lang))
        self.signed: set[str] = set()
        for figure in all_records(library.figures):
            self._take(figure.teryt, figure, figure.path)
        for offer in all_records(library.offers):
            for one in offer.figures:
                self._take(offer.county, one, offer.source)

    def _take(self, teryt: str, figure: Any, path: str) -> None:
        if figure.value is None or figure.dimension:
            return
        fact = KnownFigure(teryt, figure.indicator, str(figure.period), Decimal(repr(figure.value)), path)
        self.facts.setdefault((figure.indicator, teryt), []).append(fact)
        if figure.value < 0:
            self.signed.add(figure.indicator)

    def _places(self, library: Library, settings: Settings, lang: str) -> Iterator[NamePhrase]:
        for county in all_records(library.counties):
            texts: list[str | None] = [county.name, county.short_name, county.genitive, county.locative]
            translated = county.translations.get(lang, {})
            texts += [translated[key] for key in ("name", "short_name", "genitive", "locative") if translated.get(key)]
            self.names[county.teryt] = str(translated.get("name") or county.name)
            for text in dict.fromkeys(one for one in texts if one):
                # A name in brackets is the same in another language.
                for part in re.split(r"[()]", text):
                    yield from _phrase(part, county.teryt, skip_short=True)
        region = settings.profile.region
        self.names[self.region] = region.name
        own = settings.profile.region_words(lang)
        said = (region.name, region.genitive, region.locative, own.name, *self.words.region)
        for text in filter(None, said):
            yield from _phrase(text, self.region, skip_short=True)
        country = cldr.country_name(settings.profile.country, lang)
        self.names[COUNTRY] = country
        yield from _phrase(country, COUNTRY)

    def _indicators(self, library: Library, lang: str) -> Iterator[NamePhrase]:
        for indicator in all_records(library.indicators):
            translated = indicator.translations.get(lang, {})
            self.kinds[indicator.id] = _KINDS.get(indicator.unit, "count")
            self.units[indicator.id] = indicator.unit
            name = str(translated.get("name") or indicator.name)
            self.names[indicator.id] = name
            said = translated.get("phrases") if lang in indicator.translations else None
            own = indicator.phrases if said is None else [one for one in said if one]
            for text in (name.split("(")[0], *own):
                yield from _phrase(text, indicator.id)


def _phrase(text: str, means: str, *, skip_short: bool = False) -> Iterator[NamePhrase]:
    found = tuple(one.text for one in words_of(text))
    # A preposition before a name („w powiecie …”) need not be there.
    while skip_short and len(found) > 1 and len(found[0]) < 3:
        found = found[1:]
    if found:
        yield NamePhrase(found, means)


class FoundName(msgspec.Struct, frozen=True):
    """Something that a text names, with its place from 0."""

    means: str
    start: int
    end: int


class Index:
    """Phrases by the beginning of their first word; of those that fit the longest counts."""

    def __init__(self, phrases: Iterator[NamePhrase]) -> None:
        self._by_start: dict[str, list[NamePhrase]] = {}
        for phrase in dict.fromkeys(phrases):
            self._by_start.setdefault(phrase.words[0][:3], []).append(phrase)

    def find(self, words: Sequence[PlacedWord]) -> list[FoundName]:
        """Return what a run of words names, in order."""
        found = []
        at = 0
        while at < len(words):
            best = self._best(words, at)
            if best is None:
                at += 1
                continue
            last = at + len(best.words) - 1
            found.append(FoundName(best.means, words[at].start, words[last].end))
            at = last + 1
        return found

    def _best(self, words: Sequence[PlacedWord], at: int) -> NamePhrase | None:
        best: tuple[int, int, NamePhrase] | None = None
        for phrase in self._by_start.get(words[at].text[:3], ()):
            here = words[at : at + len(phrase.words)]
            if len(here) < len(phrase.words):
                continue
            if not all(alike(word.text, wanted) for word, wanted in zip(here, phrase.words, strict=True)):
                continue
            off = sum(abs(len(word.text) - len(wanted)) for word, wanted in zip(here, phrase.words, strict=True))
            off += sum(word.text != wanted for word, wanted in zip(here, phrase.words, strict=True))
            rank = (len(phrase.words), -off)
            if best is None or rank > best[:2]:
                best = (*rank, phrase)
        return best[2] if best else None
