"""The machine on which something was measured, in a sentence."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

from partnership.workers import processors


def machine() -> str:
    """Return processors, memory, system and load, in English for the page."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[1]
    return (
        f"Machine: {processors()} processors ({platform.machine()}), {memory:.0f} GB, {platform.system()}, Python "
        f"{platform.python_version()}, Pelican {version('pelican')}; "
        f"load average at the end {load:.1f} (the measured processes make about 1 to 2)."
    )
