"""The interface's languages: translators and the process's own language."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from partnership import language
from partnership.language import (
    Translator,
    _,
    as_written,
    chosen_language,
    marking,
    ngettext,
    package_translator,
    pgettext,
    set_language,
    speaking,
    theme_translator,
)
from tests.test_message_catalogues import catalogue

__all__ = ["catalogue"]


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """Leave the process's language, and what is loaded, as they were."""
    before = language._of_process
    yield
    language._of_process = before


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


@pytest.mark.parametrize(
    ("lang", "chosen"),
    [("", "pl"), ("C", "pl"), ("POSIX", "pl"), ("C.UTF-8", "pl"), ("pl_PL.UTF-8", "pl"), ("pl", "pl"),
     ("en_GB.UTF-8", "en"), ("en", "en"), ("el_GR.UTF-8", "en"), ("de_DE@euro", "en"), ("uk-UA", "en")],
)  # fmt: skip
def test_language_of_the_environment(lang: str, chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Polish where LANG says so or names no language, English for every other one."""
    assert chosen_language(lang) == chosen
    monkeypatch.setenv("LANG", lang)
    assert set_language() == chosen
    monkeypatch.delenv("LANG")
    assert set_language() == "pl"


@pytest.mark.parametrize(("of_site", "chosen"), [("pl", "pl"), ("en", "en"), ("tr", "en"), ("", "en")])
@pytest.mark.parametrize("lang", ["", "C", "POSIX", "C.UTF-8"])
def test_language_of_the_site(lang: str, of_site: str, chosen: str) -> None:
    """Where the environment names no language the site's first one decides; one that is named wins."""
    assert chosen_language(lang, of_site) == chosen
    assert chosen_language("pl_PL.UTF-8", of_site) == "pl"
    assert chosen_language("tr_TR.UTF-8", of_site) == "en"


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


def test_only_what_has_no_translation_is_marked_and_only_on_pages() -> None:
    """A message without a translation names its language, and texts in it name theirs; all else stays as it was."""

    def mark(text: str, lang: str) -> str:
        return f"[{lang}|{text}]"

    with speaking("ar"):
        assert _("Changed on %(day)s", day="2 May") == "Changed on 2 May"
        with marking(mark):
            assert _("Changed on %(day)s", day="2 May") == "[en|Changed on [ar|2 May]]"
            assert ngettext("%(num)d county", "%(num)d counties", 2) == "[en|2 counties]"
            assert as_written("Courses", "en") == "[en|Courses]" and as_written("دورات", "ar") == "دورات"
            with marking(None):
                assert _("Counties") == "Counties"
    with speaking("pl"), marking(mark):
        assert (_("Counties"), _("Newsletter")) == ("Powiaty", "Newsletter")
    with speaking("en"), marking(mark):
        assert _("Counties") == "Counties"
