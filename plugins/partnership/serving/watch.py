"""Watching the source folders: every change leads to one more build."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from watchfiles import DefaultFilter
from watchfiles import watch as watch_files

from partnership.language import _
from partnership.serving.preview import Preview


def watch(preview: Preview, say: Callable[[str], None]) -> None:
    """Rebuild whenever a file of the content, data or theme folder changes; returns only when interrupted."""
    settings = preview.settings
    folders = [folder for folder in (settings.content, settings.data, settings.theme) if Path(folder).is_dir()]
    for _changes in watch_files(
        *folders,
        watch_filter=DefaultFilter(),
        debounce=60,
        step=15,
        rust_timeout=1000,
        yield_on_timeout=False,
        raise_interrupt=True,
    ):
        started = time.perf_counter()
        if preview.rebuild(say):
            say(_("Rebuilt in %(seconds).2f s", seconds=time.perf_counter() - started))
