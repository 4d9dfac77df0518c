"""An editor's clone of a small site with a local bare remote, worked on with real git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.support.commands import PROJECT, clean_environment
from tests.support.site import Site

_SETTINGS = f"""\
PATH = "content"
PARTNERSHIP_DATA = "data"
THEME = {str(PROJECT / "theme")!r}
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
SITEURL = "https://partnerstwo.example.org"
"""


class Checkout(Site):
    """A small site under git.

    Everything is committed by ``commit`` and sent by ``push``; ``remote`` is the bare repository it belongs to.
    """

    def __init__(self, root: Path, remote: Path, name: str = "Ewa Redaktorka") -> None:
        """Make an empty remote and a clone of it with the three required files, committed and sent."""
        super().__init__(root)
        self.remote = remote
        if not remote.exists():
            run_git(root.parent, "init", "--quiet", "--bare", "--initial-branch=main", str(remote))
        self.write("pelicanconf.py", _SETTINGS)
        self.write("publishconf.py", "from pelicanconf import *\n")
        self.write(".gitignore", ".cache/\noutput/\n__pycache__/\n")
        self.git("init", "--quiet", "--initial-branch=main")
        self._identify(name)
        self.git("remote", "add", "origin", str(remote))
        self.commit("Begin")
        self.push()

    def _identify(self, name: str) -> None:
        self.git("config", "user.name", name)
        self.git("config", "user.email", "redakcja@example.org")

    def second(self, root: Path, name: str = "Jan Drugi") -> Checkout:
        """Return another editor's clone of the same remote."""
        run_git(root.parent, "clone", "--quiet", str(self.remote), str(root))
        other = self._at(root, self.remote)
        other.content.mkdir(exist_ok=True)
        other._identify(name)
        return other

    def copied(self, folder: Path) -> Checkout:
        """Return a copy of clone and remote in ``folder``: what took long to make serves tests that change it."""
        for path in (self.root, self.remote):
            shutil.copytree(path, folder / path.name, symlinks=True)
        other = self._at(folder / self.root.name, folder / self.remote.name)
        other.git("remote", "set-url", "origin", str(other.remote))
        return other

    @staticmethod
    def _at(root: Path, remote: Path) -> Checkout:
        made = Checkout.__new__(Checkout)
        made.root, made.content, made.data = root, root / "content", root / "data"
        made.output, made.remote = root / "output", remote
        return made

    def git(self, *arguments: str) -> str:
        """Run git in the clone and return what it prints; a failure fails the test."""
        return run_git(self.root, *arguments)

    def commit(self, message: str = "Change") -> str:
        """Commit everything and return the commit's name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def push(self) -> None:
        """Send what is committed."""
        self.git("push", "--quiet", "--set-upstream", "origin", "main")

    def published(self, path: str, commit: str = "gh-pages") -> str | None:
        """Return the text of a file as the remote's publication branch holds it; None when it does not."""
        done = subprocess.run(
            ["git", "cat-file", "blob", f"{commit}:{path}"], cwd=self.remote, capture_output=True, check=False
        )
        return done.stdout.decode() if done.returncode == 0 else None

    def publications(self) -> list[str]:
        """Return the first lines of the publications' messages, newest first."""
        done = subprocess.run(
            ["git", "log", "--format=%s", "gh-pages", "--"], cwd=self.remote, capture_output=True, check=False
        )
        return done.stdout.decode().splitlines()


def run_git(folder: Path, *arguments: str) -> str:
    """Run git and return what it prints, without surrounding blanks; a failure fails the test."""
    # Commits of a test happen on the day of its build, one second after the other they need not be.
    day = {"GIT_AUTHOR_DATE": "2026-03-01T10:00:00Z", "GIT_COMMITTER_DATE": "2026-03-01T10:00:00Z"}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=clean_environment(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null", **day),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
    return done.stdout.strip()
