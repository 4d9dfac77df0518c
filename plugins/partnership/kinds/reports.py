"""Reports: studies with their method, findings and what became of their recommendations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from partnership.kinds.kind import Authoring, Fact, Kind, Named, SearchFacet, Section, SectionWords
from partnership.kinds.parts import InEditor
from partnership.language import _
from partnership.records.content import ReportFront
from partnership.region_words import RegionWords


def _words(region: RegionWords) -> SectionWords:
    if region:
        intro = _(
            "Studies of the Partnership and of the labour market %(within)s: method, findings, recommendations.",
            within=region.within,
        )
    else:
        intro = _("Studies of the Partnership and of the labour market: method, findings, recommendations.")
    return SectionWords(
        title=_("Reports"),
        intro=intro,
        feed=_("All reports and studies."),
        empty=_("There are no reports yet."),
        newest=_("Newest reports"),
        newer=_("Newer reports (page %(number)d)"),
        older=_("Older reports (page %(number)d)"),
    )


def _facts(front: ReportFront, named: Mapping[str, Named]) -> tuple[Fact, ...]:
    states = {"open": _("open"), "accepted": _("accepted"), "done": _("done"), "rejected": _("rejected")}
    return (
        Fact(_("Method"), front.method or ""),
        Fact(_("Findings"), front.findings),
        Fact(_("Recommendations"), tuple(f"{one.text} ({states[one.state]})" for one in front.recommendations)),
    )


def _said(front: ReportFront) -> Iterator[str]:
    yield front.method or ""
    yield from front.findings
    for one in front.recommendations:
        yield one.text
        yield one.note or ""


REPORTS: Final = Kind(
    name="reports",
    front=ReportFront,
    schema="report",
    section=Section(addresses={"pl": "raporty/", "en": "reports/", "uk": "zvity/"}, words=_words),
    template="pages/report.html",
    schema_org="Report",
    authors=lambda front: front.authors or ((front.author,) if front.author else ()),
    facts=_facts,
    search=SearchFacet(
        name="report",
        one=lambda: _("report"),
        many=lambda: _("reports"),
        strong=lambda front: front.authors,
        text=_said,
    ),
    authoring=Authoring(
        command="report",
        signed="authors",
        more=("authors", "method", "findings", "recommendations (text, state)", "attachments", "image"),
    ),
    editor=InEditor(icon="lab_profile"),
)
"""Reports of ``content/reports/``."""
