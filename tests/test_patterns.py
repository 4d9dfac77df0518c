"""Regular expressions that wait: they say what compiled ones say, and are compiled once."""

from __future__ import annotations

import re

import pytest

from partnership.patterns import pattern


def test_a_pattern_says_what_a_compiled_one_says() -> None:
    """Every method gives what that of the compiled expression gives, with its flags."""
    waiting, compiled = pattern(r"(?P<word>[a-z]+)\d", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    text = "Ab1 cd2"
    assert waiting.findall(text) == compiled.findall(text)
    assert waiting.sub("-", text) == compiled.sub("-", text)
    assert waiting.split(text) == compiled.split(text)
    found = waiting.match(text)
    assert found is not None
    assert found["word"] == "Ab"
    assert waiting.pattern == compiled.pattern


def test_a_pattern_is_compiled_once_and_only_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Making one compiles nothing; the second call of a method compiles nothing more."""
    compiled: list[str] = []
    compile_ = re.compile

    def counted(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", counted)
    waiting = pattern("[0-9]+")
    assert compiled == []
    assert waiting.search("a1") is not None
    assert waiting.search("b") is None
    assert compiled == ["[0-9]+"]
