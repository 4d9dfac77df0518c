"""The real editor in a real browser, over a folder that only the browser has: what it shows, takes and leaves there."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from partnership.editor.page import editor_page
from partnership.editor.program import install
from partnership.settings import Settings
from tests.support.commands import PROJECT
from tests.support.samples import PDF, png

FOLDER: Final = "site"
"""Name of the folder in the browser's own storage that the editor opens."""
STEPS: Final = 80
"""How often a form is scrolled on in search of a field."""

_PICK = f"""
window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('{FOLDER}', {{ create: true }});
"""
_WRITE = """async ([folder, files]) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
  await root.getDirectoryHandle('.git', { create: true });
  for (const [path, data] of files) {
    const names = path.split('/');
    let place = root;
    for (const name of names.slice(0, -1)) place = await place.getDirectoryHandle(name, { create: true });
    const writer = await (await place.getFileHandle(names.at(-1), { create: true })).createWritable();
    await writer.write(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
    await writer.close();
  }
}"""
_READ = """async (folder) => {
  const files = [];
  const walk = async (place, prefix) => {
    for await (const [name, handle] of place.entries()) {
      if (handle.kind === 'directory') await walk(handle, `${prefix}${name}/`);
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        let text = '';
        for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        files.push([`${prefix}${name}`, btoa(text)]);
      }
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle(folder), '');
  return files;
}"""


