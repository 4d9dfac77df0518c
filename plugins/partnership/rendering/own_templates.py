"""Checks of the templates that a site has in a theme of its own: those that cannot be read, and those nothing uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Const, Extends, FromImport, Import, Include, Template

from partnership.language import SOURCE_LANGUAGE, _
from partnership.nearest import nearest
from partnership.problems import Problem
from partnership.rendering.environment import EXTENSIONS
from partnership.rendering.filters import filters_of
from partnership.settings import BUILT_IN_THEME
from partnership.sources.folder import list_folder
from partnership.sources.text import Unreadable, read_text
from partnership.theme_folders import is_built_in

FOLDER: Final = "templates"
_TAG: Final = re.compile(r"<(script|link|img|iframe|source|video|audio|object|embed)\b[^>]*>", re.IGNORECASE)
_LOADED: Final = re.compile(
    r"""\s(?:src|href|data|srcset|poster)\s*=\s*["']?((?:https?:)?//[^"'\s>]+)""", re.IGNORECASE
)
_LOADING: Final = re.compile(r"""\srel\s*=\s*["']?[^"'>]*\b(?:stylesheet|preload|modulepreload|icon|manifest)\b""")
"""Links of a page's head that load something; others only name it."""


def template_problems(theme: Path, named: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the templates of a theme beside the built-in one.

    ``named`` are templates that kinds of a site's own ask for.  What a template misses at one page alone only a build
    finds.
    """
    if is_built_in(theme) or not (theme / FOLDER).is_dir():
        return
    environment = Environment(autoescape=True, extensions=EXTENSIONS)
    environment.filters.update(filters_of("", SOURCE_LANGUAGE, SOURCE_LANGUAGE))
    own = sorted(list_folder(str(theme / FOLDER)).files)
    built_in = frozenset(list_folder(str(BUILT_IN_THEME / FOLDER)).files)
    used: set[str | None] = {*named, *built_in}
    for name in own:
        path = theme / FOLDER / name
        try:
            source = read_text(str(path))
            environment.compile(source, name, str(path))
            parsed = environment.parse(source)
            used |= set(find_referenced_templates(parsed))
            yield from _missing(path, parsed, {*own, *built_in})
            yield from _from_elsewhere(path, source)
        except Unreadable as error:
            yield error.problem
        except TemplateSyntaxError as error:
            yield _unreadable(path, error)
    if None in used:  # a name that is known only when a page is made
        return
    for name in own:
        if name not in used:
            yield _unused(theme / FOLDER / name, name, built_in)


def _missing(path: Path, parsed: Template, known: set[str]) -> Iterator[Problem]:
    """Yield templates that one asks for and that are not there."""
    asking: Iterable[Any] = parsed.find_all((Extends, Include, Import, FromImport))
    for node in asking:
        asked = node.template
        if not isinstance(asked, Const) or asked.value in known or getattr(node, "ignore_missing", False):
            continue
        if isinstance(asked.value, str):
            near = nearest(asked.value, sorted(known))
            message = _("There is no template “%(name)s”", name=asked.value)
            hint = _("did you mean “%(near)s”?", near=near) if near else _("correct the name, or add the file")
            yield Problem(
                path=str(path), line=node.lineno, code="missing-template", message=message, hint=hint, suggestion=near
            )


def _from_elsewhere(path: Path, source: str) -> Iterator[Problem]:
    """Yield what a page would load from another host: its own policy has the browser refuse it."""
    for tag in _TAG.finditer(source):
        name, address = tag[1].lower(), _LOADED.search(tag.group())
        if address is None or (name == "link" and not _LOADING.search(tag.group())):
            continue
        line = source.count("\n", 0, tag.start()) + 1
        message = _("“%(address)s” is loaded from another host, which browsers refuse here", address=address[1])
        hint = _('put the file into theme/static and ask for it there: {{ asset("…") }}')
        yield Problem(path=str(path), line=line, code="other-host", message=message, hint=hint, severity="warning")


def _unreadable(path: Path, error: TemplateSyntaxError) -> Problem:
    message = _("The template cannot be read: %(reason)s", reason=error.message or "")
    hint = _("correct the line, or remove the file; without it the built-in one counts")
    return Problem(path=str(path), line=error.lineno, code="broken-template", message=message, hint=hint)


def _unused(path: Path, name: str, built_in: frozenset[str]) -> Problem:
    near = nearest(name, built_in)
    hint = (
        _("did you mean “%(near)s”? A file takes the place of the built-in one of the same name", near=near)
        if near
        else _("a file takes the place of the built-in one of the same name, or another template has to include it")
    )
    return Problem(
        path=str(path),
        code="unused-template",
        message=_("Nothing uses the template “%(name)s”", name=name),
        hint=hint,
        severity="warning",
    )
