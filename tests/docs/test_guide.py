"""The editors' guide speaks of messages as they are: what it quotes, the program really says."""

from __future__ import annotations

import re

import pytest

from tests.support.commands import PROJECT
from tests.support.messages import PACKAGE, catalogue

GUIDE = (PROJECT / "docs" / "redaktor.md").read_text(encoding="utf-8")


def quoted() -> list[str]:
    """Return the messages in the first cells of tables, and those that begin an advice: pieces of code with a blank."""
    cells = [line.split("|")[1] for line in GUIDE.splitlines() if line.startswith("| `")]
    cells += re.findall(r"^- \*(`.*?`)", GUIDE, re.MULTILINE)
    return [one for cell in cells for one in re.findall(r"`([^`]+ [^`]+)`", cell) if not re.match(r"[a-z]+:|\[", one)]


def said() -> list[str]:
    """Return everything that the program says in Polish, placeholders as blanks."""
    texts: list[str] = []
    for message in catalogue(PACKAGE / "translations" / "pl" / "LC_MESSAGES" / "partnership.po"):
        forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
        texts += [re.sub(r"%\(\w+\)[a-z]", "\0", form) for form in forms]
    return texts


@pytest.mark.parametrize("message", sorted(set(quoted())))
def test_quoted_message_is_said(message: str) -> None:
    """Between „…”, numbers and names, a quoted message agrees with one of the catalogue."""
    plain = re.sub(r"^Błąd: ", "", message)
    parts = [part.strip(" „”.") for part in re.split(r"…|\d+|„[^”]*”", plain) if part.strip(" „”.")]
    assert any(all(part in text for part in parts) for text in said()), parts


def test_some_messages_are_quoted() -> None:
    """The search above finds what it is meant to find."""
    assert len(set(quoted())) > 10
