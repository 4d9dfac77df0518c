"""The planner in Chromium: from the home page to a plan on a phone, mistakes at fields, calendar, address, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from partnership.cli.main import main
from tests.browser.test_print import sheets
from tests.support.held_scripts import HeldScripts
from tests.support.serving import served
from tests.support.site import SERVICES, Site

PLAN = "/zwolnienia/plan/"
ANSWERS = "employed=120&dismissed=35&days=30&employer_cause=true&unions=true&county=1201&consultation=2026-12-04"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site with the rules and an office, served; its address."""
    site = Site(tmp_path_factory.mktemp("planner") / "site")
    collective = {"id": "zwolnienia-grupowe", "name": "Zwolnienie grupowe", "group": "zwolnienia", "status": "current"}
    site.write_yaml("data/services.yaml", [*SERVICES, collective | {"description": "Zawiadamiasz urząd na piśmie."}])
    site.institution(street="ul. Wojska Polskiego 3", city="Bochnia", services=["zwolnienia-grupowe"])
    site.redundancy_rules()
    assert main(["build", *site.build_options]) == 0
    with served(site.output) as root:
        yield root


def answer(page: Page, **numbers: str) -> None:
    """Fill in the numbers, a cause with the firm and unions, and ask for the plan."""
    for name, text in numbers.items():
        page.fill(f"#planner-{name}", text)
    page.check("input[name=employer_cause][value=true]")
    page.check("input[name=unions][value=true]")
    page.get_by_role("button", name="Ułóż plan").click()


