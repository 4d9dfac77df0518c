"""The planner of redundancies: a form that answers in the browser, and the same steps, terms and thresholds without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.data_pages import planner_page
from partnership.items.item import Item, Link, Page, PageHead
from partnership.language import _
from partnership.pages.redundancies.law import (
    LawSentence,
    SeveranceRow,
    StepView,
    ThresholdRow,
    agreements_note,
    cap_fact,
    severance_rows,
    step_views,
    term_facts,
    threshold_rows,
)
from partnership.records.redundancies import Redundancies, on_day
from partnership.settings import Settings

SCRIPT: Final = "js/planner/planner.js"
SOURCE: Final = "data/rules/redundancies.yaml"


class CountyChoice(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A county in the form: its code, its name, and where its pack stands."""

    code: str
    name: str
    address: str


class PlannerView(msgspec.Struct, frozen=True, kw_only=True):
    """The planner; ``rules`` is where its script finds what the law says, ``help`` where those who leave read on."""

    head: PageHead
    rules: str
    counties: tuple[CountyChoice, ...]
    county_links: tuple[Link, ...]
    steps: tuple[StepView, ...]
    terms: tuple[LawSentence, ...]
    thresholds: tuple[ThresholdRow, ...]
    agreements: str
    severance: tuple[SeveranceRow, ...]
    cap: LawSentence | None
    caveats: tuple[LawSentence, ...]
    letters: tuple[Link, ...]
    all_letters: str
    help: str


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page where there are rules."""
    if catalogue.redundancies is None:
        return
    counties = tuple(
        CountyChoice(code=one.teryt, name=one.name, address=addresses.county_redundancies(one.slug))
        for one in catalogue.counties
    )
    rules = on_day(catalogue.redundancies, catalogue.build_date)
    help_page = addresses.of("redundancy_help") if addresses.slug_of("redundancy_help") in catalogue.pages else ""
    inputs = (rules, counties, help_page)
    yield Page(addresses.of("redundancy_plan"), "pages/planner.html", planner_view, inputs, SOURCE)


def planner_view(rules: Redundancies, counties: tuple[CountyChoice, ...], help_page: str) -> PlannerView:
    """Return the view of the planner; ``help_page`` is where those who leave read on, empty where nobody wrote it."""
    page = planner_page(rules)
    trail = (guide_link(),)
    severance = rules.severance
    return PlannerView(
        head=PageHead(
            title=page.title,
            description=page.about,
            trail=trail,
            section=addresses.of("services"),
            scripts=(SCRIPT,),
        ),
        rules=addresses.of("redundancy_rules"),
        counties=counties,
        county_links=tuple(Link(one.name, one.address) for one in counties),
        steps=step_views(rules),
        terms=term_facts(rules),
        thresholds=threshold_rows(rules.thresholds),
        agreements=agreements_note(rules.thresholds),
        severance=severance_rows(severance),
        cap=cap_fact(severance),
        caveats=tuple(
            LawSentence(text=one.text, basis=one.basis, confirmed=one.verified is not None)
            for one in (severance.caveats if severance else ())
        ),
        letters=tuple(Link(one.title, addresses.redundancy_letter(one.id)) for one in rules.letters),
        all_letters=addresses.of("redundancy_letters"),
        help=help_page,
    )


def guide_link() -> Link:
    """Return the link to the guide, under which all these pages stand."""
    return Link(_("Redundancies"), addresses.of("redundancies"))
