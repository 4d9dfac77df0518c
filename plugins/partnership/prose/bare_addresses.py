"""What an address that stands in a text by itself looks like, as GitHub's preview has it.

The rules are those of "autolinks (extension)" in GitHub Flavored Markdown: ``https://``, ``http://``, ``www.`` and
e-mail addresses.  They stand apart from what makes links of them, which needs python-markdown.
"""

from __future__ import annotations

from typing import Final

from partnership.patterns import pattern

_HOST: Final = r"(?:[^\W_][\w-]*\.)+[^\W\d_][\w-]*"
_MAIL: Final = rf"(?<![\w/@:.=+-])[A-Za-z0-9][\w.+-]{{0,63}}@{_HOST}"
ADDRESS: Final = pattern(
    rf"(?<![\w/@:.=+-])(?P<web>(?:https?://|www\.){_HOST}(?::\d+)?(?:[/?#][^\s<>\x02\x03]*)?)|(?P<mail>{_MAIL})(?![\w@])"
)
"""Finds such an address among plain words: `web` or `mail`."""

MAY_STAND: Final = pattern(rf"(?<!\]\()(?:https?://|www\.)|{_MAIL}")
"""Finds a place in a source where such an address may stand; what is the target of a link is none."""
