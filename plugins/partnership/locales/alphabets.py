"""Alphabets: letters in their order, a letter with a mark being one of its own where the language counts it so.

Data for :mod:`partnership.locales.collation`, after the CLDR's collation rules, which Babel does not carry.  Two
letters of one entry (ch) are one letter.  A language that is missing here sorts by the 26 Latin letters, marks being
ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

DOTLESS: Final = frozenset({"az", "crh", "gag", "kaa", "tr", "tt"})
"""Languages with two letters i, one without and one with a dot, in capitals as well (I ı, İ i)."""

ALPHABETS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v w y z",
        "cs": "a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž",
        "da": "a b c d e f g h i j k l m n o p q r s t u v w x y z æ ø å",
        "es": "a b c d e f g h i j k l m n ñ o p q r s t u v w x y z",
        "fi": "a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö",
        "lt": "a b c č d e f g h i y j k l m n o p q r s š t u v w x z ž",
        "nb": "a b c d e f g h i j k l m n o p q r s t u v w x y z æ ø å",
        "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
        "sk": "a ä b c č d e f g h ch i j k l m n o ô p q r s š t u v w x y z ž",
        "sv": "a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö",
        "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z",
        "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    }
)

LATIN: Final = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
CYRILLIC: Final = ALPHABETS["uk"]
