"""Publishing as one ordered story: refuse, fetch, build from the commit, check the result, compare, commit, push."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.checks.style import style_problems
from partnership.catalogue.linking import link
from partnership.catalogue.profile import with_profile
from partnership.editor.placing import place_editor
from partnership.language import _, ngettext
from partnership.problems import ProblemList, ProblemsFound, UserError
from partnership.profile import NO_AUTHORITY
from partnership.publishing.branch import SOURCE, PublicationBranch, changed_files, committer, write_commit
from partnership.publishing.built_site import BuiltSite
from partnership.publishing.folder import put_into, recover
from partnership.publishing.git import Git, GitFailed, open_repository
from partnership.publishing.others_files import (
    DOMAIN,
    OthersFiles,
    in_folder,
    on_branch,
    refuse_lost_files,
    refuse_lost_work,
)
from partnership.publishing.own_domain import domain_to_write
from partnership.publishing.placeholders import placeholders, refuse_placeholders, told
from partnership.publishing.result import check_result
from partnership.publishing.snapshot import Snapshot, build_snapshot, problems_seen_from, take_snapshot, workshop
from partnership.publishing.unfinished import refuse_unfinished
from partnership.publishing.url_stability import Manifest, read_manifest
from partnership.rendering.own_styles import style_sheet_problems
from partnership.settings import Settings
from partnership.settings_file import read_settings

Say = Callable[[str], None]
SETTINGS_FILE: Final = "publishconf.py"
SHOWN: Final = 10
SAMPLE: Final = "template-text"


class Outcome(msgspec.Struct):
    """What a publication did or, in a trial, would do: the branch's new commit, and what became of addresses."""

    source: str
    commit: str = ""
    pages: int = 0
    added: list[str] = msgspec.field(default_factory=list)
    changed: list[str] = msgspec.field(default_factory=list)
    removed: list[str] = msgspec.field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """Whether anything differs from what is public."""
        return bool(self.commit or self.added or self.changed or self.removed)


def publish(
    project: Path,
    say: Say,
    *,
    dry_run: bool = False,
    dropped: Collection[str] = (),
    superseded: str = "",
    folder: Path | None = None,
) -> Outcome:
    """Publish the commit checked out in ``project`` to the branch of its remote, or into ``folder``.

    A trial (``dry_run``) stops before anything leaves this machine.  ``dropped`` are addresses that may vanish,
    ``superseded`` begins the name of an earlier source commit, or of the branch's newest one, whose work may.
    Raises :class:`ProblemsFound` for problems in sources or result, :class:`UserError` for everything else.
    """
    git = open_repository(project)
    commit = ready_commit(git)
    settings = with_profile(read_settings(project / SETTINGS_FILE))
    if settings.profile.feed_authority == NO_AUTHORITY:
        say(
            _(
                "data/site.yaml names no domain of your own for the feeds (feed_authority is missing, or still "
                "%(address)s): once it does, readers will show every entry again; write it before others subscribe",
                address=NO_AUTHORITY,
            )
        )
    branch = None if folder else PublicationBranch(git, settings.publish_remote, settings.publish_branch)
    if dry_run or folder is not None:
        for name, address in placeholders(settings):
            say(told(name, address))
    else:
        refuse_placeholders(settings)
        for name, address in placeholders(settings):
            say(told(name, address))
    others, domain = OthersFiles(), ""
    if branch is not None:
        look_at_remote(branch, commit, say, dry_run=dry_run, superseded=superseded)
        others = on_branch(branch)
        refuse_lost_work(branch, others, dropped, superseded)
        domain = domain_to_write(branch, settings, others, say)
        if not dry_run:
            committer(git)
    if folder is not None:
        recover(folder, settings, say)
    before = branch.manifest() if branch is not None else _manifest_in(folder)
    if folder is not None and before is not None:
        others = in_folder(folder, before)
        refuse_lost_files(folder, others, dropped)
    with workshop(settings.cache / "publication", say) as room:
        say(_("Building the site from commit %(commit)s", commit=commit[:10]))
        snapshot = take_snapshot(git, project, commit, room / "clone")
        with problems_seen_from(snapshot.project, project):
            refuse_samples(snapshot)
            refuse_broken_styles(snapshot)
            settings, built = build_snapshot(snapshot, SETTINGS_FILE, room / "site", settings.cache, say)
        outcome = Outcome(commit, pages=built.pages)
        say(_("Checking links, feeds and sizes"))
        now = check_result(BuiltSite(room / "site", settings.site_url), before, dropped, built.sources)
        _compare(outcome, before, now)
        place_editor(with_profile(settings), room / "site", say)
        if folder is not None:
            if not dry_run:
                put_into(folder, room / "site", settings, say, others.kept)
            return outcome
        assert branch is not None
        if dry_run:
            return outcome
        kept = [one for one in others.kept if not (domain and one == DOMAIN)]
        made = write_commit(branch, snapshot.git, room / "site", _message(git, commit), domain, kept)
        if branch.tip is not None and _shows_the_same(branch, made, now):
            return Outcome(commit, pages=built.pages)
        say(_("Sending the publication to “%(remote)s”", remote=branch.remote))
        branch.push(made)
        outcome.commit = made
        if not git.lines("branch", "--remotes", "--contains", commit):
            say(_("Send your changes to the others, too: git push"))
        return outcome


