"""The archive: each issue is a Markdown page in ``content/pages/newsletter/``.

As editable and as lasting as any other.
"""

from __future__ import annotations

import os
import re
from datetime import date, timedelta
from pathlib import Path

from partnership.catalogue.catalogue import Catalogue
from partnership.language import _, current_language
from partnership.locales.case import small_first
from partnership.newsletter.issue import Issue, IssueItem
from partnership.problems import UserError
from partnership.records.content import readable
from partnership.settings import Settings
from partnership.sources.yaml_writing import double_quoted
from partnership.system_errors import why

FOLDER = "pages/newsletter"
FIRST_DAYS = 31
"""How many days the first issue looks back when nobody says since when."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def last_issue(catalogue: Catalogue, before: date) -> tuple[date, str] | None:
    """Return the day and the text of the newest archived issue before a day."""
    for one in catalogue.issues:
        try:
            day = date.fromisoformat(one.stem)
        except ValueError:
            continue
        if day < before:
            return day, readable(one).body.text
    return None


def since_last(catalogue: Catalogue, before: date) -> tuple[date, str]:
    """Return since when the next issue tells, and the text of the issue before it (empty for the first)."""
    return last_issue(catalogue, before) or (before - timedelta(days=FIRST_DAYS), "")


def keep(issue: Issue, catalogue: Catalogue, settings: Settings) -> Path:
    """Write an issue into the archive and return its file."""
    file = settings.content / FOLDER / f"{issue.day.isoformat()}.md"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_markdown(issue, catalogue, settings), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UserError(
            _(
                "The issue cannot be archived in %(path)s (%(reason)s)",
                path=str(file),
                reason=why(error),
            )
        ) from None
    return file


def as_markdown(issue: Issue, catalogue: Catalogue, settings: Settings) -> str:
    """Return an issue as a Markdown page; documents are linked by their files, so that a moved page is found again."""
    files = {settings.site_url + address: path for path, address in catalogue.document_addresses.items()}

    def target(item: IssueItem) -> str:
        if item.url in files:
            return os.path.relpath(files[item.url], FOLDER)
        return item.url.removeprefix(settings.site_url)

    lines = [
        "---",
        f"title: {double_quoted(issue.title)}",
        f"date: {issue.day.isoformat()}",
        f"summary: {_summary(issue)}",
    ]
    lines += ["---", ""]
    for section in issue.sections:
        lines += [f"## {_escaped(section.heading)}", ""]
        for item in section.items:
            told = " – ".join(_escaped(text) for text in (item.day, item.summary) if text)
            lines.append(f"- [{_escaped(item.title)}]({target(item)})" + (f"  \n  {told}" if told else ""))
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _summary(issue: Issue) -> str:
    headings = ", ".join(small_first(section.heading, current_language()) for section in issue.sections)
    return double_quoted(_("In this issue: %(headings)s.", headings=headings))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
