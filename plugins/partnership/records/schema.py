"""JSON Schemas of all files that editors write, made from the records, described in a language of editors.

An editor's program (VS Code with a YAML extension) completes and checks files by them; ``check`` itself does not use
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from partnership.language import LANGUAGES, SOURCE_LANGUAGE, Translator, package_translator
from partnership.records.content import Front
from partnership.records.fields import Moment
from partnership.records.files import DataKind
from partnership.records.of_original import common_keys
from partnership.records.texts import FIELD, translated_types

_FROM_FILE_NAME = ("id", "source")

_IN_ENGLISH: Final = "The same texts in other languages, under the codes of these and the same names"
LANGUAGE_CODE: Final = 2
"""Letters of the code of a language."""


def schemas(
    records: Mapping[str, DataKind], heads: Mapping[str, type[Front]], lang: str = LANGUAGES[0]
) -> dict[str, dict[str, Any]]:
    """Return every schema by its name, the file without ``.schema.json``: of kinds of records, and heads of texts.

    Keys are described in ``lang``, as far as the program speaks it, else in English.
    """
    made: dict[str, dict[str, Any]] = {}
    for name, kind in records.items():
        made[name] = _schema(kind.type, name, listed=kind.shape == "list", hidden=kind.shape == "record")
    for name, front in heads.items():
        made[name] = _schema(front, name, listed=False, hidden=False)
        _leave_to_original(made[name]["$defs"], front)
    for schema in made.values():
        _describe(schema, package_translator(lang if lang in LANGUAGES else SOURCE_LANGUAGE))
    return made


def _leave_to_original(components: dict[str, Any], head: type[msgspec.Struct]) -> None:
    """Let a translation leave out what its original tells: the schema wants these keys of originals alone."""
    left = {name for name, key in common_keys(head).items() if key.filler is not None}
    component = components[head.__name__]
    if left and issubclass(head, Front):
        component["required"] = [name for name in component["required"] if name not in left]
        component["if"] = {"not": {"required": ["translation"]}}
        component["then"] = {"required": sorted(left)}
    elif left:
        component["required"] = [name for name in component["required"] if name not in left]
    for key in common_keys(head).values():
        if key.part is not None:
            _leave_to_original(components, key.part)


def _schema(kind: type, name: str, *, listed: bool, hidden: bool) -> dict[str, Any]:
    translated = list(translated_types(kind))
    wanted = [kind, *(texts for _type, texts in translated)]
    references, components = msgspec.json.schema_components(wanted, schema_hook=_hook, ref_template="#/$defs/{name}")
    reference = references[0]
    for (record, _texts), texts_reference in zip(translated, references[1:], strict=True):
        _in_other_languages(components[record.__name__], texts_reference)
    if hidden:
        properties = components[kind.__name__]["properties"]
        for key in _FROM_FILE_NAME:
            properties.pop(key, None)
    body: dict[str, Any] = {"type": "array", "items": reference} if listed else reference
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{name}.schema.json",
        **body,
        "$defs": dict(sorted(components.items())),
    }


def _in_other_languages(component: dict[str, Any], texts: Any) -> None:
    """Let codes of languages be keys of a record, each with the record's texts in that language."""
    properties = component["properties"]
    properties.pop(FIELD)
    properties["en"] = {"description": _IN_ENGLISH, **texts}
    own = "|".join(sorted(name for name in properties if len(name) == LANGUAGE_CODE))
    component["patternProperties"] = {f"^(?!(?:{own})$)[a-z]{{2}}$": texts}


def _hook(kind: type) -> dict[str, Any]:
    if kind is Moment:
        return {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]+[0-9]{1,2}:[0-9]{2}.*)?$"}
    raise NotImplementedError(kind)


def _describe(node: Any, translator: Translator) -> None:
    """Put descriptions into a language, take away docstrings of the code, write patterns as JSON Schema knows them."""
    if isinstance(node, list):
        for item in node:
            _describe(item, translator)
    elif isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            node["pattern"] = node["pattern"].replace(r"\Z", "$")
        description = node.get("description")
        if isinstance(description, str):
            if node.get("type") == "object" and "properties" in node:
                del node["description"]
            else:
                node["description"] = translator.gettext(description)
        for value in node.values():
            _describe(value, translator)


def write_schemas(
    folder: Path, records: Mapping[str, DataKind], heads: Mapping[str, type[Front]], lang: str
) -> list[Path]:
    """Write every schema of :func:`schemas` into ``folder`` and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas(records, heads, lang).items():
        path = folder / f"{name}.schema.json"
        path.write_bytes(schema_bytes(schema))
        written.append(path)
    return written


def schema_bytes(schema: dict[str, Any]) -> bytes:
    """Return a schema as the bytes of its file."""
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"
