"""``new``: a valid file to fill in."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from partnership.cli.asking import Asking, at_terminal, checked
from partnership.cli.options import Date, source_options
from partnership.language import _

if TYPE_CHECKING:
    from partnership.authoring.draft import Draft
    from partnership.authoring.site_choices import SiteChoices
    from partnership.kinds.kind import Question
    from partnership.records.taxonomy import County
    from partnership.settings import Settings

RECORDS: Final = ("institution", "partner", "offer")
"""Kinds of records that can be asked for, after the site's kinds of content."""


class KindType(click.ParamType[str]):
    """What can be made anew: kinds of content of the site, and of records."""

    name = "kind"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return all kinds."""
        return "|".join(_kinds())

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the kind, or fail with a usage error that names all."""
        return str(click.Choice(_kinds()).convert(value, param, ctx))


def _kinds() -> tuple[str, ...]:
    from partnership.settings_file import read_settings

    kinds = read_settings().kinds
    return (*(kind.authoring.command for kind in kinds if kind.authoring is not None), *RECORDS)


@click.command("new", help=_("Make a valid file to fill in and print its path; asks for what is missing."))
@source_options
@click.argument("kind", type=KindType())
@click.argument("words", nargs=-1, metavar=_("[TITLE|NAME|ID|COUNTY]"))
@click.option("--name", default="", help=_("File name without ending; without it one is made from the title."))
@click.option("--date", "day", type=Date(), metavar="DATE", help=_("Day of publication; without it today."))
@click.option("--summary", default="", help=_("Summary in one or two sentences."))
@click.option("--category", default="", help=_("Category."))
@click.option("--author", default="", help=_("Author."))
@click.option("--draft", is_flag=True, help=_("Not to be published yet."))
@click.option("--starts", default="", metavar="DATE[THH:MM]", help=_("Meeting: when it starts."))
@click.option("--ends", default="", metavar="DATE[THH:MM]", help=_("Meeting: when it ends."))
@click.option("--place", default="", help=_("Meeting: place."))
@click.option("--group", default="", help=_("Meeting: the working group's id."))
@click.option(
    "--set", "answers", multiple=True, metavar="KEY=VALUE", help=_("An answer to a question of the kind, by its key.")
)
@click.option("--type", "type_", default="", help=_("Institution: id of its type."))
@click.option("--county", default="", help=_("Institution, offer: the county's code, name or seat."))
@click.option("--serves", default="", metavar="region", help=_("Institution: region, if it serves the whole of it."))
@click.option("--short-name", default="", help=_("Institution: short name."))
@click.option("--city", default="", help=_("Institution: town."))
@click.option("--website", default="", help=_("Institution: address of its website."))
@click.option("--no-edit", is_flag=True, help=_("Do not open the file in $EDITOR."))
def command(
    content: Path | None,
    data: Path | None,
    kind: str,
    words: tuple[str, ...],
    no_edit: bool,
    answers: tuple[str, ...],
    **given: Any,
) -> int:
    """Ask, write, print the path, open the editor."""
    from partnership.authoring.draft import write
    from partnership.authoring.site_choices import look_around
    from partnership.cli.arrange import arranged
    from partnership.problems import shown_path

    settings = arranged(content, data)
    known = look_around(settings)
    # A title without quotes comes word by word.
    said = _parted(answers)
    told = _Answers(known, settings, " ".join(words), given | said)
    make: dict[str, Callable[[], Draft]] = {
        "institution": told.institution,
        "partner": told.partner,
        "offer": told.offer,
    }
    draft = make[kind]() if kind in make and not said else told.text(kind, said)
    path = write(draft, settings)
    click.echo(shown_path(str(path)))
    if at_terminal() and not no_edit:
        _edit(path)
    return 0


