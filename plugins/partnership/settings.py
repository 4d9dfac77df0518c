"""The site's settings: typed, each with its meaning; and which site is meant."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec

from partnership.language import _
from partnership.problems import UserError
from partnership.profile import Profile
from partnership.time_zone import DEFAULT_ZONE

if TYPE_CHECKING:
    from partnership.kinds.kind import Kind

PROJECT: Final = Path(__file__).resolve().parents[2]
"""Folder of the program's checkout; where the program is installed, the folder of installed packages."""

BUILT_IN_THEME: Final = next(
    (one for one in (Path(__file__).resolve().parents[1] / "partnership_theme", PROJECT / "theme") if one.is_dir()),
    PROJECT / "theme",
)
"""The theme that comes with the program."""

SETTINGS_FILE: Final = "pelicanconf.py"
"""The settings of a site; the folder that it lies in is the site's."""

SITE_VARIABLE: Final = "PARTNERSHIP_SITE"
"""Environment variable that names the folder of the site to work on."""


def site_root() -> Path:
    """Return the folder of the site to work on.

    The one that the caller names, else the program's own checkout where it holds a site, else the nearest folder with
    settings from where the caller stands upwards.
    """
    if named := os.environ.get(SITE_VARIABLE):
        return Path(named).resolve()
    return PROJECT if (PROJECT / SETTINGS_FILE).is_file() else _site_around() or Path.cwd()


def site_passed_over() -> Path | None:
    """Return the folder of the site in which the caller stands where :func:`site_root` means another, else None."""
    around = None if os.environ.get(SITE_VARIABLE) else _site_around()
    return around if around not in (None, site_root()) else None


def _site_around() -> Path | None:
    """Return the nearest folder with settings from where the caller stands upwards."""
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the folder was removed meanwhile
        return None
    return next((one for one in (here, *here.parents) if (one / SETTINGS_FILE).is_file()), None)


