"""What PyYAML stumbled over, in plain words, with the value as it ought to be written."""

from __future__ import annotations

import re
from typing import Final

import yaml

from partnership.language import _
from partnership.sources.characters import suspects
from partnership.sources.hidden_characters import character_mistake
from partnership.sources.strict_yaml import Mistake, quoted
from partnership.sources.yaml_flow import text_in_brackets
from partnership.sources.yaml_unclosed import unclosed

_VALUE: Final = re.compile(r"(\s*(?:- +)*(?:[\w-]+: +)?)(\S.*?)\s*\Z")
_NO_SPACE: Final = re.compile(r"(\s*(?:- +)?)([^\W\d][\w-]*)([:\uff1a\u2236])(?!//)(?=\S)(.*)\Z")
_OTHER_COLON: Final = re.compile(r"(\s*(?:- +)?)([^\W\d][\w-]*)([\uff1a\u2236])\s*(.*)\Z")
_CURLY: Final = re.compile("[„“”«»‘’‚‟″]")
_SEVERAL: Final = re.compile(r"""(?:"[^"]*"|'[^']*')(?:\s*,\s*(?:"[^"]*"|'[^']*'))+\Z""")
_OPENING: Final = "[{&*!|>%@`?,]}-:"
"""Characters that mean something to YAML at the beginning of a value."""

_LINES_ABOVE: Final = 12
"""How many lines above the parser's complaint the cause is looked for: a text without its key runs on."""


def syntax_mistake(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Mistake:
    """Say in plain words what PyYAML's scanner or parser stumbled over, and where."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    told = error.problem or ""
    if "\t" in here[: column + 1] or "tab" in told or "'\\t'" in told:
        place = max(here.find("\t"), 0)
        message, hint = _("A tab stands where spaces belong"), _("replace each tab by two spaces")
        return Mistake(line + first_line, place + 1, "tab", message, hint)
    if (opened := unclosed(lines, first_line, mark.line if mark is not None else None)) is not None:
        return opened
    if (cut := text_in_brackets(lines, line, column, first_line)) is not None:
        return cut
    if (glued := colon_without_space(lines, line, first_line)) is not None:
        return glued
    if (value := _wrong_value(lines, line, first_line, told)) is not None:
        return value
    if "mapping values are not allowed" in told:
        message, hint = (
            _("A colon stands in text that is not in quotes, or a line is indented too far"),
            _("put the text in quotes or align the line with its neighbours"),
        )
    elif "could not find expected ':'" in told:
        message, hint = (
            _("After the name of a field a colon is missing"),
            _("write “name: value”, with a space after the colon"),
        )
    elif "did not find expected" in told or "block" in told or "expected" in told:
        message, hint = (
            _("The line does not fit the lines above it"),
            _("check the indentation, the hyphens of lists and the quotation marks"),
        )
    elif "character that cannot start any token" in told:
        message, hint = _("A text cannot begin with this character"), _("put the whole text in quotes")
    else:
        message, hint = _("The line is not valid YAML"), _("compare it with another file of this kind")
    return Mistake(line + first_line, column + 1, "yaml", message, hint)


def colon_without_space(lines: list[str], line: int, first_line: int) -> Mistake | None:
    """Return the mistake of a field whose colon has no space after it, in ``line`` (from 0) or shortly above."""
    for number in range(min(line, len(lines) - 1), max(line - _LINES_ABOVE, -1), -1):
        found = _NO_SPACE.match(lines[number]) or _OTHER_COLON.match(lines[number])
        if found is None:
            if number < line and re.match(r"\s*(?:- +)?[\w-]+:(?:\s|\Z)", lines[number]):
                break
            continue
        before, key, colon, value = found.groups()
        suggestion = f"{key}: {value}".rstrip()
        if colon != ":":
            message = _("After “%(key)s” stands a sign that only looks like a colon", key=key)
        else:
            message = _("After the colon of “%(key)s” a space is missing", key=key)
        hint = _("write the line as: %(line)s", line=before + suggestion)
        return Mistake(number + first_line, len(before) + 1, "no-space", message, hint, suggestion)
    return None


def _wrong_value(lines: list[str], line: int, first_line: int, told: str) -> Mistake | None:
    """Return the mistake of a value that must stand in quotes, or in other ones."""
    for number in (line, line - 1):
        found = _VALUE.match(lines[number]) if 0 <= number < len(lines) else None
        if found is None:
            continue
        before, value = found.groups()
        place = (number + first_line, len(before) + 1)
        key = before.strip(" -:")
        if not key and number != line:
            return None
        if _CURLY.match(value) and (": " in value or value.endswith(":") or " #" in value):
            inner = _inner(value)
            hint = _("write the text in straight quotation marks: %(value)s", value=quoted(inner))
            message = _("Curly quotation marks do not hold a text together")
            return Mistake(*place, "curly-quotes", message, hint, quoted(inner))
        if value[0] in "\"'" and _SEVERAL.match(value):
            message = _("Several texts stand side by side without the brackets of a list")
            return Mistake(*place, "text-after-quotes", message, _("write [%(value)s]", value=value), f"[{value}]")
        if value[0] in "\"'" and (rest := _after_quotes(value)):
            whole = quoted(value) if value[0] == '"' else f'"{value}"'
            message = _("After the closing quotation mark stands more text: %(text)s", text=rest)
            return Mistake(*place, "text-after-quotes", message, _("write %(value)s", value=whole), whole)
        if (value[0] in _OPENING and not value.startswith("- ")) or (before.endswith(": ") and value.startswith("- ")):
            if value in ("|", ">", "-") or (value[0] in "[{" and number != line):
                continue
            message = _("A text cannot begin with “%(char)s”", char=value[0])
            hint = _("put the whole text in quotes: %(value)s", value=quoted(value))
            return Mistake(*place, "yaml", message, hint, quoted(value))
        if number == line and key and "mapping values" in told and re.search(r":(?:\s|\Z)", value):
            message = _("A colon stands in text that is not in quotes")
            hint = _("put the text in quotes: %(value)s", value=quoted(value))
            return Mistake(*place, "yaml", message, hint, quoted(value))
    return None


def _after_quotes(value: str) -> str:
    """Return what stands after the end of a text in quotation marks; "" where nothing does, or it does not end."""
    mark = value[0]
    pattern = r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, value)
    rest = value[found.end() :].strip() if found else ""
    return "" if rest.startswith("#") else rest


def _inner(value: str) -> str:
    """Return a text without the curly quotation marks that were meant to hold it together."""
    inner = value[1:]
    last = max((found.start() for found in _CURLY.finditer(inner)), default=-1)
    return inner[:last] if last == len(inner) - 1 and last >= 0 and not _CURLY.search(inner[:last]) else value


def unreadable_mistake(text: str, first_line: int) -> Mistake:
    """Return the mistake of a character that YAML does not accept at all."""
    found = next(suspects(text), None)
    if found is not None:
        return character_mistake(text, found, first_line)
    return Mistake(
        first_line, 1, "yaml", _("The text cannot be read as YAML"), _("compare it with another file of this kind")
    )
