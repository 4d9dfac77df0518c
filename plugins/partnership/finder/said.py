"""What the finder says, in the site's language: the browser has no sentence of its own, all come with the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from partnership.language import package_translator


def reasons(_: Callable[[str], str]) -> dict[str, str]:
    """Return the sentences that say why an institution is an answer, translated by the gettext function `_`."""
    return {
        "gives": _("provides: {services}"),
        "givesNot": _("does not list this service"),
        "responsible": _("answers for {place}"),
        "serves": _("serves {place}"),
        "region": _("serves the whole region"),
        "stands": _("located in {place}"),
        "lies": _("{place} lies in {county} ({where})"),
        "type": _("kind: {type}"),
        "audience": _("for: {audience}"),
        "name": _("its name fits"),
        "text": _("its description mentions: {words}"),
        "phone": _("its telephone number fits"),
        "address": _("its address fits"),
        "mail": _("its e-mail or website fits"),
        "all": _("in the list of all institutions"),
        "filters": _("fits the chosen filters"),
        "distance": _("about {km} km away"),
        "employer": _("employers"),
        "investor": _("investors"),
        "employee-at-risk": _("employees at risk of dismissal"),
        "jobseeker": _("jobseekers"),
    }


def reasons_in(wanted: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the reasons in each of the languages `wanted`."""
    return {lang: reasons(package_translator(lang).gettext) for lang in wanted}


def sentences(_: Callable[[str], str], beyond: str = "") -> dict[str, str]:
    """Return the finder's texts by key, translated by the gettext function `_`; the browser fills in the `{…}` marks.

    `beyond` is the region's name as it stands after “outside”; without it the texts speak of “our region”.
    """
    outside = _("This is outside our region: {place}, {where}. Ask the labour office there.")
    outside_county = _(
        "This is outside our region: {place} lies {where}, county: {county}. Ask the labour office there."
    )
    if beyond:
        outside = _("This is outside {region}: {place}, {where}. Ask the labour office there.")
        outside_county = _(
            "This is outside {region}: {place} lies {where}, county: {county}. Ask the labour office there."
        )
    return {
        **reasons(_),
        "found-one": _("{n} institution found"),
        "found-few": _("A few institutions found: {n}"),
        "found-many": _("{n} institutions found"),
        "more-one": _("Show the last {n}"),
        "more-few": _("Show a few more: {n}"),
        "more-many": _("Show more ({n})"),
        "remove": _("Remove the filter: {name}"),
        "clear": _("Clear everything"),
        "meant": _("Did you mean:"),
        "nothing": _("Nothing fits “{query}”. Say it in other words, or look in the list of services."),
        "outside": outside.replace("{region}", beyond),
        "outsideCounty": outside_county.replace("{region}", beyond),
        "topic": _("This looks like another subject: {topic}. We do not deal with it here."),
        "topicTurn": _("This looks like another subject: {topic}. Ask there: {turn}."),
        "filtersWord": _("Filters"),
        "answer": _("Answer:"),
        "askPlace": _("Add a town or a county, and the office responsible for you comes first."),
        "also": _("{place} is also the name of a town outside our region ({where})."),
        "choose": _("There are several places called {place}. Yours lies in:"),
        "nothingHere": _("Nothing fits the chosen filters."),
        "drop": _("Without the filter “{name}”: {count}"),
        "office": _("The responsible office will help:"),
        "noPlace": _("Your device does not tell where you are. Choose a town."),
        "suggestions": _("Suggestions"),
        "near": _("Nearest to"),
        "near-any": _("any place"),
        "near-device": _("where I am now"),
        "chosen": _("Chosen filters"),
        "print": _("Print this list"),
        "csv": _("Download this list (CSV)"),
        "kind-service": _("service"),
        "kind-place": _("place"),
        "kind-institution": _("institution"),
        "columns": _("name;kind;county;street;postal code;town;telephone;e-mail;website;why"),
    }
