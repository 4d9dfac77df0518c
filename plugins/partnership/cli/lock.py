"""``lock``: resolve the dependencies anew and write the lock files that ``tasks.py`` installs from."""

from __future__ import annotations

import subprocess
import sys

import click

from partnership.language import _
from partnership.problems import UserError
from partnership.settings import PROJECT

SETS = ("requirements-build", "requirements", "requirements-test")
"""The sets, in this order: the test lock is constrained by the one before it."""

OPTIONS = (
    "--universal",
    "--generate-hashes",
    "--no-emit-index-url",
    "--python-version=3.11",
    "--custom-compile-command=python3 tasks.py lock",
)
"""One lock for every platform and Python from 3.11, hash-checked, naming no package index."""


@click.command("lock", help=_("Writes requirements*.lock from requirements*.in."))
@click.option("--upgrade", is_flag=True, help=_("Take the newest versions that the ranges allow."))
def command(upgrade: bool) -> None:
    """Write all lock files, keeping the locked versions that still fit unless ``upgrade`` is asked for."""
    more = ("--upgrade",) if upgrade else ()
    for name in SETS:
        call = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", *OPTIONS, *more]
        done = subprocess.run([*call, f"{name}.in", "--output-file", f"{name}.lock"], cwd=PROJECT, check=False)
        if done.returncode:
            raise UserError(_("%(name)s.in could not be resolved; see the lines above.", name=name))
        click.echo(f"{name}.lock")
