"""The interface's languages: English messages in the code, Polish ones from gettext catalogues.

Code says ``_("Unknown key “%(key)s”", key=name)`` and templates say the same; the Polish wording stands in ``.po``
files, one for the package's messages (``translations/``, beside this file) and one for the theme
(``theme/translations/``).  A site has catalogues of both in its own theme, in any language, English included.
"""

from __future__ import annotations

import gettext as _stdlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Final, Self

from partnership.message_catalogues import OwnCatalogue, catalogue_paths, lineage, load_catalogue

LANGUAGES: Final = ("pl", "en")
"""The languages in which the program talks to editors; the first is the default."""

SOURCE_LANGUAGE: Final = "en"
"""The language of the msgids: it needs no catalogue, but a site may have one to say things otherwise."""

PACKAGE_CATALOGUES: Final = Path(__file__).with_name("translations")
"""Folder of the package's own catalogues, ``<lang>/LC_MESSAGES/partnership.po``."""


class Translator:
    """Messages of one language, drawn from one or more catalogues (the first that knows a message answers).

    The four methods return the bare message, placeholders unfilled: they are what Jinja's i18n extension expects.
    """

    def __init__(self, lang: str, catalogues: Iterable[Path] = ()) -> None:
        """Load the ``.po`` files ``catalogues``; a missing one is empty, a broken one raises ``CatalogueError``."""
        self.lang = lang
        self._catalogue = _stdlib.NullTranslations()
        for path in catalogues:
            loaded = load_catalogue(path)
            if loaded is not None:
                self._catalogue.add_fallback(loaded)

    def gettext(self, message: str) -> str:
        """Return the translation of ``message``, or the message itself."""
        return self._catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the form that fits the number ``n``."""
        return self._catalogue.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of ``message`` as meant in ``context``."""
        return self._catalogue.pgettext(context, message)

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        """Return the form that fits ``n`` as meant in ``context``."""
        return self._catalogue.npgettext(context, singular, plural, n)


_of_site: ContextVar[tuple[OwnCatalogue, ...]] = ContextVar("site_words", default=())
"""The words in which the site that is being worked on says otherwise, or at all, what the package says."""


def use_words(catalogues: tuple[OwnCatalogue, ...]) -> None:
    """Let a site's own catalogues count from now on: for a program that works on one site to its end."""
    _of_site.set(catalogues)


@contextmanager
def words_of(catalogues: tuple[OwnCatalogue, ...]) -> Iterator[None]:
    """Let a site's own catalogues count for what is published, in this thread and the processes it forks."""
    token = _of_site.set(catalogues)
    try:
        yield
    finally:
        _of_site.reset(token)


@lru_cache(maxsize=1)
def known_languages() -> frozenset[str]:
    """Return the languages that the program itself speaks: the source's and every one with a catalogue of its own."""
    return frozenset((SOURCE_LANGUAGE, *(path.name for path in PACKAGE_CATALOGUES.iterdir() if path.is_dir())))


def is_known(lang: str) -> bool:
    """Tell whether the program itself speaks a language, or a wider one of which it is a form."""
    return not known_languages().isdisjoint(lineage(lang))


def has_words(lang: str) -> bool:
    """Tell whether the package's messages are said in a language: by the program, or by the site's own words."""
    return is_known(lang) or any(one.lang in lineage(lang) for one in _of_site.get())


def package_translator(lang: str) -> Translator:
    """Return the translator of the package's own messages, as the site that is being worked on says them."""
    own = _of_site.get()
    return _package_translator(lang, tuple(one for code in lineage(lang) for one in own if one.lang == code))


@lru_cache(maxsize=32)
def _package_translator(lang: str, own: tuple[OwnCatalogue, ...] = ()) -> Translator:
    return Translator(
        lang, [*(Path(one.path) for one in own), *catalogue_paths(PACKAGE_CATALOGUES, lang, "partnership")]
    )


def theme_translator(lang: str, *folders: Path) -> Translator:
    """Return the translator of a theme whose catalogues stand in ``folders``, the package's behind them.

    Each is a ``theme/translations``, a site's own first; what the theme does not say may be said by the package.  A
    folder's own words for messages of the package stand beside those of its theme.
    """
    paths = [path for folder in folders for path in catalogue_paths(folder, lang, "theme", "partnership")]
    return Translator(lang, [*paths, *catalogue_paths(PACKAGE_CATALOGUES, lang, "partnership")])


# Whose words: those of the page or feed that is being planned or made, else those of the person at the keyboard.

_of_process: Translator | None = None
"""The language of messages to the person at the keyboard."""

_of_page: ContextVar[Translator | None] = ContextVar("page_language", default=None)
"""The language of what is being planned or made; the engine sets it from the item's own ``lang``, item by item."""

Mark = Callable[[str, str], str]
"""Marks a text as one of a language, by its code."""

_mark_of_page: ContextVar[Mark | None] = ContextVar("mark_of_untranslated", default=None)
"""What marks messages without a translation on the page that is being made."""


def chosen_language(lang: str | None = None, of_site: str = LANGUAGES[0]) -> str:
    """Return the interface language for ``lang``, or for the environment's LANG when it is None.

    Where that names no language ("", C, POSIX), ``of_site``, the first language of the site that is worked on, decides.
    Polish is answered in Polish, every other language in English.
    """
    wanted = (os.environ.get("LANG", "") if lang is None else lang).lower()
    if wanted in ("", "c", "posix") or wanted.startswith("c."):
        wanted = of_site.lower()
    return "pl" if wanted.startswith("pl") else "en"


