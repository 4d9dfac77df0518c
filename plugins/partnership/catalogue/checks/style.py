"""Warnings that stop nothing: what a reader stumbles over, and facts that have grown old.

They are made for ``check`` and ``publish`` only: a build does without, since they read every text once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from partnership.catalogue.building import is_visible
from partnership.catalogue.checks.coordinates import check_coordinates
from partnership.catalogue.checks.future_days import check_future_days
from partnership.catalogue.checks.labels import check_alike
from partnership.catalogue.checks.outliers import check_outliers
from partnership.catalogue.checks.phones import check_phones
from partnership.catalogue.checks.told_figures import check_told_figures
from partnership.catalogue.checks.wording import Abbreviations, Remarks
from partnership.catalogue.originals import documents_of
from partnership.catalogue.places import Places
from partnership.catalogue.review import due_day
from partnership.kinds.kind import Kind
from partnership.kinds.registry import RECORDS_BY_FILE, by_name
from partnership.kinds.site_files import ACCESSIBILITY, SITE
from partnership.language import _
from partnership.problems import Problem, ProblemList
from partnership.records.content import Document
from partnership.records.library import Library, all_records
from partnership.settings import Settings
from partnership.sources.strict_yaml import KeyPath

LONGEST_TITLE: Final = 80
"""Characters that lists, search results and messengers still show of a title."""
LARGEST_PICTURE: Final = 5 * 1024 * 1024
"""Bytes of a picture's original; smaller versions are made of it, so no reader needs more."""
OLDEST_FIGURE_YEARS: Final = 3
"""Years after which the newest figure of an indicator no longer tells how things are."""


def style_problems(settings: Settings, library: Library, remarks: Remarks | None = None) -> list[Problem]:
    """Return all warnings on wording and age of what was read, whether it is visible now or not.

    ``remarks`` are those of an earlier look at the same folders.
    """
    remarks = remarks or Remarks()
    problems = ProblemList()
    places = Places(settings.content, settings.data, problems)
    formatter = _Teller(places)
    check_alike(library, places)
    check_outliers(library, places)
    check_phones(library, places)
    check_coordinates(library, places, settings.profile.time_zone)
    check_told_figures(library, settings, places)
    check_future_days(library, places, settings.build_date)
    abbreviations = Abbreviations(library)
    kinds = by_name(settings.kinds)
    for document in documents_of(library):
        if document.path.startswith("pages/newsletter/"):
            continue  # written by the newsletter itself
        _head(formatter, document, kinds, settings)
        for one in remarks.on(document, settings, abbreviations):
            problems.add(one)
        if document.front.translation is None:  # the facts of a translation are its original's
            _overdue(formatter, "content", document.path, document.front, settings.build_date)
            _past(formatter, document, kinds, settings.build_date)
    for kind in (*RECORDS_BY_FILE, ACCESSIBILITY):
        for record in all_records(library.files_of(kind.name)):
            if record.status == "active":
                _overdue(formatter, "data", kind.path_of(record), record, settings.build_date)
    if "contact" not in settings.profile.unread:
        _profile(formatter, library)
    _pictures(formatter, library)
    _figures(formatter, library, settings.build_date)
    for offer in all_records(library.offers):
        if offer.status == "active" and offer.valid_until is not None and offer.valid_until < settings.build_date:
            message = _("The offer was valid until %(day)s; its page says so", day=offer.valid_until.isoformat())
            hint = _("check it and move “valid_until”, or write “status: withdrawn”")
            formatter.tell("data", offer.source, ("valid_until",), "expired-offer", message, hint)
    return list(problems)


class _Teller:
    def __init__(self, places: Places) -> None:
        self._places = places

    def tell(self, root: str, path: str, key_path: KeyPath, code: str, message: str, hint: str) -> None:
        self._places.tell(root, path, key_path, code, message, hint, severity="warning")


def _profile(formatter: _Teller, library: Library) -> None:
    """Tell a site on which readers find no way to report a mistake: the link is left out there."""
    for profile in all_records(library.site):
        contact = profile.contact
        if contact is None or contact.report_errors is None:
            message = _("Readers cannot report a mistake: the site names no address for it, so the link is not shown")
            hint = _(
                "write under “contact” the line “report_errors: mailto:ADDRESS”, or the address of a form (https://…)"
            )
            formatter.tell("data", SITE.path, ("contact",), "no-report-address", message, hint)


