"""What big files need of institutions, as rows in runs that are the same for all files."""

from __future__ import annotations

from collections.abc import Sequence

from partnership.catalogue.catalogue import Catalogue
from partnership.chunks import Rows, boundaries_of, rows_of


def rows_of_institutions(catalogue: Catalogue, fields: Sequence[str]) -> Rows:
    """Return the ``fields`` of all active institutions, of which the first is their ``id``."""
    return rows_of(catalogue.institutions, fields, catalogue.derived(_boundaries))


def _boundaries(catalogue: Catalogue) -> list[int]:
    return boundaries_of([one.id for one in catalogue.institutions])
