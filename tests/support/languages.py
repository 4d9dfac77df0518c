"""The language in which units are planned and made in tests that call them by themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from partnership.catalogue import addresses
from partnership.catalogue.address_tables import site_addresses


@pytest.fixture(autouse=True)
def polish_addresses() -> Iterator[None]:
    """Let functions of pages and publications answer with Polish addresses, whatever language messages are in."""
    before = addresses._bound.set(site_addresses(("pl",)).first)
    yield
    addresses._bound.reset(before)
