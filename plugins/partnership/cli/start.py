"""``start``: another partnership's site in an empty folder, whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from partnership.cli.new_site_answers import Answers
from partnership.cli.options import type_file_to_read
from partnership.language import _, ngettext
from partnership.problems import ProblemList, ProblemsFound, UserError
from partnership.profile import zone_named
from partnership.settings import PROJECT, today
from partnership.settings_file import read_settings
from partnership.subscriptions.git_history import SILENT, TRAILER


@click.command("start", help=_("Make another partnership's site in an empty folder."))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--name", default="", help=_("Name of the site."))
@click.option("--office", default="", help=_("Name of the public body that runs it."))
@click.option("--region", default="", help=_("Name of the region."))
@click.option("--genitive", default="", help=_("“Of the region”, where the language has cases."))
@click.option("--locative", default="", help=_("“In the region”, with the preposition."))
@click.option("--adjective", default="", help=_("Adjective of the region."))
@click.option(
    "--counties", metavar="FILE", type=type_file_to_read,
    help=_("Table of the counties, CSV: code, name, seat, latitude, longitude."),
)  # fmt: skip
@click.option("--county", default="", help=_("County where the public body stands: code, name or seat."))
@click.option("--languages", default="", metavar="CODES", help=_("Languages, the site's own first, e.g. pl,en."))
@click.option("--country", default="", metavar="CODE", help=_("Country, two small letters; without it pl."))
@click.option("--time-zone", default="", metavar="ZONE", help=_("Time zone, e.g. Europe/Warsaw."))
@click.option("--email", default="", metavar="ADDRESS", help=_("Where visitors report mistakes."))
@click.option("--site-url", default="", metavar="URL", help=_("Where the site will stand."))
@click.option("--feed-authority", default="", metavar="DOMAIN", help=_("Domain that the ids of feed entries carry."))
def command(folder: Path, counties: Path | None, **given: str) -> int:
    """Ask for what is missing where somebody sits there, check everything, write, build, and say what comes next."""
    from partnership.starting.county_table import doubtful_places, read_counties
    from partnership.starting.new_site import NewSite, files_of, office_file, texts_to_translate

    target = folder.absolute()
    _refuse_used(target)
    answers = Answers(given)
    name = answers.needed("name", _("Name of the site"))
    office = answers.needed("office", _("Public body that runs it"))
    region = answers.needed("region", _("Name of the region"))
    languages = answers.languages(_("Languages, the site's own first, e.g. pl,en"))
    country = answers.country()
    zone = answers.time_zone(country, _("Time zone, e.g. Europe/Prague"))
    table = counties or answers.table(_("Table of the counties (CSV: code, name, seat, latitude, longitude)"))
    site_url = answers.site_url()
    authority, email = answers.feed_authority(site_url), answers.email()
    answers.settle()
    rows = read_counties(table, country)
    for doubt in doubtful_places(table, rows, zone):
        click.echo(doubt.as_text(), err=True)
    county, known = answers.office_county(office, rows, languages[0])
    site = NewSite(
        name=name, office=office, region=region, counties=rows, office_county=county.code, languages=languages,
        country=country, time_zone=zone,
        feed_authority=authority, since=today(zone_named(zone)).year, site_url=site_url, email=email,
        genitive=given["genitive"], locative=given["locative"], adjective=given["adjective"],
    )  # fmt: skip
    pages = _write(target, files_of(site))
    click.echo(str(folder))
    if not known:
        _say_guessed(office_file(site), county.name)
    _say_what_next(folder, pages, len(rows), texts_to_translate(site), site.language)
    return 0


def _refuse_used(target: Path) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise UserError(_("%(path)s is not a folder; choose another", path=str(target)))
    if target.is_dir() and any(target.iterdir()):
        raise UserError(_("%(path)s is not empty; choose an empty folder or a new one", path=str(target)))


def _write(target: Path, files: dict[str, str]) -> int:
    """Write the site beside its place, check and build it there, then put it in place; return its number of pages."""
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        for path, text in files.items():
            file = made / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        (made / "tasks.py").chmod(0o755)
        if (PROJECT / "tasks.py").is_file():
            (made / ".program").write_text(f"{PROJECT}\n", encoding="utf-8")
        pages = _built(made)
        for rubbish in ("output", ".cache"):
            shutil.rmtree(made / rubbish, ignore_errors=True)
        _commit(made)
        made.chmod(0o755)
        if target.exists():
            target.rmdir()
        os.rename(made, target)
        return pages
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _built(made: Path) -> int:
    """Build the site and test its links, as before a publication."""
    from partnership.engine.entry import build
    from partnership.publishing.built_site import BuiltSite
    from partnership.publishing.links import check_links

    settings = read_settings(made / "pelicanconf.py")
    settings = msgspec.structs.replace(settings, cache=made / ".cache", output=made / "output")
    built = build(settings)
    problems, _redirects = check_links(BuiltSite(settings.output, settings.site_url))
    if problems:
        raise ProblemsFound(ProblemList(problems))
    return built.pages


def _commit(made: Path) -> None:
    """Begin the history of the site with one commit; without git, or without its help, the site has none yet."""
    if shutil.which("git") is None:
        return
    run: Callable[..., Any] = subprocess.run
    variables = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    options: dict[str, Any] = {"cwd": made, "capture_output": True, "check": False, "env": variables}
    known = run(["git", "config", "user.email"], **options).stdout.strip()
    signed = [] if known else ["-c", "user.name=Partnership", "-c", "user.email=start@partnership.example"]
    run(["git", "init", "--quiet", "--initial-branch=main"], **options)
    run(["git", "add", "--all"], **options)
    # What a site begins with is no news.
    said = ["-m", "Begin the site", "-m", f"{TRAILER}: {SILENT}"]
    run(["git", *signed, "commit", "--quiet", "--no-verify", *said], **options)


def _say_guessed(file: str, county: str) -> None:
    """Say that the office was put into a county that nobody named."""
    text = _(
        "Nobody said in which county the office stands: %(file)s says %(county)s; correct “county” there if need be.",
        file=file, county=county,
    )  # fmt: skip
    click.echo(text, err=True)


def _say_what_next(folder: Path, pages: int, counties: int, english: Sequence[str], language: str) -> None:
    say = [
        _(
            "The site is there: %(counties)s, %(pages)s, every link leads somewhere.",
            counties=ngettext("%(num)d county", "%(num)d counties", counties),
            pages=ngettext("%(num)d page", "%(num)d pages", pages),
        ),
        _("Look at it: %(command)s", command=f"{_python()} {folder / 'tasks.py'} serve"),
        _("Then correct the names of towns in data/counties.yaml and add your institutions; docs/start.md tells more."),
    ]  # fmt: skip
    if english:
        say.append(
            _("The texts in %(files)s are English, because the program has none in “%(lang)s”: translate them there.",
              files=", ".join(english), lang=language)
        )  # fmt: skip
    for line in say:
        click.echo(line, err=True)


def _python() -> str:
    """Return what starts the site's tasks: a checkout makes its own environment, an installed program has one."""
    return "python3" if (PROJECT / "tasks.py").is_file() else sys.executable
