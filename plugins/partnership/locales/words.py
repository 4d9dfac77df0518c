"""Words of languages by which the program tells things apart, from ``words.yaml``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec
import yaml


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of all languages together; ``words.yaml`` says what each list is for."""

    teams: tuple[str, ...] = ()
    bare_links: tuple[str, ...] = ()
    explaining: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the words of all languages."""
    text = Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    by_language = msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), dict[str, Words])
    return Words(*(
        tuple(dict.fromkeys(word for some in by_language.values() for word in getattr(some, name)))
        for name in Words.__struct_fields__
    ))  # fmt: skip
