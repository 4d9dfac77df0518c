"""Checks of the site's profile: what it says must exist, and make sense beside the other lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from partnership.catalogue.names import Names, Where
from partnership.country import POLAND
from partnership.kinds.site_files import SITE
from partnership.language import _
from partnership.locales.codes import is_country, is_language, meant_country, meant_language
from partnership.nearest import nearest
from partnership.profile import Profile, zone_named
from partnership.records.library import Library, all_records
from partnership.records.profile import SiteProfile
from partnership.records.texts import CODES
from partnership.sources.strict_yaml import KeyPath

WHERE = Where("data", SITE.path)


def check_profile(library: Library, names: Names, known: Profile) -> bool:
    """Tell an office that no record describes, a time zone, country or language that does not exist, and the like.

    ``known`` is the profile with the keys that could not be read.  Return whether all languages of the site are known.
    """
    unknown = [one for profile in all_records(library.site) for one in profile.languages if not _exists(one)]
    for profile in all_records(library.site):
        if profile.office is not None:
            names.check(WHERE, ("office",), "institutions", profile.office)
        if profile.editor is not None and profile.editor.host == "forgejo" and not profile.editor.address:
            message = _("Nobody knows on which server this repository lies")
            hint = _("add “address” below “editor”: the server's address, with https://")
            names.places.tell("data", SITE.path, ("editor",), "missing-field", message, hint)
        _check_zone(profile, names)
        _check_country(profile, names)
        for path, code, message, hint in chain(
            _language_faults(profile, known), _region_faults(profile) if "country" not in known.unread else ()
        ):
            names.places.tell("data", SITE.path, path, code, message, hint)
    return not unknown and "languages" not in known.unread


def _exists(language: str) -> bool:
    """Tell whether there is a language of a code; Babel is asked only for those that are no two letters of ISO 639."""
    return language in CODES or is_language(language)


def _check_zone(profile: SiteProfile, names: Names) -> None:
    if not profile.time_zone or zone_named(profile.time_zone) is not None:
        return
    from zoneinfo import available_timezones

    near = nearest(profile.time_zone, sorted(available_timezones()))
    hint = _("did you mean “%(near)s”?", near=near) if near else _("write it as Continent/City, e.g. Europe/Warsaw")
    message = _("There is no time zone “%(name)s”", name=profile.time_zone)
    names.places.tell("data", SITE.path, ("time_zone",), "unknown-value", message, hint, suggestion=near)


def _check_country(profile: SiteProfile, names: Names) -> None:
    if profile.country == POLAND or is_country(profile.country):
        return
    near = meant_country(profile.country)
    hint = _("did you mean “%(near)s”?", near=near) if near else _("write its two letters of ISO 3166, e.g. pl")
    message = _("There is no country with the code “%(code)s”", code=profile.country)
    names.places.tell("data", SITE.path, ("country",), "unknown-value", message, hint, suggestion=near)


def _language_faults(profile: SiteProfile, known: Profile) -> Iterator[tuple[KeyPath, str, str, str]]:
    for number, language in enumerate(profile.languages):
        if not _exists(language):
            near = meant_language(language)
            hint = _("did you mean “%(near)s”?", near=near) if near else _("write its code of ISO 639, e.g. pl or en")
            message = _("There is no language with the code “%(code)s”", code=language)
            yield ("languages", number), "unknown-value", message, hint
        if language in profile.languages[:number]:
            message = _("The language “%(lang)s” stands in the list twice", lang=language)
            yield ("languages", number), "twice", message, _("remove one of the two")
    for language in profile.texts:
        if profile.languages and language not in profile.languages and "languages" not in known.unread:
            message = _("“%(lang)s” is not one of the site's languages", lang=language)
            yield ("texts", language), "unknown-language", message, _("add it to “languages”, or remove these texts")


def _region_faults(profile: SiteProfile) -> Iterator[tuple[KeyPath, str, str, str]]:
    code = profile.region.teryt
    if code is not None and profile.country == POLAND and not (len(code) == 2 and code.isdigit()):
        message = _("“%(code)s” is not the TERYT code of a region", code=code)
        yield (
            ("region", "teryt"),
            "wrong-form",
            message,
            _("write its two digits in quotes, as the counties' codes begin"),
        )
