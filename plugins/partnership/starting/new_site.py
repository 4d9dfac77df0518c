"""The files of a new site, made from what its people say of it; nothing is taken from any other site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import msgspec
import yaml

from partnership.country import POLAND
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.sources.yaml_writing import as_yaml_file
from partnership.starting.county_names import county_forms
from partnership.starting.county_table import CountyRow
from partnership.starting.tiles import lay_out

HERE: Final = Path(__file__).parent
FALLBACK: Final = "en"
"""Language of the starter texts where they have none in the site's own."""
WIDTH: Final = 110
"""Columns of the written records."""

_SETTINGS: Final = '''"""Settings of the site. Names in capitals are Pelican's or begin with PARTNERSHIP_.

What the site is called, whose it is and in which languages it speaks stands in data/site.yaml.
"""

PLUGINS = ["partnership"]
PELICAN_CLASS = "partnership.Partnership"

PATH = "content"
PARTNERSHIP_DATA = "data"
THEME = "theme"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"

# Set it before the first publication, here or in the environment variable SITE_URL.
SITEURL = "{site_url}"

DEFAULT_PAGINATION = 20

# Under which licence others may use the data, e.g. "CC BY 4.0".  Empty: no page and no file names one.
PARTNERSHIP_DATA_LICENCE = ""
'''
_PUBLISHED: Final = '''"""Settings of the published site: those of pelicanconf.py and what differs from them."""

import os
import sys

# Pelican does not look for pelicanconf.py beside this file by itself.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))

from pelicanconf import *  # noqa: F403

GITHUB_PAGES_BRANCH = "gh-pages"
PARTNERSHIP_PUBLISH_REMOTE = "origin"
'''
_IGNORED: Final = "/output/\n/.cache/\n/.program\n/.venv/\n__pycache__/\n"
_CONTENT: Final = {
    "pl": "# Teksty\n\nKażdy rodzaj tekstu ma swój folder: `news/`, `reports/`, `meetings/`, `pages/`.\n",
    "en": "# Texts\n\nEach kind of text has its folder: `news/`, `reports/`, `meetings/`, `pages/`.\n",
}
_THEME: Final = {
    "pl": "# Wygląd\n\nPlik położony tutaj zastępuje plik o tej samej nazwie we wbudowanym motywie.\n",
    "en": "# Theme\n\nA file that lies here takes the place of the file of the same name in the built-in theme.\n",
}


class NewSite(msgspec.Struct, frozen=True, kw_only=True):
    """What the people of a partnership say of it; empty texts are unknown.

    ``office_county`` is the code of the county where the office stands.
    """

    name: str
    office: str
    region: str
    counties: tuple[CountyRow, ...]
    office_county: str
    languages: tuple[str, ...]
    country: str
    time_zone: str
    feed_authority: str
    since: int
    site_url: str
    email: str = ""
    genitive: str = ""
    locative: str = ""
    adjective: str = ""

    @property
    def language(self) -> str:
        """The site's own language."""
        return self.languages[0]


def files_of(site: NewSite) -> dict[str, str]:
    """Return every file of the site by its path."""
    language = site.language if site.language in _CONTENT else FALLBACK
    office = _office_id(site.office)
    return {
        "pelicanconf.py": _SETTINGS.format(site_url=site.site_url),
        "publishconf.py": _PUBLISHED,
        "tasks.py": (HERE / "launcher.py").read_text(encoding="utf-8"),
        ".gitignore": _IGNORED,
        ".gitattributes": "* text=auto eol=lf\n",
        "content/README.md": _CONTENT[language],
        "theme/README.md": _THEME[language],
        "data/site.yaml": as_yaml_file(_profile(site, office), WIDTH),
        "data/counties.yaml": as_yaml_file(_counties(site), WIDTH),
        **{path: f"{_note(site)}{as_yaml_file(made(site), WIDTH)}" for path, made in _STARTER_FILES.items()},
        "data/finder/lexicon.yaml": as_yaml_file(_lexicon(site), WIDTH),
        office_file(site): f"{_services_note()}{as_yaml_file(_institution(site), WIDTH)}",
    }


def texts_to_translate(site: NewSite) -> tuple[str, ...]:
    """Return the files whose texts are English because the program has none in the site's own language."""
    return () if _speaks(site.language) else tuple(_STARTER_FILES)


def _speaks(language: str) -> bool:
    """Tell whether every starter text is there in a language; ids, which nobody reads, are not looked at."""
    starter = _starter()
    texts = list(starter["groups"].values())
    texts += [one[key] for one in starter["services"] for key in ("name", "description", "synonyms", "say")]
    texts += [one[key] for one in starter["types"] for key in ("name", "plural")]
    return all(language in text for text in texts)


def _note(site: NewSite) -> str:
    """Return the remark at the top of a file whose texts wait for a translation; none where they need none."""
    if _speaks(site.language):
        return ""
    told = _(
        "These texts are English: translate them into the site's language (%(lang)s), then remove this line.",
        lang=site.language,
    )
    return f"# {told}\n"


