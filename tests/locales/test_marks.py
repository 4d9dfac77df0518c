"""Marks of language: taken out of every text that is published, and out of nothing else."""

from __future__ import annotations

import io
import zipfile

from hypothesis import example, given
from hypothesis import strategies as st

from partnership.locales.marks import CLOSES, INSIDE, OPENS, marked, without_marks


@given(st.text(), st.text(alphabet="Żółć abc", min_size=1))
def test_no_mark_is_published(before: str, text: str) -> None:
    """Whatever stands around a marked text, the file holds neither the mark nor its language's code."""
    around = before.translate(dict.fromkeys(map(ord, OPENS + INSIDE + CLOSES))).encode("utf-8", "replace")
    assert without_marks(around + marked(text, "uk").encode() + around) == around + text.encode() + around


@given(st.binary(), st.binary())
@example(b"PK\x03\x04", b"\xc7\x00")
def test_bytes_that_are_no_text_stay(before: bytes, after: bytes) -> None:
    """In an archive or a picture the three bytes of a mark are chance: the file is published as it was made."""
    data = before + OPENS.encode() + b"\xff" + after
    assert without_marks(data) == data


def test_an_archive_with_such_bytes_opens() -> None:
    """A workbook in which the bytes of a mark happen to stand is whole afterwards."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("part", OPENS.encode() * 3)
    data = b"\x89" + made.getvalue()
    with zipfile.ZipFile(io.BytesIO(without_marks(data))) as archive:
        assert archive.read("part") == OPENS.encode() * 3
