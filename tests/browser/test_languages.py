"""The switch of languages in a browser: it offers the browser's language, keeps page and query, and forces nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.conftest import Call
from tests.support.site import Site

PROFILE = {
    "name": "Partnerstwo", "region": {"name": "Region"}, "languages": ["pl", "en", "uk"], "time_zone": "Europe/Warsaw",
    "feed_authority": "example.org", "feed_since": 2026,
}  # fmt: skip


def test_the_browsers_language_is_offered(
    site: Site, call: Call, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    """A Ukrainian browser stays on the Polish page and sees Ukrainian pointed out; a click keeps page and query."""
    site.write_yaml("data/site.yaml", PROFILE)
    site.institution()
    outcome = call("build", *site.build_options)
    assert outcome.status == 0, outcome.err
    home = serve_folder(site.output)
    for locale, offered in (("uk-UA", ["uk"]), ("pl-PL", []), ("de-DE", [])):
        context = browser.new_context(locale=locale)
        page = context.new_page()
        page.goto(f"{home}/instytucje/?q=praca")
        assert page.url == f"{home}/instytucje/?q=praca"
        links = page.locator("[data-module='language-switch'] a")
        expect(links).to_have_count(2)
        expect(page.locator("[data-module='language-switch'] a[data-offered]")).to_have_count(len(offered))
        for lang in offered:
            page.click(f"[data-module='language-switch'] a[hreflang='{lang}']")
            expect(page).to_have_url(f"{home}/uk/ustanovy/?q=praca")
        context.close()
