"""„Follow this choice”: what a script needs to lead from filters of the finder to the smallest feed containing them.

The rules stand in ``theme/static/js/finder/follow.js``.
"""

from __future__ import annotations

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.language import _


class ChoiceTable(msgspec.Struct, frozen=True, kw_only=True):
    """By id: counties as (slug, name, institutions), services and types as (name, institutions)."""

    counties: dict[str, tuple[str, str, int]]
    services: dict[str, tuple[str, int]]
    types: dict[str, tuple[str, int]]
    total: int


def make_table(catalogue: Catalogue) -> ChoiceTable:
    """Return the table of a catalogue."""
    return ChoiceTable(
        counties={
            one.teryt: (one.slug, one.name, len(catalogue.in_county.get(one.teryt, ()))) for one in catalogue.counties
        },
        services={one.id: (one.name, len(catalogue.giving.get(one.id, ()))) for one in catalogue.services},
        types={one.id: (one.plural, len(catalogue.of_type.get(one.id, ()))) for one in catalogue.types},
        total=len(catalogue.active_institutions),
    )


def make_choice_table(table: ChoiceTable) -> bytes:
    """Return the table as JSON for the browser, with the folders of feeds and the sentences that go with the link."""
    texts = {
        "follow": _("Follow this choice"),
        "exact": _("the feed of exactly this choice: {title}"),
        "wider": _("the smallest feed that contains this choice: {title}. It also brings other news."),
        "institutions": _("all institutions"),
        "counties": _("all counties"),
        "pair": _("{service}, {county}"),
    }
    folders = {
        "institutions": addresses.of("institutions"),
        "counties": addresses.of("counties"),
        "county": addresses.county("{county}"),
        "service": addresses.service("{service}"),
        "type": addresses.institution_type("{type}"),
        "pair": addresses.county_service("{county}", "{service}"),
    }
    return msgspec.json.encode({**msgspec.to_builtins(table), "folders": folders, "texts": texts}) + b"\n"
