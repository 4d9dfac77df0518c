"""The browser editor in the preview: its page, made for the folder that is served."""

from __future__ import annotations

from html import escape
from typing import Final

from partnership.catalogue.profile import with_profile
from partnership.editor.page import DATA, FOLDER, PAGE, editor_page, program_file
from partnership.editor.program import installed
from partnership.language import _
from partnership.settings import Settings

ADDRESS: Final = f"/{FOLDER}/"
MISSING: Final = "missing.html"
"""Name of the page that stands while the editor is not installed."""


def editor_file(settings: Settings, address: str) -> tuple[str, bytes] | None:
    """Return name and bytes of a file of the editor, or None where the editor has no such file.

    ``address`` is below the site's base path. The page is made anew each time, so that it follows the site's profile.
    """
    name = address.removeprefix(ADDRESS) or PAGE
    program = installed(settings.cache)
    if program is None:
        return (MISSING, _missing()) if name == PAGE else None
    made = name in (PAGE, DATA)
    data = editor_page(with_profile(settings), program, here=True).read(name) if made else program_file(program, name)
    return None if data is None else (name, data)


def _missing() -> bytes:
    """Return the page that says how the editor is installed."""
    title, text = _("The editor is not installed"), _("Run python3 tasks.py editor once, then load this page again.")
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>{escape(title)}'
        f"</title></head><body><main><h1>{escape(title)}</h1><p>{escape(text)}</p></main></body></html>"
    ).encode()
