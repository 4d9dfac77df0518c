"""How often each stem stands in a text: the words that the finder's folding finds, counted as quickly as Python can.

Nearly every text keeps to the letters of one code page.  There a byte stands for a letter, so folding and cutting into
words are two steps for a whole text; any other text is read word by word.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from partnership.finder.folding import words
from partnership.search.tongues import Tongue, tongue

_PAGE: Final = "cp1250"
_PLUS: Final = re.compile(rb"[0-9] +plus\b")
_HYPHENED: Final = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)+")
_HYPHENS: Final = re.compile("[-\u2010\u2011]")
_EACH_HYPHEN: Final = ("-", "\u2010", "\u2011")
_SPACE: Final = 32
_ODD: Final = 0
_MOST: Final = 300_000
"""Words whose stems are remembered at once."""


@cache
def _folded() -> bytes:
    """Return for each letter of the code page its folded one, a space where it parts words, 0 where neither is true."""
    table = bytearray(256)
    for code in range(256):
        try:
            letter = bytes((code,)).decode(_PAGE)
        except UnicodeDecodeError:
            continue
        found = words(letter)
        if not found and not words(f"a{letter}b")[1:]:
            table[code] = _ODD  # it joins what stands around it
        elif not found:
            table[code] = _SPACE
        elif len(found[0]) == 1 and found[0].isascii() and words(f"a{letter}b") == [f"a{found[0]}b"]:
            table[code] = ord(found[0])
    return bytes(table)


class _Stems(dict[bytes | str, str]):
    """The stem of each word, found at its first asking; empty for a word that only connects."""

    def __init__(self, speech: Tongue) -> None:
        super().__init__()
        self._stem = speech.stem
        self._joining: dict[bytes | str, str] = {form: "" for word in speech.skip for form in (word, word.encode())}
        self.update(self._joining)

    def __missing__(self, word: bytes | str) -> str:
        if len(self) > _MOST:
            self.clear()
            self.update(self._joining)
        stemmed = self[word] = self._stem(word.decode() if isinstance(word, bytes) else word)
        return stemmed


@cache
def _stems(lang: str) -> _Stems:
    return _Stems(tongue(lang))


def forget_stems() -> None:
    """Remember no word any longer: of many texts they are megabytes, which nobody needs once all are counted."""
    _stems.cache_clear()


def all_stems(text: str, lang: str) -> list[str]:
    """Return the stems of ``lang`` in ``text`` one after the other, without words that only connect."""
    return list(filter(None, map(_stems(lang).__getitem__, _tokens(text))))


def stems(text: str, lang: str) -> dict[str, None]:
    """Return the different stems of ``lang`` in ``text`` in their order, without words that only connect."""
    return dict.fromkeys(all_stems(text, lang))


def with_joined(text: str) -> str:
    """Return a text and, as one word behind it, what has hyphens in it: „email” finds „e-mail”, “reuse” “re-use”."""
    if not any(map(text.__contains__, _EACH_HYPHEN)):
        return text
    return " ".join((text, *[_HYPHENS.sub("", word) for word in _HYPHENED.findall(text)]))


def _tokens(text: str) -> list[bytes] | list[str]:
    """Return the folded words of a text in order."""
    try:
        folded = text.encode(_PAGE).translate(_folded())
    except UnicodeEncodeError:
        return words(text)
    numbered = b" art " in folded or folded.startswith(b"art ") or (b" plus" in folded and _PLUS.search(folded))
    if numbered or "+" in text or _ODD in folded:
        # A number beside these may be one word with them.
        return words(text)
    return folded.split()
