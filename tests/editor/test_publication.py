"""``publish`` of a site with an editor: what it adds, and what stays as it is without one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest

from partnership.editor.program import install
from tests.support.checkout import Checkout
from tests.support.commands import PROJECT, Outcome
from tests.support.header_rules import header_rules, headers_for

pytestmark = [pytest.mark.nightly, pytest.mark.no_cover]

PROFILE = """\
name: Serwis
region: {name: Dolina}
languages: [pl]
time_zone: Europe/Warsaw
feed_authority: serwis.example.org
feed_since: 2026
"""
EDITOR = "editor: {host: forgejo, repository: urzad/serwis, address: https://pliki.example.org}\n"


def read(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_stands_beside_the_pages(
    call: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editor has a page that nobody lists, with a policy of its own; without it no byte of a page is different."""
    checkout = Checkout(tmp_path / "ewa", tmp_path / "remote.git")
    monkeypatch.setattr("partnership.settings.PROJECT", checkout.root)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    install(PROJECT / ".cache", print)
    (checkout.root / ".cache").mkdir(exist_ok=True)
    (checkout.root / ".cache" / "editor").symlink_to(PROJECT / ".cache" / "editor")
    checkout.write("data/site.yaml", PROFILE)
    without, with_it = tmp_path / "without", tmp_path / "with"
    checkout.post("pierwszy", title="Pierwszy")
    checkout.commit()
    assert call("publish", "--to", without).status == 0
    checkout.write("data/site.yaml", PROFILE + EDITOR)
    checkout.commit()
    outcome = call("publish", "--to", with_it)
    assert outcome.status == 0, outcome.err
    plain, more = read(without), read(with_it)
    added = {path for path in more if path not in plain}
    assert added and all(path.startswith("redakcja/") for path in added)
    differing = {path for path in plain if plain[path] != more[path]}
    assert differing <= {"publikacja.json", "_headers"}, differing
    page = lxml.html.fromstring(more["redakcja/index.html"])
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]
    assert b"redakcja" not in more["sitemap.xml"]
    assert not any("redakcja" in address for address in json.loads(more["publikacja.json"])["addresses"])
    assert json.loads(more["redakcja/editor.json"])["config"]["backend"]["repo"] == "urzad/serwis"
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert isinstance(policy, str)
    assert "connect-src 'self' blob: data: https://pliki.example.org;" in policy
    rules = header_rules(with_it)
    sent = headers_for("/redakcja/", rules)
    assert sent["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"
    assert "Cross-Origin-Opener-Policy" not in sent and sent["X-Content-Type-Options"] == "nosniff"
    assert headers_for("/aktualnosci/", rules) == headers_for("/aktualnosci/", header_rules(without))
    again = call("publish", "--to", with_it)
    assert again.status == 0 and read(with_it) == more
