"""What a build remembers of the theme: static files and digests of templates, while all its files look the same.

Like every file of the cache it may be deleted, damaged or of another version; the theme is then read again.
"""

from __future__ import annotations

import msgspec

from partnership.cache_files import keep, read_kept
from partnership.engine.names import state_name
from partnership.engine.up_to_date import SourceStats
from partnership.rendering.assets import Assets, collect_assets
from partnership.rendering.closures import catalogues_digest, template_digests
from partnership.rendering.minified import minifier
from partnership.settings import Settings


class Theme(msgspec.Struct):
    """A theme: its static files, the digests of its templates' closures and of its catalogues."""

    assets: Assets
    templates: dict[str, bytes]
    catalogues: bytes


class _Kept(msgspec.Struct):
    """A theme, and how its files, the program's and the minifier looked when it was read."""

    looks: str
    theme: Theme


def read_theme(settings: Settings, source_stats: SourceStats) -> Theme:
    """Return the theme of ``settings``, from the cache where no file of theme and program looks otherwise now."""
    looks = f"{source_stats.others} {minifier()}"
    file = settings.cache / "themes" / state_name(settings.theme)
    kept = read_kept(file, _Kept) if source_stats.others_reliable else None
    if kept is not None and kept.looks == looks:
        return kept.theme
    theme = Theme(
        collect_assets(settings.theme, settings.cache / "scripts"),
        template_digests(settings.theme),
        catalogues_digest(settings.theme),
    )
    if source_stats.others_reliable:
        keep(file, _Kept(looks, theme))
    return theme
