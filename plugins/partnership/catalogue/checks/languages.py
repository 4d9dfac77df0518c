"""Checks of languages: what is not translated yet is counted, and texts that no page shows are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from partnership.catalogue.message_models import DOMAINS, MODEL, models
from partnership.catalogue.names import Names
from partnership.catalogue.translations import record_key
from partnership.kinds.site_files import SITE
from partnership.language import PACKAGE_CATALOGUES, SOURCE_LANGUAGE, _, ngettext
from partnership.locales.codes import meant_language
from partnership.message_catalogues import catalogue_path, catalogue_paths, lineage, messages_of
from partnership.records.library import Library
from partnership.records.localise import counted
from partnership.records.texts import FIELD
from partnership.settings import Settings
from partnership.theme_folders import theme_folders

USUAL = ("en",)
"""Languages in which records may have texts before the site has pages in them."""


def check_languages(library: Library, names: Names, settings: Settings) -> None:
    """Tell for each language of the site how much of it is missing, and every text in a language that it has not."""
    languages = tuple(names.addresses.tables)
    for number, lang in enumerate(languages):
        missing, every = _interface(lang, settings.theme)
        if missing:
            message = _(
                "“%(lang)s”: %(missing)d of %(all)d messages of program and theme have no translation",
                lang=lang,
                missing=missing,
                all=every,
            )
            hint = _(
                "they appear in English; translate them in the site's %(files)s, which this fills in: %(call)s",
                files=_files(lang, settings),
                call=f"python3 tasks.py translations --template {lang}",
            )
            names.places.tell(
                "data", SITE.path, ("languages", number), "untranslated", message, hint, severity="warning"
            )
    _tell_stray_translations(names, languages)
    if len(languages) == 1 and all(lang in (*USUAL, *languages) for lang in _languages_of(library)):
        return
    for number, lang in enumerate(languages[1:], 1):
        missing = every = 0
        for record in _records(library):
            without, texts = counted(record, lang)
            missing, every = missing + without, every + texts
        if missing:
            message = _(
                "“%(lang)s”: %(missing)d of %(all)d texts of records have no translation",
                lang=lang,
                missing=missing,
                all=every,
            )
            hint = _(
                "they appear in the language they are written in; add them to the records under “%(lang)s”", lang=lang
            )
            names.places.tell(
                "data", SITE.path, ("languages", number), "untranslated", message, hint, severity="warning"
            )
    unseen: dict[str, list[tuple[str, Any]]] = {}
    for path, record in _translated(library):
        for lang in getattr(record, FIELD):
            if lang not in languages and lang not in USUAL:
                unseen.setdefault(lang, []).append((path, record))
    for lang, some in unseen.items():
        _tell_unseen(names, some, lang)


def _tell_stray_translations(names: Names, languages: tuple[str, ...]) -> None:
    """Tell translated documents in a language that the site has not: they stand among the texts of the first one."""
    stray: dict[str, list[str]] = {}
    for document in names.documents:
        lang = document.front.lang
        if document.front.translation is not None and lang not in languages and lang not in USUAL:
            stray.setdefault(lang, []).append(document.path)
    for lang, paths in stray.items():
        message = ngettext(
            "The site has no pages in “%(lang)s”, so %(num)d translation stands among the texts of the first language",
            "The site has no pages in “%(lang)s”, so %(num)d translations stand among the texts of the first language",
            len(paths),
            lang=lang,
        )
        hint = _("add the language to “languages” in site.yaml, or correct “lang”; until then the text is shown twice")
        near = _meant(lang, languages)
        if near:
            hint = _("did you mean “%(near)s”? Until then the text is shown twice", near=near)
        names.places.tell(
            "content", paths[0], ("lang",), "unknown-language", message, hint, severity="warning", suggestion=near
        )


def _meant(lang: str, languages: tuple[str, ...]) -> str | None:
    """Return the language of the site that was meant by a longer code, a land's, or the language's name."""
    near = meant_language(re.split("[-_]", lang)[0])
    return near if near in languages else None


def _tell_unseen(names: Names, records: list[tuple[str, Any]], lang: str) -> None:
    """Tell of a language that has no pages once, at its first record: adding it to the site mends all of them."""
    path, record = records[0]
    message = ngettext(
        "The site has no pages in “%(lang)s”, so nobody sees the texts of %(num)d record in it",
        "The site has no pages in “%(lang)s”, so nobody sees the texts of %(num)d records in it",
        len(records),
        lang=lang,
    )
    hint = _("add the language to “languages” in site.yaml, or remove these texts")
    names.places.tell(
        "data",
        path,
        (lang,),
        "unknown-language",
        message,
        hint,
        item=record_key(path, record),
        at_key=True,
        severity="warning",
    )


def _interface(lang: str, theme: Path) -> tuple[int, int]:
    """Return how many messages of pages have no translation into a language, and how many there are.

    Counted are the built-in ones; the site's own catalogues translate them as well as the program's.
    """
    if not {SOURCE_LANGUAGE, MODEL}.isdisjoint(lineage(lang)):
        return 0, 0
    missing = every = 0
    for domain in DOMAINS:
        wanted = frozenset[str]().union(*(messages_of(path) for path in models(theme, domain)))
        paths = (path for folder in _folders(theme, domain) for path in catalogue_paths(folder, lang, domain))
        known = (messages_of(path) for path in paths)
        every += len(wanted)
        missing += len(wanted.difference(*known))
    return missing, every


def _folders(theme: Path, domain: str) -> tuple[Path, ...]:
    own = tuple(folder / "translations" for folder in theme_folders(theme))
    return (*own, PACKAGE_CATALOGUES) if domain == "partnership" else own


def _files(lang: str, settings: Settings) -> str:
    """Return the catalogues of the site's own theme, as its editors find them."""
    folder = settings.theme / "translations"
    shown = folder.relative_to(settings.root) if folder.is_relative_to(settings.root) else folder
    return ", ".join(catalogue_path(shown, lang, domain).as_posix() for domain in DOMAINS)


def _records(library: Library) -> Iterator[msgspec.Struct]:
    """Yield the records that pages show: all whose type has translations."""
    for _path, record in _translated(library):
        yield record


def _translated(library: Library) -> Iterator[tuple[str, Any]]:
    for _kind, files in library.record_files():
        for path, parsed in files.items():
            for record in parsed.records:
                if FIELD not in getattr(type(record), "__struct_fields__", ()):
                    break
                yield path, record


def _languages_of(library: Library) -> Iterator[str]:
    for _path, record in _translated(library):
        yield from getattr(record, FIELD)
