"""The machine on which something was measured, in a sentence."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

from partnership.parallel_map import processors


def machine(place: str) -> str:
    """Return processors, memory, system, the file system of a folder and the load, in English for the page."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[1]
    return (
        f"Machine: {processors()} processors ({platform.machine()}), {memory:.0f} GB, {platform.system()}, sites on "
        f"{file_system(place)}, Python {platform.python_version()}, Pelican {version('pelican')}; load average at the "
        f"end {load:.1f} (the measured processes make about 1 to 2)."
    )


def file_system(place: str) -> str:
    """Return the kind of the file system that holds a folder, with what slows down its deleting."""
    try:
        with open("/proc/mounts", encoding="utf-8") as file:
            mounts = [line.split() for line in file]
    except OSError:
        return "a disk"
    real = os.path.realpath(place)
    holding = [one for one in mounts if os.path.commonpath([one[1], real]) == one[1]]
    if not holding:
        return "a disk"
    _device, _point, kind, options, *_rest = max(holding, key=lambda one: len(one[1]))
    if kind == "tmpfs":
        return "tmpfs (a disk in memory)"
    return f"{kind} with discard" if "discard" in options.split(",") else kind
