"""Whoever says where the site's editors are reached finds it on the pages, and nobody's website is invented."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from lxml import html as lxml_html

from partnership.catalogue.linking import link
from partnership.catalogue.profile import with_profile
from partnership.engine.entry import build
from partnership.newsletter.mail import sender
from partnership.settings import Settings
from tests.support.site import Site

PROFILE: dict[str, Any] = {
    "name": "Avalon", "office": "office", "region": {"name": "Avalon"}, "languages": ["en"], "country": "ie",
    "time_zone": "Europe/Dublin", "feed_authority": "avalon.example.org", "feed_since": 2020,
    "contact": {"email": "editors@avalon.example.org", "phone": "+353 1 234", "address": "1 Quay"},
}  # fmt: skip


@pytest.fixture
def settings(site: Site) -> Settings:
    """Settings of a site whose office has neither a website nor a telephone."""
    site.write_yaml("data/site.yaml", PROFILE)
    site.institution("office", name="Office of Avalon", type="regional-office")
    return Settings(
        root=site.root, content=site.content, data=site.data, output=site.output, cache=site.root / "cache",
        commit="0" * 40, build_date=date(2026, 6, 1), site_url="https://avalon.example.org",
    )  # fmt: skip


def test_the_editors_are_reached(site: Site, settings: Settings) -> None:
    """On the contact page, in the declaration of accessibility and as the sender of the newsletter."""
    build(settings)
    page = site.read("/contact/")
    assert "no contact details yet" not in page
    assert 'href="mailto:editors@avalon.example.org"' in page and "1 Quay" in page
    assert 'id="a11y-email" href="mailto:editors@avalon.example.org"' in site.read("/accessibility/")
    assert sender(with_profile(settings)) == "editors@avalon.example.org"


def test_the_office_comes_first(site: Site, settings: Settings) -> None:
    """Where its own ways are known they stand on the page, and the declaration names its own."""
    site.institution("office", name="Office", type="regional-office", email=["office@avalon.example.org"])
    site.write_yaml("data/accessibility.yaml", {"contact": {"email": "access@avalon.example.org"}})
    build(settings)
    assert "office@avalon" in site.read("/contact/") and "editors@avalon" not in site.read("/contact/")
    assert "access@avalon" in site.read("/accessibility/")


def test_no_website_is_invented(site: Site, settings: Settings) -> None:
    """The office is no link to the site itself, neither for people nor for machines."""
    build(settings)
    home = lxml_html.fromstring(site.read("/").encode())
    assert "Office of Avalon" in site.read("/")
    assert not [one for one in home.iter("a") if "Office of Avalon" in "".join(map(str, one.itertext()))]
    said = [str(one.text) for one in home.iter("script") if one.get("type") == "application/ld+json"]
    assert said and '"url": "https://avalon.example.org"' not in "".join(
        json.dumps(thing) for thing in _bodies(json.loads(said[0]))
    )
    package = json.loads(site.read("/data/datapackage.json"))
    assert "path" not in package["contributors"][0]


def _bodies(thing: Any) -> list[Any]:
    if isinstance(thing, list):
        return [found for one in thing for found in _bodies(one)]
    if not isinstance(thing, dict):
        return []
    own = [thing] if thing.get("@type") == "GovernmentOrganization" else []
    return own + [found for one in thing.values() for found in _bodies(one)]


def test_a_translation_into_no_language_of_the_site_is_told(site: Site, settings: Settings) -> None:
    """It stands among the texts of the first language; a text that is no translation may be in any language."""
    site.post("news")
    site.post("nouvelle", lang="fr", translation="news")
    site.post("nachricht", lang="de")
    told = [one for one in link(with_profile(settings)).problems if one.code == "unknown-language"]
    assert [(one.severity, one.path.rpartition("/")[2]) for one in told] == [("warning", "nouvelle.md")]
