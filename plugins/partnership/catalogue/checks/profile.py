"""Checks of the site's profile: what it says must exist, and make sense beside the other lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from partnership.catalogue.names import Names, Where
from partnership.kinds.site_files import SITE
from partnership.language import _
from partnership.nearest import nearest
from partnership.profile import zone_named
from partnership.records.library import Library, all_records
from partnership.records.profile import SiteProfile
from partnership.sources.strict_yaml import KeyPath

WHERE = Where("data", SITE.path)


def check_profile(library: Library, names: Names) -> None:
    """Tell an office that no record describes, a time zone that does not exist, and languages told twice or nowhere."""
    for profile in all_records(library.site):
        if profile.office is not None:
            names.check(WHERE, ("office",), "institutions", profile.office)
        if profile.editor is not None and profile.editor.host == "forgejo" and not profile.editor.address:
            message = _("Nobody knows on which server this repository lies")
            hint = _("add “address” below “editor”: the server's address, with https://")
            names.places.tell("data", SITE.path, ("editor",), "missing-field", message, hint)
        _check_zone(profile, names)
        for path, code, message, hint in chain(_language_faults(profile), _region_faults(profile)):
            names.places.tell("data", SITE.path, path, code, message, hint)


def _check_zone(profile: SiteProfile, names: Names) -> None:
    if not profile.time_zone or zone_named(profile.time_zone) is not None:
        return
    from zoneinfo import available_timezones

    near = nearest(profile.time_zone, sorted(available_timezones()))
    hint = _("did you mean “%(near)s”?", near=near) if near else _("write it as Continent/City, e.g. Europe/Warsaw")
    message = _("There is no time zone “%(name)s”", name=profile.time_zone)
    names.places.tell("data", SITE.path, ("time_zone",), "unknown-value", message, hint, suggestion=near)


def _language_faults(profile: SiteProfile) -> Iterator[tuple[KeyPath, str, str, str]]:
    for number, language in enumerate(profile.languages):
        if language in profile.languages[:number]:
            message = _("The language “%(lang)s” stands in the list twice", lang=language)
            yield ("languages", number), "twice", message, _("remove one of the two")
    for language in profile.texts:
        if profile.languages and language not in profile.languages:
            message = _("“%(lang)s” is not one of the site's languages", lang=language)
            yield ("texts", language), "unknown-language", message, _("add it to “languages”, or remove these texts")


def _region_faults(profile: SiteProfile) -> Iterator[tuple[KeyPath, str, str, str]]:
    code = profile.region.teryt
    if code is not None and profile.country == "pl" and not (len(code) == 2 and code.isdigit()):
        message = _("“%(code)s” is not the TERYT code of a region", code=code)
        yield (
            ("region", "teryt"),
            "wrong-form",
            message,
            _("write its two digits in quotes, as the counties' codes begin"),
        )
