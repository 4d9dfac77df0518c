"""„Obserwuj ten wybór” on the finder's page: the link changes with what is chosen, and leads to a feed that exists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.conftest import Call
from tests.support.site import Site


def test_a_choice_can_be_followed(site: Site, call: Call, page: Page, serve_folder: Callable[[Path], str]) -> None:
    """Nothing chosen: no link; a county and a service: exactly their feed; words beside them: the smallest around."""
    site.institution("pup-bochnia")
    site.institution("gup-krakow", name="Grodzki Urząd Pracy w Krakowie", county="1261")
    assert call("build", *site.build_options).status == 0
    home = serve_folder(site.output)
    page.goto(f"{home}/instytucje/")
    page.wait_for_selector("html[data-finder-ready]")
    line = page.locator("[data-finder-follow]")
    expect(line).to_be_hidden()
    page.goto(f"{home}/instytucje/?powiat=1201&usluga=posrednictwo")
    link = line.get_by_role("link", name="Obserwuj ten wybór")
    expect(link).to_have_attribute("href", "/powiaty/powiat-bochenski/uslugi/posrednictwo/rss.xml")
    expect(line).to_contain_text("kanał dokładnie tego wyboru")
    answer = page.request.get(f"{home}{link.get_attribute('href')}")
    assert answer.ok and "<rss" in answer.text()
    page.goto(f"{home}/instytucje/?powiat=1201&dla=employer")
    expect(link).to_have_attribute("href", "/powiaty/powiat-bochenski/rss.xml")
    expect(line).to_contain_text("najmniejszy kanał")


def test_a_comparison_can_be_followed(site: Site, call: Call, page: Page, serve_folder: Callable[[Path], str]) -> None:
    """Two chosen counties: the smallest feed around both; nothing chosen: no link, and nothing is asked for it."""
    site.institution("pup-bochnia")
    assert call("build", *site.build_options).status == 0
    home = serve_folder(site.output)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}/powiaty/porownanie/", wait_until="networkidle")
    line = page.locator("[data-finder-follow]")
    expect(line).to_be_hidden()
    assert not [one for one in asked if one.endswith("obserwuj.json")]
    page.goto(f"{home}/powiaty/porownanie/?powiat=1201&powiat=1202")
    expect(line.get_by_role("link", name="Obserwuj ten wybór")).to_have_attribute("href", "/powiaty/rss.xml")
    expect(line).to_contain_text("najmniejszy kanał")
