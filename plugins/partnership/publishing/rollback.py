"""Going back: the files of an earlier publication, shown again by a new commit."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from partnership.catalogue.addresses import output_path
from partnership.language import _
from partnership.problems import UserError
from partnership.publishing.branch import BACK_TO, SOURCE, WITHDRAWN, PublicationBranch, PublishedCommit, committer
from partnership.publishing.git import Git, open_repository
from partnership.publishing.others_files import NO_JEKYLL, is_hosts_own, on_branch, refuse_lost_work
from partnership.publishing.publish import SETTINGS_FILE
from partnership.settings_file import read_settings

Say = Callable[[str], None]
LISTED = 5


def roll_back(project: Path, say: Say, *, to: str = "", dry_run: bool = False, superseded: str = "") -> PublishedCommit:
    """Show an earlier publication again and return it: the one before what is shown now, or the one that ``to`` names.

    ``to`` is a commit of the publication branch, or the commit of the sources that it was built from.  History is not
    cut off: a new commit has the old one's files, and those of the host as they are now.  What others changed on the
    branch stops it, unless ``superseded`` begins the name of the branch's newest commit.  Raises :class:`UserError`
    when there is no such publication.
    """
    git = open_repository(project)
    settings = read_settings(project / SETTINGS_FILE)
    branch = PublicationBranch(git, settings.publish_remote, settings.publish_branch)
    branch.fetch()
    history = branch.publications()
    if not history:
        raise UserError(_("Nothing has been published yet, so there is nothing to go back to"))
    others = on_branch(branch)
    refuse_lost_work(branch, others, (), superseded)
    target = _named(git, history, to) if to else _before_shown([one for one in history if one.is_own])
    tree = _tree(branch, target, others.kept)
    if tree == git.line("rev-parse", f"{branch.tip}^{{tree}}"):
        raise UserError(_("This publication is the one that is shown now; nothing was changed"))
    if dry_run:
        return target
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in committer(git).items()}
    assert branch.tip is not None
    told = git.run(
        "commit-tree", tree, "-p", branch.tip, "-F", "-",
        given=_message(branch, history, target).encode(), environment=who,
    )  # fmt: skip
    say(_("Sending the publication to “%(remote)s”", remote=branch.remote))
    branch.push(told.decode().strip())
    return target


def _tree(branch: PublicationBranch, target: PublishedCommit, kept: Collection[str]) -> str:
    """Return the tree of an earlier publication with the host's files as the newest commit of the branch has them."""
    git = branch.git
    assert branch.tip is not None
    old = [path for path in branch.files(target.commit) if is_hosts_own(path) and path != NO_JEKYLL]
    if not kept and not old:
        return git.line("rev-parse", f"{target.commit}^{{tree}}")
    made = {output_path(one) for one in manifest.addresses} if (manifest := branch.manifest(target.commit)) else set()
    with TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": f"{folder}/index"}
        git.run("read-tree", target.commit, environment=index)
        gone = [path for path in old if path not in made]
        if gone:
            git.run("update-index", "--force-remove", "--", *gone, environment=index)
        for path in kept:
            entry = git.line("ls-tree", branch.tip, "--", path).partition("\t")[0].split()
            git.run("update-index", "--add", "--cacheinfo", f"{entry[0]},{entry[2]},{path}", environment=index)
        return git.run("write-tree", environment=index).decode().strip()


def _before_shown(history: list[PublishedCommit]) -> PublishedCommit:
    """Return the publication before the one that is shown now, whichever rollbacks led to it."""
    places = {one.commit: number for number, one in enumerate(history)}
    shown = 0
    while history and history[shown].back_to in places:
        shown = places[history[shown].back_to]
    if not history or shown + 1 >= len(history):
        raise UserError(_("There is no publication before the one that is shown now"))
    return history[shown + 1]


def _named(git: Git, history: list[PublishedCommit], name: str) -> PublishedCommit:
    """Return the publication that a name means: its own commit, or that of its sources (the newest of several)."""
    commit = git.commit(name)
    for one in history:
        if commit is not None and commit in (one.commit, one.source):
            return one
    for one in history:
        if len(name) >= 6 and (one.commit.startswith(name) or one.source.startswith(name)):
            return one
    known = "; ".join(f"{(one.source or one.commit)[:10]} ({one.day})" for one in history[:LISTED])
    raise UserError(_("“%(name)s” was never published; the last publications are: %(known)s", name=name, known=known))


def _message(branch: PublicationBranch, history: list[PublishedCommit], target: PublishedCommit) -> str:
    """Return the message of a rollback; what it withdraws stays named as long as nothing newer is published."""
    manifest = branch.manifest(target.commit)
    source = target.source or (manifest.commit if manifest is not None else "")
    withdrawn = next((one.withdrawn or one.source for one in history if one.withdrawn or one.source), "")
    lines = [f"Roll back to the publication of {target.day}", "", f"{BACK_TO}: {target.commit}"]
    lines += [f"{SOURCE}: {source}"] if source else []
    lines += [f"{WITHDRAWN}: {withdrawn}"] if withdrawn else []
    return "\n".join(lines) + "\n"
