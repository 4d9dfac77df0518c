"""The search in a real browser: by keyboard, narrow, offline, without a script, with parts missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from partnership.cli.main import main
from tests.search import scorer
from tests.support.serving import served

RESULTS = "[data-result]"
ASK = """async ([query, filters]) => {
  const { createSearch } = await import('/theme/js/search/engine.js');
  window.asked ??= createSearch(async (path) => (await fetch(path)).json());
  return await window.asked.search(query, filters);
}"""
KEPT = ["/szukaj/", "/szukaj/indeks/spis.json", "/theme/js/search/engine.js"]
IS_KEPT = "(paths) => Promise.all(paths.map((path) => caches.match(path))).then((all) => all.every(Boolean))"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The project's own site, built and served: its address and its folder."""
    folder = tmp_path_factory.mktemp("search-site") / "output"
    assert main(["build", "--output", str(folder)]) == 0
    with served(folder) as root:
        yield root, folder


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile without a service worker, so that no test sees what another kept."""
    made = browser.new_context(locale="pl-PL", service_workers="block")
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which any script error or breach of the content policy fails the test."""
    made = context.new_page()
    errors: list[str] = []
    made.on("pageerror", lambda error: errors.append(str(error)))
    made.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield made
    assert not errors, errors


@pytest.fixture(scope="module")
def asking(browser: Browser, site: tuple[str, Path]) -> Iterator[Page]:
    """A page that only asks the engine."""
    context = browser.new_context(service_workers="block")
    made = context.new_page()
    made.goto(f"{site[0]}/robots.txt")
    yield made
    context.close()


def ask(page: Page, query: Any, **filters: Any) -> list[dict[str, Any]]:
    """Return what the engine answers."""
    answers: list[dict[str, Any]] = page.evaluate(ASK, [query, filters])
    return answers


def open_search(page: Page, root: str, query: str = "") -> None:
    """Open the search with what is asked in its address and wait until it answers."""
    page.goto(f"{root}/szukaj/{query}")
    page.wait_for_selector("html[data-search-ready]")


def test_known_items_and_topics_are_found(asking: Page, site: tuple[str, Path]) -> None:
    """The held-out half of the test set holds the limits: known items, topics, and nothing for nothing."""
    documents = [
        (row[0], row[1])
        for path in sorted((site[1] / "szukaj" / "indeks").glob("t*.json"))
        for row in json.loads(path.read_bytes())["texts"]
    ]
    queries = [one for one in [*scorer.written(), *scorer.derived(documents)] if one.held_out or not one.fits]
    found: dict[str, list[float]] = {"known": [], "topic": [], "nothing": []}
    for query in queries:
        told = scorer.measures(query, [one["address"] for one in ask(asking, query.text)])
        kind = "nothing" if not query.fits else "topic" if query.kind == "topic" else "known"
        found[kind].append(told["empty" if kind == "nothing" else "precision5" if kind == "topic" else "success3"])
    means = {kind: sum(some) / len(some) for kind, some in found.items()}
    assert means["known"] >= 0.97 and means["topic"] >= 0.8 and means["nothing"] >= 0.95, means


def test_strangers_find_known_items_in_every_tree(asking: Page) -> None:
    """Questions by people who did not write the pages: names, days, slips, endings, phrases, in three languages."""
    for lang, queries in scorer.strangers().items():
        told = [
            (one, scorer.measures(one, [each["address"] for each in ask(asking, one.text, lang=lang)]))
            for one in queries
        ]
        known = [measured["success3"] for one, measured in told if one.kind.startswith("known")]
        nothing = [measured["empty"] for one, measured in told if not one.fits]
        assert sum(known) / len(known) >= (0.97 if lang == "pl" else 0.9), lang
        assert sum(nothing) >= 0.95 * len(nothing)


def test_everyday_words_find_what_pages_say_otherwise(asking: Page) -> None:
    """Short questions in words of the street find a page that fits among the first three, in three languages."""
    for lang, queries in scorer.everyday().items():
        told = [
            scorer.measures(one, [each["address"] for each in ask(asking, one.text, lang=lang)])["success3"]
            for one in queries
        ]
        assert sum(told) / len(told) >= 0.8, (lang, told)


