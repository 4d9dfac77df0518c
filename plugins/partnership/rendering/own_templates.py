"""Checks of the templates that a site has in a theme of its own: those that cannot be read, and those nothing uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

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
            used |= set(find_referenced_templates(environment.parse(source)))
        except Unreadable as error:
            yield error.problem
        except TemplateSyntaxError as error:
            yield _unreadable(path, error)
    if None in used:  # a name that is known only when a page is made
        return
    for name in own:
        if name not in used:
            yield _unused(theme / FOLDER / name, name, built_in)


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
