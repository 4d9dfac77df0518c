"""The program of others that shows the forms: installed from its registry by the lock beside it, and put together."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

from partnership.language import _
from partnership.locks import hold
from partnership.problems import UserError

SOURCES: Final = Path(__file__).with_name("browser")
"""Our part of the page, with the lock of the packages that it stands on."""
OLDEST_NODE: Final = 20
MINUTES: Final = 10
"""How long the installation may take before it counts as stuck."""
READY: Final = "ready"


def program_folder(cache: Path) -> Path:
    """Return where the program lies once it is installed: a folder of its own for every state of its sources."""
    digest = hashlib.sha256()
    for path in _sources():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return cache / "editor" / digest.hexdigest()[:16]


def installed(cache: Path) -> Path | None:
    """Return the folder with the program's files, or None where it is not installed as it should be now."""
    folder = program_folder(cache)
    return folder / "program" if (folder / READY).is_file() else None


def install(cache: Path, say: Callable[[str], None]) -> Path:
    """Install the program where it is not, and return the folder with its files.

    Every package is checked against the hash in the lock.  Raises :class:`UserError` when Node is missing, the
    registry cannot be reached or a package is not what the lock says.
    """
    folder = program_folder(cache)
    with hold(cache / "editor.lock", lambda: say(_("The editor is being installed by another process; waiting"))):
        if (there := installed(cache)) is not None:
            return there
        _need_node()
        say(_("Installing the editor's packages"))
        for old in folder.parent.glob("*") if folder.parent.is_dir() else ():
            shutil.rmtree(old, ignore_errors=True)
        work = folder / "work"
        work.mkdir(parents=True)
        for path in _sources():
            shutil.copyfile(path, work / path.name)
        _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], work)
        _run(["node", "bundle.mjs", str(folder / "program")], work)
        shutil.rmtree(work, ignore_errors=True)
        (folder / READY).touch()
        return folder / "program"


def _sources() -> list[Path]:
    return sorted(path for path in SOURCES.iterdir() if path.suffix in {".js", ".mjs", ".css", ".json"})


def _need_node() -> None:
    """Raise :class:`UserError` where Node is missing or too old."""
    if not shutil.which("npm") or not shutil.which("node"):
        raise UserError(
            _(
                "The editor needs Node.js %(version)d or newer with npm, for this step alone; install it",
                version=OLDEST_NODE,
            )
        )
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    number = re.match(r"v([0-9]+)", told)
    if number is None or int(number[1]) < OLDEST_NODE:
        raise UserError(
            _(
                "The editor needs Node.js %(version)d or newer, and here is %(found)s; install a newer one",
                version=OLDEST_NODE,
                found=told.strip() or "?",
            )
        )


def _run(command: list[str], folder: Path) -> None:
    environment = os.environ | {"NODE_ENV": "development"}
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=MINUTES * 60
        )
    except subprocess.TimeoutExpired:
        raise UserError(
            _("%(program)s did not end within %(minutes)d minutes", program=command[0], minutes=MINUTES)
        ) from None
    if done.returncode:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise UserError(
            _(
                "The editor could not be installed (%(why)s); check the connection to the package registry, "
                "then call again",
                why=" ".join(lines[:2])[:300] or command[0],
            )
        )
