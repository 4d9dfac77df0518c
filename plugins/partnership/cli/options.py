"""Options that several tasks share, as decorators for click commands.

A folder is handed to the command as an absolute path (a relative one counts from where the caller stands), or as None
when the option was left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from partnership.language import _

type_folder_to_read = click.Path(exists=True, file_okay=False, readable=True, resolve_path=True, path_type=Path)
type_folder_to_write = click.Path(file_okay=False, resolve_path=True, path_type=Path)
type_file_to_read = click.Path(exists=True, dir_okay=False, readable=True, resolve_path=True, path_type=Path)

Decorated = Callable[..., Any]


def source_options(command: Decorated) -> Decorated:
    """Add ``--content DIR`` and ``--data DIR``: keywords ``content`` and ``data``, a Path or None."""
    command = click.option(
        "--data", metavar="DIR", type=type_folder_to_read, help=_("Folder of the data, in place of data/.")
    )(command)
    return click.option(
        "--content", metavar="DIR", type=type_folder_to_read, help=_("Folder of the content, in place of content/.")
    )(command)


def site_options(command: Decorated) -> Decorated:
    """Add ``--output DIR``, ``--site-url URL`` and ``--drafts``: keywords ``output``, ``site_url`` and ``drafts``."""
    command = click.option("--drafts", is_flag=True, help=_("With drafts and with posts of the future."))(command)
    command = click.option(
        "--site-url",
        metavar="URL",
        callback=_site_url,
        help=_("Where the site will stand; without it SITE_URL or the settings decide."),
    )(command)
    return click.option(
        "--output", metavar="DIR", type=type_folder_to_write, help=_("Folder of the built site, in place of output/.")
    )(command)


def _site_url(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Let only an absolute web address through; a trailing slash does no harm and is left to the settings."""
    if value is not None and not value.startswith(("https://", "http://")):
        raise click.BadParameter(_("an address begins with https:// or http://."), ctx, param)
    return value


class Date(click.ParamType[date]):
    """A day as ``RRRR-MM-DD``, handed on as ``datetime.date``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that the text names, or fail with a usage error."""
        written = value
        try:
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
                # As people write it: 31.05.2026, 31 maja 2026 r.
                from partnership.records.polish_values import meant_day

                value = meant_day(str(value)) or ""
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(_("“%(value)s” is not a day; write it as 2026-05-31.", value=written), param, ctx)
