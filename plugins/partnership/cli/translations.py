"""``translations``: what lags behind its original and what nobody has translated yet; notes what fits."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from partnership.cli.options import source_options
from partnership.language import _, ngettext

if TYPE_CHECKING:
    from partnership.catalogue.linking import Linked
    from partnership.settings import Settings


@click.command("translations", help=_("List translations that lag behind, and texts of records without one."))
@source_options
@click.option("--language", "lang", default="", help=_("Only this language, e.g. uk."))
@click.option(
    "--note", is_flag=True, help=_("Note that translations fit their originals: of all records, or of FILES.")
)
@click.option(
    "--template", "wanted", default="", metavar="LANG",
    help=_("Write the catalogues of messages of this language to fill in, into the site's theme."),
)  # fmt: skip
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def command(
    content: Path | None, data: Path | None, lang: str, note: bool, wanted: str, files: tuple[Path, ...]
) -> int:
    """Print the list or write the notes; that something lags behind is no failure."""
    from partnership.catalogue.linking import link
    from partnership.cli.arrange import arranged
    from partnership.problems import ProblemsFound

    settings = arranged(content, data)
    if wanted:
        return _template(settings, wanted)
    linked = link(settings)
    if linked.problems.errors:
        raise ProblemsFound(linked.problems)
    others = tuple(one for one in settings.languages[1:] if not lang or one == lang)
    if not others:
        raise click.UsageError(_("The site has no such other language; it has: %(all)s",
                                 all=", ".join(settings.languages[1:]) or _("none")))  # fmt: skip
    if files and not note:
        raise click.UsageError(_("FILES say what to note; add --note"))
    if note:
        return _note(linked, settings, others, files)
    for line in _lines(linked, settings, others):
        click.echo(line)
    return 0


def _template(settings: Settings, lang: str) -> int:
    """Write the catalogues of a language and say where they are; what they hold already stays."""
    from partnership.authoring.catalogue_template import catalogue_templates
    from partnership.authoring.confirming import put_file
    from partnership.locales.codes import is_language, meant_language
    from partnership.message_catalogues import CatalogueError
    from partnership.problems import UserError, shown_path

    if not is_language(lang):
        near = meant_language(lang)
        hint = _("did you mean “%(near)s”?", near=near) if near else _("write e.g. pl or en")
        message = _("“%(value)s” is not the code of a language", value=lang)
        raise click.UsageError(f"{message}; {hint}")
    try:
        templates = catalogue_templates(settings.theme, lang)
    except CatalogueError as error:
        raise UserError(str(error)) from None
    for one in templates:
        one.path.parent.mkdir(parents=True, exist_ok=True)
        put_file(one.path, one.text.encode())
        told = ngettext("%(num)d message to translate", "%(num)d messages to translate", one.added)
        click.echo(f"{shown_path(str(one.path))}: {told}")
    if not templates:
        click.echo(_("The site's catalogues of “%(lang)s” hold every message.", lang=lang))
    return 0


def _lines(linked: Linked, settings: Settings, languages: tuple[str, ...]) -> list[str]:
    from partnership.catalogue.places import Places
    from partnership.catalogue.translations import lagging_documents, translated_texts
    from partnership.problems import ProblemList, shown_path

    places = Places(settings.content, settings.data, ProblemList())
    lines = []
    counts: Counter[tuple[str, str]] = Counter()
    for one in lagging_documents(linked.library):
        lang = one.document.front.lang
        if lang in languages:
            counts[lang, "lags"] += 1
            path = shown_path(places.absolute("content", one.document.path))
            lines.append(_("%(place)s: %(lang)s: lags behind %(path)s of %(day)s", place=f"{path}:1:1", lang=lang,
                           path=f"content/{one.original.path}", day=one.changed.isoformat()))  # fmt: skip
    for text in translated_texts(linked.library, languages):
        counts[text.lang, text.state] += 1
        if text.state not in ("missing", "lags"):
            continue
        absolute = places.absolute("data", text.path)
        line, column = places.place(absolute, text.text.place, text.key)
        key = ".".join(str(one) for one in text.text.place if one != text.lang)
        told = _("lags behind") if text.state == "lags" else _("missing")
        shown = " ".join(text.text.original.split())
        lines.append(f"{shown_path(absolute)}:{line}:{column}: {text.lang}: {told}: {key}: {shown}")
    lines += [
        _(
            "%(lang)s: %(missing)d texts of records are missing, %(lags)d lag behind, %(new)d are not noted yet",
            lang=lang, missing=counts[lang, "missing"], lags=counts[lang, "lags"], new=counts[lang, "new"],
        )
        for lang in languages
    ]  # fmt: skip
    return lines


def _note(linked: Linked, settings: Settings, languages: tuple[str, ...], files: tuple[Path, ...]) -> int:
    """Write ``translations.csv`` and say how many translations are noted."""
    from partnership.authoring.confirming import put_file
    from partnership.catalogue.translations import noted
    from partnership.records.translated import PATH, written

    folder = settings.data.resolve()
    inside = [one.resolve() for one in files if one.resolve().is_relative_to(folder)]
    if len(inside) < len(files):
        raise click.UsageError(_("Only files of records below %(folder)s can be noted", folder=str(settings.data)))
    chosen = frozenset(one.relative_to(folder).as_posix() for one in inside)
    rows = noted(linked.library, settings.languages[1:], languages, chosen)
    put_file(settings.data / PATH, written(rows).encode())
    click.echo(ngettext("%(num)d translation is noted.", "%(num)d translations are noted.", len(rows)))
    return 0