def source_files(root: Path) -> dict[str, bytes]:
    """Return the files of a site's content and data by their path below its folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for top in ("content", "data")
        for path in sorted((root / top).rglob("*"))
        if path.is_file()
    }


class EditorDesk:
    """One browser with the editor open; ``elsewhere`` lists what the page wanted from other servers and did not get."""

    def __init__(self, page: Page, address: str) -> None:
        """Work on the editor at ``address``, the site's root."""
        self.page = page
        self.address = f"{address}/redakcja/"
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        self._origin = address
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.watch(page)

    def watch(self, page: Page) -> None:
        """Let the page reach nothing but its own origin."""
        page.context.route("**/*", self._guard)

    def _guard(self, route: Route) -> None:
        if route.request.url.startswith((f"{self._origin}/", "blob:", "data:")):
            route.continue_()
        else:
            self.elsewhere.append(route.request.url)
            route.abort()

    def put(self, files: Mapping[str, bytes]) -> None:
        """Write files into the browser's folder, as somebody else on this computer would."""
        listed = [[path, base64.b64encode(data).decode()] for path, data in files.items()]
        self.page.evaluate(_WRITE, [FOLDER, listed])

    def files(self) -> dict[str, bytes]:
        """Return the files of the browser's folder."""
        return {path: base64.b64decode(data) for path, data in self.page.evaluate(_READ, FOLDER)}

    def begin(self, files: Mapping[str, bytes]) -> None:
        """Open the page, lay the files out and open their folder in the editor."""
        self.page.add_init_script(_PICK)
        self.page.goto(self.address)
        self.put(files)
        self.enter()

    def enter(self) -> None:
        """Open the folder in the editor and wait for its lists."""
        lists = self.page.get_by_text("Kolekcje", exact=True)
        button = self.page.get_by_role("button", name="Pracuj z lokalnym repozytorium")
        expect(lists.or_(button).first).to_be_visible()
        if button.is_visible():  # a profile that has been here before goes in by itself
            button.click()
        expect(lists).to_be_visible()

    def open(self, collection: str, entry: str) -> None:
        """Open an entry by the name of its collection and its file."""
        self._go(f"collections/{collection}/entries/{entry}")
        expect(self.button("Zapisz")).to_be_visible()

    def new(self, collection: str) -> None:
        """Open the form of a new entry."""
        self._go(f"collections/{collection}/new")
        expect(self.button("Zapisz")).to_be_visible()

    def _go(self, place: str) -> None:
        self.page.evaluate("(place) => { location.hash = '/' + place; }", place)

    def button(self, name: str) -> Locator:
        """Return a button by its whole name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, key: str) -> Locator:
        """Return the part of the form in which a field stands, by its path: ``title``, ``image.alt``."""
        return self.page.locator(f'section.field[data-key-path="{key}"]')

    def reach(self, key: str) -> Locator:
        """Scroll the form until a field is there, and return it: the form makes its fields as they come into sight."""
        self.page.mouse.move(300, 500)
        for _step in range(STEPS):
            if self.field(key).count():
                break
            self.page.mouse.wheel(0, 500)
            self.page.wait_for_timeout(50)
        self.field(key).scroll_into_view_if_needed()
        return self.field(key)

    def fill(self, key: str, text: str) -> None:
        """Type into a field of one or several lines."""
        self.reach(key).locator("input, textarea").first.fill(text)

    def type(self, key: str, text: str) -> None:
        """Type into a field key by key, as a hand does: only then is a draft kept."""
        place = self.reach(key).locator("input, textarea").first
        place.click()
        place.press("ControlOrMeta+a")
        place.press_sequentially(text)

    def write(self, text: str) -> None:
        """Type into the text of a document, in the form for words."""
        place = self.reach("body").locator("[contenteditable=true]").first
        place.click()
        place.press_sequentially(text)

    def add(self, key: str) -> None:
        """Add an entry to a list."""
        self.reach(key).get_by_role("button", name=re.compile("^Dodaj")).last.click()

    def tick(self, key: str) -> None:
        """Tick the box with which an optional part begins."""
        self.reach(key).get_by_role("checkbox").first.click()

    def expand(self, key: str) -> None:
        """Unfold a part or a list that is folded; where all is unfolded, the button for it is there and off."""
        fold = self.reach(key).get_by_role("button", name="Rozwiń", disabled=False)
        if fold.count():
            fold.first.click()

    def choose(self, key: str, label: str) -> None:
        """Choose one of the words that a field offers, from a list or among buttons."""
        place = self.reach(key)
        few = place.get_by_role("radio", name=label, exact=True).or_(
            place.get_by_role("checkbox", name=label, exact=True)
        )
        if few.count():
            few.first.click()
            return
        place.get_by_role("combobox").first.click()
        self.page.get_by_role("option", name=label, exact=True).last.click()

    def upload(self, key: str, path: Path) -> None:
        """Upload a file into a field, take it, and wait until the field holds it: saved before, the field is empty."""
        place = self.reach(key)
        place.get_by_role("button", name="Przeglądaj").click()
        dialog = self.page.get_by_role("dialog")
        with self.page.expect_file_chooser() as chooser:
            dialog.get_by_role("button", name="Prześlij").click()
        chooser.value.set_files(path)
        insert = dialog.get_by_role("button", name="Wstaw")
        expect(insert).to_be_enabled()
        insert.click()
        expect(place.get_by_role("button", name=re.compile("^Zamień")).first).to_be_visible()

    def write_post(self, folder: Path) -> None:
        """Fill the form of a new post with a picture and a file, which are made in a folder."""
        picture, document = folder / "Zdjęcie z targów.png", folder / "Program szkolenia.pdf"
        picture.write_bytes(png())
        document.write_bytes(PDF)
        self.new("news")
        self.fill("title", "Rekrutacja w Limanowej: drugi termin")
        self.fill("summary", "Drugi termin dla firm, które szukają ludzi.")
        self.write("Zapraszamy pracodawców na drugi termin.")
        self.tick("image")
        self.upload("image.src", picture)
        self.fill("image.alt", "Zielony kwadrat")
        self.add("attachments")
        self.upload("attachments.0.file", document)
        self.fill("attachments.0.title", "Program")

    def save(self) -> None:
        """Save and wait until the editor is back at its list."""
        self.button("Zapisz").click()
        self.page.wait_for_url(re.compile(r"#/collections/[^/]+$"))
        expect(self.button("Zapisz")).to_be_hidden()

    @property
    def notice(self) -> Locator:
        """What our part of the page says or asks over everything else."""
        return self.page.locator("dialog.site-notice")

    @property
    def refusal(self) -> Locator:
        """What the editor says of a save that failed: one message, and no other over it."""
        return self.page.get_by_role("alertdialog")

    def again(self) -> None:
        """Leave the page as one who closes it, whatever is on it, and come back."""
        self.page.goto("about:blank")
        self.page.goto(self.address)
        self.enter()

    def delete(self) -> None:
        """Delete the entry that is open."""
        self.button("Pokaż opcje edytora").click()
        self.page.get_by_role("menuitem").filter(has_text="Usuń").first.click()
        self.page.get_by_role("alertdialog").or_(self.page.get_by_role("dialog")).get_by_role(
            "button", name="Usuń"
        ).click()
        self.page.wait_for_url(re.compile(r"#/collections/[^/]+$"))


def place_editor_here(site: Path, settings: Settings) -> None:
    """Put the editor of a preview into a built site; the program is installed where it is missing."""
    page = editor_page(settings, install(PROJECT / ".cache", print), here=True)
    for name in page.names():
        path = site / "redakcja" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.read(name) or b"")


@contextmanager
def editor_desk(browser: Browser, address: str, **context: Any) -> Iterator[EditorDesk]:
    """Give a desk in a fresh profile; at the end nothing may have been asked of another server."""
    made: BrowserContext = browser.new_context(
        **{"locale": "pl-PL", "viewport": {"width": 1280, "height": 900}, **context}
    )
    desk = EditorDesk(made.new_page(), address)
    try:
        yield desk
        assert desk.elsewhere == []
        assert desk.errors == [], desk.errors
    finally:
        made.close()


def differing(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterable[str]:
    """Return the paths at which two folders differ; the editor's own traces of folders do not count."""
    paths = {path for path in {*before, *after} if not re.search(r"(?:^|/)\.(?:git|gitkeep)", path)}
    return sorted(path for path in paths if before.get(path) != after.get(path))
