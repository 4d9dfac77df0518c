"""Putting the editor into a built site: its files, and the headers of hosts that read ``_headers``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from partnership.editor.host import origins_of
from partnership.editor.page import FOLDER, EditorPage, content_policy, editor_page
from partnership.editor.program import install
from partnership.language import _
from partnership.problems import UserError
from partnership.settings import Settings

HEADERS: Final = "_headers"


def place_editor(settings: Settings, site: Path, say: Callable[[str], None]) -> None:
    """Put the editor into a built site where its profile names a host for it; install it first where it is missing."""
    if settings.profile.editor is not None:
        place(editor_page(settings, install(settings.cache, say)), site, settings)


def place(page: EditorPage, site: Path, settings: Settings) -> None:
    """Write the editor into the folder of a built site, beside its pages; nothing of the site changes.

    The site's own list of headers gets the editor's policy, since a browser obeys both a header and the page; and the
    window in which people sign in at the host must find its way back, so nothing keeps the editor's windows apart.
    Raises :class:`UserError` where the site has a page at the editor's address.
    """
    target = site / FOLDER
    if target.exists():
        raise UserError(
            _(
                "A page of the site stands at /%(folder)s/, where the editor belongs; give it another slug",
                folder=FOLDER,
            )
        )
    for name in page.names():
        data = page.read(name)
        assert data is not None
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    headers = site / HEADERS
    if headers.is_file() and (host := settings.profile.editor) is not None:
        policy = f"{content_policy(origins_of(host))}; frame-ancestors 'none'"
        taken = "".join(f"  ! {name}\n" for name in ("Content-Security-Policy", "Cross-Origin-Opener-Policy"))
        rule = f"\n/{FOLDER}/*\n{taken}  Content-Security-Policy: {policy}\n"
        headers.write_bytes(headers.read_bytes() + rule.encode())
