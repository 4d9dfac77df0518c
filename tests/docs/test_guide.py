"""The editors' guide speaks of messages as they are: what it quotes, the program really says."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Call
from tests.support.commands import PROJECT
from tests.support.messages import PACKAGE, catalogue
from tests.support.site import COUNTIES, Site

LIMANOWA = {**COUNTIES[0], "teryt": "1207", "slug": "powiat-limanowski", "name": "powiat limanowski",
            "short_name": "limanowski", "genitive": "powiatu limanowskiego", "seat": "Limanowa",
            "seat_locative": "w Limanowej", "neighbours": [], "tile": {"row": 3, "column": 3}}  # fmt: skip
GUIDE = (PROJECT / "docs" / "redaktor.md").read_text(encoding="utf-8")


def quoted() -> list[str]:
    """Return the messages in the first cells of tables, and those that begin an advice: pieces of code with a blank."""
    cells = [line.split("|")[1] for line in GUIDE.splitlines() if line.startswith("| `")]
    cells += re.findall(r"^- \*(`.*?`)", GUIDE, re.MULTILINE)
    return [one for cell in cells for one in re.findall(r"`([^`]+ [^`]+)`", cell) if not re.match(r"[a-z]+:|\[", one)]


def said() -> list[str]:
    """Return everything that the program and its browser editor say in Polish, placeholders as blanks."""
    texts: list[str] = []
    for message in catalogue(PACKAGE / "translations" / "pl" / "LC_MESSAGES" / "partnership.po"):
        forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
        texts += [re.sub(r"%\(\w+\)[a-z]", "\0", form) for form in forms]
    words = json.loads((PACKAGE / "editor" / "browser" / "words-pl.json").read_text(encoding="utf-8"))
    return texts + [re.sub(r"\{\$\w+\}", "\0", text) for text in sentences(words)]


def sentences(words: dict[str, Any]) -> Iterator[str]:
    """Yield every sentence of a tree of the browser editor's words."""
    for value in words.values():
        if isinstance(value, dict):
            yield from sentences(value)
        else:
            yield value


@pytest.mark.parametrize("message", sorted(set(quoted())))
def test_quoted_message_is_said(message: str) -> None:
    """Between „…”, numbers and names, a quoted message agrees with one of the catalogue."""
    plain = re.sub(r"^Błąd: ", "", message)
    parts = [part.strip(" „”.") for part in re.split(r"…|\d+|„[^”]*”", plain) if part.strip(" „”.")]
    assert any(all(part in text for part in parts) for text in said()), parts


def test_some_messages_are_quoted() -> None:
    """The search above finds what it is meant to find."""
    assert len(set(quoted())) > 10


def commands() -> list[list[str]]:
    """Return the words of every command of the guide that calls a task, in blocks and in sentences, in their order."""
    blocks = re.findall(r"^ *python3 tasks\.py (.+)$", GUIDE, re.MULTILINE)
    found = [shlex.split(one, comments=True) for one in [*blocks, *re.findall(r"`python3 tasks\.py ([^`\n]+)`", GUIDE)]]
    return [one[: one.index(">")] if ">" in one else one for one in found]


ANSWERS = {
    "report": ["--summary", "Krótko."],
    "meeting": ["--starts", "10.03.2027, godz. 10.00", "--place", "Kraków"],
    "institution": ["--type", "labour-office", "--county", "Bochnia"],
    "offer": ["--summary", "Krótko."],
}
"""What the guide's reader says at the terminal, here by options."""


def test_commands_of_the_guide_that_make_and_check_run_as_written(call: Call, site: Site, tmp_path: Path) -> None:
    """In the guide's order each makes its file or looks at the site, and the check is content with all of it."""
    site.write_yaml("data/counties.yaml", [*COUNTIES, LIMANOWA])
    site.working_group(owner="Redakcja serwisu Partnerstwa")
    run = 0
    for task, *words in commands():
        if task == "new":
            outcome = call(task, *words, *ANSWERS.get(words[0], []), *site.options)
        elif task == "confirm" or (task in {"check", "freshness"} and "--owner" not in words):
            if "--mail" in words:
                words[words.index("--mail") + 1] = str(tmp_path / "listy")
            outcome = call(task, *(word for word in words if word != "--strict"), *site.options)
        else:
            continue
        run += 1
        assert outcome.status == 0, (task, words, outcome.err + outcome.out)
    assert run > 15
    assert len(list((tmp_path / "listy").glob("*.eml"))) == 1


def test_every_option_of_the_guide_exists(call: Call) -> None:
    """What cannot be run here, since it publishes, serves or reads a file of the reader's, has the options named."""
    for task, *words in commands():
        known = call(task, "--help").out
        assert known, task
        for option in (word for word in words if word.startswith("--")):
            assert re.search(rf"{option}\b", known), (task, option)