def set_language(lang: str | None = None, of_site: str = LANGUAGES[0]) -> str:
    """Choose the language of this process's messages, as :func:`chosen_language` does, and return it."""
    global _of_process
    _of_process = _package_translator(chosen_language(lang, of_site))
    return _of_process.lang


def current_language() -> str:
    """Return the code of the language in which ``_`` speaks now."""
    return _translator().lang


@contextmanager
def marking(mark: Mark | None) -> Iterator[None]:
    """Let messages that have no translation carry a mark of their language in this context, made by ``mark``.

    It is for what people read on a page: whatever makes bytes of it has to turn such marks into ``lang``.  With None
    they carry none.
    """
    before = _mark_of_page.set(mark)
    try:
        yield
    finally:
        _mark_of_page.reset(before)


def untranslated(message: str, text: str, lang: str) -> bool:
    """Tell whether ``text``, which a catalogue gave for ``message`` in ``lang``, is the message itself for want of any.

    A catalogue makes texts of its own, also equal ones; Python keeps one text alone for each single character.
    """
    return text is message and SOURCE_LANGUAGE not in lineage(lang) and len(message) > 1


def as_written(text: str, lang: str) -> str:
    """Return a text in ``lang`` for now: with a mark where pages are made in another language."""
    mark = _mark_of_page.get()
    return text if mark is None or lang == current_language() else mark(text, lang)


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Let ``_`` and the formats of dates and numbers follow the language ``lang`` (a code, e.g. "uk") in this context.

    What is published speaks its own language, whoever builds it; threads and forked processes do not disturb it.
    """
    before = _of_page.set(package_translator(lang))
    try:
        yield
    finally:
        _of_page.reset(before)


@contextmanager
def at_the_keyboard() -> Iterator[None]:
    """Let ``_`` speak to the person at the keyboard in this context, also while a page is made in another language."""
    page, mark = _of_page.set(None), _mark_of_page.set(None)
    try:
        yield
    finally:
        _of_page.reset(page)
        _mark_of_page.reset(mark)


def _translator() -> Translator:
    of_page = _of_page.get()
    if of_page is not None:
        return of_page
    if _of_process is None:
        set_language()
    assert _of_process is not None
    return _of_process


class Spoken(str):
    """A piece of a sentence that depends on the language of the sentence: itself, and the same in English.

    A sentence without a translation stays English on a page in another language, and its pieces have to be, too.
    ``before`` is the English preposition with its space, ``name`` the name that follows it.
    """

    __slots__ = ("before", "name")
    before: str
    name: str

    def __new__(cls, own: str, before: str, name: str) -> Self:
        """Return the piece as it stands in sentences of the page's language, with what English ones say."""
        piece = super().__new__(cls, own)
        piece.before, piece.name = before, name
        return piece


def english_values(values: Mapping[str, object], lang: str, mark: Mark | None) -> dict[str, object]:
    """Return what fills the places of a message that stays English on a page in ``lang``.

    Pieces of sentences are English as well; texts are marked as those of the page's language by ``mark``.
    """
    said: dict[str, object] = {}
    for name, value in values.items():
        before, text = (value.before, value.name) if isinstance(value, Spoken) else ("", value)
        said[name] = before + (mark(text, lang) if mark is not None else text) if isinstance(text, str) else text
    return said


def _(message: str, **values: object) -> str:
    """Return ``message`` in the language of now, its ``%(name)s`` placeholders filled from ``values``.

    Without values the message is returned as it is, so that a bare per cent sign needs no doubling there.
    """
    translator = _translator()
    translated = translator.gettext(message)
    if untranslated(message, translated, translator.lang):
        mark = _mark_of_page.get()
        translated = mark(message, SOURCE_LANGUAGE) if mark is not None else message
        return translated % english_values(values, translator.lang, mark) if values else translated
    return translated % values if values else translated


def ngettext(singular: str, plural: str, n: int, **values: object) -> str:
    """Return the form that fits ``n`` in the language of now, placeholders filled; ``%(num)d`` is ``n`` itself.

    What is published parts thousands as its language does; messages at the keyboard are read by programs, too.
    """
    translator = _translator()
    text = translator.ngettext(singular, plural, n)
    mark = _mark_of_page.get()
    lang = translator.lang
    if mark is not None and (untranslated(singular, text, lang) or untranslated(plural, text, lang)):
        text, values = mark(text, SOURCE_LANGUAGE), english_values(values, lang, mark)
    if _of_page.get() is not None:
        text = with_thousands(text, n, translator)
    return text % {"num": n, **values}


def with_thousands(text: str, n: int, translator: Translator) -> str:
    """Return a message whose ``%(num)d`` is written out where ``n`` has thousands to part: „1 892”, “1,892”.

    Where the language's catalogue does not say what parts them, the digits stand together, which no language forbids.
    """
    if abs(n) < 1000 or "%(num)d" not in text:
        return text
    mark = translator.pgettext("between thousands", ",")
    if mark == "," and SOURCE_LANGUAGE not in lineage(translator.lang):
        return text
    return text.replace("%(num)d", f"{n:,d}".replace(",", mark))


def pgettext(context: str, message: str, **values: object) -> str:
    """Return ``message`` as meant in ``context``, filled like ``_``."""
    translator = _translator()
    translated = translator.pgettext(context, message)
    mark = _mark_of_page.get()
    if mark is not None and untranslated(message, translated, translator.lang):
        translated, values = mark(message, SOURCE_LANGUAGE), english_values(values, translator.lang, mark)
    return translated % values if values else translated
