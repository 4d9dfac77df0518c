"""The region's name as sentences need it: in it, of it, for it, by its adjective, in the language of the page.

English puts a preposition before the name; Polish takes the cases that the profile gives and makes the rest by rule.
Another language gets the name, since nobody knows the forms of its adjectives, and for „in …” and „of …” the locative
and the genitive where the profile has them.  A sentence that has no translation is English wherever it stands, so each
piece has its English as well.
"""

from __future__ import annotations

import msgspec

from partnership.language import Spoken
from partnership.locales.marks import unmarked
from partnership.polish.adjectives import feminine, neuter
from partnership.polish.folding import fold
from partnership.polish.regions import beyond, polish_region
from partnership.records.profile import Region

SHORT = 2
"""Letters of prepositions, which name no region."""


class Pieces(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Pieces of sentences in one language, as :class:`RegionWords` tells them."""

    within: str = ""
    origin: str = ""
    benefit: str = ""
    adjective: str = ""
    adjectives: str = ""


class RegionWords(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Pieces of sentences about the region; all are empty where the profile names no region.

    ``within`` says „in the region”, ``origin`` „of it” for institutions that are from there, ``benefit`` „for it”;
    ``adjective`` and ``adjectives`` stand before what is of the region, one thing or several.  Each knows how it is
    said in English as well, for sentences that have no translation.
    """

    name: str = ""
    province: str = ""
    own: Pieces = Pieces()
    english_adjective: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is a region to speak of."""
        return bool(self.name)

    @property
    def within(self) -> Spoken:
        """In the region."""
        return Spoken(self.own.within, "in " if self.name else "", self.name)

    @property
    def origin(self) -> Spoken:
        """Of the region."""
        return Spoken(self.own.origin, "of " if self.name else "", self.name)

    @property
    def benefit(self) -> Spoken:
        """For the region."""
        return Spoken(self.own.benefit, "for " if self.name else "", self.name)

    @property
    def adjective(self) -> Spoken:
        """What one thing of the region is called by."""
        return Spoken(self.own.adjective, "", self.english_adjective)

    @property
    def adjectives(self) -> Spoken:
        """What several things of the region are called by."""
        return Spoken(self.own.adjectives, "", self.english_adjective)


NO_REGION = RegionWords()
"""What is said where no region is known: nothing."""


def region_words(region: Region, language: str) -> RegionWords:
    """Return what sentences in ``language`` say of a region."""
    name = region.name
    if not name:
        return NO_REGION
    if language == "pl":
        said = polish_region(name, region.genitive or "", region.locative or "", region.adjective or "")._asdict()
        return RegionWords(name=name, province=said.pop("province"), own=Pieces(**said), english_adjective=name)
    if language == "en":
        adjective = region.adjective or name
        own = Pieces(
            within=f"in {name}", origin=f"of {name}", benefit=f"for {name}", adjective=adjective, adjectives=adjective
        )
        return RegionWords(name=name, province=name, own=own, english_adjective=adjective)
    own = Pieces(
        within=region.locative or name, origin=region.genitive or name, benefit=name, adjective=name, adjectives=name
    )
    # The adjective of another language than English says nothing in an English sentence.
    return RegionWords(name=name, province=name, own=own, english_adjective=name)


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
