"""Checks of where files lie in a theme of a site's own: what no folder of a theme is, nothing reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from partnership.catalogue.message_models import DOMAINS
from partnership.language import _
from partnership.nearest import nearest
from partnership.problems import Problem
from partnership.settings import BUILT_IN_THEME
from partnership.sources.folder import list_folder
from partnership.theme_folders import STANDALONE, is_built_in

_FOLDERS: Final = ("fonts", "static", "templates", "translations")
_BESIDE: Final = frozenset((STANDALONE, "README.md"))
"""Files of a theme that are in none of its folders."""
_CATALOGUE: Final = re.compile(rf"[\w-]+/LC_MESSAGES/(?:{'|'.join(DOMAINS)})\.po")
_EXAMPLE: Final = "translations/LANG/LC_MESSAGES/theme.po"


def misplaced_files(theme: Path) -> Iterator[Problem]:
    """Yield files of a theme beside the built-in one where nothing looks for them, those of one folder once.

    What lies in ``templates`` and ``static`` has checks of its own.
    """
    if is_built_in(theme) or not theme.is_dir():
        return
    fonts = {f"fonts/{name}" for name in list_folder(str(BUILT_IN_THEME / "fonts")).files}
    told: set[str] = set()
    for name in sorted(list_folder(str(theme)).files):
        folder, _slash, rest = name.partition("/")
        if name.startswith(".") or name in _BESIDE or folder in ("static", "templates"):
            continue
        if folder == "translations":
            if not _CATALOGUE.fullmatch(rest):
                yield _misplaced(theme, name, _as_catalogue(rest))
        elif folder == "fonts":
            if name not in fonts:
                yield _misplaced(theme, name, nearest(name, sorted(fonts)))
        elif folder not in told:
            told.add(folder)
            near = nearest(folder, _FOLDERS)
            yield _misplaced(theme, name, f"{near}/{rest}" if near and rest else None)


def _as_catalogue(rest: str) -> str | None:
    """Return where a catalogue was meant to lie, by the name of the file."""
    lang, _slash, file = rest.partition("/")
    domain = nearest(file.rpartition("/")[2].removesuffix(".po"), DOMAINS)
    return f"translations/{lang}/LC_MESSAGES/{domain}.po" if file and domain else _EXAMPLE


def _misplaced(theme: Path, name: str, near: str | None) -> Problem:
    message = _("Nothing reads the file “%(name)s” of the theme", name=name)
    hint = (
        _("did you mean “%(near)s”?", near=near)
        if near
        else _("put it into one of the theme's folders (%(folders)s), or remove it", folders=", ".join(_FOLDERS))
    )
    return Problem(path=str(theme / name), code="unused-file", message=message, hint=hint, severity="warning")
