"""The page of all keys: fresh, whole, and readable as Markdown."""

from __future__ import annotations

import re

from partnership.kinds.registry import KINDS, RECORD_KINDS, record_schemas
from partnership.records.reference import reference
from partnership.records.schema import schemas
from tests.support.commands import PROJECT

HEADS = {kind.schema or kind.name: kind.front for kind in KINDS}
TABLES = {kind.name: kind for kind in RECORD_KINDS if kind.shape == "table"}


def test_the_page_is_fresh() -> None:
    """``schemas/keys.md`` says what the records say now; ``python3 tasks.py schemas`` writes it."""
    assert (PROJECT / "schemas" / "keys.md").read_text(encoding="utf-8") == reference(record_schemas(), TABLES, HEADS)


def test_every_key_of_every_file_stands_there_with_its_meaning() -> None:
    """Each key of each schema, and each column of the tables that people write, has a row in which nothing is empty."""
    page = reference(record_schemas(), TABLES, HEADS)
    sections = dict(zip(*[iter(re.split(r"^## (.*)$", page, flags=re.MULTILINE)[1:])] * 2, strict=True))
    made = schemas(record_schemas(), HEADS, "en")
    places = {f"`data/{kind.path}`": name for name, kind in record_schemas().items()}
    places |= {f"Head of {name}": name for name in HEADS}
    for place, name in places.items():
        for part in made[name]["$defs"].values():
            for key in part.get("properties", {}):
                assert f"`{key}`" in sections[place], (place, key)
    assert {"`data/figures/*.csv`", "`data/localities.csv`"} <= sections.keys()
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    assert all(len(row) == 3 and all(row) for row in rows) and len(rows) > 300


def test_own_kinds_have_their_keys() -> None:
    """A kind of a site's own stands there like those of every site."""
    heads = {**HEADS, "fair": HEADS["news"]}
    assert "## Head of fair" in reference(record_schemas(), TABLES, heads)
