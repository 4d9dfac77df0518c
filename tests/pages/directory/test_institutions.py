"""The page of an institution."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site

PROFILE: dict[str, Any] = {
    "name": "Partnerstwo",
    "region": {"name": "Nadrzecze"},
    "languages": ["pl"],
    "time_zone": "Europe/Warsaw",
    "feed_authority": "nadrzecze.example",
    "feed_since": 2020,
}
EVERYTHING: dict[str, Any] = {
    "short_name": "PUP Bochnia",
    "serves": ["1201", "1202"],
    "street": "ul. Wojska Polskiego 3",
    "postal_code": "32-700",
    "city": "Bochnia",
    "latitude": 49.969,
    "longitude": 20.430,
    "phone": ["12 345 67 89"],
    "email": ["adres@example.org"],
    "website": "https://bochnia.praca.gov.pl",
    "opening_hours": [{"days": ["mon", "tue", "wed"], "opens": "07:30", "closes": "15:30"}],
    "services": [
        "posrednictwo",
        {
            "id": "zwolnienia-monitorowane",
            "note": "Tylko dla firm z powiatu.",
            "how_to_apply": "Napisz do nas.",
            "documents": ["wniosek"],
            "fee": "bezpłatnie",
        },
    ],
    "audiences": ["employer", "jobseeker"],
    "languages": ["pl", "uk", "eo"],
    "description": "Pomaga **pracodawcom**. <script>alert(1)</script>",
    "accessibility": "Winda przy wejściu.",
    "alert": "Nieczynne od 4 do 8 maja.",
    "verified": "2026-01-20",
    "owner": "Zespół Partnerstwa",
}


def things(root: Any) -> dict[str, dict[str, Any]]:
    """Return the JSON-LD of a page by type."""
    found = [json.loads(one) for one in root.xpath("//script[@type='application/ld+json']/text()")]
    return {str(one["@type"]): one for one in found}


@pytest.mark.parametrize(
    ("id", "by", "said"),
    [
        ("pup-bochnia", "institution", "Potwierdzone przez urząd 3 grudnia 2025 r., wpis prowadzi: Zespół"),
        ("wup-krakow", "institution", "Potwierdzone przez instytucję 3 grudnia 2025 r."),
        ("pup-bochnia", "source", "Sprawdzone w opublikowanym źródle 3 grudnia 2025 r."),
        ("pup-bochnia", None, "Potwierdzono 3 grudnia 2025 r., Zespół"),
    ],
)
def test_the_page_says_when_and_how_it_was_confirmed(site: Site, id: str, by: str | None, said: str) -> None:
    """A page says no more of a confirmation than its record: the day alone, or also who answered or what was read."""
    known = {"verified_by": by} if by else {}
    kind = "labour-office" if id == "pup-bochnia" else "regional-office"
    site.institution(id, verified=date(2025, 12, 3), owner="Zespół", type=kind, **known)
    root = Planned(site, "directory.institutions").tree(f"/instytucje/{id}/")
    assert said in text_of(root.xpath("//p[@class='verified']")[0])


def test_everything_that_is_known_is_shown(site: Site) -> None:
    """The notice first, then contact, services with their details, audiences, languages, access and confirmation."""
    site.institution("pup-bochnia", **EVERYTHING)
    root = Planned(site, "directory.institutions").tree("/instytucje/pup-bochnia/")
    page = text_of(root.xpath("//main")[0])
    for said in (
        "Nieczynne od 4 do 8 maja.", "PUP Bochnia", "32-700 Bochnia", "poniedziałek–środa", "7.30–15.30",
        "Tylko dla firm z powiatu.", "Napisz do nas.", "wniosek", "bezpłatnie", "pracodawcy, osoby szukające pracy",
        "polski, ukraiński, esperanto", "Winda przy wejściu.", "20 stycznia 2026 r.", "Zespół Partnerstwa",
    ):  # fmt: skip
        assert said in page, said
    assert page.index("Nieczynne") < page.index("Wojska Polskiego")
    assert "niepotwierdzone" not in page
    links = set(root.xpath("//main//a/@href"))
    assert {"tel:+48123456789", "mailto:adres@example.org", "https://bochnia.praca.gov.pl"} <= links
    assert {"/powiaty/powiat-bochenski/", "/powiaty/powiat-brzeski/", "/uslugi/posrednictwo/"} <= links
    assert "/instytucje/typ/labour-office/" in links
    assert texts(root, "//main//strong")[0] == "pracodawcom"
    assert not root.xpath("//main//script")
    assert not root.xpath("//iframe | //img[starts-with(@src, 'http')]")


def test_an_old_confirmation_says_so(site: Site) -> None:
    """After the months that the owner agreed to, the date stands with a warning; within them without."""
    site.institution("pup-bochnia", verified="2020-01-20", review_after_months=12)
    site.institution("pup-brzesko", county="1202", verified="2020-01-20", review_after_months=120)
    planned = Planned(site, "directory.institutions")
    late, fresh = (text_of(planned.tree(f"/instytucje/{name}/")) for name in ("pup-bochnia", "pup-brzesko"))
    assert "20 stycznia 2020 r. – czas sprawdzić ponownie" in late
    assert "20 stycznia 2020 r." in fresh
    assert "czas sprawdzić ponownie" not in fresh


def test_it_is_told_to_programs(site: Site) -> None:
    """A responsible office is a GovernmentOffice with address, hours, telephone and what it offers."""
    site.institution("pup-bochnia", **EVERYTHING)
    told = things(Planned(site, "directory.institutions").tree("/instytucje/pup-bochnia/"))
    office = told["GovernmentOffice"]
    assert office["telephone"] == ["+48123456789"]
    assert office["address"]["postalCode"] == "32-700"
    assert office["openingHoursSpecification"][0]["opens"] == "07:30"
    assert [one["name"] for one in office["areaServed"]] == ["powiat bocheński", "powiat brzeski"]
    assert len(office["makesOffer"]) == 2
    assert "BreadcrumbList" in told


def test_with_nothing_optional_it_says_so(site: Site) -> None:
    """Nothing is invented: no contact, no services, unconfirmed, and still a whole page."""
    site.institution("pup-bochnia", services=[])
    root = Planned(site, "directory.institutions").tree("/instytucje/pup-bochnia/")
    page = text_of(root.xpath("//main")[0])
    assert "niepotwierdzone" in page
    assert "Nikt nam jeszcze nie podał, jakie usługi świadczy." in page
    assert "None" not in page
    assert "Zgłoś błąd" not in text_of(root) and "Zadzwoń" not in page


def test_a_mistake_is_reported_where_the_site_says(site: Site) -> None:
    """The link names page and file; without an address there is no link."""
    site.institution("pup-bochnia")
    site.write_yaml("data/site.yaml", PROFILE | {"contact": {"report_errors": "mailto:popraw@example.org"}})
    root = Planned(site, "directory.institutions").tree("/instytucje/pup-bochnia/")
    mails = [one for one in root.xpath("//a/@href") if one.startswith("mailto:")]
    assert set(mails) == {
        (
            "mailto:popraw@example.org?subject="
            "B%C5%82%C4%85d%20na%20stronie%20%2Finstytucje%2Fpup-bochnia%2F%20%28data%2Finstitutions%2Fpup-bochnia.yaml%29"
        )
    }


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"phone": ["12 345 67 89"], "website": "https://x.example"}, "Zadzwoń, zanim pojedziesz."),
        ({"email": ["a@example.org"], "street": "ul. Długa 1"}, "Napisz, zanim pojedziesz."),
        ({"website": "https://x.example"}, "Zajrzyj na stronę instytucji, zanim pojedziesz."),
        ({"street": "ul. Długa 1", "city": "Bochnia"}, ""),
    ],
)
def test_nothing_is_asked_that_cannot_be_done(site: Site, known: dict[str, Any], said: str) -> None:
    """An unconfirmed address asks to call where a number is known, to write where an address is, and so on."""
    site.institution("pup-bochnia", **known)
    page = text_of(Planned(site, "directory.institutions").tree("/instytucje/pup-bochnia/").xpath("//main")[0])
    asked = ("Zadzwoń", "Napisz,", "Zajrzyj")
    assert [one for one in asked if one in page] == ([one for one in asked if said.startswith(one)] if said else [])
    assert said in page


def test_consultants_are_named_only_with_consent(site: Site) -> None:
    """A partner's page and its institution's page name those who agreed, with counties."""
    site.institution("pup-bochnia")
    site.partner(
        "pup-bochnia",
        council={"member": True},
        consultants=[{"name": "Osoba Przykładowa", "role": "doradca", "counties": ["1202"], "consent": True}],
    )
    root = Planned(site, "directory.institutions").tree("/instytucje/pup-bochnia/")
    page = text_of(root.xpath("//main")[0])
    assert "Osoba Przykładowa" in page and "zasiada w Radzie Partnerów" in page
    assert root.xpath("//main//a[@href='/partnerzy/pup-bochnia/']")


def test_a_withdrawn_one_points_to_what_took_its_place(site: Site) -> None:
    """Its page stays, says so, is not offered to search engines, and is listed nowhere."""
    site.institution("pup-bochnia")
    site.institution("stary-urzad", name="Stary Urząd", status="withdrawn", replaced_by="pup-bochnia")
    planned = Planned(site, "directory.institutions")
    root = planned.tree("/instytucje/stary-urzad/")
    assert root.xpath("//main//a[@href='/instytucje/pup-bochnia/']")
    assert root.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")
    assert "Już nie działa" in text_of(root)
    assert "stary-urzad" not in Planned(site, "directory.finder_page").html("/instytucje/")


def test_titles_and_descriptions_are_unique(site: Site) -> None:
    """Two institutions of one name are told apart by their town, or else by their ids."""
    for number, city in enumerate(("Bochnia", "Brzesko", "Bochnia")):
        site.institution(f"filia-{number}", name="Filia", city=city)
    planned = Planned(site, "directory.institutions")
    heads = [planned.view(address).head for address in planned.pages]
    assert {one.title for one in heads} == {"Filia (filia-0)", "Filia, Brzesko", "Filia (filia-2)"}
    assert len({one.description for one in heads}) == 3
