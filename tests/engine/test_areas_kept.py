"""An area that read nothing of what changed is not planned again, and the site still is what a clean build gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from partnership.engine.clashes import in_the_way
from partnership.engine.entry import build
from partnership.engine.plan import unlisted
from partnership.items.item import Item, Page, Publication
from partnership.publications.sitemap import plan_sitemap
from partnership.settings import Settings
from tests.engine.test_body_edits import arranged, planned_again
from tests.engine.test_incremental import clean_build, tree
from tests.support.site import INSTITUTION_TYPES, Site

__all__ = ["arranged"]

OF_TEXTS = {"pages.news.posts", "pages.news.archive", "publications.feeds", "pages.general.channels"}
OF_LISTS = {"pages.directory.finder_page", "pages.services.services", "pages.counties.county", "pages.general.home"}
OF_INSTITUTIONS = {"publications.finder_index", "publications.search.index"}
PAGES = "pages.directory.institutions"


def view() -> None:
    """Stand for any view."""


def test_what_only_its_page_tells_of_an_institution(
    site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After another description one page, no text, list or feed is planned; another name may be told anywhere."""
    site.institution("druga", name="Druga", replaced_by="pup-bochnia", status="withdrawn")
    build(arranged)
    site.institution(description="Doradza firmom.")
    names = set(planned_again(arranged, monkeypatch))
    assert names >= OF_INSTITUTIONS and not names & {PAGES, *OF_TEXTS, *OF_LISTS}
    assert "Doradza firmom" in site.read("/instytucje/pup-bochnia/")
    site.institution(description="Doradza firmom.", name="Inna nazwa")
    assert {"publications.feeds", PAGES, *OF_LISTS, *OF_INSTITUTIONS} <= set(planned_again(arranged, monkeypatch))
    assert "Inna nazwa" in site.read("/instytucje/druga/")
    assert "pages.counties.counties" not in planned_again(arranged, monkeypatch)


def test_one_more_and_one_less(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """An institution that comes, is withdrawn or goes; its county's map of figures has nothing to do with it."""
    for status in ("active", "withdrawn"):
        site.institution("nowa", name="Nowa", status=status, short_name="N")
        names = planned_again(arranged, monkeypatch)
        assert "publications.feeds" in names and "pages.counties.counties" not in names
    (site.data / "institutions" / "nowa.yaml").unlink()
    assert "pages.directory.institutions" in planned_again(arranged, monkeypatch)


def test_a_text_leaves_records_alone(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new post is no matter of what reads records alone."""
    site.post("c", "Nowy.", title="Wpis C")
    names = set(planned_again(arranged, monkeypatch))
    assert names >= OF_TEXTS and not names & {"pages.counties.counties", "publications.finder_index"}


def test_a_file_that_a_record_names(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beside a text becomes public when a description names it, and nobody else does."""
    site.write("content/media/ulotka.pdf", b"%PDF-1.4\n%%EOF\n")
    build(arranged)
    assert not list(arranged.output.rglob("ulotka*"))
    site.institution(description="Ma [ulotkę](/media/ulotka.pdf).")
    assert "publications.pictures" in planned_again(arranged, monkeypatch)
    assert list(arranged.output.rglob("ulotka*"))


def test_an_old_address_comes_back(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a list goes with the last institution of its type, the old address that gave way to it leads on again."""
    address = "/instytucje/typ/centrum/"
    types = [*INSTITUTION_TYPES, {"id": "centrum", "name": "Centrum", "plural": "Centra"}]
    site.write_yaml("data/institution-types.yaml", types)
    site.post("c", "Nowy.", title="Wpis C", aliases=[address])
    planned_again(arranged, monkeypatch)
    assert "/aktualnosci/" in site.read(address)
    site.institution("druga", name="Druga", type="centrum")
    planned_again(arranged, monkeypatch)
    assert "Druga" in site.read(address)
    (site.data / "institutions" / "druga.yaml").unlink()
    planned_again(arranged, monkeypatch)
    assert "/aktualnosci/" in site.read(address)


def test_a_lost_file_is_made_again(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """An area of which a file is gone is planned, whatever it read."""
    (arranged.output / "kanaly" / "index.html").unlink(missing_ok=True)
    next(arranged.output.glob("aktualnosci/**/a/index.html")).unlink()
    site.institution(description="Doradza firmom.")
    assert "pages.news.posts" in planned_again(arranged, monkeypatch)


def test_other_surroundings(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """On another day all areas are planned, even those that read nothing."""
    site.institution(description="Doradza firmom.")
    later = replace(arranged, build_date=arranged.build_date.replace(day=2))
    assert set(planned_again(later, monkeypatch)) >= OF_TEXTS


def test_what_stands_in_the_way_of_what_is_kept() -> None:
    """Equal addresses, a file above a folder or below one, an old address at a file or below it."""
    kept = ["/a/", "/b", "/c/d/"]

    def clash(*items: Item) -> bool:
        return in_the_way(kept, items)

    def old(address: str) -> Item:
        return Page(address, "pages/redirect.html", view, ())

    assert not clash(Page("/e/", "pages/document.html", view, ()), old("/e/f/"), Publication("/c/x.xml", bytes, ()))
    assert clash(Page("/a/", "pages/document.html", view, ()))
    assert clash(Publication("/b/x.xml", bytes, ()))
    assert clash(Publication("/c", bytes, ()))
    assert clash(old("/b/"))
    assert clash(old("/a/"))


def test_what_is_not_listed() -> None:
    """Redirects and pages that nobody is meant to find, and a file at a page's address."""
    page, file = Page("/a/", "pages/document.html", view, ()), Publication("/b", bytes, ())
    assert unlisted([]) == unlisted([page, file]) == ()
    assert unlisted([page, Page("/c/", "pages/redirect.html", view, ())]) == ("/c/",)
    assert unlisted([Page("/404.html", "pages/404.html", view, ())]) == ("/404.html",)
    assert unlisted([Publication("/c/", bytes, ())]) == ("/c/",)


def test_the_sitemap_is_kept_with_its_addresses(
    site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is planned where an address or a day is another, and left where neither can be."""
    planned: list[str] = []

    def noting(*given: Any) -> Iterator[Item]:
        planned.append("sitemap")
        return plan_sitemap(*given)

    def is_planned() -> bool:
        planned.clear()
        with monkeypatch.context() as patch:
            patch.setattr("partnership.engine.plan.plan_sitemap", noting)
            build(arranged)
        assert tree(arranged.output) == clean_build(arranged)
        return planned != []

    site.institution(description="Doradza firmom.")
    assert not is_planned()
    site.institution(description="Doradza firmom.", verified="2026-05-01")
    assert is_planned()
    site.institution("druga", name="Druga", city="Dolina")
    assert is_planned()
    site.institution("druga", name="Druga", city="Dolina", status="withdrawn")
    assert is_planned()
