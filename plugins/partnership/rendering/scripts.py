"""Scripts as they are sent: without comments and indentation, which only people who read the source need."""

from __future__ import annotations

import re

# A comment after code, when what follows has no quote that could make it part of a text.
_TAIL = re.compile(r"""\s+// [^'"`]*$""")


def lean_script(data: bytes) -> bytes:
    """The script `data` line by line without indentation, blank lines, and comments that stand on lines of their own.

    The theme's scripts keep to what makes this safe: no text that runs over lines, no `/*` inside a line of code.
    """
    kept = []
    inside = False
    for line in data.decode("utf-8").splitlines():
        bare = line.strip()
        if inside or bare.startswith("/*"):
            inside = not bare.endswith("*/")
            continue
        if bare and not bare.startswith("//"):
            kept.append(_TAIL.sub("", bare))
    return ("\n".join(kept) + "\n").encode("utf-8")
