"""Git, asked through its command: every call with a fixed language and nothing of a surrounding hook's settings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from partnership.language import _
from partnership.problems import UserError

NETWORK_SECONDS: Final = 600
"""How long fetching and pushing may take."""
REMOTE_LINES: Final = 8
"""Most lines of a remote's words that are shown."""

_FOREIGN: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_COMMON_DIR")
"""Variables that a hook sets for its own repository; with them git would work on another one."""

_LOCKED: Final = re.compile(r"Unable to create '([^']+\.lock)': File exists")


class GitFailed(Exception):
    """Git ended with an error; the text is what it said."""


class Git:
    """One repository: the folder ``root`` is the top of its work tree, or of a bare one."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(
        self,
        *arguments: str,
        given: bytes | None = None,
        network: bool = False,
        environment: Mapping[str, str] | None = None,
    ) -> bytes:
        """Return what ``git ARGUMENTS`` prints; raise :class:`GitFailed` when it fails.

        A call over the network may ask for a password, if somebody sits there to type it.
        """
        variables = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
        variables |= {"LC_ALL": "C", "LANGUAGE": "C", **(environment or {})}
        asks = network and given is None and sys.stdin is not None and sys.stdin.isatty()
        if not asks:
            variables["GIT_TERMINAL_PROMPT"] = "0"
        try:
            done = subprocess.run(
                ["git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", *arguments],
                cwd=self.root,
                input=given,
                stdin=None if asks else subprocess.DEVNULL if given is None else None,
                capture_output=True,
                env=variables,
                timeout=NETWORK_SECONDS if network else None,
                check=False,
            )
        except FileNotFoundError:
            raise UserError(_("Git is missing; install it (on Debian: apt-get install git)")) from None
        except subprocess.TimeoutExpired:
            raise GitFailed(_("no answer within %(seconds)d seconds", seconds=NETWORK_SECONDS)) from None
        if done.returncode:
            locked = _LOCKED.search(done.stderr.decode("utf-8", "replace"))
            if locked and not network:
                raise UserError(
                    _(
                        "Another git program is at work in this folder, or one was killed; "
                        "when none is at work, delete %(path)s and try again",
                        path=locked.group(1),
                    )
                )
            raise GitFailed(done.stderr.decode("utf-8", "replace").strip())
        return done.stdout

    def line(self, *arguments: str) -> str:
        """Return what a call prints, as text without surrounding blanks."""
        return self.run(*arguments).decode("utf-8", "replace").strip()

    def lines(self, *arguments: str) -> list[str]:
        """Return the lines that a call prints."""
        return [line for line in self.run(*arguments).decode("utf-8", "replace").splitlines() if line]

    def tells(self, *arguments: str) -> bool:
        """Tell whether a call ends well: a question that git answers by its exit status."""
        try:
            self.run(*arguments)
        except GitFailed:
            return False
        return True

    def commit(self, name: str) -> str | None:
        """Return the full name of the commit that ``name`` means; None when it means none."""
        if name.startswith("-"):
            return None
        try:
            return self.line("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        except GitFailed:
            return None


def open_repository(folder: Path) -> Git:
    """Return the repository that a folder lies in; raise :class:`UserError` when there is none."""
    try:
        return Git(Path(Git(folder).line("rev-parse", "--show-toplevel")))
    except GitFailed:
        raise UserError(
            _("%(path)s is not in a git repository; make a clone of the project with git clone", path=str(folder))
        ) from None


def reason_of(failed: GitFailed) -> str:
    """Return what git said, on one line: the remote's own words where it gave some, else what names the mistake."""
    lines = [line.strip() for line in str(failed).splitlines() if line.strip()]
    told = [line.removeprefix("remote:").strip(" =*-") for line in lines if line.startswith("remote:")]
    theirs = [line.removeprefix("error: ").removeprefix("fatal: ") for line in told if line]
    if theirs:
        return " / ".join(theirs[:REMOTE_LINES])
    for prefix in ("fatal: ", "error: "):
        for line in reversed(lines):
            if line.startswith(prefix):
                return line.removeprefix(prefix)
    return lines[-1] if lines else "?"
