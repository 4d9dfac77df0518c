"""The counties' pages in a real browser: the map by keyboard, the comparison by its address, axe in both schemes."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from partnership.cli.main import main
from tests.support.contrasts import undecided_contrasts
from tests.support.held_scripts import HeldScripts
from tests.support.screens import SCREENS
from tests.support.serving import served

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = [
    "/powiaty/",
    "/powiaty/powiat-bochenski/",
    "/powiaty/miasto-krakow/",
    "/powiaty/porownanie/?powiat=1201&powiat=1207",
]
SHOWN = "section[data-indicator]:not([hidden])"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The project's own data, built without content and served; its address."""
    folder: Path = tmp_path_factory.mktemp("counties-site")
    (folder / "content").mkdir()
    assert main(["build", "--content", str(folder / "content"), "--output", str(folder / "output")]) == 0
    with served(folder / "output") as address:
        yield address


def ids(page: Page) -> list[str]:
    """Return the ids of the measures that are shown."""
    found = page.eval_on_selector_all(SHOWN, "all => all.map(one => one.id)")
    assert isinstance(found, list)
    return found


def columns(page: Page) -> list[str]:
    """Return the codes of the counties whose columns are shown."""
    found = page.eval_on_selector_all(
        "thead th[data-column]:not([hidden])", "all => all.map(one => one.dataset.column)"
    )
    assert isinstance(found, list)
    return found


def test_a_measure_is_chosen_by_keyboard(page: Page, root: str) -> None:
    """Arrow down in the list changes tiles, legend, caption, table and address; „back” undoes it."""
    page.goto(f"{root}/powiaty/")
    tile = page.locator("[data-county='1201'] .tile-value")
    expect(tile).to_have_text("2,4")
    assert ids(page) == ["unemployment-rate"]
    page.get_by_label("Pokaż na mapie").focus()
    page.keyboard.press("ArrowDown")
    expect(tile).to_contain_text("tys.")
    assert ids(page) == ["population"]
    assert page.url.endswith("#population")
    expect(page.locator("#county-map-caption")).to_contain_text("Liczba ludności")
    expect(page.locator(".tile-legend li").first).to_contain_text("najniższe: ")
    page.go_back()
    expect(tile).to_have_text("2,4")
    assert ids(page) == ["unemployment-rate"]


def test_a_measure_can_be_sent_by_its_address(page: Page, root: str) -> None:
    """A fragment chooses; one that names nothing leaves the first measure."""
    page.goto(f"{root}/powiaty/#net-migration")
    expect(page.locator("select")).to_have_value("net-migration")
    assert ids(page) == ["net-migration"]
    page.goto(f"{root}/powiaty/#nothing")
    expect(page.locator("select")).to_have_value("unemployment-rate")


def test_tiles_lead_to_their_counties(page: Page, root: str) -> None:
    """Enter on a tile opens the county."""
    page.goto(f"{root}/powiaty/")
    page.locator("[data-county='1207'] a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Powiat limanowski")


