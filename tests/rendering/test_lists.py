"""Long lists are rendered run by run, and closures say when anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from jinja2 import Environment

from partnership.chunks import NO_CACHE, ChunkCache
from partnership.items.site import make_site
from partnership.pages.directory.directory import DirectoryEntry
from partnership.pages.directory.reach import ways
from partnership.rendering.assets import collect_assets
from partnership.rendering.closures import template_digest, template_digests
from partnership.rendering.environment import LONG, make_environment
from partnership.settings import PROJECT, Settings

ROWS = "layouts/institution-rows.html"
PAGE = f'{{{{ listed("{ROWS}", rows, "list", finder=finder) }}}}'


def entries(count: int, phone: str = "") -> list[DirectoryEntry]:
    """Return so many institutions, the middle one with a phone number."""
    return [
        DirectoryEntry(
            id=f"placowka-{number}",
            name=f"Placówka {number}",
            address=f"/instytucje/placowka-{number}/",
            kind="Urząd",
            place="",
            way=next(iter(ways((phone,) if phone and number == count // 2 else (), (), None)), None),
            confirmed=False,
            alert=False,
        )
        for number in range(count)
    ]


def environment(theme: Path, chunks: ChunkCache = NO_CACHE) -> Environment:
    """Return the environment of a theme."""
    return make_environment(theme, make_site(Settings()), collect_assets(PROJECT / "theme"), None, chunks)


def test_a_long_list_is_as_one_made_at_once(tmp_path: Path) -> None:
    """With parts kept or without, after an edit, and after an edit of the template: as the plain template gives it."""
    theme = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme", theme)
    item = theme / "templates/components/institution-item/institution-item.html"
    for phone, mark in (("", ""), ("14 615 30 01", ""), ("14 615 30 01", "<!-- other -->")):
        if mark:
            item.write_text(item.read_text(encoding="utf-8").replace("</li>", f"{mark}</li>"), encoding="utf-8")
        made, keeping = environment(theme), environment(theme, ChunkCache(tmp_path / "chunks", b"salt"))
        for count in (0, 3, 3 * LONG):
            rows = entries(count, phone)
            for finder in (True, False):
                plain = made.get_template(ROWS).render(rows=rows, finder=finder).removesuffix("\n")
                page = keeping.from_string(PAGE)
                assert page.render(rows=rows, finder=finder) == plain
                assert page.render(rows=rows, finder=finder) == plain
                assert made.from_string(PAGE).render(rows=rows, finder=finder) == plain
                assert plain.count(mark) == count or not mark


def test_one_closure_is_as_among_all(tmp_path: Path) -> None:
    """The digest of one template is that which all templates together give it, one that computes names included."""
    theme = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme/templates", theme / "templates")
    (theme / "templates/pages/computed.html").write_text("{% include name %}", encoding="utf-8")
    everything = template_digests(theme)
    for name in ("pages/finder.html", "pages/list.html", ROWS, "pages/computed.html", "layouts/base.html"):
        assert template_digest(theme, name) == everything[name]


def test_a_page_depends_on_the_rows_that_it_lists(tmp_path: Path) -> None:
    """A template named in ``listed`` is part of the page's closure."""
    theme = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme/templates", theme / "templates")
    before = template_digests(theme)
    with (theme / "templates" / ROWS).open("a", encoding="utf-8") as file:
        file.write("{# other #}")
    after = template_digests(theme)
    changed = {name for name in before if before[name] != after[name]}
    assert {ROWS, "pages/finder.html", "pages/list.html"} <= changed
    assert "pages/county.html" not in changed
