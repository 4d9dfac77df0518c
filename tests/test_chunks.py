"""ParsedFile parts change how long a file takes and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.catalogue.address_tables import site_addresses
from partnership.catalogue.addresses import standing_in
from partnership.catalogue.catalogue import Catalogue
from partnership.chunks import NO_CACHE, ChunkCache, Row, Rows
from partnership.engine.entry import build
from partnership.items.item import Publication
from partnership.publications import finder_index
from partnership.publications.open_data import plan as open_data
from partnership.records.institution import Institution, OpeningHours, ServiceGiven
from partnership.settings import Settings
from tests.support.publications import Published
from tests.support.searches import examples
from tests.support.site import Site

SALT = b"salt"


class Made:
    """A function of a run of rows that counts what it was asked for."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    def make(self, common: str, rows: Sequence[Row]) -> list[str]:
        """Return the rows' second values, marked."""
        self.rows += [row[0] for row in rows]
        return [common + row[1] for row in rows]


def _rows(count: int) -> list[Row]:
    return [(f"id-{number}", f"text {number}") for number in range(count)]


def _joined(cache: ChunkCache, made: Made, common: str, rows: list[Row]) -> list[str]:
    return [one for chunk in cache.chunks_of("list", made.make, common, Rows(rows)) for one in chunk]


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    """One row edited, added or deleted costs the run it stands in; all others come from the cache."""
    rows = _rows(1000)
    cache = ChunkCache(tmp_path / "chunks", SALT)
    _joined(cache, Made(), ">", rows)
    for edited in (
        [*rows[:500], ("id-500", "other"), *rows[501:]],
        [*rows[:500], *rows[501:]],
        [*rows[:500], ("new", "new"), *rows[500:]],
    ):
        made = Made()
        assert _joined(cache, made, ">", edited) == [">" + row[1] for row in edited]
        assert len(made.rows) < 300
    again = Made()
    _joined(cache, again, ">", edited)
    assert again.rows == []


def test_parts_of_other_code_or_of_another_common_are_not_used(tmp_path: Path) -> None:
    """The salt, the function and what is common to all decide with the rows."""
    rows = _rows(10)
    for salt, common in ((SALT, ">"), (b"other", ">"), (b"other", "<")):
        made = Made()
        cache = ChunkCache(tmp_path, salt)
        assert _joined(cache, made, common, rows) == [common + row[1] for row in rows]
        assert len(made.rows) == 10


def test_sites_that_share_a_cache_do_not_make_it_grow(tmp_path: Path) -> None:
    """What another has added ends what counts; the next to write begins anew."""
    rows = _rows(1000)
    sizes = []
    for number in range(20):
        rows[500] = ("id-500", f"other {number:02}")
        cache = ChunkCache(tmp_path, SALT if number % 3 else b"other")
        assert _joined(cache, Made(), ">", rows) == [">" + row[1] for row in rows]
        sizes.append((tmp_path / "list.chunks").stat().st_size)
    assert max(sizes) < 2 * sizes[0]


def test_the_cache_does_not_grow(tmp_path: Path) -> None:
    """What a build does not use is gone soon after it."""
    cache = ChunkCache(tmp_path, SALT)
    _joined(cache, Made(), ">", _rows(2000))
    large = (tmp_path / "list.chunks").stat().st_size
    _joined(cache, Made(), ">", _rows(20))
    assert (tmp_path / "list.chunks").stat().st_size < large / 20
    rows = _rows(1000)
    sizes = []
    for number in range(300):
        rows[number * 7 % 1000] = (f"id-{number * 7 % 1000}", f"other {number:03}")
        _joined(cache, Made(), ">", rows)
        sizes.append((tmp_path / "list.chunks").stat().st_size)
    assert max(sizes) < 2.2 * sizes[0]
    assert sizes != sorted(sizes)
    assert [one.name for one in tmp_path.iterdir()] == ["list.chunks"]


def test_only_what_is_new_is_written(tmp_path: Path) -> None:
    """One row edited adds its run to the file; what lies there already is not written again."""
    rows = _rows(2000)
    cache = ChunkCache(tmp_path, SALT)
    _joined(cache, Made(), ">", rows)
    before = (tmp_path / "list.chunks").read_bytes()
    _joined(cache, Made(), ">", [("id-0", "other"), *rows[1:]])
    after = (tmp_path / "list.chunks").read_bytes()
    assert after.startswith(before) and len(after) < len(before) * 1.2


def test_half_a_block_is_none(tmp_path: Path) -> None:
    """What a killed build left of its block is not used, and gone after the next build."""
    rows = _rows(2000)
    edited = [("id-0", "other"), *rows[1:]]
    cache = ChunkCache(tmp_path, SALT)
    _joined(cache, Made(), ">", rows)
    before = (tmp_path / "list.chunks").stat().st_size
    _joined(cache, Made(), ">", edited)
    whole = (tmp_path / "list.chunks").read_bytes()
    for left in range(before + 1, len(whole), 97):
        (tmp_path / "list.chunks").write_bytes(whole[:left])
        made = Made()
        assert _joined(cache, made, ">", edited) == [">" + row[1] for row in edited]
        assert 0 < len(made.rows) < 300
        made = Made()
        _joined(cache, made, ">", edited)
        assert made.rows == []


