"""Catalogues of messages: what is compiled, what is kept of it, and that it says what gettext would say."""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from partnership import message_catalogues
from partnership.language import Translator
from partnership.message_catalogues import CatalogueError, catalogue_path, lineage, load_catalogue
from tests.support.messages import ROOT

PLURALS = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    f'"Plural-Forms: {PLURALS}\\n"\n\n'
)
CATALOGUE = (
    HEADER + 'msgid "yes"\nmsgstr "tak"\n\nmsgid "file %(name)s"\nmsgstr "plik %(name)s"\n\n'
    'msgid "%(num)d page"\nmsgid_plural "%(num)d pages"\n'
    'msgstr[0] "%(num)d strona"\nmsgstr[1] "%(num)d strony"\nmsgstr[2] "%(num)d stron"\n\n'
    'msgctxt "month"\nmsgid "May"\nmsgstr "maj"\n\n#, fuzzy\nmsgid "guess"\nmsgstr "zgadywanie"\n'
)


@pytest.fixture(autouse=True)
def _nothing_compiled() -> Iterator[None]:
    """Leave what is compiled as it was."""
    message_catalogues._compiled.clear()
    yield
    message_catalogues._compiled.clear()


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A small Polish catalogue."""
    path = catalogue_path(tmp_path, "pl", "theme")
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("*/**/LC_MESSAGES/*.po")), ids=lambda path: path.parts[-3] + path.stem
)
def test_it_says_what_gettext_says(path: Path, tmp_path: Path) -> None:
    """Catalogues of program and theme, read by gettext from a file of Babel's, hold the same, plural forms too."""
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(path.read_bytes())))
    compiled.seek(0)
    theirs, ours = gettext.GNUTranslations(compiled), load_catalogue(path, tmp_path)
    assert ours is not None
    messages = {key: text for key, text in vars(theirs)["_catalog"].items() if key}
    assert vars(ours)["_catalog"] == messages and len(messages) > 100
    assert [vars(ours)["plural"](n) for n in range(1000)] == [vars(theirs)["plural"](n) for n in range(1000)]


def test_missing_catalogue_is_empty(tmp_path: Path) -> None:
    """No file, no translation, no error."""
    assert load_catalogue(tmp_path / "none.po") is None
    assert Translator("pl", [tmp_path / "none.po"]).gettext("yes") == "yes"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (HEADER.encode() + b'msgid "a"\nmsgstr "\xff"\n', 1),
        (HEADER.encode() + b"nonsense\n", 7),
    ],
)
def test_broken_catalogue_is_told(tmp_path: Path, content: bytes, line: int) -> None:
    """What is no catalogue is an error with its path and line, not a traceback of babel's."""
    path = tmp_path / "broken.po"
    path.write_bytes(content)
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path, tmp_path / "cache")
    assert caught.value.path == path
    assert caught.value.line == line
    assert str(path) in str(caught.value)


def test_folder_in_place_of_a_catalogue_is_told(tmp_path: Path) -> None:
    """A folder with a catalogue's name is an error, too."""
    with pytest.raises(CatalogueError):
        load_catalogue(tmp_path)


def test_compiled_form_is_kept(catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second reading of the same content does not compile; changed content does."""
    compiled: list[bytes] = []
    compile_catalogue = message_catalogues.compile_catalogue

    def counting(content: bytes, path: Path) -> message_catalogues._Compiled:
        compiled.append(content)
        return compile_catalogue(content, path)

    monkeypatch.setattr(message_catalogues, "compile_catalogue", counting)
    cache = tmp_path / "cache"
    for _round in range(2):
        loaded = load_catalogue(catalogue, cache)
        assert loaded is not None and loaded.gettext("yes") == "tak"
        message_catalogues._compiled.clear()
    assert len(compiled) == 1
    catalogue.write_text(CATALOGUE.replace("tak", "owszem"), encoding="utf-8")
    changed = load_catalogue(catalogue, cache)
    assert changed is not None and changed.gettext("yes") == "owszem"
    assert len(compiled) == 2


@pytest.mark.parametrize("damage", [b"", b"x", None, "flip"])
def test_damaged_cache_is_made_anew(catalogue: Path, tmp_path: Path, damage: bytes | str | None) -> None:
    """An empty, foreign, truncated or altered compiled form is never believed."""
    cache = tmp_path / "cache"
    load_catalogue(catalogue, cache)
    (kept,) = cache.glob("*.texts")
    whole = kept.read_bytes()
    if damage is None:
        kept.write_bytes(whole[:-5])
    elif isinstance(damage, str):
        kept.write_bytes(whole.replace(b"tak", b"nie"))
    else:
        kept.write_bytes(damage)
    message_catalogues._compiled.clear()
    loaded = load_catalogue(catalogue, cache)
    assert loaded is not None and loaded.gettext("yes") == "tak"
    assert kept.read_bytes() == whole


def test_cache_that_cannot_be_written_costs_only_time(catalogue: Path, tmp_path: Path) -> None:
    """A file where the cache folder should be is no error."""
    (tmp_path / "cache").write_text("")
    loaded = load_catalogue(catalogue, tmp_path / "cache")
    assert loaded is not None and loaded.gettext("yes") == "tak"


@pytest.mark.parametrize(
    ("lang", "codes"),
    [
        ("es", ("es",)),
        ("es-CL", ("es-CL", "es")),
        ("es-419", ("es-419", "es")),
        ("sr-Latn", ("sr-Latn",)),
        ("sr-Latn-RS", ("sr-Latn-RS", "sr-Latn")),
    ],
)
def test_a_language_has_the_words_of_wider_ones(lang: str, codes: tuple[str, ...]) -> None:
    """A land's form of a language is that language; another script is another text."""
    assert lineage(lang) == codes