def test_months_in_roman_figures(asking: Page) -> None:
    """A day may be written as in letters of an office: „16 III 2012”."""
    roman, plain = ask(asking, "16 III 2012"), ask(asking, "16 marca 2012")
    assert roman and [one["address"] for one in roman] == [one["address"] for one in plain]


@pytest.mark.parametrize("title", ["dyr.", "dr.", "mjr.", "prof. dr. hab."])
def test_words_cut_short_ask_for_nothing(asking: Page, title: str) -> None:
    """A title cut short before a name, known to the site or not, hides nobody: its pages still answer first."""
    named = {one["address"] for one in ask(asking, "Szuszkiewicz")}
    found = [one["address"] for one in ask(asking, f"{title} Szuszkiewicz")]
    assert named and named >= set(found[:2]) and found


@pytest.mark.parametrize(
    ("lang", "long", "cut"),
    [("pl", "powiat ", "pow. "), ("pl", "powiat ", "pow "), ("pl", "miasto ", "m. "), ("en", " County", " co."),
     ("uk", " повіт", " пов.")],
)  # fmt: skip
def test_shortened_words_lead_to_the_page(asking: Page, site: tuple[str, Path], lang: str, long: str, cut: str) -> None:
    """„pow. bocheński” finds at the top what „powiat bocheński” names, in each language by its own table."""
    folder = {"pl": "szukaj/indeks", "en": "en/search/index", "uk": "uk/poshuk/indeks"}[lang]
    places = ("/powiaty/", "/en/counties/", "/uk/povity/")
    texts = [row for path in (site[1] / folder).glob("t*.json") for row in json.loads(path.read_bytes())["texts"]]
    titles = {row[0]: row[1].partition(" (")[0] for row in texts if row[0].startswith(places)}
    named = {address: title for address, title in titles.items() if title.startswith(long) or title.endswith(long)}
    assert named
    for address, title in named.items():
        query = title.replace(long, cut)
        # A city and the county around it may have one name; what is cut short asks for nothing.
        assert address in [one["address"] for one in ask(asking, query, lang=lang)[:2]], query


def test_with_and_without_hyphen(asking: Page) -> None:
    """What the texts write with a hyphen is found by who writes it as one word."""
    assert ask(asking, "email")[0]["address"] in {one["address"] for one in ask(asking, "e-mail")}
    assert ask(asking, "reuse", lang="en")[0]["address"] == "/en/terms-of-reuse/"


def test_the_region_tells_nothing(asking: Page) -> None:
    """The name of the region, about which everything is, does not decide what answers."""
    with_region = [one["address"] for one in ask(asking, "płace w Małopolsce")[:2]]
    assert with_region == [one["address"] for one in ask(asking, "płace")[:2]]


def test_answers_are_as_the_contract_says(asking: Page) -> None:
    """Addresses begin with a slash, scores fall, kinds and years narrow down, an excerpt shows what was asked."""
    answers = ask(asking, "rada partnerów")
    assert all(one.keys() == {"address", "title", "kind", "excerpt", "score"} for one in answers)
    assert all(one["address"].startswith("/") for one in answers)
    scores = [one["score"] for one in answers]
    assert scores == sorted(scores, reverse=True)
    assert {one["kind"] for one in ask(asking, "rada partnerów", kinds=["meeting"])} == {"meeting"}
    of_2012 = ask(asking, "rada partnerów", years=[2012])
    assert of_2012 and all("2012" in one["address"] for one in of_2012)
    assert "partner" in ask(asking, "ewaluacja partnerstwa")[0]["excerpt"].lower()
    assert ask(asking, "rada", lang="xx") == []


def test_words_in_any_form(asking: Page) -> None:
    """Other cases, no diacritics, a slip, a beginning: the same first answer."""
    first = {ask(asking, query)[0]["address"] for query in ("dostępność", "dostepnosci", "dostepnosc serwis")}
    assert "/aktualnosci/2026/dostepnosc-serwisu/" in first
    right = ask(asking, "klasyfikacja zawodów")[0]["address"]
    assert ask(asking, "klasyfikcaja zawodów")[0]["address"] == right
    assert ask(asking, "klasyfikac")[0]["address"] == right


def test_phrase_means_exactly_these_words(asking: Page) -> None:
    """In quotation marks words stand side by side; in another order nothing answers."""
    assert ask(asking, "„Rada Partnerów”")
    assert ask(asking, '"partnerów rada"') == []


