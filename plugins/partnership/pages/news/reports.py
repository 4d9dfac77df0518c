"""Reports: the list, and each with its method, findings and what became of its recommendations."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import FeedLink, Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.language import _, ngettext
from partnership.pages.common import structured
from partnership.pages.common.paging import headed, neighbour, numbered, pages_of
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import (
    Article,
    RelatedContent,
    article,
    head_description,
    head_image,
    head_modified,
    head_translations,
    hidden_documents,
    section_link,
    surroundings,
)
from partnership.pages.news.cards import Card, card
from partnership.records.content import ReadableReport, Recommendation, Report
from partnership.region_words import RegionWords
from partnership.settings import Settings

Place = tuple[str, int | None, int | None, int | None]
"""A page of a list: address, number, and the numbers of the newer and the older page."""


class ReportCard(msgspec.Struct, frozen=True, kw_only=True):
    """A report in the list; ``progress`` says how many of its recommendations are in which state."""

    card: Card
    authors: tuple[str, ...]
    progress: tuple[str, ...]


class ReportListView(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the list of reports."""

    head: PageHead
    heading: str
    intro: str
    reports: tuple[ReportCard, ...]
    newer: Link | None
    older: Link | None
    feeds: tuple[FeedLink, ...]


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """A report on its page."""

    head: PageHead
    article: Article
    authors: tuple[str, ...]
    method: str
    findings: tuple[str, ...]
    recommendations: tuple[Recommendation, ...]
    progress: tuple[str, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of reports and the page of each report, hidden ones too."""
    who = structured.publisher(settings)
    for one in pages_of(catalogue.listed_reports, settings.page_length, addresses.of("reports")):
        cards = tuple(report_card(catalogue, report) for report in one.items)
        place: Place = (one.address, one.number, one.newer, one.older)
        yield Page(one.address, "pages/report-list.html", report_list, (who, place, cards))
    hidden = hidden_documents(catalogue, "reports")
    for report in (*catalogue.reports, *hidden):
        around = surroundings(catalogue, report)
        listed = report not in hidden if hidden else True
        inputs = (who, catalogue.bodies.open(report), around, listed)
        yield Page(around.address, "pages/report.html", report_view, inputs, report.path)


def report_card(catalogue: Catalogue, report: Report) -> ReportCard:
    """Return a report as the list shows it."""
    label = Link(report.front.category, "") if report.front.category else None
    return ReportCard(
        card=card(catalogue, report, label),
        authors=report.front.authors,
        progress=progress(report.front.recommendations),
    )


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


def _intro(region: RegionWords) -> str:
    if region:
        return _(
            "Studies of the Partnership and of the labour market %(within)s: method, findings, recommendations.",
            within=region.within,
        )
    return _("Studies of the Partnership and of the labour market: method, findings, recommendations.")


def report_list(who: Publisher, place: Place, reports: tuple[ReportCard, ...]) -> ReportListView:
    """Return the view of one page of the list of reports."""
    _address, number, newer, older = place
    top = section_link("reports")
    heading = headed(top.title, number)
    trail = () if number is None else (top,)
    intro = _intro(who.region)
    feeds = feed_links(top.title, addresses.of("reports"))
    newer_title = _("Newest reports") if newer == 0 else _("Newer reports (page %(number)d)", number=newer or 0)
    return ReportListView(
        head=PageHead(
            title=heading,
            description=numbered(intro, number),
            trail=trail,
            section=addresses.of("reports"),
            feeds=feeds,
        ),
        heading=heading,
        intro=intro if number is None else "",
        reports=reports,
        newer=neighbour(addresses.of("reports"), newer_title, newer),
        older=neighbour(addresses.of("reports"), _("Older reports (page %(number)d)", number=older or 0), older),
        feeds=feeds,
    )


def report_view(who: Publisher, report: ReadableReport, around: RelatedContent, listed: bool) -> ReportView:
    """Return the view of a report."""
    front = report.front
    trail = (section_link("reports"),)
    text = head_description(report)
    about = structured.written(
        who,
        "Report",
        title=front.title,
        address=around.address,
        description=text,
        lang=front.lang,
        published=front.date,
        modified=front.modified,
        authors=front.authors or ((front.author,) if front.author else ()),
        image=around.illustration.picture.address if around.illustration else None,
    )
    return ReportView(
        head=PageHead(
            title=front.title,
            description=text,
            trail=trail,
            section=addresses.of("reports"),
            feeds=feed_links(section_link("reports").title, addresses.of("reports")),
            json_ld=(about,),
            kind="article",
            modified=head_modified(report),
            image=head_image(around),
            listed=listed,
            translations=head_translations(report, around),
        ),
        article=article(report, around),
        authors=front.authors,
        method=front.method or "",
        findings=front.findings,
        recommendations=front.recommendations,
        progress=progress(front.recommendations),
    )
