"""What somebody says of a new site, by options or at a terminal: asked for, checked, and all mistakes told at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import click

from partnership.cli.asking import at_terminal
from partnership.cli.options import type_file_to_read
from partnership.language import _
from partnership.locales.codes import in_usual_case, is_country, is_language, meant_country, meant_language
from partnership.problems import UserError
from partnership.profile import zone_named
from partnership.records.fields import Email, Host, Language
from partnership.records.intended import pattern_of

if TYPE_CHECKING:
    from partnership.starting.county_table import CountyRow

ZONES: Final = {
    "cz": "Europe/Prague",
    "de": "Europe/Berlin",
    "lt": "Europe/Vilnius",
    "pl": "Europe/Warsaw",
    "sk": "Europe/Bratislava",
    "ua": "Europe/Kyiv",
}
"""Time zones of countries that have but one; for others it is asked."""


class Answers:
    """The options of ``start``; what is wrong or missing is kept until :meth:`settle` tells it.

    What is missing is asked for where somebody sits at a terminal.
    """

    def __init__(self, given: dict[str, str]) -> None:
        self._given = given
        self._missing: list[str] = []
        self._wrong: list[str] = []

    def needed(self, key: str, question: str) -> str:
        """Return the text of an option in one line, asked for if it is not given."""
        text = " ".join(self._given[key].split())
        if not text and at_terminal():
            text = " ".join(str(click.prompt(question, err=True)).split())
        if not text:
            self._missing.append(key.replace("_", "-"))
        return text

    def languages(self, question: str) -> tuple[str, ...]:
        """Return the codes of the site's languages, each once."""
        text = self.needed("languages", question)
        found = tuple(dict.fromkeys(in_usual_case(one) for one in re.split(r"[,;\s]+", text.strip("[] ")) if one))
        for one in found:
            if not re.search(pattern_of(Language), one) or not is_language(one):
                near = meant_language(one)
                hint = _("did you mean “%(near)s”?", near=near) if near else _("write e.g. pl or en")
                message = _("“%(value)s” is not the code of a language", value=one)
                self._wrong.append(f"{message}; {hint}")
        if text and not found:
            self._missing.append("languages")
        return found

    def country(self) -> str:
        """Return the two small letters of the country; Poland's where none is given."""
        country = (self._given["country"] or "pl").lower()
        if not is_country(country):
            near = meant_country(country)
            hint = _("did you mean “%(near)s”?", near=near) if near else _("write its two letters, e.g. pl")
            message = _("“%(value)s” is not the code of a country", value=self._given["country"])
            self._wrong.append(f"{message}; {hint}")
        return country

    def time_zone(self, country: str, question: str) -> str:
        """Return the name of the time zone, that of the country where it has but one."""
        zone = self._given["time_zone"] or ZONES.get(country) or self.needed("time_zone", question)
        if zone and zone_named(zone) is None:
            self._wrong.append(_("There is no time zone “%(name)s”; write it as Europe/Warsaw", name=zone))
        return zone

    def table(self, question: str) -> Path:
        """Return the path of the table of counties, asked for."""
        if at_terminal():
            return Path(click.prompt(question, type=type_file_to_read, err=True))
        self._missing.append("counties")
        return Path()

    def office_county(self, office: str, counties: Sequence[CountyRow], language: str) -> tuple[CountyRow, bool]:
        """Return the county where the office stands, and whether that is known or only a guess.

        What ``--county`` says counts, then the town in the office's name, then an answer at the terminal; else it is
        the first county.

        Raises:
            UserError: There is no such county, or there are two.
        """
        # Imported where there is a table: the help of the task needs none.
        from partnership.starting.office_county import counties_called, counties_of_office

        given = " ".join(self._given["county"].split())
        found = counties_called(given, counties) if given else counties_of_office(office, counties, language)
        if not given and len(found) != 1 and at_terminal():
            asked = _("County where the office stands: code, name or seat (Enter: not known yet)")
            given = " ".join(str(click.prompt(asked, default="", show_default=False, err=True)).split())
            found = counties_called(given, counties) if given else found
        if given and len(found) != 1:
            several = ", ".join(f"{one.name} ({one.code})" for one in found or counties)
            message = _("There is no county “%(name)s” in the table", name=given)
            if found:
                message = _("“%(name)s” is said of several counties", name=given)
            raise UserError(f"{message}; {_('write one of: %(options)s', options=several)}")
        return (found[0], True) if len(found) == 1 else ((found or counties)[0], False)

    def site_url(self) -> str:
        """Return where the site will stand, without a slash at the end."""
        url = self._given["site_url"].rstrip("/") or "https://partnership.example"
        if not re.match(r"https?://[^/\s]+", url) or not _host(url):
            self._wrong.append(_("“%(url)s” is not an address of a site; write it as https://example.org", url=url))
        return url

    def feed_authority(self, site_url: str) -> str:
        """Return the domain that ids of feed entries carry: the given one, or that of the site."""
        host = self._given["feed_authority"] or _host(site_url)
        if host and not re.search(pattern_of(Host), host):
            self._wrong.append(_("“%(value)s” is not a domain; write it as example.org", value=host))
        return host

    def email(self) -> str:
        """Return the address for reports of mistakes, or an empty text."""
        given = self._given["email"]
        if given and not re.search(pattern_of(Email), given):
            self._wrong.append(_("“%(value)s” is not an e-mail address; write it as name@example.org", value=given))
        return given

    def settle(self) -> None:
        """Tell everything that is wrong or missing; nothing happens when all is well.

        Raises:
            UserError: Answers are wrong; what is missing is told with them.
            click.UsageError: Answers are missing, and no other is wrong.
        """
        missing = [_("Missing option “--%(name)s”.", name=name) for name in dict.fromkeys(self._missing)]
        if self._wrong:
            raise UserError("\n".join((*self._wrong, *missing)))
        if missing:
            raise click.UsageError("\n".join(missing))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
