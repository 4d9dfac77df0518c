"""The catalogue in each of the site's languages: records in their words, documents of their tree of pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from partnership.catalogue.catalogue import Catalogue, county_order, documents_of_tree
from partnership.locales.collation import sort_key_in
from partnership.records.localise import localised


class Catalogues:
    """The catalogue of each language of a site, made from that of the first language when it is first asked for."""

    def __init__(self, first: Catalogue) -> None:
        self.first = first
        self._made = {first.lang: first}

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the site's languages, the first one first."""
        return self.first.languages

    def of(self, lang: str) -> Catalogue:
        """Return the catalogue in one of the site's languages."""
        made = self._made.get(lang)
        if made is None:
            made = self._made[lang] = in_language(self.first, lang)
        return made


def in_language(first: Catalogue, lang: str) -> Catalogue:
    """Return the catalogue in another language of the site.

    Records have their texts in it where they are translated; where not, texts are marked as those of the first
    language (:mod:`partnership.locales.marks`).  Lists are in the order of the language's alphabet.
    """

    def own(records: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple([localised(one, lang, first.lang) for one in records])

    def by_name(text: str) -> Any:
        return sort_key_in(lang, text)

    institutions = sorted(own(first.institutions), key=lambda one: (by_name(one.name), one.id))
    names = {one.id: by_name(one.name) for one in institutions}
    table = first.table.site.tables[lang]
    return replace(
        first,
        lang=lang,
        counties=tuple(sorted(own(first.counties), key=lambda one: county_order(one, lang))),
        services=own(first.services),
        types=own(first.types),
        indicators=own(first.indicators),
        sources=own(first.sources),
        institutions=tuple(institutions),
        withdrawn_institutions=own(first.withdrawn_institutions),
        partners=tuple(sorted(own(first.partners), key=lambda one: names.get(one.institution, ("", "")))),
        withdrawn_partners=own(first.withdrawn_partners),
        groups=own(first.groups),
        offers={code: localised(one, lang, first.lang) for code, one in first.offers.items()},
        accessibility=localised(first.accessibility, lang, first.lang) if first.accessibility is not None else None,
        **documents_of_tree(first.listed, table),
    )