def test_from_home_to_office_on_a_phone(page: Page, address: str) -> None:
    """An employer who must let 35 of 120 go knows in four taps and one form: rules, days, letters, whom to write to."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    page.get_by_role("link", name="Poradnik o zwolnieniach").click()
    page.fill("#start-employed", "120")
    page.fill("#start-dismissed", "35")
    page.get_by_role("button", name="Sprawdź i ułóż plan").click()
    expect(page.locator("#planner-employed")).to_have_value("120")
    page.check("input[name=employer_cause][value=true]")
    page.check("input[name=unions][value=true]")
    page.select_option("#planner-county", "1201")
    page.fill("#planner-consultation", "2026-12-01")
    page.get_by_role("button", name="Ułóż plan").click()
    expect(page.locator("[data-result]")).to_contain_text("To zwolnienie grupowe.")
    agreement = page.locator("[data-step=agreement]")
    expect(agreement.locator("[data-when]")).to_contain_text("21 grudnia 2026")
    expect(page.locator("[data-step=monitored_agreement]")).to_be_hidden()
    expect(page.locator("[data-step=second_notice]").get_by_role("link")).to_contain_text("Drugie zawiadomienie")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("link", name="Urząd i pomoc w tym powiecie").click()
    expect(page.locator("main")).to_contain_text("ul. Wojska Polskiego 3")


def test_mistakes_stand_at_their_fields(page: Page, address: str) -> None:
    """What is wrong is told at the field and to assistive technology; mended, it goes, and the plan is there."""
    page.goto(address + PLAN)
    answer(page, employed="sto", dismissed="-5")
    error = page.locator("#planner-employed-error")
    expect(error).to_have_text("Wpisz liczbę całkowitą cyframi, od 1 do 1000000.")
    expect(page.locator("#planner-employed")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#planner-employed")).to_be_focused()
    assert "planner-employed-error" in (page.get_attribute("#planner-employed", "aria-describedby") or "")
    page.fill("#planner-employed", "1 050")
    expect(error).to_be_hidden()
    page.fill("#planner-employed", "50")
    expect(error).to_be_hidden()
    page.fill("#planner-dismissed", "12")
    expect(page.locator("[data-step=end]")).to_be_visible()
    page.fill("#planner-second_notice", "2026-12-22")
    page.fill("#planner-last_day", "2027-01-21")
    expect(page.locator("#planner-last_day-error")).to_contain_text("22 stycznia 2027")
    page.fill("#planner-dismissed", "60")
    expect(page.locator("#planner-dismissed-error")).to_contain_text("Popraw jedną z liczb")


def test_nothing_leaves_the_browser(page: Page, address: str) -> None:
    """No request and no cookie carries an answer; the address holds what is chosen to share, and only that."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(f"{address}{PLAN}#{ANSWERS}")
    expect(page.locator("[data-result]")).to_be_visible()
    assert page.url == address + PLAN
    page.fill("#planner-employed", "4321")
    page.locator("summary", has_text="Adres do wysłania").click()
    shared = page.locator("[data-shared]")
    expect(shared).to_have_value(address + PLAN)
    page.check("[data-share='county']")
    expect(shared).to_have_value(f"{address}{PLAN}#county=1201")
    assert not [url for url in asked if "4321" in url or "2026-12-04" in url.split("#")[0]]
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("path", ["/zwolnienia/", PLAN])
def test_answers_wait_for_the_script(page: Page, address: str, path: str) -> None:
    """Who is quicker than the script sends nothing to the server, with the button as with Enter; then both work."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    scripts = HeldScripts(page)
    page.goto(address + path, wait_until="commit")
    form = page.locator("form[data-module^=planner]")
    form.locator("[name=employed]").fill("4321")
    form.locator("[name=dismissed]").fill("35")
    expect(form.locator("[type=submit]")).to_be_disabled()
    form.locator("[name=dismissed]").press("Enter")
    scripts.let_go()
    expect(form.locator("[type=submit]")).to_be_enabled()
    form.locator("[name=dismissed]").press("Enter")
    expect(page.locator("#planner-employed")).to_have_value("4321")
    assert page.url.split("#")[0] == address + PLAN
    assert not [url for url in asked if "4321" in url.split("#")[0]]


def test_days_go_to_a_calendar(page: Page, address: str) -> None:
    """The file holds each day once as a whole day, readable by another program."""
    page.goto(f"{address}{PLAN}#{ANSWERS}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Daty do kalendarza").click()
    assert download.value.suggested_filename == "plan-zwolnien.ics"
    data = download.value.path().read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    days = {str(one["UID"]).split("@")[0]: one.decoded("DTSTART").isoformat() for one in events}
    assert days == {
        "consultation-earliest-2026-12-04": "2026-12-04",
        "first_notice-earliest-2026-12-04": "2026-12-04",
        "agreement-earliest-2026-12-04": "2026-12-04",
        "agreement-latest-2026-12-24": "2026-12-24",
    }
    latest = next(one for one in events if "latest" in str(one["UID"]))
    assert "Wigilia" in str(latest["DESCRIPTION"]) and "To nie jest porada prawna." in str(latest["DESCRIPTION"])


def test_severance_has_its_cap(page: Page, address: str) -> None:
    """Months, amount and cap of the year, marked as unconfirmed; without a day the cap stays open."""
    page.goto(address + PLAN)
    page.fill("#severance-years", "8")
    page.fill("#severance-pay", "40000")
    result = page.locator("[data-severance-result]")
    expect(result).to_contain_text("Najwyższa odprawa zależy od ostatniego dnia pracy")
    page.fill("#planner-last_day", "2026-12-31")
    expect(result).to_contain_text(re.compile(r"72\s090"))
    expect(result).to_contain_text("prawdopodobne, niepotwierdzone")


def test_without_a_script_the_checklist_is_whole(browser: Browser, address: str) -> None:
    """The form is not shown; its questions, all steps, terms and the way to every county are, nearly all text."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PLAN)
    expect(page.locator("#planner")).to_be_hidden()
    expect(page.locator("[data-step]:visible")).to_have_count(7)
    expect(page.locator("#packs")).to_be_visible()
    expect(page.locator("li:visible", has_text="Ile osób zatrudniasz?")).to_have_count(1)
    without = len(page.inner_text("body"))
    context.close()
    scripted = browser.new_page()
    scripted.goto(address + PLAN)
    assert without >= 0.9 * len(scripted.inner_text("body"))
    scripted.close()


def test_sheets_of_paper(page: Page, address: str) -> None:
    """A plan with all steps and notes is one sheet; a county's pack two, for firm and people."""
    worst = "employed=1200&dismissed=60&days=30&employer_cause=true&unions=true&county=1201&agreements=5"
    assert sheets(page, f"{address}{PLAN}#{worst}&consultation=2026-12-04&last_day=2027-02-04") == 1
    assert sheets(page, f"{address}/powiaty/powiat-bochenski/zwolnienia/") == 2
