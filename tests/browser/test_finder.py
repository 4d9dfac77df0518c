"""The finder's page in a real browser: by keyboard alone, narrow, offline, without a script, with a broken index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from partnership.cli.main import main
from partnership.settings import PROJECT
from tests.support.held_scripts import HeldScripts
from tests.support.serving import served

SHOWN = "[data-institution]:not([hidden])"
TOTAL = len(list((PROJECT / "data" / "institutions").glob("*.yaml")))
KEPT = ["/instytucje/", "/instytucje/indeks.json", "/theme/js/finder/engine.js"]
IS_KEPT = "(paths) => Promise.all(paths.map((path) => caches.match(path))).then((all) => all.every(Boolean))"


@pytest.fixture(scope="module")
def site_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The project's own data, built without content and served; its address."""
    folder = tmp_path_factory.mktemp("finder-site")
    (folder / "content").mkdir()
    assert main(["build", "--content", str(folder / "content"), "--output", str(folder / "output")]) == 0
    with served(folder / "output") as root:
        yield root


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile without a service worker, so that no test sees what another kept."""
    made = browser.new_context(locale="pl-PL", service_workers="block")
    yield made
    made.close()


@pytest.fixture
def finder(context: BrowserContext, site_address: str) -> Iterator[Page]:
    """The finder's page, ready; any script error or breach of the content policy fails the test."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    open_finder(page, site_address)
    yield page
    assert not errors, errors


def open_finder(page: Page, root: str, ask: str = "") -> None:
    """Open the finder with `ask` in the address and wait until it answers."""
    page.goto(f"{root}/instytucje/{ask}")
    page.wait_for_selector("html[data-finder-ready]")


def shown(page: Page) -> list[str]:
    """Ids of the answers shown, in order."""
    ids = page.eval_on_selector_all(SHOWN, "all => all.map(one => one.dataset.institution)")
    assert isinstance(ids, list)
    return ids


def ask(page: Page, text: str) -> None:
    """Type a question as a person would and let it settle."""
    page.fill("input[name=q]", text)
    page.wait_for_timeout(150)


def test_the_list_is_taken_over_and_shown_in_part(finder: Page) -> None:
    """The first 20 are shown, the rest after „Pokaż więcej”, which moves the focus to the first new one."""
    assert len(shown(finder)) == 20
    expect(finder.locator("[data-finder-count]")).to_have_text(f"Znaleziono {TOTAL} instytucji")
    finder.click("[data-finder-more]")
    assert len(shown(finder)) == TOTAL
    expect(finder.locator("[data-finder-more]")).to_be_hidden()
    focused = finder.evaluate("document.activeElement.closest('[data-institution]').dataset.institution")
    assert focused == shown(finder)[20]


def test_answers_below_the_window_are_drawn_after_the_first(finder: Page) -> None:
    """With a key come all twenty in their order, those below the window undrawn; once typing rests all are drawn."""
    drawn = """() => {
        const input = document.querySelector('input[name=q]');
        input.value = 'urząd pracy';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        const shown = [...document.querySelectorAll('[data-institution]:not([hidden])')];
        return shown.map((one) => getComputedStyle(one).contentVisibility);
    }"""
    finder.evaluate("document.querySelector('input[name=q]').value = ''")
    at_once = finder.evaluate(drawn)
    assert len(at_once) == 20 and set(at_once[:6]) == {"visible"} and at_once[-1] == "hidden"
    expect(finder.locator(".finder-later")).to_have_count(0)
    expect(finder.locator(SHOWN).last.locator(".finder-why")).not_to_be_empty()


