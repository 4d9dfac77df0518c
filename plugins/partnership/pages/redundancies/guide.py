"""The guide to redundancies, the one way in: the editors' text, the first step of the planner, letters and counties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.pages.general.content_pages import Text, page_head, page_text, text_article
from partnership.pages.news.articles import Article
from partnership.pages.redundancies.law import ThresholdRow, agreements_note, threshold_rows
from partnership.records.redundancies import Threshold, in_force
from partnership.settings import Settings

START_SCRIPT: Final = "js/planner-start.js"


class GuideView(msgspec.Struct, frozen=True, kw_only=True):
    """The guide; without rules it is the text alone."""

    head: PageHead
    article: Article
    thresholds: tuple[ThresholdRow, ...]
    agreements: str
    planner: str
    letters: str
    help: str
    counties: tuple[Link, ...]


class GuideAround(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around the text: thresholds of today, whether there are letters and help, and the counties' packs."""

    thresholds: tuple[Threshold, ...] = ()
    letters: bool = False
    help: bool = False
    counties: tuple[Link, ...] = ()


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the guide; it is there without rules, too."""
    rules = catalogue.redundancies
    around = GuideAround()
    if rules is not None:
        around = GuideAround(
            thresholds=in_force(rules.thresholds, catalogue.build_date),
            letters=bool(rules.letters),
            help=addresses.slug_of("redundancy_help") in catalogue.pages,
            counties=tuple(Link(one.name, addresses.county_redundancies(one.slug)) for one in catalogue.counties),
        )
    text = page_text(catalogue, addresses.slug_of("redundancies"))
    inputs = (text, around)
    yield Page(addresses.of("redundancies"), "pages/redundancies.html", guide_view, inputs, text.source)


def guide_view(text: Text, around: GuideAround) -> GuideView:
    """Return the view of the guide."""
    head = page_head(text, addresses.of("redundancies"), section=addresses.of("services"))
    planner = addresses.of("redundancy_plan") if around.thresholds else ""
    return GuideView(
        head=msgspec.structs.replace(head, scripts=(START_SCRIPT,)) if planner else head,
        article=text_article(text),
        thresholds=threshold_rows(around.thresholds),
        agreements=agreements_note(around.thresholds),
        planner=planner,
        letters=addresses.of("redundancy_letters") if around.letters else "",
        help=addresses.of("redundancy_help") if around.help else "",
        counties=around.counties,
    )
