"""Marks around a text that is in another language than its page: they go with it into sentences and lists.

A record without a translation is shown in the language it is written in, and a page has to say so where it prints it:
``<span lang="pl">``.  What a page shows passes through titles, sentences, cards and forms; so the text itself carries
its language, between three noncharacters that Unicode keeps for the inside of programs and that no file of content may
hold.  Whatever makes bytes takes them out again: pages by :mod:`partnership.rendering.foreign`, all else by
:func:`unmarked`.
"""

from __future__ import annotations

from typing import Final

from partnership.language import current_language
from partnership.locales.case import capital
from partnership.patterns import pattern

OPENS: Final = "\ufdd0"
"""Begins a mark; the language's code follows."""
INSIDE: Final = "\ufdd1"
"""Ends the code and begins the text."""
CLOSES: Final = "\ufdd2"
"""Ends the text."""

MARKS: Final = pattern(f"{OPENS}[^{INSIDE}]*{INSIDE}|{CLOSES}")
_LETTER: Final = pattern(r"[^\W\d_]")
_WHOLE: Final = pattern(f"{OPENS}([^{INSIDE}]*){INSIDE}([^{OPENS}{CLOSES}]*){CLOSES}\\Z")


def marked(text: str, lang: str) -> str:
    """Return ``text`` as one of the language ``lang``; one that is marked already, or has no letters, as it is."""
    if OPENS in text or not _LETTER.search(text):
        return text
    return f"{OPENS}{lang}{INSIDE}{text}{CLOSES}"


def unmarked(text: str) -> str:
    """Return ``text`` without any marks."""
    return MARKS.sub("", text) if OPENS in text or CLOSES in text else text


def without_marks(data: bytes) -> bytes:
    """Return the bytes of a file without any marks; those of a picture or an archive as they are."""
    if OPENS.encode() not in data:
        return data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:  # packed bytes look like anything now and then, also like a mark
        return data
    return MARKS.sub("", text).encode("utf-8")


def split_mark(text: str) -> tuple[str, str]:
    """Return the language of a text that is marked as a whole, and the text; an empty language for any other text."""
    found = _WHOLE.match(text) if text.startswith(OPENS) else None
    return (found.group(1), found.group(2)) if found else ("", text)


def like(text: str, original: str) -> str:
    """Return a text made from ``original``, such as a part of it, with the mark that the original has as a whole."""
    lang, _plain = split_mark(original)
    return marked(unmarked(text), lang) if lang else text


def capitalised(text: str) -> str:
    """Return a text that begins with a capital letter, as titles do, the rest as it is."""
    lang, _plain = split_mark(text)
    return like(capital(unmarked(text), lang or current_language()), text)
