"""The directory's scripts in Chromium: calculator of redundancies and filter of exchanges; the same pages without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from partnership.cli.main import main
from tests.support.serving import served
from tests.support.site import SERVICES, Site

CALCULATOR = "[data-module=redundancy-calculator]"

ANSWERS: list[tuple[int, int, int, bool, list[str]]] = [
    (15, 12, 30, True, ["small-firm", "not-monitored", "help"]),
    (19, 10, 30, True, ["small-firm", "not-monitored", "help"]),
    (20, 10, 30, True, ["collective", "not-monitored"]),
    (99, 9, 30, True, ["not-collective", "not-monitored", "help"]),
    (100, 10, 30, True, ["collective", "not-monitored"]),
    (180, 17, 30, True, ["not-collective", "not-monitored", "help"]),
    (180, 18, 30, True, ["collective", "not-monitored"]),
    (295, 29, 30, True, ["not-collective", "not-monitored", "help"]),
    (295, 30, 1, True, ["collective", "not-monitored"]),
    (300, 29, 30, True, ["not-collective", "not-monitored", "help"]),
    (300, 30, 30, True, ["collective", "not-monitored"]),
    (250, 60, 92, True, ["maybe-collective", "monitored"]),
    (400, 60, 30, True, ["collective", "monitored"]),
    (400, 60, 93, True, ["maybe-collective", "maybe-monitored"]),
    (1000, 49, 90, True, ["maybe-collective", "not-monitored"]),
    (400, 60, 30, False, ["other-cause"]),
    (10, 11, 30, True, ["incomplete"]),
    (0, 0, 30, True, ["incomplete"]),
    (100, 10, 0, True, ["incomplete"]),
]
"""Employed, dismissed, days, cause with the firm; the answers. The examples of the page for firms are among them."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site with the redundancy services and a partner, served; its address."""
    site = Site(tmp_path_factory.mktemp("directory") / "site")
    collective = {"id": "zwolnienia-grupowe", "name": "Zwolnienie grupowe", "group": "zwolnienia", "status": "current"}
    site.write_yaml("data/services.yaml", [*SERVICES, collective | {"description": "Zawiadamiasz urząd na piśmie."}])
    site.institution("pup-bochnia")
    site.partner(
        "pup-bochnia",
        gives=[{"what": "Dane o ludziach", "kind": "data"}, {"what": "Sala", "kind": "support"}],
        seeks=[{"what": "Szkolenia", "kind": "service"}],
    )
    assert main(["build", *site.build_options]) == 0
    with served(site.output) as root:
        yield root


def test_thresholds_are_those_of_the_acts(page: Page, address: str) -> None:
    """Each case, at and around every threshold."""
    page.goto(f"{address}/uslugi/zwolnienia-grupowe/")
    found = page.evaluate(
        """async (cases) => {
            const source = document.querySelector("script[src*=redundancy-calculator]").src;
            const { answers } = await import(source);
            return cases.map(([employed, dismissed, days, cause]) => answers({ employed, dismissed, days, cause }));
        }""",
        [list(case[:4]) for case in ANSWERS],
    )
    assert found == [case[4] for case in ANSWERS]


def test_the_calculator_is_used_by_keyboard_alone(page: Page, address: str) -> None:
    """The answer stands in a live region, with links to what has to be done; a wrong number is explained."""
    page.goto(f"{address}/uslugi/zwolnienia-monitorowane/")
    page.focus(f"{CALCULATOR} input[name=employed]")
    for text in ("400", "60", ""):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    answer = page.get_by_role("status").filter(has_text="Zwolnienie")
    expect(answer).to_contain_text("Zwolnienie grupowe: tak.")
    expect(answer).to_contain_text("Zwolnienie monitorowane: tak.")
    expect(answer.locator("a:visible")).to_have_count(2)
    page.fill(f"{CALCULATOR} input[name=dismissed]", "1.5")
    page.keyboard.press("Enter")
    expect(page.locator("[data-answer=incomplete]")).to_be_visible()
    expect(page.locator("[data-answer=collective]")).to_be_hidden()


def test_exchanges_are_narrowed_by_kind_and_direction(page: Page, address: str) -> None:
    """What does not fit is hidden, and the number of what is left is announced."""
    page.goto(f"{address}/partnerzy/")
    expect(page.locator("[data-kind]:visible")).to_have_count(3)
    page.check("input[name=kind][value=data]")
    expect(page.locator("[data-kind]:visible")).to_have_count(1)
    expect(page.locator("[data-exchange-status]")).to_have_text("Pokazano: 1")
    page.check("input[name=direction][value=seeks]")
    expect(page.locator("[data-kind]:visible")).to_have_count(0)
    expect(page.locator("[data-exchange-status]")).to_have_text("Nic takiego nie ma")
    page.check("input[name=kind][value='']")
    expect(page.locator("[data-kind]:visible")).to_have_count(1)


def test_without_a_script_there_is_the_table_and_the_whole_list(browser: Browser, address: str) -> None:
    """What only a script can do is not shown; what it works on is complete."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/uslugi/zwolnienia-grupowe/")
    expect(page.locator(".calculator")).to_be_hidden()
    expect(page.locator(f"{CALCULATOR} tbody tr")).to_have_count(4)
    page.goto(f"{address}/partnerzy/")
    expect(page.locator(".exchange-filter")).to_be_hidden()
    expect(page.locator("[data-kind]:visible")).to_have_count(3)
    page.goto(f"{address}/instytucje/")
    expect(page.locator("[data-institution]:visible")).to_have_count(1)
    context.close()
