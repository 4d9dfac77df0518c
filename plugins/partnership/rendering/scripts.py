"""A module with the siblings that it imports in one file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from functools import partial

from partnership.patterns import pattern

_IMPORT = pattern(r"^import \{[^}]*\} from '(\.{1,2}/[\w./-]+\.js)';$", re.MULTILINE)
_DECLARED = pattern(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
_EXPORTED = pattern(r"^export (?=(?:async )?(?:function|const|let|class) (\w+))", re.MULTILINE)
_LISTED = pattern(r"^export \{([\w, ]*)\};$", re.MULTILINE)


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


def bundle(entry: str, read: Callable[[str], str], outside: Collection[str] = ()) -> str:
    """One module that does what `entry` and its siblings do; a phone then asks once instead of a dozen times in turn.

    What the modules import from those in `outside` stays an import. All else stands inside one function, from which
    come the names that `entry` exports: so a minifier may shorten every other name.

    Modules import only by names and by relative paths, and declare each name at their top level once among all of them;
    otherwise ValueError says which name stands twice.
    """
    seen: dict[str, str] = {}
    imports: list[str] = []
    texts = []
    exported: list[str] = []

    def without_import(name: str, found: re.Match[str]) -> str:
        if _beside(name, found[1]) in outside:
            imports.append(found[0])
        return ""

    for name in chunks_of(entry, read, outside):
        text = read(name)
        for declared in _DECLARED.findall(text):
            if declared in seen:
                raise ValueError(f"{declared} is declared in {seen[declared]} and in {name}")
            seen[declared] = name
        if name == entry:
            exported = _EXPORTED.findall(text)
            exported += [each.strip() for names in _LISTED.findall(text) for each in names.split(",")]
        text = _IMPORT.sub(partial(without_import, name), text)
        texts.append(_LISTED.sub("", _EXPORTED.sub("", text)))
    names = ", ".join(exported)
    begin, end = (
        (f"export const {{ {names} }} = (() => {{", f"return {{ {names} }};\n}})();")
        if exported
        else ("(() => {", "})();")
    )
    return "\n".join([*imports, begin, *texts, end, ""])
