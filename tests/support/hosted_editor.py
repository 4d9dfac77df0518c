"""The editor of a published site on a desk: signing in at a Git host, and all that its browser asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from partnership.catalogue.profile import with_profile
from partnership.cli.main import main
from partnership.editor.placing import place_editor
from partnership.records.profile import EditorHost
from partnership.settings_file import read_settings
from tests.support.editor import EditorDesk
from tests.support.git_host import REPOSITORY, GitHost
from tests.support.git_host_sign_in import APPLICATION

TOKEN = "token-redaktora"


class HostedDesk(EditorDesk):
    """One browser with the editor of a published site; ``asked`` lists the origins of all that the browser sent for.

    Nothing is answered on the way, so the policy of the page and the host's own permission count.
    """

    def __init__(self, page: Page, address: str) -> None:
        """Work on the editor at ``address``, the site's root."""
        self.asked: set[str] = set()
        self.forbidden: list[str] = []
        super().__init__(page, address)

    def watch(self, page: Page) -> None:
        """Note what the browser asks for, in this page and in those it opens, and what the policy forbids."""
        page.context.on("request", self._asked)
        page.context.on("console", self._said)

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("blob", "data"):
            self.asked.add(f"{parts.scheme}://{parts.netloc}")

    def _said(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.forbidden.append(message.text)

    def arrive(self) -> None:
        """Open the page and wait for the ways in."""
        self.page.goto(self.address)
        expect(self.button("Zaloguj się za pomocą tokenu dostępu")).to_be_visible()

    def offer(self, token: str) -> None:
        """Sign in with a token."""
        self.button("Zaloguj się za pomocą tokenu dostępu").click()
        dialog = self.page.get_by_role("dialog").or_(self.page.get_by_role("alertdialog"))
        dialog.get_by_role("textbox").fill(token)
        dialog.get_by_role("button", name="Zaloguj się", exact=True).click()

    def inside(self) -> None:
        """Wait for the lists."""
        expect(self.page.get_by_text("Kolekcje", exact=True)).to_be_visible()

    def sign_in(self, token: str = TOKEN) -> None:
        """Open the page, sign in with a token and wait for the lists."""
        self.arrive()
        self.offer(token)
        self.inside()

    def enter(self) -> None:
        """Wait for the lists: a browser that signed in before does so again by itself."""
        self.inside()


def place_hosted_editor(site: Path, host: GitHost, **more: Any) -> None:
    """Build this project's site with the editor beside it, as ``publish`` does, for a host of the tests."""
    assert main(["build", "--output", str(site)]) == 0
    settings = with_profile(read_settings())
    editor = EditorHost(host="forgejo", repository=REPOSITORY, address=host.address, app_id=APPLICATION, **more)
    profile = msgspec.structs.replace(settings.profile, editor=editor)
    place_editor(msgspec.structs.replace(settings, profile=profile), site, print)


@contextmanager
def hosted_desk(browser: Browser, address: str, **context: Any) -> Iterator[HostedDesk]:
    """Give a desk in a fresh profile."""
    made: BrowserContext = browser.new_context(
        **{"locale": "pl-PL", "viewport": {"width": 1280, "height": 900}, **context}
    )
    desk = HostedDesk(made.new_page(), address)
    try:
        yield desk
        assert desk.errors == []
    finally:
        made.close()