def _services_note() -> str:
    """Return the remark that the services of the office are a first guess."""
    told = _("These are the services of the starter set: keep those that the office gives, then remove this line.")
    return f"# {told}\n"


def office_file(site: NewSite) -> str:
    """Return the path of the file of the office that runs the site."""
    return f"data/institutions/{_office_id(site.office)}.yaml"


def _office_id(name: str) -> str:
    return slug(name, 60) or "office"


def _profile(site: NewSite, office: str) -> dict[str, Any]:
    forms = {"genitive": site.genitive, "locative": site.locative, "adjective": site.adjective}
    region: dict[str, str] = {"name": site.region} | {name: text for name, text in forms.items() if text}
    contact: dict[str, Any] = {}
    if site.email:
        contact = {"contact": {"email": site.email, "report_errors": f"mailto:{site.email}"}}
    prefixes = {one.code[:2] for one in site.counties}
    if site.country == "pl" and len(prefixes) == 1:
        region = {"teryt": prefixes.pop()} | region
    return (
        {
            "name": site.name,
            "office": office,
            "region": region,
            "languages": list(site.languages),
            "country": site.country,
            "time_zone": site.time_zone,
            "feed_authority": site.feed_authority,
            "feed_since": site.since,
        }
        | contact
        | _hints(site)
    )


def _hints(site: NewSite) -> dict[str, Any]:
    """Return the questions that the finder shows, in those languages of the site in which the starter knows any."""
    hints = _starter()["hint"]
    known = {language: {"finder_hint": hints[language]} for language in site.languages if language in hints}
    return {"texts": known} if known else {}


def _counties(site: NewSite) -> list[dict[str, Any]]:
    tiles = lay_out([(one.latitude, one.longitude) for one in site.counties])
    return [_county(one, tile, site) for one, tile in zip(site.counties, tiles, strict=True)]


def _county(row: CountyRow, tile: tuple[int, int], site: NewSite) -> dict[str, Any]:
    # A town with a county's rights bears the same name; elsewhere a county may be called after its seat.
    forms = county_forms(row.name, row.seat, site.language)
    return {
        "teryt": row.code,
        "slug": slug(forms.name),
        "name": forms.name,
        "short_name": forms.short_name,
        "kind": "city" if forms.city and site.country == POLAND else "rural",
        "seat": row.seat,
        "seat_locative": forms.seat_locative,
        "locative": forms.locative,
        "genitive": forms.genitive,
        "latitude": row.latitude,
        "longitude": row.longitude,
        "neighbours": [],
        "tile": {"row": tile[0], "column": tile[1]},
    }


def _services(site: NewSite) -> list[dict[str, Any]]:
    starter, found = _starter(), []
    for one in starter["services"]:
        record = {
            "id": _said(one["id"], site.language),
            "name": _said(one["name"], site.language),
            "group": _said(starter["groups"][one["group"]], site.language),
            "description": _said(one["description"], site.language),
            "synonyms": _said(one["synonyms"], site.language),
            "audiences": one["audiences"],
            "status": "current",
        }
        others = {
            "name": one["name"],
            "group": starter["groups"][one["group"]],
            "description": one["description"],
            "synonyms": one["synonyms"],
        }
        found.append(record | _translated(site.languages, others))
    return found


def _lexicon(site: NewSite) -> dict[str, Any]:
    """Return how people ask for the services, in the site's languages and in that of the services' texts."""
    languages = dict.fromkeys((*site.languages, *(() if _speaks(site.language) else (FALLBACK,))))
    phrases = [
        {"say": one["say"][language], "lang": language, "means": {"services": [_said(one["id"], site.language)]}}
        for language in languages
        for one in _starter()["services"]
        if language in one["say"]
    ]
    return {"phrases": phrases}


def _types(site: NewSite) -> list[dict[str, Any]]:
    found = []
    for one in _starter()["types"]:
        record = {"id": one["id"], "name": _said(one["name"], site.language)}
        record["plural"] = _said(one["plural"], site.language)
        record |= {"responsible": True} if one.get("responsible") else {}
        found.append(record | _translated(site.languages, {"name": one["name"], "plural": one["plural"]}))
    return found


def _translated(languages: Sequence[str], texts: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return the same texts under the site's other languages, as far as they are known there."""
    found = {}
    for language in languages[1:]:
        told = {key: text[language] for key, text in texts.items() if language in text}
        if told:
            found[language] = told
    return found


def _institution(site: NewSite) -> dict[str, Any]:
    return {
        "name": site.office,
        "type": "regional-office",
        "county": site.office_county,
        "serves": "region",
        "services": [_said(one["id"], site.language) for one in _starter()["services"]],
    }


def _said(text: Mapping[str, Any], language: str) -> Any:
    return text[language] if language in text else text[FALLBACK]


_STARTER_FILES: Final[Mapping[str, Callable[[NewSite], list[dict[str, Any]]]]] = MappingProxyType(
    {"data/services.yaml": _services, "data/institution-types.yaml": _types}
)
"""Files of the starter set."""


@cache
def _starter() -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((HERE / "starter.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return found
