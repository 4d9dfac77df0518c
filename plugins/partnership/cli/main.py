"""The one parser of every task, and the one place where what went wrong becomes an exit status.

Exit status: 0 well, 1 problems or failure, 2 wrong usage, 130 interrupted. A traceback is never shown for a mistake of
the caller or in the content; for a mistake in the program itself it is shown when ``PARTNERSHIP_DEBUG`` is set.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from typing import Any, Final

import click

from partnership.cli.polish_click import translate_click
from partnership.cli.site_language import site_language
from partnership.language import LANGUAGES, _, set_language
from partnership.nearest import nearest
from partnership.problems import ProblemsFound, UserError
from partnership.settings import SITE_VARIABLE, site_root
from partnership.system_errors import why

PROGRAM: Final = "python3 tasks.py"
"""How the caller started us: what usage lines and hints show."""

DEBUG_VARIABLE: Final = "PARTNERSHIP_DEBUG"
"""Environment variable that makes an internal error show its traceback."""

WITH_VALUE: Final = ("--lang", "--site")
"""Options before the task, each with a value."""

TASKS: Final = (
    "serve",
    "build",
    "check",
    "new",
    "start",
    "import-figures",
    "import-site",
    "newsletter",
    "diff",
    "freshness",
    "translations",
    "confirm",
    "editor",
    "publish",
    "test",
    "audit",
    "bench",
    "schemas",
    "lock",
)
"""Every task, in the order of the help: daily work first."""


class Tasks(click.Group):
    """The group of all tasks. The module of a task is imported when the task is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the tasks whose module is there."""
        return [name for name in TASKS if _module_file(name).is_file()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of one task, or None for a name that is not a task."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"partnership.cli.{_module_name(cmd_name)}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the task, after what a killed one left in any output folder is finished or undone."""
        from partnership.engine.commit import recover_all
        from partnership.settings import site_passed_over, site_root
        from partnership.settings_file import read_settings

        if (passed_over := site_passed_over()) is not None:
            named = {"site": str(site_root()), "here": str(passed_over)}
            click.echo(
                _(
                    "Working on the site in %(site)s; for the one in %(here)s add --site %(here)s before the task",
                    **named,
                ),
                err=True,
            )
        with suppress(UserError):  # broken settings are told by the task, if it needs them
            recover_all(read_settings().cache / "build")
        return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the task that is asked for; a misspelt one is answered with the nearest name."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = nearest(args[0], self.list_commands(ctx))
            message = _("There is no task “%(name)s”.", name=args[0])
            ctx.fail(f"{message} {_('Did you mean “%(near)s”?', near=near)}" if near else message)
        return super().resolve_command(ctx, args)


def _module_name(task: str) -> str:
    return task.replace("-", "_")


def _module_file(task: str) -> Path:
    return Path(__file__).with_name(_module_name(task) + ".py")


def make_group() -> click.Group:
    """Return the parser. Made when it is needed, since its texts are in the language chosen at the start."""
    language = click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=_("Language of the messages; without it LANG decides, else the site: Polish for pl…, else English."),
    )
    site = click.Option(
        ["--site"],
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False),
        expose_value=False,
        help=_("Folder of the site to work on, in place of the one that the program comes with."),
    )
    return Tasks(
        name="tasks",
        params=[language, site],
        help=_("Everything that is done with the Partnership's site. Help on one task: TASK --help."),
        no_args_is_help=False,
        options_metavar="",
        subcommand_metavar=_("TASK …"),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def asked_before_task(arguments: Sequence[str], option: str) -> str | None:
    """Return the value of an option before the task, or None; read before parsing, since the parser depends on it."""
    rest = iter(arguments)
    for argument in rest:
        name, joined, value = argument.partition("=")
        if name in WITH_VALUE:
            value = value if joined else next(rest, "")
            if name == option:
                return value
        elif not argument.startswith("-"):
            return None
    return None


def asked_language(arguments: Sequence[str]) -> str | None:
    """Return the language that ``--lang`` asks for, or None where it asks for none that is known."""
    asked = asked_before_task(arguments, "--lang")
    return asked if asked in LANGUAGES else None


def main(arguments: Sequence[str]) -> int:
    """Run the task that the arguments name and return the exit status of the process.

    In a context of its own: whose dates and forms hold for the task's site ends with the task, and so does the site
    that ``--site`` names to the task and the processes it starts.
    """
    before = os.environ.get(SITE_VARIABLE)
    try:
        return copy_context().run(_main, arguments)
    finally:
        os.environ.pop(SITE_VARIABLE, None)
        if before is not None:
            os.environ[SITE_VARIABLE] = before


def _main(arguments: Sequence[str]) -> int:
    _never_fail_on_odd_characters()
    if (site := asked_before_task(arguments, "--site")) is not None:
        os.environ[SITE_VARIABLE] = os.path.abspath(site)
    translate_click(set_language(asked_language(arguments), site_language(site_root())))
    try:
        result: Any = make_group().main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except click.Abort:  # Click's form of KeyboardInterrupt, and of the end of input at a question
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception as error:
        return _told(error)
    return result if isinstance(result, int) else 0


def _told(error: Exception) -> int:
    """Tell on stderr what stopped the task and return the exit status."""
    if isinstance(error, ProblemsFound):
        from partnership.reporting import excerpt

        for problem in error.problems:
            shown = excerpt(problem) if sys.stderr.isatty() else []
            click.echo("\n".join((problem.as_text(), *shown)), err=True)
        return 1
    if isinstance(error, UserError):
        click.echo(_("Error: %(reason)s", reason=str(error)), err=True)
        return 1
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error, file=sys.stderr)
        return 1
    if isinstance(error, OSError) and error.strerror:
        where = f" ({os.fsdecode(error.filename)})" if isinstance(error.filename, str | bytes) else ""
        click.echo(_("Error: %(reason)s", reason=f"{why(error)}{where}"), err=True)
        return 1
    what = f"{type(error).__name__}: {error}".strip(": ").replace("\n", " ")
    text = _(
        "Error: the program itself failed (%(what)s); %(variable)s=1 before the command shows where.",
        what=what,
        variable=DEBUG_VARIABLE,
    )
    click.echo(text, err=True)
    return 1


def _never_fail_on_odd_characters() -> None:
    """Let a file name that is not valid UTF-8 be printed with escapes instead of ending the task."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
