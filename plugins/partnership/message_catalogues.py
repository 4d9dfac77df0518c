"""Catalogues of messages: ``.po`` files, compiled when they are first read and kept by the hash of what they hold.

Babel, which reads them, is slow to import; what is kept needs neither it nor gettext's own reader.
"""

from __future__ import annotations

import gettext
import hashlib
import io
from pathlib import Path
from typing import Any, Final

import msgspec

from partnership.cache_files import keep, read_kept

CACHE_FOLDER: Final = Path(__file__).resolve().parents[2] / ".cache" / "translations"
"""Where compiled catalogues are kept.  It may be deleted at any time, and need not be writable."""


class CatalogueError(ValueError):
    """A ``.po`` file that cannot be read: ``path``, 1-based ``line`` and what is wrong."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}:1: {message}")
        self.path = path
        self.line = line
        self.message = message


def catalogue_path(folder: Path, lang: str, domain: str) -> Path:
    """Return where the catalogue of ``domain`` ("partnership", "theme") in ``lang`` stands below ``folder``."""
    return folder / lang / "LC_MESSAGES" / f"{domain}.po"


def lineage(lang: str) -> tuple[str, ...]:
    """Return a language's code and those of the wider languages whose words are its own as well: ``es-CL``, ``es``.

    Another script is another text: ``sr-Latn`` takes nothing from ``sr``.
    """
    codes = [lang]
    wider, _hyphen, last = lang.rpartition("-")
    while wider and not (len(last) == 4 and last.isalpha()):
        codes.append(wider)
        wider, _hyphen, last = wider.rpartition("-")
    return tuple(codes)


def catalogue_paths(folder: Path, lang: str, *domains: str) -> list[Path]:
    """Return where words for a language may stand below ``folder``: its own first, then those of wider languages."""
    return [catalogue_path(folder, code, domain) for code in lineage(lang) for domain in domains]


class OwnCatalogue(msgspec.Struct, frozen=True, array_like=True):
    """A catalogue of a site's own: the language, the path of the file and the digest of what it holds."""

    lang: str
    path: str
    digest: str


def own_catalogues(folder: Path, domain: str) -> tuple[OwnCatalogue, ...]:
    """Return the catalogues of ``domain`` below ``folder`` that can be read, by language.

    What is wrong with the others is a check's to tell.
    """
    found = []
    for path in sorted(folder.glob(f"*/LC_MESSAGES/{domain}.po")):
        try:
            if load_catalogue(path) is not None:
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                found.append(OwnCatalogue(path.parents[1].name, str(path), digest))
        except (CatalogueError, OSError):
            continue
    return tuple(found)


def messages_of(path: Path) -> frozenset[str]:
    """Return the messages that the ``.po`` file ``path`` translates, without plurals and contexts told apart.

    A file that cannot be read translates nothing.
    """
    try:
        loaded = load_catalogue(path)
    except CatalogueError:
        return frozenset()
    return loaded.messages() if isinstance(loaded, _Listed) else frozenset()


class _Compiled(msgspec.Struct, array_like=True):
    """A catalogue as it is kept: which plural form fits a number (in C), texts, and the forms of those with a plural.

    In half a millisecond it is read, where a file ``.mo`` of as many messages takes gettext fifteen.
    """

    plural: str
    texts: dict[str, str]
    forms: dict[str, tuple[str, ...]]


class _Listed(gettext.GNUTranslations):
    """A catalogue that can say what it translates."""

    _catalog: dict[Any, str]

    def __init__(self, compiled: _Compiled) -> None:
        super().__init__()
        self.plural = gettext.c2py(compiled.plural)
        self._catalog = {**compiled.texts}
        for message, forms in compiled.forms.items():
            self._catalog.update({(message, number): text for number, text in enumerate(forms)})

    def messages(self) -> frozenset[str]:
        """Return the messages that have a translation."""
        keys = (key if isinstance(key, str) else str(key[0]) for key, text in self._catalog.items() if text)
        return frozenset(key for key in keys if key)


def load_catalogue(path: Path, cache: Path | None = None) -> gettext.NullTranslations | None:
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
        compiled = read_kept(kept, _Compiled)
        if compiled is None:
            compiled = compile_catalogue(content, path)
            keep(kept, compiled)
        _compiled[key] = compiled
    return _Listed(compiled)


def compile_catalogue(content: bytes, path: Path) -> _Compiled:
    """Return what the ``.po`` text ``content`` translates, as gettext would, without what is marked as fuzzy.

    A broken one raises ``CatalogueError`` naming ``path``.
    """
    # Not at the top: babel is needed only when a catalogue has changed.
    from babel.messages.pofile import PoFileError, read_po

    try:
        content.decode("utf-8")
        catalogue = read_po(io.BytesIO(content), abort_invalid=True)
        gettext.c2py(catalogue.plural_expr)
    except PoFileError as error:
        raise CatalogueError(path, (error.lineno or 0) + 1, str(error)) from error
    except (ValueError, LookupError) as error:
        raise CatalogueError(path, 1, str(error)) from error
    compiled = _Compiled(catalogue.plural_expr, {}, {})
    for message in catalogue:
        # An entry that waits for its translation leaves the word to the catalogues behind this one.
        texts = message.string or ()
        if not message.id or not any(texts) or message.fuzzy:
            continue
        within = f"{message.context}\x04" if message.context else ""
        if isinstance(message.id, str):
            compiled.texts[within + message.id] = str(texts)
        else:
            singular, plural = message.id[0], message.id[-1]
            forms = [text or (plural if number else singular) for number, text in enumerate(texts)]
            compiled.forms[within + singular] = tuple(forms)
    return compiled
