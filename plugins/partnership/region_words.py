"""The region's name as sentences need it: in it, of it, for it, by its adjective, in the language of the page.

English puts a preposition before the name; Polish takes the cases that the profile gives and makes the rest by rule.
Another language gets the name, since nobody knows the forms of its adjectives, and for „in …” and „of …” the locative
and the genitive where the profile has them.
"""

from __future__ import annotations

import msgspec

from partnership.locales.marks import unmarked
from partnership.polish.adjectives import feminine, neuter
from partnership.polish.folding import fold
from partnership.polish.regions import beyond, polish_region
from partnership.records.profile import Region

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
        said = polish_region(name, region.genitive or "", region.locative or "", region.adjective or "")
        return RegionWords(name=name, **said._asdict())
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


def beyond_region(region: Region, language: str) -> str:
    """Return the name as it stands after „beyond” where the language changes it there; else nothing."""
    return beyond(unmarked(region.name)) if language == "pl" else ""


def own_region(region: Region, language: str) -> tuple[str, ...]:
    """Return the folded words by which people name the region, in its cases and by its adjective."""
    adjective = region.adjective or ""
    adjectives = (neuter(adjective), adjective, feminine(adjective)) if language == "pl" else (adjective,)
    said = (region.name, *adjectives, region.genitive or "", region.locative or "")
    words = (word for text in said for word in fold(unmarked(text)).split())
    return tuple(dict.fromkeys(word for word in words if len(word) > SHORT))
