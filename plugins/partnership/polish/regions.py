"""Names of regions in Polish sentences: what their cases and adjectives give, and what rules give where these end."""

from __future__ import annotations

from typing import NamedTuple

from partnership.polish.adjectives import neuter, plural_locative, singular_locative

_HISSING = "sśzźż"
_VOWELS = "aąeęioóuy"


class PolishRegion(NamedTuple):
    """Pieces of Polish sentences: „w Dolinie”, „z Doliny”, „dla Doliny”, „dolińskim”, „dolińskich”, „dolińskie”."""

    within: str
    origin: str
    benefit: str
    adjective: str
    adjectives: str
    province: str


def polish_region(name: str, genitive: str, locative: str, adjective: str) -> PolishRegion:
    """Return the pieces for a region; cases that are empty are gone round with „region”."""
    of = genitive or f"regionu {name}"
    return PolishRegion(
        within=locative or f"w regionie {name}",
        origin=f"{_from(of)} {of}",
        benefit=f"dla {of}",
        adjective=singular_locative(adjective),
        adjectives=plural_locative(adjective),
        province=neuter(adjective) or name,
    )


def beyond(name: str) -> str:
    """Return the name after „poza” where all its words end in -a („Ziemią Lubuską”), else nothing.

    Every such word takes -ą in the instrumental; of other names no case is known that fits.
    """
    words = name.split()
    return " ".join(f"{word[:-1]}ą" for word in words) if words and all(word.endswith("a") for word in words) else ""


def _from(word: str) -> str:
    """Return „z”, or „ze” before a cluster that begins with a hissing sound: „ze Śląska”, „z Mazowsza”."""
    low = word.casefold()
    return "ze" if low[:1] in _HISSING and low[1:2] not in _VOWELS else "z"
