"""A bare repository as a Git host keeps it: what lies in a branch, and commits made without a work tree."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.commands import clean_environment

BRANCH = "main"


@dataclass(frozen=True, slots=True)
class Blob:
    """A file in a commit: its path, the name of its bytes and their number."""

    path: str
    sha: str
    size: int


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one path in a commit; without bytes the file goes."""

    path: str
    data: bytes | None


class BareRepository:
    """A repository without a work tree, worked on by git itself."""

    def __init__(self, path: Path) -> None:
        """Work on the one at ``path``, an empty one where there is none."""
        self.path = path
        if not path.exists():
            path.mkdir(parents=True)
            self._git("init", "--quiet", "--bare", f"--initial-branch={BRANCH}", ".")

    def _git(self, *arguments: str, data: bytes = b"", **variables: str) -> bytes:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            env=clean_environment(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null", **variables),
            input=data,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr.decode()}"
        return done.stdout

    def head(self) -> str:
        """Return the name of the branch's last commit."""
        return self._git("rev-parse", f"refs/heads/{BRANCH}").decode().strip()

    def blobs(self, commit: str = BRANCH) -> list[Blob]:
        """Return the files of a commit, by path."""
        found = []
        for line in self._git("ls-tree", "-r", "-l", "-z", commit).decode().split("\0")[:-1]:
            about, _tab, path = line.partition("\t")
            _mode, _kind, sha, size = about.split()
            found.append(Blob(path, sha, int(size)))
        return found

    def sha_of(self, path: str) -> str | None:
        """Return the name of a file's bytes in the branch, or None where there is no such file."""
        line = self._git("ls-tree", BRANCH, "--", path).decode()
        return line.split()[2] if line else None

    def read(self, sha: str) -> bytes:
        """Return the bytes of that name."""
        return self._git("cat-file", "blob", sha)

    def text(self, path: str) -> str:
        """Return what a file of the branch says."""
        return self._git("cat-file", "blob", f"{BRANCH}:{path}").decode()

    def touched(self, commit: str = BRANCH) -> dict[str, str]:
        """Return the paths that a commit touches with what it does to each: ``A``, ``M`` or ``D``."""
        lines = self._git("diff-tree", "-r", "--no-commit-id", "--name-status", "-z", f"{commit}~1", commit).decode()
        parts = lines.split("\0")[:-1]
        return dict(zip(parts[1::2], parts[::2], strict=True))

    def log(self, path: str = "", form: str = "%s") -> list[str]:
        """Return a line in the given form for every commit that touches ``path``, the newest first."""
        paths = ["--", path] if path else []
        return self._git("log", f"--format={form}", BRANCH, *paths).decode().splitlines()

    def commit(
        self,
        changes: Iterable[Change],
        message: str,
        *,
        who: tuple[str, str] = ("Ktoś Inny", "inny@example.org"),
        when: str = "2026-03-01T10:00:00Z",
    ) -> str:
        """Put a commit with the changes on the branch and return its name."""
        parents = self._git("for-each-ref", "--format=%(objectname)", f"refs/heads/{BRANCH}").decode().split()
        with tempfile.TemporaryDirectory() as folder:
            index = os.path.join(folder, "index")
            if parents:
                self._git("read-tree", parents[0], GIT_INDEX_FILE=index)
            lines = b"".join(self._entry(one) for one in changes)
            self._git("update-index", "-z", "--index-info", data=lines, GIT_INDEX_FILE=index)
            tree = self._git("write-tree", GIT_INDEX_FILE=index).decode().strip()
        name, email = who
        made = self._git(
            "commit-tree", tree, *(part for one in parents for part in ("-p", one)), "-m", message,
            GIT_AUTHOR_NAME=name, GIT_AUTHOR_EMAIL=email, GIT_AUTHOR_DATE=when,
            GIT_COMMITTER_NAME=name, GIT_COMMITTER_EMAIL=email, GIT_COMMITTER_DATE=when,
        ).decode().strip()  # fmt: skip
        self._git("update-ref", f"refs/heads/{BRANCH}", made, *parents[:1])
        return made

    def begin(self, files: Mapping[str, bytes]) -> str:
        """Put a first commit with the files on the branch and return its name."""
        return self.commit([Change(path, data) for path, data in files.items()], "Begin")

    def lay_out(self, folder: Path) -> None:
        """Write the files of the branch to ``folder``, as a clone would have them."""
        folder.mkdir(parents=True)
        self._git(f"--work-tree={folder}", "checkout", "--force", BRANCH, "--", ".", GIT_INDEX_FILE=str(folder / ".i"))
        (folder / ".i").unlink()

    def _entry(self, change: Change) -> bytes:
        """Return a line of ``update-index --index-info``."""
        if change.data is None:
            return f"0 {'0' * 40}\t{change.path}\0".encode()
        sha = self._git("hash-object", "-w", "--stdin", data=change.data).decode().strip()
        return f"100644 {sha}\t{change.path}\0".encode()
