"""Texts of records in other languages: for each type of record the type of its translation, made from the record's own.

A record carries them under the language's code, with the same keys as itself: texts only, lists by position, ``null``
where an entry stays as it is, or by the ids of entries that have one.  What is text is told by the types of a record's
fields: :data:`Line` and :data:`Text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any, Final, Union, cast, get_origin

import msgspec
from msgspec import Meta

from partnership.language import _
from partnership.nearest import nearest
from partnership.records.fault import Fault, Faults
from partnership.records.fields import Id, Line, Part, Text
from partnership.records.leaves import leaves
from partnership.records.reading import read_record
from partnership.sources.strict_yaml import KeyPath

FIELD: Final = "translations"
"""The field of a record that holds its translations by language; no key of a file has this name."""

_TWO_LETTERS: Final = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj
kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv
ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
CODES: Final = frozenset(_TWO_LETTERS.split())
"""Codes of languages (ISO 639-1) that may be a key of a record."""

NOT_TRANSLATED: Final = frozenset(
    (
        ("Record", "owner"),
        ("Institution", "owner"),
        ("Partner", "owner"),
        ("WorkingGroup", "owner"),
        ("Offer", "owner"),
        ("County", "owner"),
        ("Accessibility", "owner"),
        ("Redundancies", "owner"),
        ("Institution", "street"),
        ("Institution", "city"),
        ("Consultant", "name"),
        ("School", "city"),
        ("Employer", "size"),
        ("AccessibilityContact", "name"),
        ("OfferFigure", "dimension"),
        ("SiteProfile", "time_zone"),
    )
)
"""Texts that are the same in every language: names of people and places, and what is compared with other files."""

OF_ITS_OWN: Final = frozenset((("Service", "synonyms"), ("SiteProfile", "keywords")))
"""Lists that are no translation of each other: what people say in a language, as many entries as it needs."""

MAY_STAY: Final = frozenset(
    (
        ("County", "seat"),
        ("Indicator", "unit"),
        ("School", "name"),
        ("Site", "name"),
        ("Employer", "name"),
        ("Source", "licence"),
        ("MinimumWage", "currency"),
        ("Letter", "opening"),
        ("Letter", "closing"),
        ("Region", "genitive"),
        ("Region", "adjective"),
    )
)
"""Texts that nobody misses in another language: names, signs, cases of Polish, what goes to a Polish office."""

FORMS: Final = MappingProxyType(
    {
        ("County", "genitive"): "name",
        ("County", "locative"): "name",
        ("County", "seat_locative"): "seat",
        ("Region", "genitive"): "name",
        ("Region", "locative"): "name",
        ("Region", "adjective"): "name",
    }
)
"""Forms of a name that sentences of some languages need, and the name: another language does with that alone."""

ALSO_TRANSLATED: Final = frozenset((("Indicator", "unit"),))
"""Texts whose types do not say so."""

_TEXT_MARKS: Final = frozenset(id(annotation.__metadata__[0]) for annotation in (cast(Any, Line), cast(Any, Text)))


class _Shape(msgspec.Struct, frozen=True):
    """What of a field is text: its strings, and the parts that lie in it."""

    strings: bool
    parts: tuple[type, ...]
    listed: bool


@lru_cache(maxsize=128)
def text_fields(kind: type) -> dict[str, bool]:
    """Return the fields of a record or part that hold texts, and whether strings right in them are texts."""
    return {name: shape.strings for name, (shape, _described) in _shapes(kind).items()}


@lru_cache(maxsize=128)
def texts_type(kind: type) -> type[msgspec.Struct] | None:
    """Return the type of a record's translation, every key optional; None for what has no texts."""
    fields: list[tuple[str, Any, Any]] = []
    for name, (shape, described) in _shapes(kind).items():
        if not shape.strings and not shape.parts:
            continue
        inner: list[Any] = [texts for part in shape.parts if (texts := texts_type(part)) is not None]
        if shape.strings:
            inner.append(Text)
        wanted = _any_of(inner)
        if shape.listed:
            listed = cast(Any, tuple)[wanted, ...]
            by_id = [cast(Any, dict)[Id, wanted]] if any(hasattr(part, "id") for part in shape.parts) else []
            wanted = _any_of([listed, *by_id, *([Text] if shape.strings and not shape.parts else [])])
        described_type: Any = Annotated[wanted, Meta(description=described)] if described else wanted
        fields.append((name, described_type, None))
    if not fields:
        return None
    return msgspec.defstruct(
        f"{kind.__name__}Texts", fields, bases=(Part,), frozen=True, kw_only=True, forbid_unknown_fields=True
    )


def _any_of(members: list[Any]) -> Any:
    """Return the type of what is one of the members or nothing; they are known only when this runs."""
    return cast(Any, Union)[(*members, None)]


@lru_cache(maxsize=128)
def _shapes(kind: type) -> dict[str, tuple[_Shape, str]]:
    found: dict[str, tuple[_Shape, str]] = {}
    for field in msgspec.structs.fields(cast(type[msgspec.Struct], kind)):
        if field.name in ("id", "source", FIELD) or (kind.__name__, field.name) in NOT_TRANSLATED:
            continue
        strings, parts, listed, apart = False, [], False, False
        for leaf, in_list in leaves(field.type):
            if isinstance(leaf, type) and issubclass(leaf, msgspec.Struct):
                if FIELD in leaf.__struct_fields__:
                    apart = True
                elif text_fields(leaf):
                    parts.append(leaf)
                    listed |= in_list
            elif _is_text(leaf) or (kind.__name__, field.name) in ALSO_TRANSLATED:
                strings = True
                listed |= in_list
        if strings or parts or apart:
            found[field.name] = (_Shape(strings, tuple(parts), listed), _description(field.type))
    return found


