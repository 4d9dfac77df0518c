"""The catalogues: whole, without leftovers, their placeholders those of the messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests.support.messages import (
    PACKAGE,
    ROOT,
    Said,
    catalogue,
    said_by_click,
    said_in_package,
    said_in_templates,
    said_to_visitors,
)  # fmt: skip

Source = Callable[[], Iterable[Said]]


def _of_package(lang: str) -> Path:
    return PACKAGE / "translations" / lang / "LC_MESSAGES" / "partnership.po"


def _of_theme(lang: str) -> Path:
    return ROOT / "theme" / "translations" / lang / "LC_MESSAGES" / "theme.po"


EACH = pytest.mark.parametrize(
    ("path", "said"),
    [
        (_of_package("pl"), said_in_package), (_of_theme("pl"), said_in_templates),
        (_of_package("uk"), said_to_visitors), (_of_theme("uk"), said_in_templates),
    ],
    ids=["package-pl", "theme-pl", "package-uk", "theme-uk"],
)  # fmt: skip
"""Polish holds everything; Ukrainian what visitors read, because nobody edits the site in it."""

PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%[a-z]")


@EACH
def test_every_message_is_translated(path: Path, said: Source) -> None:
    """What code or a template says stands in the catalogue, in every plural form."""
    known = catalogue(path)
    missing = [f"{one.place}: {one.message}" for one in said() if not _translated(known, one)]
    assert not missing, f"without a translation in {path.relative_to(ROOT)}:\n" + "\n".join(missing)


@EACH
def test_no_message_is_left_over(path: Path, said: Source) -> None:
    """What nobody says any more is taken out of the catalogue."""
    alive = {(one.context, one.message) for one in chain(said(), said_by_click())}
    unused = [
        _name(message.id)
        for message in catalogue(path)
        if message.id and (message.context, _name(message.id)) not in alive
    ]
    assert not unused, f"said nowhere any more, in {path.relative_to(ROOT)}:\n" + "\n".join(unused)


@EACH
def test_placeholders_agree(path: Path, said: Source) -> None:
    """A translation has the placeholders of its message: a missing one says nonsense, a misspelt one stops a build."""
    wrong: list[str] = []
    for message in catalogue(path):
        if not message.id:
            continue
        wanted = set().union(*(_placeholders(text) for text in _forms(message.id)))
        # In the singular a language may do without the number: „jedna strona”.
        needed = wanted - {"num"}
        texts = [text for text in _forms(message.string) if text]
        wrong += [f"{_name(message.id)} -> {text}" for text in texts if not needed <= _placeholders(text) <= wanted]
    assert not wrong, "\n".join(wrong)


@EACH
def test_headers_and_forms(path: Path, said: Source) -> None:
    """The catalogue names its language, has three plural forms, no message twice and nothing marked fuzzy."""
    known = catalogue(path)
    lang = path.parents[1].name
    assert str(known.locale) == lang
    assert f"Language: {lang}\\n" in path.read_text(encoding="utf-8")
    assert known.num_plurals == 3
    assert "n%10>=2 && n%10<=4" in known.plural_expr
    assert [_name(message.id) for message in known if message.id and message.fuzzy] == []
    entries = re.findall(r'(?:^msgctxt (.*)\n)?^msgid (.*(?:\n".*)*)', path.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(entry for entry in set(entries) if entries.count(entry) > 1) == []


@EACH
def test_translations_are_typeset(path: Path, said: Source) -> None:
    """Wording has its language's quotes and dashes: no straight quotes around words, no hyphen between spaces."""
    for message in catalogue(path):
        for text in _forms(message.string) if message.id else ():
            assert not re.search(r'(?<![=\w])"[^\W\d_]', text), text
            assert " - " not in text, text


@pytest.mark.parametrize("path", [_of_package("uk"), _of_theme("uk")], ids=["package", "theme"])
def test_ukrainian_is_ukrainian(path: Path) -> None:
    """Ukrainian wording has « », the apostrophe ’, its own letters and no word of two scripts."""
    for message in catalogue(path):
        for text in _forms(message.string) if message.id else ():
            words = re.sub(r"%\(\w+\)[a-z]|\{\w+\}", " ", text)
            assert not re.search(r"[„“”'ʼ`]", words), text
            assert not re.search(r"[ыэъёЫЭЪЁ]", words), text
            assert not re.search(r"[A-Za-z][А-яіїєґІЇЄҐ]|[А-яіїєґІЇЄҐ][A-Za-z]", words), text


def _translated(known: Catalog, one: Said) -> bool:
    message = known.get(one.message, one.context)
    if message is None or message.fuzzy:
        return False
    forms = _forms(message.string)
    return all(forms) and (one.plural is None or len(forms) == 3)


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _name(message_id: str | tuple[str, ...] | list[str]) -> str:
    return _forms(message_id)[0]


def _placeholders(text: str) -> set[str]:
    return {match.group(1) or match.group() for match in PLACEHOLDER.finditer(text.replace("%%", ""))}
