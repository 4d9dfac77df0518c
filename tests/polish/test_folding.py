"""Folding for search."""

from __future__ import annotations

from partnership.polish.folding import fold


def test_marks_and_case_go() -> None:
    """What people type without marks equals what is written with them, ł included."""
    assert fold("Dąbrowa ŁÓDŹ gęślą jaźń") == "dabrowa lodz gesla jazn"
    assert fold("Ło\u0301dz\u0301") == "lodz"
    assert fold("PUP Bochnia") == "pup bochnia"
    assert fold("Straße Ærø \u212a") == "strasse aero k"
