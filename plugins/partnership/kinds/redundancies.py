"""The rules of redundancies, and the letters to fill in that are made of them."""

from __future__ import annotations

from typing import Final

from partnership.kinds.parts import InEditor
from partnership.kinds.record_kind import RecordKind, RecordSearch
from partnership.language import _
from partnership.records.redundancies import Redundancies

LETTERS: Final = RecordSearch(name="letter", one=lambda: _("letter to fill in"), many=lambda: _("letters to fill in"))
"""What the search calls letters."""

REDUNDANCIES: Final = RecordKind(
    name="redundancies",
    path="rules/redundancies.yaml",
    type=Redundancies,
    shape="single",
    editor=InEditor(label=lambda: _("Rules of redundancies"), group="site"),
    search=LETTERS,
)
"""Rules of redundancies."""
