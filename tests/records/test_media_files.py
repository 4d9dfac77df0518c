"""Pictures below the content folder: their size, where it says something."""

from __future__ import annotations

import pytest

from partnership.records.media_files import parse_media


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 30 20"', (30, 20)),
        ('width="30.4px" height="20px"', (30, 20)),
        ('viewBox="0 0 0 20"', (None, None)),
        ('viewBox="0 0 0.1 20"', (None, None)),
        (f'viewBox="0 0 {"9" * 400} 20"', (None, None)),
        ("", (None, None)),
    ],
)
def test_size_of_a_drawing(attributes: str, size: tuple[int | None, int | None]) -> None:
    """The size of a drawing comes from its attributes; one that no page could use is no size, and no failure."""
    parsed = parse_media("media/a.svg", f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode(), "0")
    (media,) = parsed.records
    assert (media.width, media.height) == size
    assert parsed.problems == []