@pytest.mark.parametrize("query", ["ewaluacjxqv", "partnerstwxqz raportvvq", "zwolnixqv", "kryptowaluty bitcoin"])
def test_known_beginnings_with_anything_behind_are_no_slips(asking: Page, query: str) -> None:
    """A word that begins as a known one and goes on with no ending is unknown, not misspelt."""
    assert ask(asking, query) == []


def test_counts_are_said_in_the_language_of_the_page(page: Page, site: tuple[str, Path]) -> None:
    """In English the number of answers is a plain sentence, too."""
    page.goto(f"{site[0]}/en/search/?q=redundancies")
    page.wait_for_selector("html[data-search-ready]")
    assert re.fullmatch(r"\d+ pages? found", page.inner_text("[data-search-count]"))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(st.sampled_from("„”\"'<>&%+-_.,0123456789 abżó\\/(){}[]"), max_size=60))
@example("__proto__ constructor toString")
@example("<img src=x onerror=alert(1)>")
@example("a" * 10_000)
@example("praca " * 2_000)
@example("„")
@example("2012-99-99 99.99.9999 luty 0000")
def test_any_text_is_answered(asking: Page, query: str) -> None:
    """Whatever somebody types, the answer is a list."""
    assert isinstance(ask(asking, query), list)


@pytest.mark.parametrize("query", ["\ud800", "praca \udfff\ud800", "\x00\x00"])
def test_halves_of_letters_are_answered(page: Page, site: tuple[str, Path], query: str) -> None:
    """Halves of letters can be typed by a script; the page answers and keeps its address."""
    open_search(page, site[0])
    page.evaluate(
        "(units) => { const field = document.querySelector('#site-search-q');"
        "field.value = String.fromCharCode(...units); field.form.requestSubmit(); }",
        [ord(char) for char in query],
    )
    page.wait_for_function("() => document.querySelector('[data-search-answers]').hidden === false || true")
    expect(page.locator("html[data-search-ready]")).to_have_count(1)


@pytest.mark.parametrize(
    "raw", ["null", "[]", '{"texts": 1}', '{"words": "a b", "documents": ["#"], "check": []}', "x"]
)
def test_broken_parts_leave_the_rest(page: Page, site: tuple[str, Path], raw: str) -> None:
    """Parts that are broken are left out; the reader is told, hears no „nothing fits”, and may try again."""
    page.route(re.compile(r"/szukaj/indeks/t[a-z0-9]+\.json"), lambda route: route.fulfill(body=raw))
    open_search(page, site[0], "?q=rada+partnerów")
    expect(page.locator("[data-search-partly]")).to_be_visible()
    expect(page.locator(RESULTS)).to_have_count(0)
    expect(page.locator("[data-search-count]")).to_be_empty()
    expect(page.locator("[data-search-empty]")).not_to_contain_text("nic nie pasuje")
    expect(page.locator("[data-search-empty]").get_by_role("link")).to_have_count(3)
    page.unroute_all()
    page.locator("[data-search-partly] button").click()
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("[data-search-partly]")).to_be_hidden()


