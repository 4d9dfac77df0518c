"""``audit``: build the site aside, or take a built one, and run the validators of ``audit/`` over it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import click

from partnership.cli.options import type_folder_to_read
from partnership.language import _
from partnership.problems import UserError
from partnership.settings import PROJECT


@click.command("audit", help=_("Validators of others over the built site, one line a check."))
@click.option("--details", default=5, show_default=True, help=_("How many offences to show under each check."))
@click.option("--base", default="", metavar="PATH", help=_("Path below which the addresses of FOLDER stand."))
@click.argument("folder", required=False, type=type_folder_to_read)
def command(details: int, base: str, folder: Path | None) -> int:
    """Audit ``folder``, or a fresh build of this repository; return 1 when a check is not content."""
    if folder is not None:
        return _audit(folder, base, details)
    with tempfile.TemporaryDirectory(prefix="audit-") as temporary:
        output = Path(temporary, "site")
        site_url = f"https://partnerstwo.example{urlsplit(base).path}"
        # As a process of its own: the audit sees a site only as its visitors do.
        build = [sys.executable, "-m", "partnership", "build", "--output", str(output), "--site-url", site_url]
        if subprocess.run(build, check=False, stdout=sys.stderr).returncode:
            raise UserError(_("the site could not be built; see the lines above."))
        return _audit(output, base, details)


def _audit(folder: Path, base: str, details: int) -> int:
    call = [sys.executable, "-m", "audit", str(folder), "--base", base.rstrip("/"), "--details", str(details)]
    return subprocess.run(call, cwd=PROJECT, check=False).returncode
