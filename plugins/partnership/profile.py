"""The site's profile as everything else reads it: what ``data/site.yaml`` says, then the settings, then neutral words.

No partnership, place, office or region is named anywhere in the program; whoever needs such a word asks the profile.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from partnership.country import forms_of, use_country
from partnership.language import use_words, words_of
from partnership.message_catalogues import OwnCatalogue
from partnership.records.profile import EditorHost, Region, SiteContact, SiteTexts
from partnership.region_words import RegionWords, region_words
from partnership.time_zone import DEFAULT_ZONE, dates_in, use_zone

NO_AUTHORITY: Final = "partnership.example"
"""Stands in the ids of the feeds of a site that has not said whose they are."""

NO_REGION: Final = Region(name="")
NO_TEXTS: Final = SiteTexts()
NO_CONTACT: Final = SiteContact()


class Profile(msgspec.Struct, frozen=True):
    """Whose site this is.  Texts are plain and never ``None``; an empty one is unknown, and pages do without it."""

    name: str = "Partnership"
    """Short name of the site."""
    full_name: str = ""
    """Full name of the partnership; the short one where no other is known."""
    office_id: str = ""
    """Id of the institution that runs the site."""
    office: str = ""
    """Name of that institution; the site's own name where no institution is known."""
    office_url: str = ""
    """Website of that institution; empty where none is known."""
    region: Region = NO_REGION
    """The region; its name is empty where it is unknown."""
    languages: tuple[str, ...] = ("pl",)
    """Languages of the site, the first is its own."""
    country: str = "pl"
    """Country, two small letters; empty where the site's file names one that cannot be read."""
    time_zone: str = DEFAULT_ZONE
    """Name of the time zone in which dates and times are meant."""
    feed_authority: str = NO_AUTHORITY
    """Authority of the feeds' tag URIs.  It never changes, whatever the site's address."""
    feed_since: str = "2000"
    """Year or day in those tag URIs."""
    keywords: tuple[str, ...] = ()
    """Topics under which open data is found."""
    contact: SiteContact = NO_CONTACT
    """How the site's editors are reached."""
    editor: EditorHost | None = None
    """Where the browser editor of the published site keeps the files; None: it has none."""
    texts: dict[str, SiteTexts] = msgspec.field(default_factory=dict)
    """Sentences in the partnership's own words, by language."""
    words: tuple[OwnCatalogue, ...] = ()
    """Catalogues of the site's own for what the package says, in its theme."""
    unread: tuple[str, ...] = ()
    """Keys of the site's file that could not be read: nothing is judged by what they would say."""

    def __hash__(self) -> int:
        """Return a hash that fits equality: of the names alone, since a dictionary of texts has none."""
        return hash((self.name, self.full_name, self.languages))

    @property
    def reading(self) -> str:
        """What decides how files are read: with another time zone or country they mean something else."""
        return " ".join((self.time_zone, self.country, *(one.digest for one in self.words)))

    @property
    def tagging_entity(self) -> str:
        """What makes the feeds' tag URIs our own: authority and date, ``example.org,2026``."""
        return f"{self.feed_authority},{self.feed_since}"

    @property
    def first_day(self) -> date:
        """The first day of ``feed_since``: the date of what has none, e.g. of a feed that is still empty."""
        return date.fromisoformat(self.feed_since if len(self.feed_since) > 4 else f"{self.feed_since}-01-01")

    def region_words(self, language: str = "") -> RegionWords:
        """Return what sentences say of the region, in the site's own language where none is asked for."""
        return region_words(self.region, language or self.languages[0])

    def texts_in(self, language: str = "") -> SiteTexts:
        """Return the partnership's own sentences in a language, empty where it has none."""
        return self.texts.get(language or self.languages[0], NO_TEXTS)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone itself."""
        return ZoneInfo(self.time_zone)


@contextmanager
def working_on(profile: Profile) -> Iterator[None]:
    """Let dates be those of a site's time zone, codes and phones have its country's forms, and its own words count."""
    with dates_in(profile.time_zone), forms_of(profile.country), words_of(profile.words):
        yield


def use_profile(profile: Profile) -> None:
    """Let all of that hold from now on: for a program that works on one site to its end."""
    use_zone(profile.time_zone)
    use_country(profile.country)
    use_words(profile.words)


def since_text(since: int | date) -> str:
    """Return the year or day of a tag URI as it stands there."""
    return since.isoformat() if isinstance(since, date) else f"{since:04d}"


def zone_named(name: str) -> ZoneInfo | None:
    """Return the time zone of a name, or None where there is no such zone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
