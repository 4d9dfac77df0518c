"""Facets of the finder that kinds of content give: institutions by what texts say of them."""

from __future__ import annotations

from typing import Any

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.kinds.kind import FinderFacet, Kind
from partnership.locales.collation import sort_key_in
from partnership.locales.slugs import slug
from partnership.records.content import Document


class FinderChoice(msgspec.Struct, frozen=True, array_like=True):
    """A choice of a facet: its value in addresses, its label, and the ids of the institutions that it leaves."""

    value: str
    label: str
    institutions: tuple[str, ...]


class FinderChoices(msgspec.Struct, frozen=True, array_like=True):
    """A facet: the parameter's name in the address, its label, and its choices."""

    parameter: str
    label: str
    choices: tuple[FinderChoice, ...]


def finder_choices(catalogue: Catalogue) -> tuple[FinderChoices, ...]:
    """Return the facets that have a choice, with labels in the language that is spoken now.

    What a text is about counts until it is over.
    """
    found = (_facet(catalogue, kind, kind.finder) for kind, _section in catalogue.sections if kind.finder is not None)
    return tuple(one for one in found if one.choices)


def _facet(catalogue: Catalogue, kind: Kind, facet: FinderFacet) -> FinderChoices:
    labels: dict[str, str] = {}
    institutions: dict[str, set[str]] = {}
    known = {one.id for one in catalogue.active_institutions}
    for document in catalogue.listed_by_kind[kind.name]:
        label = facet.choice(document.front)
        if label is None or not (value := slug(label)) or _is_over(catalogue, kind, document):
            continue
        labels.setdefault(value, label)
        institutions.setdefault(value, set()).update(known.intersection(facet.institutions(document.front)))
    order = sorted(labels, key=lambda value: sort_key_in(catalogue.lang, labels[value]))
    choices = (FinderChoice(value, labels[value], tuple(sorted(institutions[value]))) for value in order)
    return FinderChoices(facet.parameter, facet.label(), tuple(one for one in choices if one.institutions))


def _is_over(catalogue: Catalogue, kind: Kind, document: Document[Any]) -> bool:
    return kind.is_over is not None and kind.is_over(document.front, catalogue.build_date)
