"""The editor's collections: for each kind of file its folder, form, order of fields, and how a new one is named."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import msgspec

from partnership.editor import shapes
from partnership.editor.examples import entry_of
from partnership.editor.fields import FormMaker
from partnership.editor.references import referred
from partnership.editor.shapes import Shape
from partnership.editor.widgets import Relation, Widget, markdown
from partnership.kinds.kind import Kind
from partnership.kinds.record_kind import RecordKind
from partnership.kinds.registry import KINDS, RECORD_KINDS
from partnership.language import _, pgettext
from partnership.locales.formats import language_in_itself
from partnership.records.of_original import common_keys
from partnership.region_words import NO_REGION

BODY: Final = "body"
"""Field of the text below the head of a Markdown file."""
_WITH_HEAD: Final = "-frontmatter"
"""Ending that the editor wants in the name of a format of Markdown files."""
ITEMS: Final = "items"
"""Field of a form that holds the records of a list file."""

_DOCUMENT_ORDER: Final = (
    "title", "date", "starts", "ends", "place", "held", "summary", "category", "author", "image", "attachments",
)  # fmt: skip
_RECORD_ORDER: Final = (
    "institution", "name", "short_name", "type", "county", "serves", "alert", "street", "postal_code", "city", "phone",
    "email", "website", "opening_hours", "description", "audiences", "services",
)  # fmt: skip
_SHORT_NAME: Final = "{{fields.short_name | default('{{fields.name}}')}}"
"""How the file of a new record is called where it may have a short name."""
_NAMES: Final = ("name", "term", "id")
"""Fields by which a record of a list is known, the best first."""
_SPECIAL: Final[MappingProxyType[tuple[str, str], Widget]] = MappingProxyType(
    {
        ("Picture", "src"): {"widget": "image", "choose_url": False},
        ("Attachment", "file"): {"widget": "file", "choose_url": False},
    }
)
"""What the record's type does not tell of a field."""


class Folders(msgspec.Struct, frozen=True):
    """Where content and data lie in the repository, as paths from its root."""

    content: str = "content"
    data: str = "data"


class Collections(msgspec.Struct):
    """The collections of the editor, and the shape of each format of file that they use."""

    listed: list[dict[str, Any]] = msgspec.field(default_factory=list)
    formats: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)


def make_collections(
    folders: Folders, languages: tuple[str, ...], time_zone: str, kinds: tuple[Kind, ...] = KINDS
) -> Collections:
    """Return every collection, with its words in the language of now; ``kinds`` are those of the content."""
    made = Collections()
    relations = _relations()
    special = dict(_SPECIAL)
    special["Picture", "alt"] = {"hint": pgettext("form", "Needed, unless the picture only decorates")}
    for one in kinds:
        if one.section is not None:
            special[one.front.__name__, "date"] = {"default": "{{now}}"}
        for key, records in one.references:
            if referred(one.front.__name__, key, one.name, is_id=True, is_code=records == "counties") == records:
                continue  # its name tells as much
            special[one.front.__name__, key] = relations[records].as_widget(multiple=False)

    def maker(kind: str) -> FormMaker:
        return FormMaker(kind, relations, languages, time_zone, special)

    for one in kinds:
        _add_documents(made, maker(one.name), one, folders)
    for language in languages[1:]:
        for one in kinds:
            _add_documents(made, maker(one.name), one, folders, language)
    for kind in RECORD_KINDS:
        if kind.shape == "record":
            _add_records(made, maker(kind.name), kind, folders)
    for group, label, icon in (
        ("lists", pgettext("collection", "Lists"), "list"), ("site", pgettext("collection", "The site"), "settings"),
    ):  # fmt: skip
        members = (kind for kind in RECORD_KINDS if kind.editor.group == group)
        files = [_file(made, maker(kind.name), kind, folders) for kind in members]
        made.listed.append({"name": group, "label": label, "icon": icon, "files": files})
    return made


def _label(kind: Kind | RecordKind) -> str:
    """Return what a kind is called in the editor, in the language of now."""
    if kind.editor.label is not None:
        return kind.editor.label()
    if isinstance(kind, Kind):
        return kind.words(NO_REGION).title
    return kind.section.title() if kind.section is not None else kind.name


def _title(kind: RecordKind) -> str:
    """Return the key by which the records of a kind are known."""
    return kind.stands_for[0] if kind.stands_for is not None else "name"


def _relations() -> dict[str, Relation]:
    """Return where the records of each kind that others name are chosen from."""
    found = {}
    for kind in RECORD_KINDS:
        if kind.shape == "record":
            found[kind.name] = Relation(kind.name, label=_title(kind))
        elif kind.shape == "list":
            found[kind.name] = Relation(kind.editor.group, kind.name, kind.key)
    return found


