"""Why a remote refuses a push, and what an editor can do about it."""

from __future__ import annotations

import re
from typing import Final

from partnership.language import _
from partnership.publishing.git import GitFailed

_OVERTAKEN: Final = re.compile(
    r"^\s*! \[(?:remote )?rejected\].*\((?:fetch first|non-fast-forward|stale info|.*cannot lock ref.*"
    r"|.*incorrect old value.*|.*reference already exists.*)\)",
    re.MULTILINE,
)
_PROTECTED: Final = re.compile(r"GH006|GH013|protected (?:branch|ref|tag)|rule violations|not allowed to push", re.I)
_TOO_LARGE: Final = re.compile(r"GH001|large file|file size|too large|larger than|exceeds .*(?:limit|size)", re.I)
_FULL: Final = re.compile(r"quota|storage limit|no space left|disk full|over its (?:data|size)", re.I)
_SECRET: Final = re.compile(r"secret|push protection|credential", re.I)
_RIGHTS: Final = re.compile(
    r"permission|denied|forbidden|unauthori[sz]ed|authentication|could not read (?:username|password)|publickey"
    r"|\b40[13]\b|not found|does not appear to be a git repository",
    re.I,
)
_HOOK: Final = re.compile(r"hook declined|remote rejected", re.I)


def is_overtaken(failed: GitFailed) -> bool:
    """Tell whether a push failed since somebody else pushed in the meantime."""
    return _OVERTAKEN.search(str(failed)) is not None


def advice_for(failed: GitFailed) -> str:
    """Return what to do about a push that failed, as a sentence."""
    told = str(failed)
    if _SECRET.search(told):
        return _("Take the secret that it names out of the files, commit that and publish again")
    if _PROTECTED.search(told):
        return _(
            "The branch is protected: let whoever publishes push to it (in the host's settings under “Branches” or "
            "“Rules”), or name another branch as GITHUB_PAGES_BRANCH in publishconf.py"
        )
    if _TOO_LARGE.search(told):
        return _("Make the file that it names smaller or take it out, commit that and publish again")
    if _FULL.search(told):
        return _("The host has no room left: delete what nobody needs there, or ask for more, then publish again")
    if _RIGHTS.search(told):
        return _("Check the remote's address (git remote -v) and your rights there, then publish again")
    if _HOOK.search(told):
        return _("It is a rule of the remote: mend what it names, or ask those who look after it, then publish again")
    return _("Check the connection and your rights, then publish again")
