"""Letters put into a folder: all or none, and never over a file that somebody else wrote or changed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from partnership.language import _
from partnership.letters.letter import is_untouched
from partnership.problems import UserError, shown_path
from partnership.settings import Settings
from partnership.system_errors import why

SHOWN: Final = 10
Progress = Callable[[int, int], None]


def refuse_folders_of_the_site(folder: Path, settings: Settings) -> None:
    """Raise :class:`UserError` where letters would lie among the site's sources or be swept away by a build."""
    for own in (settings.content, settings.data, settings.theme, settings.output, settings.cache):
        if folder.resolve().is_relative_to(own.resolve()):
            raise UserError(
                _("%(folder)s belongs to the site; choose a folder of its own for the letters, e.g. %(other)s",
                  folder=shown_path(str(folder)), other=shown_path(str(settings.root / "letters")))
            )  # fmt: skip


def post(letters: Mapping[str, bytes], folder: Path, progress: Progress) -> list[Path]:
    """Write letters by the names of their files and return them in that order.

    An earlier letter that nobody has changed is replaced.  Raises :class:`UserError`, before anything is written, for
    every other file in the way, and for what the system refuses.
    """
    files = {folder / name: data for name, data in letters.items()}
    foreign = [file for file in files if _is_foreign(file)]
    if foreign:
        names = ", ".join(shown_path(str(file)) for file in foreign[:SHOWN]) + ("…" if len(foreign) > SHOWN else "")
        raise UserError(
            _("These files are not letters as this task wrote them, and were left as they are: %(files)s; move them "
              "away or choose another folder", files=names)
        )  # fmt: skip
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, (file, data) in enumerate(files.items(), start=1):
            _put(file, data)
            progress(number, len(files))
    except OSError as error:
        raise UserError(
            _("The letters cannot be written to %(folder)s (%(reason)s)", folder=shown_path(str(folder)),
              reason=why(error))
        ) from None  # fmt: skip
    return list(files)


def leftovers(folder: Path, written: Mapping[str, bytes]) -> list[Path]:
    """Return letters of ours in the folder that were not written now: their institutions are no longer there."""
    return sorted(
        file
        for file in folder.glob("*.eml")
        if file.name not in written and not file.is_symlink() and file.is_file() and is_untouched(file.read_bytes())
    )


def _is_foreign(file: Path) -> bool:
    """Tell whether something stands in a letter's place that is not ours to replace."""
    if not os.path.lexists(file):
        return False
    try:
        return file.is_symlink() or not file.is_file() or not is_untouched(file.read_bytes())
    except OSError:
        return True


def _put(file: Path, data: bytes) -> None:
    if file.is_file() and file.read_bytes() == data:
        return
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=".letter-")
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        os.chmod(draft, 0o644)
        os.replace(draft, file)
    except BaseException:
        os.unlink(draft)
        raise
