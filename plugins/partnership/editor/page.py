"""The editor's page and everything that stands beside it: one folder of files, for a site or for the preview."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Final

import msgspec

from partnership.editor.collections import Folders
from partnership.editor.configuration import EditorFiles, configure
from partnership.editor.host import backend_of, origins_of
from partnership.language import _, speaking
from partnership.problems import UserError
from partnership.rendering.assets import STYLE_SHEET, collect_assets
from partnership.settings import Settings

FOLDER: Final = "redakcja"
"""Folder of the site in which the editor stands; its address is the same in every language."""
PAGE: Final = "index.html"
DATA: Final = "editor.json"


class EditorPage(msgspec.Struct, frozen=True):
    """The files that are made here; the program's own are copied as they are."""

    files: dict[str, bytes]
    program: Path

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file by its path below the page's folder, or None where there is none."""
        return self.files[name] if name in self.files else program_file(self.program, name)

    def names(self) -> list[str]:
        """Return the paths of all files below the page's folder, in order."""
        theirs = (path.relative_to(self.program).as_posix() for path in self.program.rglob("*") if path.is_file())
        return sorted({*self.files, *theirs})


def program_file(program: Path, name: str) -> bytes | None:
    """Return the bytes of a file of the program by its path below the program's folder, or None where there is none."""
    path = (program / name).resolve()
    return path.read_bytes() if program.resolve() in path.parents and path.is_file() else None


def editor_page(settings: Settings, program: Path, *, here: bool = False) -> EditorPage:
    """Return the page of a site's editor.

    ``settings`` have their profile; ``program`` is the folder of the installed program; ``here``: the page is part of
    a preview, where a site without a host is edited in a folder of this computer.
    """
    host = settings.profile.editor
    if host is None and not here:
        raise UserError(
            _("data/site.yaml names no Git host for the editor; add “editor” with host and repository to publish it")
        )
    files = configure(
        settings.profile,
        settings.site_url,
        folders_of(settings),
        backend_of(host) if host else None,
        settings.root.name,
        settings.kinds,
    )
    style = f"..{collect_assets(settings.theme).address(STYLE_SHEET)}"
    origins = origins_of(host) if host else ()
    scripts = sorted(path.name for path in program.glob("editor-*.js"))
    styles = sorted(path.name for path in program.glob("editor-*.css"))
    return EditorPage(
        {PAGE: _page(files, origins, scripts, styles), DATA: files.as_bytes([style], only_here=host is None)}, program
    )


def folders_of(settings: Settings) -> Folders:
    """Return where content and data lie, from the root of the repository that holds the site."""
    root = _repository(settings.root)
    try:
        return Folders(settings.content.relative_to(root).as_posix(), settings.data.relative_to(root).as_posix())
    except ValueError:
        raise UserError(
            _("The editor needs content and data inside the folder of the repository, %(folder)s", folder=str(root))
        ) from None


def _repository(folder: Path) -> Path:
    """Return the nearest folder from ``folder`` upwards that is a repository, else the folder itself."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)


def content_policy(origins: tuple[str, ...]) -> str:
    """Return the page's own Content-Security-Policy: the site itself, and the Git host where there is one.

    Of the host come answers and the portraits of people.  The editor writes styles into its page and shows drafts from
    memory (``blob:``), which the site's policy forbids; scripts come from files of the site alone.
    """
    reached = " ".join(("'self'", "blob:", "data:", *origins))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline' blob:; "
        f"img-src {reached}; media-src 'self' blob:; font-src 'self' data:; connect-src {reached}; "
        "worker-src 'self' blob:; frame-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'self'; "
        "object-src 'none'"
    )


def _page(files: EditorFiles, origins: tuple[str, ...], scripts: list[str], styles: list[str]) -> bytes:
    with speaking(files.language):
        needs = _("The editor needs a browser that runs scripts.")
    links = "".join(f'<link rel="stylesheet" href="{escape(name)}">\n' for name in styles)
    modules = "".join(f'<script type="module" src="{escape(name)}"></script>\n' for name in scripts)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(files.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(content_policy(origins))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex, nofollow">\n<meta name="referrer" content="same-origin">\n'
        f"<title>{escape(files.config['app_title'])}</title>\n{links}{modules}</head>\n"
        f"<body>\n<noscript><p>{escape(needs)}</p></noscript>\n</body>\n</html>\n"
    ).encode()
