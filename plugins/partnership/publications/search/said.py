"""What the search says, in the language of its index: the browser has no sentence of its own."""

from __future__ import annotations

from collections.abc import Callable


def sentences(_: Callable[[str], str]) -> dict[str, str]:
    """Return the search's texts by key, translated by the gettext function `_`; the browser fills in `{…}` marks."""
    return {
        "found-one": _("{n} page found"),
        "found-few": _("A few pages found: {n}"),
        "found-many": _("{n} pages found"),
        "more": _("Show more results"),
        "nothing": _("Nothing on this site fits “{query}”."),
        "nothingHere": _("Nothing fits the chosen kind and year."),
        "tryWords": _("Use fewer or other words, or check their spelling."),
        "tryQuotes": _("Leave out the quotation marks, which ask for exactly these words."),
        "tryFinder": _("If you look for help of an office, ask the finder of institutions."),
        "tryOffice": _("Or ask the office."),
        "tryMap": _("Look through the map of the site."),
        "corrected": _("Shown for “{words}”."),
        "filters": _("Filters"),
        "kind": _("Kind"),
        "year": _("Year"),
        "clear": _("Clear everything"),
        "partly": _("Part of the index could not be loaded, so some results may be missing."),
        "again": _("Try again"),
        "finder": _("Who can help"),
        "finderAll": _("All answers of the finder"),
        "kind-page": _("pages"),
        "kind-service": _("services"),
        "kind-institution": _("institutions"),
        "kind-county": _("counties"),
        "kind-group": _("working groups"),
        "kind-partner": _("partners"),
        "kind-news": _("news"),
        "kind-report": _("reports"),
        "kind-meeting": _("meetings"),
        "kind-issue": _("newsletters"),
        "one-page": _("page"),
        "one-service": _("service"),
        "one-institution": _("institution"),
        "one-county": _("county"),
        "one-group": _("working group"),
        "one-partner": _("partner"),
        "one-news": _("news item"),
        "one-report": _("report"),
        "one-meeting": _("meeting"),
        "one-issue": _("newsletter"),
    }