class Settings(msgspec.Struct, frozen=True):
    """Everything that decides what is built, and from where to where."""

    root: Path = PROJECT
    """Folder of the site: that of its settings file."""
    content: Path = PROJECT / "content"
    """Folder of Markdown files (``PATH``)."""
    data: Path = PROJECT / "data"
    """Folder of YAML files (``PARTNERSHIP_DATA``)."""
    theme: Path = BUILT_IN_THEME
    """Folder of templates and static files; what it lacks comes from the built-in theme (``THEME``)."""
    output: Path = PROJECT / "output"
    """Folder that receives the site (``OUTPUT_PATH``)."""
    cache: Path = PROJECT / ".cache"
    """Folder of results kept between builds; it may be deleted at any time (``CACHE_PATH``)."""
    site_url: str = "https://partnerstwo.example"
    """Where the site is published, without a final slash (``SITEURL``)."""
    site_name: str = ""
    """Short name of the site, where ``data/site.yaml`` does not say it (``SITENAME``)."""
    site_full_name: str = ""
    """Full name of the partnership, where that file does not say it (``PARTNERSHIP_FULL_NAME``)."""
    office: str = ""
    """Public body that runs the site, where that file does not say it (``PARTNERSHIP_OFFICE``)."""
    office_id: str = ""
    """Id of that body among the institutions, where that file does not say it (``PARTNERSHIP_OFFICE_ID``)."""
    office_url: str = ""
    """Website of that body, where its record does not say it (``PARTNERSHIP_OFFICE_URL``)."""
    time_zone: str = DEFAULT_ZONE
    """Time zone of dates and times, where ``data/site.yaml`` does not say it (``TIMEZONE``)."""
    profile: Profile = msgspec.field(default_factory=Profile)
    """What the site is called and which region it is about: that file, then the settings above, then neutral words.

    It is drawn together from both when the data folder is known, and is what everything else reads.
    """
    bip_url: str = ""
    """Biuletyn Informacji Publicznej of that body; empty while unknown (``PARTNERSHIP_BIP_URL``)."""
    language: str = "pl"
    """The site's first language, whose pages stand at ``/``, where ``data/site.yaml`` names none (``DEFAULT_LANG``)."""
    other_languages: tuple[str, ...] = ()
    """Codes of the site's other languages, each with a tree of pages of its own, e.g. ``/en/``."""
    feed_authority: str = ""
    """Authority of the feeds' tag URIs, where ``data/site.yaml`` does not say it (``PARTNERSHIP_FEED_AUTHORITY``)."""
    feed_length: int = 30
    """Entries on a page of a feed (``PARTNERSHIP_FEED_LENGTH``)."""
    page_length: int = 20
    """Posts on a page of a list (``DEFAULT_PAGINATION``)."""
    newsletter_form: str = ""
    """Address of a list manager's public subscription form, e.g. listmonk's.

    Empty: a mail link or feeds (``PARTNERSHIP_NEWSLETTER_FORM``).
    """
    newsletter_list: str = ""
    """Id of the list in that manager (``PARTNERSHIP_NEWSLETTER_LIST``)."""
    newsletter_mail: str = ""
    """Mail address that takes subscriptions by mail (``PARTNERSHIP_NEWSLETTER_MAIL``)."""
    eu_funds: bool = False
    """Whether pages carry the strip of EU funds (``PARTNERSHIP_EU_FUNDS``)."""
    data_licence: str = ""
    """Licence of the open data, as its name is known, e.g. "CC BY 4.0"; empty: nobody has chosen one, and nothing
    is said of it (``PARTNERSHIP_DATA_LICENCE``)."""
    publish_branch: str = "gh-pages"
    """Branch that holds the published site (``GITHUB_PAGES_BRANCH``)."""
    publish_remote: str = "origin"
    """Remote that is published to (``PARTNERSHIP_PUBLISH_REMOTE``)."""
    publish_domain: str = ""
    """Domain of one's own for GitHub Pages, written into the branch's file CNAME (``PARTNERSHIP_PUBLISH_DOMAIN``)."""
    areas: tuple[str, ...] = ()
    """Areas of the site that are planned, as in ``engine/plan.py``; empty: all of them (``PARTNERSHIP_AREAS``).

    ``pages.news.posts`` names a module with a function ``plan``, ``pages.news.archive:plan_years`` also the function.
    """
    own_kinds: tuple[str, ...] = ()
    """Python files that declare kinds of content of the site's own, relative to it (``PARTNERSHIP_KINDS``)."""
    build_date: date = msgspec.field(default_factory=lambda: today())
    """Day of the build in the site's time zone; it decides only what is visible."""
    drafts: bool = False
    """Whether drafts and future posts are built too."""
    preview: bool = False
    """Whether the build is a local preview, with the gallery of components."""

    remarks: tuple[str, ...] = ()
    """What the settings file says in vain: settings of Pelican's that do nothing here, as sentences."""
    commit: str = ""
    """Commit that the manifest names; empty: the commit checked out where the content lies."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of all languages of the site, the first one first."""
        return (self.language, *self.other_languages)

    @property
    def kind_files(self) -> tuple[Path, ...]:
        """The files that declare kinds of content of the site's own."""
        return tuple(self.root / name for name in self.own_kinds)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All kinds of content of the site, its own after those of every site.

        Raises :class:`UserError` where a file of its own cannot be used.
        """
        # Imported only by those who ask: a build in which nothing changed does without.
        from partnership.kinds.own import all_kinds

        return all_kinds(self.kind_files)

    @property
    def base_path(self) -> str:
        """The path part of the site's address without a final slash, e.g. ``/partnerstwo``.

        Empty at a domain's root.
        """
        return urlsplit(self.site_url).path.rstrip("/")


def today(zone: ZoneInfo | None = None) -> date:
    """Return the build date: ``SOURCE_DATE_EPOCH`` when it is set, else today, both in ``zone``.

    Without one in the default country's.
    """
    zone = zone or ZoneInfo(DEFAULT_ZONE)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.now(zone).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError):
        raise UserError(
            _("SOURCE_DATE_EPOCH is “%(value)s”; it must be a number of seconds since 1970", value=epoch)
        ) from None


def in_zone(settings: Settings, zone: ZoneInfo) -> Settings:
    """Return the settings with the day of a time zone for the build, unless they ask for another day than today's."""
    return msgspec.structs.replace(settings, build_date=today(zone)) if settings.build_date == today() else settings
