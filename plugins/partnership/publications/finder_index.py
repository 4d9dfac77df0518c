"""The finder's index, /instytucje/indeks.json: what the browser needs to answer, in columns, as small as it can be.

The order of institutions is Polish collation, so that the browser needs no collator. The bytes depend on nothing but
the records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.finder.folding import words
from partnership.finder.language import language
from partnership.finder.said import sentences
from partnership.finder.stemming import stem
from partnership.finder.terms import telling_stems
from partnership.language import package_translator
from partnership.pages.page import Item, Publication
from partnership.polish.collation import sort_key
from partnership.records.institution import Institution
from partnership.records.lexicon import Lexicon
from partnership.records.taxonomy import County, InstitutionType, Service
from partnership.settings import Settings

FORMAT = 1
AUDIENCES = ("employer", "investor", "employee-at-risk", "jobseeker")
_DIGITS = "0123456789abcdefghijklmnopqrstuv"


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the index: one file, made anew when any record that it holds changes."""
    records = (catalogue.institutions, catalogue.services, catalogue.counties, catalogue.types, catalogue.lexicon)
    yield Publication(addresses.FINDER_INDEX, finder_index, (*records, "pl"))


def finder_index(
    institutions: Iterable[Institution],
    services: Sequence[Service],
    counties: Sequence[County],
    types: Sequence[InstitutionType],
    lexicon: Lexicon | None,
    lang: str,
) -> bytes:
    """The index as JSON bytes, without withdrawn institutions; the finder's sentences are in the language `lang`."""
    active = sorted(
        (one for one in institutions if one.status == "active"), key=lambda one: (sort_key(one.name), one.id)
    )
    index = {
        "v": FORMAT,
        "language": language().shipped(),
        "said": sentences(package_translator(lang).gettext),
        "audiences": AUDIENCES,
        "services": [_service(one) for one in services],
        "counties": _counties(counties),
        "types": [_type(one) for one in types],
        "institutions": _institutions(active, services, counties, types),
        "phrases": _phrases(lexicon, services) if lexicon else [],
        "stop": sorted({word for line in lexicon.stop_words for word in words(line)}) if lexicon else [],
    }
    return msgspec.json.encode(index)


def _english(record: Any, *keys: str) -> list[str]:
    """The English texts of a record under `keys`, joined; empty when it has none."""
    texts = [value for key in keys for value in _lines((record.en or {}).get(key))]
    return [" / ".join(texts)] if texts else []


def _lines(value: Any) -> list[str]:
    """A text or a list of texts as a list of texts."""
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list | tuple) else []


def _type(kind: InstitutionType) -> list[Any]:
    return [kind.id, kind.name, kind.plural, int(kind.responsible), *_english(kind, "name", "plural")]


def _service(service: Service) -> list[Any]:
    said = [*service.synonyms, *_lines((service.en or {}).get("name")), *_lines((service.en or {}).get("synonyms"))]
    known = {stem(word) for text in (service.name, *said) for word in words(text)}
    described = [service.description, *_lines((service.en or {}).get("description")), service.group]
    articles = [word for text in _lines(service.legal_basis) for word in words(text) if word.startswith("art")]
    told = telling_stems(described, known)
    told += dict.fromkeys(articles)
    return [service.id, service.name, _said(said), " ".join(told)]


def _audiences(names: Iterable[str]) -> str:
    """Audiences as one digit each."""
    return "".join(str(AUDIENCES.index(name)) for name in names)


def _counties(counties: Sequence[County]) -> list[Any]:
    return [
        [
            one.teryt,
            one.name,
            one.short_name,
            int(one.kind == "city"),
            one.seat,
            _other_forms(one),
            _hundredths(one.latitude),
            _hundredths(one.longitude),
        ]
        for one in counties
    ]


def _other_forms(county: County) -> list[str]:
    """The cases of a county's names that the stemmer does not bring back to those shipped anyway."""
    known = {_said([county.name]), _said([county.short_name]), _said([county.seat])}
    forms = (county.seat_locative, county.locative, county.genitive)
    return [form for form in forms if _said([form]) not in known]


def _hundredths(degrees: float | None) -> int:
    """Degrees in whole hundredths (about 1 km, enough for a distance); 0 when unknown, which is no place here."""
    return 0 if degrees is None else round(degrees * 100)


def _bits(numbers: Iterable[int], size: int) -> str:
    """A set of numbers below `size` as digits of base 32, five numbers a digit."""
    chosen = set(numbers)
    return "".join(
        _DIGITS[sum(1 << bit for bit in range(5) if start + bit in chosen)] for start in range(0, size, 5)
    ).rstrip("0")


