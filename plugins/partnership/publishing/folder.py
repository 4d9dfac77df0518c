"""Publishing into a folder, for a server of one's own: the new site takes the old one's place in one step."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from partnership.engine import commit
from partnership.language import _
from partnership.problems import UserError
from partnership.settings import PROJECT, Settings
from partnership.system_errors import why


def recover(folder: Path, settings: Settings, say: Callable[[str], None]) -> None:
    """Finish or undo what a killed publication left in a folder, so that what lies there can be compared with."""
    with commit.locked(folder, settings.cache / "build", say):
        commit.recover(folder)


def put_into(
    folder: Path, site: Path, settings: Settings, say: Callable[[str], None], kept: Iterable[str] = ()
) -> None:
    """Replace the site in ``folder`` by the one in ``site``; files at the paths ``kept`` stay there.

    Raises :class:`UserError` when the folder holds something else or cannot be written; it is then as it was.
    """
    with commit.locked(folder, settings.cache / "build", say):
        commit.recover(folder)
        commit.check_output(folder, (settings.root / ".git", settings.content, settings.data, PROJECT / "plugins"))
        try:
            stage = commit.begin_stage(folder)
            shutil.copytree(site, stage, dirs_exist_ok=True)
            for path in kept:
                (stage / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(folder / path, stage / path, follow_symlinks=False)
            commit.exchange(folder)
        except OSError as error:
            commit.abandon(folder)
            raise UserError(
                _("The folder %(path)s cannot be written (%(reason)s)", path=str(folder), reason=why(error))
            ) from None
