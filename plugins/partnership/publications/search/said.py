"""What the search says, in the language of its index: the browser has no sentence of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from partnership.kinds.kind import Kind
from partnership.language import _, speaking


def sentences(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return the search's texts by key, translated by ``gettext``; the browser fills in `{…}` marks."""
    return {
        "found-one": gettext("{n} page found"),
        "found-few": gettext("A few pages found: {n}"),
        "found-many": gettext("{n} pages found"),
        "more": gettext("Show more results"),
        "nothing": gettext("Nothing on this site fits “{query}”."),
        "nothingHere": gettext("Nothing fits the chosen kind and year."),
        "tryWords": gettext("Use fewer or other words, or check their spelling."),
        "tryQuotes": gettext("Leave out the quotation marks, which ask for exactly these words."),
        "tryFinder": gettext("If you are looking for help from an office, ask the finder of institutions."),
        "tryOffice": gettext("Or ask the office."),
        "tryMap": gettext("Look through the site map."),
        "corrected": gettext("Shown for “{words}”."),
        "filters": gettext("Filters"),
        "kind": gettext("Kind"),
        "year": gettext("Year"),
        "clear": gettext("Clear everything"),
        "partly": gettext("Part of the index could not be loaded, so some results may be missing."),
        "again": gettext("Try again"),
        "finder": gettext("Who can help"),
        "finderAll": gettext("All answers of the finder"),
    }


def kind_words(kinds: Iterable[Kind], known: Sequence[str], lang: str) -> dict[str, str]:
    """Return what kinds of what can be found are called: several of each of the ``known`` names, then one."""
    with speaking(lang):
        many, one = _records()
        for kind in kinds:
            if kind.search is not None:
                many[kind.search.name], one[kind.search.name] = kind.search.many(), kind.search.one()
        return {f"kind-{name}": many[name] for name in known} | {f"one-{name}": one[name] for name in known}


def _records() -> tuple[dict[str, str], dict[str, str]]:
    many = {
        "service": _("services"),
        "institution": _("institutions"),
        "county": _("counties"),
        "group": _("working groups"),
        "partner": _("partners"),
        "issue": _("newsletters"),
    }
    one = {
        "service": _("service"),
        "institution": _("institution"),
        "county": _("county"),
        "group": _("working group"),
        "partner": _("partner"),
        "issue": _("newsletter"),
    }
    return many, one
