"""The preview in a real browser over real files: reload, overlay, marks, where to edit; and it survives anything."""

from __future__ import annotations

import re
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from partnership.language import set_language
from partnership.serving.preview import Preview
from partnership.settings import Settings
from tests.support.commands import PROJECT, Outcome, clean_environment
from tests.support.preview import Serving
from tests.support.site import Site

Call = Callable[..., Outcome]


@pytest.fixture
def serving(site: Site) -> Iterator[Callable[..., Serving]]:
    """Starts the preview of the site; it is ended with the test."""
    started: list[Serving] = []

    def start(*options: str, before: Callable[[], object] | None = None) -> Serving:
        variables = clean_environment(PYTHONPATH=str(PROJECT / "plugins"))
        started.append(Serving([*site.build_options, *options], variables, before=before))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()


def test_change_reloads_and_mistake_overlays(site: Site, serving: Callable[..., Serving], page: Page) -> None:
    """A saved change shows by itself; a mistake lies over the page that stays; the correction takes it away."""
    site.post("wpis", "Pierwsza treść.")
    run = serving()
    page.goto(run.address("/aktualnosci/2026/wpis/"))
    expect(page.locator("main")).to_contain_text("Pierwsza treść.")
    site.post("wpis", "Druga treść.")
    expect(page.locator("main")).to_contain_text("Druga treść.")
    file = site.post("wpis", "Trzecia treść.", date="jutro")
    overlay = page.locator(".preview-overlay")
    expect(overlay).to_contain_text("wpis.md:3:7")
    expect(overlay.locator("pre")).to_contain_text("date: jutro")
    expect(overlay.locator("a")).to_have_attribute("href", f"vscode://file{file}:3:7")
    expect(page.locator("main")).to_contain_text("Druga treść.")
    page.keyboard.press("Escape")
    expect(overlay).to_have_count(0)
    site.post("wpis", "Czwarta treść.")
    expect(page.locator("main")).to_contain_text("Czwarta treść.")
    expect(page.locator(".preview-bar")).to_be_visible()
    assert run.end() == 130
    assert any("wpis.md:3:7: error: " in line for line in run.said)
    expect(page.locator(".preview-bar")).to_have_class(re.compile("preview-lost"))


def test_where_a_page_is_edited(site: Site, serving: Callable[..., Serving], page: Page) -> None:
    """Every page names its file and line, on this machine only: the built files hold nothing of it."""
    file = site.post("wpis", "Treść.", summary="Krótko.")
    site.institution()
    run = serving()
    page.goto(run.address("/aktualnosci/2026/wpis/"))
    link = page.locator(".preview-bar p a")
    expect(link).to_have_attribute("href", f"vscode://file{file}:7")
    page.goto(run.address("/uslugi/zwolnienia-monitorowane/"))
    services = (site.data / "services.yaml").read_text(encoding="utf-8").splitlines()
    line = services.index("- id: zwolnienia-monitorowane") + 1
    expect(link).to_have_attribute("href", f"vscode://file{site.data}/services.yaml:{line}")
    page.goto(run.address("/instytucje/pup-bochnia/"))
    expect(link).to_contain_text("pup-bochnia.yaml:1")
    page.goto(run.address("/"))
    expect(page.locator(".preview-bar p")).to_have_text("This page is made of many files")
    assert not [path for path in site.output.rglob("*.html") if b"preview" in path.read_bytes()]


def test_drafts_and_future_posts_are_marked(site: Site, serving: Callable[..., Serving], page: Page) -> None:
    """With ``--drafts`` what the public will not see says so, on its page and in lists."""
    site.post("szkic", title="Szkic", state="draft")
    site.post("jutro", title="Jutro", date="2026-12-24")
    site.post("zwykly", title="Zwykły")
    run = serving("--drafts")
    page.goto(run.address("/aktualnosci/"))
    expect(page.locator("main .preview-mark-draft").first).to_have_text("draft: it will not be published")
    expect(page.locator("main .preview-mark-future").first).to_have_text("future: it appears on 2026-12-24")
    page.goto(run.address("/aktualnosci/2026/szkic/"))
    expect(page.locator("h1").locator("xpath=preceding-sibling::p[1]")).to_have_class(re.compile("preview-mark-draft"))
    page.goto(run.address("/aktualnosci/2026/zwykly/"))
    expect(page.locator(".preview-bar")).to_be_visible()
    assert page.locator("h1").locator("xpath=preceding-sibling::*[contains(@class, 'preview-mark')]").count() == 0


def test_many_open_tabs_do_not_block(site: Site, serving: Callable[..., Serving], page: Page) -> None:
    """More pages than a browser has connections: each still loads."""
    run = serving()
    pages = [page.context.new_page() for _number in range(8)]
    for one in pages:
        one.goto(run.address("/"))
    pages[-1].goto(run.address("/aktualnosci/"))


def test_first_build_may_fail(site: Site, serving: Callable[..., Serving], page: Page) -> None:
    """With a mistake from the start the problem is shown in place of a page, and the site once it is mended."""
    site.post("zly", date="jutro")
    run = serving()
    page.goto(run.address("/"))
    expect(page.locator(".preview-overlay")).to_contain_text("zly.md:3:7")
    site.post("zly", title="Już dobry")
    expect(page.locator("main")).to_contain_text("Już dobry")


def test_taken_port_is_a_sentence(call: Call, site: Site) -> None:
    """Somebody else listens there: status 1 and what to do."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        outcome = call("serve", "--port", str(port), *site.build_options)
    assert (outcome.status, outcome.out) == (1, "")
    assert f"Port {port} is taken" in outcome.err


def test_failing_program_is_told_and_survived(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Even a mistake in the program itself becomes a problem on the page."""
    set_language("en")
    settings = Settings(content=site.content, data=site.data, output=site.output, cache=tmp_path / "cache")
    preview = Preview(settings)

    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("partnership.engine.entry.build", fail)
    said: list[str] = []
    assert not preview.rebuild(said.append)
    assert [one.message for one in preview.problems] == ["ZeroDivisionError: oops"]
    monkeypatch.undo()
    assert preview.rebuild(said.append)
    assert [one for one in preview.problems if one.severity == "error"] == []


def _as_in_the_background() -> None:
    """Do to a process what a shell's background job, ``nohup`` or a service may do to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_however_it_was_started(serving: Callable[..., Serving], how: signal.Signals) -> None:
    """With the interrupt ignored or blocked from the start, both ways of ending end it, with the same status."""
    assert serving(before=_as_in_the_background).end(how) == 130
