"""The finder's index, one for each language: what the browser needs to answer, in columns, as small as it can be.

The order of institutions is that of the language's alphabet, so that the browser needs no collator.
The bytes depend on nothing but the records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.finder_choices import FinderChoice, FinderChoices, finder_choices
from partnership.chunks import ChunkCache, Rows
from partnership.finder.folding import fold, words
from partnership.finder.said import reasons_in, sentences
from partnership.finder.speech import Speech, speech
from partnership.finder.terms import telling_stems
from partnership.items.item import ChunkedPublication, Item, Publication
from partnership.language import has_words, package_translator
from partnership.locales.slugs import slug
from partnership.publications import finder_places
from partnership.publications.finder_columns import (
    AUDIENCES,
    FIELDS,
    IndexIds,
    columns,
    hundredths,
    in_other_languages,
    institution_columns,
    texts_of,
)
from partnership.publications.finder_lines import said_lines, written_lines
from partnership.publications.finder_phrases import needed_lines, phrase_rows, topics, topics_said
from partnership.publications.institution_rows import rows_of_institutions
from partnership.records.elsewhere import Elsewhere
from partnership.records.lexicon import Lexicon
from partnership.records.localise import plain
from partnership.records.localities import Locality
from partnership.records.taxonomy import County, InstitutionType, Service
from partnership.region_words import beyond_region, own_region
from partnership.settings import Settings

FORMAT = 1


class IndexContext(msgspec.Struct, frozen=True, kw_only=True):
    """The records that the index holds besides institutions; the finder's sentences are in the language ``lang``.

    ``languages`` are all languages of the site: it knows the words of those alone.

    ``places`` is the address of the file of places and of pages that answer, ``own_region`` are the words that name the
    region itself, ``beyond`` is its name after “outside”.  ``facets`` are those that kinds of content give.
    """

    services: tuple[Service, ...]
    counties: tuple[County, ...]
    types: tuple[InstitutionType, ...]
    lexicon: Lexicon | None
    localities: tuple[Locality, ...] = ()
    elsewhere: Elsewhere = Elsewhere()
    places: str = ""
    lang: str
    languages: tuple[str, ...]
    facets: tuple[FinderChoices, ...] = ()
    own_region: tuple[str, ...] = ()
    beyond: str = ""


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the index and the file of places, each made anew when anything that it holds changes."""
    around = IndexContext(
        services=tuple(map(plain, catalogue.services)),
        counties=tuple(map(plain, catalogue.counties)),
        types=tuple(map(plain, catalogue.types)),
        lexicon=catalogue.lexicon,
        localities=catalogue.localities,
        elsewhere=catalogue.elsewhere,
        places=addresses.of("finder_places"),
        lang=catalogue.lang,
        languages=catalogue.languages,
        own_region=own_region(settings.profile.region, catalogue.lang),
        beyond=beyond_region(settings.profile.region, catalogue.lang),
        facets=finder_choices(catalogue),
    )
    rows = rows_of_institutions(catalogue, FIELDS)
    yield ChunkedPublication(addresses.of("finder_index"), finder_index, (rows, around))
    held = (
        catalogue.localities,
        catalogue.counties,
        catalogue.elsewhere,
        catalogue.lexicon.answers,
        catalogue.languages,
        (around.services, around.types, around.counties),
    )
    yield Publication(addresses.of("finder_places"), finder_places.places, held)


def finder_index(chunks: ChunkCache, institutions: Rows, around: IndexContext) -> bytes:
    """The index as JSON bytes; ``institutions`` are what ``index_rows`` gives."""
    places = IndexIds(
        services=tuple(one.id for one in around.services),
        counties=tuple(one.teryt for one in around.counties),
        types=tuple(one.id for one in around.types),
        languages=around.languages,
    )
    parts = chunks.chunks_of(f"finder-institutions-{around.lang}", institution_columns, places, institutions)
    texts = chunks.chunk_of(f"finder-surroundings-{around.lang}", _around, around)
    index = {name: msgspec.Raw(text) for name, text in texts.items()}
    return msgspec.json.encode({**index, "institutions": columns(parts)})


