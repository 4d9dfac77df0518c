"""The site's settings: typed, each with its meaning, read from ``pelicanconf.py`` or ``publishconf.py``.

The two files are Pelican's own and hold names in capitals.  They are read here without importing Pelican, which
would cost more time than building the site; Pelican reads the same names when it is the one that starts.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec

from partnership.foreign_settings import remarks_on
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
    data_licence: str = "CC BY 4.0"
    """Licence of the open data (``PARTNERSHIP_DATA_LICENCE``)."""
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


NAMES: Final = MappingProxyType(
    {
        "PATH": "content",
        "PARTNERSHIP_DATA": "data",
        "THEME": "theme",
        "OUTPUT_PATH": "output",
        "CACHE_PATH": "cache",
        "SITEURL": "site_url",
        "SITENAME": "site_name",
        "PARTNERSHIP_FULL_NAME": "site_full_name",
        "PARTNERSHIP_OFFICE": "office",
        "PARTNERSHIP_OFFICE_ID": "office_id",
        "PARTNERSHIP_OFFICE_URL": "office_url",
        "PARTNERSHIP_BIP_URL": "bip_url",
        "DEFAULT_LANG": "language",
        "TIMEZONE": "time_zone",
        "PARTNERSHIP_FEED_AUTHORITY": "feed_authority",
        "PARTNERSHIP_FEED_LENGTH": "feed_length",
        "DEFAULT_PAGINATION": "page_length",
        "PARTNERSHIP_NEWSLETTER_FORM": "newsletter_form",
        "PARTNERSHIP_NEWSLETTER_LIST": "newsletter_list",
        "PARTNERSHIP_NEWSLETTER_MAIL": "newsletter_mail",
        "PARTNERSHIP_EU_FUNDS": "eu_funds",
        "PARTNERSHIP_DATA_LICENCE": "data_licence",
        "GITHUB_PAGES_BRANCH": "publish_branch",
        "PARTNERSHIP_PUBLISH_REMOTE": "publish_remote",
        "PARTNERSHIP_PUBLISH_DOMAIN": "publish_domain",
        "PARTNERSHIP_AREAS": "areas",
        "PARTNERSHIP_KINDS": "own_kinds",
    }
)
"""Names in the settings files and the fields they fill."""


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


def read_settings(file: Path | None = None) -> Settings:
    """Return the settings of a Pelican settings file (``pelicanconf.py`` of the site by default).

    Raises :class:`UserError` when the file is missing, broken or gives a setting a value of the wrong kind.
    """
    path = file or site_root() / SETTINGS_FILE
    names: dict[str, Any] = {"__file__": str(path), "__name__": path.stem}
    # publishconf.py builds on pelicanconf.py beside it by a plain import; another checkout has one of its own, so what
    # is known by such a name is set aside, and what this file imports belongs to it alone.
    search, modules = list(sys.path), dict(sys.modules)
    for beside in path.parent.glob("*.py"):
        sys.modules.pop(beside.stem, None)
    sys.path.insert(0, str(path.parent))
    try:
        exec(compile(path.read_bytes(), str(path), "exec"), names)
    except FileNotFoundError:
        raise UserError(_("The settings file %(path)s is missing", path=str(path))) from None
    except Exception as error:
        raise UserError(
            _("The settings file %(path)s cannot be used: %(reason)s", path=str(path), reason=str(error))
        ) from None
    finally:
        sys.path[:] = search
        for beside in path.parent.glob("*.py"):
            sys.modules.pop(beside.stem, None)
            if beside.stem in modules:
                sys.modules[beside.stem] = modules[beside.stem]
    return from_names(names, path.parent)


def from_names(names: dict[str, Any], base: Path) -> Settings:
    """Return the settings that Pelican's names give; paths are relative to ``base``."""
    values: dict[str, Any] = {"root": base, "cache": base / ".cache"}
    values["remarks"] = remarks_on(names)
    values |= {name: base / name for name in ("content", "data", "theme", "output")}
    for name, target in NAMES.items():
        if name not in names or names[name] is None:
            continue
        value = names[name]
        kind = str(Settings.__annotations__[target])
        if kind == "Path" and isinstance(value, str | os.PathLike):
            values[target] = base / value
        elif (
            kind.startswith("tuple") and isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
        ):
            values[target] = tuple(value)
        elif {"str": str, "int": int, "bool": bool}.get(kind) is type(value):
            values[target] = value
        elif name == "DEFAULT_PAGINATION" and value is False:
            continue
        else:
            raise UserError(_("The setting %(name)s has a value of the wrong kind: %(value)r", name=name, value=value))
    settings = Settings(**values)
    return with_site_url(settings, os.environ.get("SITE_URL") or settings.site_url)


def with_site_url(settings: Settings, site_url: str) -> Settings:
    """Return the settings with another address of the site; raise :class:`UserError` when it is no http(s) address."""
    parts = urlsplit(site_url.strip())
    if (
        parts.scheme not in ("http", "https")
        or not parts.netloc
        or parts.query
        or parts.fragment
        or any(char.isspace() for char in site_url.strip())
    ):
        raise UserError(
            _(
                "“%(url)s” is not an address of a site; write it as https://example.org or https://example.org/path",
                url=site_url,
            )
        )
    return msgspec.structs.replace(settings, site_url=site_url.strip().rstrip("/"))
