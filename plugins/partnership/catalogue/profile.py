"""The profile of a site, drawn together: the file ``site.yaml`` first, then the settings, then neutral words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from partnership.catalogue.site_abroad import is_abroad
from partnership.kinds.institutions import INSTITUTIONS
from partnership.kinds.site_files import SITE
from partnership.language import _, speaking
from partnership.locales.marks import marked
from partnership.message_catalogues import own_catalogues
from partnership.profile import NO_CONTACT, NO_REGION, Profile, since_text, zone_named
from partnership.records.files import DataKind, parse_data
from partnership.records.institution import Institution
from partnership.records.localise import localised
from partnership.records.profile import SiteProfile
from partnership.records.profile_reading import KEYS, UNDETERMINED, read_profile
from partnership.settings import Settings, in_zone
from partnership.sources.text import MAX_BYTES, Unreadable, read_bytes


def with_profile(settings: Settings) -> Settings:
    """Return the settings with the profile of the site whose data they name.

    The site's language and the build date follow it.  Of a file that is broken what can be read is taken, and
    ``unread`` of the profile names the rest: reading the data folder tells what is wrong with it, and stops the build.
    """
    site, unread = _site(settings.data)
    profile = _resolved(settings, site, unread)
    return in_zone(
        msgspec.structs.replace(
            settings, profile=profile, language=profile.languages[0], other_languages=profile.languages[1:]
        ),
        profile.zone,
    )


def with_profile_in(settings: Settings, lang: str) -> Settings:
    """Return settings that have a profile with the profile in one of the site's languages.

    What is not translated is marked as a text of the first language.
    """
    site, unread = _site(settings.data)
    return msgspec.structs.replace(settings, profile=_resolved(settings, site, unread, lang))


def _site(data: Path) -> tuple[SiteProfile | None, tuple[str, ...]]:
    """Return what the file of the profile says, None without one, and the keys of it that could not be read."""
    try:
        content = read_bytes(str(data / SITE.path), MAX_BYTES)
    except (Unreadable, OSError):
        if (data / SITE.path).is_file():
            return None, KEYS
        return None, KEYS if is_abroad(data) else ()
    values, unread = read_profile(SITE.path, content)
    if unread and not values:
        return None, unread
    nothing: dict[str, Any] = {"name": "", "region": NO_REGION, "languages": (), "time_zone": "", "feed_authority": ""}
    # Zero is the year of a file that says none.
    return SiteProfile(**({**nothing, "feed_since": 0} | values)), unread


def _resolved(settings: Settings, site: SiteProfile | None, unread: tuple[str, ...], lang: str = "") -> Profile:
    """Return the profile in the site's first language, or in ``lang``."""
    first = settings.language
    if lang and lang != first:
        site = localised(site, lang, first) if site is not None else None
        settings = msgspec.structs.replace(
            settings,
            site_name=marked(settings.site_name, first),
            site_full_name=marked(settings.site_full_name, first),
            office=marked(settings.office, first),
        )
    languages = settings.languages
    if site is not None and site.languages:
        languages = site.languages
    elif "languages" in unread:
        languages = (UNDETERMINED,)
    with speaking(lang or languages[0]):
        name = (site.name if site is not None else "") or settings.site_name or _("Partnership")
    full_name = (site.full_name if site is not None else "") or settings.site_full_name or name
    office_id = (site.office if site is not None else "") or settings.office_id
    office = _record(settings.data, INSTITUTIONS, office_id) if office_id else None
    institution = office if isinstance(office, Institution) else None
    if institution is not None and lang and lang != first:
        institution = localised(institution, lang, first)
    unset = Profile()
    return Profile(
        name=name,
        full_name=full_name,
        office_id=office_id,
        office=(institution.name if institution else "") or settings.office or name,
        office_url=(institution.website if institution else "") or settings.office_url,
        region=site.region if site is not None else NO_REGION,
        languages=languages,
        country="" if "country" in unread else (site.country if site is not None else "") or unset.country,
        time_zone=_zone((site.time_zone if site is not None else "") or settings.time_zone),
        feed_authority=(site.feed_authority if site is not None else "")
        or settings.feed_authority
        or unset.feed_authority,
        feed_since=since_text(site.feed_since) if site is not None and site.feed_since else unset.feed_since,
        keywords=site.keywords if site is not None else (),
        contact=(site.contact if site is not None else None) or NO_CONTACT,
        editor=site.editor if site is not None else None,
        texts=site.texts if site is not None else {},
        words=own_catalogues(settings.theme / "translations", "partnership"),
        unread=unread,
    )


def _zone(name: str) -> str:
    """Return a time zone's name, or the default one's where the system knows no such zone (which a check tells)."""
    return name if zone_named(name) is not None else Profile().time_zone


def _record(data: Path, kind: DataKind, name: str = "") -> Any:
    """Return the record of a name, or what can be read of a wrong one; None where nothing can."""
    path = kind.path.replace("*", name)
    try:
        content = read_bytes(str(data / path), MAX_BYTES)
    except (Unreadable, OSError):
        return None
    records = parse_data(kind, path, name, content).records
    return records[0] if records else None
