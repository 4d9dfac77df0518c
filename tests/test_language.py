"""The interface's languages: translators, the kept compiled form, the process's own language."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from partnership import language
from partnership.language import (
    CatalogueError,
    Translator,
    _,
    catalogue_path,
    chosen_language,
    load_catalogue,
    ngettext,
    package_translator,
    pgettext,
    set_language,
    speaking,
    theme_translator,
)

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
def _language() -> Iterator[None]:
    """Leave the process's language, and what is loaded, as they were."""
    before = language._of_process
    language._compiled.clear()
    yield
    language._of_process = before
    language._compiled.clear()


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A small Polish catalogue."""
    path = catalogue_path(tmp_path, "pl", "theme")
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


def test_translator_speaks(catalogue: Path) -> None:
    """Messages, plurals and contexts are translated; unknown and fuzzy ones are returned as they are."""
    polish = Translator("pl", [catalogue])
    assert polish.gettext("yes") == "tak"
    forms = [polish.ngettext("%(num)d page", "%(num)d pages", n) % {"num": n} for n in (1, 2, 5, 12, 22)]
    assert forms == ["1 strona", "2 strony", "5 stron", "12 stron", "22 strony"]
    assert polish.pgettext("month", "May") == "maj"
    assert polish.npgettext("x", "a", "b", 2) == "b"
    assert polish.gettext("guess") == "guess"
    assert polish.gettext("unknown") == "unknown"


def test_catalogues_stand_behind_one_another(catalogue: Path, tmp_path: Path) -> None:
    """The theme's catalogue answers first, then the package's, however many translators are made."""
    for _round in range(3):
        both = theme_translator("pl", tmp_path)
        assert both.gettext("yes") == "tak"
        assert both.gettext("take the attribute out") == "usuń atrybut"
    assert package_translator("pl").gettext("yes") == "yes"
    assert theme_translator("en", tmp_path).gettext("yes") == "yes"


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
    compile_catalogue = language.compile_catalogue

    def counting(content: bytes, path: Path) -> language._Compiled:
        compiled.append(content)
        return compile_catalogue(content, path)

    monkeypatch.setattr(language, "compile_catalogue", counting)
    cache = tmp_path / "cache"
    for _round in range(2):
        loaded = load_catalogue(catalogue, cache)
        assert loaded is not None and loaded.gettext("yes") == "tak"
        language._compiled.clear()
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
    language._compiled.clear()
    loaded = load_catalogue(catalogue, cache)
    assert loaded is not None and loaded.gettext("yes") == "tak"
    assert kept.read_bytes() == whole


def test_cache_that_cannot_be_written_costs_only_time(catalogue: Path, tmp_path: Path) -> None:
    """A file where the cache folder should be is no error."""
    (tmp_path / "cache").write_text("")
    loaded = load_catalogue(catalogue, tmp_path / "cache")
    assert loaded is not None and loaded.gettext("yes") == "tak"


@pytest.mark.parametrize(
    ("lang", "chosen"),
    [("", "pl"), ("C", "pl"), ("POSIX", "pl"), ("C.UTF-8", "pl"), ("pl_PL.UTF-8", "pl"), ("de_DE", "pl"),
     ("en_GB.UTF-8", "en"), ("en", "en")],
)  # fmt: skip
def test_language_of_the_environment(lang: str, chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """English when LANG begins with en, Polish otherwise; without LANG too."""
    assert chosen_language(lang) == chosen
    monkeypatch.setenv("LANG", lang)
    assert set_language() == chosen
    monkeypatch.delenv("LANG")
    assert set_language() == "pl"


def test_messages_are_filled() -> None:
    """Placeholders are filled by name; without values a message is returned untouched, a per cent sign included."""
    set_language("pl")
    assert _("The picture %(what)s does not exist", what="a.png") == "Nie ma obrazu a.png"
    set_language("en")
    assert _("The picture %(what)s does not exist", what="a.png") == "The picture a.png does not exist"
    assert _("100 %") == "100 %"
    assert ngettext("%(num)d page of %(all)s", "%(num)d pages of %(all)s", 2, all="x") == "2 pages of x"
    assert pgettext("a", "b %(c)s", c="d") == "b d"
    assert pgettext("a", "b %") == "b %"


@pytest.mark.parametrize(
    ("lang", "told"), [("pl", "1\u00a0892"), ("en", "1,892"), ("uk", "1\u00a0892"), ("de", "1892")]
)
def test_what_is_published_parts_thousands(lang: str, told: str) -> None:
    """A count on a page is written as its language writes numbers; years, small counts and messages are left."""
    with speaking(lang):
        assert ngettext("%(num)d row", "%(num)d rows", 1892).startswith(f"{told} ")
        assert ngettext("%(num)d row", "%(num)d rows", 892).startswith("892 ")
        assert ngettext("%(num)d row of %(all)d", "%(num)d rows of %(all)d", 2892, all=5000).endswith("5000")
    set_language("en")
    assert ngettext("%(num)d page", "%(num)d pages", 1892) == "1892 pages"


def test_language_is_chosen_at_the_first_message() -> None:
    """A process that never chose takes LANG's language at its first message."""
    code = "from partnership.language import _; print(_('take the attribute out'))"
    for lang, said in (("en_GB.UTF-8", "take the attribute out"), ("C", "usuń atrybut")):
        ran = subprocess.run(
            [sys.executable, "-c", code],
            env={"LANG": lang, "PYTHONPATH": str(Path(language.__file__).parents[1]), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert ran.stdout.strip() == said
