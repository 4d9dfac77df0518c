"""Checks of offers, of the one table of figures, and of the lexicon."""

from __future__ import annotations

from partnership.catalogue.checks.people import check_record
from partnership.catalogue.names import Names, Where
from partnership.finder.folding import words
from partnership.finder.language import language
from partnership.language import _
from partnership.nearest import nearest_id
from partnership.records.figures import Figure, OfferFigure
from partnership.records.figures_csv import is_period
from partnership.records.lexicon import Lexicon
from partnership.records.library import Library, all_records
from partnership.records.offer import Offer

SKIPPED = "connecting-words"
"""Under this code a phrase is told that is made of words which the finder passes over."""


REGION = "region"
"""Stands among kinds whose names are not all known where the profile's region could not be read."""


def check_figures(library: Library, names: Names, region: str) -> tuple[Figure, ...]:
    """Check offers and figures; return the one table of all of them, sorted by key.

    ``region`` is the two-digit code under which figures of the region stand, beside "00" for Poland.
    """
    table: list[Figure] = []
    units = names.known.get("counties", set()) | {"00", region}
    for figure in all_records(library.figures):
        _references(names, Where("data", figure.path), figure, units)
        if not figure.wrong:
            table.append(figure)
    for offer in all_records(library.offers):
        _offer(names, offer, table)
    _unique(names, table)
    return tuple(sorted(table, key=lambda figure: figure.key))


def _references(names: Names, where: Where, figure: Figure, units: set[str]) -> None:
    for kind, name, column in (("indicators", figure.indicator, 1), ("sources", figure.source, 6)):
        known = names.known.get(kind, set())
        if not name or name in known or kind in names.open_kinds:
            continue
        near = nearest_id(name, sorted(known))
        message = _("“%(name)s” is not the id of any record in %(kind)s.yaml", name=name, kind=kind)
        hint = _("did you mean “%(near)s”?", near=near) if near else _("correct it, or add it there")
        names.places.tell_cell(where.root, where.path, figure.line, column, "unknown-reference", message, hint, near)
    if figure.teryt and figure.teryt not in units and names.open_kinds.isdisjoint(("counties", REGION)):
        message = _("“%(teryt)s” is not the code of a county in counties.yaml", teryt=figure.teryt)
        names.places.tell_cell(
            where.root, where.path, figure.line, 0, "unknown-reference", message, _("correct it, or remove the row")
        )


def _offer(names: Names, offer: Offer, table: list[Figure]) -> None:
    check_record(names, "offers", offer)
    where = Where("data", offer.source)
    if offer.county and offer.county != offer.id:
        message = _("The file is called “%(id)s”, but the county is “%(county)s”", id=offer.id, county=offer.county)
        names.places.tell(
            "data",
            where.path,
            ("county",),
            "contradiction",
            message,
            _("give both the same code"),
            suggestion=f'"{offer.id}"',
        )
    names.check(where, ("county",), "counties", offer.county)
    if offer.contact is not None:
        names.check(where, ("contact",), "institutions", offer.contact)
    for number, row in enumerate(offer.figures):
        figure = _offer_figure(names, where, number, row, offer.county)
        if figure is not None:
            table.append(figure)
    for number, occupation in enumerate(offer.occupations):
        names.check(where, ("occupations", number, "source"), "sources", occupation.source)


def _offer_figure(names: Names, where: Where, number: int, row: OfferFigure, teryt: str) -> Figure | None:
    key_path = ("figures", number)
    names.check(where, (*key_path, "indicator"), "indicators", row.indicator)
    names.check(where, (*key_path, "source"), "sources", row.source)
    period = str(row.period)
    if not (known := is_period(period)):
        message = _("“%(value)s” is not a period", value=period)
        names.places.tell(
            "data",
            where.path,
            (*key_path, "period"),
            "wrong-form",
            message,
            _("write it as 2024, 2024-12 or 2024-12-31"),
        )
    if (row.value is None) == (row.missing is None):
        if row.missing is None:
            message = _("The figure has neither a value nor a reason why it is missing")
        else:
            message = _("A figure has either a value or a reason why it is missing, not both")
        names.places.tell(
            "data", where.path, key_path, "value-or-missing", message, _("fill in one of “value” and “missing”")
        )
    if not known:
        return None
    return Figure(
        teryt=teryt,
        indicator=row.indicator,
        dimension=row.dimension or "",
        period=period,
        value=row.value,
        missing=row.missing,
        source=row.source,
        retrieved=row.retrieved,
        path=where.path,
        line=number + 1,
    )


def _unique(names: Names, table: list[Figure]) -> None:
    first: dict[tuple[str, str, str, str], Figure] = {}
    for figure in sorted(table, key=lambda one: (one.path, one.line)):
        other = first.setdefault(figure.key, figure)
        if other is not figure:
            message = _(
                "The figure %(indicator)s of %(teryt)s for %(period)s stands a second time; "
                "the first is in %(path)s, line %(line)d",
                indicator=figure.indicator,
                teryt=figure.teryt,
                period=figure.period,
                path=other.path,
                line=other.line,
            )
            names.places.tell_at(
                "data",
                figure.path,
                figure.line,
                1,
                "duplicate-figure",
                message,
                _("keep one of the two and remove the other"),
            )


def check_lexicon(library: Library, names: Names) -> None:
    """Warn of phrases that name something the data lacks, and of those that no question can ever meet."""
    kinds = (
        ("services", "services"),
        ("types", "institution-types"),
        ("counties", "counties"),
        ("institutions", "institutions"),
    )
    for path, kept in library.lexicon.items():
        for lexicon in kept.records:
            assert isinstance(lexicon, Lexicon)
            if names.earlier is not None and names.earlier.unchanged("lexicon", path):
                names.places.problems.extend(names.earlier.of(SKIPPED, names.places.absolute("data", path)))
            else:
                _check_said(names, path, lexicon)
            for number, phrase in enumerate(lexicon.phrases):
                for key, kind in kinds:
                    for index, name in enumerate(getattr(phrase.means, key)):
                        names.check(
                            Where("data", path),
                            ("phrases", number, "means", key, index),
                            kind,
                            name,
                            severity="warning",
                        )
            for number, answer in enumerate(lexicon.answers):
                for index, name in enumerate(answer.services):
                    names.check(
                        Where("data", path),
                        ("answers", number, "services", index),
                        "services",
                        name,
                        severity="warning",
                    )


def _check_said(names: Names, path: str, lexicon: Lexicon) -> None:
    """Warn of what is said with connecting words alone: the finder passes over such words, so nobody can ask for it."""
    connecting = frozenset(language().skip)
    for key in ("phrases", "answers", "same"):
        for number, entry in enumerate(getattr(lexicon, key)):
            for index, line in enumerate(entry.say):
                if connecting.issuperset(words(line)):
                    names.places.tell(
                        "data",
                        path,
                        (key, number, "say", index),
                        SKIPPED,
                        _("“%(line)s” has connecting words alone, which the finder passes over", line=line),
                        _("add a word that says what it is about, or remove it"),
                        severity="warning",
                    )
