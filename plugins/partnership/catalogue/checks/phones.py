"""Telephone numbers that nobody can dial: too short or too long for a whole one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from partnership.catalogue.places import Places
from partnership.country import POLAND, site_country
from partnership.kinds.site_files import SITE
from partnership.language import _, ngettext
from partnership.polish.phones import tel_address
from partnership.records.library import Library, all_records
from partnership.sources.strict_yaml import KeyPath

_SHORT: Final = re.compile(r"1\d\d|116\d{3}|19\d{3}|9\d\d")
"""Emergency and public lines: whole though they are short."""

_WHOLE: Final = re.compile(r"tel:\+(?:48\d{9}|(?!48)\d{7,15})(?:;|\Z)")
"""Nine digits in Poland; elsewhere what the numbering of the world allows."""


def check_phones(library: Library, places: Places) -> None:
    """Warn of each number of a Polish record that has too few or too many digits; pages show it without a link."""
    if site_country() != POLAND:
        return
    for path, key_path, number in _numbers(library):
        digits = re.sub(r"\D", "", re.split(r"\s*(?:wew|ext)", number)[0])
        if _WHOLE.match(tel_address(number) or "") or _SHORT.fullmatch(digits):
            continue
        count = ngettext("%(num)d digit", "%(num)d digits", len(digits))
        message = _("“%(number)s” is no whole telephone number: it has %(count)s", number=number, count=count)
        hint = _("write all nine digits, with the area code; of another country begin with + and its code")
        places.tell("data", path, key_path, "short-phone", message, hint, severity="warning")


def _numbers(library: Library) -> Iterator[tuple[str, KeyPath, str]]:
    """Give every telephone number of the records with its file and its place there."""
    for institution in all_records(library.institutions):
        for place, number in enumerate(institution.phone):
            yield institution.source, ("phone", place), number
    for partner in all_records(library.partners):
        for place, person in enumerate(partner.consultants):
            if person.phone:
                yield partner.source, ("consultants", place, "phone"), person.phone
    for facts in all_records(library.accessibility):
        if facts.contact is not None and facts.contact.phone:
            yield "accessibility.yaml", ("contact", "phone"), facts.contact.phone
    for profile in all_records(library.site):
        if profile.contact is not None and profile.contact.phone:
            yield SITE.path, ("contact", "phone"), profile.contact.phone
