"""A catalogue of a site's own to fill in: every message that its visitors read, with the translations that are there.

What stands in a file stays as it is, byte for byte; what it lacks is added at its end.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final, NamedTuple

from partnership.catalogue.message_models import DOMAINS, models
from partnership.message_catalogues import catalogue_paths, messages_of
from partnership.theme_folders import theme_folders

_HEAD: Final = """\
# Words of this site. A text between the quotation marks of “msgstr” takes the place of the one in “msgid”;
# an empty one leaves the program's. What stands in %(…)s or {{…}} is filled in and stays as it is.
msgid ""
msgstr ""
"Language: {lang}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


class Template(NamedTuple):
    """A file to write: its path, its whole text, how many messages are new in it."""

    path: Path
    text: str
    added: int


def catalogue_templates(theme: Path, lang: str) -> list[Template]:
    """Return both catalogues of the theme of a site in ``lang``, complete; those that lack nothing are left out.

    Raises :class:`partnership.message_catalogues.CatalogueError` (a ``ValueError``) where a file cannot be read.
    """
    return [found for domain in DOMAINS if (found := _template(theme, lang, domain)).added]


def _template(theme: Path, lang: str, domain: str) -> Template:
    from babel import Locale, UnknownLocaleError
    from babel.messages import Catalog
    from babel.messages.plurals import get_plural
    from babel.messages.pofile import read_po, write_po

    from partnership.message_catalogues import compile_catalogue

    path, *wider = catalogue_paths(theme / "translations", lang, domain)
    there = ""
    known = {_known(message) for one in wider for message in messages_of(one)}
    if path.is_file():
        content = path.read_bytes()
        compile_catalogue(content, path)
        there = content.decode("utf-8")
        held = read_po(io.BytesIO(content))
        known |= {(one.context, _first(one.id)) for one in held}
        plurals = held.plural_forms
    else:
        try:
            count, rule = get_plural(Locale.parse(lang, sep="-"))
        except UnknownLocaleError:  # a language without rules in the CLDR
            count, rule = 2, "(n != 1)"
        plurals = f"nplurals={count}; plural={rule};"
        there = _HEAD.format(lang=lang, plurals=plurals)
    places = _places(theme) if domain == "theme" else {}
    wanted = Catalog(locale=None, charset="utf-8")
    wanted.mime_headers = [("Plural-Forms", plurals)]
    added = 0
    for model in models(theme, domain):
        for one in read_po(io.BytesIO(model.read_bytes())) if model.is_file() else ():
            if not one.id or (one.context, _first(one.id)) in known:
                continue
            known.add((one.context, _first(one.id)))
            blank = ("",) * wanted.num_plurals if one.pluralizable else ""
            found = places.get(_first(one.id), ())
            wanted.add(one.id, blank, found, context=one.context, user_comments=one.user_comments)
            added += 1
    written = io.BytesIO()
    write_po(written, wanted, omit_header=True, width=0)
    body = written.getvalue().decode("utf-8").strip("\n")
    return Template(path, f"{there.rstrip()}\n\n{body}\n" if body else there, added)


def _places(theme: Path) -> dict[str, list[tuple[str, int]]]:
    """Return for each message of the theme's templates where it is said: names of templates, and lines.

    Alone a word such as “Part” does not tell a translator what it means.
    """
    from jinja2.ext import babel_extract

    options = {"extensions": "jinja2.ext.do,jinja2.ext.loopcontrols"}
    found: dict[str, list[tuple[str, int]]] = {}
    for folder in theme_folders(theme):
        templates = folder / "templates"
        for path in sorted(templates.rglob("*.html")):
            with path.open("rb") as file:
                for line, _function, message, _comments in babel_extract(file, ("_", "ngettext"), (), options):
                    first = message[0] if isinstance(message, tuple) else message
                    if first:
                        found.setdefault(first, []).append((path.relative_to(templates).as_posix(), line))
    return found


def _known(message: str) -> tuple[str | None, str]:
    """Return context and text of a message as gettext keeps it."""
    context, mark, text = message.rpartition("\x04")
    return (context if mark else None), text


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]
