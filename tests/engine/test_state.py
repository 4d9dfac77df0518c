"""The state survives as changes of its base, and words of texts stay where they lie; damage means less memory only."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from partnership.engine.entry import build
from partnership.engine.file_stats import FRESH_NS
from partnership.engine.session import Session
from partnership.engine.state import State, load_state
from partnership.prose.result import BodyMissing, unseal
from partnership.settings import Settings
from tests.engine.test_incremental import FAIRS, clean_build, tree
from tests.support.site import Site


@pytest.fixture
def arranged(site: Site, tmp_path: Path) -> Settings:
    """Build a small site with many posts once, so that one edit changes little of the state."""
    for number in range(30):
        site.post(f"p{number}", f"Treść {number}.\n\nDalszy ciąg.", title=f"Wpis {number}")
    settings = Settings(
        content=site.content, data=site.data, output=site.output, cache=tmp_path / "cache",
        build_date=date(2026, 6, 1), commit="0" * 40, areas=("pages.news.posts", "pages.news.archive"),
    )  # fmt: skip
    build(settings)
    return settings


def kept(settings: Settings, ending: str) -> Path:
    """Return the one file of the build's cache with an ending."""
    (path,) = (settings.cache / "build").glob(f"*.{ending}")
    return path


def state_of(settings: Settings) -> State:
    """Return what the next build would remember."""
    loaded = load_state(settings.cache / "build", settings.output)
    assert loaded is not None
    return loaded[0]


def write_on(site: Site, name: str) -> None:
    """Add a sentence to a post."""
    path = site.content / "news" / f"{name}.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nI zdanie.\n", encoding="utf-8")


def test_an_edit_is_kept_as_changes(site: Site, arranged: Settings) -> None:
    """After one edit the file of the state is as it was, and a small one beside it holds what changed."""
    base = kept(arranged, "state").read_bytes()
    write_on(site, "p3")
    build(arranged)
    assert kept(arranged, "state").read_bytes() == base
    assert kept(arranged, "changes").stat().st_size < len(base) / 4
    assert state_of(arranged).library.documents["news"]["news/p3.md"].digest


def test_changes_tell_what_is_gone(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state from its base and its changes is the state that was kept, without what was deleted."""
    monkeypatch.setattr("partnership.engine.state.MOST_CHANGES", 1.0)
    base = kept(arranged, "state").read_bytes()
    (site.content / "news" / "p4.md").unlink()
    site.post("neu", title="Nowy")
    session = Session()
    build(arranged, session=session)
    session.keep()
    assert kept(arranged, "state").read_bytes() == base
    state = state_of(arranged)
    assert session.state is not None
    assert state.made == session.state.made
    assert state.areas == session.state.areas
    assert set(state.library.documents["news"]) == set(session.state.library.documents["news"])
    assert "news/p4.md" not in state.library.documents["news"]


def test_changes_outlive_a_kind(site: Site, arranged: Settings) -> None:
    """A kind of the site's own may go while the state lies there as changes: its documents are left out."""
    site.write("content/job-fairs/a.md", "---\ntitle: Targi\ndate: 2026-05-01\n---\nTreść.\n")
    declared = replace(arranged, own_kinds=(FAIRS,))
    build(declared)
    write_on(site, "p3")
    build(declared)
    assert kept(arranged, "changes").exists()
    assert "job-fairs" not in state_of(arranged).library.documents
    build(arranged)
    assert tree(arranged.output) == clean_build(arranged)


@pytest.mark.parametrize("ending", ["changes", "state", "texts", "sources"])
def test_a_lost_or_older_file_is_no_danger(site: Site, arranged: Settings, ending: str) -> None:
    """Without one of the files, or with one from before, the next build gives what a clean one gives."""
    before = {path: path.read_bytes() for path in (arranged.cache / "build").iterdir()}
    write_on(site, "p3")
    time.sleep(FRESH_NS / 1e9 + 0.02)  # so that this build is remembered
    build(arranged)
    older = [content for path, content in before.items() if path.suffix == f".{ending}"]
    path = kept(arranged, ending)
    if older:
        path.write_bytes(older[0])
    else:
        path.unlink()
    write_on(site, "p5")
    write_on(site, "p3")
    build(arranged)
    assert tree(arranged.output) == clean_build(arranged)


def test_words_stay_in_their_file(site: Site, arranged: Settings) -> None:
    """An edit appends the new words; what a state knows of the others is read from where they lie."""
    before = kept(arranged, "texts").read_bytes()
    write_on(site, "p7")
    build(arranged)
    assert kept(arranged, "texts").read_bytes().startswith(before)
    body = state_of(arranged).library.documents["news"]["news/p7.md"].records[0].body
    assert "zdanie.</p>" in "".join(unseal(body).pieces)


def test_damaged_words_are_lost(arranged: Settings) -> None:
    """Words whose bytes are not what was kept are never shown."""
    texts = kept(arranged, "texts")
    body = state_of(arranged).library.documents["news"]["news/p7.md"].records[0].body
    texts.write_bytes(texts.read_bytes().replace("Treść 7".encode(), "Treść 8".encode()))
    with pytest.raises(BodyMissing):
        assert unseal(body).pieces


def test_file_of_texts_does_not_grow_for_ever(site: Site, arranged: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """When more lies there than is needed, it is written anew, and the state with it."""
    monkeypatch.setattr("partnership.engine.body_store.SPARE_BYTES", 0)
    size = kept(arranged, "texts").stat().st_size
    for _time in range(40):
        for name in ("p1", "p2", "p3"):
            write_on(site, name)
        build(arranged)
    assert kept(arranged, "texts").stat().st_size < 6 * size
    assert tree(arranged.output) == clean_build(arranged)
