"""Reports: the list, and each with its method, findings and what became of its recommendations."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.kinds.reports import REPORTS
from partnership.language import _, ngettext
from partnership.pages.common import structured
from partnership.pages.common.lists import ListOf, plan_list
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import (
    Article,
    RelatedContent,
    article,
    hidden_documents,
    section_link,
    surroundings,
)
from partnership.pages.news.cards import Card, card
from partnership.pages.news.documents import document_head, written_thing
from partnership.records.content import ReadableReport, Recommendation, Report, ReportFront
from partnership.settings import Settings


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """A report on its page."""

    head: PageHead
    article: Article
    front: ReportFront
    progress: tuple[str, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of reports and the page of each report, hidden ones too."""
    who = structured.publisher(settings)
    cards = [report_card(catalogue, report) for report in catalogue.listed_reports]
    yield from plan_list(ListOf.of_kind(REPORTS.name, REPORTS.words(who.region)), cards, settings.page_length)
    hidden = hidden_documents(catalogue, REPORTS.name)
    for report in (*catalogue.reports, *hidden):
        around = surroundings(catalogue, report)
        listed = report not in hidden if hidden else True
        inputs = (who, catalogue.bodies.open(report), around, listed)
        yield Page(around.address, REPORTS.template, report_view, inputs, report.path)


def report_card(catalogue: Catalogue, report: Report) -> Card:
    """Return a report as the list shows it; the note says how many of its recommendations are in which state."""
    label = Link(report.front.category, "") if report.front.category else None
    said = ", ".join(progress(report.front.recommendations))
    note = _("Recommendations: %(states)s", states=said) if said else ""
    return card(catalogue, report, label, note)


def progress(recommendations: tuple[Recommendation, ...]) -> tuple[str, ...]:
    """Return „2 zrealizowane”, „1 otwarta”: how many recommendations are in each state."""
    counts = {
        state: sum(one.state == state for one in recommendations) for state in ("done", "accepted", "open", "rejected")
    }
    said = {
        "done": lambda n: ngettext("%(num)d carried out", "%(num)d carried out", n),
        "accepted": lambda n: ngettext("%(num)d accepted", "%(num)d accepted", n),
        "open": lambda n: ngettext("%(num)d open", "%(num)d open", n),
        "rejected": lambda n: ngettext("%(num)d rejected", "%(num)d rejected", n),
    }
    return tuple(said[state](count) for state, count in counts.items() if count)


def report_view(who: Publisher, report: ReadableReport, around: RelatedContent, listed: bool) -> ReportView:
    """Return the view of a report."""
    front = report.front
    about = written_thing(who, report, around, REPORTS.schema_org, REPORTS.authors(front))
    return ReportView(
        head=document_head(report, around, section_link(REPORTS, who.region), things=(about,), listed=listed),
        article=article(report, around),
        front=front,
        progress=progress(front.recommendations),
    )