def _add_documents(made: Collections, maker: FormMaker, about: Kind, folders: Folders, language: str = "") -> None:
    """Add the documents of a kind: the originals, or with ``language`` their translations into it."""
    kind = about.name
    label = _label(about)
    form = maker.form(about.front, _DOCUMENT_ORDER)
    by_year = about.authoring is not None and about.authoring.by_year
    widgets = [*form.widgets]
    if language:
        _leave_to_original(widgets, about.front)
    for widget in widgets:
        if widget["name"] == "translation":
            widget.pop("maxlength", None)
            widget.update(Relation(kind, label="title").as_widget(multiple=False))
            widget["required"] = bool(language)
        elif widget["name"] == "lang" and language:
            widget.update(default=language, required=True)
    text = {
        "name": BODY, "label": pgettext("form", "Text"), "required": True, **markdown("rich_text", "raw"),
    }  # fmt: skip
    after = next((number for number, one in enumerate(widgets) if one["name"] == "category"), 1)
    widgets.insert(after, text)
    file_format = f"{kind}{_WITH_HEAD}"
    folder = f"{folders.content}/{kind}" if by_year or not language else f"{folders.content}/{kind}/{language}"
    path = "/".join(("{{year}}", *([language] if language else ()), "{{slug}}"))
    collection = {
        **_entry(about, folder, "md", widgets, file_format),
        "identifier_field": "title",
        "slug": "{{title}}",
        **({"path": path} if by_year else {}),
        "media_folder": f"/{folders.content}/media",
        "public_folder": "../" * (1 + by_year + bool(language)) + "media",
        "summary": "{{title}}",
        "sortable_fields": {"fields": ["date", "title"], "default": {"field": "date", "direction": "descending"}},
    }
    if language:
        collection |= {"name": f"{kind}-{language}", "label": f"{label}: {language_in_itself(language)}"}
    made.listed.append(collection)
    made.formats[file_format] = {"extension": "md", "document": True, "shape": form.shape}


def _leave_to_original(widgets: list[Widget], kind: type) -> None:
    """Ask for no fact in the form of a translation, nor in its parts: the original tells them."""
    fields = {one["name"]: one for one in widgets}
    for name, key in common_keys(kind).items():
        if key.role == "fact" and name in fields:
            fields[name].update(required=False, hint=_("Leave it as it is: the original says it for all languages."))
        elif key.part is not None and name in fields:
            _leave_to_original(fields[name].get("fields", []), key.part)


def _add_records(made: Collections, maker: FormMaker, kind: RecordKind, folders: Folders) -> None:
    form = maker.form(kind.type, _RECORD_ORDER, whole_file=True)
    title = _title(kind)
    named = _SHORT_NAME if any(one["name"] == "short_name" for one in form.widgets) else "{{" + title + "}}"
    made.listed.append(
        {
            **_entry(kind, f"{folders.data}/{kind.name}", "yaml", form.widgets, kind.name),
            "identifier_field": title,
            "slug": named,
            "summary": "{{" + title + "}}",
            "sortable_fields": {"fields": [title]},
        }
    )
    must = [[name, flag, why] for (record, name, flag), why in _musts().items() if record == kind.type.__name__]
    made.formats[kind.name] = {"extension": "yaml", "document": False, "shape": form.shape, "must": must}


def _musts() -> dict[tuple[str, str, str], str]:
    """Return what must be ticked in each entry of a list, by record, list and field, with the sentence that says so."""
    return {("Partner", "consultants", "consent"): _("Without consent in writing nobody is named here.")}


def _entry(
    kind: Kind | RecordKind, folder: str, extension: str, widgets: list[Widget], file_format: str
) -> dict[str, Any]:
    """Return what collections of one file an entry have in common."""
    return {
        "name": kind.name, "label": _label(kind), "icon": kind.editor.icon, "folder": folder,
        "extension": extension, "format": file_format, "create": True, "delete": True, "fields": widgets,
    }  # fmt: skip


def _file(made: Collections, maker: FormMaker, kind: RecordKind, folders: Folders) -> dict[str, Any]:
    """Return the entry of a file that holds one record or a list of them."""
    form = maker.form(kind.type, ())
    label = _label(kind)
    shape: Shape = form.shape
    widgets = form.widgets
    if kind.shape == "list":
        widgets = [
            {
                "name": ITEMS, "label": label, "widget": "list", "collapsed": True,
                "summary": next(f"{{{{fields.{one}}}}}" for one in _NAMES if one in form.shape["fields"]),
                "label_singular": entry_of(""), "fields": form.widgets,
            }
        ]  # fmt: skip
        shape = shapes.listed(form.shape)
    made.formats[kind.name] = {"extension": "yaml", "document": False, "shape": shape}
    return {
        "name": kind.name, "label": label, "file": f"{folders.data}/{kind.path}", "format": kind.name,
        "fields": widgets,
    }  # fmt: skip
