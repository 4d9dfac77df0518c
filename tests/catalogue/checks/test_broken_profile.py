"""A slip in the site's profile is told alone: nothing else is judged by what of it could not be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from partnership.catalogue.checks.style import style_problems
from partnership.catalogue.linking import link
from partnership.catalogue.profile import with_profile
from partnership.profile import Profile
from partnership.settings import Settings
from tests.support.site import COUNTIES, SERVICES, Site

PROFILE: dict[str, Any] = {
    "name": "Alianza",
    "region": {"name": "Región", "teryt": "CL00"},
    "languages": ["es", "ar", "en"],
    "country": "cl",
    "time_zone": "America/Santiago",
    "feed_authority": "alianza.example",
    "feed_since": 2020,
    "contact": {"email": "red@alianza.example", "report_errors": "mailto:red@alianza.example"},
}


@pytest.fixture
def abroad(tmp_path: Path) -> Site:
    """A site in Chile with texts in all three languages, links into their trees, translations and regional figures."""
    site = Site(tmp_path)
    county = COUNTIES[0] | {"teryt": "CL-01", "neighbours": [], "en": {"name": "Valley"}}
    site.write_yaml("data/counties.yaml", [county])
    site.write_yaml("data/services.yaml", [SERVICES[0] | {"ar": {"name": "خدمة"}, "en": {"name": "Service"}}])
    site.institution("oficina", name="Oficina", county="CL-01", phone=["+56 2 2345 6789"], postal_code="832-0000")
    site.write_yaml("data/indicators.yaml", [{"id": "empleo", "name": "Empleo", "unit": "%", "decimals": 1,
                                              "better": "higher", "definition": "Empleo."}])  # fmt: skip
    site.write_yaml("data/sources.yaml", [{"id": "ine", "name": "INE"}])
    row = "CL00,empleo,,2025,4.5,,ine,2026-01-01"
    site.write("data/figures/empleo.csv", f"teryt,indicator,dimension,period,value,missing,source,retrieved\n{row}\n")
    site.post("noticia", "Véase [la red](/en/news/2026/news-item/).", summary="Resumen.", counties=["CL-01"])
    site.post("news-item", lang="en", translation="noticia", summary="Summary.")
    site.write_yaml("data/site.yaml", PROFILE)
    return site


def _settings(site: Site) -> Settings:
    return with_profile(Settings(content=site.content, data=site.data))


def _told(site: Site) -> list[str]:
    """Return places and codes of every error, and of warnings that are not told of the right site as well."""
    settings = _settings(site)
    linked = link(settings)
    found = [*linked.problems, *style_problems(settings, linked.library)]
    return [f"{Path(one.path).name} {one.code}" for one in found if one.code not in ("untranslated", "missing-summary")]


def _without(key: str, **more: Any) -> dict[str, Any]:
    return {name: value for name, value in PROFILE.items() if name != key} | more


def _text(change: Callable[[str], str]) -> str:
    return change(yaml.safe_dump(PROFILE, allow_unicode=True, sort_keys=False))


def test_the_right_site_has_no_problem(abroad: Site) -> None:
    """What is told below comes of the slip alone."""
    assert _told(abroad) == []


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        (PROFILE | {"languages": ["es", "ar", "english"]}, ["wrong-form"]),
        (PROFILE | {"languages": ["spanish", "ar", "en"]}, ["wrong-form"]),
        (PROFILE | {"languages": ["es", "ar", "xx"]}, ["unknown-value"]),
        (PROFILE | {"languages": "es en"}, ["wrong-type"]),
        (PROFILE | {"country": "chile"}, ["wrong-form"]),
        (PROFILE | {"country": "zz"}, ["unknown-value"]),
        (PROFILE | {"time_zone": "America/Santigo"}, ["unknown-value"]),
        (PROFILE | {"feed_since": "ayer"}, ["not-a-date"]),
        (PROFILE | {"contact": {"e-mail": "red@alianza.example"}}, ["unknown-key"]),
        (PROFILE | {"region": {"nombre": "Región"}}, ["missing-key", "unknown-key"]),
        (_without("languages"), ["missing-key"]),
        (_without("languages", langauges=["es", "ar", "en"]), ["unknown-key"]),
        (_without("country", contry="cl"), ["unknown-key"]),
        (_without("region", regoin={"name": "Región"}), ["unknown-key"]),
        (_without("contact", contacts=PROFILE["contact"]), ["unknown-key"]),
        (_text(lambda text: text.replace("- en\n", "- [en\n")), ["unclosed"]),
        (_text(lambda text: text + "name: Otra\n"), ["duplicate-key"]),
        ("", ["empty"]),
        ("- es\n", ["wrong-type"]),
    ],
)
def test_only_the_slip_is_told(abroad: Site, profile: dict[str, Any] | str, told: list[str]) -> None:
    """Neither the rules of the default country nor languages that nobody could read judge the rest of the site."""
    if isinstance(profile, str):
        abroad.write("data/site.yaml", profile)
    else:
        abroad.write_yaml("data/site.yaml", profile)
    assert sorted(_told(abroad)) == sorted(f"site.yaml {code}" for code in told)


def test_a_missing_file_is_missed_abroad_alone(abroad: Site) -> None:
    """Codes that no Polish county has say that a profile is needed; Polish data do without, as ever."""
    (abroad.data / "site.yaml").unlink()
    assert _told(abroad) == ["site.yaml missing-file"]
    abroad.write_yaml("data/counties.yaml", COUNTIES)
    assert _settings(abroad).profile.unread == ()
    assert "oficina.yaml wrong-form" in _told(abroad)


def test_what_can_be_read_counts(abroad: Site) -> None:
    """A slip in one line leaves the other lines; the language that is not known has a code that says so."""
    abroad.write_yaml("data/site.yaml", PROFILE | {"languages": ["spanish", "ar", "en"], "country": "Chile"})
    profile = _settings(abroad).profile
    assert (profile.name, profile.region.teryt, profile.time_zone) == ("Alianza", "CL00", "America/Santiago")
    assert (profile.languages, profile.country, profile.unread) == (("und", "ar", "en"), "", ("languages", "country"))
    abroad.write("data/site.yaml", "{")
    nothing = _settings(abroad).profile
    assert (nothing.languages, nothing.country, nothing.region) == (("und",), "", Profile().region)


@pytest.mark.parametrize(
    ("keys", "suggestion"),
    [
        ({"languages": ["english"]}, "en"),
        ({"languages": ["Español"]}, "es"),
        ({"languages": ["cz"]}, "cs"),
        ({"languages": "es en"}, "[es, en]"),
        ({"country": "chile"}, "cl"),
        ({"country": "Polska"}, "pl"),
        ({"country": "uk"}, "gb"),
    ],
)
def test_the_advice_names_the_code(abroad: Site, keys: dict[str, Any], suggestion: str) -> None:
    """Whoever wrote a name, a longer code or that of the country reads the code that is meant."""
    abroad.write_yaml("data/site.yaml", PROFILE | keys)
    hints = [one.hint for one in link(_settings(abroad)).problems if one.severity == "error"]
    assert len(hints) == 1
    assert suggestion in hints[0]
