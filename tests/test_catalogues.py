"""The Polish catalogues: whole, without leftovers, their placeholders those of the messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests.support.messages import PACKAGE, ROOT, Said, catalogue, said_by_click, said_in_package, said_in_templates

PACKAGE_CATALOGUE = PACKAGE / "translations" / "pl" / "LC_MESSAGES" / "partnership.po"
THEME_CATALOGUE = ROOT / "theme" / "translations" / "pl" / "LC_MESSAGES" / "theme.po"
BOTH = pytest.mark.parametrize(
    ("path", "said"),
    [(PACKAGE_CATALOGUE, said_in_package), (THEME_CATALOGUE, said_in_templates)],
    ids=["package", "theme"],
)
Source = Callable[[], Iterable[Said]]

PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%[a-z]")


@BOTH
def test_every_message_is_translated(path: Path, said: Source) -> None:
    """What code or a template says stands in the catalogue, in every plural form."""
    known = catalogue(path)
    missing = [f"{one.place}: {one.message}" for one in said() if not _translated(known, one)]
    assert not missing, f"without a Polish translation in {path.name}:\n" + "\n".join(missing)


@BOTH
def test_no_message_is_left_over(path: Path, said: Source) -> None:
    """What nobody says any more is taken out of the catalogue."""
    alive = {(one.context, one.message) for one in chain(said(), said_by_click())}
    unused = [
        _name(message.id)
        for message in catalogue(path)
        if message.id and (message.context, _name(message.id)) not in alive
    ]
    assert not unused, f"said nowhere any more, in {path.name}:\n" + "\n".join(unused)


@BOTH
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


@BOTH
def test_headers_and_forms(path: Path, said: Source) -> None:
    """The catalogue is Polish with three plural forms, has no message twice and nothing marked fuzzy."""
    known = catalogue(path)
    assert str(known.locale) == "pl"
    assert known.num_plurals == 3
    assert "n%10>=2 && n%10<=4" in known.plural_expr
    assert [_name(message.id) for message in known if message.id and message.fuzzy] == []
    entries = re.findall(r'(?:^msgctxt (.*)\n)?^msgid (.*(?:\n".*)*)', path.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(entry for entry in set(entries) if entries.count(entry) > 1) == []


@BOTH
def test_translations_are_typeset(path: Path, said: Source) -> None:
    """Polish wording has Polish quotes and dashes: no straight quotes around words, no hyphen between spaces."""
    for message in catalogue(path):
        for text in _forms(message.string) if message.id else ():
            assert not re.search(r'(?<![=\w])"[a-ząćęłńóśźż]', text), text
            assert " - " not in text, text


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
