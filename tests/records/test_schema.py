"""The JSON Schemas that editors' programs use: as the records are now, in Polish, and true of the site's own files."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from partnership.kinds.registry import KINDS, data_kind, record_schemas
from partnership.records.schema import schema_bytes, schemas
from partnership.sources import strict_yaml
from tests.support.commands import PROJECT, Outcome

SCHEMA = {kind.name: kind.schema or kind.name for kind in KINDS}
HEADS = {SCHEMA[kind.name]: kind.front for kind in KINDS}


@pytest.mark.parametrize("name", sorted(schemas(record_schemas(), HEADS)))
def test_stored_schema_is_fresh(name: str) -> None:
    """``schemas/`` holds what the records say now; ``python3 tasks.py schemas`` writes it."""
    stored = (PROJECT / "schemas" / f"{name}.schema.json").read_bytes()
    assert stored == schema_bytes(schemas(record_schemas(), HEADS)[name]), "run: python3 tasks.py schemas"


def test_no_schema_is_left_over() -> None:
    """Every stored schema belongs to a kind of file."""
    names = {f"{name}.schema.json" for name in schemas(record_schemas(), HEADS)}
    assert {path.name for path in (PROJECT / "schemas").iterdir()} == {*names, "keys.md"}


def test_every_property_is_described() -> None:
    """Whoever completes a key sees what it means."""
    bare = [
        f"{name}: {key}"
        for name, one in schemas(record_schemas(), HEADS).items()
        for key, value in _properties(one)
        if "description" not in value
    ]
    assert bare == []


def _properties(node: Any) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    if isinstance(node, dict):
        found += list(node.get("properties", {}).items()) if isinstance(node.get("properties"), dict) else []
        for value in node.values():
            found += _properties(value)
    elif isinstance(node, list):
        for value in node:
            found += _properties(value)
    return found


@cache
def _validators() -> dict[str, Draft202012Validator]:
    found = {}
    for path in sorted((PROJECT / "schemas").glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        # Programs for YAML check formats, too: a day is no other text.
        found[path.name] = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return found


def _files() -> list[tuple[str, str, str]]:
    """Return every file that editors write: its path, the schema it is held to, its YAML text."""
    found = []
    for path in sorted((PROJECT / "data").rglob("*.yaml")):
        known = data_kind(path.relative_to(PROJECT / "data").as_posix())
        assert known is not None, path
        kind = known[0]
        found.append((path, kind.schema or kind.name, path.read_text(encoding="utf-8")))
    for path in sorted((PROJECT / "content").rglob("*.md")):
        folder = path.relative_to(PROJECT / "content").parts[0]
        head = path.read_text(encoding="utf-8").split("\n---\n", 1)[0].removeprefix("---\n")
        found.append((path, SCHEMA[folder], head))
    return [(path.relative_to(PROJECT).as_posix(), f"{name}.schema.json", text) for path, name, text in found]


def _faults(schema: str, value: object) -> list[str]:
    return [f"{'.'.join(map(str, one.path))}: {one.message[:200]}" for one in _validators()[schema].iter_errors(value)]


def test_every_file_fits_its_schema() -> None:
    """An editor's program underlines nothing in the site's own files: each of them is valid by its stored schema."""
    files = _files()
    assert {schema for _path, schema, _text in files} == set(_validators())
    faults = {path: found for path, schema, text in files if (found := _faults(schema, strict_yaml.load(text)))}
    assert not faults


@pytest.mark.parametrize(
    ("schema", "value", "place"),
    [
        ("institution", {"name": "Urząd", "type": "x", "county": "1201", "phon": ["12 345 67 89"]}, "phon"),
        ("institution", {"name": "Urząd", "type": "x", "county": 1201}, "county"),
        ("institution", {"name": "Urząd", "type": "x", "county": "1201", "verified": "24.11.2026"}, "verified"),
        ("partner", {"institution": "x", "consultants": [{"role": "doradca", "consent": True}]}, "name"),
        ("news", {"title": "Wpis", "date": "2026-11-24", "state": "szkic"}, "state"),
        ("meeting", {"title": "Spotkanie", "date": "2026-11-24"}, "starts"),
        ("services", [{"id": "staz"}], "name"),
    ],
)
def test_schema_underlines_a_mistake(schema: str, value: object, place: str) -> None:
    """What ``check`` refuses in a single file, an editor's program already marks: keys, types, codes, days, choices."""
    assert any(place in fault for fault in _faults(f"{schema}.schema.json", value))


def test_vs_code_knows_which_file_has_which_schema() -> None:
    """Each kind of data file is wired to its schema in ``.vscode/settings.json``, by a pattern that finds its files."""
    wired = json.loads((PROJECT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for name, kind in record_schemas().items():
        pattern = wired[f"./schemas/{name}.schema.json"]
        found = [path.relative_to(PROJECT / "data").as_posix() for path in PROJECT.glob(pattern)]
        assert found and all((known := data_kind(one)) and known[0] == kind for one in found), pattern


def test_task_writes_the_schemas(call: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """``schemas`` prints each file that it writes; what it writes is what is stored."""
    (tmp_path / "pelicanconf.py").write_text("", encoding="utf-8")
    monkeypatch.setenv("PARTNERSHIP_SITE", str(tmp_path))
    outcome = call("schemas")
    written = {path.name: path.read_bytes() for path in (tmp_path / "schemas").iterdir()}
    assert outcome.status == 0 and len(outcome.out.splitlines()) == len(written)
    assert written == {path.name: path.read_bytes() for path in (PROJECT / "schemas").iterdir()}


def test_a_site_abroad_is_described_in_english(
    call: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Editors of a site in another language than Polish read English descriptions."""
    (tmp_path / "pelicanconf.py").write_text('DEFAULT_LANG = "es"\n', encoding="utf-8")
    monkeypatch.setenv("PARTNERSHIP_SITE", str(tmp_path))
    assert call("schemas").status == 0
    text = (tmp_path / "schemas" / "institution.schema.json").read_text(encoding="utf-8")
    assert "Full name of the institution" in text and "Kto odpowiada" not in text
