"""Edits of nothing but words leave most areas be, and still give what a clean build gives."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from partnership.catalogue.catalogue_reader import CatalogueReader
from partnership.catalogue.localised import Catalogues
from partnership.chunks import ChunkCache
from partnership.engine.entry import build
from partnership.engine.plan import GivenByPlanner, planned_area
from partnership.engine.session import Session
from partnership.engine.state import State, load_state
from partnership.settings import Settings
from tests.engine.test_incremental import clean_build, tree
from tests.support.site import Site


@pytest.fixture
def arranged(site: Site, tmp_path: Path) -> Settings:
    """Build a small site with all areas once."""
    site.institution()
    site.post(
        "a", "Pierwszy akapit.\n\n## Dalej\n\nDrugi.", title="Wpis A", category="Prawo", tags=["urlop"], summary="S"
    )
    site.post("b", "Inny akapit.", title="Wpis B", related=["a.md"])
    site.write("content/reports/r.md", "---\ntitle: Raport\ndate: 2026-01-02\n---\nWstęp.\n\nWnioski.\n")
    settings = Settings(
        content=site.content, data=site.data, output=site.output, cache=tmp_path / "cache",
        build_date=date(2026, 6, 1), commit="0" * 40,
    )  # fmt: skip
    build(settings)
    return settings


def state_of(settings: Settings) -> State:
    """Return what the last build remembers."""
    loaded = load_state(settings.cache / "build", settings.output)
    assert loaded is not None
    return loaded[0]


def change(site: Site, path: str, old: str, new: str) -> None:
    """Change words of a file of the content."""
    file = site.content / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def planned_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Build, check against a clean build, and return the names of the areas that were planned."""
    names: list[str] = []

    def noting(
        name: str, catalogues: Catalogues, chunks: ChunkCache, reader: CatalogueReader | None
    ) -> AbstractContextManager[GivenByPlanner]:
        names.append(name.partition("/")[2])
        return planned_area(name, catalogues, chunks, reader)

    with monkeypatch.context() as patch:
        patch.setattr("partnership.engine.planning.planned_area", noting)
        build(settings)
    assert tree(settings.output) == clean_build(settings)
    return names


def test_areas_without_texts_are_left(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of words, areas that show texts are planned; of posts the one alone, of institutions nothing."""
    change(site, "news/a.md", "Drugi.", "Drugi, dłuższy.")
    names = planned_again(arranged, monkeypatch)
    assert "publications.feeds" in names
    assert not {
        "pages.news.posts",
        "pages.directory.institutions",
        "pages.counties.county",
        "pages.news.archive",
        "publications.sitemap",
    } & set(names)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("news/a.md", "Wpis A", "Nowy tytuł"),
        ("news/a.md", "## Dalej", "## Później"),
        ("news/a.md", "Drugi.", "Drugi, [z łączem](b.md)."),
        ("news/a.md", "Prawo", "Rynek"),
    ],
)
def test_anything_else_is_planned_whole(
    site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch, path: str, old: str, new: str
) -> None:
    """A title, a heading, a link or a label may show elsewhere."""
    change(site, path, old, new)
    assert "pages.counties.county" in planned_again(arranged, monkeypatch)


def test_first_paragraph(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists show the first paragraph of a text without a summary, and only for that they are planned again."""
    change(site, "news/b.md", "Inny akapit.", "Inny akapit, zmieniony.")
    names = planned_again(arranged, monkeypatch)
    assert "pages.news.archive" in names and "pages.counties.county" not in names
    change(site, "news/b.md", "zmieniony.", "zmieniony.\n\nI dalszy.")
    assert "pages.news.archive" not in planned_again(arranged, monkeypatch)
    change(site, "news/a.md", "Pierwszy akapit.", "Pierwszy akapit, zmieniony.")
    assert "pages.news.archive" not in planned_again(arranged, monkeypatch)


def test_other_changes_beside_words_are_seen(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words and a record, words and the clock, words and a lost file of the output: nothing is overlooked."""
    change(site, "reports/r.md", "Wnioski.", "Wnioski dwa.")
    site.institution("drugi", name="Drugi urząd")
    assert "pages.directory.institutions" in planned_again(arranged, monkeypatch)
    change(site, "reports/r.md", "Wnioski dwa.", "Wnioski trzy.")
    later = replace(arranged, build_date=date(2026, 7, 1))
    assert "pages.counties.county" in planned_again(later, monkeypatch)
    change(site, "reports/r.md", "Wnioski trzy.", "Wnioski cztery.")
    (arranged.output / "powiaty" / "index.html").write_text("obce", encoding="utf-8")
    assert "pages.counties.county" in planned_again(later, monkeypatch)


def test_what_areas_look_at_is_remembered(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which areas show words is the same after a build that left some be as after one that planned all."""
    before = state_of(arranged).areas
    change(site, "news/b.md", "Inny akapit.", "Inny akapit.\n\nI drugi.")
    planned_again(arranged, monkeypatch)
    change(site, "news/b.md", "I drugi.", "I trzeci.")
    planned_again(arranged, monkeypatch)
    after = state_of(arranged).areas
    assert {name: area.own_words for name, area in after.items()} == {
        name: area.own_words for name, area in before.items()
    }
    assert {name for name, area in after.items() if area.words} == {name for name, area in before.items() if area.words}
    assert before["pl/pages.news.posts"].own_words and not before["pl/publications.feeds"].own_words
    assert before["pl/pages.news.reports"].words and not before["pl/pages.counties.county"].words


def test_texts_with_the_same_words(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two texts with the same words are told apart: after the one, the other is still known to be shown."""
    site.post("c", "Te same słowa.\n\nDalej.", title="C")
    site.post("d", "Te same słowa.\n\nDalej.", title="D")
    planned_again(arranged, monkeypatch)
    for name in ("c", "d", "c"):
        change(site, f"news/{name}.md", "Dalej.", "Dalej. Dalej.")
        assert "publications.feeds" in planned_again(arranged, monkeypatch)


def test_text_that_an_area_does_not_show(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """An area that shows the words of some texts is left when those of another change."""
    change(site, "reports/r.md", "Wnioski.", "Wnioski dwa.")
    names = planned_again(arranged, monkeypatch)
    assert "pages.news.reports" in names
    assert "pages.general.content_pages" not in names and "pages.news.posts" not in names


def test_preview_plans_everything(site: Site, arranged: Settings) -> None:
    """A preview's memory holds the pages of all areas, so that each can be shown at once."""
    change(site, "news/a.md", "Drugi.", "Drugi, dłuższy.")
    session = Session(whole=True)
    build(arranged, session=session)
    assert any(item.address == "/powiaty/" for item in session.items)


def test_lost_words_are_a_clean_build(site: Site, arranged: Settings) -> None:
    """Where the file of texts is damaged, a build that needs one of them starts from nothing, and is right."""
    (texts,) = (arranged.cache / "build").glob("*.texts")
    texts.write_bytes(b"x" * texts.stat().st_size)
    theme = site.root / "theme"
    shutil.copytree(arranged.theme, theme)
    page = theme / "templates/pages/document.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- inny -->", encoding="utf-8")
    changed = replace(arranged, theme=theme)
    built = build(changed)
    assert built.rendered == built.pages
    assert tree(arranged.output) == clean_build(changed)
