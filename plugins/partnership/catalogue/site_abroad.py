"""Whether data without a profile are those of a site abroad, which only a profile can name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from partnership.kinds.counties import COUNTIES
from partnership.kinds.site_files import SITE
from partnership.language import _
from partnership.problems import Problem
from partnership.records import fields
from partnership.records.intended import pattern_of
from partnership.sources import strict_yaml
from partnership.sources.strict_yaml import YamlMistakes
from partnership.sources.text import MAX_BYTES, Unreadable, decode, read_bytes

_POLISH: Final = re.compile(pattern_of(fields.PolishCountyCode))
_SAYS_POLISH: Final = re.compile(rf"^[^#\n]*\b{COUNTIES.key}:[ ]*[\"']?[0-9]{{4}}\b", re.MULTILINE)
"""A code of the default country's form in plain sight: then the file need not be read as YAML, which takes longer."""


def is_abroad(data: Path) -> bool:
    """Tell whether the counties below ``data`` have codes, and none of them the form of the default country's."""
    try:
        text = decode(COUNTIES.path, read_bytes(str(data / COUNTIES.path), MAX_BYTES))
        if _SAYS_POLISH.search(text):
            return False
        raw = strict_yaml.load(text)
    except (Unreadable, OSError, YamlMistakes):
        return False
    codes = [str(one.get(COUNTIES.key, "")) for one in raw if isinstance(one, dict)] if isinstance(raw, list) else []
    codes = [code for code in codes if code]
    return bool(codes) and not any(_POLISH.search(code) for code in codes)


def missing_profile(data: Path) -> Problem:
    """Return the problem of data from abroad without the file that says so."""
    return Problem(
        path=str(data.absolute() / SITE.path),
        code="missing-file",
        message=_("The file %(name)s is missing, so nobody knows the site's country and languages", name=SITE.path),
        hint=_("the counties' codes are not those of Poland; copy it from an earlier version, or write it: %(keys)s",
               keys="name, region, languages, country, time_zone, feed_authority, feed_since"),
    )  # fmt: skip