def _institutions(
    institutions: Sequence[Institution],
    services: Sequence[Service],
    counties: Sequence[County],
    types: Sequence[InstitutionType],
) -> dict[str, Any]:
    """Institutions column by column, texts of a column a line each: like values side by side compress best."""
    service_at = {one.id: number for number, one in enumerate(services)}
    county_at = {one.teryt: number for number, one in enumerate(counties)}
    type_at = {one.id: number for number, one in enumerate(types)}

    def served(one: Institution) -> str:
        if one.serves == "region":
            return "*"
        codes = [code for code in one.serves or () if code in county_at]
        return "" if list(codes) == [one.county] or not codes else " ".join(str(county_at[code]) for code in codes)

    def given(one: Institution) -> str:
        return _bits((service_at[each.id] for each in one.given() if each.id in service_at), len(services))

    def described(one: Institution) -> str:
        known = {stem(word) for word in words(f"{one.name} {one.short_name or ''} {one.city or ''}")}
        notes = [text for given in one.given() for text in (given.note, given.how_to_apply)]
        english = [*_lines((one.en or {}).get("name")), *_lines((one.en or {}).get("description"))]
        return " ".join(telling_stems([one.description, *english, *notes, one.alert], known))

    columns: dict[str, list[Any]] = {
        "id": [one.id for one in institutions],
        "name": [one.name for one in institutions],
        "short": [one.short_name or "" for one in institutions],
        "type": [type_at.get(one.type, -1) for one in institutions],
        "county": [county_at.get(one.county, -1) for one in institutions],
        "serves": [served(one) for one in institutions],
        "street": [one.street or "" for one in institutions],
        "postal": [one.postal_code or "" for one in institutions],
        "city": [one.city or "" for one in institutions],
        "latitude": [_hundredths(one.latitude) for one in institutions],
        "longitude": [_hundredths(one.longitude) for one in institutions],
        "phone": [" ".join(_plain_phone(number) for number in one.phone) for one in institutions],
        "mail": [" ".join(_mail(each, _host(one.website)) for each in one.email) for one in institutions],
        "web": [_host(one.website) for one in institutions],
        "services": [given(one) for one in institutions],
        "audiences": [_audiences(one.audiences) for one in institutions],
        "words": [described(one) for one in institutions],
    }
    return {name: _joined(values) for name, values in columns.items()}


def _joined(values: list[Any]) -> Any:
    """A column of texts as one text, a line each; a column of numbers as it is."""
    if values and isinstance(values[0], str):
        return "\n".join(" ".join(one.split("\n")) for one in values)
    return values


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


def _said(lines: Iterable[str]) -> str:
    """What people say, as a search compares it: stems without connecting words, each line once, semicolons between."""
    skip = frozenset(language().skip)
    stems = (" ".join(dict.fromkeys(stem(word) for word in words(line) if word not in skip)) for line in lines)
    return ";".join(dict.fromkeys(line for line in stems if line))


def _phrases(lexicon: Lexicon, services: Sequence[Service]) -> list[Any]:
    """Each phrase as [what is said, services, types, audiences, counties, institutions], without empty ends.

    What a service's own synonyms say already is not said again, nor what a shorter phrase of the same meaning says.
    """
    own = {one.id: tuple(_said((one.name, *one.synonyms)).split(";")) for one in services}
    said = [tuple(line for line in _said(phrase.say).split(";") if line) for phrase in lexicon.phrases]
    known = _services_by_stem(own, lexicon, said)
    shipped = []
    for phrase, lines in zip(lexicon.phrases, said, strict=True):
        means = phrase.means
        alone = means.services[0] if len(means.services) == 1 and not (means.types or means.audiences) else ""
        row: list[Any] = [";".join(_needed(lines, own.get(alone, ()), frozenset(means.services), known))]
        named = (means.services, means.types, means.audiences, means.counties, means.institutions)
        row += [" ".join(ids) for ids in named]
        while len(row) > 1 and not row[-1]:
            row.pop()
        shipped.append(row)
    return shipped


def _services_by_stem(
    own: dict[str, tuple[str, ...]], lexicon: Lexicon, said: Sequence[tuple[str, ...]]
) -> dict[str, set[str]]:
    """The services that each stem is said of anywhere."""
    known: dict[str, set[str]] = {}
    for identifier, lines in own.items():
        for line in lines:
            for word in line.split():
                known.setdefault(word, set()).add(identifier)
    for phrase, lines in zip(lexicon.phrases, said, strict=True):
        for line in lines:
            for word in line.split():
                known.setdefault(word, set()).update(phrase.means.services or ("",))
    return known


def _needed(
    lines: tuple[str, ...], own: tuple[str, ...], services: frozenset[str], known: dict[str, set[str]]
) -> list[str]:
    """The lines that no other line of the same meaning makes needless.

    A line is needless when a part of it is said too and has a word that nothing else means: „kierowca” says what
    „kierowca ciężarówki” says.
    """
    telling = [
        frozenset(line.split())
        for line in (*lines, *own)
        if services and any(known[word] <= services for word in line.split() if word in known)
    ]
    kept = []
    for line in lines:
        stems = frozenset(line.split())
        if line not in own and not any(part < stems for part in telling):
            kept.append(line)
    return kept
