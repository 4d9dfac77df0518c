"""The audit's server: a static host with a base path, a 404 page, and the site's own origin leading back to it."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from audit.folder import Folder
from audit.web import served


def test_pages_are_served_below_the_base_path(tmp_path: Path) -> None:
    """Absolute links to the published site stay on this machine; what is not there answers 404 with the site's page."""
    (tmp_path / "index.html").write_text('<link rel="canonical" href="https://a.example/site/">')
    (tmp_path / "404.html").write_text("nie ma")
    with served(Folder(tmp_path, "/site")) as root:
        body = urllib.request.urlopen(root + "/").read().decode()
        assert root + "/" in body
        for address in (root + "/brak/", root.removesuffix("/site") + "/"):
            with pytest.raises(urllib.error.HTTPError, match="404") as failure:
                urllib.request.urlopen(address)
            assert failure.value.read() == b"nie ma"
