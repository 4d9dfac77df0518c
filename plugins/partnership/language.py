"""The interface's languages: English messages in the code, Polish ones from gettext catalogues.

Code says ``_("Unknown key “%(key)s”", key=name)`` and templates say the same; the Polish wording stands in ``.po``
files, one for the package's messages (``translations/``, beside this file) and one for the theme
(``theme/translations/``).  A ``.po`` file is compiled when it is first read and the result kept by the content's hash,
because babel, which compiles it, is slow to import.
"""

from __future__ import annotations

import gettext as _stdlib
import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import msgspec

from partnership.cache_files import read_checked, write_checked

LANGUAGES: Final = ("pl", "en")
"""The languages in which the program talks to editors; the first is the default."""

SOURCE_LANGUAGE: Final = "en"
"""The language of the msgids: it needs no catalogue."""

PACKAGE_CATALOGUES: Final = Path(__file__).with_name("translations")
"""Folder of the package's own catalogues, ``<lang>/LC_MESSAGES/partnership.po``."""

CACHE_FOLDER: Final = Path(__file__).resolve().parents[2] / ".cache" / "translations"
"""Where compiled catalogues are kept.  It may be deleted at any time, and need not be writable."""


class CatalogueError(ValueError):
    """A ``.po`` file that cannot be read: ``path``, 1-based ``line`` and what is wrong."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}:1: {message}")
        self.path = path
        self.line = line
        self.message = message


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


def catalogue_path(folder: Path, lang: str, domain: str) -> Path:
    """Return where the catalogue of ``domain`` ("partnership", "theme") in ``lang`` stands below ``folder``."""
    return folder / lang / "LC_MESSAGES" / f"{domain}.po"


def package_translator(lang: str) -> Translator:
    """Return the translator of the package's own messages."""
    return _package_translator(lang)


@lru_cache(maxsize=8)
def _package_translator(lang: str) -> Translator:
    paths = [] if lang == SOURCE_LANGUAGE else [catalogue_path(PACKAGE_CATALOGUES, lang, "partnership")]
    return Translator(lang, paths)


def theme_translator(lang: str, *folders: Path) -> Translator:
    """Return the translator of a theme whose catalogues stand in ``folders``, the package's behind them.

    Each is a ``theme/translations``, a site's own first; what the theme does not say may be said by the package.
    """
    if lang == SOURCE_LANGUAGE:
        return Translator(lang)
    package = catalogue_path(PACKAGE_CATALOGUES, lang, "partnership")
    return Translator(lang, [*(catalogue_path(folder, lang, "theme") for folder in folders), package])


def messages_of(path: Path) -> frozenset[str]:
    """Return the messages that the ``.po`` file ``path`` translates, without plurals and contexts told apart."""
    loaded = load_catalogue(path)
    return loaded.messages() if isinstance(loaded, _Listed) else frozenset()


class _Compiled(msgspec.Struct, array_like=True):
    """A catalogue as it is kept: which plural form fits a number (in C), texts, and the forms of those with a plural.

    In half a millisecond it is read, where a file ``.mo`` of as many messages takes gettext fifteen.
    """

    plural: str
    texts: dict[str, str]
    forms: dict[str, tuple[str, ...]]


class _Listed(_stdlib.GNUTranslations):
    """A catalogue that can say what it translates."""

    _catalog: dict[Any, str]

    def __init__(self, compiled: _Compiled) -> None:
        super().__init__()
        self.plural = _stdlib.c2py(compiled.plural)
        self._catalog = {**compiled.texts}
        for message, forms in compiled.forms.items():
            self._catalog.update({(message, number): text for number, text in enumerate(forms)})

    def messages(self) -> frozenset[str]:
        """Return the messages that have a translation."""
        keys = (key if isinstance(key, str) else str(key[0]) for key, text in self._catalog.items() if text)
        return frozenset(key for key in keys if key)


