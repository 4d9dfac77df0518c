"""The editor of a published site at a Git host: signing in, what it commits, and what becomes of a text that fails."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from partnership.cli.main import main
from tests.support.bare_repository import BareRepository, Change
from tests.support.commands import PROJECT
from tests.support.editor import source_files
from tests.support.git_host import GITEA, GitHost, git_host
from tests.support.git_host_sign_in import SignIn
from tests.support.hosted_editor import HostedDesk, hosted_desk, place_hosted_editor
from tests.support.patience import PATIENCE_SECONDS
from tests.support.samples import PDF, png
from tests.support.serving import served

pytestmark = [pytest.mark.nightly, pytest.mark.no_cover]

BOCHNIA = "data/institutions/pup-bochnia.yaml"
BRZESKO = "data/institutions/pup-brzesko.yaml"
LARGE = 14_000_000
"""Bytes of a picture that no buffers between browser and host can hold, and that the editor still takes."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, GitHost, Path]]:
    """This site with its editor on the web, the host that keeps its files, and a repository to begin from."""
    folder = tmp_path_factory.mktemp("hosted")
    first = BareRepository(folder / "first.git")
    first.begin(source_files(PROJECT))
    with git_host(first) as host:
        place_hosted_editor(folder / "output", host)
        with served(folder / "output", with_headers=True) as root:
            yield root, host, first.path


@pytest.fixture
def host(published: tuple[str, GitHost, Path], tmp_path: Path) -> GitHost:
    """The host, with a fresh repository and nobody signed in."""
    _root, host, first = published
    host.repository = BareRepository(shutil.copytree(first, tmp_path / "serwis.git"))
    host.sign_in, host.may_write, host.before_commit = SignIn(), True, None
    host.requests.clear()
    host.gone.clear()
    host.begun.clear()
    host.reads.set()
    return host


@pytest.fixture
def desk(browser: Browser, published: tuple[str, GitHost, Path], host: GitHost) -> Iterator[HostedDesk]:
    """The editor in a fresh browser: whatever happens in it, only the site and the host are asked, and nothing more."""
    with hosted_desk(browser, published[0]) as made:
        yield made
        assert made.asked <= {published[0], host.address}
        assert made.forbidden == []


def ask(page: Page) -> Page:
    """Begin to sign in at the host and return the window in which it asks."""
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Zaloguj się przez").click()
    opened.value.wait_for_url("**/login/oauth/authorize**")
    return opened.value


def arrives(page: Page, event: threading.Event) -> bool:
    """Wait for something at the host while the browser goes on working; it stands still while a test only waits."""
    for _round in range(PATIENCE_SECONDS * 10):
        if event.is_set():
            return True
        page.wait_for_timeout(100)
    return False


def close_message(desk: HostedDesk, said: str) -> None:
    """Read what the editor says of a failed save, and close it."""
    message = desk.page.get_by_role("alertdialog")
    expect(message).to_contain_text(said)
    message.get_by_role("button", name="OK").click()
    expect(message).to_be_hidden()


def test_a_wrong_token(desk: HostedDesk, host: GitHost) -> None:
    """It is refused in a plain sentence, and the right one opens the lists; nothing is written meanwhile."""
    before = host.repository.head()
    desk.arrive()
    desk.offer("nie-ten")
    expect(desk.page.get_by_role("alert")).to_contain_text("Podany token jest nieprawidłowy")
    desk.offer("token-redaktora")
    desk.inside()
    assert host.repository.head() == before


def test_signing_in_at_the_host(desk: HostedDesk, host: GitHost) -> None:
    """Denied, closed or granted: each time the editor learns of it; a token that expires is renewed unseen."""
    desk.arrive()
    ask(desk.page).get_by_role("button", name="Cancel").click()
    expect(desk.page.get_by_role("alert")).to_contain_text("Serwer z plikami odmówił logowania")
    ask(desk.page).close()
    expect(desk.page.get_by_role("alert")).to_contain_text("Okno logowania zamknięto przed końcem")
    window = ask(desk.page)
    with window.expect_event("close"):
        window.get_by_role("button", name="Authorize application").click()
    desk.inside()
    desk.open("institutions", "pup-bochnia")
    desk.fill("city", "Bochnia Górna")
    host.sign_in.tokens.clear()
    desk.save()
    assert host.repository.touched() == {BOCHNIA: "M"}
    assert host.repository.log(form="%an <%ae>")[0] == "Ewa Redaktorka <ewa@example.org>"


