"""The region's name as sentences need it: in it, of it, for it, by its adjective, in the language of the page.

English puts a preposition before the name; Polish takes the cases that the profile gives and makes the rest by rule.
Another language gets the name, since nobody knows the forms of its adjectives, and for „in …” and „of …” the locative
and the genitive where the profile has them.
"""

from __future__ import annotations

import msgspec

from partnership.locales.marks import unmarked
from partnership.polish.adjectives import feminine, neuter, plural_locative, singular_locative
from partnership.polish.folding import fold
from partnership.records.profile import Region

_HISSING = "sśzźż"
_VOWELS = "aąeęioóuy"
SHORT = 2
"""Letters of prepositions, which name no region."""


class RegionWords(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Pieces of sentences about the region; all are empty where the profile names no region.

    ``within`` says „in the region”, ``origin`` „of it” for institutions that are from there, ``benefit`` „for it”;
    ``adjective`` and ``adjectives`` stand before what is of the region, one thing or several.
    """

    name: str = ""
    within: str = ""
    origin: str = ""
    benefit: str = ""
    adjective: str = ""
    adjectives: str = ""
    province: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is a region to speak of."""
        return bool(self.name)


NO_REGION = RegionWords()
"""What is said where no region is known: nothing."""


def region_words(region: Region, language: str) -> RegionWords:
    """Return what sentences in ``language`` say of a region."""
    name = region.name
    if not name:
        return NO_REGION
    if language == "pl":
        genitive = region.genitive or f"regionu {name}"
        adjective = region.adjective or ""
        return RegionWords(
            name=name,
            within=region.locative or f"w regionie {name}",
            origin=f"{_from(genitive)} {genitive}",
            benefit=f"dla {genitive}",
            adjective=singular_locative(adjective),
            adjectives=plural_locative(adjective),
            province=neuter(adjective) or name,
        )
    english = language == "en"
    return RegionWords(
        name=name,
        within=f"in {name}" if english else region.locative or name,
        origin=f"of {name}" if english else region.genitive or name,
        benefit=f"for {name}" if english else name,
        adjective=(region.adjective or name) if english else name,
        adjectives=(region.adjective or name) if english else name,
        province=name,
    )


def _from(word: str) -> str:
    """Return „z”, or „ze” before a cluster that begins with a hissing sound: „ze Śląska”, „z Mazowsza”."""
    low = word.casefold()
    return "ze" if low[:1] in _HISSING and low[1:2] not in _VOWELS else "z"


def beyond_region(region: Region, language: str) -> str:
    """Return the name after „poza”, for Polish names of words in -a („Ziemią Lubuską”); else nothing.

    Every such word takes -ą in the instrumental; of other names the profile gives no case that fits.
    """
    words = unmarked(region.name).split()
    if language != "pl" or not words or not all(word.endswith("a") for word in words):
        return ""
    return " ".join(f"{word[:-1]}ą" for word in words)


def own_region(region: Region, language: str) -> tuple[str, ...]:
    """Return the folded words by which people name the region, in its cases and by its adjective."""
    adjective = region.adjective or ""
    adjectives = (neuter(adjective), adjective, feminine(adjective)) if language == "pl" else (adjective,)
    said = (region.name, *adjectives, region.genitive or "", region.locative or "")
    words = (word for text in said for word in fold(unmarked(text)).split())
    return tuple(dict.fromkeys(word for word in words if len(word) > SHORT))