def test_answers_that_stay_are_not_moved(finder: Page) -> None:
    """A choice that leaves some answers in their order takes the others away and moves none of them."""
    moved = finder.evaluate(
        """async () => {
            const list = document.querySelector('.finder-list');
            const before = new Set(list.children);
            const box = document.querySelector(`input[name=powiat][value="1201"]`);
            const added = [];
            const watch = new MutationObserver((all) => all.forEach((one) => added.push(...one.addedNodes)));
            watch.observe(list, { childList: true });
            box.checked = true;
            box.dispatchEvent(new Event('change', { bubbles: true }));
            await new Promise(requestAnimationFrame);
            watch.disconnect();
            const stayed = [...list.children].filter((one) => before.has(one)).length;
            return [stayed > 0 && stayed < before.size, added.filter((one) => before.has(one)).length];
        }"""
    )
    assert moved == [True, 0]


def test_a_question_is_answered_marked_and_explained(finder: Page) -> None:
    """Rank order, why, what matched, and the misspelt word put right."""
    ask(finder, "staże limnaowa")
    assert shown(finder)[0] == "pup-limanowa"
    first = finder.locator(SHOWN).first
    expect(first.locator(".finder-why")).to_have_text("świadczy: Staż · odpowiada za powiat limanowski")
    expect(first.locator("mark").first).to_have_text("Limanowej")
    finder.locator("[data-finder-correction] button").click()
    expect(finder.locator("input[name=q]")).to_have_value("staże limanowa")
    expect(finder.locator("[data-finder-correction]")).to_be_hidden()


def test_the_address_holds_the_question(finder: Page, site_address: str) -> None:
    """Reload, back and forward give the same answers."""
    ask(finder, "kfs")
    finder.keyboard.press("Enter")
    finder.wait_for_url("**/instytucje/?q=kfs")
    before = shown(finder)
    ask(finder, "staże limanowa")
    finder.keyboard.press("Enter")
    finder.wait_for_url("**limanowa")
    finder.go_back()
    expect(finder.locator("input[name=q]")).to_have_value("kfs")
    assert shown(finder) == before
    finder.go_forward()
    expect(finder.locator("input[name=q]")).to_have_value("staże limanowa")
    finder.reload()
    finder.wait_for_selector("html[data-finder-ready]")
    assert shown(finder)[0] == "pup-limanowa"
    open_finder(finder, site_address, "?usluga=staz&powiat=1207&powiat=1205&typ=labour-office&dla=employer")
    assert sorted(shown(finder)) == ["pup-gorlice", "pup-limanowa"]


def test_suggestions_by_keyboard_alone(finder: Page) -> None:
    """The combobox pattern: arrows, Enter, Escape; the focus never leaves the field."""
    field = finder.get_by_role("searchbox", name="Czego potrzebujesz?")
    field.focus()
    finder.keyboard.type("zwoln", delay=20)
    listbox = finder.get_by_role("listbox", name="Podpowiedzi")
    expect(listbox).to_be_visible()
    expect(finder.get_by_role("listbox")).to_be_visible()
    finder.keyboard.press("ArrowDown")
    option = listbox.get_by_role("option", selected=True)
    expect(option).to_have_count(1)
    active = field.get_attribute("aria-activedescendant")
    assert active == option.get_attribute("id")
    finder.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    finder.keyboard.press("Escape")
    expect(listbox).to_be_hidden()
    expect(field).to_have_value("zwoln")
    finder.keyboard.press("ArrowDown")
    finder.keyboard.press("ArrowDown")
    chosen = listbox.get_by_role("option", selected=True).locator("span").first.inner_text()
    finder.keyboard.press("Enter")
    expect(field).to_have_value(chosen)
    expect(listbox).to_be_hidden()
    expect(field).to_be_focused()


