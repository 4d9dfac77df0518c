"""One field of a form, from one field of a record: what the browser shows, and the shape of its value in the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, cast

import msgspec
from msgspec import inspect

from partnership.editor import shapes
from partnership.editor.choices import choice_words, word_for
from partnership.editor.examples import entry_of, example_of
from partnership.editor.patterns import for_browser
from partnership.editor.record_types import described, members_of
from partnership.editor.references import referred
from partnership.editor.shapes import Shape
from partnership.editor.widgets import Relation, Widget, markdown, optional, summary
from partnership.editor.wording import wording
from partnership.language import _
from partnership.locales.formats import language_in_itself
from partnership.records import fields as record_fields
from partnership.records.national import national
from partnership.records.texts import FIELD, texts_type

LONG_TEXT: Final = 1000
"""From this allowed length on, in characters, a text gets a field of several lines."""
PAIR_KEY: Final = "key"
PAIR_VALUE: Final = "value"
_FROM_FILE_NAME: Final = ("id", "source")
_ID: Final = str(cast(Any, record_fields.Id).__metadata__[0].pattern)
_CODES: Final = tuple(
    str(cast(Any, one).__metadata__[0].pattern) for one in (record_fields.CountyCode, record_fields.PolishCountyCode)
)
_ANYTHING: Final = (None, r"\S")
"""Patterns that say no more than that the field is filled."""


class Form(msgspec.Struct, frozen=True):
    """The fields of a form in order, and the shape of the object that they make up."""

    widgets: list[Widget]
    shape: Shape


class FormMaker(msgspec.Struct):
    """Makes the forms of one kind of file.

    ``relations`` are the places of other records by kind, ``languages`` those of the site, ``time_zone`` that in which
    times are meant, ``special`` settings of fields that the record's type does not tell, by type and field.
    """

    kind: str
    relations: dict[str, Relation]
    languages: tuple[str, ...]
    time_zone: str
    special: dict[tuple[str, str], Widget] = msgspec.field(default_factory=dict)
    words: dict[str, str] = msgspec.field(default_factory=choice_words)

    def form(self, type_: type, order: Iterable[str] = (), *, whole_file: bool = False) -> Form:
        """Return the form of a record or of a part of one.

        ``order`` names the fields that stand first; ``whole_file``: the id comes from the file's name.
        """
        info = inspect.type_info(type_)
        assert isinstance(info, inspect.StructType)
        first = list(order)
        fields = sorted(
            (one for one in info.fields if not (whole_file and one.encode_name in _FROM_FILE_NAME)),
            key=lambda one: first.index(one.encode_name) if one.encode_name in first else len(first),
        )
        widgets: list[Widget] = []
        made: dict[str, Shape] = {}
        translated = False
        for one in fields:
            if one.encode_name == FIELD:
                translated = True
                continue
            kind, description = described(one.type)
            some, shape = self._field(type_.__name__, one, kind, description)
            widgets.extend(some)
            made[one.encode_name] = shape
        if translated:
            for language in self.languages[1:]:
                if (texts := texts_type(type_)) is not None:
                    widget, shape = self._translation(language, texts)
                    widgets.append(widget)
                    made[language] = shape
        return Form(widgets, shapes.part(made, open_keys=translated))

    def _translation(self, language: str, texts: type) -> tuple[Widget, Shape]:
        form = self.form(texts)
        form.shape["aligned"] = True
        label = _("Translation: %(language)s", language=language_in_itself(language))
        widget = {
            "name": language, "label": label, "widget": "object", "required": False, "collapsed": True,
            "hint": _("The same texts in this language. What is left empty is shown as it is written above."),
            "fields": [optional(one) for one in form.widgets],
        }  # fmt: skip
        return widget, form.shape

    def _field(
        self, owner: str, one: inspect.Field, kind: inspect.Type, description: str
    ) -> tuple[list[Widget], Shape]:
        """Return a field's widgets (two where a list may be a word) and the shape of its value."""
        said = wording(description)
        base: Widget = {"name": one.encode_name, "label": said.label or one.encode_name}
        if said.hint:
            base["hint"] = said.hint
        needed = one.required and not isinstance(kind, inspect.BoolType)
        base["required"] = needed
        members = [member for member in members_of(kind) if not isinstance(member, inspect.NoneType)]
        fixed = [member for member in members if isinstance(member, inspect.LiteralType)]
        lists = [member for member in members if isinstance(member, inspect.VarTupleType)]
        if fixed and lists:
            word = str(fixed[0].values[0])
            flag = f"{one.encode_name}_{word}"
            tick = {
                "name": flag, "widget": "boolean", "required": False, "default": False,
                "label": word_for(self.words, one.encode_name, word),
            }  # fmt: skip
            widget, shape = self._value(owner, one.encode_name, lists[0], description)
            return [{**base, **widget}, tick], shapes.word_or_list(word, flag, shape)
        if lists and any(isinstance(member, inspect.DictType) for member in members):
            widget, shape = self._by_id(owner, one.encode_name, lists[0], description)
            return [{**base, **widget}], shape
        if lists and len(members) > 1:
            widget, shape = self._value(owner, one.encode_name, lists[0], description)
            return [{**base, **widget}], shapes.one_or_list(shape["of"])
        widget, shape = self._union(owner, one.encode_name, members, description)
        special = self.special.get((owner, one.encode_name), {})
        if "widget" in special:
            widget = {}
        widget = {**base, **widget, **({"hint": said.hint} if said.hint else {}), **special}
        default = one.default
        if isinstance(default, bool | str) and default != "" and widget["widget"] in ("boolean", "select"):
            widget["default"] = default
            shape = {**shape, "default": default}
        elif isinstance(default, int | str) and not isinstance(default, bool) and default not in ("", 0):
            widget["default"] = str(default) if widget["widget"] == "string" else default
        return [widget], shape

    def _union(self, owner: str, name: str, members: list[inspect.Type], description: str) -> tuple[Widget, Shape]:
        if len(members) == 1:
            return self._value(owner, name, members[0], description)
        if all(isinstance(one, inspect.StrType | inspect.IntType | inspect.DateType) for one in members):
            return {"widget": "string"}, shapes.TEXT_OR_NUMBER
        raise TypeError(f"{owner}.{name}: no form for {members}")

    def _value(self, owner: str, name: str, kind: inspect.Type, description: str) -> tuple[Widget, Shape]:
        if isinstance(kind, inspect.Metadata):
            return self._value(owner, name, kind.type, description)
        if isinstance(kind, inspect.StrType):
            return self._text(owner, name, kind, description), shapes.TEXT
        if isinstance(kind, inspect.BoolType):
            return {"widget": "boolean", "default": False}, shapes.flag()
        if isinstance(kind, inspect.IntType | inspect.FloatType):
            whole = isinstance(kind, inspect.IntType)
            limits = {"min": kind.ge if kind.ge is not None else kind.gt, "max": kind.le}
            return {
                "widget": "number", "value_type": "int" if whole else "float", "step": 1 if whole else 0.000001,
                **{key: value for key, value in limits.items() if value is not None},
            }, shapes.NUMBER  # fmt: skip
        if isinstance(kind, inspect.DateType):
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}, shapes.DATE
        if isinstance(kind, inspect.CustomType):  # the moments of content
            return {
                "widget": "datetime", "format": "YYYY-MM-DDTHH:mm", "input_timezone": self.time_zone,
            }, shapes.moment(self.time_zone)  # fmt: skip
        if isinstance(kind, inspect.LiteralType):
            return self._select(name, kind, multiple=False), shapes.TEXT
        if isinstance(kind, inspect.StructType):
            form = self.form(kind.cls)
            return {"widget": "object", "collapsed": "auto", "fields": form.widgets}, form.shape
        if isinstance(kind, inspect.DictType):
            return self._pairs(owner, name, kind)
        if isinstance(kind, inspect.VarTupleType):
            return self._list(owner, name, kind, description)
        raise TypeError(f"{owner}.{name}: no form for {kind}")

    def _text(self, owner: str, name: str, kind: inspect.StrType, description: str) -> Widget:
        relation = self._relation(owner, name, kind)
        if relation is not None:
            return relation.as_widget(multiple=False)
        kind = national(kind)
        if (kind.max_length or 0) > LONG_TEXT and kind.pattern in _ANYTHING:
            return markdown("raw", "rich_text") if "(Markdown)" in description else {"widget": "text"}
        widget: Widget = {"widget": "string"}
        if kind.max_length:
            widget["maxlength"] = kind.max_length
        if kind.pattern not in _ANYTHING:
            example = example_of(str(kind.pattern))
            told = example or wording(description).hint
            message = _("This does not have the form that is needed. %(hint)s", hint=told).strip()
            widget["pattern"] = [for_browser(str(kind.pattern)), message]
            if example:
                widget["hint"] = example
        return widget

    def _relation(self, owner: str, name: str, kind: inspect.StrType) -> Relation | None:
        is_id, is_code = kind.pattern == _ID, kind.pattern in _CODES
        return self.relations.get(referred(owner, name, self.kind, is_id=is_id, is_code=is_code))

    def _select(self, name: str, kind: inspect.LiteralType, *, multiple: bool) -> Widget:
        options = [{"value": value, "label": word_for(self.words, name, str(value))} for value in kind.values]
        return {"widget": "select", "options": options, **({"multiple": True} if multiple else {})}

    def _list(self, owner: str, name: str, kind: inspect.VarTupleType, description: str) -> tuple[Widget, Shape]:
        limits = {"min": kind.min_length} if kind.min_length else {}
        members = [one for one in members_of(kind.item_type) if not isinstance(one, inspect.NoneType)]
        holes = len(members) < len(members_of(kind.item_type))
        structs = [one for one in members if isinstance(one, inspect.StructType)]
        if structs:
            form = self.form(structs[0].cls)
            widgets = [optional(one) for one in form.widgets] if holes else form.widgets
            shape = form.shape
            if len(members) > 1 and not holes:
                shape = shapes.short_or_part(next(iter(form.shape["fields"])), form.shape)
            return {
                "widget": "list", "fields": widgets, "collapsed": "auto", "summary": summary(form.widgets),
                "label_singular": entry_of(name), **limits,
            }, shapes.listed(shape)  # fmt: skip
        inner = members[0]
        if isinstance(inner, inspect.LiteralType):
            return {**self._select(name, inner, multiple=True), **limits}, shapes.listed(shapes.TEXT)
        widget, shape = self._value(owner, name, inner, description)
        if widget["widget"] == "relation":
            return {**widget, "multiple": True, **limits}, shapes.listed(shape)
        item = {**widget, "name": "item", "label": wording(description).label, "required": not holes}
        return {"widget": "list", "field": item, "label_singular": entry_of(name), **limits}, shapes.listed(shape)

    def _by_id(self, owner: str, name: str, kind: inspect.VarTupleType, description: str) -> tuple[Widget, Shape]:
        """Return the form of texts that stand by the id of what they translate, or by its place in a list."""
        widget, shape = self._list(owner, name, kind, description)
        part = next(one for one in members_of(kind.item_type) if isinstance(one, inspect.StructType))
        known = self.relations.get(
            referred(part.cls.__name__.removesuffix("Texts"), "id", "", is_id=True, is_code=False)
        )
        key = known.as_widget(multiple=False) if known else {"widget": "string"}
        first = {"name": PAIR_KEY, "label": _("What is translated"), "required": False, **key}
        summary = "{{fields." + PAIR_KEY + "}}"
        return {**widget, "fields": [first, *widget["fields"]], "summary": summary}, shapes.by_id(PAIR_KEY, shape["of"])

    def _pairs(self, owner: str, name: str, kind: inspect.DictType) -> tuple[Widget, Shape]:
        values = members_of(kind.value_type)
        if isinstance(values[0], inspect.StructType):  # sentences by language
            form = self.form(values[0].cls)
            fields = [
                {
                    "name": language, "label": language_in_itself(language), "widget": "object", "required": False,
                    "collapsed": "auto", "fields": form.widgets,
                }
                for language in self.languages
            ]  # fmt: skip
            return {"widget": "object", "collapsed": "auto", "fields": fields}, shapes.part(
                dict.fromkeys(self.languages, form.shape), open_keys=True
            )
        widget, shape = self._value(owner, name, kind.value_type, "")
        fields = [
            {"name": PAIR_KEY, "label": _("Word"), "widget": "string"},
            {"label": _("Meaning"), **widget, "name": PAIR_VALUE},
        ]
        return {
            "widget": "list", "fields": fields, "collapsed": "auto", "summary": "{{key}}",
            "label_singular": entry_of(name),
        }, shapes.pairs(shape)  # fmt: skip
