"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_MARKS = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ_ ", "acelnoszzACELNOSZZ--")


def nearest(name: str, options: Iterable[str]) -> str | None:
    """Return the option nearest to ``name`` when it is near enough to be meant, else None; the first of equals wins.

    Case, Polish marks and ``_`` for ``-`` count as nothing.
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
