"""The settings of a site: the day for which it is built."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.problems import UserError
from partnership.settings import today


def test_the_day_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is a moment; its day is that of Warsaw."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767222000")
    assert today() == date(2026, 1, 1)
    for wrong in ("x", "1e9", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(UserError):
            today()
