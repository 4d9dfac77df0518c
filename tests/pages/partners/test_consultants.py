"""Consultants, by institution and by county."""

from __future__ import annotations

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site


def test_without_consents_it_explains_itself(site: Site) -> None:
    """The list is empty for a reason, and the reader is led on."""
    root = Planned(site, "partners.consultants").tree("/konsultanci/")
    assert "Podajemy tylko osoby, które zgodziły się na to na piśmie." in text_of(root)
    assert root.xpath("//main//a[@href='/instytucje/']")


def test_consultants_stand_by_institution_and_by_county(site: Site) -> None:
    """Contacts stand once; the list by county leads to them."""
    site.institution("pup-bochnia")
    people = [
        {"name": "Osoba Pierwsza", "phone": "12 345 67 89", "counties": ["1202", "1201"], "consent": True},
        {"name": "Osoba Druga", "email": "druga@example.org", "consent": True},
    ]
    site.partner("pup-bochnia", consultants=people)
    root = Planned(site, "partners.consultants").tree("/konsultanci/")
    assert texts(root, "//h4") == ["Osoba Pierwsza", "Osoba Druga"]
    assert root.xpath("//main//a[@href='tel:+48123456789']") and root.xpath("//a[@href='mailto:druga@example.org']")
    assert texts(root, "//section[@aria-labelledby='by-county']//dt") == ["powiat bocheński", "powiat brzeski"]
    assert root.xpath("//section[@aria-labelledby='by-county']//dd/a/@href") == ["#pup-bochnia", "#pup-bochnia"]


def test_nobody_without_counties_is_lost(site: Site) -> None:
    """Where no consultant named a county, the list by county says so."""
    site.institution("pup-bochnia")
    site.partner("pup-bochnia", consultants=[{"name": "Osoba Druga", "consent": True}])
    assert "Nikt nie podał powiatów" in text_of(Planned(site, "partners.consultants").tree("/konsultanci/"))
