"""What each template depends on: the digest of itself and of all that it extends, includes and imports."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

from partnership.sources.folder import list_folder

_REFERENCE = re.compile(r"""(?:\{%[-+]?\s*(?:extends|include|import|from)\s+|\bfragment\()(["'])([^"']+)\1""")
_ANY = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b|\bfragment\(")


def template_digests(theme: Path) -> dict[str, bytes]:
    """Return the digest of every template's closure by the template's name.

    A template that computes the name of another depends on all of them.
    """
    folder = theme / "templates"
    texts = {
        name: (folder / name).read_bytes()
        for name in list_folder(str(folder)).files
        if name.endswith((".html", ".txt", ".xml"))
    }
    own = {name: blake2b(text, digest_size=20).digest() for name, text in texts.items()}
    direct: dict[str, set[str]] = {}
    for name, raw in texts.items():
        text = raw.decode("utf-8", "replace")
        named = [match.group(2) for match in _REFERENCE.finditer(text)]
        direct[name] = set(texts) if len(named) < len(_ANY.findall(text)) else {one for one in named if one in texts}
    return {name: _closure(name, direct, own) for name in texts}


def _closure(name: str, direct: dict[str, set[str]], own: dict[str, bytes]) -> bytes:
    reached, todo = {name}, [name]
    while todo:
        for other in direct[todo.pop()]:
            if other not in reached:
                reached.add(other)
                todo.append(other)
    digest = blake2b(digest_size=20)
    for one in sorted(reached):
        digest.update(one.encode() + b"\0" + own[one])
    return digest.digest()
