"""Why a key of a record is unknown: a slip of the pen, a word of another language, or a language's code gone wrong."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from partnership.language import _
from partnership.locales.codes import meant_language
from partnership.nearest import nearest
from partnership.records.fault import Fault
from partnership.records.polish_values import meant_key
from partnership.records.texts import CODES, FIELD, text_fields
from partnership.sources.strict_yaml import KeyPath


def unknown_key(key: Any, record: dict[Any, Any], known: Collection[str], kind: type, path: KeyPath) -> Fault:
    """Return the fault of a key of a record, or of a part of one, of type ``kind`` that has only the ``known`` keys."""
    missing = [name for name in known if name not in record]
    near = meant_key(str(key), known) or nearest(str(key), missing) or nearest(str(key), known)
    if near:
        hint = _("did you mean “%(near)s”?", near=near)
    elif _holds_translation(record[key], kind):
        return _unknown_language(str(key), record, (*path, key))
    else:
        hint = _("remove it, or use one of: %(keys)s", keys=", ".join(known))
    message = _("“%(key)s” is not a known field here", key=key)
    return Fault((*path, key), "unknown-key", message, hint, True, near)


def _holds_translation(value: Any, kind: type) -> bool:
    """Tell whether what stands under an unknown key looks like a record's texts in another language."""
    if not isinstance(value, dict) or not value or FIELD not in getattr(kind, "__struct_fields__", ()):
        return False
    texts = text_fields(kind)
    return sum(key in texts for key in value) * 2 > len(value)


def _unknown_language(key: str, record: dict[Any, Any], path: KeyPath) -> Fault:
    """Return the fault of texts in another language under what is no code of one."""
    message = _("“%(key)s” is not the code of a language, and what stands under it looks like a translation", key=key)
    near = meant_language(key)
    if near is None or near not in CODES or near in record.get(FIELD, ()):
        return Fault(path, "unknown-key", message, _("write the language's code of two letters, e.g. “en”"), True)
    return Fault(path, "unknown-key", message, _("did you mean “%(near)s”?", near=near), True, near)
