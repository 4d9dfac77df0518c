"""Capital letters as a language has them: in Turkish „i” becomes „İ”, and „ı” becomes „I”."""

from __future__ import annotations

from typing import Final

DOTTED: Final = frozenset(("az", "tr"))
"""Languages that keep the dot of a small i in its capital, by the special cases of Unicode."""


def capitals(text: str, lang: str) -> str:
    """Return a text of a language in capitals."""
    return (text.replace("i", "İ") if lang.partition("-")[0] in DOTTED else text).upper()


def with_capital(text: str, lang: str) -> str:
    """Return a text of a language whose first letter is a capital, the rest as it is."""
    return capitals(text[:1], lang) + text[1:]
