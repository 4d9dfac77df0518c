"""Which old encoding a file is in that is not UTF-8: the one in which it is text of the site's country, or none.

One and the same byte is „ń” in Poland, “ñ” in Chile and «ρ» in Greece.  A wrong name is worse than none: whoever reads
the file by it and saves it in UTF-8 gets a file that nobody complains of any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from partnership.country import site_country


class _Encoding(NamedTuple):
    """An encoding of one byte a character: Python's name, the one that editors show, languages that it was made for."""

    codec: str
    name: str
    languages: tuple[str, ...]


_CENTRAL: Final = ("pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq")
_WESTERN: Final = ("en", "de", "fr", "es", "pt", "it", "nl", "sv", "fi", "da", "nb", "nn", "is", "ca", "eu", "gl", "ga")
_CYRILLIC: Final = ("ru", "uk", "be", "bg", "sr", "mk")
_BALTIC: Final = ("lt", "lv", "et")

_ENCODINGS: Final = (
    _Encoding("cp1252", "Windows-1252 (Latin-1)", _WESTERN),
    _Encoding("cp1250", "Windows-1250", _CENTRAL),
    _Encoding("iso8859-2", "ISO-8859-2", _CENTRAL),
    _Encoding("cp1251", "Windows-1251", _CYRILLIC),
    _Encoding("koi8-u", "KOI8-U", ("ru", "uk", "be")),
    _Encoding("iso8859-5", "ISO-8859-5", _CYRILLIC),
    _Encoding("cp1253", "Windows-1253", ("el",)),
    _Encoding("iso8859-7", "ISO-8859-7", ("el",)),
    _Encoding("cp1254", "Windows-1254", ("tr",)),
    _Encoding("cp1257", "Windows-1257", _BALTIC),
    _Encoding("iso8859-13", "ISO-8859-13", _BALTIC),
    _Encoding("iso8859-15", "ISO-8859-15", _WESTERN),
    _Encoding("cp1255", "Windows-1255", ("he",)),
    _Encoding("iso8859-8", "ISO-8859-8", ("he",)),
    _Encoding("cp1256", "Windows-1256", ("ar", "fa")),
    _Encoding("cp852", "CP852", _CENTRAL),
    _Encoding("cp850", "CP850", _WESTERN),
    _Encoding("cp866", "CP866", ("ru", "uk", "be", "bg")),
    _Encoding("cp737", "CP737", ("el",)),
)

_OF_DOS: Final = frozenset(("CP737", "CP850", "CP852", "CP866"))
"""Encodings in which nearly any bytes are letters: they count for the languages of the country alone."""

_SIGNS: Final = frozenset("„“”«»‚‘’‹›–—―…·•§°€£©®™±×²³½¼¾¿¡ªº΄΅№\u00a0\u00ad\u200e\u200f")
"""What is no letter and stands in texts of every language."""

_RARE: Final = {
    "el": "ΐΰ", "fr": "àùœæÿ", "he": "ך", "it": "àèéìîòù", "lt": "ęį", "mk": "ѓ", "nb": "òô", "nl": "áëïéú",
    "pl": "ć", "pt": "àü", "ro": "şţ", "sk": "ĺŕô",
}  # fmt: skip
"""Letters that no name of the CLDR may have."""

_MARKS: Final = frozenset("„“”‚‘’‹›–—…•\u00a0")
_GLUED: Final = re.compile("[^\\W\\d_][°§£©±×·№²³½¼¾¿¡ªº\u00ad]")
"""Signs that do not stand right behind a letter."""

_WRONG_SIGMA: Final = re.compile("ς\\w|σ\\Z")
"""A sigma of another place in the word."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST_BYTES: Final = 200_000


def likely_encoding(data: bytes) -> str | None:
    """Return the name of the encoding in which the bytes are text, as editors show it; None where nobody can tell.

    First come the languages of the site's country.  Of several texts the one with most letters counts, since a wrong
    encoding makes signs of letters; two with as many are none.
    """
    marks_only = _decoded(data[:_MOST_BYTES], "cp1252")
    if marks_only is not None and all(char.isascii() or char in _MARKS for char in marks_only):
        return None  # Quotation marks and dashes, which stand at the same places in all encodings of Windows.
    spoken = _spoken(site_country())
    for own in (True, False):
        found: dict[str, str] = {}
        for encoding in _ENCODINGS:
            if not own and encoding.name in _OF_DOS:
                continue
            known = [one for one in encoding.languages if (one in spoken) == own]
            text = _decoded(data[:_MOST_BYTES], encoding.codec) if known else None
            if text is not None and text not in found and any(_fits(text, one) for one in known):
                found[text] = encoding.name
        if found:
            letters = {text: sum(map(str.isalpha, text)) for text in found}
            best = [name for text, name in found.items() if letters[text] == max(letters.values())]
            return best[0] if len(best) == 1 else None
    return None


def _spoken(country: str) -> tuple[str, ...]:
    """Return the languages that are official in a country."""
    if not country:
        return ()
    from babel.languages import get_official_languages

    return tuple(one.partition("_")[0] for one in get_official_languages(country.upper(), de_facto=True))


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if any("\x7f" <= char < "\xa0" for char in text) else text


def _fits(text: str, language: str) -> bool:
    """Tell whether all words of a text could be of a language: its letters, each word with capitals as people write."""
    letters = _letters(language)
    foreign = {char for char in text if not char.isascii()} - _SIGNS
    return (
        bool(foreign)
        and all(char.lower()[0] in letters or char == "İ" for char in foreign)
        and not _GLUED.search(text)
        and all(map(_plausible, _words(text)))
    )


def _words(text: str) -> Iterator[str]:
    """Yield the words that have letters beyond ASCII."""
    for found in _WORD.finditer(text):
        if not found.group().isascii():
            yield found.group()


def _plausible(word: str) -> bool:
    """Tell whether a word is of one script, in small letters, in capitals or with one capital first."""
    latin = [char < "\u0250" for char in word]
    return (
        (all(latin) or not any(latin))
        and not _WRONG_SIGMA.search(word)
        and (word[1:] == word[1:].lower() or word == word.upper())
    )


@lru_cache(maxsize=64)
def _letters(language: str) -> frozenset[str]:
    """Return the letters beyond ASCII that a language writes with, as its names of languages, lands and money do."""
    from babel import Locale

    locale = Locale.parse(language)
    names = (locale.languages, locale.territories, locale.currencies, locale.scripts)
    written = "".join(str(name) for some in names for name in some.values()) + _RARE.get(language, "")
    return frozenset(char for char in written.lower() if not char.isascii() and char.isalpha())
