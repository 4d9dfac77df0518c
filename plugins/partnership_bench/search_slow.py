"""How long the search takes in a browser whose processor is slowed down, when the parts it needs have arrived."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from partnership.language import _
from partnership_bench.limits import Say

SLOWER: Final = 4
"""So many times slower than this machine is a cheap phone."""

TIMES: Final = 3
"""Each question is asked so often, and the shortest time counts: another program may have had the processor."""

_ASK: Final = """async ([queries, times]) => {
  const { createSearch } = await import('/theme/js/search/engine.js');
  const texts = new Map();
  const arriving = async (path) => {
    if (!texts.has(path)) texts.set(path, await (await fetch(path)).text());
    return JSON.parse(texts.get(path));
  };
  const all = [];
  for (const query of queries) {
    await createSearch(arriving).search(query);
    let least = Infinity;
    for (let turn = 0; turn < times; turn += 1) {
      const engine = createSearch(arriving);
      await engine.about();
      const begun = performance.now();
      await engine.search(query);
      least = Math.min(least, performance.now() - begun);
    }
    all.push(least);
  }
  return all;
}"""


def slowed_times(site: Path, queries: Sequence[str], say: Say) -> list[float] | None:
    """Return the milliseconds of each question, its parts being there but not read yet; None without a browser."""
    try:
        sync_playwright = importlib.import_module("playwright.sync_api").sync_playwright
        serving = importlib.import_module("tests.support.serving")
        chromium = importlib.import_module("tests.support.chromium")
        program = chromium.find_chromium()
    except (ImportError, AssertionError):
        say(_("%(name)s is left out: it could not be installed", name="Chromium"))
        return None
    with serving.served(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=chromium.ARGUMENTS)
        try:
            context = browser.new_context(service_workers="block")
            page = context.new_page()
            page.goto(f"{root}/robots.txt")
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            taken: list[float] = page.evaluate(_ASK, [list(queries), TIMES])
            return taken
        finally:
            browser.close()