def _around(around: IndexContext) -> dict[str, bytes]:
    """All of the index but institutions, each value as JSON; what has words in common stands together to compress."""
    lexicon, services = around.lexicon, around.services
    spoken = speech(around.languages)
    others = sorted(lang for lang in around.languages if lang != around.lang and has_words(lang))
    said = needed_lines(spoken, lexicon, services) if lexicon else {}
    alone = {sense.service(): lines for sense, lines in said.items() if sense.service()}
    subjects = topics(lexicon)
    index = {
        "v": FORMAT,
        "types": [_type(one) for one in around.types],
        "counties": _counties(spoken, around.counties),
        "institutions": None,  # keeps their place in the order
        "language": spoken.rules.shipped(around.own_region),
        "services": [_service(spoken, one, alone.get(one.id, [])) for one in services],
        "phrases": phrase_rows(spoken, said, subjects),
        "audiences": AUDIENCES,
        "said": sentences(package_translator(around.lang).gettext, around.beyond),
        "reasons": reasons_in(others),
        "stop": sorted({word for line in lexicon.stop_words for word in words(line)}) if lexicon else [],
        "lang": around.lang,
        "topics": topics_said(lexicon, around.lang),
        "places": around.places,
        "regions": finder_places.other_regions(around.elsewhere),
        "gminas": finder_places.gminas(around.localities, around.counties),
    }
    if around.facets:
        index["facets"] = [[one.parameter, [_choice(each) for each in one.choices]] for one in around.facets]
    return {name: msgspec.json.encode(value) for name, value in index.items()}


def _choice(choice: FinderChoice) -> list[str]:
    return [choice.value, choice.label, " ".join(choice.institutions)]


def _elsewhere(record: Any, *keys: str) -> list[str]:
    """The texts of a record under `keys` in other languages, joined; empty when it has none."""
    texts = [text for key in keys for text in in_other_languages(record.translations, key)]
    return [" / ".join(texts)] if texts else []


def _type(kind: InstitutionType) -> list[Any]:
    return [kind.id, kind.name, kind.plural, int(kind.responsible), *_elsewhere(kind, "name", "plural")]


def _service(spoken: Speech, service: Service, lines: Sequence[str]) -> list[Any]:
    """A service as [id, name, what is said, what is told of it]; ``lines`` are what the lexicon says for it alone."""
    other = service.translations
    said = [*service.synonyms, *in_other_languages(other, "name"), *in_other_languages(other, "synonyms")]
    known = {spoken.stem(word) for text in (service.name, *said) for word in words(text)}
    described = [service.description, *in_other_languages(other, "description"), service.group]
    articles = [word for text in texts_of(service.legal_basis) for word in words(text) if word.startswith("art")]
    told = telling_stems(spoken, described, known)
    told += dict.fromkeys(articles)
    return [
        service.id,
        service.name,
        written_lines([*dict.fromkeys((*said_lines(spoken, said).split(";"), *lines))]),
        " ".join(told),
    ]


def _counties(spoken: Speech, counties: Sequence[County]) -> list[Any]:
    return [
        [
            one.teryt,
            one.name,
            one.short_name,
            int(one.kind == "city"),
            one.seat,
            _other_forms(spoken, one),
            hundredths(one.latitude),
            hundredths(one.longitude),
            one.locative,
            one.slug,
        ]
        for one in counties
    ]


def _is_latin(name: str) -> bool:
    """Tell whether every letter of a name is a Latin one, with marks or without."""
    return not any(char.isalpha() and not char.isascii() for char in fold(name))


def _in_latin(name: str) -> str:
    """Return a name in another alphabet in Latin letters, as addresses have it."""
    return slug(name).replace("-", " ")


def _other_forms(spoken: Speech, county: County) -> list[str]:
    """The cases of a county's names, and its names in other languages; not what the stemmer brings back to others.

    A name in another alphabet stands in Latin letters, too: many type „kavala” for «Καβάλα».

    Nor is a part of its seat's name alone („Dąbrowa”): other places are called so, too.
    """
    known = {said_lines(spoken, [name]) for name in (county.name, county.short_name, county.seat)}
    seat = set(said_lines(spoken, [county.seat]).split())
    names = ("short_name", "seat", "seat_locative", "locative", "genitive")
    others = [text for name in names for text in in_other_languages(county.translations, name)]
    others += [_in_latin(name) for name in (county.short_name, county.seat) if not _is_latin(name)]
    # „powiat” beside a name is said by all of them.
    marks = {spoken.stem(word) for word in spoken.rules.county}
    told: dict[str, str] = {}
    for form in (county.seat_locative, county.locative, county.genitive, *others):
        named = [word for word in words(form) if word not in spoken.skip and spoken.stem(word) not in marks]
        line = said_lines(spoken, [" ".join(named)])
        if line not in known and not set(line.split()) <= seat:
            told.setdefault(line, " ".join(named))
    return sorted(told.values())