def test_filters_never_lead_to_nothing(finder: Page) -> None:
    """Counts follow every choice; what would show nothing cannot be chosen; chips take choices back."""
    finder.locator("summary", has_text="Powiat").click()
    finder.get_by_label(re.compile("^powiat limanowski")).check()
    assert "pup-limanowa" in shown(finder)
    boxes = finder.locator("input[type=checkbox]").evaluate_all(
        """all => all.map(box => [box.name, box.value, box.disabled,
            Number(box.parentNode.querySelector('[data-count]').textContent.replace(/\\D/g, ''))])"""
    )
    assert all(disabled == (count == 0) for _name, _value, disabled, count in boxes)
    for name, value, _disabled, count in [box for box in boxes if box[0] == "typ" and box[3]]:
        finder.goto(finder.url.split("?")[0] + f"?powiat=1207&{name}={value}")
        finder.wait_for_selector("html[data-finder-ready]")
        assert len(shown(finder)) == count
    finder.get_by_role("button", name="Usuń filtr: powiat limanowski").click()
    assert "powiat" not in finder.url
    finder.get_by_role("button", name="Wyczyść wszystko").click()
    expect(finder.locator("[data-finder-count]")).to_have_text(f"Znaleziono {TOTAL} instytucji")
    assert "?" not in finder.url


def test_what_was_typed_and_ticked_before_the_script_came_counts(context: BrowserContext, site_address: str) -> None:
    """Who is quicker than the script keeps the text, the place in it and the ticks, beside what the address says."""
    page = context.new_page()
    scripts = HeldScripts(page)
    page.goto(f"{site_address}/instytucje/?powiat=1201", wait_until="commit")
    page.locator("summary", has_text="Powiat").click()
    page.get_by_role("checkbox", name=re.compile("^powiat limanowski")).check()
    page.get_by_role("searchbox").press_sequentially("staże")
    page.get_by_role("searchbox").press("Home")
    scripts.let_go()
    page.wait_for_selector("html[data-finder-ready]")
    expect(page.get_by_role("checkbox", name=re.compile("^powiat limanowski"))).to_be_checked()
    expect(page.get_by_role("checkbox", name=re.compile("^powiat bocheński"))).to_be_checked()
    expect(page.locator("input[name=q]")).to_be_focused()
    page.keyboard.type("w ")
    expect(page.locator("input[name=q]")).to_have_value("w staże")
    expect(page.locator("[data-finder-chips] button")).to_have_count(3)
    assert {"pup-limanowa", "pup-bochnia"} <= set(shown(page))
    page.wait_for_url(re.compile(r"\?q=w\+sta%C5%BCe&powiat=1201&powiat=1207$"))


def test_nothing_found_says_what_helps(finder: Page, site_address: str) -> None:
    """Which filter to drop, and the office that answers for the county."""
    open_finder(finder, site_address, "?q=sernik&powiat=1207")
    empty = finder.locator("[data-finder-empty]")
    expect(empty).to_contain_text("To wygląda na inny temat: zakupy i dom")
    expect(finder.locator("[data-finder-tools]")).to_be_hidden()
    expect(empty.get_by_role("link", name="Powiatowy Urząd Pracy w Limanowej")).to_be_visible()
    assert shown(finder) == []
    open_finder(finder, site_address, "?q=wup+krakow&powiat=1207&typ=university")
    finder.locator("[data-finder-empty] button").first.click()
    assert shown(finder)
    expect(empty).to_be_hidden()
    expect(finder.locator("[data-finder-tools]")).to_be_visible()


def test_the_number_is_announced_once_typing_pauses(finder: Page) -> None:
    """The visible number follows every key; the status speaks only after a pause."""
    status = finder.locator("[data-finder-status]")
    expect(status).to_have_attribute("role", "status")
    finder.clock.install()
    finder.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    finder.locator("input[name=q]").focus()
    finder.keyboard.type("limanowa")
    finder.clock.run_for(50)
    assert status.inner_text() == ""
    finder.clock.run_for(5000)
    expect(status).to_have_text(re.compile("^Znaleziono "))
    assert status.inner_text() == finder.locator("[data-finder-count]").inner_text()


