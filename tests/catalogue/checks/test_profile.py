"""The site's profile: read strictly, checked beside the records, and stronger than the settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from partnership.catalogue.linking import link
from partnership.catalogue.profile import with_profile
from partnership.settings import Settings, in_zone, today
from tests.support.site import Site

PROFILE: dict[str, Any] = {
    "name": "Partnerstwo nad Rzeką",
    "region": {"name": "Nadrzecze", "genitive": "Nadrzecza", "locative": "w Nadrzeczu", "adjective": "nadrzeczny"},
    "languages": ["pl"],
    "time_zone": "Europe/Warsaw",
    "feed_authority": "nadrzecze.example",
    "feed_since": 2020,
}


def _told(site: Site) -> list[str]:
    settings = Settings(content=site.content, data=site.data)
    return [f"{one.line}:{one.column} {one.code} {one.suggestion}" for one in link(settings).problems]


def _with(site: Site, **keys: Any) -> None:
    site.write_yaml("data/site.yaml", PROFILE | keys)


def test_the_file_wins_over_the_settings(tmp_path: Path) -> None:
    """What both say, the file decides; what only the settings say, counts; what nobody says has neutral words."""
    site = Site(tmp_path)
    site.institution("urzad", name="Urząd nad Rzeką", website="https://urzad.example.org")
    given = Settings(content=site.content, data=site.data, site_name="Z ustawień", site_full_name="Pełna z ustawień")
    bare = with_profile(replace(given, site_name="", site_full_name="")).profile
    assert (bare.name, bare.office, bare.region.name) == ("Partnerstwo", "Partnerstwo", "")
    assert with_profile(given).profile.name == "Z ustawień"
    _with(site, office="urzad", feed_since=date(2020, 5, 1), languages=["en", "pl"])
    settings = with_profile(given)
    profile = settings.profile
    assert (profile.name, profile.full_name) == ("Partnerstwo nad Rzeką", "Pełna z ustawień")
    assert (profile.office, profile.office_url) == ("Urząd nad Rzeką", "https://urzad.example.org")
    assert profile.tagging_entity == "nadrzecze.example,2020-05-01"
    assert settings.language == "en"
    assert with_profile(settings) == settings


def test_the_build_date_is_that_of_the_time_zone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same moment is another day elsewhere; a day that was asked for stays."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767222000")
    site = Site(tmp_path)
    _with(site, time_zone="America/New_York")
    given = Settings(content=site.content, data=site.data)
    assert (given.build_date, with_profile(given).build_date) == (date(2026, 1, 1), date(2025, 12, 31))
    asked = replace(given, build_date=date(2026, 3, 1))
    assert with_profile(asked).build_date == date(2026, 3, 1)
    assert in_zone(given, ZoneInfo("Asia/Tokyo")).build_date == today(ZoneInfo("Asia/Tokyo"))


def test_a_right_profile_has_no_problem(tmp_path: Path) -> None:
    """Everything that the file may say, said rightly."""
    site = Site(tmp_path)
    site.institution("urzad")
    _with(
        site,
        office="urzad",
        full_name="Pełna nazwa",
        country="cz",
        keywords=["práce"],
        contact={"email": "a@example.org", "phone": "123 456 789", "report_errors": "mailto:a@example.org"},
        texts={"pl": {"finder_example": "zwalniam ludzi"}},
        region={"name": "Kraj", "teryt": "CZ01"},
        en={"name": "Partnership by the River"},
    )
    assert _told(site) == []


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"office": "nikt"}, ["unknown-reference None"]),
        ({"time_zone": "Europe/Warszawa"}, ["unknown-value Europe/Warsaw"]),
        ({"time_zone": "../../etc/passwd"}, ["unknown-value None"]),
        ({"languages": []}, ["too-short None"]),
        ({"languages": ["pl", "pl"]}, ["twice None"]),
        ({"texts": {"de": {"home_title": "x"}}}, ["unknown-language None"]),
        ({"texts": {"Polski": {"home_titel": "x"}}}, ["wrong-form None", "unknown-key home_title"]),
        ({"region": {"name": "N", "teryt": "1201"}}, ["wrong-form None"]),
        ({"region": {"nazwa": "N"}}, ["unknown-key name"]),
        ({"feed_authority": "https://a.example"}, ["wrong-form None"]),
        ({"feed_since": "rok"}, ["not-a-date None"]),
        ({"country": "Polska"}, ["wrong-form pl"]),
        ({"contact": {"report_errors": "redakcja"}}, ["wrong-form None"]),
        ({"naem": "x"}, ["unknown-key name"]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, keys: dict[str, Any], told: list[str]) -> None:
    """Each mistake is one problem of the file, with the nearest right value where there is one."""
    site = Site(tmp_path)
    _with(site, **keys)
    assert sorted(one.partition(" ")[2] for one in _told(site)) == sorted(told)
    with_profile(Settings(content=site.content, data=site.data))  # a wrong file never fails here
