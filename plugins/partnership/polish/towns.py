"""Names of Polish towns after „in”, where their endings leave no doubt."""

from __future__ import annotations

from typing import Final

_ENDINGS: Final = (
    ("iec", "cu"), ("ców", "cowie"), ("ów", "owie"), ("ew", "ewie"), ("aw", "awiu"), ("sk", "sku"), ("ck", "cku"),
    ("ek", "ku"), ("ik", "iku"), ("in", "inie"), ("yn", "ynie"), ("ań", "aniu"), ("uń", "uniu"), ("owo", "owie"),
    ("ewo", "ewie"), ("ica", "icy"), ("yca", "ycy"), ("nia", "ni"), ("dnia", "dni"), ("ice", "icach"),
    ("yce", "ycach"), ("lce", "lcach"), ("łki", "łkach"), ("sz", "szu"), ("bork", "borku"), ("rzeg", "rzegu"),
)  # fmt: skip
"""Endings of the nominative and what takes their place.  Names in -owa („w Limanowej”, but „w Częstochowie”), -no, -cz
and the like follow no rule, nor do names of several words."""


def town_locative(name: str) -> str:
    """Return „w Bolesławcu” for „Bolesławiec”; an empty text where the ending does not tell."""
    if " " in name or "-" in name or not name[:1].isupper():
        return ""
    for ending, form in sorted(_ENDINGS, key=lambda one: -len(one[0])):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return f"{_preposition(name)} {name[: -len(ending)]}{form}"
    return ""


def _preposition(name: str) -> str:
    """Return „we” before W or F and another consonant („we Wrocławiu”, „we Włocławku”), else „w”."""
    first, second = name[:1].lower(), name[1:2].lower()
    return "we" if first in "wf" and second not in "aąeęioóuy" else "w"
