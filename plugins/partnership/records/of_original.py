"""What a translated document has in common with its original: facts, which are said once, and words, which each says.

A day, a state, a code, an id or a number is the same in every language: it is the original's, whatever the kind.  The
types of a head's keys tell which are facts; keys that every Markdown file may carry (:class:`Front`) are each file's
own, but for its date, which is the original's where a translation leaves it out.  So is a line of words, such as a
place, shown as one of the original's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Annotated, Any, Final, Literal, NamedTuple, cast, get_args, get_origin

import msgspec

from partnership.locales.marks import marked
from partnership.records.content import Document, Front
from partnership.records.fields import decode_hook, encode_hook
from partnership.records.leaves import leaves
from partnership.records.reading import UNKNOWN_DAY
from partnership.sources.strict_yaml import KeyPath

Role = Literal["fact", "day", "line", "words", "parts"]
"""What a key is: a fact, the day of publication, a line of words, longer words, or a list of parts with facts."""

LINE: Final = 400
"""Most characters of a line."""
_ANY_TEXT: Final = r"\S"
"""Pattern of what may be any words; another pattern makes a code or an address of a text."""
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
_STAND_INS: Final[tuple[Any, ...]] = (
    UNKNOWN_DAY.text,
    [],
    0,
    1,
    False,
    "a",
    "0",
    "1201",
    "00-000",
    "12:00",
    "a@a.pl",
    "https://a.pl",
)
"""What stands in the place of a fact that is yet to come, the first that its type takes."""
_OPENNESS: Final = ("draft", "hidden", "published")


class _Key(NamedTuple):
    """A key of a head or of a part: its role, what fills it where it must be there, and the type of its parts."""

    role: Role
    filler: Any
    part: type[msgspec.Struct] | None


class Contrary(NamedTuple):
    """What a translation says otherwise than its original: where, and both values as they are written.

    ``address`` is one on the web that only one of two lines names; ``day`` tells that it is dated before its original.
    """

    place: KeyPath
    own: str
    original: str
    address: str = ""
    day: bool = False


def filled(raw: Any, head: type[Front]) -> tuple[Any, tuple[str, ...]]:
    """Return the plain data of a head with something in each place that a translation leaves to its original.

    And these places, as keys joined by dots.  What is no translation stays as it is.
    """
    if not isinstance(raw, dict) or not isinstance(raw.get("translation"), str):
        return raw, ()
    left: set[str] = set()
    values = _filled(raw, head, "", left)
    return values, tuple(sorted(left))


def _filled(raw: dict[Any, Any], kind: type[msgspec.Struct], above: str, left: set[str]) -> dict[Any, Any]:
    values = dict(raw)
    for name, key in common_keys(kind).items():
        if key.role in ("fact", "day") and key.filler is not None and name not in values:
            values[name] = key.filler
            left.add(f"{above}{name}")
        elif key.part is not None and isinstance(values.get(name), list):
            values[name] = [
                _filled(one, key.part, f"{above}{name}.{place}.", left) if isinstance(one, dict) else one
                for place, one in enumerate(values[name])
            ]
    return values


def joined(document: Document[Any], original: Document[Any]) -> Document[Any]:
    """Return a translation with the facts of its original, and never more public than that."""
    front, base = document.front, original.front
    if type(front) is not type(base):
        return document
    changes = _taken(front, base, document.left_out, base.lang)
    if _OPENNESS.index(base.state) < _OPENNESS.index(front.state):
        changes["state"] = base.state
    if not changes:
        return document
    told = msgspec.msgpack.encode(sorted(changes.items()), enc_hook=encode_hook)
    digest = blake2b(document.digest + told, digest_size=20).digest() if document.digest else b""
    return msgspec.structs.replace(document, front=msgspec.structs.replace(front, **changes), digest=digest)


def _taken(own: Any, base: Any, left: tuple[str, ...], lang: str, above: str = "") -> dict[str, Any]:
    """Return the values of the original that a head or part of its translation gets, by key."""
    changes: dict[str, Any] = {}
    kind: type = type(own)
    for name, key in common_keys(kind).items():
        value, known = getattr(own, name), getattr(base, name)
        if key.role == "day":
            taken = known if f"{above}{name}" in left or value.day < known.day else value
        elif key.role == "fact":
            taken = known
        elif key.role == "line":
            taken = value if value not in (None, ()) else _shown(known, lang)
        elif key.role == "parts":
            taken = _taken_parts(value, known, left, lang, f"{above}{name}.")
        else:
            taken = value
        if taken != value:
            changes[name] = taken
    return changes


def _taken_parts(own: Any, base: Any, left: tuple[str, ...], lang: str, above: str) -> Any:
    if not isinstance(own, tuple):
        changes = _taken(own, base, left, lang, above) if own is not None and base is not None else {}
        return msgspec.structs.replace(own, **changes) if changes else own
    made = list(own)
    for place, (one, other) in enumerate(zip(own, base, strict=False)):
        changes = _taken(one, other, left, lang, f"{above}{place}.")
        if changes:
            made[place] = msgspec.structs.replace(one, **changes)
    return tuple(made)


def _shown(value: Any, lang: str) -> Any:
    if isinstance(value, str):
        return marked(value, lang)
    return tuple(_shown(one, lang) for one in value) if isinstance(value, tuple) else value


def contrary(document: Document[Any], original: Document[Any]) -> Iterator[Contrary]:
    """Yield every fact that a translation tells otherwise than its original."""
    if type(document.front) is type(original.front):
        yield from _contrary(document.front, original.front, document.left_out, ())


def _contrary(own: Any, base: Any, left: tuple[str, ...], above: KeyPath) -> Iterator[Contrary]:
    kind: type = type(own)
    for name, key in common_keys(kind).items():
        place = (*above, name)
        value, known = getattr(own, name), getattr(base, name)
        if value in (None, ()) or ".".join(map(str, place)) in left:
            continue
        if key.role == "day":
            if value.day < known.day:
                yield Contrary(place, _written(value), _written(known), day=True)
        elif key.role == "fact":
            if _compared(value) != _compared(known):
                yield Contrary(place, _written(value), _written(known))
        elif key.role == "line":
            if type(value) is type(known) is int and value != known:
                yield Contrary(place, _written(value), _written(known))
            elif isinstance(value, str) and isinstance(known, str):
                apart = sorted(_addresses(value) ^ _addresses(known))
                if apart:
                    yield Contrary(place, value, known, address=apart[0])
        elif key.role == "parts":
            pairs = zip(value, known, strict=False) if isinstance(value, tuple) else [(value, known)]
            for number, (one, other) in enumerate(pairs):
                inside = (*place, number) if isinstance(value, tuple) else place
                if other is not None:
                    yield from _contrary(one, other, left, inside)


def _addresses(text: str) -> frozenset[str]:
    return frozenset(one.rstrip(".,;:!?)") for one in _ADDRESS.findall(text))


def _compared(value: Any) -> Any:
    """Return a value as it is compared: the order of codes and ids says nothing."""
    return frozenset(value) if isinstance(value, tuple) else value


def _written(value: Any) -> str:
    """Return a value as somebody would write it."""
    if isinstance(value, tuple):
        return ", ".join(map(_written, value))
    if isinstance(value, bool):
        return str(value).lower()
    clock = getattr(value, "timed", False)
    if clock:
        return f"{value.at:%Y-%m-%dT%H:%M}"
    return value.isoformat() if hasattr(value, "isoformat") else "" if value is None else str(value)


@lru_cache(maxsize=128)
def common_keys(kind: type) -> dict[str, _Key]:
    """Return the keys of a head, or of a part in one, that have to do with the original."""
    own = frozenset(Front.__struct_fields__) if issubclass(kind, Front) else frozenset()
    found: dict[str, _Key] = {}
    for field in msgspec.structs.fields(cast(type[msgspec.Struct], kind)):
        if field.name in own:
            continue
        plain = tuple(leaves(field.type))
        parts = [one for one, _listed in plain if isinstance(one, type) and issubclass(one, msgspec.Struct)]
        texts = [listed for one, listed in plain if _is_words(one)]
        if field.name == "date" and issubclass(kind, Front):
            role: Role = "day"
            if not field.required:
                continue
        elif parts:
            if len(plain) > 2 or not common_keys(parts[0]):
                continue
            role = "parts"
        elif texts:
            role = "words" if all(texts) or any(_is_long(one) for one, _listed in plain) else "line"
        else:
            role = "fact"
        filler = _filler(field.type, plain) if field.required else None
        found[field.name] = _Key(role, filler, parts[0] if parts else None)
    return found if any(one.role != "words" for one in found.values()) else {}


def _filler(wanted: Any, plain: tuple[tuple[Any, bool], ...]) -> Any:
    """Return plain data that a key of a type takes, until the original's value is known; None where nothing does."""
    chosen = [get_args(leaf)[0] for leaf, _listed in plain if get_origin(leaf) is Literal]
    for one in (*chosen, *_STAND_INS):
        try:
            msgspec.convert(one, wanted, dec_hook=decode_hook)
        except (msgspec.ValidationError, ValueError):
            continue
        return one
    return None


def _is_words(leaf: Any) -> bool:
    """Tell whether a type is of words that a language has its own for, and no code, id or address."""
    if leaf is str:
        return True
    if get_origin(leaf) is not Annotated or leaf.__origin__ is not str:
        return False
    return all(one.pattern in (None, _ANY_TEXT) for one in leaf.__metadata__)


def _is_long(leaf: Any) -> bool:
    """Tell whether a type is of texts longer than a line."""
    longest = [one.max_length for one in getattr(leaf, "__metadata__", ()) if one.max_length is not None]
    return bool(longest) and max(longest) > LINE
