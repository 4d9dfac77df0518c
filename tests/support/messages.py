"""Every message that the code and the templates say, found by babel's extractors."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "partnership"
TEMPLATES = ROOT / "theme" / "templates"

VISITORS_ROOMS = (
    "catalogue/profile.py", "catalogue/samples.py", "charts/", "finder/", "items/", "kinds/counties.py",
    "kinds/institutions.py", "kinds/meetings.py", "kinds/news.py", "kinds/pages.py", "kinds/partners.py",
    "kinds/redundancies.py", "kinds/reports.py", "language.py",
    "letters/contents.py", "letters/facts.py", "letters/letter.py", "letters/offer_facts.py", "letters/parts.py",
    "letters/plain_text.py", "locales/", "newsletter/", "pages/", "publications/", "search/", "subscriptions/",
)  # fmt: skip
"""Where the package speaks in a site's own languages: to visitors, to institutions in letters, in a new text.

Everything else is said to editors, in Polish or English.
"""

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
OPTIONS = {
    "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
    "newstyle_gettext": "true",
    "trimmed": "true",
    "silent": "false",
}


class Said(NamedTuple):
    """A message where it is said: the msgid (with the plural, if any), its context and its place."""

    context: str | None
    message: str
    plural: str | None
    place: str


def said_in_package() -> Iterator[Said]:
    """Give the messages of the code: of the package and of the bench beside it."""
    for path in sorted(PACKAGE.parent.rglob("*.py")):
        with path.open("rb") as file:
            yield from _said(path, extract("python", file, keywords=KEYWORDS))
        if path.parent.name == "records":
            yield from _described(path)


def said_to_visitors() -> Iterator[Said]:
    """Give the messages of the package that stand on pages, in feeds, in files to download and in the newsletter."""
    folder = PACKAGE.relative_to(ROOT).as_posix()
    rooms = tuple(f"{folder}/{room}" for room in VISITORS_ROOMS)
    return (one for one in said_in_package() if one.place.startswith(rooms))


def _described(path: Path) -> Iterator[Said]:
    """Give the descriptions of records' fields: ``schemas`` puts them into Polish for editors' programs."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Meta":
            for keyword in node.keywords:
                if keyword.arg == "description" and isinstance(keyword.value, ast.Constant):
                    place = f"{path.relative_to(ROOT)}:{keyword.value.lineno}"
                    yield Said(None, str(ast.literal_eval(keyword.value)), None, place)


def said_in_templates() -> Iterator[Said]:
    """Give the messages of the theme's templates."""
    for path in sorted(TEMPLATES.rglob("*")):
        if path.suffix in {".html", ".xml", ".svg", ".txt"}:
            with path.open("rb") as file:
                yield from _said(path, extract("jinja2", file, keywords=KEYWORDS, options=OPTIONS))


def said_by_click() -> Iterator[Said]:
    """Give the messages of the command line library, whose Polish the package's catalogue holds as well."""
    assert click.__file__ is not None
    for path in sorted(Path(click.__file__).parent.glob("*.py")):
        with path.open("rb") as file:
            yield from _said(path, extract("python", file, keywords=KEYWORDS))


def _said(path: Path, found: Any) -> Iterator[Said]:
    for line, message, _comments, context in found:
        single, plural = (message, None) if isinstance(message, str) else (message[0], message[1])
        if single:
            yield Said(
                context, single, plural, f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name}:{line}"
            )


def catalogue(path: Path) -> Catalog:
    """Return the catalogue in the ``.po`` file ``path``, ``<lang>/LC_MESSAGES/<domain>.po``."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, abort_invalid=True)
