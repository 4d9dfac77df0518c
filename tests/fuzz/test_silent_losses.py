"""Words of a text reach its page or a message, whatever slips of the keyboard and the clipboard do to it.

A silent loss is defined in docs/decisions/0031-no-words-are-lost-in-silence.md.
"""

from __future__ import annotations

import re
from html import unescape
from random import Random
from typing import Any

import msgspec
import pytest

from partnership.catalogue.checks.definitions import unused_definitions
from partnership.catalogue.checks.leftovers import leftovers, open_fence
from partnership.prose.conversion import convert
from partnership.records.content import NewsFront
from partnership.records.documents import parse_document
from partnership.records.fields import encode_hook
from partnership.sources import front_matter
from partnership.sources.characters import settle
from partnership.sources.text import decode

SHORT, LONG = 400, 10_000

POST = """---
title: Alfa beta gamma
date: 2026-02-03
summary: Delta epsilon zeta.
category: Etakat
tags: [theta, jota]
author: Kappa Lambda
---
Akapit pierwszy ma słowa:
- punkt jeden
  - punkt dwa
- punkt trzy

1) krok jeden
2) krok dwa

   ```
   polecenie dziesiąte
   ```

| Kolumna | Druga |
|---|---|
| komórka | ostatnia |

## Śródtytuł tutaj

> Cytat ważny **gruby** i [odnośnik](https://example.org/a).

<details>
<summary>Zwinięte</summary>

Ukryta treść.

</details>

Koniec[^1].

[^1]: Przypis dolny.
"""

PIECES = (
    " #", " # ", "#", ": ", ":", " - ", "\n- ", "\n  - ", "\n    ", "\n\n", "\n", "  ", "\t", "„", "”", '"', "'",
    "[", "]",
    "{", "}", "|", "\n|", ">", "\n> ", "*", "**", "~~", "`", "```", "\n```\n", "\\", "\\\n", "\u00a0",
    "\u00ad", "\u200b",
    "\u202e", "\u2028", "\u2029", "\x0b", "\u2011", "–", "\n– ", "• ", "\n• ", "a) ", "\na) ", "1) ", "2. ",
    "\n2. ", "---",
    "\n---\n", "...", "=", "===", "&", "&amp;", "<", "</details>", "<div>", "\n<div>\n", "</div>",
    "!", "%", "@", "?", ",",
    "\n#", "\n## ", "[x](", "](", ")", "(", "\n: ", "[^1]", "*[", "\n*[", "]: ", "\u0301", "\ufeff", "\uf0b7",
)  # fmt: skip

_WORD = re.compile(r"[^\W_]{3,}")


def mutated(random: Random) -> str:
    """Return the post with one to three slips in it: a piece put in, a stretch cut out, two lines joined or swapped."""
    text = POST
    for _number in range(random.choice((1, 1, 2, 3))):
        place = random.randrange(4, len(text))
        kind = random.random()
        if kind < 0.75:
            text = text[:place] + random.choice(PIECES) + text[place:]
        elif kind < 0.9:
            text = text[:place] + text[place + random.randint(1, 4) :]
        else:
            lines = text.split("\n")
            one, other = random.randrange(len(lines)), random.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            text = "\n".join(lines)
    return text


def lost(text: str) -> set[str]:
    """Return the words of a file that reach neither the page nor a message."""
    parsed = parse_document("news", NewsFront, "a.md", "a", text.encode())
    told = " ".join(f"{one.message} {one.hint}" for one in parsed.problems)
    if any(one.severity == "error" for one in parsed.problems):
        return set()  # nothing is published, and the message leads to the place
    shown = ""
    for record in parsed.records:
        front: Any = msgspec.to_builtins(record.front, enc_hook=encode_hook)
        result = convert(front_matter.split(decode("a.md", text.encode())).body, resolve_link=lambda path: path)
        shown += (
            " ".join(map(str, _values(front))) + " " + unescape(re.sub(r"<(?!a |abbr |img )[^>]*>", "", result.html))
        )
    body = settle(text).split("\n---\n", 1)[-1].split("\n")
    left = [*leftovers(body), *unused_definitions(body)]
    if any(
        code in ("lost-cells", "open-tag", "unused-definition", "no-tag")
        for _line, _column, code, _message, _hint in left
    ):
        return set()  # told at its line: what stands there is not shown
    told += " ".join(message for *_place, message, _hint in left)
    if (fence := open_fence(body)) is not None:
        told += fence[3]
    plain = re.sub(r"</?[a-zA-Z][^<>]*>", " ", settle(text))
    # Remarks of the editor are meant to be seen by nobody; names of fields and of HTML are marks.
    plain = re.sub(r"^\s*#.*$", "", plain.split("\n---\n", 1)[0], flags=re.M) + "\n" + plain.split("\n---\n", 1)[-1]
    wanted = set(_WORD.findall(unescape(plain)))
    marks = {"title", "date", "summary", "category", "tags", "author", "details", "div", "amp"}
    found = re.sub(r"\s+", "", shown + told).casefold()
    return {word for word in wanted - marks if word.casefold() not in found}


def _values(node: Any) -> list[Any]:
    if isinstance(node, dict):
        return [one for value in node.values() for one in _values(value)]
    if isinstance(node, list | tuple):
        return [one for value in node for one in _values(value)]
    return [] if node is None else [node]


def test_the_text_itself_loses_nothing() -> None:
    """Without a slip every word is shown."""
    assert lost(POST) == set()


def _search(rounds: int, seed: int) -> None:
    random = Random(seed)
    for number in range(rounds):
        text = mutated(random)
        assert not lost(text), f"round {number}: {sorted(lost(text))} lost in silence in\n{text}"


def test_no_slip_loses_words_in_silence() -> None:
    """A few hundred slips."""
    _search(SHORT, 1)


@pytest.mark.nightly
def test_no_slip_loses_words_in_silence_at_length() -> None:
    """Ten thousand slips."""
    _search(LONG, 2)
