"""Strict YAML from the events of PyYAML's C parser: the data, its places, and every mistake in plain words."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml import events

from partnership.language import _
from partnership.sources.scalars import LeadingZero, plain_value
from partnership.sources.strict_yaml import MAX_DEPTH, MAX_VALUES, KeyPath, Mistake, Positions, YamlMistakes

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that pages and feeds may not hold; only an escape in double quotes brings them past the parser."""


def read(text: str, positions: Positions | None, first_line: int) -> Any:
    """Return the data of one document, as :func:`partnership.sources.strict_yaml.load` does."""
    reader = _Reader(text, positions, first_line)
    try:
        data = reader.document()
    except yaml.MarkedYAMLError as error:
        reader.mistakes.append(_syntax(error, text, first_line))
        raise YamlMistakes(reader.mistakes) from None
    except yaml.YAMLError as error:
        reader.mistakes.append(_unreadable(error, text, first_line))
        raise YamlMistakes(reader.mistakes) from None
    if reader.mistakes:
        raise YamlMistakes(reader.mistakes)
    return data


class _Reader:
    def __init__(self, text: str, positions: Positions | None, first_line: int) -> None:
        self._parser = yaml.CSafeLoader(text)
        self._next = self._parser.get_event
        self._positions = positions
        self._offset = first_line
        self._values = 0
        self.mistakes: list[Mistake] = []

    def document(self) -> Any:
        try:
            return self._document()
        finally:
            self._parser.dispose()

    def _document(self) -> Any:
        self._next()
        event = self._next()
        if isinstance(event, events.StreamEndEvent):
            return None
        data = self._value(self._next(), (), 0)
        self._next()
        event = self._next()
        if not isinstance(event, events.StreamEndEvent):
            self._mistake(
                event,
                "two-documents",
                _("A second document begins here"),
                _("remove the line “---” and what follows it"),
            )
        return data

    def _value(self, event: Any, path: KeyPath, depth: int) -> Any:
        if self._positions is not None:
            self._positions.values[path] = self._place(event)
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, events.AliasEvent):
            self._mistake(event, "alias", _("References (*name) are not used here"), _("write the value out again"))
            return None
        self._plain_node(event)
        if depth >= MAX_DEPTH:
            self._mistake(event, "too-deep", _("Lists lie too deep inside each other"), _("make the structure flatter"))
            raise YamlMistakes(self.mistakes)
        if isinstance(event, events.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := self._next(), events.SequenceEndEvent):
                items.append(self._value(event, (*path, len(items)), depth + 1))
            return items
        return self._mapping(path, depth)

    def _mapping(self, path: KeyPath, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := self._next(), events.MappingEndEvent):
            if not isinstance(event, events.ScalarEvent):
                self._mistake(
                    event,
                    "key-not-text",
                    _("The name of a field is missing before the colon"),
                    _("write “name: value”"),
                )
                self._value(event, (*path, ""), depth + 1)
                self._value(self._next(), (*path, ""), depth + 1)
                continue
            key = event.value
            place = (*path, key)
            if self._positions is not None:
                self._positions.keys.setdefault(place, self._place(event))
            if key in mapping:
                self._mistake(
                    event,
                    "duplicate-key",
                    _("The field “%(key)s” stands here a second time") % {"key": key},
                    _("keep one of the two and remove the other"),
                )
                self._value(self._next(), (*path, key, "twice"), depth + 1)
                continue
            mapping[key] = self._value(self._next(), place, depth + 1)
        return mapping

    def _scalar(self, event: events.ScalarEvent) -> Any:
        self._values += 1
        if self._values > MAX_VALUES:
            self._mistake(event, "too-many", _("The file holds too many values"), _("divide it into several files"))
            raise YamlMistakes(self.mistakes)
        self._plain_node(event)
        text = event.value
        if not event.implicit[0]:
            if event.style == '"' and (hidden := _HIDDEN.search(text)):
                message = _("The text holds the control character %(char)s", char=f"\\x{ord(hidden.group()):02x}")
                self._mistake(event, "control-character", message, _("delete it and type the text again"))
            return text
        try:
            return plain_value(text)
        except LeadingZero:
            self._mistake(
                event,
                "leading-zero",
                _("The number %(text)s begins with a zero, which would be lost") % {"text": text},
                _('put it in quotes: "%(text)s"') % {"text": text},
                f'"{text}"',
            )
            return text

    def _plain_node(self, event: Any) -> None:
        if event.anchor is not None:
            self._mistake(
                event,
                "anchor",
                _("Anchors (&name) are not used here"),
                _("remove “&%(name)s”") % {"name": event.anchor},
            )
        if event.tag is not None and not (event.tag == "!" and isinstance(event, events.ScalarEvent)):
            self._mistake(
                event,
                "tag",
                _("Tags (!name) are not used here"),
                _("remove “%(tag)s” or put the text in quotes")
                % {"tag": event.tag.replace("tag:yaml.org,2002:", "!!")},
            )

    def _mistake(self, event: Any, code: str, message: str, hint: str, suggestion: str | None = None) -> None:
        self.mistakes.append(Mistake(*self._place(event), code, message, hint, suggestion))

    def _place(self, event: Any) -> tuple[int, int]:
        mark = event.start_mark
        return mark.line + self._offset, mark.column + 1


def _syntax(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Mistake:
    """Say in plain words what PyYAML's scanner or parser stumbled over."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    told = error.problem or ""
    unclosed = "unexpected end of stream" in told or "found unexpected document indicator" in told
    if unclosed and error.context_mark is not None:
        line, column = error.context_mark.line, error.context_mark.column
    if "\t" in here[: column + 1] or "tab" in told or "'\\t'" in told:
        place = here.find("\t")
        return Mistake(
            line + first_line,
            max(place, 0) + 1,
            "tab",
            _("A tab stands where spaces belong"),
            _("replace each tab by two spaces"),
        )
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
    elif unclosed:
        message, hint = _("A quotation mark or bracket is opened but not closed"), _("close it at the end of the text")
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


def _unreadable(error: yaml.YAMLError, text: str, first_line: int) -> Mistake:
    for number, line in enumerate(text.split("\n")):
        for column, char in enumerate(line):
            code = ord(char)
            if (code < 32 and char != "\t") or (127 <= code < 160 and code != 0x85) or code in (0xFFFE, 0xFFFF):
                return Mistake(
                    number + first_line,
                    column + 1,
                    "control-character",
                    _("A character that cannot be seen stands here"),
                    _("delete it and type the text again"),
                )
    return Mistake(
        first_line, 1, "yaml", _("The text cannot be read as YAML"), _("compare it with another file of this kind")
    )
