"""The publication branch on the remote: read before anything is done, written by ghp-import, never forced.

The editor's own branches are not touched: the new commit is made in the snapshot's clone, brought over as bare objects
and pushed by its name.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.language import _
from partnership.problems import UserError
from partnership.publishing.git import Git, GitFailed, reason_of
from partnership.publishing.refusals import advice_for, is_overtaken
from partnership.publishing.url_stability import Manifest, read_manifest
from partnership.sources.folder import list_everything

SOURCE: Final = "Source-Commit"
"""Trailer that names the commit of the sources."""
BACK_TO: Final = "Rolled-Back-To"
"""Trailer of a rollback: the publication whose files are shown again."""
WITHDRAWN: Final = "Withdrawn-Source"
"""Trailer of a rollback: the commit of the sources whose publication was withdrawn."""

_TRAILER: Final = re.compile(rf"^({SOURCE}|{BACK_TO}|{WITHDRAWN}): ([0-9a-f]{{40,64}})$", re.MULTILINE)


class PublishedCommit(msgspec.Struct, frozen=True):
    """One commit of the branch: its name, day (ISO) and first line, and what its trailers say."""

    commit: str
    day: str
    subject: str
    source: str = ""
    back_to: str = ""
    withdrawn: str = ""

    @property
    def is_own(self) -> bool:
        """Whether a publication of the site, not something that others put on the branch."""
        return bool(self.source or self.back_to or self.withdrawn)


class PublicationBranch:
    """One branch of one remote, as it was when it was last fetched."""

    def __init__(self, git: Git, remote: str, name: str) -> None:
        self.git = git
        self.remote = remote
        self.name = name
        self.tip: str | None = None

    @property
    def tracking(self) -> str:
        """The reference under which the branch is known here."""
        return f"refs/remotes/{self.remote}/{self.name}"

    def require_remote(self) -> None:
        """Raise :class:`UserError` when there is no such remote."""
        if self.remote not in self.git.lines("remote"):
            raise UserError(
                _(
                    "The repository has no remote “%(remote)s” to publish to; "
                    "add it: git remote add %(remote)s ADDRESS",
                    remote=self.remote,
                )
            )

    def fetch(self) -> None:
        """Learn how the branch is now; raise :class:`UserError` when the remote cannot be asked."""
        self.require_remote()
        try:
            told = self.git.run("ls-remote", "--heads", self.remote, f"refs/heads/{self.name}", network=True)
            if told.strip():
                self.git.run(
                    "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", self.remote,
                    f"+refs/heads/{self.name}:{self.tracking}", network=True,
                )  # fmt: skip
            else:
                # The branch was never there or was deleted there: what is remembered of it here is of no use.
                self.git.tells("update-ref", "-d", self.tracking)
        except GitFailed as failed:
            raise UserError(
                _(
                    "The remote “%(remote)s” cannot be asked what is published (%(reason)s); nothing was changed, "
                    "check the connection and try again",
                    remote=self.remote,
                    reason=reason_of(failed),
                )
            ) from None
        self.recall()

    def recall(self) -> None:
        """Take the branch as it was when it was last fetched."""
        self.tip = self.git.commit(self.tracking)

    def manifest(self, commit: str | None = None) -> Manifest | None:
        """Return the manifest of a publication, of the newest by default; None when it has none."""
        wanted = commit or self.tip
        if wanted is None:
            return None
        try:
            return read_manifest(self.git.run("cat-file", "blob", f"{wanted}:{addresses.MANIFEST.lstrip('/')}"))
        except GitFailed:
            return None

    def publications(self, limit: int = 1000) -> list[PublishedCommit]:
        """Return the publications, newest first."""
        if self.tip is None:
            return []
        told = self.git.run(
            "log", "-z", "--first-parent", f"--max-count={limit}", "--format=%H%n%cs%n%B", self.tip, "--"
        ).decode("utf-8", "replace")  # fmt: skip
        return [_publication(entry) for entry in told.split("\0") if entry.strip()]

    def files(self, commit: str) -> list[str]:
        """Return the paths of all files of a commit."""
        told = self.git.run("ls-tree", "-r", "-z", "--name-only", commit).decode("utf-8", "surrogateescape")
        return [path for path in told.split("\0") if path]

    def text(self, path: str, commit: str | None = None) -> bytes:
        """Return the bytes of a file in a commit, in the newest of the branch by default; empty when it has none."""
        wanted = commit or self.tip
        try:
            return self.git.run("cat-file", "blob", f"{wanted}:{path}") if wanted is not None else b""
        except GitFailed:
            return b""

    def push(self, commit: str) -> None:
        """Make a commit of this repository the newest publication; raise :class:`UserError` when that fails.

        The remote takes it only as the next step after what was fetched.
        """
        try:
            self.git.run("push", "--quiet", self.remote, f"{commit}:refs/heads/{self.name}", network=True)
        except GitFailed as failed:
            if is_overtaken(failed):
                raise UserError(
                    _(
                        "Somebody else published in the meantime; nothing was overwritten and your changes are safe. "
                        "Bring in theirs with git pull --rebase, then publish again"
                    )
                ) from None
            raise UserError(
                _(
                    "The publication could not be sent to “%(remote)s” (%(reason)s); what is public stays as it was. "
                    "%(advice)s",
                    remote=self.remote,
                    reason=reason_of(failed),
                    advice=advice_for(failed),
                )
            ) from None


def _publication(entry: str) -> PublishedCommit:
    commit, day, body = [*entry.lstrip("\n").split("\n", 2), "", ""][:3]
    said = dict(_TRAILER.findall(body))
    subject = body.strip().partition("\n")[0]
    return PublishedCommit(commit, day, subject, said.get(SOURCE, ""), said.get(BACK_TO, ""), said.get(WITHDRAWN, ""))


def write_commit(
    branch: PublicationBranch, workshop: Git, site: Path, message: str, domain: str, kept: Collection[str] = ()
) -> str:
    """Make a commit of the files below ``site``, after the newest publication, and return its name.

    ``workshop`` is a clone that shares the repository's objects; ``domain`` goes into the file CNAME unless empty;
    ``kept`` are files of the newest publication, by their paths, that this one holds as well.
    """
    for path in kept:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(branch.text(path))
    if branch.tip is not None:
        workshop.run("update-ref", f"refs/heads/{branch.name}", branch.tip)
    call = [sys.executable, "-m", "ghp_import", "--no-jekyll", "--branch", branch.name, "--remote", "", "-m", message]
    if domain:
        call += ["--cname", domain]
    who = {f"GIT_COMMITTER_{key}": value for key, value in committer(branch.git).items()}
    done = subprocess.run(
        [*call, str(site)], cwd=workshop.root, env={**os.environ, **who}, capture_output=True, check=False
    )
    made = workshop.commit(f"refs/heads/{branch.name}")
    expected = _files(site) | {".nojekyll"} | ({"CNAME"} if domain else set())
    whole = made is not None and len(workshop.lines("ls-tree", "-r", "--name-only", made)) == len(expected)
    if done.returncode or made is None or made == branch.tip or not whole:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UserError(
            _("The publication could not be written (%(reason)s)", reason=reason[-1] if reason else "ghp-import")
        )
    # The objects alone are brought over: the commit gets no name among the editor's own branches.
    branch.git.run(
        "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", str(workshop.root), f"refs/heads/{branch.name}"
    )
    return made


def _files(site: Path) -> set[str]:
    """Return the paths of the files that the branch must hold."""
    return set(list_everything(str(site)))


def committer(git: Git) -> dict[str, str]:
    """Return NAME and EMAIL of who signs; raise :class:`UserError` when git does not know who sits here."""
    try:
        told = git.line("var", "GIT_COMMITTER_IDENT")
    except GitFailed:
        raise UserError(
            _(
                "Git does not know who you are; say it once: git config user.name “Name Surname” "
                "and git config user.email ADDRESS"
            )
        ) from None
    name, _sign, rest = told.partition(" <")
    return {"NAME": name, "EMAIL": rest.partition(">")[0]}


def changed_files(git: Git, old: str, new: str) -> list[str]:
    """Return the paths in which two commits differ."""
    told = git.run("diff-tree", "-r", "-z", "--name-only", "--no-renames", old, new).decode("utf-8", "surrogateescape")
    return [path for path in told.split("\0") if path]
