"""What an import did, for people: what came, what was changed, what did not come along, what needs a person."""

from __future__ import annotations

from collections import Counter

import msgspec

from partnership.language import _, ngettext
from partnership.site_import.items import Note, Severity
from partnership.sources.csv_cells import csv_text, harmless

SHOWN = 20
"""Notes of one kind that the text lists; the CSV file has them all."""


class Report(msgspec.Struct):
    """Counts and notes of one import."""

    kind: str
    news: int = 0
    pages: int = 0
    files: int = 0
    drafts: int = 0
    aliases: int = 0
    unchanged: int = 0
    kept: int = 0
    notes: list[Note] = msgspec.field(default_factory=list)

    def text(self) -> str:
        """Return the report as text."""
        lines = [
            _("Source: %(kind)s", kind=self.kind),
            _("Posts: %(news)d, pages: %(pages)d (drafts among them: %(drafts)d), pictures and files: %(files)d, "
              "old addresses: %(aliases)d", news=self.news, pages=self.pages, drafts=self.drafts, files=self.files,
              aliases=self.aliases),
        ]  # fmt: skip
        if self.unchanged:
            lines.append(ngettext("%(num)d file is as the last import left it",
                                  "%(num)d files are as the last import left them", self.unchanged))  # fmt: skip
        if self.kept:
            lines.append(ngettext("%(num)d file was changed here since the last import and stays as it is",
                                  "%(num)d files were changed here since the last import and stay as they are",
                                  self.kept))  # fmt: skip
        for severity, title in _titles().items():
            notes = [one for one in self.notes if one.severity == severity]
            if notes:
                lines += ["", f"{title} ({len(notes)}):", *_listed(notes)]
        return "\n".join(lines) + "\n"

    def csv(self) -> bytes:
        """Return every note as CSV for spreadsheets: UTF-8 with its mark, semicolons."""
        titles = _titles()
        rows = [(_("what"), _("code"), _("text or file"), _("remark"))]
        rows += [(titles[one.severity], one.code, one.item, one.message) for one in self.notes]
        text = csv_text(([harmless(cell) for cell in row] for row in rows), ";")
        return ("\ufeff" + text).encode("utf-8", "replace")


def _titles() -> dict[Severity, str]:
    return {"work": _("Needs a person"), "left-out": _("Did not come along"), "changed": _("Was changed")}


def _listed(notes: list[Note]) -> list[str]:
    """Return notes by their codes, each kind with its number and its first few."""
    counts = Counter(one.code for one in notes)
    lines = []
    for code, number in counts.most_common():
        some = [one for one in notes if one.code == code]
        lines += [f"- {one.item}: {one.message}" for one in some[:SHOWN]]
        if number > SHOWN:
            lines.append(
                "  " + ngettext("and %(num)d more of this kind", "and %(num)d more of this kind", number - SHOWN)
            )
    return lines
