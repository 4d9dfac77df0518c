"""The catalogue in each of the site's languages: records in their words, documents of their tree of pages."""

from __future__ import annotations

from typing import Any

import msgspec

from partnership.catalogue.building import county_order, documents_of_tree
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.catalogue_reader import CatalogueReader, CatalogueReaders
from partnership.catalogue.profile import with_profile_in
from partnership.locales.collation import sort_key_in
from partnership.records.body_reader import BodyReader
from partnership.records.localise import localised
from partnership.settings import Settings


class Catalogues:
    """The catalogue of each language of a site, made from that of the first language when it is first asked for."""

    def __init__(self, first: Catalogue, settings: Settings) -> None:
        self.first = first
        self.settings = settings
        self._made = {first.lang: first}
        self._settings = {first.lang: settings}
        self._readers: dict[str, CatalogueReaders] = {}

    def settings_of(self, lang: str) -> Settings:
        """Return the settings with the site's profile in one of its languages."""
        known = self._settings.get(lang)
        if known is None:
            known = self._settings[lang] = with_profile_in(self.settings, lang)
        return known

    @property
    def bodies(self) -> BodyReader:
        """Reads the words of documents for the catalogues of all languages."""
        return self.first.bodies

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

    def readers(self, lang: str) -> CatalogueReaders:
        """Return what gives readers of the catalogue in one of the site's languages."""
        known = self._readers.get(lang)
        if known is None:
            known = self._readers[lang] = CatalogueReaders(self.of(lang))
        return known

    def reader(self, lang: str) -> CatalogueReader:
        """Return a new reader of the catalogue in one of the site's languages."""
        return self.readers(lang).reader()

    def close(self) -> None:
        """Let readers read nothing new any more: the site is planned."""
        for one in self._readers.values():
            one.close()
        self.bodies.forget()


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
    return msgspec.structs.replace(
        first,
        lang=lang,
        counties=tuple(sorted(own(first.counties), key=lambda one: county_order(one, lang))),
        services=own(first.services),
        types=own(first.types),
        indicators=own(first.indicators),
        sources=own(first.sources),
        terms=own(first.terms),
        institutions=tuple(institutions),
        withdrawn_institutions=own(first.withdrawn_institutions),
        partners=tuple(sorted(own(first.partners), key=lambda one: names.get(one.institution, ("", "")))),
        withdrawn_partners=own(first.withdrawn_partners),
        groups=own(first.groups),
        offers={code: localised(one, lang, first.lang) for code, one in first.offers.items()},
        redundancies=localised(first.redundancies, lang, first.lang) if first.redundancies is not None else None,
        accessibility=localised(first.accessibility, lang, first.lang) if first.accessibility is not None else None,
        **documents_of_tree(first.listed, table),
    )
