"""A text that is being written: its page at once, the same bytes as of the whole build, and only where that is safe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from partnership.engine.entry import build
from partnership.engine.quick import show_quickly, warm
from partnership.engine.session import Session
from partnership.settings import Settings
from tests.support.site import Site

PAGE = "aktualnosci/2026/a/index.html"


@pytest.fixture
def arranged(site: Site, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a small site with one post."""
    site.post("a", "Pierwsze słowa.\n\n## Dalej\n\nTekst [tam](b.md).", title="Wpis")
    site.post("b", "Inny.", title="Inny")
    yield Settings(
        content=site.content, data=site.data, output=site.output, cache=tmp_path / "cache",
        build_date=date(2026, 6, 1), commit="0" * 40,
    )  # fmt: skip


def edit(site: Site, old: str, new: str) -> Path:
    """Change a word of the post and return its file."""
    path = site.content / "news" / "a.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return path


def test_page_at_once_and_the_same_as_of_the_whole_build(site: Site, arranged: Settings) -> None:
    """New words are on disk before anything else is built; the build that follows finds the page as it should be."""
    session = Session()
    build(arranged, session=session)
    warm(session)
    path = edit(site, "Pierwsze", "Drugie")
    assert show_quickly(session, arranged, path) == ["/aktualnosci/2026/a/"]
    quick = (site.output / PAGE).read_bytes()
    assert "Drugie słowa" in quick.decode()
    built = build(arranged, session=session)
    assert (site.output / PAGE).read_bytes() == quick
    assert "same result" in built.reasons[PAGE] or "to samo" in built.reasons[PAGE]
    session.keep()
    assert build(arranged).written == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [("title: Wpis", "title: Nowy"), ("b.md", "brak.md"), ("## Dalej", "## Potem"), ("---\n", "--\n"), ("Tekst", "#")],
)
def test_whatever_could_be_wrong_waits_for_the_build(site: Site, arranged: Settings, old: str, new: str) -> None:
    """A new head, link or heading, and a broken file change nothing before they are checked."""
    session = Session()
    build(arranged, session=session)
    before = (site.output / PAGE).read_bytes()
    assert show_quickly(session, arranged, edit(site, old, new)) == []
    assert (site.output / PAGE).read_bytes() == before


def test_without_a_build_or_with_other_settings_nothing_is_shown(site: Site, arranged: Settings) -> None:
    """Only the site that was built last is written to."""
    session = Session()
    path = edit(site, "Pierwsze", "Drugie")
    assert show_quickly(session, arranged, path) == []
    build(arranged, session=session)
    path = edit(site, "Drugie", "Trzecie")
    assert show_quickly(session, replace(arranged, page_length=3), path) == []
    assert show_quickly(session, arranged, site.data / "counties.yaml") == []


def test_session_and_cache_build_the_same(site: Site, arranged: Settings, tmp_path: Path) -> None:
    """A build from memory and one from nothing make the same site."""
    session = Session()
    build(arranged, session=session)
    site.post("c", "Nowy.", title="Nowy", category="Prawo")
    build(arranged, session=session)
    clean = replace(arranged, output=tmp_path / "clean" / "output", cache=tmp_path / "clean-cache")
    build(clean)

    def tree(folder: Path) -> dict[str, bytes]:
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    assert tree(site.output) == tree(clean.output)
