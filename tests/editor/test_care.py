"""What the editor does for a text that could be lost or be refused later: it asks, keeps, mends or says what lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, expect

from partnership.catalogue.profile import with_profile
from partnership.settings_file import read_settings
from tests.support.commands import PROJECT
from tests.support.editor import EditorDesk, differing, editor_desk, place_editor_here, source_files
from tests.support.samples import png
from tests.support.serving import served

pytestmark = [pytest.mark.nightly, pytest.mark.no_cover]

BOCHNIA = "data/institutions/pup-bochnia.yaml"
TRANSLATED = b"en:\n  name: Labour Office in Bochnia\n  short_name: LO Bochnia\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of this site's editor; of the site itself nothing is needed but its styles."""
    folder = tmp_path_factory.mktemp("editor") / "output"
    folder.mkdir()
    place_editor_here(folder, with_profile(read_settings()))
    with served(folder) as root:
        yield root


@pytest.fixture
def desk(browser: Browser, site: str) -> Iterator[EditorDesk]:
    """The editor over a fresh copy of this site's files, in which an office has its English name."""
    files = source_files(PROJECT)
    files[BOCHNIA] = files[BOCHNIA].partition(b"\nen:\n")[0].rstrip() + b"\n" + TRANSLATED
    with editor_desk(browser, site) as made:
        made.begin(files)
        yield made


def box(desk: EditorDesk, key: str) -> None:
    """Click the box of an optional part."""
    desk.reach(key).get_by_role("checkbox").first.click()


def test_a_part_is_not_lost_by_a_tick(desk: EditorDesk) -> None:
    """Unticking a filled part asks and names what is in it: refused, nothing changes; agreed, it is gone at saving."""
    desk.open("institutions", "pup-bochnia")
    box(desk, "en")
    expect(desk.notice).to_contain_text("Usunąć „Tłumaczenie: English”?")
    expect(desk.notice.get_by_role("listitem").first).to_contain_text("Labour Office in Bochnia")
    desk.page.keyboard.press("Escape")
    expect(desk.notice).to_be_hidden()
    expect(desk.field("en").get_by_role("checkbox").first).to_be_checked()
    box(desk, "en")
    desk.notice.get_by_role("button", name="Zostaw").click()
    expect(desk.field("en").get_by_role("checkbox").first).to_be_checked()
    desk.fill("city", "Bochnia Górna")
    desk.save()
    assert TRANSLATED in desk.files()[BOCHNIA]
    desk.open("institutions", "pup-bochnia")
    box(desk, "en")
    desk.notice.get_by_role("button", name="Usuń").click()
    expect(desk.field("en").get_by_role("checkbox").first).not_to_be_checked()
    desk.save()
    assert b"\nen:" not in desk.files()[BOCHNIA]


def test_an_empty_part_needs_no_question(desk: EditorDesk) -> None:
    """A part that was only just added goes without a question."""
    desk.new("news")
    box(desk, "image")
    expect(desk.field("image.alt")).to_be_visible()
    box(desk, "image")
    expect(desk.field("image.alt")).to_be_hidden()
    assert desk.notice.count() == 0


def test_leaving_at_once_asks_and_keeps(desk: EditorDesk) -> None:
    """A tab that is closed right after the last key asks first, and the text is there when it is opened again."""
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    desk.again()
    desk.new("news")
    desk.type("title", "Tytuł na ostatnią chwilę")
    desk.page.on("dialog", leave)
    desk.page.goto("about:blank")
    assert asked == ["beforeunload"]
    desk.page.goto(desk.address)
    desk.enter()
    desk.new("news")
    desk.button("Przywróć").click()
    expect(desk.field("title").locator("input")).to_have_value("Tytuł na ostatnią chwilę")


def test_leaving_without_a_change_is_not_asked(desk: EditorDesk) -> None:
    """Whoever only looked, or saved, leaves without a question."""
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    desk.page.on("dialog", leave)
    desk.open("institutions", "pup-bochnia")
    desk.reach("city").locator("input").click()
    desk.page.goto("about:blank")
    desk.page.goto(desk.address)
    desk.enter()
    desk.open("institutions", "pup-bochnia")
    desk.type("city", "Bochnia Górna")
    desk.save()
    desk.page.goto("about:blank")
    assert asked == []