class _Answers(Asking):
    """What the author says of something new, kind by kind."""

    def __init__(self, known: SiteChoices, settings: Settings, named: str, given: dict[str, Any]) -> None:
        super().__init__(named, given)
        self._known = known
        self._settings = settings

    def text(self, command: str, answered: Collection[str]) -> Draft:
        """Return a new text of the kind that ``new`` knows by ``command``; ``answered`` are keys given by ``--set``."""
        from partnership.authoring.kinds import Said, text

        for kind in self._settings.kinds:
            asked = kind.authoring
            if asked is not None and asked.command == command:
                _check_keys(answered, [question.key for question in asked.questions])
                said = self._said()
                answers = {
                    question.key: answer
                    for question in asked.questions
                    if (answer := self._answer(question)) not in (None, "")
                }
                return text(self._known, kind, asked, Said(**said, answers=answers))
        _check_keys(answered, ())
        raise LookupError(command)

    def _answer(self, question: Question) -> Any:
        """Return the answer to a question of a kind: a text or a moment; nothing where there is none."""

        def read(text: str) -> Any:
            if question.reads == "text":
                return " ".join(text.split())
            return _moment(text) if question.reads == "moment" else self._known.reference(question.reads, text)

        if question.needed:
            return self.needed(question.key, question.text(), read)
        given = self.given.get(question.key, "")
        if given:
            return checked(read, given)
        return self.optional(question.key, question.text(), read) if question.asked else ""

    def institution(self) -> Draft:
        from partnership.authoring.kinds import institution, institution_id

        title = self.title(_("Full name of the institution"))
        types = ", ".join(self._known.type_ids())
        kind = self.needed("type_", _("Type (%(types)s)", types=types), lambda name: self._known.type(name).id)
        serves = _serves(self.given["serves"])
        if self._means_region(self.given["county"]):
            serves, self.given["county"] = "region", ""
        county, asked = self._county(title, serves)
        serves = serves or asked
        short_name = self.optional("short_name", _("Short name, e.g. PUP Dolina (Enter: none)"))
        name = self.given["name"]
        if not name and at_terminal():
            proposed = institution_id(title, short_name, county)
            name = click.prompt(_("File name without .yaml"), default=proposed, err=True)
        return institution(self._known, title=title, type=kind, county=county, name=name, short_name=short_name,
            city=self.optional("city", _("Town (Enter: not known)")),
            serves=serves,
            website=self.optional("website", _("Address of its website, with https:// (Enter: not known)")),
        )  # fmt: skip

    def _county(self, title: str, serves: str) -> tuple[County, str]:
        """Return the county where an institution stands, and "region" when the answer was that it serves all of it.

        An office of the whole region stands somewhere too: its town tells where, by option or by its name.
        """
        if not self.given["county"] and serves:
            county = self._known.county_of_town(self.given["city"]) or self._known.county_named_in(title)
            if county is not None:
                text = _("It stands in: %(name)s (%(code)s)", name=county.name, code=county.teryt)
                click.echo(text, err=True)
                return county, serves
        stands = _("County where it stands: code, name or seat")
        question = stands if serves else _("County: code, name or seat; or: region")
        said = self.needed("county", question, self._county_or_region)
        if said is not None:
            return said, serves
        return self.needed("county", stands, self._known.county), "region"

    def _county_or_region(self, name: str) -> County | None:
        """Return the county that an answer means, or None when it means the whole region."""
        if self._means_region(name):
            return None
        county = self._known.county(name)
        for other in self._known.counties_of_seat(name):
            if other is not county:
                text = _("“%(name)s” is taken as: %(county)s (%(code)s); for the other county write %(other)s",
                         name=name, county=county.name, code=county.teryt, other=other.teryt)  # fmt: skip
                click.echo(text, err=True)
        return county

    def _means_region(self, name: str) -> bool:
        from partnership.records.polish_values import meant_choice

        return name.strip().casefold() == "region" or meant_choice(name, ["region"]) is not None

    def partner(self) -> Draft:
        from partnership.authoring.kinds import partner

        name = self.title(_("Id or name of the partner's institution"))
        return partner(self._known, institution=checked(self._known.institution, name))

    def offer(self) -> Draft:
        from partnership.authoring.kinds import offer

        self.given["county"] = self.given["county"] or self.named
        county = self.needed("county", _("County: code, name or seat"), self._known.county)
        summary = self.needed("summary", _("What should an investor know first?"), str)
        return offer(self._known, county=county, summary=summary)

    def _said(self) -> dict[str, Any]:
        """Return what every text has: title, day, name of the file, summary, category, author."""
        day: date = self.given["day"] or self._settings.build_date
        title = self.title(_("Title"))
        if (same := self._known.same_title(title)) is not None:
            click.echo(
                _("A text of this title exists already: %(path)s; the new one gets another name", path=same), err=True
            )
        categories = ", ".join(self._known.categories())
        question = _("Category: %(categories)s, or a new one (Enter: none)", categories=categories)
        return {
            "title": title,
            "day": day,
            "name": self.given["name"],
            "category": self.optional("category", question),
            "summary": self.optional("summary", _("Summary in one or two sentences (Enter: later)")),
            "author": self.given["author"],
            "draft": self.given["draft"],
        }


def _check_keys(answered: Collection[str], known: Sequence[str]) -> None:
    """Fail as wrong usage where an answer is to no question of the kind."""
    for key in answered:
        if key not in known:
            asked = ", ".join(known) or _("nothing")
            raise click.UsageError(_("“%(key)s” is not asked here; --set answers: %(keys)s", key=key, keys=asked))


def _parted(answers: Iterable[str]) -> dict[str, str]:
    """Return ``KEY=VALUE`` options by key, or fail as wrong usage."""
    told = {}
    for one in answers:
        key, equals, value = one.partition("=")
        if not equals:
            raise click.UsageError(_("“%(text)s” says no key; write --set KEY=VALUE", text=one))
        told[key.strip()] = value.strip()
    return told


def _serves(text: str) -> str:
    """Return "region" for whatever means the whole region, "" for nothing, or fail as wrong usage."""
    from partnership.records.polish_values import meant_choice

    if not text or text == "region" or meant_choice(text, ["region"]):
        return "region" if text else ""
    raise click.UsageError(_("“%(value)s” is not possible here; write region, or leave the option out", value=text))


def _moment(text: str) -> Any:
    from partnership.authoring.site_choices import UnknownName
    from partnership.records.fields import Moment
    from partnership.records.polish_values import meant_moment

    try:
        return Moment.parse(meant_moment(text) or text)
    except ValueError:
        raise UnknownName(
            _("“%(value)s” is not a day or time; write it as 2027-03-10 or 2027-03-10T10:00", value=text)
        ) from None


def _edit(path: Path) -> None:
    """Open the file in the author's editor, if one is set; whatever becomes of that, the file is there."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return
    try:
        subprocess.run([*shlex.split(editor), str(path)], check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        click.echo(_("The editor “%(editor)s” did not start: %(reason)s", editor=editor, reason=str(error)), err=True)
