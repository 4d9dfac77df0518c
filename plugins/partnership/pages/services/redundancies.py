"""Thresholds of collective and monitored redundancies: a table, and the figures of the calculator beside it.

The thresholds are those of the act of 13 March 2003 (Dz.U. 2025 poz. 570), art. 1, and of the act of 20 March 2025
(Dz.U. 2025 poz. 620), art. 217.
"""

from __future__ import annotations

from typing import Final

import msgspec

from partnership.language import _

COLLECTIVE: Final = "zwolnienia-grupowe"
MONITORED: Final = "zwolnienia-monitorowane"
HELP: Final = "outplacement"
"""Service that helps those who leave, whatever their number."""
CALCULATOR_SERVICES: Final = frozenset((COLLECTIVE, MONITORED))
"""Services whose pages carry the table and the calculator."""

SCRIPT: Final = "js/redundancy-calculator.js"


class Threshold(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table: kind of redundancy, how many the firm employs, in what time, how many leave."""

    kind: str
    employed: str
    period: str
    dismissed: str


def thresholds() -> tuple[Threshold, ...]:
    """Return the table of thresholds in words."""
    collective, monitored = _("collective"), _("monitored")
    days, months = _("30 days"), _("3 months")
    return (
        Threshold(kind=collective, employed=_("20 to 99"), period=days, dismissed=_("at least 10 persons")),
        Threshold(kind=collective, employed=_("100 to 299"), period=days, dismissed=_("at least 10% of the employed")),
        Threshold(kind=collective, employed=_("300 or more"), period=days, dismissed=_("at least 30 persons")),
        Threshold(kind=monitored, employed=_("any number"), period=months, dismissed=_("at least 50 persons")),
    )
