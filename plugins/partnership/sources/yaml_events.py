"""Strict YAML from the events of PyYAML's C parser: the data, its places, and every mistake in plain words."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml
from yaml import events

from partnership.language import _
from partnership.sources.characters import hidden_character, settle, suspects
from partnership.sources.scalars import LeadingZero, plain_value, settled_value
from partnership.sources.strict_yaml import MAX_DEPTH, MAX_VALUES, KeyPath, Mistake, Positions, YamlMistakes, quoted
from partnership.sources.yaml_flow import cut_at_comma, without_name
from partnership.sources.yaml_syntax import colon_without_space, syntax_mistake, unreadable_mistake
from partnership.sources.yaml_unclosed import unclosed

_REMARK: Final = re.compile(r"[ \t]+(#.*)")
_QUOTED_WHOLE: Final = re.compile("[„“”«»‘’‚‟″]([^„“”«»‘’‚‟″]+)[„“”«»‘’‚‟″]")
_LONELY_QUOTE: Final = re.compile('[„“”«»][^„“”«»"]*')


def read(text: str, positions: Positions | None, first_line: int, remarks: list[Mistake]) -> Any:
    """Return the data of one document, as :func:`partnership.sources.strict_yaml.load` does."""
    reader = _Reader(text, positions, first_line, remarks)
    try:
        data = reader.document()
    except yaml.MarkedYAMLError as error:
        reader.mistakes.append(syntax_mistake(error, text, first_line))
        raise YamlMistakes(reader.mistakes) from None
    except yaml.YAMLError:
        reader.mistakes.append(unreadable_mistake(text, first_line))
        raise YamlMistakes(reader.mistakes) from None
    if reader.mistakes:
        raise YamlMistakes(reader.mistakes)
    return data


class _Reader:
    def __init__(self, text: str, positions: Positions | None, first_line: int, remarks: list[Mistake]) -> None:
        self._parser = yaml.CSafeLoader(text)
        self._next = self._parser.get_event
        self._positions = positions
        self._offset = first_line
        self._values = 0
        self._flow = 0
        # Only a text with a number sign can have words cut off.
        self._lines = text.split("\n")
        self._may_be_cut = " #" in text or "\t#" in text
        self._remarks = remarks
        self._runs_on = False
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
        if isinstance(data, str) and (glued := colon_without_space(self._lines, len(self._lines), self._offset)):
            self.mistakes.append(glued)
        if self._runs_on and (opened := unclosed(self._lines, self._offset, quotes_only=True)) is not None:
            self.mistakes.append(opened)
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
            flow = bool(event.flow_style)
            self._flow += flow
            items: list[Any] = []
            while not isinstance(event := self._next(), events.SequenceEndEvent):
                items.append(self._value(event, (*path, len(items)), depth + 1))
            self._flow -= flow
            if flow:
                self._look_behind(event, "")
            return items
        flow = bool(event.flow_style)
        self._flow += flow
        mapping = self._mapping(path, depth)
        self._flow -= flow
        return mapping

    def _mapping(self, path: KeyPath, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        before: Any = None
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
            key_end: Any = event.end_mark
            value: Any = self._next()
            if self._flow and self._stray(value, key_end):
                self._stray_text(event, before)
                continue
            before = value
            if self._may_be_cut and value.start_mark.line > key_end.line:
                self._look_behind_mark(event, value, r"\s*:")
            mapping[key] = self._value(value, place, depth + 1)
        return mapping

    def _stray(self, value: Any, key_end: Any) -> bool:
        """Tell whether a key in braces has no colon, so that it is a piece of text."""
        if not _is_plain(value) or value.value:
            return False
        line = self._lines[key_end.line] if key_end.line < len(self._lines) else ":"
        return line[key_end.column :].lstrip()[:1] != ":"

    def _stray_text(self, event: Any, before: Any) -> None:
        """Tell a piece of text in braces that a comma parts from the value ``before`` it."""
        if not _is_plain(before) or not before.value:
            self.mistakes.append(without_name(self._place(event), event.value))
            return
        start, end = before.start_mark, before.end_mark
        place = self._place(before)
        if self.mistakes and (self.mistakes[-1].line, self.mistakes[-1].column) == place:
            return
        line = self._lines[start.line] if start.line == end.line == event.start_mark.line else ""
        self.mistakes.append(cut_at_comma(line, place, end.column, event.value))

    def _scalar(self, event: Any) -> Any:
        self._values += 1
        if self._values > MAX_VALUES:
            self._mistake(event, "too-many", _("The file holds too many values"), _("divide it into several files"))
            raise YamlMistakes(self.mistakes)
        self._plain_node(event)
        text = event.value
        self._runs_on |= event.style in ("'", '"') and event.end_mark.line > event.start_mark.line
        if self._may_be_cut:
            if event.style in ("|", ">"):
                self._look_behind_mark(event, event, r"[^|>]*[|>][-+0-9]*")
            else:
                self._look_behind(event, text)
        if not event.implicit[0]:
            if event.style == '"' and not (text.isascii() and text.isprintable()):
                text = settle(text)
                if (hidden := next(suspects(text), None)) is not None:
                    self._mistake(event, *hidden_character(text, hidden.start()))
            return settled_value(text)
        if self._flow and _LONELY_QUOTE.fullmatch(text):
            message = _("A curly quotation mark opens “%(text)s” and none closes it", text=text)
            hint = _("write the whole text between straight quotation marks, commas too")
            self._mistake(event, "curly-quotes", message, hint)
        elif found := _QUOTED_WHOLE.fullmatch(text):
            message = _("Readers would see the quotation marks of %(text)s: in YAML curly ones mean nothing", text=text)
            hint = _("delete them; if they belong to the text, write '%(text)s'", text=text.replace("'", "''"))
            self._remarks.append(Mistake(*self._place(event), "curly-quotes", message, hint, found[1], "warning"))
        try:
            return settled_value(plain_value(text))
        except LeadingZero:
            self._mistake(
                event,
                "leading-zero",
                _("The number %(text)s begins with a zero, which would be lost") % {"text": text},
                _('put it in quotes: "%(text)s"') % {"text": text},
                f'"{text}"',
            )
            return text

    def _look_behind(self, event: Any, text: str) -> None:
        """Tell what stands behind a value on its line and would be lost: YAML takes it for a remark.

        A number sign that is glued to what follows is no remark of anybody's; one with a space may be.
        """
        end = event.end_mark
        line = self._lines[end.line] if end.line < len(self._lines) else ""
        found = _REMARK.match(line, end.column)
        if found is None or not found.group(1).strip("# "):
            return
        lost = found.group(1).rstrip()
        place = (end.line + self._offset, found.start(1) + 1)
        told = lost if len(lost) <= 80 else lost[:79] + "…"
        scalar = isinstance(event, events.ScalarEvent) and not event.style
        if scalar and self._flow:
            lost = re.split(r"\s*[,\]}]", lost, maxsplit=1)[0] or lost
            told = lost
        whole = quoted(f"{text}{line[end.column : found.start(1)]}{lost}" if scalar and text else lost)
        more = self._continued(end.line, event.start_mark.line) if scalar and not self._flow else ""
        if more or (scalar and event.start_mark.line != end.line):
            whole = quoted(f"{text} {lost} {more}".strip())
            hint = _("write the whole text on one line in quotes: %(value)s", value=whole)
        elif scalar:
            hint = _("put the whole text in quotes: %(value)s; a remark goes into a line of its own", value=whole)
        else:
            hint = _("put it inside the quotation marks or brackets; a remark goes into a line of its own")
        if lost[1:2] in (" ", "#", "!"):
            message = _("What follows the sign # is taken for a remark and shown nowhere: “%(text)s”", text=told)
            self._remarks.append(Mistake(*place, "remark", message, hint, None, "warning"))
            return
        message = _("What follows the sign # would be lost: “%(text)s”", text=told)
        alone = scalar and not more and event.start_mark.line == end.line
        if alone and text:
            place = (event.start_mark.line + self._offset, event.start_mark.column + 1)
        self.mistakes.append(Mistake(*place, "text-cut", message, hint, whole if alone else None))

    def _look_behind_mark(self, event: Any, value: Any, marks: str) -> None:
        """Tell what stands on the line of a key or of the sign of a block of text, whose value begins below."""
        mark = event.start_mark if event is value else event.end_mark
        line = self._lines[mark.line] if mark.line < len(self._lines) else ""
        found = re.compile(rf"{marks}[ \t]+(#.*)").match(line, mark.column)
        if found is None or not found.group(1).strip("# "):
            return
        lost = found.group(1).rstrip()
        place = (mark.line + self._offset, found.start(1) + 1)
        message = _("What follows the sign # is taken for a remark and shown nowhere: “%(text)s”", text=lost[:80])
        hint = _("move it to the value below if it belongs to it; a remark goes into a line of its own")
        self._remarks.append(Mistake(*place, "remark", message, hint, None, "warning"))

    def _continued(self, line: int, first: int) -> str:
        """Return the text of the lines below ``line`` that belong to the value that began in line ``first``."""
        indent = len(self._lines[first]) - len(self._lines[first].lstrip(" -"))
        more = []
        for following in self._lines[line + 1 :]:
            if len(following) - len(following.lstrip()) <= indent or re.match(
                r"\s*(?:- |[\w-]+:(?:\s|\Z)|#)", following
            ):
                break
            more.append(following.strip())
        return " ".join(more)

    def _plain_node(self, event: Any) -> None:
        if event.anchor is not None:
            self._mistake(
                event,
                "anchor",
                _("Anchors (&name) are not used here"),
                _("remove “&%(name)s”") % {"name": event.anchor},
            )
        if event.tag == "!":
            message = _("A text cannot begin with “%(char)s”", char="!")
            value = quoted(f"! {event.value}") if isinstance(event, events.ScalarEvent) else None
            hint = _("put the whole text in quotes: %(value)s", value=value or "…")
            self._mistake(event, "tag", message, hint, value)
        elif event.tag is not None:
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


def _is_plain(event: Any) -> bool:
    """Tell whether an event is a value without quotes."""
    return isinstance(event, events.ScalarEvent) and not event.style
