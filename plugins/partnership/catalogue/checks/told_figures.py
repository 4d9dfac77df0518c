"""Warnings on figures that a running text repeats and that differ from the data."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import msgspec

from partnership.catalogue.checks.figure_names import FoundName, KnownFigure, KnownFigures
from partnership.catalogue.checks.prose_numbers import (
    NO_WORDS,
    Kind,
    Number,
    Sentence,
    alike,
    sentences,
    words_of,
    years_of,
)
from partnership.catalogue.checks.prose_paragraphs import paragraphs
from partnership.catalogue.originals import documents_of
from partnership.catalogue.places import Places
from partnership.language import _
from partnership.records.figures import COUNTRY
from partnership.records.library import Library, all_records
from partnership.settings import Settings
from partnership.sources.text import Unreadable, read_text

_DASHES: Final = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+")


class _Column(msgspec.Struct, frozen=True):
    """What the head of a table's column names: indicators and years."""

    indicators: frozenset[str]
    years: frozenset[str]


class _Context(msgspec.Struct):
    """What the text before a sentence was about: indicator by kind, places, years, indicators of a table's columns."""

    indicators: dict[Kind, str]
    places: tuple[str, ...]
    years: frozenset[str]
    columns: tuple[_Column, ...] = ()


class Difference(msgspec.Struct, frozen=True):
    """A number of a text that is none of the data's: its place from 0, and the figure that it should be."""

    number: Number
    fact: KnownFigure


def differences(text: str, told: Mapping[str, KnownFigures], lang: str, place: str = "") -> Iterator[Difference]:
    """Yield the numbers of a text that repeat a figure of the data and differ from it.

    ``text`` is a whole file, YAML or Markdown with front matter; ``told`` knows the data by language, ``lang`` is the
    text's, ``place`` the county that all of it is about, if there is one.
    """
    context = _Context({}, (place,) if place else (), frozenset())
    for start, end, language in paragraphs(text, lang, told):
        facts = told[language]
        if text[start:end].lstrip().startswith("#"):
            context.places = (place,) if place else ()
        context.columns = _columns(text, start, end, facts, context.columns)
        for sentence in sentences(text, start, end, facts.words, facts.comma):
            yield from _in_sentence(sentence, facts, context, place, text)


def _columns(text: str, start: int, end: int, told: KnownFigures, before: tuple[_Column, ...]) -> tuple[_Column, ...]:
    """Return what the columns of a table are of: as the row says that dashes follow, else as before."""
    row = text[start:end]
    if not row.lstrip().startswith("|"):
        return ()
    if not _DASHES.match(text, end):
        return before
    cells = row.strip().strip("|").split("|")
    return tuple(
        _Column(frozenset(one.means for one in told.indicators.find(words_of(cell))), years_of(cell)) for cell in cells
    )


def _in_sentence(
    sentence: Sentence, told: KnownFigures, context: _Context, place: str, text: str
) -> Iterator[Difference]:
    indicators = told.indicators.find(sentence.words)
    found = told.places.find(sentence.words)
    quotes = any(alike(word.text, one) for word in sentence.words for one in told.words.elsewhere)
    counties = [one for one in found if one.means not in (told.region, COUNTRY)]
    moved = any(alike(word.text, one) for word in sentence.words for one in told.words.relative)
    # Where no words say what only draws a line or is a difference, one number of one figure, place and year is sure.
    vague = told.words is NO_WORDS and not (
        sentence.years and len(indicators) == len(sentence.numbers) == len(found) == 1
    )
    for number in sentence.numbers:
        if number.bound or quotes or vague:
            continue
        own = [one.means for one in indicators if told.kinds[one.means] == number.kind]
        nearest = _nearest(number, [one for one in indicators if told.kinds[one.means] == number.kind])
        column = _column(number, context, text, sentence.start)
        named = nearest or (next(iter(column.indicators)) if len(column.indicators) == 1 else "")
        if not named and number.kind != "count" and not any(one.indicators for one in context.columns):
            named = context.indicators.get(number.kind, "")
        if not named or (number.difference and named not in told.signed):
            continue
        everywhere = told.everywhere if nearest and sentence.years else ()
        where = _where(found, counties, context, place, everywhere)
        if not where:
            continue
        years = frozenset[str]() if moved else sentence.years or column.years or context.years
        facts = [fact for unit in where for fact in told.facts.get((named, unit), ())]
        of_years = [fact for fact in facts if not years or fact.period[:4] in years]
        if sentence.years and not moved and not of_years:
            continue
        expected = of_years or facts
        every = [
            fact
            for indicator in (own or [named])
            for unit in {*where, *(one.means for one in found)}
            for fact in told.facts.get((indicator, unit), ())
            if not of_years or fact.period[:4] in years or not years
        ]
        if not expected or any(_is_same(number, fact.value) for fact in (*expected, *every)):
            continue
        inherited = not nearest and not column.indicators
        if _is_another(number, where, told, {named, *own}) or (inherited and not _is_near(number, expected)):
            continue
        yield Difference(number, min(expected, key=lambda fact: abs(abs(fact.value) - abs(number.value))))
    for one in indicators:
        context.indicators[told.kinds[one.means]] = one.means
    if found:
        context.places = tuple(dict.fromkeys(one.means for one in counties or found))
    if sentence.years:
        context.years = sentence.years


