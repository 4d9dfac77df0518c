"""Pages that answer better than an institution, and subjects that are nobody's here, in the words of each language."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.finder.conftest import Engine
from tests.finder.world import World


def told_pages(engine: Engine, world: World, queries: list[str]) -> list[list[str]]:
    """Addresses of the pages that stand above the list for each question."""
    pages: list[list[str]] = engine.page.evaluate(
        """async ([texts, places]) => {
            const { createFinder } = await import('/finder/engine.js');
            const known = createFinder(window.index, JSON.parse(places));
            return texts.map((text) => known.answers(text).map(({ address }) => address));
        }""",
        [queries, world.places().decode()],
    )
    return pages


def test_a_question_about_a_service_leads_to_the_page_about_it(own: Engine, worlds: dict[str, World]) -> None:
    """One of a page's words beside the service that it is about is enough; without the service it says nothing."""
    asked = [
        "termin przy zwolnieniu grupowym",
        "kiedy najwcześniej mogą odejść ludzie ze zwolnienia grupowego",
        "zwolnienia grupowe a związkowcy",
        "collective redundancies, what deadline",
        "групове звільнення: які строки",
    ]
    assert all(pages[0] == "/zwolnienia/" for pages in told_pages(own, worlds["own"], asked))
    others = ["termin stażu", "związki zawodowe na stażu", "kiedy targi pracy"]
    assert not any("/zwolnienia/" in pages for pages in told_pages(own, worlds["own"], others))


def test_lines_of_a_page_are_heard_together(own: Engine, worlds: dict[str, World]) -> None:
    """What no line says whole, two lines of one page say; half of what is asked is enough, one word of many is not."""
    pages = told_pages(own, worlds["own"], ["słownik trudnych słów urzędowych", "dotacja na firmę, jestem z Kęt"])
    assert pages == [["/slowniczek/"], []]


def test_a_slip_amid_a_sentence_is_no_place(own: Engine, worlds: dict[str, World]) -> None:
    """„Linię” is not Lipno nor „kaflowy” Kąclowa; after a preposition or an office and at an end a slip is forgiven."""
    queries = ["zbudujemy nową linię produkcyjną", "stary piec kaflowy cena", "staż w Katowciach dla syna"]
    queries += ["pup szczeicn praca"]
    told = own.page.evaluate(
        """async ([texts, places]) => {
            const { createFinder } = await import('/finder/engine.js');
            const known = createFinder(window.index, JSON.parse(places));
            return texts.map((text) => known.explain(text).place || '');
        }""",
        [queries, worlds["own"].places().decode()],
    )
    assert told == ["", "", "Katowice", "Szczecin"]


def test_a_subject_elsewhere_is_named_in_the_language_of_the_index(own: Engine, worlds: dict[str, World]) -> None:
    """An English word of another subject has a topic as a Polish one has, in English on English pages."""
    english = json.loads(replace(worlds["own"], languages=("en", "pl", "uk")).index())
    told = own.page.evaluate(
        """async (index) => {
            const { createFinder } = await import('/finder/engine.js');
            const english = createFinder(index);
            return ['building permit', 'wymiana prawa jazdy', 'паспорт'].map((text) =>
                [finder.explain(text).topic, english.explain(text).topic]);
        }""",
        english,
    )
    assert told == [
        ["budowa i nieruchomości", "building and property"],
        ["samochody i drogi", "cars and roads"],
        ["dokumenty i sprawy obywatelskie", "documents and civil status"],
    ]
