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
from partnership.sources.text import MAX_BYTES, Unreadable, decode, read_bytes

_POLISH: Final = re.compile(pattern_of(fields.PolishCountyCode))
_CODE: Final = re.compile(rf"^[ -]*{COUNTIES.key}:[ ]*[\"']?([^\"'#\s]+)", re.MULTILINE)
"""The code of a county where it stands in the file: every build of a site without a profile asks for it."""


def is_abroad(data: Path) -> bool:
    """Tell whether the counties below ``data`` have codes, and none of them the form of the default country's."""
    try:
        text = decode(COUNTIES.path, read_bytes(str(data / COUNTIES.path), MAX_BYTES))
    except (Unreadable, OSError):
        return False
    codes = _CODE.findall(text)
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
