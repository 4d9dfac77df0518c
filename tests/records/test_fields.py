"""Moments of content: what an editor writes, in Warsaw's time."""

from __future__ import annotations

import pytest

from partnership.records.fields import Moment


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-11-24", "2026-11-24"),
        ("2026-11-24 10:00", "2026-11-24T10:00:00+01:00"),
        ("2026-07-01T23:30Z", "2026-07-02T01:30:00+02:00"),
        ("2024-03-31 02:30", "2024-03-31T03:30:00+02:00"),
        ("2026-10-25 02:30", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25 02:30+01:00", "2026-10-25T02:30:00+01:00"),
    ],
)
def test_a_moment_survives_being_kept(text: str, written: str) -> None:
    """What is kept between builds reads as the same moment, also in the hours that clocks skip or repeat."""
    moment = Moment.parse(text)
    assert moment.isoformat() == written
    assert Moment.parse(written) == moment
    assert Moment.parse(written).isoformat() == written
