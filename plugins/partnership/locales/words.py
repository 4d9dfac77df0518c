"""Words of languages by which the program tells things apart, from ``words.json``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of all languages together, in small letters where the program compares so.

    A word of one language counts in texts of every language, since texts quote and names keep theirs.  ``teams`` are
    parts of the names of authors who are no person, ``bare_links`` texts of links that do not say where they lead.
    ``explaining`` stands between capitals and their meaning; ``known`` are capitals that need no explaining to those
    for whom sites of labour offices are.
    """

    teams: tuple[str, ...] = ()
    bare_links: tuple[str, ...] = ()
    explaining: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the words of all languages."""
    # JSON, not YAML: most builds ask for these words, and a parser of YAML takes long to load.
    text = Path(__file__).with_name("words.json").read_bytes()
    by_language = msgspec.json.decode(text, type=dict[str, Words])
    return Words(*(
        tuple(dict.fromkeys(word for some in by_language.values() for word in getattr(some, name)))
        for name in Words.__struct_fields__
    ))  # fmt: skip
