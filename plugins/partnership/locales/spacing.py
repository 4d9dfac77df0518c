"""No-break spaces of other languages than Polish: what each language keeps on one line, as data.

Everywhere a dash between words stays at the end of its line, and a number keeps its unit and the sign of equality
before it.  English and Ukrainian also keep a number with what it counts, Ukrainian one-letter words with the next word
(„у повіті”) and a day with its month.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import msgspec

from partnership.polish.numbers import NBSP


class Spacing(msgspec.Struct, frozen=True):
    """What a language binds: one-letter words, what stands before a number or name, months before a year, and units."""

    letters: str = ""
    before: str = ""
    months: str = ""
    after: str = r"%|‰|km|m²|ha|kg|MB|kB"


_SMALL: Final = "та|або|чи|до|від|на|за|не|це|що|ні|так|із|зі"
"""Ukrainian words that only follow a number, and are not what it counts."""

_NOT_COUNTED: Final = (
    "a|an|and|are|as|at|after|before|but|by|for|from|had|has|have|if|in|into|is|less|more|not|of|on|or|out|per|since|"
    "than|that|the|to|until|was|were|when|where|which|who|with"
)
"""English words that only follow a number."""

SPACING: Final = {
    "uk": Spacing(
        letters="авезійоужяАВЕЗІЙОУЖЯ",
        before="ст. ч. поз. вул. пл. буд. тел. № Dz.U. ul. al. pl.",
        months="січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        after=rf"р\.|%|‰|°C|тис\.|млн|млрд|zł|грн|км|м²|м\b|га|кг|[кМГ]?Б\b|ос\.|(?!(?:{_SMALL})\b)[а-яіїєґ]{{2,}}",
    ),
    "en": Spacing(
        before="Art. art. item no. No. Dz.U. ul. al. pl.",
        after=(
            r"%|‰|°C|km|m²|ha|kg|MB|kB|million\b|thousand\b|zł|PLN|EUR|(?:January|February|March|April|May|June|July|"
            r"August|September|October|November|December)\b|"
            rf"(?!(?:{_NOT_COUNTED})\b)[a-z]{{2,}}"
        ),
    ),
}
"""Rules by language; a language that is not here has the plain ones."""


def bind(text: str, lang: str) -> str:
    """Return plain ``text`` in ``lang`` with no-break spaces where a line must not break.

    Binding twice changes nothing.
    """
    return _pattern(lang).sub(NBSP, text)


@lru_cache(maxsize=16)
def _pattern(lang: str) -> re.Pattern[str]:
    rules = SPACING.get(lang) or Spacing()
    # As in Polish typography, the pattern begins at the space, of which there are few, and looks back from there.
    ways = [r"(?=–[ \n])(?<=\S.)", rf"(?==[ {NBSP}]\d)(?<=\S.)", r"(?<= =.)(?=\d)", rf"(?<=\d.)(?={rules.after})"]
    if rules.letters:
        ways.append(rf"(?<=[{rules.letters}].)(?<![\w/&.’'][{rules.letters}].)")
    for word in rules.before.split():
        start = r"\b" if word[0].isalnum() else ""
        ways.append(rf"(?<={start}{re.escape(word)}.)")
    ways += [rf"(?<=\b{month}.)(?=[12]\d{{3}})" for month in rules.months.split()]
    return re.compile(rf"[ \n](?:{'|'.join(ways)})(?=\S)", re.DOTALL)
