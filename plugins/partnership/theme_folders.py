"""Where a theme's files lie: in the site's own folder, and behind it in the theme that comes with the program.

So a site's theme may hold a single template, component, style sheet or catalogue, and everything else stays as it is.
A theme that wants nothing of the other says so by an (empty) file ``STANDALONE``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from partnership.settings import BUILT_IN_THEME
from partnership.sources.folder import list_folder

STANDALONE: Final = "STANDALONE"
"""File of a theme that stands alone."""


def is_built_in(theme: Path) -> bool:
    """Tell whether a theme is the one that comes with the program, which its own tests hold."""
    return theme.resolve() == BUILT_IN_THEME.resolve()


def theme_folders(theme: Path) -> tuple[Path, ...]:
    """Return the folders in which a theme's files are looked for, the first before the others."""
    own = (theme,) if theme.is_dir() else ()
    if own and (is_built_in(theme) or (theme / STANDALONE).exists()):
        return own
    return (*own, BUILT_IN_THEME)


def theme_file(theme: Path, name: str) -> Path:
    """Return where a file of a theme lies; where none of the folders has it, the path it would have in the first."""
    folders = theme_folders(theme)
    return next((folder / name for folder in folders if (folder / name).is_file()), folders[0] / name)


def theme_files(theme: Path, below: str) -> dict[str, str]:
    """Return every file below a folder of a theme: its name relative to that folder, and its path; names in order."""
    found: dict[str, str] = {}
    for folder in theme_folders(theme):
        root = folder / below
        for name in list_folder(str(root)).files if root.is_dir() else ():
            found.setdefault(name, f"{root}/{name}")
    return dict(sorted(found.items()))