@pytest.mark.parametrize("version", ["", GITEA], ids=["forgejo", "gitea"])
def test_a_post_comes_changes_and_goes(
    desk: HostedDesk, host: GitHost, version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A post with picture and file is one commit of three files; check and build pass; a change and an end are one."""
    host.version = version or host.version
    desk.sign_in()
    desk.write_post(tmp_path)
    desk.save()
    (post,) = (path for path in host.repository.touched() if path.endswith(".md"))
    media = ("content/media/program-szkolenia.pdf", "content/media/zdjecie-z-targow.png")
    assert host.repository.touched() == dict.fromkeys((*media, post), "A")
    sha = host.repository.sha_of(media[0])
    assert sha is not None and host.repository.read(sha) == PDF
    passes(host.repository, tmp_path, capsys)
    desk.open("news", post.removeprefix("content/news/").removesuffix(".md"))
    shown = desk.page.frame_locator("iframe").first.locator("figure img")
    expect(shown).to_have_js_property("naturalWidth", 12)
    desk.fill("title", "Rekrutacja w Limanowej: trzeci termin")
    desk.save()
    assert host.repository.touched() == {post: "M"}
    desk.open("news", post.removeprefix("content/news/").removesuffix(".md"))
    desk.delete()
    expect(desk.button("Utwórz nowy wpis")).to_be_visible()
    assert host.repository.touched() == {post: "D"}
    assert len(host.repository.log()) == 4


def passes(repository: BareRepository, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Let the check and the build pass over what the branch holds."""
    repository.lay_out(folder / "clone")
    places = ["--content", str(folder / "clone" / "content"), "--data", str(folder / "clone" / "data")]
    capsys.readouterr()
    assert main(["check", *places]) == 0, capsys.readouterr().out
    assert main(["build", *places, "--drafts", "--output", str(folder / "built")]) == 0, capsys.readouterr().err


def test_two_editors_at_once(
    browser: Browser, published: tuple[str, GitHost, Path], desk: HostedDesk, host: GitHost
) -> None:
    """The second is told that the first was quicker, and nothing is overwritten unless they say so."""
    desk.sign_in()
    desk.open("institutions", "pup-bochnia")
    desk.type("city", "Bochnia Górna")
    with hosted_desk(browser, published[0]) as other:
        other.sign_in()
        other.open("institutions", "pup-bochnia")
        other.fill("street", "ul. Wojska Polskiego 5")
        other.save()
    theirs = host.repository.text(BOCHNIA)
    desk.button("Zapisz").click()
    asked = desk.page.get_by_role("dialog").or_(desk.page.get_by_role("alertdialog"))
    expect(asked).to_contain_text("Ktoś zmienił ten wpis")
    asked.get_by_role("button", name="Anuluj").click()
    expect(desk.field("city").locator("input")).to_have_value("Bochnia Górna")
    assert host.repository.text(BOCHNIA) == theirs


def test_two_editors_in_the_same_second(desk: HostedDesk, host: GitHost) -> None:
    """Whoever comes between the look and the commit is not overwritten either: the host refuses, the text stays."""
    desk.sign_in()
    theirs = host.repository.text(BRZESKO) + "# inni\n"

    def others() -> None:
        host.before_commit = None
        host.repository.commit([Change(BRZESKO, theirs.encode())], "Inni")

    host.before_commit = others
    desk.open("institutions", "pup-brzesko")
    desk.type("city", "Brzesko Górne")
    desk.button("Zapisz").click()
    close_message(desk, "Ktoś zmienił ten plik w tej samej chwili")
    expect(desk.field("city").locator("input")).to_have_value("Brzesko Górne")
    desk.button("Zapisz").click()
    expect(desk.page.get_by_text("Zapisz mimo to")).to_be_visible()
    assert host.repository.text(BRZESKO) == theirs


def test_two_new_ones_of_one_name(desk: HostedDesk, host: GitHost) -> None:
    """A new text never takes the place of one that somebody else began under the same title."""
    desk.sign_in()
    desk.new("pages")
    desk.fill("title", "Nabór partnerów")
    desk.fill("summary", "Kto może dołączyć.")
    desk.write("Zapraszamy.")
    path = "content/pages/nabor-partnerow.md"

    def others() -> None:
        host.before_commit = None
        host.repository.commit([Change(path, b"---\ntitle: Inny\n---\n\nInny.\n")], "Inni")

    host.before_commit = others
    desk.button("Zapisz").click()
    close_message(desk, "plik o tej nazwie już jest")
    assert host.repository.text(path).endswith("Inny.\n")


def test_the_network_is_gone(desk: HostedDesk, host: GitHost) -> None:
    """A save without a network says so and keeps the text; it works when the network is back, or after a new start."""
    desk.sign_in()
    before = host.repository.head()
    desk.open("institutions", "pup-bochnia")
    desk.type("city", "Bochnia Górna")
    desk.page.wait_for_timeout(1500)  # drafts are kept a moment after the last key
    desk.page.context.set_offline(True)
    desk.button("Zapisz").click()
    close_message(desk, "Nie ma połączenia z serwerem z plikami")
    desk.page.context.set_offline(False)
    desk.again()
    desk.open("institutions", "pup-bochnia")
    desk.button("Przywróć").click()
    expect(desk.field("city").locator("input")).to_have_value("Bochnia Górna")
    assert host.repository.head() == before
    desk.save()
    assert host.repository.touched() == {BOCHNIA: "M"}


def test_the_right_to_write_is_gone(desk: HostedDesk, host: GitHost) -> None:
    """Without the right, or with a token that was revoked: a plain sentence, and the text waits for the next one."""
    desk.sign_in()
    desk.open("institutions", "pup-bochnia")
    desk.type("city", "Bochnia Górna")
    desk.page.wait_for_timeout(1500)  # drafts are kept a moment after the last key
    host.may_write = False
    desk.button("Zapisz").click()
    close_message(desk, "Poproś opiekuna serwisu o prawo do zapisu")
    host.may_write = True
    host.sign_in.tokens = {"nowy-token"}
    desk.button("Zapisz").click()
    close_message(desk, "token wygasł albo go cofnięto")
    desk.page.goto("about:blank")
    desk.sign_in("nowy-token")
    desk.open("institutions", "pup-bochnia")
    desk.button("Przywróć").click()
    desk.save()
    assert "Bochnia Górna" in host.repository.text(BOCHNIA)


def test_half_an_upload_is_none(desk: HostedDesk, host: GitHost, tmp_path: Path) -> None:
    """A browser that goes away in the middle of sending leaves the repository as it was: all files or none."""
    before = host.repository.head()
    picture = tmp_path / "duze.png"
    picture.write_bytes(png() + b"\0" * LARGE)
    desk.sign_in()
    desk.new("pages")
    desk.fill("title", "Duży obraz")
    desk.fill("summary", "Obraz, który długo się wysyła.")
    desk.write("Zapraszamy.")
    desk.tick("image")
    desk.upload("image.src", picture)
    desk.fill("image.alt", "Zielony kwadrat")
    host.reads.clear()
    desk.button("Zapisz").click()
    assert arrives(desk.page, host.begun)
    assert host.requests[-1] == ("POST", "/api/v1/repos/urzad/serwis/contents")
    context = desk.page.context
    desk.page.close()
    # A closed page's request ends a moment later; it has when the same browser got an answer to another one.
    context.new_page().goto(f"{host.address}/api/v1/version")
    host.reads.set()
    assert host.gone.wait(PATIENCE_SECONDS)
    assert host.repository.head() == before
