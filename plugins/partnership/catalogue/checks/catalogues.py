"""Checks of a site's own catalogues of messages: they can be read, and their texts can be filled in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from partnership.catalogue.checks.catalogue_lines import line_problems
from partnership.catalogue.message_models import DOMAINS, messages
from partnership.catalogue.names import Names
from partnership.language import _
from partnership.locales.codes import is_language, meant_language
from partnership.message_catalogues import CatalogueError, load_catalogue
from partnership.nearest import nearest
from partnership.problems import Problem
from partnership.settings import Settings
from partnership.sources.text import Unreadable, read_text
from partnership.theme_folders import is_built_in

_FILLED: Final = re.compile(r"%\((\w+)\)[a-z]|\{(\w+)\}")
"""Places in a message that are filled in: ``%(name)s`` by the program, ``{name}`` by scripts."""


def check_catalogues(settings: Settings, names: Names) -> None:
    """Tell catalogues of the site's theme that cannot be read, and translations that would stop a build."""
    if is_built_in(settings.theme):
        return
    folder = settings.theme / "translations"
    if names.earlier is not None:
        names.places.problems.extend(names.earlier.below(str(folder)))
        return
    for domain in DOMAINS:
        for path in sorted(folder.glob(f"*/LC_MESSAGES/{domain}.po")):
            for problem in _problems(path, domain):
                names.places.problems.add(problem)


def _problems(path: Path, domain: str) -> Iterator[Problem]:
    lang = path.parents[1].name
    if not is_language(lang):
        near = meant_language(lang)
        hint = _("did you mean “%(near)s”?", near=near) if near else _("write its code of ISO 639, e.g. pl or en")
        message = _("There is no language with the code “%(code)s”", code=lang)
        yield Problem(path=str(path), code="unknown-value", message=message, hint=hint, suggestion=near)
    try:
        wrong = list(line_problems(str(path), read_text(str(path)), messages(domain)))
    except Unreadable as error:
        yield error.problem
        return
    yield from wrong
    if any(one.severity == "error" for one in wrong):
        return  # what a lenient reader makes of it says nothing
    try:
        load_catalogue(path)
    except CatalogueError as error:
        message = _("The catalogue of messages cannot be read: %(reason)s", reason=error.message)
        hint = _("correct the line, or make the file anew: %(call)s",
                 call=f"python3 tasks.py translations --template {lang}")  # fmt: skip
        yield Problem(path=str(path), line=error.line, code="catalogue", message=message, hint=hint)
        return
    told = {one.line for one in wrong}
    yield from (one for one in _unfilled(path) if one.line not in told)


def _unfilled(path: Path) -> Iterator[Problem]:
    """Yield translations with a place that their message does not fill, and such that cannot be filled at all."""
    from babel.messages.pofile import read_po

    for message in read_po(io.BytesIO(path.read_bytes())):
        said = _forms(message.id)
        texts = [one for one in _forms(message.string) if one]
        if not "".join(said) or message.fuzzy:
            continue
        places = {name for one in said for name in _places(one)}
        for text in texts:
            wrong = next((name for name in _places(text) if name not in places), None)
            if wrong is not None:
                told = _("“%(text)s” has a place to fill in that its message has not: %(name)s", text=text, name=wrong)
                left = sorted(places.difference(_places(text)))
                near = nearest(wrong, left) or next(iter(left), None)
                hint = _("did you mean “%(near)s”?", near=near) if near else _("remove it")
            elif any("%(" in one for one in said) and not _can_be_filled(text, places):
                told = _("“%(text)s” cannot be filled in: a per cent sign stands alone or a letter is missing",
                         text=text)  # fmt: skip
                hint = _("write places as in the message, e.g. %(example)s, and a per cent sign twice: %(sign)s",
                         example=next(one.group() for one in map(_FILLED.search, said) if one), sign="%%")  # fmt: skip
            else:
                continue
            yield Problem(path=str(path), line=message.lineno or 1, code="catalogue", message=told, hint=hint)
        # One form of several may do without: “one page”.
        kept = {name for text in texts for name in _places(text)}
        lost = sorted(places - kept) if texts and kept <= places else []
        if lost:
            yield _lost(path, message.lineno or 1, said, texts[0], lost)


def _lost(path: Path, line: int, said: tuple[str, ...], text: str, names: list[str]) -> Problem:
    """Return the warning that a translation leaves out what its message tells of something."""
    wanted = next(one.group() for form in said for one in _FILLED.finditer(form) if names[0] in one.groups())
    told = _("“%(text)s” has no place for what its message says: %(names)s", text=text, names=", ".join(names))
    hint = _("write the place as in the message, e.g. %(example)s", example=wanted)
    return Problem(path=str(path), line=line, code="catalogue", message=told, hint=hint, severity="warning")


def _places(text: str) -> list[str]:
    return [one.group(1) or one.group(2) for one in _FILLED.finditer(text.replace("%%", ""))]


def _can_be_filled(text: str, places: set[str]) -> bool:
    plain = text.replace("%%", "")
    if plain.count("%") != len(re.findall(r"%\(\w+\)[a-z]", plain)):
        return False
    try:
        _filled = text % dict.fromkeys(places, 1)
    except (ValueError, TypeError, KeyError):
        return False
    return True


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())
