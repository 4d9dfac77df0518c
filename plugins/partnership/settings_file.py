"""Reading the settings from ``pelicanconf.py`` or ``publishconf.py``.

The two files are Pelican's own and hold names in capitals.  They are read here without importing Pelican, which
would cost more time than building the site; Pelican reads the same names when it is the one that starts.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec

from partnership.foreign_settings import remarks_on, unknown_settings
from partnership.language import _
from partnership.problems import UserError
from partnership.settings import SETTINGS_FILE, Settings, site_root

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
    values["remarks"] = (*remarks_on(names), *unknown_settings(names, NAMES))
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
