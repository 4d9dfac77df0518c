"""``test``: every check that a change must pass, in the order in which they are quick to fail."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from partnership.language import _
from partnership.parallel_map import processors
from partnership.settings import PROJECT

LINTERS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
)
"""Programs that read the code, with their arguments; what they look at stands in pyproject.toml."""

PROCESSES = 8
"""Over so many processes the tests are spread at most: each has a browser of its own."""


@click.command(
    "test",
    help=_("Linters, types and tests. Arguments after the task go to pytest, which then runs alone."),
    context_settings={"ignore_unknown_options": True},
)
@click.option("--nightly", is_flag=True, help=_("With the long tests that otherwise run only at night."))
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED, metavar=_("[PYTEST ARGUMENTS]"))
def command(nightly: bool, pytest_arguments: tuple[str, ...]) -> int:
    """Run everything and return 1 when anything failed; pytest comes last, so its closing line ends the output."""
    whole = not pytest_arguments
    failed = [name for name, *rest in LINTERS if not _passes(name, *rest)] if whole else []
    if failed:
        click.echo(_("Not clean: %(names)s; see the top of the output.", names=", ".join(failed)), err=True)
    arguments = ["-m", "", "--hypothesis-profile=nightly"] if nightly else []
    if whole:
        # Each process begins with its own stretch of the tests, whose modules share what they made; who has ended
        # takes over half of what another still has to do.
        arguments += [f"--numprocesses={min(processors(), PROCESSES)}", "--dist=worksteal"]
        arguments += ["--cov=partnership", "--cov-report=term:skip-covered"]
    passed = _passes("pytest", *arguments, *pytest_arguments)
    return 0 if passed and not failed else 1


def _passes(module: str, *arguments: str) -> bool:
    """Run a program of the environment in the project's folder and tell whether it was content."""
    click.echo(" ".join(("\n$", module, *arguments)), err=True)
    # Processes that a test forks in another folder must not leave their coverage there: it would make a tree unclean.
    environment = os.environ | {"COVERAGE_FILE": str(PROJECT / ".coverage")}
    # Compiled tests are kept, whatever this shell says: every process would else compile them all again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=PROJECT, env=environment, check=False).returncode == 0
