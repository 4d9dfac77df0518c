"""Pages in a real browser: axe-core's accessibility rules, the console, foreign requests and phones' widths."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from audit.folder import Folder
from audit.verdicts import Verdict, judge

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SETTINGS: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]
"""Widths in CSS pixels with colour schemes. 320 pixels is a desktop at 400 % zoom (WCAG 1.4.10)."""

AXE = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
  return found.violations.flatMap(
    rule => rule.nodes.map(node => rule.id + ": " + node.target.join(" ") + ": " + rule.help));
}"""


def look(folder: Folder, home: Path, root: str) -> Iterator[Verdict]:
    """Open a sample of pages in every setting and judge what axe-core, the console and the network say."""
    axe = (home / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    pages = [page for page in folder.sample() if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")]
    breaches: list[str] = []
    told: list[str] = []
    foreign: list[str] = []
    wide: list[str] = []
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for width, scheme in SETTINGS:
            page = _page(browser, width, scheme, root, told, foreign)
            for file in pages:
                address = folder.address(file)
                page.goto(root + address, wait_until="load")
                page.evaluate(axe)
                place = f"{address} ({width} px, {scheme})"
                breaches += [f"{place}: {breach}" for breach in page.evaluate(AXE)]
                if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                    wide.append(f"{place}: scrolls sideways")
            page.context.close()
        browser.close()
    looked = len(pages) * len(SETTINGS)
    yield judge("a11y.axe", looked, breaches)
    yield judge("a11y.reflow", looked, wide)
    yield judge("browser.console", looked, told)
    yield judge("browser.foreign-requests", looked, foreign)


def _page(
    browser: Browser, width: int, scheme: Literal["light", "dark"], root: str, told: list[str], foreign: list[str]
) -> Page:
    """Return a page that writes down what its console says (policy violations too) and whom it asks."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="pl-PL")
    page = context.new_page()
    page.on("console", lambda message: told.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    page.on("request", lambda request: foreign.append(request.url) if not _is_ours(request.url, root) else None)
    return page


def _is_ours(url: str, root: str) -> bool:
    return url.startswith((root, "data:", "blob:")) or url.endswith("/favicon.ico")
