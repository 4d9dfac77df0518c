"""An editor's day, from a clone to a published change and back, with real git, a real remote and a real preview.

It follows docs/redaktor.md: only what the guide says is typed, and what goes wrong is mended by what the screen says.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.support.commands import PROJECT
from tests.support.preview import Serving
from tests.support.project import Desk, make_remote
from tests.support.site import Site

TODAY = "1795608000"
"""25 November 2026, noon UTC: after the newest text of the site."""
TOMORROW = "1795694400"
POST = "content/news/2026/rekrutacja-w-limanowej.md"
PAGE = "aktualnosci/2026/rekrutacja-w-limanowej/index.html"


@pytest.fixture(params=["small", pytest.param("real", marks=pytest.mark.nightly)])
def ewa(request: pytest.FixtureRequest, site: Site, tmp_path: Path) -> Desk:
    """Ewa's clone of the project in the morning of 25 November 2026; at night with all of the site's real content."""
    if request.param == "real":
        shutil.rmtree(site.root)
        for part in ("content", "data"):
            shutil.copytree(PROJECT / part, site.root / part)
    else:
        site.institution()
    site.post("2026/pierwszy", title="Pierwszy wpis", summary="Krótko.")
    desk = Desk(make_remote(tmp_path, site.root), tmp_path / "ewa", "Ewa Redaktorka")
    desk.day = TODAY
    return desk


@pytest.mark.timeout(1200)
def test_editors_day(ewa: Desk, tmp_path: Path) -> None:
    """From the first publication to a broken network: nothing is lost, nothing wrong becomes public."""
    first_publication(ewa)
    new_post_with_picture_and_attachment(ewa)
    preview(ewa)
    draft_and_schedule(ewa)
    correction(ewa)
    unpublication(ewa)
    rollback(ewa)
    two_editors_at_once(ewa, tmp_path)
    broken_network(ewa)


def first_publication(ewa: Desk) -> None:
    """A trial first, then the site is public."""
    trial = ewa.task("publish", "--dry-run")
    assert trial.status == 0, trial.err
    assert trial.out.endswith("To była próba: niczego nie opublikowano.\n")
    assert ewa.public("index.html") is None
    done = ewa.task("publish")
    assert done.status == 0, done.err
    assert re.search(r"Opublikowano \d+ stron", done.out), done.out
    assert ewa.task("publish").out == "Dla czytelników nic się nie zmieniło; niczego nie opublikowano.\n"


def new_post_with_picture_and_attachment(ewa: Desk) -> None:
    """``new`` gives the file; its sample sentences are a warning; a picture and a document go with it."""
    made = ewa.task("new", "post", "Rekrutacja w Limanowej", "--category", "Wydarzenia")
    assert (made.status, made.out) == (0, f"{POST}\n"), made.err
    checked = ewa.task("check")
    assert checked.status == 0
    assert f"{POST}:" in checked.out and "To zdanie jest tylko przykładem" in checked.out
    ewa.git("add", "content")
    ewa.git("commit", "--quiet", "-m", "Too early")
    early = ewa.task("publish")
    assert early.status == 1 and "To zdanie jest tylko przykładem" in early.err
    (ewa.root / "content/media").mkdir(exist_ok=True)
    Image.new("RGB", (1200, 800), "teal").save(ewa.root / "content/media/rekrutacja.jpg")
    ewa.write("content/media/program.txt", "Program\n")
    head, _line, _body = ewa.read(POST).partition("---\nTu pierwszy akapit")
    head = re.sub(r"^# summary:.*$", "summary: Firma szuka 40 osób do nowego zakładu.", head, flags=re.MULTILINE)
    head += (
        "image:\n  src: ../../media/rekrutacja.jpg\n  alt: Ludzie przy stole.\n"
        "attachments:\n  - file: ../../media/program.txt\n    title: Program\n"
    )
    ewa.write(POST, f"{head}---\nFirma szuka ludzi. Pomoże [urząd](/instytucje/pup-bochnia/).\n")
    assert ewa.task("check").status == 0, ewa.task("check").out


def preview(ewa: Desk) -> None:
    """The preview shows the post."""
    run = Serving([], ewa.environment(), ewa.root)
    try:
        status, text = run.get("/aktualnosci/2026/rekrutacja-w-limanowej/")
        assert status == 200 and "Firma szuka ludzi." in text, (status, run.said)
        assert run.get("/media/program.txt")[0] == 200
    finally:
        assert run.end() == 130


def draft_and_schedule(ewa: Desk) -> None:
    """A draft is not public, nor is tomorrow's post until tomorrow, when the scheduled publication brings it."""
    text = ewa.read(POST)
    ewa.write(POST, text.replace("\n---\nFirma", "\nstate: draft\n---\nFirma"))
    ewa.save("Write a draft")
    assert ewa.task("publish").status == 0
    assert ewa.public(PAGE) is None
    ewa.write(POST, text.replace("date: 2026-11-25", "date: 2026-11-26"))
    ewa.save("Schedule the post")
    assert ewa.task("publish").status == 0
    assert ewa.public(PAGE) is None
    ewa.day = TOMORROW
    told = ewa.task("diff", "HEAD~3")
    assert told.status == 0, told.err
    assert "„Rekrutacja w Limanowej”  /aktualnosci/2026/rekrutacja-w-limanowej/" in told.out
    assert ewa.task("publish").status == 0
    page = ewa.public(PAGE) or ""
    assert "Firma szuka ludzi." in page and "Ludzie przy stole." in page
    assert ewa.public("media/program.txt") == "Program\n"


