"""The profile of a site as far as its file can be read: what is wrong in one line leaves the other lines as they are.

Whoever judges other files by the profile asks what of it could not be read, and leaves out what would need it.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import msgspec

from partnership.records.fields import Language, decode_hook
from partnership.records.profile import Region, SiteProfile
from partnership.records.reading import salvage
from partnership.records.texts import FIELD, gathered
from partnership.sources import strict_yaml
from partnership.sources.strict_yaml import YamlMistakes
from partnership.sources.text import Unreadable, decode

UNDETERMINED: Final = "und"
"""Code of a language that nobody knows (BCP 47): that of a site whose file does not tell its own."""

KEYS: Final = tuple(field.encode_name for field in msgspec.structs.fields(SiteProfile) if field.name != FIELD)
"""Every key of the file."""


class ReadProfile(NamedTuple):
    """What a file said: its keys with their values as far as they are right, and the keys that could not be read."""

    values: dict[str, Any]
    unread: tuple[str, ...]


def read_profile(path: str, content: bytes) -> ReadProfile:
    """Return what can be read of ``site.yaml``, whose name in messages is ``path``.

    A key counts as unread where its value is wrong, where it is needed and missing, and where it is missing beside a
    key that nobody knows: that one may be it, misspelt.  Of a list of languages the right ones are kept.
    """
    try:
        raw, _faults = gathered(strict_yaml.load(decode(path, content)), SiteProfile)
    except (Unreadable, YamlMistakes):
        raw = None
    if not isinstance(raw, dict):
        return ReadProfile({}, KEYS)
    values: dict[str, Any] = {}
    unread = []
    misspelt = any(key not in KEYS and key != FIELD for key in raw)
    for field in msgspec.structs.fields(SiteProfile):
        name = field.encode_name
        if name not in raw:
            if (field.required or misspelt) and name in KEYS:
                unread.append(name)
            continue
        try:
            values[name] = msgspec.convert(raw[name], field.type, dec_hook=decode_hook)
        except (msgspec.ValidationError, RecursionError):
            if name in KEYS:
                unread.append(name)
    if "languages" in unread:
        values["languages"] = _languages(raw.get("languages"))
    if "region" in unread and (region := salvage(raw.get("region"), Region)) is not None:
        values["region"] = region
    return ReadProfile(values, tuple(unread))


def _languages(raw: Any) -> tuple[str, ...]:
    """Return the languages that can be read of a list; the first is undetermined where it cannot be read."""
    found = []
    for one in raw if isinstance(raw, list) else ():
        try:
            found.append(msgspec.convert(one, Language))
        except msgspec.ValidationError:
            found.append(UNDETERMINED)
    return tuple(dict.fromkeys([found[0] if found else UNDETERMINED, *(one for one in found if one != UNDETERMINED)]))
