"""Ids that templates use: headings of texts step aside, since an id is on a page once.

A test reads the templates and holds the list and the forms to them.
"""

from __future__ import annotations

from typing import Final

from partnership.patterns import pattern

_NAMES: Final = """
    a11y-aplikacje a11y-architektura a11y-data-aktualizacja a11y-data-przeglad a11y-data-publikacja
    a11y-data-sporzadzenie a11y-deklaracja a11y-email a11y-komunikacja a11y-kontakt a11y-ocena a11y-osoba
    a11y-podmiot a11y-procedura a11y-status a11y-telefon a11y-url a11y-wstep a11y-zakres about agenda archives ask
    ask-table
    attachments authors bars-note become before browse by-county by-institution categories change
    comparison comparison-form contact contents-title council counties-caption county-map decisions density employer
    employers employers-caption exchange figures files finder finder-hint finder-q findings footer-duties
    footer-follow footer-learn for-whom frieze-hills gives hero-search home-counties home-news home-partnership
    institutions institutions-here institutions-region investor-contact issues kind licence main measures meetings
    members menu method neighbours newsletter-email next occupations occupations-caption office others pairs
    parameters-caption partners partnership past people plan planner planner-address planner-questions reach reach-table
    recommendations region related results
    schools schools-caption search seeks services sets severance severance-caption severance-pay
    severance-result severance-years site-search site-search-hint site-search-q site-search-results sites
    sites-caption sources standing start-days start-dismissed start-employed subscribe terms terms-caption
    thresholds thresholds-caption tile top topics transport types upcoming versions ways who whole writings years
"""
RESERVED_IDS: Final = frozenset(_NAMES.split())
"""Ids that no heading of a text gets; one that would have it is called as the second of its name."""

_BEGINNINGS: Final = pattern(
    r"(?:door|facet|group|grupa|line|over-time|planner|said|shares|state|step|topic)-.+"
    r"|(?:channels|services)-[0-9]+|years-[0-9]+-[0-9]+|(?:gives|seeks)-(?:service|data|support)"
    r"|(?:dla|for)-(?:employer|investor|employee-at-risk|jobseeker)"
)
_ENDINGS: Final = pattern(r".+-(?:caption|choice|error|hint|letter|note|offers|table|title)")
"""Ids that templates and views compute: of a group by its name, of a number; of a component by the id it is given."""


def is_reserved(identifier: str) -> bool:
    """Tell whether an id belongs to templates, by its name or by its form."""
    return (
        identifier in RESERVED_IDS
        or _BEGINNINGS.fullmatch(identifier) is not None
        or _ENDINGS.fullmatch(identifier) is not None
    )


def free_base(identifier: str) -> str:
    """Return what a heading's id is counted up from: a number at its end sets it apart from names and endings alone."""
    return f"h-{identifier}" if _BEGINNINGS.fullmatch(identifier) else identifier
