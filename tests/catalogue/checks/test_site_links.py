"""Links to addresses of the site: wrong ones are told in the text where they stand, right ones never."""

from __future__ import annotations

import pytest

from partnership.catalogue.linking import link
from partnership.language import set_language
from partnership.settings import Settings
from tests.support.site import Site


@pytest.fixture
def world(site: Site) -> Site:
    """A site with something in each section."""
    set_language("en")
    site.institution()
    site.working_group()
    site.post("drugi", title="Drugi", aliases=["/artykuly/7/Drugi"], category="Prawo")
    site.report()
    site.write("content/media/plik.txt", "x")
    return site


def messages(site: Site, address: str) -> list[tuple[str, str | None]]:
    """Return (message, suggestion) of what is wrong with a link to an address."""
    site.post("a", f"Zobacz [to](<{address}>).")
    problems = link(Settings(content=site.content, data=site.data)).problems
    return [(one.message, one.suggestion) for one in problems if one.severity == "error"]


@pytest.mark.parametrize(
    "address",
    [
        "/", "/uslugi/", "/uslugi/posrednictwo/", "/uslugi/posrednictwo/#kto", "/uslugi/posrednictwo/rss.xml",
        "/instytucje/pup-bochnia/", "/instytucje/?q=staż", "/instytucje/typ/labour-office/",
        "/powiaty/powiat-bochenski/", "/powiaty/powiat-bochenski/uslugi/posrednictwo/",
        "/powiaty/porownanie/?powiat=1201", "/grupy-robocze/kadry/", "/aktualnosci/2026/drugi/", "/aktualnosci/2026/",
        "/aktualnosci/kategoria/prawo/", "/raporty/raport/", "/artykuly/7/Drugi/", "/rss.xml",
        "/spotkania/kalendarz.ics", "/media/plik.txt", "/kontakt/", "/nowa-sekcja/strona/",
    ],
)  # fmt: skip
def test_right_or_unjudged(world: Site, address: str) -> None:
    """What exists, and what only the built site can tell, is no error."""
    assert messages(world, address) == []


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("/uslugi/posrednictwa/", "/uslugi/posrednictwo/"),
        ("/uslugi/zzz/", None),
        ("/artykuly/7/Drugi", "/artykuly/7/Drugi/"),
        ("/uslugi/posrednictwo", "/uslugi/posrednictwo/"),
        ("/instytucje/pup-bochna/", "/instytucje/pup-bochnia/"),
        ("/powiaty/bochenski/", "/powiaty/powiat-bochenski/"),
        ("/aktualnosci/2026/drogi/", "/aktualnosci/2026/drugi/"),
        ("/aktualnosci/2026/drugi", "/aktualnosci/2026/drugi/"),
        ("/aktualnosci/1999/", None),
        ("/raporty/rapport/", "/raporty/raport/"),
        ("/media/plik.pdf", "/media/plik.txt"),
    ],
)
def test_wrong(world: Site, address: str, near: str | None) -> None:
    """An address that no page has is told with the nearest that one has."""
    assert messages(world, address) == [(f"There is no page at {address}", near)]


def test_place(world: Site) -> None:
    """The place is that of the link in the file."""
    file = world.post("a", "Pierwszy akapit.\n\nZobacz [to](/uslugi/zzz/).")
    found = link(Settings(content=world.content, data=world.data)).problems
    problems = [one for one in found if one.code == "missing-page"]
    assert [(one.path, one.line, one.column) for one in problems] == [(str(file), 8, 13)]


def test_broken_list_is_not_held_against_links(world: Site) -> None:
    """While services.yaml has a mistake, a service that stands in it may be linked to."""
    world.write("data/services.yaml", "- id: [\n")
    assert all("no page" not in message for message, _near in messages(world, "/uslugi/posrednictwo/"))
