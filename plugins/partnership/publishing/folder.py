"""Publishing into a folder, for a server of one's own: the new site takes the old one's place in one step."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from partnership.engine import commit
from partnership.language import _
from partnership.problems import UserError
from partnership.settings import PROJECT, Settings
from partnership.system_errors import why


def put_into(folder: Path, site: Path, settings: Settings, say: Callable[[str], None]) -> None:
    """Replace the site in ``folder`` by the one in ``site``.

    Raises :class:`UserError` when the folder holds something else or cannot be written; it is then as it was.
    """
    with commit.locked(folder, settings.cache / "build", say):
        commit.recover(folder)
        commit.check_output(folder, (PROJECT / ".git", PROJECT / "content", PROJECT / "data", PROJECT / "plugins"))
        try:
            shutil.copytree(site, commit.begin_stage(folder), dirs_exist_ok=True)
            commit.exchange(folder)
        except OSError as error:
            commit.abandon(folder)
            raise UserError(
                _("The folder %(path)s cannot be written (%(reason)s)", path=str(folder), reason=why(error))
            ) from None
