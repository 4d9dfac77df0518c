"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_MARKS = str.maketrans("ąćęłńóśźżıĄĆĘŁŃÓŚŹŻİ_ ", "acelnoszziACELNOSZZI--")


def nearest(name: str, options: Iterable[str]) -> str | None:
    """Return the option nearest to ``name`` when it is near enough to be meant, else None; the first of equals wins.

    Case, marks of Polish letters, the dot of an i and ``_`` for ``-`` count as nothing.
    """
    wanted = name.translate(_MARKS).lower()[:100]
    best, best_ratio = None, 0.0
    for option in options:
        folded = option.translate(_MARKS).lower()[:100]
        if folded == wanted:
            return option
        matcher = SequenceMatcher(None, wanted, folded, autojunk=False)
        if matcher.real_quick_ratio() <= max(best_ratio, 0.6):
            continue
        ratio = matcher.ratio()
        if wanted and (folded.startswith(wanted) or wanted.startswith(folded)) and min(len(wanted), len(folded)) >= 4:
            ratio = max(ratio, 0.8)
        if ratio > best_ratio:
            best, best_ratio = option, ratio
    return best if best_ratio >= 0.72 else None


def nearest_id(name: str, options: Iterable[str]) -> str | None:
    """Return the id nearest to ``name`` when it is near enough to be meant; the first of equals wins.

    What two ids have in common, word by word, says nothing: ``office-kavala`` is no slip of ``office-drama``.  Nor is
    one that differs in its digits alone: 1202 is the county beside 1201.
    """
    folded = name.translate(_MARKS).lower()
    return nearest(name, [one for one in options if _may_be_slip(folded, one.translate(_MARKS).lower())])


def _may_be_slip(one: str, other: str) -> bool:
    digits = [char for char in one if char.isdigit()], [char for char in other if char.isdigit()]
    if sorted(digits[0]) != sorted(digits[1]) and len(digits[0]) == len(digits[1]):
        return False
    words, others = one.split("-"), other.split("-")
    while words and others and words[0] == others[0]:
        words, others = words[1:], others[1:]
    while words and others and words[-1] == others[-1]:
        words, others = words[:-1], others[:-1]
    return not words or not others or nearest("-".join(words), ["-".join(others)]) is not None
