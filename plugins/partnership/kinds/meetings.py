"""Meetings: announced, held or cancelled, with agenda, decisions and who took part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from partnership.kinds.kind import (
    Authoring,
    Contradiction,
    DayWords,
    Due,
    Fact,
    Freshness,
    Kind,
    Named,
    Question,
    SearchFacet,
    Section,
    SectionWords,
)
from partnership.kinds.parts import InEditor
from partnership.language import _
from partnership.locales import formats
from partnership.records.content import MeetingFront
from partnership.records.fields import Moment
from partnership.region_words import RegionWords


def when(front: MeetingFront) -> str:
    """Return when a meeting takes place, in words, with the hour where it is known."""
    return moments(front.starts, front.ends)


def moments(starts: Moment, ends: Moment | None) -> str:
    """Return when something takes place, in words, with the hours where they are known."""
    first = starts.at if starts.timed else starts.day
    last = None if ends is None else ends.at if ends.timed else ends.day
    return formats.event_time(first, last)


def is_over(front: MeetingFront, today: date) -> bool:
    """Tell whether a meeting is past, today's not yet; one that was held is past whatever its date."""
    last = front.ends or front.starts
    return front.held == "held" or last.day < today


def _words(region: RegionWords) -> SectionWords:
    return SectionWords(
        title=_("Meetings"),
        intro=_("Meetings of the Partners’ Council, of working groups and other events: agenda, decisions, materials."),
        feed=_("Meetings announced, changed, cancelled and held."),
        newest=_("Latest meetings"),
        newer=_("Later meetings (page %(number)d)"),
        older=_("Earlier meetings (page %(number)d)"),
    )


def days() -> DayWords:
    """Return the headings of the list of meetings."""
    return DayWords(
        upcoming=_("Upcoming meetings"),
        past=_("Past meetings"),
        no_upcoming=_("No meeting is planned at the moment."),
        no_past=_("There are no past meetings yet."),
    )


def _facts(front: MeetingFront, named: Mapping[str, Named]) -> tuple[Fact, ...]:
    return (
        Fact(_("State"), _("cancelled") if front.held == "cancelled" else ""),
        Fact(_("When"), when(front)),
        Fact(_("Where"), front.place or ""),
        Fact(_("Working group"), named.get("group", "")),
        Fact(_("Agenda"), front.agenda),
        Fact(_("Decisions"), front.decisions),
    )


def _contradictions(front: MeetingFront) -> Iterator[Contradiction]:
    ends = front.ends
    if ends is not None and (ends < front.starts or (ends.timed and ends == front.starts)):
        yield Contradiction("ends", _("The meeting ends before it starts"), _("correct “starts” or “ends”"))


def _strong(front: MeetingFront) -> Iterator[str]:
    yield front.place or ""
    if isinstance(front.participants, str):
        yield front.participants
    elif isinstance(front.participants, tuple):
        yield from front.participants


def _due(front: MeetingFront, today: date) -> Due | None:
    waits = front.held in (None, "planned") and is_over(front, today)
    return ("held", (front.ends or front.starts).day) if waits else None


def _derived(answers: Mapping[str, Any], day: date) -> Mapping[str, str]:
    return {"held": "held" if answers["starts"].day < day else "planned"}


MEETINGS: Final = Kind(
    name="meetings",
    front=MeetingFront,
    schema="meeting",
    section=Section(addresses={"pl": "spotkania/", "en": "meetings/", "uk": "zustrichi/"}, words=_words, days=days),
    template="pages/meeting.html",
    schema_org="Event",
    moment=lambda front: front.starts,
    is_over=is_over,
    announced=True,
    references=(("group", "working-groups"),),
    heading=lambda front, title: _("Cancelled: %(title)s", title=title) if front.held == "cancelled" else title,
    facts=_facts,
    contradictions=_contradictions,
    search=SearchFacet(
        name="meeting",
        one=lambda: _("meeting"),
        many=lambda: _("meetings"),
        strong=_strong,
        text=lambda front: (*front.agenda, *front.decisions),
    ),
    freshness=Freshness(due=_due),
    authoring=Authoring(
        command="meeting",
        questions=(
            Question("starts", lambda: _("When does it start? (e.g. 2027-03-10T10:00)"), reads="moment", needed=True),
            Question("ends", lambda: _("When does it end?"), reads="moment", asked=False),
            Question("place", lambda: _("Where? (Enter: not known yet)")),
            Question("group", lambda: _("Working group"), reads="working-groups", asked=False),
        ),
        derived=_derived,
        more=("ends", "place", "agenda", "decisions", "participants", "attachments", "group"),
    ),
    editor=InEditor(icon="event"),
)
"""Meetings of ``content/meetings/``."""
