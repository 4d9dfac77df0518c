"""``import-figures``: statistics from a file of GUS or the ministry into ``data/figures/``."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from partnership.cli.options import Date, type_file_to_read, type_folder_to_read
from partnership.language import _, ngettext

if TYPE_CHECKING:
    from partnership.catalogue.catalogue import Catalogue
    from partnership.figures_import.importing import Import

SHOWN = 12
"""Changes that the preview lists one by one."""


class _Period(click.ParamType[str]):
    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return a year or month as it is, or fail with a usage error."""
        if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", str(value)):
            self.fail(_("“%(value)s” is not a year or month; write it as 2026 or 2026-01.", value=value), param, ctx)
        return str(value)


@click.command("import-figures", help=_("Import statistics from a file of GUS or the ministry."))
@click.argument("file", type=type_file_to_read)
@click.option("--data", metavar="DIR", type=type_folder_to_read, help=_("Folder of the data, in place of data/."))
@click.option("--source", metavar="ID", default="", help=_("Source of the figures, an id of sources.yaml."))
@click.option("--indicator", metavar="ID", default="", help=_("Indicator of a file that holds only one."))
@click.option("--period", metavar="RRRR-MM", type=_Period(), help=_("Month of a monthly table that does not name it."))
@click.option("--retrieved", metavar="DATE", type=Date(), help=_("Day on which the file was taken; without it today."))
@click.option("--dry-run", is_flag=True, help=_("Only show what would change."))
@click.option("--yes", is_flag=True, help=_("Do not ask."))
def command(
    file: Path,
    data: Path | None,
    source: str,
    indicator: str,
    period: str | None,
    retrieved: date | None,
    dry_run: bool,
    yes: bool,
) -> int:
    """Show what changes, ask at a terminal, and write it all or nothing."""
    from partnership.catalogue.linking import link
    from partnership.cli.arrange import arranged
    from partnership.figures_import.importing import FigureWishes, prepare
    from partnership.figures_import.merging import write_all
    from partnership.problems import ProblemsFound

    settings = arranged(None, data)
    linked = link(settings)
    inside = str(settings.data)
    if any(one.severity == "error" and one.path.startswith(inside) for one in linked.problems):
        raise ProblemsFound(linked.problems)
    wishes = FigureWishes(source, indicator, period or "", retrieved or settings.build_date)
    found = prepare(file, linked, settings.data, wishes)
    click.echo(preview(found, linked.catalogue), nl=False)
    if found.plan.is_empty:
        click.echo(_("Everything is there already; nothing was written."))
        return 0
    if dry_run:
        click.echo(_("Only shown; nothing was written."))
        return 0
    if not yes and sys.stdin.isatty() and not click.confirm(_("Write these changes?"), err=True):
        return 1
    write_all(found.texts)
    for path in found.texts:
        click.echo(_("Written: %(path)s", path=str(path)))
    return 0


def preview(found: Import, catalogue: Catalogue) -> str:
    """Return what an import changes, in words: the format, units, periods, and figures with another value."""
    plan, understood = found.plan, found.understood
    figures = understood.figures.values()
    names = {one.id: one.name for one in catalogue.indicators}
    units = {one.teryt: one.name for one in catalogue.counties}
    measured = {names.get(one.indicator, one.indicator) for one in figures}
    lines = [
        _("Format: %(format)s", format=found.format),
        _("Units: %(matched)d, passed over: %(other)d", matched=len({one.teryt for one in figures}),
          other=len(understood.passed_over)),
        _("Indicators: %(names)s", names=", ".join(sorted(measured))),
        _("Periods: %(periods)s", periods=", ".join(sorted({one.period for one in figures}))),
        _("New figures: %(added)d, other values: %(changed)d, already there: %(same)d", added=len(plan.added),
          changed=len(plan.changed), same=plan.same),
    ]  # fmt: skip
    for before, after in plan.changed[:SHOWN]:
        name = units.get(after.teryt, after.teryt)
        shown = (_told(before.value), _told(after.value))
        lines.append(
            f"  {name}, {names.get(after.indicator, after.indicator)}, {after.period}: {shown[0]} → {shown[1]}"
        )
    rest = len(plan.changed) - SHOWN
    if rest > 0:
        lines.append("  " + ngettext("and %(num)d more", "and %(num)d more", rest))
    if found.missing_units:
        lines.append(
            ngettext(
                "%(num)d unit of the answer is on other pages; ask with page-size=100, or put all pages in one list",
                "%(num)d units of the answer are on other pages; ask with page-size=100, or put all pages in one list",
                found.missing_units,
            )
        )
    lines += [_("Added: %(record)s", record=one) for one in found.added_records]
    return "\n".join([*lines, ""])


def _told(value: float | None) -> str:
    from partnership.locales.formats import number

    return "–" if value is None else number(value, None)
