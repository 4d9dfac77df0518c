"""Why a file was made again, in plain words."""

from __future__ import annotations

from partnership.engine.keys import Keys
from partnership.engine.state import State
from partnership.items.item import Copy, Item, Page
from partnership.language import _


def reason(item: Item, path: str, before: State | None, keys: Keys, there: bool, old: bytes, written: bool) -> str:
    """Return why a file was made: ``there`` tells whether it lay in the output, ``old`` is its digest when intact."""
    if before is None or path not in before.made:
        return _("new")
    if not there:
        return _("its file was missing")
    if not old:
        return _("its file had been changed by someone else")
    why = _why(item, before, keys)
    return why if written else _("%(why)s; made again with the same result, so nothing was written", why=why)


def _why(item: Item, before: State, keys: Keys) -> str:
    if isinstance(item, Copy):
        return _("the file it is made from changed")
    if before.salt != keys.salt:
        return _("the program, the site's settings or a static file that pages name changed")
    if isinstance(item, Page) and before.templates.get(item.template) != keys.templates.get(item.template):
        return _("its template %(name)s changed, or one that this includes", name=item.template)
    return _("what it shows changed")
