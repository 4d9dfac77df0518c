"""The table of counties for a new site: read in every usual form, and every mistake told at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.problems import ProblemsFound
from partnership.starting.county_table import read_counties

HEAD = "code,name,seat,latitude,longitude\n"


def _read(tmp_path: Path, text: str | bytes, country: str = "pl") -> list[tuple[object, ...]]:
    file = tmp_path / "counties.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [(one.code, one.name, one.seat, one.latitude, one.longitude) for one in read_counties(file, country)]


def _told(tmp_path: Path, text: str | bytes, country: str = "pl") -> list[tuple[int, int, str, str | None]]:
    with pytest.raises(ProblemsFound) as found:
        _read(tmp_path, text, country)
    return [(one.line, one.column, one.code, one.suggestion) for one in found.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "0201,powiat bolesławiecki,Bolesławiec,51.264,15.569\n",
        "\ufeffkod;nazwa;siedziba;szerokość;długość\r\n0201;powiat bolesławiecki;Bolesławiec;51,264;15,569\r\n",
        "name\tcode\tseat\tlon\tlat\tarea\n\npowiat bolesławiecki\t0201\tBolesławiec\t15.569\t51.264\t7\n",
        "код;назва;місто;широта;довгота\n0201;powiat bolesławiecki;Bolesławiec;51,264;15,569\n",
        'code,name,seat,coordinates\n0201,powiat bolesławiecki,Bolesławiec,"51.264, 15.569"\n',
    ],
)
def test_usual_forms(tmp_path: Path, text: str) -> None:
    """Commas, semicolons, tabs, decimal commas, a byte order mark, other headers, any order, more columns."""
    assert _read(tmp_path, text) == [("0201", "powiat bolesławiecki", "Bolesławiec", 51.264, 15.569)]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    """A lost zero, exchanged coordinates, a code twice, an empty cell, a word for a number."""
    text = HEAD + "201,powiat a,A,15.5,51.2\n0202,powiat b,B,51,17\n0202,powiat c,,51,x\n"
    assert _told(tmp_path, text) == [
        (2, 1, "wrong-form", "0201"),
        (2, 16, "misplaced", None),
        (4, 1, "duplicate-id", None),
        (4, 15, "empty-value", None),
        (4, 19, "not-number", None),
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("0201,powiat a, A,A,51.2,15.5", ["wrong-columns"]),
        ("0201,powiat a,A,51,2,15,5", ["wrong-columns"]),
        ("0201,powiat a,A,51.2,15.5,,", []),
        ('0201,"powiat a, A",A,51.2,15.5', []),
    ],
)
def test_a_text_with_a_comma_is_told(tmp_path: Path, row: str, told: list[str]) -> None:
    """A comma inside a text moves all that follows; empty cells at the end, as programs for tables leave, do not."""
    if told:
        assert [code for _line, _column, code, _near in _told(tmp_path, f"{HEAD}{row}\n")] == told
    else:
        assert len(_read(tmp_path, f"{HEAD}{row}\n")) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (HEAD, "empty"),
        ("code,nam,seat,latitude,longitude\n", "missing-column"),
        (HEAD + "0201,…,A,51,17\n", "wrong-form"),
        (HEAD + "0201,powiat a,A,95,17\n", "too-large"),
        (HEAD + "0201,powiat a,A,10,17\n", "misplaced"),
        ((HEAD + "0201,powiat łęcki,A,51,17\n").encode("cp1250"), "not-utf-8"),
        (b"\x00\x01", "nul-byte"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, text: str | bytes, code: str) -> None:
    """No file of this kind is half understood."""
    told = _told(tmp_path, text)
    assert code in [one[2] for one in told] or code == "not-utf-8"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('0201,"powiat a,A,51.2,15.5', (2, 6, "csv", None)),
        ('0201,"powiat" a,A,51.2,15.5', (2, 6, "csv", None)),
        ("0201;powiat a;A;51.2;15.5", (2, 1, "wrong-columns", None)),
    ],
)
def test_a_broken_row_is_told_alone(tmp_path: Path, row: str, told: tuple[object, ...]) -> None:
    """An open quotation mark or another separator breaks its own row, whatever follows."""
    assert _told(tmp_path, f"{HEAD}{row}\n0202,powiat b,B,51,17\n203,powiat c,C,51,17\n") == [
        told,
        (4, 1, "wrong-form", "0203"),
    ]


def test_codes_abroad_are_plain_text(tmp_path: Path) -> None:
    """Another country has codes of its own, and lies elsewhere."""
    assert _read(tmp_path, HEAD + "AV-1,Northvale,Northvale,53.1,-6.2\n", "ie")[0][0] == "AV-1"
    assert _told(tmp_path, HEAD + "A/1,Northvale,Northvale,53.1,-6.2\n", "ie")[0][2] == "wrong-form"


@given(st.text(max_size=120))
def test_any_text_is_read_or_told(text: str) -> None:
    """Nothing that a file may hold ends in a traceback."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "x.csv"
        file.write_bytes((HEAD + text).encode("utf-8", "surrogatepass"))
        try:
            read_counties(file, "ie")
        except ProblemsFound as found:
            assert found.problems
