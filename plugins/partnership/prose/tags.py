"""Tags of safe HTML: which a walk looks at, and how they are read and written."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

NAME: Final = re.compile(r"</?([a-z0-9]+)")
ATTRIBUTE: Final = re.compile(r' ([a-z-]+)="([^"]*)"')

# Tags without attributes that the walk passes over: nearly all.
_PASSED_NAMES: Final = """
    p em strong b i a s u mark small span ul ol li dl dt dd blockquote thead tbody tr td br hr
    del ins sup sub abbr cite q
"""
PASSED: Final = frozenset(
    ["</th>", "</div>", *(f"<{slash}{name}>" for name in _PASSED_NAMES.split() for slash in ("", "/"))]
)
VERBATIM: Final = frozenset(("code", "pre", "kbd", "samp", "var"))
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}


def parted(address: str) -> tuple[str, str, str]:
    """Return path (unquoted), query with its ``?`` and fragment with its ``#``."""
    rest, hash_mark, fragment = address.partition("#")
    path, question_mark, query = rest.partition("?")
    return unquote(path) if "%" in path else path, question_mark + query, hash_mark + fragment


def written_tag(name: str, attributes: dict[str, str]) -> str:
    """Return a start tag; the values are escaped already."""
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>"
