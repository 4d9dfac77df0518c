"""The finder's page in Chromium on a slowed processor: when it is ready, and how long a key takes to be painted."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from partnership.language import _
from partnership_bench.limits import Report, Say

ROOT = Path(__file__).resolve().parents[2]
SLOWED = 4
"""How many times slower the processor is than this machine's."""
READY = 150.0
PAINT = 50.0
"""Limits in milliseconds on the slowed processor."""
LOADS = 5
"""How often the page is opened; the median counts."""
PAUSE = 160
"""Milliseconds between two keys."""
TYPED = ("urząd pracy nowy targ", "staż w limanowej", "muszę zwolnić 30 osób", "dofinansownie kursu", "kfs bochnia")
"""What is typed, key by key; one line has a slip, which costs most."""
KEPT = ("counties.yaml", "services.yaml", "localities.csv")

_WATCH = """() => {
    new MutationObserver(() => {
        const told = document.documentElement;
        if (told.hasAttribute('data-finder-ready')) window.readyAt ??= performance.now();
        if (told.hasAttribute('data-finder-places')) console.info('finder complete');
    }).observe(document, { subtree: true, attributeFilter: ['data-finder-ready', 'data-finder-places'] });
}"""
"""Says when the finder is ready, and in the console when all is there: to wait for an attribute, the tool of the
measurement would load a large script of its own into the page before it is ready."""
_READY = """() => {
    const here = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd <= window.readyAt);
    const needed = here.filter(({ name }) => /indeks\\.json|\\.js(?:$|\\?)/.test(name));
    return window.readyAt - Math.max(...needed.map(({ responseEnd }) => responseEnd));
}"""
_TYPE = """async (text) => {
    const field = document.querySelector('form[data-module="finder"] input[name=q]');
    const begun = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(0);
    }));
    return performance.now() - begun;
}"""


def measure_pages(report: Report, folder: Path, say: Say) -> None:
    """Print for 400 and 5,000 institutions when the page is ready and what a key costs; left out without a browser."""
    try:
        sync_api = importlib.import_module("playwright.sync_api")
    except ImportError:
        say(_("Playwright is not installed: the finder's page is not measured in a browser"))
        return
    serving = importlib.import_module("tests.support.serving")
    chromium = importlib.import_module("tests.support.chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find_chromium(), args=chromium.ARGUMENTS)
        for size in (400, 5000):
            output = built_site(folder / f"site-{size}", size)
            if output is None:
                say(_("The site with %(count)d institutions could not be built: its page is not measured", count=size))
                continue
            with serving.served(output) as root:
                _measure(report, browser, f"{root}/instytucje/", size)
        browser.close()


def built_site(folder: Path, size: int) -> Path | None:
    """Build a site of nothing but ``size`` made-up institutions in Polish; return its folder, None when that fails."""
    world_module = importlib.import_module("tests.finder.world")
    world = world_module.made_world(size, 2 if size > 400 else 1)
    data, output = folder / "data", folder / "output"
    (data / "institutions").mkdir(parents=True)
    (folder / "content").mkdir()
    for name in KEPT:
        shutil.copy(ROOT / "data" / name, data / name)
    shutil.copytree(ROOT / "data" / "finder", data / "finder")
    site = yaml.safe_load((ROOT / "data" / "site.yaml").read_text(encoding="utf-8"))
    site = {key: site[key] for key in ("name", "region", "country", "time_zone", "feed_authority", "feed_since")}
    _write(data / "site.yaml", {**site, "languages": ["pl"]})
    types = [
        {"id": one.id, "name": one.name, "plural": one.plural, "responsible": one.responsible} for one in world.types
    ]
    _write(data / "institution-types.yaml", types)
    for one in world.institutions:
        _write(data / "institutions" / f"{one.id}.yaml", _record(one))
    command = [sys.executable, "tasks.py", "build", "--data", data, "--content", folder / "content", "--output", output]
    done = subprocess.run(list(map(str, command)), cwd=ROOT, env=os.environ, capture_output=True, check=False)
    return None if done.returncode else output


def _record(one: Any) -> dict[str, Any]:
    """Return an institution as its file writes it."""
    keys = ("name", "short_name", "type", "county", "street", "postal_code", "city", "latitude", "longitude", "website")
    lists = ("phone", "email", "services", "audiences")
    record = {key: getattr(one, key) for key in (*keys, "description") if getattr(one, key) is not None}
    record |= {key: list(getattr(one, key)) for key in lists if getattr(one, key)}
    if one.serves:
        record["serves"] = one.serves if isinstance(one.serves, str) else list(one.serves)
    record["services"] = [each.id for each in one.given()]
    return record


def _write(path: Path, content: Any) -> None:
    # JSON is YAML, and quicker to write.
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _measure(report: Report, browser: Any, address: str, size: int) -> None:
    """Open the page on a slowed processor and type into it."""
    ready: list[float] = []
    for turn in range(LOADS):
        context = browser.new_context(locale="pl-PL", service_workers="block")
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        page.add_init_script(f"({_WATCH})()")
        with page.expect_console_message(lambda message: message.text == "finder complete", timeout=120_000):
            page.goto(address)
        ready.append(page.evaluate(_READY))
        if turn == LOADS - 1:
            page.wait_for_timeout(2000)
            _print_keys(report, page, session, size)
        context.close()
    slowed = _("processor slowed %(slowed)d times", slowed=SLOWED)
    told = _("page of %(count)d, %(slowed)s: finder ready after index and scripts came", count=size, slowed=slowed)
    report.figure(told, sorted(ready)[LOADS // 2], "ms", READY if size <= 400 else None)


def _print_keys(report: Report, page: Any, session: Any, size: int) -> None:
    """Type key by key; print how long it takes till the answers are painted, and the page's processor time for it.

    On a machine that does other work beside, only the processor time says something of the page.
    """
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def used() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))

    times: list[float] = []
    worked: list[float] = []
    for line in TYPED:
        for end in range(1, len(line) + 1):
            page.wait_for_timeout(PAUSE)
            before = used()
            times.append(page.evaluate(_TYPE, line[:end]))
            worked.append((used() - before) * 1000)
    slowed = _("processor slowed %(slowed)d times", slowed=SLOWED)
    for found, limit, kind in (
        (times, PAINT, _("a key till it is painted")),
        (worked, None, _("processor time of a key till it is painted")),
    ):
        found.sort()
        told = _("page of %(count)d, %(slowed)s: %(kind)s", count=size, slowed=slowed, kind=kind)
        report.figure(_("%(what)s, median", what=told), found[len(found) // 2], "ms")
        report.figure(_("%(what)s, p95", what=told), found[int(0.95 * len(found))], "ms", limit if size > 400 else None)
