"""What posts, reports and meetings are about: checked, shown on those pages, told in those feeds."""

from __future__ import annotations

from typing import Any

from partnership.catalogue.linking import link
from partnership.settings import Settings
from tests.support.pages import Planned
from tests.support.publications import Published, Repository
from tests.support.site import Site


def _told(site: Site) -> list[str]:
    return [one.code for one in link(Settings(content=site.content, data=site.data)).problems]


def test_an_unknown_subject_is_an_error(site: Site) -> None:
    """Each key names records that exist; a code that is none is told as such."""
    site.post("a", counties=["1299"], services=["brak"], institutions=["nikt"])
    assert _told(site) == ["unknown-reference"] * 3
    site.post("a", counties=["12"])
    assert len(_told(site)) == 1


def test_a_text_stands_on_the_pages_it_is_about(site: Site) -> None:
    """On the county's, the service's and the institution's page, with a translation that says nothing of its own."""
    site.institution("pup-bochnia")
    about: dict[str, Any] = {"counties": ["1201"], "services": ["posrednictwo"], "institutions": ["pup-bochnia"]}
    site.post("wpis", title="Wpis o Bochni", **about)
    site.report("raport", title="Raport o Bochni", **about)
    site.meeting("rada", title="Rada w Bochni", **about)
    site.post("entry", title="A post on Bochnia", lang="en", translation="wpis")
    for module, address, other in (
        ("counties.county", "/powiaty/powiat-bochenski/", "/powiaty/powiat-brzeski/"),
        ("services.services", "/uslugi/posrednictwo/", "/uslugi/zwolnienia-monitorowane/"),
        ("directory.institutions", "/instytucje/pup-bochnia/", ""),
    ):
        planned = Planned(site, module)
        links = planned.tree(address).xpath("//*[@aria-labelledby='writings']//a")
        assert {one.text.replace("\u00a0", " ") for one in links} == {
            "Wpis o Bochni", "Raport o Bochni", "Rada w Bochni", "A post on Bochnia",
        }  # fmt: skip
        assert [one.get("lang") for one in links if one.text.startswith("A\u00a0")] == ["en"]
        assert not other or not planned.tree(other).xpath("//*[@aria-labelledby='writings']")


def test_a_text_stands_in_the_feeds_of_its_subject(site: Site) -> None:
    """In those of county, service, both together and the institution's kind; categories name county and service."""
    site.institution("pup-bochnia")
    site.post("wpis", title="O Bochni", counties=["1201"], services=["posrednictwo"], institutions=["pup-bochnia"])
    published = Published(site, "feeds")
    for folder in (
        "/powiaty/powiat-bochenski/", "/uslugi/posrednictwo/", "/powiaty/powiat-bochenski/uslugi/posrednictwo/",
        "/instytucje/typ/labour-office/",
    ):  # fmt: skip
        entries = published.json(f"{folder}feed.json")["items"]
        assert [one["title"] for one in entries] == ["O Bochni"], folder
        assert {"powiat bocheński", "Pośrednictwo pracy"} <= set(entries[0]["tags"])
    assert [one["title"] for one in published.json("/powiaty/powiat-brzeski/feed.json")["items"]] != ["O Bochni"]


def test_the_regions_own_bodies_stay_out_of_the_counties_feeds(site: Site) -> None:
    """What serves everybody stands in the wider feeds; entries of one commit have times of their own."""
    repository = Repository(site)
    for number in range(5):
        site.institution(f"region-{number}", name=f"Ciało {number}", county="1261", serves="region")
        site.institution(f"pup-{number}", name=f"Urząd {number}", county="1201")
    repository.commit()
    published = Published(site, "feeds")
    titles = [one["title"] for one in published.json("/powiaty/powiat-bochenski/feed.json")["items"]]
    assert titles and not [one for one in titles if "Ciało" in one]
    items = published.json("/instytucje/feed.json")["items"]
    assert {f"Nowa instytucja: Ciało {number}" for number in range(5)} <= {one["title"] for one in items}
    assert len({one["date_published"] for one in items}) == len(items)
