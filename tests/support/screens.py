"""The screens on which pages are examined: colour scheme and width in pixels."""

from __future__ import annotations

import pytest

SCREENS = [
    ("light", 1280),
    ("dark", 320),
    pytest.param("dark", 1280, marks=pytest.mark.nightly),
    pytest.param("light", 320, marks=pytest.mark.nightly),
]
"""By day both schemes and both widths are seen, at night each with each: an examination takes seconds."""
