"""Settings of fields as the editor's program reads them, whatever the record."""

from __future__ import annotations

from typing import Any

import msgspec

Widget = dict[str, Any]


class Relation(msgspec.Struct, frozen=True):
    """Where the records lie that a field chooses from: the collection, and the file where they are a list in one."""

    collection: str
    file: str = ""
    key: str = "id"
    label: str = "name"

    def as_widget(self, multiple: bool) -> Widget:
        """Return the part of a field's settings that names them."""
        listed = "items.*." if self.file else ""
        value = f"{listed}{self.key}" if self.file else "{{slug}}"
        return {
            "widget": "relation",
            "collection": self.collection,
            **({"file": self.file} if self.file else {}),
            "value_field": value,
            "display_fields": [f"{listed}{self.label}"],
            "search_fields": [f"{listed}{self.label}"],
            "multiple": multiple,
        }


def markdown(*modes: str) -> Widget:
    """Return the settings of a field for Markdown, the mode in which it opens first."""
    return {"widget": "markdown", "modes": list(modes), "editor_components": ["image", "code-block"]}


def optional(widget: Widget) -> Widget:
    """Return a field that may be left empty, also where it is part of something."""
    changed = {key: value for key, value in widget.items() if key not in ("default", "min")}
    changed["required"] = False
    if isinstance(changed.get("fields"), list):
        changed["fields"] = [optional(one) for one in changed["fields"]]
    if isinstance(changed.get("field"), dict):
        changed["field"] = optional(changed["field"])
    return changed


def summary(widgets: list[Widget]) -> str:
    """Return what a folded item of a list shows: its first field, which names it."""
    texts = [one["name"] for one in widgets if one["widget"] in ("string", "text", "relation", "select", "datetime")]
    return "{{fields." + texts[0] + "}}" if texts else ""