def test_without_a_script_everything_is_there(browser: Browser, root: str) -> None:
    """All measures stand under each other with links to each, and all counties in the comparison; GET works."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/powiaty/")
    sections = page.locator("section[data-indicator]").count()
    assert sections > 5
    assert page.locator("nav.contents a").count() == sections
    page.goto(f"{root}/powiaty/porownanie/")
    page.get_by_label("bocheński").check()
    page.get_by_role("button", name="Porównaj").click()
    assert page.url.endswith("/powiaty/porownanie/?powiat=1201")
    assert page.locator("thead th[data-column]:visible").count() == 22
    context.close()


def test_the_address_chooses_counties(page: Page, root: str) -> None:
    """Known codes, each once, at most four; with fewer than two all are shown."""
    page.goto(f"{root}/powiaty/porownanie/?powiat=1201&powiat=1207")
    assert columns(page) == ["1201", "1207"]
    expect(page.locator("[data-status]")).to_have_text("Powiaty w tabeli: 2 z 22")
    page.goto(f"{root}/powiaty/porownanie/?powiat=1201&powiat=1201&powiat=9999")
    assert len(columns(page)) == 22
    page.goto(f"{root}/powiaty/porownanie/?powiat=1201&powiat=1202&powiat=1203&powiat=1204&powiat=1205")
    assert columns(page) == ["1201", "1202", "1203", "1204"]
    expect(page.get_by_label("gorlicki")).to_be_disabled()


def test_what_was_ticked_before_the_script_came_counts(page: Page, root: str) -> None:
    """Who is quicker than the script keeps the choice."""
    scripts = HeldScripts(page)
    page.goto(f"{root}/powiaty/porownanie/", wait_until="commit")
    page.get_by_label("bocheński").check()
    page.get_by_label("limanowski").check()
    scripts.let_go()
    expect(page.locator("[data-status]")).to_have_text("Powiaty w tabeli: 2 z 22")
    assert columns(page) == ["1201", "1207"]


def test_a_choice_changes_the_address_and_back_undoes_it(page: Page, root: str) -> None:
    """Checking, clearing and going back keep table, boxes and address together."""
    page.goto(f"{root}/powiaty/porownanie/")
    page.get_by_label("bocheński").check()
    page.get_by_label("limanowski").check()
    assert columns(page) == ["1201", "1207"]
    assert page.url.endswith("?powiat=1201&powiat=1207")
    page.get_by_label("Kraków", exact=True).check()
    assert columns(page) == ["1201", "1207", "1261"]
    page.go_back()
    expect(page.get_by_label("Kraków", exact=True)).not_to_be_checked()
    assert columns(page) == ["1201", "1207"]
    page.get_by_role("button", name="Wyczyść").click()
    expect(page.locator("[data-status]")).to_have_text("Powiaty w tabeli: 22 z 22")
    assert page.url.endswith("/porownanie/")


@pytest.mark.parametrize(("scheme", "width"), SCREENS)
def test_pages_are_accessible(browser: Browser, root: str, scheme: str, width: int) -> None:
    """No violation of WCAG 2.2 AA or best practice, no sideways scroll, on every kind of page."""
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = []
    for address in PAGES:
        page.goto(root + address)
        assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0, address
        page.evaluate(AXE)
        result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
        told = undecided_contrasts(result)
        found += [f"{address} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in (*result["violations"], *told)]
    context.close()
    assert found == []


def test_tables_are_folded_where_room_is_short(browser: Browser, root: str) -> None:
    """On a phone a table opens by keyboard; where there is room it stands open, and a name stays in view on both."""
    address = f"{root}/powiaty/powiat-bochenski/"
    wide = browser.new_page(viewport={"width": 1280, "height": 900})
    wide.goto(address)
    assert wide.locator(".fold").count() >= 3
    for fold in wide.locator(".fold").all():
        expect(fold.locator("summary")).to_be_hidden()
        expect(fold.locator("summary + *")).to_be_visible()
    narrow = browser.new_page(viewport={"width": 360, "height": 640})
    narrow.goto(address)
    for fold in narrow.locator(".fold").all():
        expect(fold.locator("summary + *")).to_be_hidden()
        fold.locator("summary").press("Enter")
        expect(fold.locator("summary + *")).to_be_visible()
    names = narrow.locator(".fold > summary").all_inner_texts()
    assert len(names) == len(set(names))
    assert narrow.evaluate("document.scrollingElement.scrollWidth") == 360
    wide.close()
    narrow.close()


def test_bars_of_a_drawing_can_be_compared(page: Page, root: str) -> None:
    """Every track of a drawing is equally long, however many signs its values have."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{root}/powiaty/powiat-bochenski/", wait_until="load")
        lengths = page.eval_on_selector_all(
            ".chart-bars", "all => all.map(one => [...one.querySelectorAll('.bar')].map(bar => bar.clientWidth))"
        )
        assert len(lengths) > 2
        assert all(max(some) - min(some) <= 1 for some in lengths)


def test_whom_to_ask_is_seen_on_a_phone(page: Page, root: str) -> None:
    """Each row of the investor's and the planner's tables is a card, so that no column hides outside the screen."""
    page.set_viewport_size({"width": 360, "height": 800})
    for address in ("/dla-inwestora/", "/zwolnienia/plan/", "/uk/zvilnennia/plan/"):
        page.goto(f"{root}{address}", wait_until="load")
        over = page.eval_on_selector_all(
            ".data-table-cards", "all => all.map(one => one.scrollWidth - one.clientWidth)"
        )
        assert over
        assert max(over) <= 0


def test_two_counties_stand_side_by_side_on_a_phone(page: Page, root: str) -> None:
    """Both chosen columns are in view, no value runs into the next one, and no name is cut inside a word."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{root}/powiaty/porownanie/?powiat=1203&powiat=1210")
    heads = page.locator("thead th[data-column]:visible").all()
    places = [box for box in (one.bounding_box() for one in heads) if box]
    assert len(places) == 2 and all(one["x"] + one["width"] <= 360 for one in places)
    wide = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"
    assert page.locator(".comparison td:visible, .comparison th:visible").evaluate_all(wide) == []
    # A name of one word is one line high.
    assert len({round(one["height"]) for one in places}) == 1
    line = float(heads[0].locator("a").evaluate("one => parseFloat(getComputedStyle(one).lineHeight)"))
    assert all((one.locator("a").bounding_box() or {"height": 99.0})["height"] < 1.6 * line for one in heads)