def _column(number: Number, context: _Context, text: str, start: int) -> _Column:
    """Return the table's column that a number stands in; one that names nothing outside of tables."""
    place = text[start : number.start].lstrip().count("|") - 1
    return context.columns[place] if 0 <= place < len(context.columns) else _Column(frozenset(), frozenset())


def _nearest(number: Number, named: Sequence[FoundName]) -> str:
    """Return the indicator that a sentence names last before a number, else first after it."""
    before = [one for one in named if one.end <= number.start]
    if before:
        return before[-1].means
    return named[0].means if named else ""


def _where(
    found: Sequence[FoundName],
    counties: Sequence[FoundName],
    context: _Context,
    place: str,
    everywhere: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the places that a number may be of: those of the sentence, else the one of the text before.

    Where nothing names a place it may be of any of ``everywhere``.
    """
    if place:
        return (place, *dict.fromkeys(one.means for one in found if one.means != place))
    if counties:
        return tuple(dict.fromkeys(one.means for one in counties))
    if found:
        return tuple(dict.fromkeys(one.means for one in found))
    if not context.places:
        # „Unemployment in 2024: from 2.0 % to 11.4 %” is of some county, whichever it is.
        return everywhere
    return context.places if len(context.places) == 1 else ()


def _is_another(number: Number, where: Sequence[str], told: KnownFigures, named: Container[str]) -> bool:
    """Tell whether a number is exactly a figure of an indicator that is not ``named``: the text calls it otherwise."""
    return any(
        abs(number.value) == abs(fact.value)
        for indicator, kind in told.kinds.items()
        for place in where
        if kind == number.kind and indicator not in named
        for fact in told.facts.get((indicator, place), ())
    )


def _is_near(number: Number, expected: Sequence[KnownFigure]) -> bool:
    """Tell whether a number is of a figure's size: where only the text before names the indicator, others are none."""
    values = [abs(fact.value) for fact in expected]
    return min(values) / 2 <= abs(number.value) <= max(values) * 3 / 2


def _is_same(number: Number, value: Decimal) -> bool:
    """Tell whether a number is a figure rounded to the places that the text gives, its sign aside."""
    step = Decimal(1).scaleb(-number.decimals)
    return abs(number.value) == abs(value.quantize(step, ROUND_HALF_UP))


def check_told_figures(library: Library, settings: Settings, places: Places) -> None:
    """Warn of every figure in a text of the site that repeats the data and differs from it."""
    languages = settings.profile.languages
    if not languages or not any(True for _one in all_records(library.indicators)):
        return
    told = {lang: KnownFigures(library, settings, lang) for lang in languages}
    first = settings.language
    for document in documents_of(library):
        front = document.front
        only = front.counties[0] if len(getattr(front, "counties", ())) == 1 else ""
        _check(places, "content", document.path, told, front.lang, only)
    for offer in all_records(library.offers):
        _check(places, "data", offer.source, told, first, offer.county)
    for institution in all_records(library.institutions):
        serves = institution.serves if isinstance(institution.serves, tuple) else ()
        _check(places, "data", institution.source, told, first, serves[0] if len(serves) == 1 else "")


def _check(places: Places, root: str, path: str, told: Mapping[str, KnownFigures], lang: str, place: str) -> None:
    absolute = places.absolute(root, path)
    try:
        text = read_text(absolute)
    except Unreadable:
        return
    for one in differences(text, told, lang, place):
        line = text.count("\n", 0, one.number.start) + 1
        column = one.number.start - (text.rfind("\n", 0, one.number.start) + 1) + 1
        facts = told[lang] if lang in told else next(iter(told.values()))
        message = _(
            "“%(written)s” differs from the data: %(indicator)s, %(place)s, %(period)s is %(value)s",
            written=one.number.written,
            indicator=facts.names[one.fact.indicator],
            place=facts.names.get(one.fact.place, one.fact.place),
            period=one.fact.period,
            value=f"{one.fact.value.normalize():f} {facts.units[one.fact.indicator]}".strip(),
        )
        hint = _("correct the text, or the figure in %(file)s", file=one.fact.path)
        places.tell_at(root, path, line, column, "figure-in-text", message, hint, severity="warning")
