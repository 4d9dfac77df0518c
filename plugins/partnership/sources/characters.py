"""Characters that cannot be seen: settled where that is safe, else found and called by their names.

Word processors, PDF files and messengers leave them behind.  What changes nothing for a reader is settled when a
file is read; what might turn text around, or is no text at all, is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from partnership.language import _
from partnership.locales.blanks import SPACES
from partnership.patterns import pattern

_DELETED: Final = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte order mark: they only say where a line may break."""

_BLANKS: Final = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028"
"""Breaks of lines and pages that only some programs see: a blank, so that places stay right."""

_SETTLED: Final = {**dict.fromkeys(map(ord, _DELETED)), **dict.fromkeys(map(ord, _BLANKS), " ")}
_TO_SETTLE: Final = pattern(f"[{_DELETED}{_BLANKS}]")

_TURNING: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_OVERRIDES: Final = "\u202d\u202e"
_LEFTWARD: Final = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SUSPECT: Final = pattern(
    f"[\x00-\x08\x0e-\x1f\x7f-\x9f\u034f\u115f\u1160\u17b4\u17b5\u180e\u2029\u2061-\u2065\u206a-\u206f\u3164\uffa0\ufff0-\uffff"
    f"{_TURNING}\ue000-\uf8ff\ufdd0-\ufdef\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_FLAG: Final = pattern("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""Flags of parts of a country, as England's, are spelt in characters that cannot be seen."""


def settle(text: str) -> str:
    """Return ``text`` in composed letters, without characters that only say where a line may break."""
    if _TO_SETTLE.search(text):
        text = text.translate(_SETTLED)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def suspects(text: str) -> Iterator[re.Match[str]]:
    """Yield each character of a settled ``text`` that nobody can see and that is not for us to take away.

    Marks of direction are right in a text with Hebrew or Arabic letters, except those that turn letters around.
    """
    if _SUSPECT.search(text) is None:
        return
    leftward = _LEFTWARD.search(text) is not None
    flags = [found.span() for found in _FLAG.finditer(text)]
    for found in _SUSPECT.finditer(text):
        char = found.group()
        if leftward and char not in _OVERRIDES and re.match(f"[{_TURNING}]", char):
            continue
        if any(start < found.start() < end for start, end in flags):
            continue
        yield found


LOST: Final = "\ufffd"
"""Stands where a program that converted the text did not know a letter; which one, the text no longer says."""


def hidden_character(text: str, place: int) -> tuple[str, str, str]:
    """Return code, message and advice on a suspect character of ``text`` at a 0-based place."""
    char = text[place]
    if char == LOST:
        before, after = re.search(r"\S*\Z", text[:place]), re.match(r"\S*", text[place:])
        word = (before.group() if before else "")[-_WORD:] + (after.group() if after else "")[:_WORD]
        message = _("A letter was lost in “%(word)s” when the text was converted: %(mark)s stands in its place",
                    word=word, mark=LOST)  # fmt: skip
        hint = _("type the word anew; where many are lost, copy the text from its source again and save it as UTF-8")
        return "lost-letter", message, hint
    message = _("A character that cannot be seen stands here: %(name)s", name=name_of(char))
    if char == "\u2029":
        hint = _("delete it and part the paragraphs by an empty line")
    elif "\ue000" <= char <= "\uf8ff":
        hint = _("replace it by what it shows; a bullet becomes “- ”")
    else:
        hint = _("delete it; if the place looks wrong afterwards, type the words again")
    return "control-character", message, hint


_WORD: Final = 30
"""Letters of a word that are shown on each side."""


def name_of(char: str) -> str:
    """Return what people call a character that cannot be seen, or is easily taken for another."""
    if "\ue000" <= char <= "\uf8ff":
        return _("a sign of one font only, as Word's bullets are (%(code)s)", code=_code(char))
    named = {
        "\u00a0": _("no-break space"),
        "\u202f": _("narrow no-break space"),
        "\u00ad": _("soft hyphen"),
        "\u200b": _("zero-width space"),
        "\u200c": _("zero-width non-joiner"),
        "\u200d": _("zero-width joiner"),
        "\u2060": _("word joiner"),
        "\ufeff": _("byte order mark"),
        "\u2010": _("hyphen from a word processor"),
        "\u2011": _("no-break hyphen"),
        "\u2013": _("en dash"),
        "\u2014": _("em dash"),
        "\u2212": _("minus sign"),
        "\u2029": _("mark of a paragraph's end"),
        "\t": _("tab"),
        "\x0b": _("vertical tab"),
        "\x0c": _("page break"),
        "\u037e": _("Greek question mark"),
        "\uff1a": _("wide colon"),
        "\u2236": _("ratio sign"),
    }
    if char in named:
        return named[char]
    if re.match(f"[{_TURNING}]", char):
        return _("mark that turns the direction of writing (%(code)s)", code=_code(char))
    if char in SPACES:
        return _("space of another width (%(code)s)", code=_code(char))
    if unicodedata.combining(char):
        return _("accent apart from its letter (%(code)s)", code=_code(char))
    if unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs"):
        return _("control character (%(code)s)", code=_code(char))
    return f"{char} ({_code(char)}, {unicodedata.name(char, '?')})"


def oddities(text: str) -> list[str]:
    """Return the names of what in ``text`` looks like something else or like nothing, each once."""
    odd: dict[str, None] = {}
    latin = _LATIN.search(text) is not None
    for char in text:
        if char in _EASILY_TAKEN or (
            not char.isascii()
            and (
                char in SPACES
                or unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Mn")
                or (latin and _OTHER_SCRIPT.match(char))
            )
        ):
            odd[name_of(char)] = None
    if "  " in text:
        odd[_("two spaces in a row")] = None
    return list(odd)


_EASILY_TAKEN: Final = "\u2010\u2011\u2013\u2014\u2212\u037e\uff1a\u2236\t"
_LATIN: Final = pattern("[A-Za-z]")
_OTHER_SCRIPT: Final = pattern("[\u0370-\u03ff\u0400-\u052f\ufb00-\ufb06\uff01-\uff5e]")
"""Greek and Cyrillic letters, ligatures and wide forms: among Latin letters they are taken for those."""


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"
