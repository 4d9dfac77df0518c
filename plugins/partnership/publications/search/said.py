"""What the search says, in the language of its index: the browser has no sentence of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from partnership.kinds.kind import Kind
from partnership.kinds.registry import RECORD_KINDS
from partnership.language import _, speaking


def sentences(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return the search's texts by key, translated by ``gettext``; the browser fills in `{…}` marks."""
    return {
        "found-one": gettext("{n} page found"),
        "found-few": gettext("A few pages found: {n}"),
        "found-many": gettext("{n} pages found"),
        "found-more": gettext("Pages found: {n} or more"),
        "more": gettext("Show more results"),
        "nothing": gettext("Nothing on this site fits “{query}”."),
        "nothingHere": gettext("Nothing fits the chosen kind and year."),
        "tryWords": gettext("Use fewer or other words, or check their spelling."),
        "tryQuotes": gettext("Leave out the quotation marks, which ask for exactly these words."),
        "notYet": gettext("Not found on the likeliest pages. Other pages have all these words, too."),
        "further": gettext("Look further"),
        "tryFinder": gettext("If you are looking for help from an office, ask the finder of institutions."),
        "tryOffice": gettext("Or ask the office."),
        "tryMap": gettext("Look through the site map."),
        "corrected": gettext("Shown for “{words}”."),
        "filters": gettext("Filters"),
        "kind": gettext("Kind"),
        "year": gettext("Year"),
        "clear": gettext("Clear everything"),
        "partly": gettext("Part of the index could not be loaded, so some results may be missing."),
        "unread": gettext("The question is long, so only its longest words were looked up."),
        "again": gettext("Try again"),
        "finder": gettext("Who can help"),
        "finderAll": gettext("All answers of the finder"),
    }


def kind_words(kinds: Iterable[Kind], known: Sequence[str], lang: str) -> dict[str, str]:
    """Return what kinds of what can be found are called: several of each of the ``known`` names, then one."""
    with speaking(lang):
        many, one = {"issue": _("newsletters")}, {"issue": _("newsletter")}
        facets = (*(kind.search for kind in RECORD_KINDS), *(kind.search for kind in kinds))
        for facet in facets:
            if facet is not None:
                many[facet.name], one[facet.name] = facet.many(), facet.one()
    return {f"kind-{name}": many[name] for name in known} | {f"one-{name}": one[name] for name in known}
