"""Words of a kind that a site declares itself, in the languages of that site."""

from __future__ import annotations

from partnership.language import SOURCE_LANGUAGE, as_written, current_language


def said(**texts: str) -> str:
    """Return the text in the language that is spoken now: ``said(pl="Szkolenia", en="Courses")``.

    Where it has none in that language, the English one, else the first; pages say in which language that is.
    """
    lang = next((one for one in (current_language(), SOURCE_LANGUAGE) if texts.get(one)), next(iter(texts)))
    return as_written(texts[lang], lang)