def test_missing_words_leave_the_rest(context: BrowserContext, site: tuple[str, Path]) -> None:
    """A part with words that is missing costs its words and no others."""
    page = context.new_page()
    gone: list[str] = []

    def first_is_gone(route: Route) -> None:
        gone.append(route.request.url)
        route.fulfill(status=404) if route.request.url == gone[0] else route.continue_()

    page.route(re.compile(r"/szukaj/indeks/s\d+\.json"), first_is_gone)
    open_search(page, site[0], "?q=rada+partnerów")
    expect(page.locator("[data-search-partly]")).to_be_visible()
    expect(page.locator(RESULTS).first).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("page_address", "question", "nothing"),
    [
        ("/szukaj/", "rada partnerów", "nic nie pasuje"),
        ("/en/search/", "redundancies", "fits"),
        ("/uk/poshuk/", "звільнення", "нічого не знайдено"),
    ],
    ids=["pl", "en", "uk"],
)
def test_cut_words_are_told_in_every_tree(
    context: BrowserContext, site: tuple[str, Path], page_address: str, question: str, nothing: str, width: int
) -> None:
    """Where all parts with words arrive cut off, each tree says that parts are missing, and not that nothing fits."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})

    def cut(route: Route) -> None:
        whole = route.fetch()
        route.fulfill(response=whole, body=whole.body()[:-20])

    page.route(re.compile(r"/s\d+\.json"), cut)
    page.goto(site[0] + page_address)
    page.wait_for_selector("html[data-search-ready]")
    page.locator("#site-search-q").fill(question)
    expect(page.locator("[data-search-partly]")).to_be_visible()
    expect(page.locator("[data-search-empty]")).to_be_visible()
    expect(page.locator("[data-search-empty]")).not_to_contain_text(nothing)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_missing_contents(context: BrowserContext, site: tuple[str, Path]) -> None:
    """Without the contents the page says so, and its lists lead on."""
    page = context.new_page()
    page.route("**/szukaj/indeks/spis.json", lambda route: route.fulfill(status=500))
    page.goto(f"{site[0]}/szukaj/?q=rada")
    expect(page.locator("[data-search-failed]")).to_be_visible()
    expect(page.get_by_role("link", name="powiat bocheński")).to_be_visible()


def test_part_of_another_publication_is_not_believed(asking: Page, site: tuple[str, Path]) -> None:
    """A part with words whose documents are counted otherwise than the contents say is none."""
    answers = asking.evaluate(
        """async () => {
          const { createSearch } = await import('/theme/js/search/engine.js');
          const engine = createSearch(async (path) => {
            const part = await (await fetch(path)).json();
            return /s\\d+\\.json$/.test(path) ? { ...part, check: [1, 'ffffff'] } : part;
          });
          const found = await engine.find('rada partnerów');
          return [found.results.length, found.missing().length > 0];
        }"""
    )
    assert answers == [0, True]


@pytest.mark.parametrize("width", [320, 1280])
def test_by_keyboard(page: Page, site: tuple[str, Path], width: int) -> None:
    """Typing answers, arrows lead through the answers, Escape returns; nothing is wider than the window."""
    page.set_viewport_size({"width": width, "height": 800})
    open_search(page, site[0])
    page.locator("#site-search-q").focus()
    page.keyboard.type("zwolnienia grupowe")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("[data-search-count]")).to_contain_text("Znaleziono")
    expect(page.locator("[data-search-status]")).to_contain_text("Znaleziono")
    page.wait_for_url(re.compile("q=zwolnienia\\+grupowe$"))
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{RESULTS} a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{RESULTS} a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#site-search-q")).to_be_focused()
    expect(page.locator(f"{RESULTS} mark").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/szukaj/" not in page.url


@pytest.mark.parametrize(
    ("page_address", "question", "count"),
    [
        ("/szukaj/", "zwolnienia grupowe", "Znaleziono"),
        ("/en/search/", "redundancies", "found"),
        ("/uk/poshuk/", "звільнення", "Знайдено"),
    ],
    ids=["pl", "en", "uk"],
)
def test_on_a_phone_the_first_answer_is_in_view(
    page: Page, site: tuple[str, Path], page_address: str, question: str, count: str
) -> None:
    """At 320 px, after typing: the first answer is seen, kinds and years wait behind one button, the number is told."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site[0] + page_address)
    page.wait_for_selector("html[data-search-ready]")
    page.locator("#site-search-q").focus()
    page.keyboard.type(question)
    expect(page.locator("[data-search-status]")).to_contain_text(count)
    # The finder's box, which stands first, comes a moment later; the page scrolls softly.
    page.wait_for_function(
        """() => {
            const first = document.querySelector('[data-search-help] > *, [data-result]')?.getBoundingClientRect();
            return Boolean(first) && first.top >= 0 && first.top + Math.min(first.height, 120) <= innerHeight;
        }"""
    )
    choices = page.locator(".site-search-choice")
    expect(choices.first).to_be_hidden()
    page.locator(".site-search-facets > summary").click()
    expect(choices.first).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".site-search-facets > summary")).to_be_hidden()
    expect(choices.first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_who_comes_with_a_question_sees_an_answer(page: Page, site: tuple[str, Path], width: int) -> None:
    """From the field of another page, too, the first answer or the finder's box is in view."""
    page.set_viewport_size({"width": width, "height": 800})
    open_search(page, site[0], "?q=rada+partnerów+2012")
    page.wait_for_function(
        """() => {
            const first = document.querySelector('[data-search-help] > *, [data-result]')?.getBoundingClientRect();
            return Boolean(first) && first.top >= 0 && first.top + 60 <= innerHeight;
        }"""
    )


@pytest.mark.parametrize("quoted", [True, False])
def test_a_phrase_not_found_yet_is_told_so(asking: Page, quoted: bool) -> None:
    """Whether a phrase is left to be looked for is known after each turn; of words alone nothing is left."""
    query = '"rada partnerów"' if quoted else "rada partnerów"
    left = asking.evaluate(
        """async (query) => {
          const { createSearch } = await import('/theme/js/search/engine.js');
          const found = await createSearch(async (path) => (await fetch(path)).json()).find(query);
          const before = found.left();
          for (let turn = 0; turn < 50 && (await found.next()).length; turn += 1);
          return [before === found.more, found.left()];
        }""",
        query,
    )
    assert left == [True, False]


def test_kinds_and_years(page: Page, site: tuple[str, Path]) -> None:
    """A kind and a year narrow down, stand in the address, and go with back."""
    open_search(page, site[0], "?q=rada+partnerów")
    everything = page.locator(RESULTS).count()
    page.get_by_role("button", name=re.compile("^spotkania")).click()
    expect(page.get_by_role("button", name=re.compile("^spotkania"))).to_have_attribute("aria-pressed", "true")
    assert "rodzaj=meeting" in page.url
    expect(page.locator(RESULTS)).to_have_count(2)
    page.get_by_role("button", name=re.compile("^2012")).click()
    expect(page.locator(RESULTS)).to_have_count(1)
    page.reload()
    page.wait_for_selector("html[data-search-ready]")
    expect(page.locator(RESULTS)).to_have_count(1)
    page.go_back()
    page.go_back()
    expect(page.locator(RESULTS)).to_have_count(everything)


def test_finder_answers_first(page: Page, site: tuple[str, Path]) -> None:
    """Who helps where is the finder's answer, in a box above the pages."""
    open_search(page, site[0], "?q=staż+limanowa")
    expect(page.locator("[data-search-finder] a").first).to_have_text("Powiatowy Urząd Pracy w Limanowej")
    expect(page.locator("[data-search-finder] li").first).to_contain_text("Staż")


def test_nothing_found_says_what_to_do(page: Page, site: tuple[str, Path]) -> None:
    """What nobody wrote about is an empty state with a way on; markup typed is text."""
    open_search(page, site[0], "?q=%3Cb%3Exyzzy%3C%2Fb%3E+qwerty")
    empty = page.locator("[data-search-empty]")
    expect(empty).to_be_visible()
    expect(empty).to_contain_text("<b>xyzzy</b>")
    expect(empty.get_by_role("link")).to_have_count(3)
    assert empty.locator("b").count() == 0


def test_correction_is_told(page: Page, site: tuple[str, Path]) -> None:
    """A slip is put right, and the reader is told what the answers are for."""
    open_search(page, site[0], "?q=klasyfikcaja")
    expect(page.locator("[data-search-correction]")).to_contain_text("klasyfikacj")


def test_without_a_script(browser: Browser, site: tuple[str, Path]) -> None:
    """The form leads to the map of the site, grouped by kind and year."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site[0]}/szukaj/")
    page.locator("#site-search-q").fill("rada")
    page.get_by_role("button", name="Szukaj").click()
    assert "/mapa-strony/" in page.url
    expect(page.get_by_role("heading", name="2012", exact=True).first).to_be_visible()
    context.close()


def test_offline_what_was_asked_before(browser: Browser, site: tuple[str, Path]) -> None:
    """Without a network the page and what it loaded answer again."""
    context = browser.new_context(locale="pl-PL")
    page = context.new_page()
    open_search(page, site[0], "?q=rada+partnerów")
    page.wait_for_function(IS_KEPT, arg=KEPT)
    page.reload()
    page.wait_for_selector("html[data-search-ready]")
    page.wait_for_function(IS_KEPT, arg=KEPT)
    first = page.locator(RESULTS).first.get_attribute("data-result")
    page.wait_for_timeout(300)
    context.set_offline(True)
    page.goto(f"{site[0]}/szukaj/?q=rada+partnerów")
    page.wait_for_selector("html[data-search-ready]")
    assert page.locator(RESULTS).first.get_attribute("data-result") == first
    context.close()