def _head(formatter: _Teller, document: Document[Any], kinds: Mapping[str, Kind], settings: Settings) -> None:
    front, path = document.front, document.path
    if len(front.title) > LONGEST_TITLE:
        message = _("The title has %(length)d characters; lists and search results cut it off", length=len(front.title))
        hint = _("shorten it to %(limit)d", limit=LONGEST_TITLE)
        formatter.tell("content", path, ("title",), "long-title", message, hint)
    if _is_shouted(front.title):
        hint = _("write it like a sentence")
        formatter.tell("content", path, ("title",), "capitals", _("The title is written in capitals"), hint)
    if not front.summary and is_visible(document, kinds[document.kind], settings.build_date, drafts=False):
        message = _("The text has no summary")
        hint = _("add “summary: …”, one or two sentences; lists, feeds and search results show it")
        formatter.tell("content", path, (), "missing-summary", message, hint)
    picture = front.image
    if picture is not None and picture.alt and picture.caption and picture.alt.strip() == picture.caption.strip():
        message = _("The picture's caption repeats its description")
        hint = _("let “alt” say what is seen and “caption” what it is about")
        formatter.tell("content", path, ("image", "caption"), "same-caption", message, hint)


def _is_shouted(text: str) -> bool:
    words = [word for word in text.split() if sum(char.isalpha() for char in word) > 3]
    # A script without small letters has no capitals either: there lower() and upper() leave a word as it is.
    return len(words) > 1 and all(word.upper() == word != word.lower() for word in words)


def _overdue(formatter: _Teller, root: str, path: str, record: Any, build_date: date) -> None:
    if record.verified is None or record.review_after_months is None:
        return
    due = due_day(record.verified, record.review_after_months)
    if due < build_date:
        message = _("The facts were to be confirmed again by %(day)s", day=due.isoformat())
        hint = _("check them at their source and write today's date into “verified”")
        formatter.tell(root, path, ("verified",), "overdue-review", message, hint)


def _past(formatter: _Teller, document: Document[Any], kinds: Mapping[str, Kind], build_date: date) -> None:
    """Warn of what was to take place on a day that has passed, where the text does not say whether it did."""
    front = document.front
    due = kinds[document.kind].freshness.due(front, build_date) if front.state != "draft" else None
    if due is None or due[0] != "held":
        return
    message = _("The day has passed (%(day)s), and the text does not say how it went", day=due[1].isoformat())
    hint = _("write “held: held” and what came of it, or “held: cancelled”")
    key = "held" if getattr(front, "held", None) else "starts"
    formatter.tell("content", document.path, (key,), "past-event", message, hint)


def _pictures(formatter: _Teller, library: Library) -> None:
    for one in all_records(library.media):
        if one.width is not None and one.size > LARGEST_PICTURE:
            message = _("The picture has %(size)d MB", size=one.size // 2**20)
            hint = _("make it smaller: 2000 pixels in width are enough")
            formatter.tell("content", one.path, (), "large-picture", message, hint)


def _figures(formatter: _Teller, library: Library, build_date: date) -> None:
    """Warn of indicators whose newest figure is old, at the indicator."""
    newest: dict[str, str] = {}
    for identifier, period in _periods(library):
        newest[identifier] = max(newest.get(identifier, ""), period)
    for path, kept in library.indicators.items():
        for number, indicator in enumerate(kept.records):
            period = newest.get(indicator.id, "")
            if period[:4].isdigit() and int(period[:4]) < build_date.year - OLDEST_FIGURE_YEARS:
                message = _(
                    "The newest figure of “%(name)s” is of %(period)s", name=indicator.name, period=period
                )  # fmt: skip
                hint = _("import newer ones with import-figures")
                formatter.tell("data", path, (number,), "old-figure", message, hint)


def _periods(library: Library) -> Iterator[tuple[str, str]]:
    for figure in all_records(library.figures):
        yield figure.indicator, figure.period
    for offer in all_records(library.offers):
        for row in offer.figures:
            yield row.indicator, str(row.period)
