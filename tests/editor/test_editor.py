"""The real editor in a real browser, over the files of this site: what it saves passes the check, changes no more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from partnership.catalogue.profile import with_profile
from partnership.cli.main import main
from partnership.settings_file import read_settings
from tests.support.commands import PROJECT
from tests.support.editor import EditorDesk, differing, editor_desk, place_editor_here, source_files
from tests.support.serving import served

pytestmark = [pytest.mark.nightly, pytest.mark.no_cover]

MARK = "Ź"
"""A letter that is added to a text, to be found again."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, Any]]]:
    """This site, built and served with its editor: its address and the editor's configuration."""
    folder = tmp_path_factory.mktemp("editor") / "output"
    assert main(["build", "--output", str(folder)]) == 0
    place_editor_here(folder, with_profile(read_settings()))
    with served(folder) as root:
        yield root, json.loads((folder / "redakcja" / "editor.json").read_bytes())["config"]


@pytest.fixture
def desk(browser: Browser, site: tuple[str, dict[str, Any]]) -> Iterator[EditorDesk]:
    """The editor over a fresh copy of this site's files."""
    with editor_desk(browser, site[0]) as made:
        made.begin(source_files(PROJECT))
        yield made


def lines(before: bytes, after: bytes) -> list[str]:
    """Return the lines in which two texts differ, with their signs."""
    found = unified_diff(before.decode().split("\n"), after.decode().split("\n"), lineterm="", n=0)
    return [line for line in found if re.match(r"[+-](?![+-])|[+-]$", line)]