def _is_text(leaf: Any) -> bool:
    return get_origin(leaf) is Annotated and any(id(one) in _TEXT_MARKS for one in leaf.__metadata__)


def _description(annotation: Any) -> str:
    if get_origin(annotation) is Annotated:
        for one in annotation.__metadata__:
            if isinstance(one, Meta) and one.description:
                return one.description
    return ""


def gathered(raw: Any, kind: type) -> tuple[Any, list[Fault]]:
    """Return plain data of a record with its translations under one key, and what is wrong in them.

    Keys that are codes of languages, and no field of their own, hold translations; so they do in parts of a record
    that are translated one by one.
    """
    faults: list[Fault] = []
    return _gathered(raw, kind, (), faults), faults


def _gathered(raw: Any, kind: type, path: KeyPath, faults: list[Fault]) -> Any:
    if not isinstance(raw, dict):
        return raw
    inner, own = _translated_parts(kind)
    changed: dict[str, Any] = {}
    for name, part in inner.items():
        value = raw.get(name)
        if isinstance(value, list):
            changed[name] = [_gathered(one, part, (*path, name, place), faults) for place, one in enumerate(value)]
        elif isinstance(value, dict):
            changed[name] = _gathered(value, part, (*path, name), faults)
    codes = [code for code in raw if code in own]
    if codes:
        wanted = texts_type(kind)
        known: dict[str, Any] = {}
        for code in codes:
            texts = raw[code]
            if wanted is not None:
                faults += _faults_of(texts, raw, wanted, (*path, code))
            known[code] = texts if isinstance(texts, dict) else {}
        changed[FIELD] = known
    if FIELD in raw and own:
        message = _("“%(key)s” is not a known field here", key=FIELD)
        hint = _("write the texts of another language under its code, e.g. “en:”")
        faults.append(Fault((*path, FIELD), "unknown-key", message, hint, at_key=True))
        changed.setdefault(FIELD, {})
    return {key: value for key, value in raw.items() if key not in codes} | changed if changed else raw


def _faults_of(texts: Any, raw: dict[Any, Any], wanted: type, path: KeyPath) -> Iterator[Fault]:
    try:
        read_record(texts, wanted)
    except Faults as error:
        yield from (
            Fault((*path, *one.path), one.code, one.message, one.hint, one.at_key, one.suggestion)
            for one in error.faults
        )
        return
    yield from without_original(texts, raw, path, wanted.__name__.removesuffix("Texts"))


def translated_types(kind: type) -> Iterator[tuple[type, type]]:
    """Yield a type and those of its parts that carry translations of their own, each with its translation's type."""
    seen: set[type] = set()
    todo = [kind]
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.add(one)
        inner, own = _translated_parts(one)
        texts = texts_type(one)
        if own and texts is not None:
            yield one, texts
        todo += inner.values()


@lru_cache(maxsize=128)
def _translated_parts(kind: type) -> tuple[dict[str, type], frozenset[str]]:
    """Return the parts of a type that carry translations of their own, by field, and the codes that are its keys."""
    fields = msgspec.structs.fields(cast(type[msgspec.Struct], kind))
    inner = {}
    for field in fields:
        for leaf, _in_list in leaves(field.type):
            if isinstance(leaf, type) and issubclass(leaf, msgspec.Struct) and any(_translated_parts(leaf)):
                inner[field.name] = leaf
    names = {field.name for field in fields}
    return inner, CODES - names if FIELD in names else frozenset()


def of_entry(texts: Any, place: int, entry: Any) -> tuple[str | int, Any]:
    """Return where a translated list says something of an entry, and what: by its id or by its place.

    ``entry`` is one of the record or of its plain data.
    """
    if isinstance(texts, dict):
        identifier = entry.get("id") if isinstance(entry, dict) else getattr(entry, "id", entry)
        return (identifier, texts.get(identifier)) if isinstance(identifier, str) else (place, None)
    return place, texts[place] if isinstance(texts, list) and place < len(texts) else None


def without_original(texts: Any, original: Any, path: KeyPath, kind: str = "") -> Iterator[Fault]:
    """Yield a fault for each entry of a translated list that the record's own has not; ``kind`` names the record."""
    if isinstance(original, list):
        if isinstance(texts, dict):
            yield from _unknown_ids(texts, original, path)
        elif isinstance(texts, list) and len(texts) > len(original):
            yield _too_many(texts, original, path)
        for place, entry in enumerate(original):
            key, inner = of_entry(texts, place, entry)
            yield from without_original(inner, entry, (*path, key))
    elif isinstance(texts, list):
        yield _too_many(texts, [], path)
    elif isinstance(texts, dict) and isinstance(original, dict):
        for key, value in texts.items():
            if (kind, key) not in OF_ITS_OWN:
                yield from without_original(value, original.get(key), (*path, key))


def _too_many(texts: list[Any], original: list[Any], path: KeyPath) -> Fault:
    message = _("The list has %(number)d entries here, %(own)d in the original", number=len(texts), own=len(original))
    hint = _("write as many entries as the original has, in its order; “null” where one stays as it is")
    return Fault(path, "wrong-length", message, hint)


def _unknown_ids(texts: dict[Any, Any], original: list[Any], path: KeyPath) -> Iterator[Fault]:
    known = [one.get("id") if isinstance(one, dict) else one for one in original]
    for key in texts:
        if key not in known:
            near = nearest(str(key), [one for one in known if isinstance(one, str)])
            message = _("The original has no entry “%(id)s”", id=key)
            hint = _("did you mean “%(near)s”?", near=near) if near else _("write the id of an entry, or remove this")
            yield Fault((*path, key), "unknown-reference", message, hint, at_key=True, suggestion=near)
