"""Ids of the HSDS export."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from partnership.publications.open_data.hsds_objects import name_based_uuid


def test_ids_are_name_based_uuids() -> None:
    """The quick way gives what the standard library gives."""
    for name in ("", "tag:example.org,2011:hsds/service/a/ż", "x" * 300):
        assert name_based_uuid(name) == str(uuid5(NAMESPACE_URL, name))
