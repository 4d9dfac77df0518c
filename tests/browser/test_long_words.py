"""Words and addresses longer than a telephone is wide: no page scrolls sideways, whatever field they stand in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.conftest import Call
from tests.support.site import Site

WORD = "Konstantynopolitańczykowianeczka" + "wnioskodawczyniami" + "zachowawczo"
ADDRESS = "https://example.org/wnioski/2026/nabor-drugi/formularz-dla-pracodawcy-wypelniany-przez-osobe-trzecia.html"
BOTH = f"{WORD} i {ADDRESS}"


def test_no_page_scrolls_sideways(site: Site, call: Call, page: Page, serve_folder: Callable[[Path], str]) -> None:
    """A word of sixty letters and a long address in each text of a post, report, meeting, page, office and offer."""
    assert len(WORD) > 60
    fields = {"title": BOTH, "summary": BOTH, "category": WORD, "date": "2026-11-02"}
    site.institution(
        name=BOTH, short_name=WORD, street=WORD, city=WORD, alert=BOTH, description=BOTH, accessibility=BOTH
    )
    site.offer("1201", summary=BOTH)
    body = f"{BOTH}\n\n## {BOTH}\n\n- {BOTH}\n\n> {BOTH}\n\n| {WORD} | b |\n|---|---|\n| {ADDRESS} | c |\n"
    site.post("wpis", body, author=WORD, tags=[WORD], **fields)
    site.report("raport", body, authors=[WORD], method=BOTH, findings=[BOTH],
                recommendations=[{"text": BOTH, "state": "open", "note": BOTH}], **fields)  # fmt: skip
    site.meeting("spotkanie", body, starts="2026-11-28T10:00", place=BOTH, agenda=[BOTH], participants=[WORD],
                 decisions=[BOTH], **fields)  # fmt: skip
    site.page("o-stronie", body, title=BOTH, summary=BOTH)
    outcome = call("build", *site.build_options)
    assert outcome.status == 0, outcome.err
    home = serve_folder(site.output)
    page.set_viewport_size({"width": 320, "height": 640})
    found = sorted(path.relative_to(site.output).parent.as_posix() for path in site.output.rglob("index.html"))
    wide = {}
    for address in found:
        page.goto(f"{home}/{'' if address == '.' else address + '/'}", wait_until="load")
        if (over := page.evaluate("document.scrollingElement.scrollWidth - innerWidth")) > 0:
            wide[address] = over
    assert not wide and len(found) > 20
