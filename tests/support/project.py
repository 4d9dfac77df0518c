"""The whole project in a repository of its own, with a bare remote, as editors have it on their machines."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.checkout import run_git
from tests.support.commands import PROJECT, Outcome, clean_environment

CODE = ("plugins", "theme", "pelicanconf.py", "publishconf.py", ".gitignore")


def make_remote(folder: Path, sources: Path) -> Path:
    """Return a bare repository ``remote.git`` in ``folder`` with the project's code as it is now, in one commit.

    ``sources`` is the folder whose ``content`` and ``data`` it holds.
    """
    seed = folder / "seed"
    seed.mkdir(parents=True)
    for source in [*(PROJECT / part for part in CODE), sources / "content", sources / "data"]:
        if source.is_dir():
            shutil.copytree(source, seed / source.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, seed / source.name)
    run_git(seed, "init", "--quiet", "--initial-branch=main")
    run_git(seed, "add", "--all")
    run_git(seed, "-c", "user.name=Start", "-c", "user.email=start@example.org", "commit", "--quiet", "-m", "Begin")
    run_git(folder, "clone", "--quiet", "--bare", str(seed), "remote.git")
    return folder / "remote.git"


class Desk:
    """One editor's clone: files, git and tasks, spoken to in Polish."""

    def __init__(self, remote: Path, root: Path, name: str) -> None:
        """Clone the remote into ``root``."""
        run_git(root.parent, "clone", "--quiet", str(remote), str(root))
        self.root = root
        self.day = ""
        self.git("config", "user.name", name)
        self.git("config", "user.email", "redakcja@example.org")

    def git(self, *arguments: str) -> str:
        """Run git and return what it prints."""
        return run_git(self.root, *arguments)

    def environment(self) -> dict[str, str]:
        """Return the variables of a task: Polish, the desk's day, the clone's own code."""
        day = {"SOURCE_DATE_EPOCH": self.day} if self.day else {}
        return clean_environment(
            LANG="pl_PL.UTF-8",
            PYTHONPATH=str(self.root / "plugins"),
            GIT_CONFIG_GLOBAL="/dev/null",
            SITE_URL="https://partnerstwo.example.org",
            **day,
        )

    def task(self, *arguments: str) -> Outcome:
        """Run a task as an editor does, in the clone."""
        done = subprocess.run(
            [sys.executable, "-P", "-X", "utf8", "-m", "partnership", *arguments],
            cwd=self.root, env=self.environment(), input="", capture_output=True, encoding="utf-8", timeout=280,
            check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        return Outcome(done.returncode, done.stdout, done.stderr)

    def read(self, path: str) -> str:
        """Return the text of a file."""
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def save(self, message: str) -> None:
        """Commit and send everything, as the guide says."""
        self.git("add", "content", "data")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet")

    def public(self, path: str) -> str | None:
        """Return the text of a published file, no-break spaces as spaces; None when there is none."""
        remote = self.git("remote", "get-url", "origin")
        done = subprocess.run(
            ["git", "cat-file", "blob", f"gh-pages:{path}"], cwd=remote, capture_output=True, check=False
        )
        return done.stdout.decode().replace("\u00a0", " ") if done.returncode == 0 else None
