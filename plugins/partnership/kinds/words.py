"""Words of a kind that a site declares itself, in the languages of that site."""

from __future__ import annotations

from partnership.language import SOURCE_LANGUAGE, current_language


def said(**texts: str) -> str:
    """Return the text in the language that is spoken now: ``said(pl="Szkolenia", en="Courses")``.

    Where it has none in that language, the English one, else the first.
    """
    return texts.get(current_language()) or texts.get(SOURCE_LANGUAGE) or next(iter(texts.values()))
