"""What labels, units and cells of statistics mean here, from ``mapping.yaml``."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from partnership.polish.folding import fold
from partnership.sources import strict_yaml


class Variable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A variable by words of its label: its indicator, the factor of each unit, whether a year means its last day."""

    words: tuple[str, ...]
    indicator: str
    units: dict[str, float]
    year_end: bool = False


class FormCell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cell of the ministry's form."""

    indicator: str
    dimension: str = ""


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that ``mapping.yaml`` says."""

    variables: tuple[Variable, ...]
    whole: tuple[str, ...]
    bdl_variables: dict[str, str]
    mrpips: dict[str, dict[str, FormCell]]
    sources: dict[str, dict[str, Any]]
    indicators: dict[str, dict[str, Any]]

    def variable(self, label: str) -> Variable | None:
        """Return the variable that a label names; the first whose words all stand in it."""
        folded = folded_label(label)
        return next((one for one in self.variables if all(word in folded for word in one.words)), None)

    def variable_of(self, indicator: str) -> Variable | None:
        """Return the variable of an indicator."""
        return next((one for one in self.variables if one.indicator == indicator), None)

    def dimension(self, parts: list[str], variable: Variable) -> str:
        """Return what of a label's parts remains beside the variable and the whole: „kobiety”."""
        left = []
        for part in parts:
            folded = folded_label(part)
            if folded and folded not in self.whole and not any(word in folded for word in variable.words):
                left.append(part.strip())
        # The first part is the variable's own name even where its words stand in a later part.
        return "; ".join(left[1:] if left and left[0] == parts[0].strip() else left)


@lru_cache(maxsize=1)
def mapping() -> Mapping:
    """Return the mapping, read once."""
    text = (Path(__file__).with_name("mapping.yaml")).read_text(encoding="utf-8")
    return msgspec.convert(strict_yaml.load(text), Mapping)


def folded_label(text: str) -> str:
    """Return a label in small letters without Polish marks and punctuation."""
    return re.sub(r"[^a-z0-9%‰ ]+", " ", fold(text)).strip()


def unit_key(text: str) -> str:
    """Return a unit's name as the mapping writes it: „[tys. os.]” becomes „tys os”."""
    return " ".join(folded_label(text.replace("km²", "km2").replace("/", " ")).split())
