"""Questions of a task: answered by options or, at a terminal, by whoever sits there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from partnership.language import _

T = TypeVar("T")


def at_terminal() -> bool:
    """Tell whether somebody sits there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


class Asking:
    """What the author said by options, and at a terminal by answers to questions.

    ``named`` is what stands after the kind, a title or a name; ``given`` are the options by key.
    """

    def __init__(self, named: str, given: dict[str, Any]) -> None:
        self.named = named
        self.given = given

    def title(self, question: str) -> str:
        """Return the title, or name, which must be there."""
        if not self.named and not at_terminal():
            raise click.UsageError(_("Missing: %(what)s. Give it after the kind, in quotes.", what=question))
        title = " ".join(self.named.split())
        while not title:
            title = " ".join(_prompt(question).split())
            if not title:
                click.echo(_("This one is needed; Ctrl+C ends without a file"), err=True)
        return title

    def needed(self, key: str, question: str, read: Callable[[str], T]) -> T:
        """Return an answer that must be there; at a terminal a wrong one is asked for again."""
        from partnership.authoring.site_choices import UnknownName

        value = self.given.get(key, "")
        if value:
            return checked(read, value)
        if not at_terminal():
            option = "--" + key.strip("_").replace("_", "-") if key in self.given else f"--set {key}=…"
            raise click.UsageError(_("Missing: %(option)s (%(what)s)", option=option, what=question))
        while True:
            answer = _prompt(question)
            try:
                if answer:
                    return read(answer)
                click.echo(_("This one is needed; Ctrl+C ends without a file"), err=True)
            except UnknownName as error:
                click.echo(str(error), err=True)

    def optional(self, key: str, question: str, read: Callable[[str], Any] = str) -> Any:
        """Return an answer that may be missing; at a terminal a wrong one is asked for again."""
        from partnership.authoring.site_choices import UnknownName

        value = " ".join(str(self.given.get(key, "") or (_prompt(question) if at_terminal() else "")).split())
        while value:
            try:
                return read(value)
            except UnknownName as error:
                click.echo(str(error), err=True)
            value = _prompt(question)
        return ""


def _prompt(question: str) -> str:
    """Ask at the terminal and return the answer, which may be empty."""
    return str(click.prompt(question, default="", show_default=False, err=True)).strip()


def checked(read: Callable[[str], T], value: str) -> T:
    """Return what an option means, or fail as wrong usage."""
    from partnership.authoring.site_choices import UnknownName

    try:
        return read(value)
    except UnknownName as error:
        raise click.UsageError(str(error)) from None
