"""The preview's server and its watch, in this process: what it answers, and that nothing ends it."""

from __future__ import annotations

import json
import shutil
import socket
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from partnership.language import set_language
from partnership.serving import watch as watching
from partnership.settings import Settings
from tests.support.patience import PATIENCE_SECONDS
from tests.support.preview import Inside
from tests.support.site import Site


@pytest.fixture
def start(site: Site, tmp_path: Path) -> Iterator[Callable[..., Inside]]:
    """Starts the preview of the site with other settings; it is stopped with the test."""
    set_language("en")
    running: list[Inside] = []

    def begin(**other: Any) -> Inside:
        settings = Settings(content=site.content, data=site.data, output=site.output, cache=tmp_path / "cache")
        running.append(Inside(replace(settings, **other)))
        return running[-1]

    yield begin
    for one in running:
        one.stop()


def test_answers(site: Site, start: Callable[..., Inside]) -> None:
    """Pages with the preview's script, files with their types, the site's own 404, a redirect to the slash."""
    site.write("content/media/plik.txt", "Treść")
    site.post("z-plikiem", attachments=[{"file": "../media/plik.txt", "title": "Plik"}])
    run = start()
    with urllib.request.urlopen(run.address("/")) as answer:
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert b"/__preview/preview.js" in answer.read()
    with urllib.request.urlopen(run.address("/aktualnosci")) as answer:
        assert answer.url == run.address("/aktualnosci/")
    with urllib.request.urlopen(urllib.request.Request(run.address("/media/plik.txt"), method="HEAD")) as answer:
        assert (answer.headers["Content-Length"], answer.read()) == ("7", b"")
    status, text = run.get("/nie-ma/")
    assert status == 404 and "/__preview/preview.js" in text
    for name in ("preview.js", "preview-worker.js", "preview.css"):
        assert run.get(f"/__preview/{name}")[0] == 200


def test_where_pages_come_from(site: Site, start: Callable[..., Inside]) -> None:
    """A page names its file and line; one that is made of many names none; one whose file is gone neither."""
    file = site.post("wpis", "Treść.", summary="Krótko.")
    site.institution()
    run = start()

    def origin(address: str) -> str:
        return str(json.loads(run.get(f"/__preview/source?{address}")[1]).get("file", ""))

    assert origin("/aktualnosci/2026/wpis/") == f"{file}:7"
    assert origin("/instytucje/pup-bochnia/") == f"{site.data}/institutions/pup-bochnia.yaml:1"
    assert origin("/uslugi/zwolnienia-monitorowane/").startswith(f"{site.data}/services.yaml:")
    assert origin("/") == ""
    file.write_text("nic", encoding="utf-8")
    assert origin("/aktualnosci/2026/wpis/") == f"{file}:1"
    file.unlink()
    assert origin("/aktualnosci/2026/wpis/") == ""


def test_marks(site: Site, start: Callable[..., Inside]) -> None:
    """Drafts, texts of the future and hidden ones are named with their addresses."""
    site.post("szkic", state="draft")
    site.post("jutro", date="2199-12-24")
    site.post("ukryty", state="hidden")
    run = start(drafts=True)
    run.wait_for("/__preview/state", lambda _status, text: len(json.loads(text)["marks"]) == 3)
    assert json.loads(run.get("/__preview/state")[1])["marks"] == {
        "/aktualnosci/2026/szkic/": {"kind": "draft", "day": ""},
        "/aktualnosci/2199/jutro/": {"kind": "future", "day": "2199-12-24"},
        "/aktualnosci/2026/ukryty/": {"kind": "hidden", "day": ""},
    }


def test_site_below_a_path(start: Callable[..., Inside]) -> None:
    """A site that will stand below a path is previewed below it."""
    run = start(site_url="https://example.org/partnerstwo")
    with urllib.request.urlopen(run.address("/")) as answer:
        assert answer.url == run.address("/partnerstwo/")
    assert run.get("/partnerstwo/aktualnosci/")[0] == 200
    assert run.get("/aktualnosci/")[0] == 404


def test_events_tell_every_build(site: Site, start: Callable[..., Inside]) -> None:
    """Whoever listens gets the state at once and again after each change."""
    run = start()
    with urllib.request.urlopen(run.address("/__preview/events"), timeout=PATIENCE_SECONDS) as events:
        first = json.loads(events.readline().removeprefix(b"data: "))
        assert {"version", "texts", "marks", "problems"} <= first.keys()
        site.post("wpis", date="jutro")
        for line in events:
            if b"jutro" in line:
                break


def test_limit_of_watches_is_survived(
    site: Site, start: Callable[..., Inside], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system watches no more folders, the preview looks by itself."""

    def refuse(*_folders: object, **_options: object) -> object:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "watch_files", refuse)
    monkeypatch.setattr(watching, "TICK_SECONDS", 0.1)
    run = start()
    site.post("wpis", title="Znaleziony")
    run.wait_for("/aktualnosci/2026/wpis/", lambda status, _text: status == 200)
    assert any("Changes cannot be watched" in line for line in run.said)


def test_files_that_come_go_and_move(site: Site, start: Callable[..., Inside]) -> None:
    """New folders, renames and deletions are followed; a page that is gone is a 404; whole folders may be replaced."""
    site.post("a")
    run = start()
    site.markdown("news/nowy/rok/b.md", "Treść.", {"title": "B", "date": "2026-01-15"})
    run.wait_for("/aktualnosci/2026/b/", lambda status, _text: status == 200)
    (site.content / "news" / "nowy" / "rok" / "b.md").rename(site.content / "news" / "nowy" / "rok" / "c.md")
    run.wait_for("/aktualnosci/2026/c/", lambda status, _text: status == 200)
    run.wait_for("/aktualnosci/2026/b/", lambda status, _text: status == 404)
    shutil.rmtree(site.content / "news" / "nowy")
    run.wait_for("/aktualnosci/2026/c/", lambda status, _text: status == 404)
    shutil.rmtree(site.content)
    run.wait_for("/aktualnosci/2026/a/", lambda status, _text: status == 404)
    site.content.mkdir()
    site.post("d", title="Po odtworzeniu")
    run.wait_for("/aktualnosci/2026/d/", lambda status, _text: status == 200)
    site.post("d", title="Poprawiony po odtworzeniu")
    run.wait_for("/aktualnosci/2026/d/", lambda _status, text: "Poprawiony po odtworzeniu" in text)


def test_garbage_does_not_end_it(site: Site, start: Callable[..., Inside]) -> None:
    """Whatever is thrown at the folders and the server, the preview goes on."""
    run = start()
    site.write("content/news/smieci.md", bytes(range(256)) * 50)
    site.write("data/services.yaml", "- {")
    (site.content / "news" / "folder.md").mkdir()
    (site.content / "news" / "petla").symlink_to(site.content / "news")
    for path in (
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%00",
        "/\\",
        "/%ff",
        "/__preview/nic",
        "/" + "a" * 5000,
    ):
        assert run.get(path)[0] in (200, 404), path
    run.wait_for("/__preview/state", lambda _status, text: "smieci.md" in text)
    with socket.create_connection(("127.0.0.1", run.port)) as rude:
        rude.sendall(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        assert b"403" in rude.recv(100)
    shutil.rmtree(site.content / "news")
    site.write_yaml("data/services.yaml", [])
    run.wait_for("/__preview/state", lambda _status, text: json.loads(text)["problems"] == [])
    assert not any("Traceback" in line for line in run.said)
