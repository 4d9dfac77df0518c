"""Bytes become text, or one clear problem."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from partnership.country import forms_of
from partnership.sources.text import MAX_BYTES, Unreadable, decode, read_bytes, read_text


def refused(data: bytes) -> tuple[str, int, int]:
    """Return code, line and column of the problem that ``data`` gives."""
    with pytest.raises(Unreadable) as caught:
        decode("a.md", data)
    problem = caught.value.problem
    return problem.code, problem.line, problem.column


def test_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    """What Windows editors add does not reach the text."""
    assert decode("a.md", "\ufeffżółć\r\ndwa\rtrzy\n".encode()) == "żółć\ndwa\ntrzy\n"


def test_zero_byte_is_told_with_its_place() -> None:
    """A binary file is told at its first zero byte, columns counted in characters."""
    assert refused("pierwszy\nżó\0".encode()) == ("nul-byte", 2, 3)


def test_windows_1250_is_recognised() -> None:
    """Polish text in cp1250 is called by its name, so that the advice fits."""
    with pytest.raises(Unreadable) as caught:
        decode("a.md", "Urząd Pracy w Łodzi\n".encode("cp1250"))
    assert "Windows-1250" in caught.value.problem.message


def test_latin_1_is_recognised_where_people_write_in_it() -> None:
    """The bytes that are Polish letters in Poland are those of Spanish in Chile, and of both where neither fits."""
    data = "Comuna de Ñuñoa".encode("latin-1")
    with forms_of("cl"), pytest.raises(Unreadable) as caught:
        decode("a.csv", data)
    assert "Windows-1252 (Latin-1)" in caught.value.problem.message
    with forms_of("cl"), pytest.raises(Unreadable) as caught:
        decode("a.csv", "Łódź, Żary".encode("cp1250"))
    assert "Windows-1250" in caught.value.problem.message


def test_damaged_utf8_is_told_where_it_begins() -> None:
    """Bytes that are no text in any Polish encoding are told as damage."""
    assert refused(b"dobrze\n\xff\xfe\x00\x81")[0] in {"not-utf-8", "nul-byte"}
    assert refused(b"a\nb \x98\x81\x90") == ("not-utf-8", 2, 3)


def test_utf16_is_refused_as_such() -> None:
    """A file that Notepad saved as Unicode is named."""
    with pytest.raises(Unreadable) as caught:
        decode("a.md", "tekst".encode("utf-16"))
    assert "UTF-16" in caught.value.problem.message


def test_too_large_missing_and_folder(tmp_path: Path) -> None:
    """Size, absence and a folder in a file's place are problems, never exceptions of the system."""
    large = tmp_path / "large.md"
    large.write_bytes(b"a" * (MAX_BYTES + 1))
    codes = []
    for path in (large, tmp_path / "missing.md", tmp_path):
        with pytest.raises(Unreadable) as caught:
            read_bytes(str(path))
        codes.append(caught.value.problem.code)
    assert codes == ["too-large", "unreadable", "not-a-file"]
    assert read_text(str(large), MAX_BYTES + 1) == "a" * (MAX_BYTES + 1)


def test_pipe_in_the_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    """A pipe that nobody writes to is refused at once."""
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(Unreadable):
        read_bytes(str(tmp_path / "pipe.md"))
