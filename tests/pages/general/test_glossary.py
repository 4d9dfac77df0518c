"""The glossary's page: every term once, in the reader's order, with the words of the other languages."""

from __future__ import annotations

from msgspec.structs import replace

from partnership.catalogue.addresses import standing_in
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.linking import link
from partnership.catalogue.localised import Catalogues
from partnership.engine.trees import in_language
from partnership.items.item import Page
from partnership.pages.general import glossary
from partnership.settings import Settings
from tests.support.pages import Planned, texts
from tests.support.site import Site

TERMS = [
    {"id": "zasilek", "term": "zasiłek", "note": "Pieniądze.", "en": {"term": "benefit"}, "uk": {"term": "допомога"}},
    {"id": "swiadczenie", "term": "świadczenie", "note": "Wypłata.", "en": {"term": "allowance", "note": "Money."}},
    {"id": "odprawa", "term": "odprawa"},
]


def planned(site: Site, lang: str) -> tuple[Catalogue, Page]:
    """Return the page in a language of a site that has three."""
    settings = replace(Settings(content=site.content, data=site.data), other_languages=("en", "uk"))
    catalogue = Catalogues(link(settings).catalogue, settings).of(lang)
    with standing_in(catalogue.table):
        (page,) = in_language(glossary.plan(catalogue, settings), catalogue)
    assert isinstance(page, Page)
    return catalogue, page


def test_the_page_in_the_first_language(site: Site) -> None:
    """By the Polish alphabet; a term that nobody explained or translated stands there alone."""
    site.write_yaml("data/glossary.yaml", TERMS)
    root = Planned(site, "general.glossary").tree("/slowniczek/")
    assert texts(root, "//main//dt") == ["odprawa", "świadczenie", "zasiłek"]
    assert texts(root, "//*[@id='odprawa']/dd") == []
    assert texts(root, "//*[@id='zasilek']/dd") == ["Pieniądze."]


def test_the_page_in_other_languages(site: Site) -> None:
    """The reader's word first, the others with their language; what is not translated is shown and marked."""
    site.write_yaml("data/glossary.yaml", TERMS)
    catalogue, page = planned(site, "en")
    assert page.address == "/en/glossary/"
    assert page.alternates == (("pl", "/slowniczek/"), ("en", "/en/glossary/"), ("uk", "/uk/slovnyk/"))
    with standing_in(catalogue.table):
        view = page.view(*page.inputs)
    assert [(one.id, [word.language for word in one.words]) for one in view.entries] == [
        ("swiadczenie", ["Polish"]),
        ("zasilek", ["Polish", "Ukrainian"]),
        ("odprawa", []),
    ]
    assert view.entries[0].note == "Money." and "Pieniądze." in view.entries[1].note


def test_a_site_without_terms_says_so(site: Site) -> None:
    """The address answers, since the foot of every page leads there."""
    root = Planned(site, "general.glossary").tree("/slowniczek/")
    assert not root.xpath("//main//dl")
