"""The search against what is planned: a page with a text of its own is found, whoever publishes it."""

from __future__ import annotations

import pytest

from partnership.catalogue.addresses import standing_in
from partnership.catalogue.linking import link
from partnership.catalogue.localised import Catalogues
from partnership.catalogue.profile import with_profile
from partnership.engine.plan import PAGES, all_areas, plan_area
from partnership.items.item import Page
from partnership.language import set_language
from partnership.publications.search.documents import documents
from partnership.publications.sitemap import UNLISTED_TEMPLATES
from partnership.settings import Settings
from tests.support.own_kind import FAIRS
from tests.support.pages import BUILD_DATE
from tests.support.site import Site

NO_TEXT_OF_THEIR_OWN = frozenset((
    "pages.general.home", "pages.news.archive", "pages.news.reports", "pages.meetings.meetings",
    "pages.directory.institution_types", "pages.redundancies.pack", "pages.services.county_services",
    "pages.general.gallery", "pages.general.confirmations",
))  # fmt: skip
"""Areas some of whose pages only list what is found itself, or put together what two such pages say."""

SEARCHED = FAIRS.replace(
    "words=lambda region: WORDS),\n",
    "words=lambda region: WORDS),\n"
    '        search=k.SearchFacet(name="fair", one=lambda: "targi", many=lambda: "targi", '
    "text=lambda front: (front.place,)),\n",
)
"""A kind of a site's own that the search reads."""


def settings_of(site: Site, *languages: str) -> Settings:
    """Return the settings of a site in some languages that has something of every kind, one of them its own."""
    set_language("pl")
    site.write("kinds.py", SEARCHED)
    site.markdown("job-fairs/targi.md", "Przyjdź.", {"title": "Targi", "date": "2026-01-10", "place": "Bochnia"})
    site.redundancy_rules()
    site.institution()
    site.partner()
    site.working_group()
    site.offer()
    site.post("wpis", category="Kategoria", tags=["temat"], author="Zespół")
    site.report()
    site.meeting()
    site.page("o-nas")
    term = {"id": "zasilek", "term": "zasiłek", "note": "Wypłata dla bezrobotnego.", "en": {"term": "benefit"}}
    site.write_yaml("data/glossary.yaml", [term])
    settings = Settings(
        content=site.content,
        data=site.data,
        output=site.output,
        build_date=BUILD_DATE,
        root=site.root,
        own_kinds=("kinds.py",),
        language=languages[0],
        other_languages=languages[1:],
    )
    return with_profile(settings)


def catalogues_of(settings: Settings) -> Catalogues:
    """Return the catalogues of a site without errors."""
    linked = link(settings)
    assert not linked.problems.errors, [one.as_text() for one in linked.problems]
    return Catalogues(linked.catalogue, settings)


def found_in(catalogues: Catalogues, lang: str) -> dict[str, tuple[str, str]]:
    """Return the kind and, as far as it is not Markdown, the text of what the search of a language finds."""
    catalogue, settings = catalogues.of(lang), catalogues.settings_of(lang)
    with standing_in(catalogue.table):
        found = documents(catalogue, settings.profile.region_words(lang))
        return {one.address: (one.kind, one.told().text) for one in found}


@pytest.mark.parametrize("languages", [("pl", "en", "uk"), ("en",), ("uk", "pl")])
def test_every_page_with_a_text_of_its_own_is_found(site: Site, languages: tuple[str, ...]) -> None:
    """What the search leaves out are pages of the areas named above, and nothing is found that is not planned."""
    settings = settings_of(site, *languages)
    catalogues = catalogues_of(settings)
    found = {address for lang in languages for address in found_in(catalogues, lang)}
    pages: dict[str, str] = {}
    for area in all_areas(settings):
        name = area.partition("/")[2]
        if name.startswith(PAGES):
            for item in plan_area(area, catalogues):
                if isinstance(item, Page) and item.template not in UNLISTED_TEMPLATES:
                    pages[item.address] = name
    search = {catalogues.of(lang).table.of("search") for lang in languages}
    missed = {address: name for address, name in pages.items() if address not in found and address not in search}
    assert set(missed.values()) <= NO_TEXT_OF_THEIR_OWN, missed
    texts = {
        catalogues.of(lang).document_addresses[one.path]
        for lang in languages
        for one in (*catalogues.of(lang).listed, *catalogues.of(lang).pages.values())
    }
    assert not texts & missed.keys()
    assert found <= pages.keys()


def test_letters_planner_and_glossary_say_what_their_pages_say(site: Site) -> None:
    """Steps and terms stand in the planner, each letter is found by its words, a term by its meaning."""
    catalogues = catalogues_of(settings_of(site, "pl", "en"))
    found = found_in(catalogues, "pl")
    assert found["/slowniczek/"][1].endswith("zasiłek: Wypłata dla bezrobotnego.")
    assert "w ciągu 20 dni" in found["/zwolnienia/plan/"][1] and "art. 217" in found["/zwolnienia/plan/"][1]
    letters = {address for address, (kind, _text) in found.items() if kind == "letter"}
    assert len(letters) == 4 and all(one.startswith("/zwolnienia/pisma/") for one in letters)
    assert "przedstawicieli pracowników" in found["/zwolnienia/pisma/zawiadomienie-zwiazkow/"][1]
    english = found_in(catalogues, "en")
    assert not [one for one, (kind, _text) in english.items() if kind == "letter"], "letters are in Polish alone"
    assert "trade unions" in english["/en/redundancies/letters/"][1]
    assert "benefit" in english["/en/glossary/"][1]


def test_a_site_without_rules_has_no_planner_to_find(site: Site) -> None:
    """What is not published is not found either."""
    settings = settings_of(site, "pl")
    (site.data / "rules" / "redundancies.yaml").unlink()
    assert not [one for one in found_in(catalogues_of(settings), "pl") if one.startswith("/zwolnienia/p")]
