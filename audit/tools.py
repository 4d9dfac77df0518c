"""The tools of others: Node packages by the lock file beside this one, Java and Node from the system."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
CACHE: Final = HERE.parent / ".cache" / "audit"
"""Where the Node packages are installed, by the lock's hash; it may be deleted at any time."""

SYSTEM: Final = {"java": ["default-jre-headless"], "npm": ["nodejs", "npm"]}
"""Programs that must be there, and the Debian packages that bring them."""


class MissingTool(Exception):
    """A tool that is not here and could not be installed: one sentence."""


def prepare() -> Path:
    """Install what is missing and return the folder with ``node_modules``. Progress goes to stderr."""
    wanted = [package for program, packages in SYSTEM.items() if not shutil.which(program) for package in packages]
    if wanted:
        _apt_install(wanted)
    lock = (HERE / "package-lock.json").read_bytes()
    home = CACHE / hashlib.sha256(lock).hexdigest()[:16]
    if not (home / "ready").exists():
        print("audit: installing validators from the npm registry…", file=sys.stderr, flush=True)
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, home)
        _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], home)
        (home / "ready").touch()
    return home


def _apt_install(packages: list[str]) -> None:
    names = " ".join(packages)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise MissingTool(f"the audit needs {names}; install them (on Debian: apt-get install {names})")
    print(f"audit: installing {names} with apt-get…", file=sys.stderr, flush=True)
    _run(["apt-get", "-qq", "update"], HERE)
    _run(["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages], HERE)


def _run(command: list[str], cwd: Path) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no word why"]
        raise MissingTool(f"{command[0]} could not install the validators ({last[0]})")


def output_of(command: list[str], timeout: float = 600) -> tuple[str, str]:
    """Run a validator and return its stdout and stderr; its status says nothing, most end with 1 for a finding."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)
    return done.stdout, done.stderr
