"""The browser of the tests: Debian's Chromium, driven by Playwright, with nothing that reaches out to the network."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""A sandbox cannot be made as root in a container; the rest keeps Chromium from asking hosts of its own."""


def find_chromium() -> str:
    """Return the path of Chromium; a browser test never passes by being skipped, so a missing one is a failure."""
    for name in (os.environ.get("CHROMIUM") or "", *NAMES):
        path = shutil.which(name)
        if path:
            return path
    raise AssertionError("Chromium is missing; python3 tasks.py test installs it, or set CHROMIUM to its path.")
