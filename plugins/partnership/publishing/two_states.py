"""Two commits, each built by its own code, compared as the public sees them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.linking import link
from partnership.catalogue.profile import with_profile
from partnership.language import _, current_language, ngettext
from partnership.problems import UserError
from partnership.publishing.built_site import BuiltSite
from partnership.publishing.comparison import Comparison, compare
from partnership.publishing.git import Git, open_repository
from partnership.publishing.publish import SETTINGS_FILE, remembered
from partnership.publishing.snapshot import Snapshot, take_snapshot, workshop
from partnership.publishing.unfinished import refuse_unfinished
from partnership.settings_file import read_settings

Say = Callable[[str], None]
SITE_URL: Final = "https://comparison.example"
"""Address that both sites are built for: a change of the real one is not what is asked for."""


def compare_commits(project: Path, base: str, say: Say) -> tuple[Comparison, str, str]:
    """Return what the public will see changed from ``base`` to the commit checked out, and both commits.

    An empty ``base`` means what is published, else what the remote has, else the commit before.  Raises
    :class:`UserError` when there is no such commit or one of the two cannot be built.
    """
    git = open_repository(project)
    head = git.commit("HEAD")
    if head is None:
        raise UserError(_("Nothing is committed yet; run git add and git commit first"))
    refuse_unfinished(git)
    old = _base(git, project, base, say)
    unclean = len(git.lines("status", "--porcelain"))
    if unclean:
        say(
            ngettext(
                "%(num)d file is changed but not committed and is left out",
                "%(num)d files are changed but not committed and are left out",
                unclean,
            )
        )
    settings = read_settings(project / SETTINGS_FILE)
    # Both are built for one and the same day, even around midnight.
    day = os.environ.get("SOURCE_DATE_EPOCH") or str(int(time.time()))
    with workshop(settings.cache / "diff", say) as room:
        sites, catalogues = [], []
        for name, commit in (("old", old), ("new", head)):
            say(_("Building the site from commit %(commit)s", commit=commit[:10]))
            snapshot = take_snapshot(git, project, commit, room / name)
            sites.append(_build(snapshot, room / f"{name}-site", settings.cache / "diff-cache", day))
            catalogues.append(_catalogue(snapshot))
        return compare(sites[0], sites[1], catalogues[0], catalogues[1]), old, head


def _base(git: Git, project: Path, base: str, say: Say) -> str:
    """Return the commit to compare with."""
    if base:
        commit = git.commit(base)
        if commit is None:
            raise UserError(_("“%(name)s” is no commit of this repository; fetch it first: git fetch", name=base))
        return commit
    manifest = remembered(read_settings(project / SETTINGS_FILE), git).manifest()
    published = git.commit(manifest.commit) if manifest is not None and manifest.commit else None
    if published is not None:
        return published
    for name, told in (("@{upstream}", _("what the others have")), ("HEAD^", _("the commit before"))):
        commit = git.commit(name)
        if commit is not None:
            if manifest is None:
                say(_("Nothing is published yet, as far as is known here; comparing with %(what)s", what=told))
            else:
                say(_("The commit that is published is not known here (git fetch brings it); comparing with %(what)s",
                      what=told))  # fmt: skip
            return commit
    raise UserError(_("There is nothing to compare with: nothing is published, and this is the first commit"))


def _build(snapshot: Snapshot, output: Path, cache: Path, day: str) -> BuiltSite:
    """Build a commit's site by the commit's own code, as a process of its own."""
    own_cache = snapshot.project / ".cache"
    cache.mkdir(parents=True, exist_ok=True)
    if not own_cache.exists():
        own_cache.symlink_to(cache)
    code = snapshot.project / "plugins"
    variables = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "GIT_DIR")}
    variables |= {"PYTHONPATH": str(code if code.is_dir() else Path(__file__).resolve().parents[2])}
    # The reason for a failure is shown here, so it is told in the language of this process, however that was chosen.
    variables |= {"SOURCE_DATE_EPOCH": day, "LANG": current_language()}
    call = ["build", "--output", str(output), "--site-url", SITE_URL]
    if not code.is_dir():
        call += ["--content", str(snapshot.project / "content"), "--data", str(snapshot.project / "data")]
    done = subprocess.run(
        [sys.executable, "-P", "-X", "utf8", "-m", "partnership", *call],
        cwd=snapshot.project, env=variables, stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        told = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if "warning:" not in line]
        raise UserError(
            _(
                "The state %(commit)s cannot be built: %(reason)s",
                commit=snapshot.commit[:10],
                reason=" / ".join(told[:5]) or str(done.returncode),
            )
        )
    return BuiltSite(output, SITE_URL)


def _catalogue(snapshot: Snapshot) -> Catalogue | None:
    """Return the catalogue of a commit as the present code reads it; None when it cannot."""
    try:
        settings = with_profile(read_settings(snapshot.project / SETTINGS_FILE))
        linked = link(msgspec.structs.replace(settings, cache=snapshot.project / ".cache"))
    except (UserError, OSError):
        return None
    return None if linked.problems.errors else linked.catalogue
