"""Patterns of the records as a browser reads them, to be compiled with the flag ``u``."""

from __future__ import annotations

from typing import Final

_IN_BROWSERS: Final = (
    (r"\Z", "$"),
    (r"[^\W\d_]", r"\p{L}"),
    (r"[^\W_]", r"[\p{L}\p{N}]"),
    (r"[\w-]", r"[\p{L}\p{N}_\-]"),
)
"""Pieces that mean another thing in JavaScript, whose ``\\w`` knows English letters only."""


def for_browser(pattern: str) -> str:
    """Return a pattern of Python's as JavaScript's; the records use no other piece that differs."""
    for theirs, ours in _IN_BROWSERS:
        pattern = pattern.replace(theirs, ours)
    return pattern