def test_nobody_is_named_without_consent(desk: EditorDesk) -> None:
    """A person of contact without a tick for consent is refused, with the reason; with it, it is saved."""
    before = desk.files()
    desk.open("partners", "wup-krakow")
    desk.add("consultants")
    desk.fill("consultants.0.name", "Osoba Próbna")
    desk.button("Zapisz").click()
    expect(desk.refusal).to_contain_text("Bez pisemnej zgody nikogo tu nie wymieniamy")
    assert differing(before, desk.files()) == []
    desk.refusal.get_by_role("button", name="OK").click()
    desk.reach("consultants.0.consent").get_by_role("switch").click()
    desk.save()
    saved = desk.files()["data/partners/wup-krakow.yaml"].decode()
    assert "Osoba Próbna" in saved and "consent: true" in saved


def test_a_picture_says_what_it_shows_or_that_it_decorates(desk: EditorDesk, tmp_path: Path) -> None:
    """Without words it is not saved, and one message says why; ticked as a decoration it is."""
    picture = tmp_path / "wzor.png"
    picture.write_bytes(png())
    desk.new("pages")
    desk.fill("title", "Obraz bez słów")
    desk.fill("summary", "Strona z obrazem.")
    desk.write("Zapraszamy.")
    desk.tick("image")
    desk.upload("image.src", picture)
    desk.button("Zapisz").click()
    expect(desk.refusal).to_contain_text("Obraz nie ma opisu dla osób, które go nie widzą")
    assert desk.notice.count() == 0
    desk.refusal.get_by_role("button", name="OK").click()
    desk.reach("image.decorative").get_by_role("switch").click()
    desk.save()
    assert "decorative: true" in desk.files()["content/pages/obraz-bez-slow.md"].decode()


def test_a_picture_in_the_text(desk: EditorDesk) -> None:
    """In the form for words a picture has the same labels; a decoration in a text is read and stays a decoration."""
    path = "content/pages/obrazy.md"
    head = "---\ntitle: Obrazy\nsummary: Dwa obrazy.\n---\n\n"
    body = (
        'Wstęp.\n\n<img src="../media/wzor.png" alt="" role="presentation">\n\n'
        '![Wykres](../media/wykres.png "Podpis")\n\n![](../media/goly.png)\n'
    )
    desk.put({path: (head + body).encode()})
    desk.again()
    desk.open("pages", "obrazy")
    text = desk.reach("body")
    expect(text.get_by_text("Obraz tylko zdobi").first).to_be_visible()
    expect(text.get_by_text("Co widać na obrazie").first).to_be_visible()
    desk.fill("title", "Obrazy i wzory")
    desk.button("Zapisz").click()
    expect(desk.refusal).to_contain_text("Obraz nie ma opisu dla osób, które go nie widzą")
    assert desk.files()[path].decode() == head + body


PASTED = (
    "<table><tbody><tr><td>Powiat</td><td>Urząd</td></tr><tr><td>bocheński</td><td>PUP Bochnia</td></tr>"
    "<tr><td>brzeski</td><td>PUP Brzesko</td></tr></tbody></table>"
)
PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', 'Powiat Urząd');
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
}"""


def test_a_pasted_table_has_a_head(desk: EditorDesk) -> None:
    """A table without a head, as programs for documents give it, is saved with its first row as the head."""
    desk.new("pages")
    desk.fill("title", "Tabela z dokumentu")
    desk.fill("summary", "Strona z tabelą.")
    desk.write("Urzędy:")
    desk.page.keyboard.press("Enter")
    desk.page.evaluate(PASTE, PASTED)
    expect(desk.field("body").locator("table")).to_be_visible()
    desk.save()
    saved = desk.files()["content/pages/tabela-z-dokumentu.md"].decode()
    assert "| Powiat | Urząd |\n| --- | --- |\n| bocheński | PUP Bochnia |\n| brzeski | PUP Brzesko |" in saved


def test_words_of_the_form(desk: EditorDesk) -> None:
    """A wrong value is told by an example, buttons name one entry, and an office stands by its name, not by its id."""
    desk.open("institutions", "pup-bochnia")
    expect(desk.reach("phone").get_by_role("button", name=re.compile("^Dodaj.*numer"))).to_be_visible()
    desk.add("email")
    desk.fill("email.0", "biuro(at)urzad")
    desk.button("Zapisz").click()
    expect(desk.reach("email.0")).to_contain_text("np. biuro@example.org")
    desk.again()
    desk.open("partners", "wup-krakow")
    heading = desk.page.frame_locator("iframe").first.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Wojewódzki Urząd Pracy")
