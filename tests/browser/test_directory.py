"""The directory's scripts in Chromium: first step of the planner and filter of exchanges; the same pages without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from partnership.cli.main import main
from tests.support.serving import served
from tests.support.site import SERVICES, Site

START = "[data-module=planner-start]"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site with the redundancy services and a partner, served; its address."""
    site = Site(tmp_path_factory.mktemp("directory") / "site")
    collective = {"id": "zwolnienia-grupowe", "name": "Zwolnienie grupowe", "group": "zwolnienia", "status": "current"}
    site.write_yaml("data/services.yaml", [*SERVICES, collective | {"description": "Zawiadamiasz urząd na piśmie."}])
    site.institution("pup-bochnia")
    site.redundancy_rules()
    site.partner(
        "pup-bochnia",
        gives=[{"what": "Dane o ludziach", "kind": "data"}, {"what": "Sala", "kind": "support"}],
        seeks=[{"what": "Szkolenia", "kind": "service"}],
    )
    assert main(["build", *site.build_options]) == 0
    with served(site.output) as root:
        yield root


def test_the_first_step_is_carried_to_the_planner(page: Page, address: str) -> None:
    """By keyboard alone: the numbers fill the planner's form, and no server is told of them."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/uslugi/zwolnienia-monitorowane/")
    page.focus(f"{START} input[name=employed]")
    page.keyboard.type("400")
    page.keyboard.press("Tab")
    page.keyboard.type("60")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zwolnienia/plan/**")
    expect(page.locator("#planner-employed")).to_have_value("400")
    expect(page.locator("#planner-dismissed")).to_have_value("60")
    expect(page.locator("#planner-days")).to_have_value("30")
    assert not [url for url in asked if "400" in url.split("#")[0]]


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
    expect(page.locator(START)).to_be_hidden()
    expect(page.locator(".thresholds tbody tr")).to_have_count(4)
    page.goto(f"{address}/partnerzy/")
    expect(page.locator(".exchange-filter")).to_be_hidden()
    expect(page.locator("[data-kind]:visible")).to_have_count(3)
    page.goto(f"{address}/instytucje/")
    expect(page.locator("[data-institution]:visible")).to_have_count(1)
    context.close()