def ready_commit(git: Git) -> str:
    """Return the commit that can be published; raise :class:`UserError` when the folder is not ready."""
    commit = git.commit("HEAD")
    if commit is None:
        raise UserError(_("Nothing is committed yet; run git add and git commit first"))
    if git.line("rev-parse", "--is-shallow-repository") == "true":
        raise UserError(
            _("The clone is shallow: it lacks its history, and feeds would be wrong; run git fetch --unshallow first")
        )
    refuse_unfinished(git)
    changed = git.run("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames").decode("utf-8", "replace")
    paths = [entry[3:] for entry in changed.split("\0") if entry]
    if paths:
        shown = ", ".join(paths[:SHOWN]) + ("…" if len(paths) > SHOWN else "")
        raise UserError(
            ngettext(
                "%(num)d file is changed but not committed: %(paths)s; run git add and git commit, then publish again",
                "%(num)d files are changed but not committed: %(paths)s; "
                "run git add and git commit, then publish again",
                len(paths),
                paths=shown,
            )
        )
    return commit


def look_at_remote(
    branch: PublicationBranch, commit: str, say: Say, *, dry_run: bool = False, superseded: str = ""
) -> None:
    """Fetch the branch and refuse to publish what would undo somebody else's publication.

    A trial goes on without the remote, by what was last known.  ``superseded`` begins the name of a commit whose work
    may go.
    """
    try:
        branch.fetch()
    except UserError as error:
        if not dry_run:
            raise
        say(str(error))
        say(_("The trial goes on with what was published when the remote was last asked"))
        branch.recall()
    # Somebody may have changed the branch by hand since: what counts is the newest that names its sources.
    newest = next((one for one in branch.publications(limit=100) if one.source or one.withdrawn), None)
    if newest is None:
        return
    if newest.withdrawn == commit:
        raise UserError(
            _(
                "This state was published and then rolled back on %(day)s; "
                "correct the mistake, commit it and publish again",
                day=newest.day,
            )
        )
    # After a rollback what is shown is older than what was last published; both must be part of what is published now.
    for source in (newest.source, newest.withdrawn):
        if not source or (superseded and source.startswith(superseded)) or holds(branch.git, commit, source):
            continue
        raise UserError(
            _(
                "The site was last published on %(day)s from commit %(commit)s, which your folder does not have; "
                "nothing was overwritten. Run git pull --rebase to bring it in, then publish again. "
                "If that work shall go, publish with --supersede %(commit)s",
                day=newest.day,
                commit=source[:10],
            )
        )


def holds(git: Git, commit: str, source: str) -> bool:
    """Tell whether a state holds the work of another: by its history, or by changes that were only written anew.

    The second happens when somebody publishes, then rebases before sending.
    """
    if git.tells("merge-base", "--is-ancestor", source, commit):
        return True
    try:
        return not git.lines("rev-list", "--cherry-pick", "--right-only", "--no-merges", f"{commit}...{source}")
    except GitFailed:
        return False  # a commit that is not here at all


def refuse_samples(snapshot: Snapshot) -> None:
    """Raise :class:`ProblemsFound` when a text that would be public still has a sample sentence of ``new``."""
    settings = with_profile(read_settings(snapshot.project / SETTINGS_FILE))
    linked = link(settings)
    samples = [one for one in style_problems(settings, linked.library) if one.code == SAMPLE]
    visible = {str(settings.content / path) for path in linked.catalogue.document_addresses}
    found = ProblemList(msgspec.structs.replace(one, severity="error") for one in samples if one.path in visible)
    if found.errors and not linked.problems.errors:
        raise ProblemsFound(found)


def refuse_broken_styles(snapshot: Snapshot) -> None:
    """Raise :class:`ProblemsFound` when a style sheet of the site's own theme is broken, which no page would say."""
    found = ProblemList(style_sheet_problems(read_settings(snapshot.project / SETTINGS_FILE).theme))
    if found.errors:
        raise ProblemsFound(found)


def _manifest_in(folder: Path | None) -> Manifest | None:
    try:
        return read_manifest((folder / addresses.MANIFEST.lstrip("/")).read_bytes()) if folder is not None else None
    except OSError:
        return None


def _compare(outcome: Outcome, before: Manifest | None, now: Manifest) -> None:
    old = before.addresses if before is not None else {}
    outcome.added = sorted(now.addresses.keys() - old.keys())
    outcome.removed = sorted(old.keys() - now.addresses.keys())
    outcome.changed = sorted(one for one in now.addresses.keys() & old.keys() if now.addresses[one] != old[one])


def _shows_the_same(branch: PublicationBranch, made: str, now: Manifest) -> bool:
    """Tell whether a commit's files are those that are public, save for the commit that the manifest names."""
    assert branch.tip is not None
    differing = changed_files(branch.git, branch.tip, made)
    if differing != [addresses.MANIFEST.lstrip("/")]:
        return not differing
    before = branch.manifest()
    return before is not None and (before.site, before.addresses) == (now.site, now.addresses)


def _message(git: Git, commit: str) -> str:
    subject = git.line("show", "--no-patch", "--format=%s", commit)
    return f"Publish {commit[:10]}: {subject}\n\n{SOURCE}: {commit}"


def remembered(settings: Settings, git: Git) -> PublicationBranch:
    """Return the publication branch as it was when it was last fetched, without asking the remote."""
    branch = PublicationBranch(git, settings.publish_remote, settings.publish_branch)
    branch.recall()
    return branch
