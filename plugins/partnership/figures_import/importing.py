"""An import from beginning to end: read, understand, compare; nothing is written before everything is right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.linking import Linked
from partnership.country import site_country
from partnership.figures_import import formats
from partnership.figures_import.bdl_json import BDL_JSON, BdlAnswers, is_json
from partnership.figures_import.cells import Units
from partnership.figures_import.formats import Format
from partnership.figures_import.mapping import Mapping, mapping
from partnership.figures_import.merging import Plan, make_plan, new_contents
from partnership.figures_import.own_table import OWN_TABLE, is_own_table, read_own_table
from partnership.figures_import.sheet import read_sheets, refuse
from partnership.figures_import.understand import Reader, Understood
from partnership.language import _
from partnership.locales import cldr
from partnership.nearest import nearest
from partnership.polish.folding import fold
from partnership.problems import ProblemsFound, UserError
from partnership.sources.text import read_text
from partnership.sources.yaml_writing import as_yaml_file
from partnership.system_errors import why

ORIGINALS = "figures/originals"
LOG = "figures/imports.txt"


class FigureWishes(msgspec.Struct, frozen=True):
    """What the caller says: source and indicator by id, period of a table that names none (all may be empty), day."""

    source: str = ""
    indicator: str = ""
    period: str = ""
    retrieved: date = date.min


class Import(msgspec.Struct, frozen=True):
    """What an import would do: its format, what was understood, the plan, and the new bytes of each file.

    ``missing_units`` counts the units of a paged answer that are in none of the pages at hand.
    """

    format: str
    understood: Understood
    plan: Plan
    texts: dict[Path, str | bytes]
    added_records: tuple[str, ...]
    missing_units: int = 0


def country_names(languages: Iterable[str]) -> list[str]:
    """Return what the site's country is called in languages, as the CLDR knows it."""
    return [cldr.country_name(site_country(), one) for one in languages if site_country()]


def prepare(file: Path, linked: Linked, data: Path, wishes: FigureWishes) -> Import:
    """Return what importing a file would do.

    Raises :class:`ProblemsFound` with every reason, by row and column, when the file is refused; it is then refused as
    a whole.
    """
    path = str(file)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UserError(_("The file %(path)s cannot be read (%(reason)s)", path=path, reason=why(error))) from None
    known = mapping()
    catalogue = linked.catalogue
    _check_named(wishes, catalogue.source, catalogue.indicator, known)
    form, understood, missing_units = _read(path, content, catalogue, known, wishes)
    if understood.problems.errors:
        raise ProblemsFound(understood.problems)
    if not understood.figures:
        raise refuse(
            path, _("The file holds no figure for a county of this region"), _("choose the counties in the export")
        )
    plan = make_plan(understood.figures.values(), {one.key: one for one in catalogue.figures}, path)
    # A table of one's own keeps its name.
    target = f"{_plain_name(fold(file.stem))}.csv" if form is OWN_TABLE else f"{form.id}.csv"
    texts: dict[Path, str | bytes] = dict(new_contents(data, plan, target))
    added: tuple[str, ...] = ()
    if not plan.is_empty:
        added = _missing_records(data, plan, catalogue.source, catalogue.indicator, known, texts)
        _keep_original(data, file, content, form.id, len(plan.added) + len(plan.changed), wishes.retrieved, texts)
    return Import(form.id, understood, plan, texts, added, missing_units)


def _read(
    path: str, content: bytes, catalogue: Catalogue, known: Mapping, wishes: FigureWishes
) -> tuple[Format, Understood, int]:
    """Return the format of a file, what was understood of it, and how many units of its answer it lacks."""
    units = Units(catalogue.counties, catalogue.region, country_names(catalogue.languages))
    read_json = is_json(content)
    if not read_json and content and is_own_table(path, content):
        own = (catalogue.indicator, catalogue.source)
        return OWN_TABLE, read_own_table(path, content, units, *own, sorted({*own[0], *own[1]})), 0

    def reader(form: Format) -> Reader:
        source = wishes.source or known.sources[form.source]["id"]
        return Reader(path, units, known, source, wishes.retrieved, wishes.indicator)

    if read_json:
        answers = BdlAnswers(path, content)
        of_json = reader(BDL_JSON)
        of_json.read(answers.raws(), BDL_JSON)
        return BDL_JSON, of_json.result, answers.missing_units()
    sheets = [(sheet, found) for sheet in read_sheets(path, content) if (found := formats.detect(sheet)) is not None]
    if not sheets:
        raise refuse(
            path, _("The header is of no known format"),
            _("known are: BDL (CSV, XLSX, JSON), the monthly table of GUS with WOJ and POW, MRPiPS-01 and the form of "
              "data/figures/; choose one of them"),
            code="unknown-format",
        )  # fmt: skip
    of_sheets = reader(sheets[0][1])
    for sheet, found in sheets:
        of_sheets.read(formats.read(sheet, found, wishes.period), found)
    return sheets[0][1], of_sheets.result, 0


def _check_named(wishes: FigureWishes, sources: dict[str, Any], indicators: dict[str, Any], known: Mapping) -> None:
    for name, listed, own, place in (
        (wishes.source, sources, [one["id"] for one in known.sources.values()], "sources.yaml"),
        (wishes.indicator, indicators, list(known.indicators), "indicators.yaml"),
    ):
        if name and name not in listed and name not in own:
            near = nearest(name, sorted({*listed, *own}))
            hint = _("did you mean “%(near)s”?", near=near) if near else _("add it there first")
            raise UserError(_("“%(name)s” does not stand in %(place)s; %(hint)s", name=name, place=place, hint=hint))


def _missing_records(
    data: Path, plan: Plan, sources: dict[str, Any], indicators: dict[str, Any], known: Mapping,
    texts: dict[Path, str | bytes],
) -> tuple[str, ...]:  # fmt: skip
    """Add the source and the indicators that the new figures name and the data folder lacks; return what was added."""
    added: list[str] = []
    new = (*plan.added, *(after for _before, after in plan.changed))
    unknown = [name for name in dict.fromkeys(one.source for one in new) if name not in sources]
    if unknown:
        records = [one for one in known.sources.values() if one["id"] in unknown]
        texts[data / "sources.yaml"] = _appended(data / "sources.yaml", records)
        added += [f"sources.yaml: {name}" for name in unknown]
    missing = [name for name in dict.fromkeys(one.indicator for one in new) if name not in indicators]
    if missing:
        records = [{"id": name, **known.indicators[name]} for name in missing]
        texts[data / "indicators.yaml"] = _appended(data / "indicators.yaml", records)
        added += [f"indicators.yaml: {name}" for name in missing]
    return tuple(added)


def _appended(file: Path, records: list[dict[str, Any]]) -> str:
    text = read_text(str(file)).rstrip() if file.is_file() else ""
    told = as_yaml_file(records, 120)
    return f"{text}\n\n{told}" if text and text != "[]" else told


def _plain_name(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.") or "plik"


def _keep_original(
    data: Path, file: Path, content: bytes, form: str, rows: int, day: date, texts: dict[Path, str | bytes]
) -> None:
    """Keep the original file and a line on it, so that every figure can be traced to the bytes it came from."""
    digest = sha256(content).hexdigest()
    name = _plain_name(file.name)
    texts[data / ORIGINALS / f"{digest[:12]}-{name}"] = content
    log = data / LOG
    before = read_text(str(log)) if log.is_file() else ""
    line = f"{day.isoformat()}  {form}  {rows}  sha256:{digest}  {name}\n"
    texts[log] = before if f"sha256:{digest}" in before else before + line
