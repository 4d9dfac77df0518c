"""The search's index: contents, parts with words, with pairs and with texts, lists of words, planned from a catalogue.

Which words stand in which part, and which texts lie together, is decided by the words and addresses themselves and not
by their number, so that an edited text changes few parts.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import Final
from zlib import crc32

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.chunks import NO_CACHE, ChunkCache
from partnership.items.item import Item, Publication
from partnership.kinds.kind import Kind
from partnership.kinds.registry import KINDS, search_kinds
from partnership.language import package_translator
from partnership.publications.search.documents import SearchDocument, documents
from partnership.publications.search.pairs import BUCKETS, PLACES
from partnership.publications.search.parts import (
    STRETCH,
    Blocks,
    Contents,
    RunShare,
    Texts,
    contents_part,
    list_part,
    pairs_part,
    starts_of,
    texts_part,
    words_part,
)
from partnership.publications.search.said import kind_words, sentences
from partnership.publications.search.terms import LISTS, run_terms
from partnership.region_words import own_region
from partnership.search.synonyms import NO_SYNONYMS, Synonyms, read_synonyms
from partnership.settings import Settings

TEXT_BYTES: Final = 10_000
"""Size of a part with texts, about: larger ones are fewer files to make, and fewer of them fit into a question."""

WORDS_BYTES: Final = 60_000
"""Bytes of text for each part with words, about; their number is a power of two, so that it seldom changes."""

LEAST_PARTS: Final = 4
"""So many parts with words at least: one that cannot be loaded leaves most words."""

PARTS_FOR_PAIRS: Final = 2
"""For so many parts with words there is one with pairs of words, which are about as large."""

MOST_TOGETHER: Final = PLACES
"""Documents in one part with texts, at most; a run is made of a few such parts."""

RUN: Final = 24
"""Documents of a run, about: fewer than a large file's, since reading a text takes longer than writing a row."""


def plan_with_chunks(catalogue: Catalogue, settings: Settings, chunks: ChunkCache) -> Iterator[Item]:
    """Plan the index of the catalogue's language."""
    tables = catalogue.table.site.tables
    yield from plan_index(
        documents(catalogue, settings.profile.region_words(catalogue.lang)),
        catalogue.lang,
        addresses.of("search_index"),
        chunks,
        {lang: table.of("search_index") for lang, table in tables.items() if lang != catalogue.lang},
        catalogue.kinds,
        own_region(settings.profile.region, catalogue.lang),
        _synonyms(catalogue),
    )


def _synonyms(catalogue: Catalogue) -> Synonyms:
    """Return the words of the lexicon that mean the same in the catalogue's language."""
    first = catalogue.languages[0]
    groups = [one.say for one in catalogue.lexicon.same if (one.lang or first) == catalogue.lang]
    return read_synonyms(groups, catalogue.lang)