def lay_out(desk: EditorDesk, folder: Path) -> None:
    """Write the files of the browser's folder to ``folder``, as they would lie on a disk."""
    for path, data in desk.files().items():
        if path.startswith(("content/", "data/")):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def passes(desk: EditorDesk, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Let the check and the build pass over what the editor left."""
    lay_out(desk, folder)
    places = ["--content", str(folder / "content"), "--data", str(folder / "data")]
    capsys.readouterr()
    status = main(["check", *places])
    assert status == 0, capsys.readouterr().out
    assert main(["build", *places, "--drafts", "--output", str(folder / "output")]) == 0, capsys.readouterr().err


def test_every_file_survives(desk: EditorDesk, site: tuple[str, dict[str, Any]]) -> None:
    """Each post, report, meeting, page and record is opened, one word changed and saved: that line alone differs."""
    before = source_files(PROJECT)
    touched = set()
    for collection in site[1]["collections"]:
        if "folder" not in collection:
            continue
        ending = f".{collection['extension']}"
        key = "title" if ending == ".md" else "owner" if collection["name"] in ("partners", "offers") else "name"
        for path in sorted(before):
            entry = path.removeprefix(f"{collection['folder']}/").removesuffix(ending)
            depth = collection.get("path", "{{slug}}").replace("{{year}}", "[0-9]{4}").replace("{{slug}}", "[^/]+")
            if entry == path or not path.endswith(ending) or not re.fullmatch(depth, entry):
                continue
            desk.open(collection["name"], entry)
            place = desk.reach(key).locator("input, textarea").first
            place.fill(place.input_value() + MARK)
            desk.save()
            touched.add(path)
    after = desk.files()
    assert set(differing(before, after)) == touched
    assert len(touched) >= sum(path.endswith(".md") for path in before) * 0.9
    for path in sorted(touched):
        old, new = lines(before[path], after[path])
        assert old.startswith("-") and new.startswith("+") and new.count(MARK) == 1, path
        assert new[1:].replace(MARK, "") == old[1:], path


def test_a_day_of_an_editor(desk: EditorDesk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A post with picture and file, a phone, a cancelled meeting, a translated name: saved, checked, built."""
    before = source_files(PROJECT)
    desk.write_post(tmp_path)
    desk.save()
    desk.open("institutions", "pup-bochnia")
    desk.add("phone")
    desk.fill("phone.0", "12 345 67 89")
    desk.save()
    desk.open("meetings", "forum-inwestycyjne-2011")
    desk.choose("held", "odwołane")
    desk.save()
    desk.open("institutions", "pup-brzesko")
    desk.expand("en")
    desk.fill("en.name", "Labour Office in Brzesko")
    desk.save()
    after = desk.files()
    new = [path for path in differing(before, after) if path not in before]
    assert [path for path in new if path.startswith("content/media/")] == [
        "content/media/program-szkolenia.pdf", "content/media/zdjecie-z-targow.png",
    ]  # fmt: skip
    (post,) = (path for path in new if path.endswith(".md"))
    assert re.fullmatch(r"content/news/[0-9]{4}/rekrutacja-w-limanowej-drugi-termin\.md", post)
    assert lines(before["data/institutions/pup-bochnia.yaml"], after["data/institutions/pup-bochnia.yaml"]) == [
        "+phone:", '+  - "12 345 67 89"',
    ]  # fmt: skip
    meeting = "content/meetings/forum-inwestycyjne-2011.md"
    assert lines(before[meeting], after[meeting]) == ["-held: held", "+held: cancelled"]
    passes(desk, tmp_path / "disk", capsys)


def test_new_ones_of_each_kind(desk: EditorDesk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report, a meeting, a page, an institution, a partner and a group are made, pass the check, and are deleted."""
    before = source_files(PROJECT)
    for kind in ("reports", "meetings", "pages"):
        desk.new(kind)
        desk.fill("title", f"Próba redakcji: {kind}")
        if kind == "meetings":
            desk.fill("starts", "2026-12-10T10:00")
        desk.fill("summary", "Po co to jest, w jednym zdaniu.")
        desk.write("Treść próby.")
        desk.save()
    desk.new("institutions")
    desk.fill("name", "Ośrodek Próbny w Bochni")
    desk.choose("type", "Powiatowy urząd pracy")
    desk.choose("county", "powiat bocheński")
    desk.save()
    desk.new("partners")
    desk.choose("institution", "Ośrodek Próbny w Bochni")
    desk.save()
    desk.new("working-groups")
    desk.fill("name", "Próba grupy")
    desk.fill("question", "Czy to działa?")
    desk.choose("state", "w tworzeniu")
    desk.save()
    made = [path for path in differing(before, desk.files()) if path not in before]
    assert made == [
        "content/meetings/proba-redakcji-meetings.md", "content/pages/proba-redakcji-pages.md",
        "content/reports/proba-redakcji-reports.md", "data/institutions/osrodek-probny-w-bochni.yaml",
        "data/partners/osrodek-probny-w-bochni.yaml", "data/working-groups/proba-grupy.yaml",
    ]  # fmt: skip
    passes(desk, tmp_path / "disk", capsys)
    for path in reversed(made):
        _top, collection, name = path.split("/")
        desk.open(collection, name.split(".")[0])
        desk.delete()
    assert differing(before, desk.files()) == []


BAD = {
    "data/institutions/pup-bochnia.yaml": (b"phon: ['12 345 67 89']\n", "phon"),
    "data/institutions/pup-brzesko.yaml": (b"name: [\n", "YAML"),
    "data/institutions/pup-gorlice.yaml": (b"<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> inne\n", "<<<<<<<"),
    "data/institutions/pup-limanowa.yaml": (b"opening_hours: codziennie\n", "opening_hours"),
}


def test_what_cannot_be_shown_is_left_alone(desk: EditorDesk) -> None:
    """A broken file, an unknown key, marks of a conflict, another shape: said so, and never overwritten."""
    before = source_files(PROJECT)
    broken = {path: before[path] + added for path, (added, _said) in BAD.items()}
    desk.put(broken)
    desk.again()
    for path, (_added, said) in BAD.items():
        desk.open("institutions", Path(path).stem)
        preview = desk.page.frame_locator("iframe").first
        expect(preview.get_by_role("heading", name="⚠ Tego pliku nie da się pokazać jako formularza")).to_be_visible()
        expect(preview.get_by_text(said).first).to_be_visible()
        desk.fill("street", "ul. Nowa 1")
        desk.choose("type", "Powiatowy urząd pracy")
        desk.choose("county", "powiat bocheński")
        desk.button("Zapisz").click()
        expect(desk.refusal).to_contain_text("Zostaje bez zmian")
        desk.again()
    after = desk.files()
    assert {path: after[path] for path in broken} == broken


def test_somebody_else_was_quicker(desk: EditorDesk) -> None:
    """A file that somebody changed on the disk meanwhile is not overwritten; what was typed is kept."""
    path = "data/institutions/pup-bochnia.yaml"
    theirs = source_files(PROJECT)[path].replace(b"Wojska Polskiego 3", b"Wojska Polskiego 5")
    desk.again()
    desk.open("institutions", "pup-bochnia")
    desk.type("city", "Bochnia Górna")
    desk.page.wait_for_timeout(1500)  # drafts are kept a moment after the last key
    desk.put({path: theirs})
    desk.button("Zapisz").click()
    expect(desk.refusal).to_contain_text("Ktoś zmienił ten plik")
    assert desk.files()[path] == theirs
    desk.again()
    desk.open("institutions", "pup-bochnia")
    desk.button("Przywróć").click()
    expect(desk.field("city").locator("input")).to_have_value("Bochnia Górna")
    desk.button("Zapisz").click()
    expect(desk.refusal).to_contain_text("ze starszej wersji")
    assert desk.files()[path] == theirs


def test_comments_stay(desk: EditorDesk) -> None:
    """What stands behind an entry of a list, or between them, stays when an entry is changed, and quotes as well."""
    path = "data/institutions/pup-bochnia.yaml"
    phones = b"phone:\n  - \"12 345 67 89\" # centrala\n  # dla firm\n  - '12 345 67 88'  # pok. 2\n"
    before = source_files(PROJECT)[path] + phones
    desk.put({path: before})
    desk.again()
    desk.open("institutions", "pup-bochnia")
    desk.expand("phone")
    desk.fill("phone.1", "12 345 67 80")
    desk.save()
    assert lines(before, desk.files()[path]) == ["-  - '12 345 67 88'  # pok. 2", "+  - '12 345 67 80'  # pok. 2"]


def test_a_text_outlives_its_page(desk: EditorDesk) -> None:
    """A page that is closed in the middle of a sentence has it still when it is opened again."""
    desk.again()
    desk.new("news")
    desk.type("title", "Tytuł, którego nie wolno zgubić")
    desk.page.wait_for_timeout(1500)  # drafts are kept a moment after the last key
    desk.again()
    desk.new("news")
    desk.button("Przywróć").click()
    expect(desk.field("title").locator("input")).to_have_value("Tytuł, którego nie wolno zgubić")


def test_it_speaks_polish_to_everybody(browser: Browser, site: tuple[str, dict[str, Any]]) -> None:
    """A browser in another language sees the editor in the site's own, and nothing is asked of other servers."""
    with editor_desk(browser, site[0], locale="de-DE") as made:
        made.begin(source_files(PROJECT))
        expect(made.page.get_by_role("button", name="Utwórz nowy wpis", exact=True)).to_be_visible()
