"""A merge, rebase, cherry-pick, revert or bisect that is not finished: nothing is published or compared meanwhile.

What lies in the folder is then neither one's own state nor the other's, and committing it would keep both sides' marks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from partnership.language import _
from partnership.problems import UserError
from partnership.publishing.git import Git

SHOWN: Final = 10

_SIGNS: Final = (
    ("rebase-merge", "rebase"),
    ("rebase-apply/applying", "am"),
    ("rebase-apply", "rebase"),
    ("MERGE_HEAD", "merge"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
    ("BISECT_LOG", "bisect"),
    ("sequencer/todo", ""),
)
"""Files that git keeps while something is under way, with its command; a rebase leaves signs of others as well.

The last tells of several commits to be picked or reverted, of which one was committed by hand; its text names which.
"""


class Unfinished(msgspec.Struct, frozen=True):
    """What is under way: git's command for it (empty: only conflicts are left), and the files in conflict."""

    command: str
    conflicts: tuple[str, ...]

    def told(self) -> str:
        """Return what is under way and how to end it, in whole sentences."""
        shown = ", ".join(self.conflicts[:SHOWN]) + ("…" if len(self.conflicts) > SHOWN else "")
        parts = [
            _("A git %(command)s is not finished", command=self.command)
            if self.command
            else _("Git has files in conflict")
        ]
        if self.conflicts:
            parts.append(
                _(
                    "in conflict: %(files)s; open each, keep what is right between the lines <<<<<<< and >>>>>>>, "
                    "remove these lines and run git add for it",
                    files=shown,
                )
            )
        if self.command == "bisect":
            parts.append(_("run git bisect reset to get your own state back"))
        elif self.command and self.conflicts:
            parts.append(
                _(
                    "then run git %(command)s --continue; to take everything back: git %(command)s --abort",
                    command=self.command,
                )
            )
        elif self.command:
            parts.append(
                _(
                    "run git %(command)s --continue; to take everything back: git %(command)s --abort",
                    command=self.command,
                )
            )
        else:
            parts.append(_("then try again"))
        return "; ".join(parts)


def unfinished(git: Git) -> Unfinished | None:
    """Return what is under way in a repository; None when nothing is."""
    names = [argument for sign, _command in _SIGNS for argument in ("--git-path", sign)]
    places = git.lines("rev-parse", *names)
    under_way = (
        command or _sequence(git, place)
        for (_sign, command), place in zip(_SIGNS, places, strict=True)
        if _exists(git, place)
    )
    command = next(under_way, "")
    told = git.run("diff", "--name-only", "--diff-filter=U", "-z").decode("utf-8", "replace")
    conflicts = tuple(sorted({path for path in told.split("\0") if path}))
    return Unfinished(command, conflicts) if command or conflicts else None


def refuse_unfinished(git: Git) -> None:
    """Raise :class:`UserError` while something is under way."""
    found = unfinished(git)
    if found is not None:
        raise UserError(found.told())


def _sequence(git: Git, place: str) -> str:
    """Return the command whose list of commits is not at its end."""
    try:
        return "revert" if Path(git.root, place).read_bytes().lstrip().startswith(b"revert") else "cherry-pick"
    except OSError:
        return "cherry-pick"


def _exists(git: Git, place: str) -> bool:
    return Path(git.root, place).exists()