def test_markup_is_never_run(finder: Page, site_address: str) -> None:
    """What is typed is text, in the page and in the address."""
    for text in ("<img src=x onerror=document.title='hit'>", "<script>document.title='hit'</script>", "</option><b>x"):
        ask(finder, text)
        finder.wait_for_timeout(250)
    open_finder(finder, site_address, "?q=%3Cimg+src%3Dx+onerror%3D%22document.title%3D%27hit%27%22%3E&powiat=%3Cb%3E")
    assert finder.title() != "hit"
    assert finder.locator("main img").count() == 0


def test_distance_only_on_request(context: BrowserContext, finder: Page) -> None:
    """A town chosen sorts by distance; the device is asked only when a person chooses so."""
    finder.select_option("[data-finder-near]", label="Gorlice")
    assert shown(finder)[0] == "pup-gorlice"
    expect(finder.locator(SHOWN).first.locator(".finder-why")).to_contain_text("km stąd")
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"latitude": 49.3, "longitude": 19.95})
    finder.select_option("[data-finder-near]", value="device")
    expect(finder.locator(SHOWN).first).to_have_attribute("data-institution", "pup-zakopane")


def test_a_table_of_what_is_shown(finder: Page, tmp_path: Path) -> None:
    """CSV for a Polish spreadsheet: a mark of UTF-8, semicolons, the sentence why; no formula can hide in it."""
    ask(finder, "staże limanowa")
    with finder.expect_download() as waiting:
        finder.get_by_role("button", name="Pobierz tę listę (CSV)").click()
    file = tmp_path / "list.csv"
    waiting.value.save_as(file)
    text = file.read_bytes().decode("utf-8")
    assert text.startswith("\ufeffnazwa;rodzaj;powiat;")
    assert "Powiatowy Urząd Pracy w Limanowej;Powiatowy urząd pracy;powiat limanowski;" in text
    source = PROJECT / "theme/static/js/finder/export.js"
    finder.route("**/export.js", lambda route: route.fulfill(path=source))  # On the page it is part of finder.js.
    cells = finder.evaluate(
        "import('/theme/js/finder/export.js').then(({ toCsv }) => toCsv([['=1+1', '@x', 'a;b', 'c\"d', null]]))"
    )
    assert cells == '\ufeff\'=1+1;\'@x;"a;b";"c""d";\r\n'


def test_the_accessibility_tree(finder: Page) -> None:
    """What a screen reader meets: a search form, a named field, groups of named boxes, a list of answers."""
    form = finder.get_by_role("search", name="Znajdź instytucję")
    expect(form.get_by_role("searchbox", name="Czego potrzebujesz?")).to_have_attribute("aria-autocomplete", "list")
    expect(form.get_by_role("button", name="Szukaj")).to_be_visible()
    for name in ("Usługa", "Powiat", "Rodzaj instytucji", "Dla kogo"):
        form.locator("summary", has_text=name).click()
        expect(form.get_by_role("group", name=name, exact=True).last).to_be_visible()
    answers = finder.get_by_role("list").filter(has=finder.locator(SHOWN)).last
    assert answers.get_by_role("listitem").count() == 20


