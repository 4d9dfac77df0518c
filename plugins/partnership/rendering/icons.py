"""Icons of the theme, as pages hold them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from partnership.language import _, at_the_keyboard
from partnership.patterns import pattern
from partnership.problems import UserError
from partnership.theme_folders import theme_file

_DIRECTED: Final = frozenset(("arrow", "arrow-left", "chevron", "external"))
"""Icons that point along the line of writing; where it runs from right to left they are shown in a mirror."""
_BOX: Final = pattern(r'(<svg\b[^>]*\bviewBox="[\d.-]+ [\d.-]+ ([\d.]+) [^>]*>)(.*)(</svg>)', re.DOTALL)


def make_icons(theme: Path, right_to_left: bool) -> Any:
    """Return the function ``icon`` of a theme's templates; where the page runs from the right some are mirrored."""
    known: dict[str, Markup] = {}

    def icon(name: str) -> Markup:
        """Return an icon's SVG, to stand inside the page; it is decoration and hidden from assistive technology."""
        if name not in known:
            try:
                text = theme_file(theme, f"static/pictures/icons/{name}.svg").read_text(encoding="utf-8").strip()
            except OSError:
                with at_the_keyboard():
                    raise UserError(_("The theme has no icon “%(name)s”", name=name)) from None
            text = re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", text, flags=re.DOTALL).strip()
            if right_to_left and name in _DIRECTED:
                text = _BOX.sub(r'\1<g transform="matrix(-1 0 0 1 \2 0)">\3</g>\4', text)
            known[name] = Markup(text)
        return known[name]

    return icon