def plan_index(
    found: Sequence[SearchDocument],
    lang: str,
    folder: str,
    chunks: ChunkCache = NO_CACHE,
    others: dict[str, str] | None = None,
    kinds: tuple[Kind, ...] = KINDS,
    region: tuple[str, ...] = (),
    synonyms: Synonyms = NO_SYNONYMS,
) -> Iterator[Item]:
    """Plan one language's index in ``folder``.

    ``kinds`` are those of the content, ``others`` the folders of other languages by their codes, ``region`` the folded
    words that name the site's own region, ``synonyms`` words that mean the same.
    """
    known = search_kinds(kinds)
    number_of = {name: number for number, name in enumerate(known)}
    texts = _texts(found, known)
    runs = _runs(texts)
    parts = LEAST_PARTS * _power_of_two(sum([one.size for one in found]) // (LEAST_PARTS * WORDS_BYTES))
    pairs = min(parts // PARTS_FOR_PAIRS, BUCKETS)
    find = partial(chunks.chunks_of_runs, f"search-{lang}", run_terms, (lang, parts, pairs, synonyms), runs)
    blocks = Blocks(find, parts + LISTS + pairs)
    lengths = [len(run) for _digest, run in runs]
    starts = starts_of(lengths)
    checks = stretches([one.address for one in found])
    names = _names(texts)
    about = Contents(
        lang=lang,
        parts=parts,
        pairs=pairs,
        runs=tuple(lengths),
        known=known,
        kinds=bytes([number_of[one.kind] for one in found]),
        days=tuple([one.day for one in found]),
        names=names,
        sizes=tuple([len(each.documents) for each in texts]),
        checks=checks,
        said=sentences(package_translator(lang).gettext) | kind_words(kinds, known, lang),
        others=others or {},
        own_region=region,
    )
    yield Publication(f"{folder}spis.json", contents_part, (about,))
    for number in range(parts):
        yield Publication(f"{folder}s{number}.json", words_part, (RunShare(blocks, number), starts, checks))
    for number in range(LISTS):
        yield Publication(f"{folder}l{number}.json", list_part, (RunShare(blocks, parts + number),))
    for number in range(pairs):
        share = RunShare(blocks, parts + LISTS + number)
        yield Publication(f"{folder}p{number}.json", pairs_part, (share, starts, checks))
    for name, each in zip(names, texts, strict=True):
        yield Publication(f"{folder}t{name}.json", texts_part, (each,))


def _power_of_two(number: int) -> int:
    return 1 << max(0, number - 1).bit_length()


def _texts(found: Sequence[SearchDocument], kinds: tuple[str, ...]) -> list[Texts]:
    """Return the documents divided into parts with texts.

    From three quarters of a part's size on, the address of a document says whether the part ends with it, the more
    likely the longer its text is; a part that is half as long again as it should be ends in any case.  So parts are of
    about one size, and after a change the division soon is the old one again.
    """
    divided: list[Texts] = []
    begun, length = 0, 0
    for place, one in enumerate(found, 1):
        length += one.size
        full = 2 * length > 3 * TEXT_BYTES or place - begun >= MOST_TOGETHER or place == len(found)
        if full or (4 * length > 3 * TEXT_BYTES and crc32(one.address.encode()) < (one.size << 33) // TEXT_BYTES):
            some = found[begun:place]
            told = b"\0".join([part for each in some for part in (each.address.encode(), each.digest)])
            divided.append(Texts(some, kinds, blake2b(told, digest_size=20).digest()))
            begun, length = place, 0
    return divided


def _runs(texts: Sequence[Texts]) -> list[tuple[bytes, tuple[SearchDocument, ...]]]:
    """Return the parts with texts joined into runs, each with the digest of what stands in it.

    From three quarters of a run's length on, the first address of a part says whether the run ends with it, so that
    runs are of about one length: an edit counts the run that it stands in anew.
    """
    runs: list[tuple[bytes, tuple[SearchDocument, ...]]] = []
    digests: list[bytes] = []
    run: list[SearchDocument] = []
    for place, each in enumerate(texts, 1):
        digests.append(each.input_digest())
        run += each.documents
        full = place == len(texts) or len(run) + len(texts[place].documents) > PLACES
        size = len(each.documents)
        if full or (4 * len(run) > 3 * RUN and crc32(b"run" + each.documents[0].address.encode()) % RUN < 4 * size):
            runs.append((blake2b(b"".join(digests), digest_size=20).digest(), tuple(run)))
            digests, run = [], []
    return runs


def _names(texts: Sequence[Texts]) -> tuple[str, ...]:
    """Return the name of each part with texts, made of its first address; two alike are told apart."""
    names: dict[str, None] = {}
    for each in texts:
        address = each.documents[0].address.encode()
        name = turn = ""
        while not name or name in names:
            name = b32encode(blake2b(address + turn.encode(), digest_size=5).digest())[:6].decode().lower()
            turn += "+"
        names[name] = None
    return tuple(names)


def stretches(found: Sequence[str]) -> tuple[str, ...]:
    """Return for each full stretch of addresses a check of all addresses up to its end: six hexadecimal digits each."""
    checks: list[str] = []
    digest = blake2b(digest_size=3)
    for start in range(0, len(found) - STRETCH + 1, STRETCH):
        digest.update("\n".join(found[start : start + STRETCH]).encode())
        checks.append(digest.hexdigest())
    return tuple(checks)
