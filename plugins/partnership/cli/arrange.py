"""From a task's options to the settings it works with."""

from __future__ import annotations

from pathlib import Path

import msgspec

from partnership.profile import use_profile
from partnership.settings import Settings
from partnership.settings_file import read_settings, with_site_url


def arranged(
    content: Path | None = None,
    data: Path | None = None,
    output: Path | None = None,
    site_url: str | None = None,
    drafts: bool = False,
    *,
    settings_file: Path | None = None,
    for_build: bool = False,
) -> Settings:
    """Return the project's settings with what the caller's options say instead, and the profile of the data.

    A build reads the profile itself, once it knows that something changed (``for_build``).

    Raise :class:`UserError` for a broken settings file.
    """
    settings = read_settings(settings_file)
    settings = msgspec.structs.replace(
        settings,
        content=content or settings.content,
        data=data or settings.data,
        output=output or settings.output,
        drafts=drafts,
    )
    settings = with_site_url(settings, site_url) if site_url else settings
    if for_build:
        return settings
    from partnership.catalogue.profile import with_profile

    settings = with_profile(settings)
    use_profile(settings.profile)
    return settings
