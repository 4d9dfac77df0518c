"""The domain of one's own in the branch's file CNAME: that of the settings, or the one that the host wrote there."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from partnership.language import _
from partnership.problems import UserError
from partnership.publishing.branch import PublicationBranch
from partnership.publishing.others_files import DOMAIN, OthersFiles
from partnership.settings import Settings


def domain_to_write(
    branch: PublicationBranch, settings: Settings, others: OthersFiles, say: Callable[[str], None]
) -> str:
    """Return the domain to write into CNAME; empty where the file on the branch stays as it is, or there is none.

    Raises :class:`UserError` when the settings name one domain and somebody has put another one on the branch since.
    """
    there = branch.text(DOMAIN).decode("utf-8", "replace").strip() if DOMAIN in others.kept else ""
    wanted = settings.publish_domain
    if there and wanted and there.lower() != wanted.lower() and there.lower() != _written_last(branch).lower():
        raise UserError(
            _(
                "The host's settings name the domain %(there)s, PARTNERSHIP_PUBLISH_DOMAIN names %(wanted)s; "
                "nothing was changed. Write the right one in publishconf.py and in the host's settings",
                there=there,
                wanted=wanted,
            )
        )
    named = wanted or there
    host = urlsplit(settings.site_url).hostname or ""
    if named and named.lower().removeprefix("www.") != host.removeprefix("www."):
        say(
            _(
                "The site will stand at %(domain)s, but its links say %(address)s: "
                "set SITEURL in publishconf.py or the variable SITE_URL",
                domain=named,
                address=settings.site_url,
            )
        )
    return wanted


def _written_last(branch: PublicationBranch) -> str:
    """Return the domain that the site's newest publication wrote."""
    own = next((one for one in branch.publications() if one.is_own), None)
    return branch.text(DOMAIN, own.commit).decode("utf-8", "replace").strip() if own is not None else ""
