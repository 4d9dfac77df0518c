"""Watching the source folders: every change leads to one more build."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from watchfiles import DefaultFilter
from watchfiles import watch as watch_files

from partnership.language import _
from partnership.serving.preview import Preview

TICK_SECONDS = 1.0
"""How often the folders themselves are looked at: a folder that was replaced must be watched anew."""


def watch(preview: Preview, say: Callable[[str], None], stop: threading.Event | None = None) -> None:
    """Rebuild whenever a file of the content, data or theme folder changes; returns only when interrupted or stopped.

    Folders may vanish, come back and be replaced meanwhile.
    """
    settings = preview.settings
    ended = stop or threading.Event()
    wanted = (settings.content, settings.data, settings.theme)
    while not ended.is_set():
        look = _look(wanted)
        folders = [folder for folder in wanted if folder.is_dir()]
        if not folders:
            ended.wait(TICK_SECONDS)
        elif not _watch_these(folders, wanted, look, preview, say, ended):
            return
        if _look(wanted) != look:
            _rebuild(preview, say)


def _watch_these(
    folders: Sequence[Path],
    wanted: Sequence[Path],
    look: tuple[int, ...],
    preview: Preview,
    say: Callable[[str], None],
    ended: threading.Event,
) -> bool:
    """Rebuild on changes until the folders are no longer those that are watched; return False when all shall end."""
    settle = True
    try:
        for changes in watch_files(
            *folders,
            watch_filter=DefaultFilter(),
            debounce=60,
            step=5,
            rust_timeout=int(TICK_SECONDS * 1000),
            yield_on_timeout=True,
            raise_interrupt=True,
            stop_event=ended,
        ):
            if _look(wanted) != look:
                return True
            if changes or settle:
                _rebuild(preview, say, {Path(path) for _kind, path in changes}, quiet=not changes)
            else:
                preview.rest()
            # Once more when it is calm: what happened before the watch began, or in a folder too new to be watched.
            settle = bool(changes)
    except FileNotFoundError:
        return True  # a folder vanished between the look and the watch
    except OSError as error:
        # The system's limit of watches, for one: slower, but it goes on.
        say(_("Changes cannot be watched (%(reason)s); looking every few seconds instead", reason=str(error)))
        while not ended.wait(3 * TICK_SECONDS):
            _rebuild(preview, say, quiet=True)
    return not ended.is_set()


def _look(folders: Sequence[Path]) -> tuple[int, ...]:
    """Return what tells one folder from another that took its place; 0 for one that is not there."""
    found = []
    for folder in folders:
        try:
            found.append(os.stat(folder).st_ino)
        except OSError:
            found.append(0)
    return tuple(found)


def _rebuild(
    preview: Preview, say: Callable[[str], None], changed: Collection[Path] = (), *, quiet: bool = False
) -> None:
    started = time.perf_counter()
    if preview.rebuild((lambda text: None) if quiet else say, changed) and not quiet:
        say(_("Rebuilt in %(seconds).2f s", seconds=time.perf_counter() - started))