def correction(ewa: Desk) -> None:
    """``diff`` says in plain words what a correction changes; then it is public."""
    ewa.write(POST, ewa.read(POST).replace("Firma szuka ludzi.", "Firma szuka 40 osób."))
    ewa.save("Say how many")
    told = ewa.task("diff", "HEAD~1").out
    assert "było: „Firma szuka ludzi. Pomoże urząd.”, będzie: „Firma szuka 40 osób. Pomoże urząd.”" in told
    assert ewa.task("publish").status == 0
    assert "Firma szuka 40 osób." in (ewa.public(PAGE) or "")


def unpublication(ewa: Desk) -> None:
    """A post is taken back: its address must lead somewhere, its files may go when she says so; messages say how."""
    text = ewa.read(POST)
    ewa.write(POST, text.replace("\n---\nFirma", "\nstate: draft\n---\nFirma"))
    ewa.save("Take the post back")
    refused = ewa.task("publish")
    assert refused.status == 1
    advice = dict(re.findall(r"^(/\S+):1:1: error: .*; (.*)$", refused.err, re.MULTILINE))
    found = [one for one in advice if one.endswith("/")]
    files = [one for one in advice if not one.endswith("/")]
    assert "dopisz go w polu „aliases” pliku, który go zastępuje" in advice["/aktualnosci/2026/rekrutacja-w-limanowej/"]
    other = "content/news/2026/pierwszy.md"
    aliases = f"aliases: [{', '.join(found)}]"
    ewa.write(other, ewa.read(other).replace("\n---\n", f"\n{aliases}\n---\n", 1))
    ewa.save("Lead the old address on")
    assert files == ["/media/program.txt", "/media/rekrutacja.jpg"]
    waiting = ewa.task("publish")
    assert waiting.status == 1
    assert re.findall(r"^(/\S+):1:1: error: ", waiting.err, re.MULTILINE) == files
    drops = [word for one in files for word in re.findall(r"(--drop) (\S+), jeśli", advice[one])]
    assert [address for _option, address in drops] == files
    done = ewa.task("publish", *(word for pair in drops for word in pair))
    assert done.status == 0, done.err
    assert "/aktualnosci/2026/pierwszy/" in (ewa.public(PAGE) or "")
    assert ewa.public("media/program.txt") is None


def rollback(ewa: Desk) -> None:
    """Back to the publication before; the mistake does not return by itself, its correction does."""
    assert ewa.task("publish", "--rollback", "--dry-run").status == 0
    back = ewa.task("publish", "--rollback")
    assert back.status == 0, back.err
    assert back.out.startswith("Wróciła publikacja z ")
    assert "Firma szuka 40 osób." in (ewa.public(PAGE) or "")
    again = ewa.task("publish")
    assert again.status == 1 and "popraw błąd, zapisz poprawkę (git commit) i opublikuj ponownie" in again.err
    ewa.git("revert", "--no-edit", "HEAD", "HEAD~1")
    ewa.git("push", "--quiet")
    done = ewa.task("publish")
    assert done.status == 0, done.err
    assert "Firma szuka 40 osób." in (ewa.public(PAGE) or "")


def two_editors_at_once(ewa: Desk, tmp_path: Path) -> None:
    """Jan publishes while Ewa writes: she is told to bring his work in, and both works are public."""
    jan = Desk(Path(ewa.git("remote", "get-url", "origin")), tmp_path / "jan", "Jan Drugi")
    jan.day = ewa.day
    head = "---\ntitle: Wpis\ndate: 2026-11-25\nsummary: Krótko.\n---\n"
    jan.write("content/news/2026/wpis-jana.md", f"{head}Jan.\n")
    jan.save("Jan's post")
    assert jan.task("publish").status == 0
    ewa.write("content/news/2026/wpis-ewy.md", f"{head}Ewa.\n")
    ewa.git("add", "content")
    ewa.git("commit", "--quiet", "-m", "Ewa's post")
    refused = ewa.task("publish")
    assert refused.status == 1 and "niczego nie nadpisano. Pobierz je poleceniem git pull --rebase" in refused.err
    ewa.git("pull", "--quiet", "--rebase")
    ewa.git("push", "--quiet")
    assert ewa.task("publish").status == 0
    for name in ("jana", "ewy"):
        assert ewa.public(f"aktualnosci/2026/wpis-{name}/index.html") is not None


def broken_network(ewa: Desk) -> None:
    """The connection is gone: one sentence, nothing changed; it comes back, and the work is published."""
    ewa.write(POST, ewa.read(POST).replace("40 osób", "50 osób"))
    ewa.save("Fifty")
    address = ewa.git("remote", "get-url", "origin")
    ewa.git("remote", "set-url", "origin", "http://127.0.0.1:9/nie-ma.git")
    broken = ewa.task("publish")
    assert broken.status == 1
    told = broken.err.splitlines()
    assert any(one.startswith("Błąd: Nie udało się zapytać serwera „origin”, co jest opublikowane") for one in told)
    ewa.git("remote", "set-url", "origin", address)
    assert "Firma szuka 40 osób." in (ewa.public(PAGE) or "")
    assert ewa.task("publish").status == 0
    assert "Firma szuka 50 osób." in (ewa.public(PAGE) or "")
    assert ewa.git("status", "--porcelain") == ""
