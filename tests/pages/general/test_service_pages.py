"""Newsletter, search and contact."""

from __future__ import annotations

from tests.support.pages import Planned, text_of
from tests.support.site import Site


def test_the_newsletter_has_a_form_where_a_list_manager_is_set(site: Site) -> None:
    """It posts the address and the list to the manager, with the clause beside it."""
    planned = Planned(
        site,
        "general.service_pages",
        newsletter_form="https://listy.example.org/subscription/form",
        newsletter_list="abc",
    )
    (form,) = planned.tree("/newsletter/").xpath("//main//form")
    assert (form.get("action"), form.get("method")) == ("https://listy.example.org/subscription/form", "post")
    assert form.xpath(".//input[@type='email']/@required") and form.xpath(".//input[@name='l']/@value") == ["abc"]
    assert "/polityka-prywatnosci/" in form.xpath(".//a/@href")


def test_the_newsletter_takes_mail_or_points_to_feeds(site: Site) -> None:
    """Without a list manager a mail address does, and without both the feeds."""
    root = Planned(site, "general.service_pages", newsletter_mail="lista@example.org").tree("/newsletter/")
    assert any(one.startswith("mailto:lista@example.org") for one in root.xpath("//main//a/@href"))
    root = Planned(site, "general.service_pages").tree("/newsletter/")
    assert "jeszcze nie ruszyły" in text_of(root) and "/kanaly/" in root.xpath("//main//a/@href")


def test_search_works_without_a_script(site: Site) -> None:
    """A form that leads to the map of the site, and lists of counties, services and topics."""
    site.post("a", tags=["ustawa"])
    root = Planned(site, "general.service_pages").tree("/szukaj/")
    (form,) = root.xpath("//main//form")
    assert (form.get("action"), form.get("method")) == ("/mapa-strony/", "get")
    assert form.xpath(".//input[@type='search']/@name") == ["q"]
    links = set(root.xpath("//main//a/@href"))
    assert {"/powiaty/krakow/", "/uslugi/posrednictwo/", "/aktualnosci/temat/ustawa/"} <= links


def test_contact_without_a_text_shows_what_the_data_know_of_the_office(site: Site) -> None:
    """Unconfirmed facts are marked; with an editor's text the record is left out."""
    assert "Urząd nad Rzeką" in text_of(
        Planned(site, "general.service_pages", office="Urząd nad Rzeką").tree("/kontakt/")
    )
    site.institution(
        "wup-krakow", name="WUP", type="regional-office", county="1261", serves="region", phone=["12 345 67 89"],
        street="plac Na Stawach 1", city="Kraków",
    )  # fmt: skip
    root = Planned(site, "general.service_pages", office_id="wup-krakow").tree("/kontakt/")
    assert "tel:+48123456789" in root.xpath("//main//a/@href") and "niepotwierdzone" in text_of(root)
    site.page("kontakt", "Pisz do nas.", title="Kontakt")
    root = Planned(site, "general.service_pages").tree("/kontakt/")
    assert "Pisz do nas." in text_of(root) and "tel:+48123456789" not in root.xpath("//main//a/@href")
