"""Why a file was made again, in plain words."""

from __future__ import annotations

from partnership.build.state import Made
from partnership.language import _


def reason(path: str, before: dict[str, Made], there: bool, old: bytes, written: bool) -> str:
    """Return why a file was made: ``there`` tells whether it lay in the output, ``old`` is its digest when intact."""
    if path not in before:
        return _("new")
    if not there:
        return _("its file was missing")
    if not old:
        return _("its file had been changed by someone else")
    return (
        _("what it shows or its template changed") if written else _("made again with the same result: nothing written")
    )