def load_catalogue(path: Path, cache: Path | None = None) -> _stdlib.NullTranslations | None:
    """Return the catalogue in the ``.po`` file ``path``, or None when there is no such file.

    The compiled form is kept in ``cache`` (``CACHE_FOLDER`` by default) under the hash of the file's content; a kept
    form that is cut short or altered is made anew.  Raise ``CatalogueError`` when the file is not a catalogue.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CatalogueError(path, 1, error.strerror or str(error)) from error
    key = hashlib.sha256(content).hexdigest()
    return _load(key, content, path, cache if cache is not None else CACHE_FOLDER)


_compiled: dict[str, _Compiled] = {}


def _load(key: str, content: bytes, path: Path, cache: Path) -> _Listed:
    # What is compiled is shared, the object never: Translator chains catalogues, and one could chain to itself.
    compiled = _compiled.get(key)
    if compiled is None:
        kept = cache / f"{key}.texts"
        compiled = _recall(kept)
        if compiled is None:
            compiled = compile_catalogue(content, path)
            _keep(kept, compiled)
        _compiled[key] = compiled
    return _Listed(compiled)


def _recall(kept: Path) -> _Compiled | None:
    """Return a compiled catalogue that was kept; None where there is none that can be read."""
    found = read_checked(kept)
    try:
        return msgspec.msgpack.decode(found[0], type=_Compiled) if found is not None else None
    except msgspec.DecodeError:
        return None


def _keep(kept: Path, compiled: _Compiled) -> None:
    """Write the compiled catalogue in one step; a folder that cannot be written costs only time, so it is no error."""
    with suppress(OSError):
        write_checked(kept, msgspec.msgpack.encode(compiled))


def compile_catalogue(content: bytes, path: Path) -> _Compiled:
    """Return what the ``.po`` text ``content`` translates, as gettext would, without what is marked as fuzzy.

    A broken one raises ``CatalogueError`` naming ``path``.
    """
    # Not at the top: babel is needed only when a catalogue has changed.
    from babel.messages.pofile import PoFileError, read_po

    try:
        content.decode("utf-8")
        catalogue = read_po(io.BytesIO(content), abort_invalid=True)
        _stdlib.c2py(catalogue.plural_expr)
    except PoFileError as error:
        raise CatalogueError(path, (error.lineno or 0) + 1, str(error)) from error
    except (ValueError, LookupError) as error:
        raise CatalogueError(path, 1, str(error)) from error
    compiled = _Compiled(catalogue.plural_expr, {}, {})
    for message in catalogue:
        if not message.id or not message.string or message.fuzzy:
            continue
        within = f"{message.context}\x04" if message.context else ""
        if isinstance(message.id, str):
            compiled.texts[within + message.id] = str(message.string)
        else:
            singular, plural = message.id[0], message.id[-1]
            forms = [text or (plural if number else singular) for number, text in enumerate(message.string)]
            compiled.forms[within + singular] = tuple(forms)
    return compiled


# Whose words: those of the page or feed that is being planned or made, else those of the person at the keyboard.

_of_process: Translator | None = None
"""The language of messages to the person at the keyboard."""

_of_page: ContextVar[Translator | None] = ContextVar("page_language", default=None)
"""The language of what is being planned or made; the engine sets it from the item's own ``lang``, item by item."""


def chosen_language(lang: str | None = None) -> str:
    """Return the interface language for ``lang``, or for the environment's LANG when it is None.

    English when it begins with "en"; Polish otherwise, C and POSIX included, since the editors are Polish.
    """
    wanted = os.environ.get("LANG", "") if lang is None else lang
    return "en" if wanted.lower().startswith("en") else "pl"


def set_language(lang: str | None = None) -> str:
    """Choose the language of this process's messages ("pl", "en", a locale name, or None for LANG's) and return it."""
    global _of_process
    _of_process = package_translator(chosen_language(lang))
    return _of_process.lang


def current_language() -> str:
    """Return the code of the language in which ``_`` speaks now."""
    return _translator().lang


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


def _translator() -> Translator:
    of_page = _of_page.get()
    if of_page is not None:
        return of_page
    if _of_process is None:
        set_language()
    assert _of_process is not None
    return _of_process


def _(message: str, **values: object) -> str:
    """Return ``message`` in the language of now, its ``%(name)s`` placeholders filled from ``values``.

    Without values the message is returned as it is, so that a bare per cent sign needs no doubling there.
    """
    translated = _translator().gettext(message)
    return translated % values if values else translated


def ngettext(singular: str, plural: str, n: int, **values: object) -> str:
    """Return the form that fits ``n`` in the language of now, placeholders filled; ``%(num)d`` is ``n`` itself.

    What is published parts thousands as its language does; messages at the keyboard are read by programs, too.
    """
    translator = _translator()
    text = translator.ngettext(singular, plural, n)
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
    if mark == "," and translator.lang != "en":
        return text
    return text.replace("%(num)d", f"{n:,d}".replace(",", mark))


def pgettext(context: str, message: str, **values: object) -> str:
    """Return ``message`` as meant in ``context``, filled like ``_``."""
    translated = _translator().pgettext(context, message)
    return translated % values if values else translated
