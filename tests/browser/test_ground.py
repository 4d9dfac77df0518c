"""The ground that browser tests stand on: a real Chromium, a served folder, a site's own 404 page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page


def test_a_served_folder_opens_in_chromium(page: Page, serve_folder: Callable[[Path], str], tmp_path: Path) -> None:
    """Scripts run as modules, and a missing address answers 404 with the page of the site."""
    (tmp_path / "index.html").write_text('<meta charset="utf-8"><h1>ł</h1><script type="module" src="/a.js"></script>')
    (tmp_path / "a.js").write_text('document.querySelector("h1").textContent += "ó";')
    (tmp_path / "404.html").write_text('<meta charset="utf-8"><h1>Nie ma takiej strony</h1>')
    root = serve_folder(tmp_path)
    page.goto(root + "/")
    assert page.inner_text("h1") == "łó"
    response = page.goto(root + "/brak/")
    assert response is not None
    assert response.status == 404
    assert page.inner_text("h1") == "Nie ma takiej strony"
