"""What docs/headers.md tells hosts to send is what the site's own `_headers` says."""

from __future__ import annotations

from partnership.catalogue.address_tables import site_addresses
from partnership.catalogue.addresses import standing_in
from partnership.publications.robots import content_policy, make_headers
from partnership.settings import PROJECT, Settings


def test_every_host_is_told_the_headers_of_the_site() -> None:
    """Nginx and Apache get the same policy and the same values, word by word, and nothing unsafe."""
    text = (PROJECT / "docs" / "headers.md").read_text("utf-8")
    with standing_in(site_addresses(Settings().languages).first):
        made = make_headers("")
    everywhere = made.decode().split("\n\n", 1)[0].splitlines()[1:]
    assert len(everywhere) > 3
    for line in everywhere:
        name, value = line.strip().split(": ", 1)
        assert text.count(f"add_header {name} ") == 1
        assert text.count(f"Header always set {name} ") == 1
        assert text.replace('"', "").count(f"{name} {value}") == 2, name
    assert "unsafe" not in content_policy("")
