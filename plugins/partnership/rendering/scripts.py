"""Scripts as they are sent: without comments and indentation, and a module with its siblings in one file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from functools import partial

# A comment after code, when what follows has no quote that could make it part of a text.
_TAIL = re.compile(r"""\s+// [^'"`]*$""")
_IMPORT = re.compile(r"^import \{[^}]*\} from '(\.{1,2}/[\w./-]+\.js)';$", re.MULTILINE)
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) )", re.MULTILINE)


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


def chunks_of(entry: str, read: Callable[[str], str], outside: Collection[str] = ()) -> list[str]:
    """The modules that make up `entry`, each after those that it imports; `read` gives a module's text by its name.

    Modules in `outside` are sent by themselves and stay imported.
    """
    order: list[str] = []
    waiting: set[str] = set()

    def visit(name: str) -> None:
        if name in order or name in waiting or name in outside:
            return
        waiting.add(name)
        for needed in _IMPORT.findall(read(name)):
            visit(_beside(name, needed))
        order.append(name)

    visit(entry)
    return order


def _beside(name: str, needed: str) -> str:
    """The name of the module that `name` imports as `needed`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), needed))


def _kept_import(name: str, outside: Collection[str], found: re.Match[str]) -> str:
    return found[0] if _beside(name, found[1]) in outside else ""


def bundle(entry: str, read: Callable[[str], str], outside: Collection[str] = ()) -> str:
    """One module that does what `entry` and its siblings do; a phone then asks once instead of a dozen times in turn.

    What the modules import from those in `outside` stays an import.

    Modules import only by names and by relative paths, and declare each name at their top level once among all of them;
    otherwise ValueError says which name stands twice.
    """
    seen: dict[str, str] = {}
    texts = []
    for name in chunks_of(entry, read, outside):
        text = read(name)
        for declared in _DECLARED.findall(text):
            if declared in seen:
                raise ValueError(f"{declared} is declared in {seen[declared]} and in {name}")
            seen[declared] = name
        text = _IMPORT.sub(partial(_kept_import, name, outside), text)
        texts.append(text if name == entry else _EXPORTED.sub("", text))
    return "\n".join(texts)
