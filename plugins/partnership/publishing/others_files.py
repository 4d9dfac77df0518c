"""What others put where the site is published: kept where it belongs to the host, else a reason to stop.

A host writes the domain of its settings into ``CNAME`` on the branch itself, a certificate's proof stands in
``.well-known/``, a search engine asks for a file with a name of its own.  The site makes none of these, so a
publication that only wrote its own files would delete them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.editor.page import FOLDER as EDITOR
from partnership.language import _
from partnership.problems import UserError
from partnership.publishing.branch import PublicationBranch, changed_files
from partnership.publishing.url_stability import Manifest, without_dropped
from partnership.sources.folder import list_everything

DOMAIN: Final = "CNAME"
NO_JEKYLL: Final = ".nojekyll"
SHOWN: Final = 8

_HOSTS_OWN: Final = re.compile(
    r"CNAME|\.nojekyll|\.well-known/.+|\.htaccess|BingSiteAuth\.xml|ads\.txt|keybase\.txt"
    r"|(?:google|naver)[0-9a-z]{6,}\.html|(?:yandex_|pinterest-|baidu_verify_|mailru-verification)[0-9A-Za-z_-]+\.html"
)
"""Files of the host, of certificates and of those who ask for a proof that the site is one's own."""


class OthersFiles(msgspec.Struct, frozen=True):
    """Paths that others brought or changed: those of the host, which are ``kept``, and the ``rest``."""

    kept: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def is_hosts_own(path: str) -> bool:
    """Tell whether a file, by its path below the site's root, belongs to the host or proves ownership."""
    return _HOSTS_OWN.fullmatch(path) is not None


def on_branch(branch: PublicationBranch) -> OthersFiles:
    """Return what others brought to the branch or changed on it since the newest publication of the site."""
    if branch.tip is None:
        return OthersFiles()
    there = branch.files(branch.tip)
    own = next((one for one in branch.publications() if one.is_own), None)
    manifest = branch.manifest(own.commit) if own is not None else None
    changed = changed_files(branch.git, own.commit, branch.tip) if own is not None else there
    return _sorted_out(there, manifest, changed)


def in_folder(folder: Path, manifest: Manifest | None) -> OthersFiles:
    """Return what others put into a folder that holds a published site."""
    return _sorted_out(list_everything(str(folder)), manifest, ()) if folder.is_dir() else OthersFiles()


def _sorted_out(there: Iterable[str], manifest: Manifest | None, changed: Collection[str]) -> OthersFiles:
    made = {addresses.output_path(one) for one in manifest.addresses} if manifest is not None else set()
    made |= {addresses.output_path(addresses.MANIFEST), NO_JEKYLL}
    present = {one for one in there if not one.startswith(f"{EDITOR}/")}
    changed = [one for one in changed if not one.startswith(f"{EDITOR}/")]
    others = (present - made) | set(changed)
    kept = sorted(one for one in others & present if is_hosts_own(one) and one != NO_JEKYLL)
    return OthersFiles(tuple(kept), tuple(sorted(one for one in others if not is_hosts_own(one))))


def refuse_lost_work(branch: PublicationBranch, others: OthersFiles, dropped: Collection[str], superseded: str) -> None:
    """Raise :class:`UserError` when publishing would undo what others changed on the branch.

    ``dropped`` are addresses that may go, ``superseded`` begins the name of the branch's newest commit when its
    changes may.
    """
    rest = _not_dropped(others.rest, dropped)
    if not rest or branch.tip is None or (superseded and branch.tip.startswith(superseded)):
        return
    newest = branch.publications(limit=1)[0]
    raise UserError(
        _(
            "Others changed files on the branch “%(branch)s” that would be lost: %(files)s (last: “%(subject)s”, "
            "%(day)s); nothing was overwritten. Bring what shall stay into content/, data/ or the theme and commit it "
            "there, then publish with --supersede %(commit)s",
            branch=branch.name,
            files=_some(rest),
            subject=newest.subject,
            day=newest.day,
            commit=branch.tip[:10],
        )
    )


def refuse_lost_files(folder: Path, others: OthersFiles, dropped: Collection[str]) -> None:
    """Raise :class:`UserError` when publishing into a folder would delete what others put there."""
    rest = _not_dropped(others.rest, dropped)
    if rest:
        raise UserError(
            _(
                "The folder %(path)s holds files that are not of the site: %(files)s; nothing was changed. "
                "Move them away, or let them go with --drop %(address)s",
                path=str(folder),
                files=_some(rest),
                address=f"/{rest[0]}",
            )
        )


def _not_dropped(paths: Iterable[str], dropped: Collection[str]) -> list[str]:
    return [one.lstrip("/") for one in without_dropped((f"/{path}" for path in paths), dropped)]


def _some(paths: Collection[str]) -> str:
    return ", ".join(list(paths)[:SHOWN]) + ("…" if len(paths) > SHOWN else "")
