"""The plan: one item for each address; where something lives, no old address stands in its way."""

from __future__ import annotations

from collections.abc import Callable

from partnership.engine.clashes import clashes
from partnership.engine.plan import without_needless_redirects
from partnership.items.item import Item, Page, Publication
from tests.support.commands import Outcome
from tests.support.site import Site

Call = Callable[..., Outcome]


def view() -> None:
    """Stand for any view."""


def test_redirects_give_way() -> None:
    """At a living address, and below the address of a file, a redirect is left out."""
    living: list[Item] = [Page("/a/", "pages/document.html", view, ()), Publication("/rss.xml", bytes, ())]
    needed = Page("/b/", "pages/redirect.html", view, ())
    needless = [Page(address, "pages/redirect.html", view, ()) for address in ("/a/", "/rss.xml/", "/rss.xml/x/")]
    assert without_needless_redirects([*living, needed, *needless]) == [*living, needed]


def test_two_items_at_one_address() -> None:
    """What no check of single records could see is found in the plan: equal addresses, and files above folders."""
    page, file = Page("/a/", "pages/document.html", view, ()), Publication("/b", bytes, ())
    assert clashes([page], [file]) == []
    assert clashes([page, page_again := Page("/a/", "pages/report.html", view, ())], []) == [(page_again, page)]
    assert clashes([same := Publication("/a/index.html", bytes, ())], [page]) == [(same, page)]
    assert clashes([below := Publication("/b/c.txt", bytes, ())], [file]) == [(below, file)]


def test_old_addresses_clash_with_files_only() -> None:
    """They give way to pages and to feeds of lists, which come and go; a file of the theme is always there."""
    living: list[Item] = [Page("/a/", "pages/document.html", view, ()), Publication("/a/rss.xml", bytes, ())]
    static: list[Item] = [Publication("/sw.js", bytes, ())]
    old = [Page(one, "pages/redirect.html", view, ()) for one in ("/a/", "/a/rss.xml/", "/c/", "/sw.js/", "/sw.js/x/")]
    assert clashes([*living, *old], static) == [(old[3], static[0]), (old[4], static[0])]


def test_draft_may_hand_its_address_on(call: Call, site: Site) -> None:
    """A text that is taken back leads elsewhere by another's alias; with drafts shown, the draft itself is there."""
    site.post("a", title="Cofnięty", state="draft")
    site.post("b", title="Inny", aliases=["/aktualnosci/2026/a/"])
    assert call("build", *site.build_options).status == 0
    assert "/aktualnosci/2026/b/" in site.read("/aktualnosci/2026/a/")
    assert call("build", "--drafts", *site.build_options).status == 0
    assert "Cofnięty" in site.read("/aktualnosci/2026/a/")
