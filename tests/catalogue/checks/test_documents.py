"""Contradictions in the head of a document."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from partnership.catalogue.linking import link
from partnership.settings import Settings
from tests.support.site import Site


@pytest.mark.parametrize(
    ("front", "severity"),
    [({"date": "2026-12-01", "modified": "2026-11-24"}, "warning"), ({"modified": "2026-02-01"}, None)],
)
def test_a_scheduled_text_may_be_corrected_before_its_day(
    site: Site, front: dict[str, str], severity: str | None
) -> None:
    """A change before the date is told, but stops nothing: a post of next week is edited today."""
    site.post(**front)
    settings = replace(Settings(), content=site.content, data=site.data, build_date=date(2026, 11, 24))
    told = [one.severity for one in link(settings).problems if one.code == "contradiction"]
    assert told == ([severity] if severity else [])
