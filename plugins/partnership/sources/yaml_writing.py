"""YAML as the strict reader takes it back."""

from __future__ import annotations

from typing import Any

import yaml


class _WholeDumper(yaml.SafeDumper):
    """Writes every value out, also one that stands at several places: the reader knows no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        """Say of every value that it is written again wherever it stands."""
        return True


def double_quoted(text: str) -> str:
    """Return a text of one line as a value in quotation marks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_yaml_file(value: Any, width: int) -> str:
    """Return a tree of mappings, sequences and plain values as the text of a YAML file, keys in their order.

    Codes of digits stay texts: they get quotes.

    Args:
        value: The tree; it must not contain itself.
        width: Columns after which a long text goes on in the next line.
    """
    return str(yaml.dump(value, Dumper=_WholeDumper, allow_unicode=True, sort_keys=False, width=width))