@pytest.mark.parametrize("damage", [b"", b"x" * 19, b"x" * 500])
def test_a_damaged_file_is_no_error(tmp_path: Path, damage: bytes) -> None:
    """Parts whose digest is not right are made anew, and kept again."""
    rows = _rows(10)
    cache = ChunkCache(tmp_path, SALT)
    _joined(cache, Made(), ">", rows)
    sound = (tmp_path / "list.chunks").read_bytes()
    (tmp_path / "list.chunks").write_bytes(damage or sound[:-1] + b"?")
    assert _joined(cache, Made(), ">", rows) == [">" + row[1] for row in rows]
    assert (tmp_path / "list.chunks").read_bytes() == sound


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """Then nothing is kept."""
    (tmp_path / "chunks").write_text("a file", encoding="utf-8")
    cache = ChunkCache(tmp_path / "chunks", SALT)
    assert cache.chunk_of("whole", len, "abc") == 3


def test_a_part_of_no_rows(tmp_path: Path) -> None:
    """What is made of no records is kept like the rest."""
    asked: list[str] = []

    def make(text: str) -> dict[str, bytes]:
        asked.append(text)
        return {"text": text.encode()}

    cache = ChunkCache(tmp_path, SALT)
    for text in ("a", "a", "b"):
        assert cache.chunk_of("whole", make, text) == {"text": text.encode()}
    assert asked == ["a", "b"]


def test_a_build_keeps_parts(site: Site, tmp_path: Path) -> None:
    """They lie in the cache, and the next build takes from there what one record did not change."""
    arranged = Settings(
        content=site.content, data=site.data, output=site.output, cache=tmp_path / "cache", build_date=date(2026, 3, 1)
    )
    for number in range(200):
        site.institution(f"placowka-{number}", name=f"Placówka {number}")
    build(arranged)
    kept = tmp_path / "cache/chunks/finder-institutions-pl.chunks"
    before = kept.read_bytes()
    site.institution("placowka-100", name="Placówka 100", description="Doradztwo.")
    build(arranged)
    assert kept.read_bytes().startswith(before) and len(kept.read_bytes()) > len(before)


@cache
def _catalogue() -> tuple[Catalogue, Settings]:
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        site.post("a")
        published = Published(site, "open_data.plan")
    return published.catalogue, published.settings


TEXT = st.sampled_from(["Zażółć", "a;b", '="x"', "dwa\nwiersze", "doradztwo dla firm"])
SERVICES = st.lists(
    st.one_of(
        st.sampled_from(["posrednictwo", "nieznana"]),
        st.builds(ServiceGiven, id=st.just("posrednictwo"), note=st.none() | TEXT, documents=st.tuples(TEXT)),
    ),
    max_size=2,
).map(tuple)
INSTITUTION = st.fixed_dictionaries(
    {
        "name": TEXT,
        "type": st.sampled_from(["labour-office", "inny"]),
        "county": st.sampled_from(["1201", "1261"]),
        "serves": st.sampled_from([None, "region", ("1202",), ("1201", "1202")]),
        "city": st.none() | TEXT,
        "street": st.none() | TEXT,
        "latitude": st.none() | st.sampled_from([50.0, 49.97]),
        "phone": st.sampled_from([(), ("14 615 30 01",)]),
        "email": st.sampled_from([(), ("a@example.org", "b@example.org")]),
        "website": st.sampled_from([None, "https://example.org/"]),
        "opening_hours": st.sampled_from([(), (OpeningHours(days=("mon",), opens="07:30", closes="15:30"),)]),
        "services": SERVICES,
        "audiences": st.sampled_from([(), ("employer", "jobseeker")]),
        "description": st.none() | TEXT,
        "verified": st.sampled_from([None, date(2026, 1, 20)]),
        "owner": st.none() | TEXT,
    }
)
STEP = st.one_of(
    st.tuples(st.integers(0, 40), INSTITUTION | st.none()),
    st.tuples(st.just("damage"), st.integers(0, 30)),
)


def _publications(institutions: dict[int, dict[str, Any]]) -> dict[str, Publication]:
    catalogue, arranged = _catalogue()
    records = tuple(Institution(id=f"placowka-{number}", **fields) for number, fields in sorted(institutions.items()))
    catalogue = msgspec.structs.replace(catalogue, institutions=records)
    items = [*open_data.plan(catalogue, arranged), *finder_index.plan(catalogue, arranged)]
    return {item.address: item for item in items if isinstance(item, Publication)}


@examples(25)
@given(st.lists(STEP, min_size=2, max_size=12))
def test_files_of_kept_parts_are_as_files_of_none(steps: list[tuple[Any, Any]]) -> None:
    """After any edits, additions, deletions and damage each file has the bytes of one made from nothing."""
    institutions: dict[int, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder, standing_in(site_addresses(("pl",)).first):
        for what, to in steps:
            if what == "damage":
                for number, path in enumerate(sorted(Path(folder).iterdir())):
                    if number == to:
                        path.write_bytes(path.read_bytes()[: -to - 1])
            elif to is None:
                institutions.pop(what, None)
            else:
                institutions[what] = to
            for address, item in _publications(institutions).items():
                cache = ChunkCache(Path(folder), SALT)
                kept = item.made(cache)
                assert kept == item.made(NO_CACHE), address
                if address.endswith(".json"):
                    msgspec.json.decode(kept)