def test_it_fits_a_narrow_window(finder: Page) -> None:
    """At 320 px nothing scrolls sideways, with suggestions open and long answers shown."""
    finder.set_viewport_size({"width": 320, "height": 640})
    finder.locator("input[name=q]").focus()
    finder.keyboard.type("powiat", delay=10)
    expect(finder.get_by_role("listbox")).to_be_visible()
    assert finder.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("page_address", "question", "count", "why"),
    [
        ("/instytucje/", "zwalniam ludzi w Bochni", "Znaleziono 2 instytucje", "odpowiada za powiat bocheński"),
        ("/en/institutions/", "redundancies Bochnia", "1 institution found", "answers for Bochnia County"),
        ("/uk/ustanovy/", "zwolnienia grupowe Bochnia", "Знайдено 1 установу", "(powiat bocheński)"),
    ],
    ids=["pl", "en", "uk"],
)
def test_on_a_phone_the_first_answer_is_in_view(
    finder: Page, site_address: str, page_address: str, question: str, count: str, why: str
) -> None:
    """At 360 px, after typing: name, what is known to reach it, and the reason; the number is announced."""
    finder.set_viewport_size({"width": 360, "height": 640})
    finder.goto(site_address + page_address)
    finder.wait_for_selector("html[data-finder-ready]")
    finder.locator("input[name=q]").focus()
    finder.keyboard.type(question)
    expect(finder.locator("[data-finder-status]")).to_have_text(count)
    first = finder.locator(SHOWN).first
    expect(first.locator(".finder-why")).to_contain_text(why)
    # The page scrolls softly.
    finder.wait_for_function(
        """() => {
            const first = document.querySelector('[data-institution]:not([hidden])');
            const parts = ['.institution-name', "a[href^='http'], a[href^='tel:']", '.finder-why'];
            const boxes = parts.map((part) => first?.querySelector(part)?.getBoundingClientRect());
            return boxes.every((box) => box && box.top >= 0 && box.bottom <= innerHeight);
        }"""
    )
    # The arrows show the suggestion that they have reached, though only one is shown to save room.
    options = finder.locator(".finder-suggestions > [role='option']")
    for _each in range(min(2, options.count())):
        finder.keyboard.press("ArrowDown")
        expect(finder.locator(".finder-suggestions > [aria-selected='true']")).to_be_visible()


@pytest.mark.parametrize("answer", ["missing", "no json", "no index", "broken"])
def test_a_broken_index_leaves_the_plain_list(context: BrowserContext, site_address: str, answer: str) -> None:
    """The whole list stays, and a notice says that the search does not work."""
    page = context.new_page()
    bodies = {"missing": "", "no json": "<html>", "no index": "{}", "broken": '{"language":{"letters":["a",["b"]]}}'}

    def reply(route: Route) -> None:
        route.fulfill(status=404 if answer == "missing" else 200, body=bodies[answer], content_type="application/json")

    page.route("**/indeks.json", reply)
    page.goto(f"{site_address}/instytucje/?q=kfs")
    expect(page.get_by_role("alert")).to_have_text(re.compile("^Wyszukiwarka chwilowo nie działa"))
    assert page.locator("[data-institution]:visible").count() == TOTAL
    assert page.locator("html[data-finder-ready]").count() == 0


def test_without_a_script_the_page_is_the_whole_list(browser: Browser, site_address: str) -> None:
    """Everything by county, a word about it, and links to counties and services."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/instytucje/")
    assert page.locator("[data-institution]:visible").count() == TOTAL
    assert "Twoja przeglądarka nie uruchamia skryptów" in page.locator("main noscript").inner_html()
    expect(page.get_by_role("heading", name="powiat limanowski")).to_be_visible()
    assert page.locator("main a[href='/powiaty/powiat-limanowski/']").count() >= 1
    assert page.locator("main a[href='/uslugi/staz/']").count() == 1
    context.close()


def test_it_works_offline_once_visited(browser: Browser, site_address: str) -> None:
    """Page, index and scripts are kept; online the network is asked first, so nothing stale is served."""
    context = browser.new_context(locale="pl-PL")
    page = context.new_page()
    open_finder(page, site_address)
    # wait_for_function would need eval, which the content policy forbids.
    for _try in range(100):
        if page.evaluate(IS_KEPT, KEPT):
            break
        page.wait_for_timeout(100)
    context.set_offline(True)
    open_finder(page, site_address, "?q=staże+limanowa")
    assert shown(page)[0] == "pup-limanowa"
    context.set_offline(False)
    page.evaluate("caches.open('partnership-1').then((s) => s.put('/instytucje/', new Response('old')))")
    open_finder(page, site_address)
    assert len(shown(page)) == 20
    context.close()
