"""What is noted of translations."""

from __future__ import annotations

from typing import Final

from partnership.kinds.record_kind import RecordKind
from partnership.records.translated import PATH, NotedTranslation, parse_noted

TRANSLATIONS: Final = RecordKind(name="translations", path=PATH, type=NotedTranslation, shape="table", rows=parse_noted)
"""Which translation was made from which original."""
