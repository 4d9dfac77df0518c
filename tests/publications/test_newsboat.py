"""A real reader, newsboat: it lists exactly the entries, and shows nothing twice after a new title, address, domain."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.publications import Published
from tests.support.site import Site

pytestmark = pytest.mark.nightly


def publish(site: Site, folder: Path, **settings: str) -> None:
    """Write the site's feeds into a folder."""
    published = Published(site, "feeds", **settings)
    for address in ("/rss.xml", "/atom.xml"):
        (folder / address[1:]).write_bytes(published.bytes(address))


def read(home: Path, url: str) -> list[tuple[str, str]]:
    """Let newsboat read a feed with the cache in ``home``; return guid and title of every entry it has ever seen."""
    program = shutil.which("newsboat")
    assert program, "newsboat is missing; apt-get install newsboat"
    (home / "urls").write_text(f"{url}\n", encoding="utf-8")
    (home / "config").write_text("download-retries 1\n", encoding="utf-8")
    cache = home / "cache.db"
    subprocess.run(
        [program, "-u", home / "urls", "-c", cache, "-C", home / "config", "-x", "reload"],
        env={**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "xterm"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    with sqlite3.connect(cache) as database:
        return [(str(guid), str(title)) for guid, title in database.execute("select guid, title from rss_item")]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_newsboat_shows_each_entry_once(
    site: Site, tmp_path: Path, serve_folder: Callable[[Path], str], name: str
) -> None:
    """Three entries; then one gets a new title and address and the site a new domain: still three."""
    folder, home = tmp_path / "web", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    for number in range(3):
        site.post(f"wpis-{number}", title=f"Wpis „{number}” & <b>", date=f"2026-01-1{number}")
    publish(site, folder)
    url = f"{serve_folder(folder)}/{name}"
    first = read(home, url)
    assert len(first) == 3
    site.post("wpis-1", title="Inny tytuł", slug="inny", date="2026-01-11", modified="2026-01-20")
    publish(site, folder, site_url="https://inna.example/serwis")
    second = read(home, url)
    assert {guid for guid, _title in second} == {guid for guid, _title in first}
    assert len(second) == 3
