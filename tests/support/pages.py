"""Pages of a small site, planned and rendered in this process: the view for facts, the HTML for what a reader sees."""

from __future__ import annotations

import re
from datetime import date
from importlib import import_module
from itertools import pairwise
from typing import Any

from lxml import html as lxml_html
from msgspec.structs import replace

from partnership.catalogue.addresses import standing_in
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.linking import link
from partnership.catalogue.profile import with_profile
from partnership.engine.trees import in_language
from partnership.items.item import Item, Page
from partnership.items.site import make_sites
from partnership.language import set_language
from partnership.rendering.assets import collect_assets
from partnership.rendering.environment import Renderer
from partnership.settings import Settings
from tests.support.publications import LICENCE
from tests.support.site import Site

NAMED = re.compile(
    "a|area|article|aside|button|dialog|fieldset|figure|footer|form|header|iframe|img|input|main|nav|search|section"
    "|select|summary|table|td|textarea|th"
)
"""Elements that have a role by themselves, so that a name of theirs is told."""

BUILD_DATE = date(2026, 2, 1)
"""The day on which the small sites of these tests are built."""


class Planned:
    """The pages that one module plans for a site."""

    def __init__(self, site: Site, module: str, **settings: Any) -> None:
        """Link ``site`` without any error and plan ``partnership.pages.MODULE``; keywords are settings."""
        set_language("pl")
        self._templates = site.root.parent / "templates"
        self.settings = replace(
            Settings(
                content=site.content, data=site.data, output=site.output, build_date=BUILD_DATE, data_licence=LICENCE
            ),
            **settings,
        )
        self.settings = with_profile(self.settings)
        linked = link(self.settings)
        assert not linked.problems.errors, [one.as_text() for one in linked.problems]
        self.catalogue: Catalogue = linked.catalogue
        with standing_in(self.catalogue.table):
            planned = import_module(f"partnership.pages.{module}").plan(self.catalogue, self.settings)
            items: list[Item] = list(in_language(planned, self.catalogue))
        self.pages = {item.address: item for item in items if isinstance(item, Page)}
        assert len({item.address for item in items}) == len(items), "an address is planned twice"

    def __contains__(self, address: str) -> bool:
        return address in self.pages

    def view(self, address: str) -> Any:
        """Return the view of a page."""
        page = self.pages[address]
        with standing_in(self.catalogue.table):
            return page.view(*page.inputs)

    def html(self, address: str) -> str:
        """Return the HTML of a page."""
        theme = self.settings.theme
        renderer = Renderer(theme, make_sites(self.settings), collect_assets(theme), self._templates)
        with standing_in(self.catalogue.table):
            return renderer.render(self.pages[address]).decode()

    def tree(self, address: str) -> Any:
        """Return the parsed HTML of a page, after checking what holds for every page: see :func:`check_page`."""
        root = lxml_html.document_fromstring(self.html(address))
        check_page(root)
        return root


def check_page(root: Any) -> None:
    """Check one h1, no level of heading skipped in the main part, unique ids, named links, and the regions."""
    assert len(root.xpath("//h1")) == 1
    levels = [int(one.tag[1]) for one in root.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    for before, after in pairwise(levels):
        assert after <= before + 1, levels
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids)), sorted(one for one in ids if ids.count(one) > 1)
    for name in root.xpath("//@aria-labelledby"):
        assert all(one in ids for one in name.split()), name
    assert all(text_of(one) or one.get("aria-label") for one in root.xpath("//a"))
    assert not root.xpath("//*[@style]")
    check_regions(root)


def check_regions(root: Any) -> None:
    """Check that names stand where browsers tell them, and that no two regions of one kind have the same name.

    Readers of a screen walk a page from region to region by kind and name; a name on an element without a role of its
    own, such as a list, is told by some browsers and not by others.
    """
    for one in root.xpath("//*[@aria-label or @aria-labelledby]"):
        assert NAMED.fullmatch(one.tag) or one.get("role") or one.get("tabindex"), f"<{one.tag}> has a name and no role"
    regions = [
        (one.get("role") or one.tag, region_name(root, one))
        for one in root.xpath("//nav | //aside | //form | //section | //*[@role='search' or @role='region']")
    ]
    told = [(kind, name) for kind, name in regions if name or kind in ("nav", "aside")]
    assert len(told) == len(set(told)), sorted(one for one in set(told) if told.count(one) > 1)


def region_name(root: Any, region: Any) -> str:
    """Return the name by which a region is told, or nothing."""
    titles = [text_of(root.get_element_by_id(one)) for one in region.get("aria-labelledby", "").split()]
    return " ".join(titles) or str(region.get("aria-label", ""))


def text_of(node: Any) -> str:
    """Return an element's text on one line, no-break spaces as spaces."""
    return " ".join(str(node.text_content()).replace("\u00a0", " ").split())


def texts(root: Any, path: str) -> list[str]:
    """Return the text of every element at an XPath."""
    return [text_of(one) for one in root.xpath(path)]
