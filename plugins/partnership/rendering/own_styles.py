"""Checks of the style sheets that a site has in a theme of its own: what browsers would drop, and files not there.

All sheets are joined to one: a bracket left open in the first would take all others with it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from partnership.language import _
from partnership.nearest import nearest
from partnership.problems import Problem
from partnership.rendering.assets import COMPONENTS, LAYERS
from partnership.sources.folder import list_folder
from partnership.sources.text import Unreadable, read_text
from partnership.theme_folders import is_built_in, theme_files

if TYPE_CHECKING:
    from tinycss2.ast import Node

STYLES: Final = "static/css"
_END: Final = "end-of-sheet"
"""A rule that is put behind a sheet: it is found inside of whatever was left open."""
_LIKE: Final = 0.85
"""How like two names of properties are of which one is a slip of the other: a sheet may have properties of its own."""
_SET: Final = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
_USED: Final = re.compile(r"(?<![\w-])(--[\w-]+)(?!\s*:)")


def style_sheet_problems(theme: Path) -> Iterator[Problem]:
    """Yield what is wrong with the style sheets of a theme beside the built-in one."""
    if is_built_in(theme):
        return
    own = {posixpath.join(below, name): theme / below / name
           for below in (STYLES, COMPONENTS) if (theme / below).is_dir()
           for name in sorted(list_folder(str(theme / below)).files) if name.endswith(".css")}  # fmt: skip
    if not own:
        return
    static = frozenset(theme_files(theme, "static"))
    known = _Known(theme)
    for name, path in own.items():
        try:
            text = read_text(str(path))
        except Unreadable as error:
            yield error.problem
            continue
        if name.startswith(STYLES) and not _has_layer(name.removeprefix(f"{STYLES}/")):
            yield _of_no_layer(path)
        yield from _Sheet(str(path), text, static).problems()
        yield from known.unknown(str(path), text)


def _has_layer(name: str) -> bool:
    return any(name == f"{layer}.css" or name.startswith(f"{layer}-") for layer in LAYERS)


def _of_no_layer(path: Path) -> Problem:
    message = _("No page uses the style sheet “%(name)s”", name=path.name)
    hint = _("call it by its layer, e.g. layout-own.css; layers are %(names)s", names=", ".join(LAYERS))
    return Problem(path=str(path), code="unused-style", message=message, hint=hint, severity="warning")


class _Known:
    """Names of the theme's properties, such as ``--brand``: those that are set and those that anything asks for."""

    def __init__(self, theme: Path) -> None:
        files = [path for below in ("static", "templates") for name, path in theme_files(theme, below).items()
                 if name.endswith((".css", ".js", ".html", ".svg"))]  # fmt: skip
        texts = [Path(path).read_text(encoding="utf-8", errors="replace") for path in files]
        self._set = {name for text in texts for name in _SET.findall(text)}
        self._used = {name for text in texts for name in _USED.findall(text)}

    def unknown(self, path: str, text: str) -> Iterator[Problem]:
        """Yield properties that a sheet sets and nothing uses, where one that is used was probably meant."""
        for found in _SET.finditer(text):
            name = found[1]
            like = get_close_matches(name, sorted(self._used & self._set), 1, _LIKE) if name not in self._used else []
            near = next(iter(like), None)
            if near is not None:
                line = text.count("\n", 0, found.start()) + 1
                column = found.start() - text.rfind("\n", 0, found.start())
                message = _("No style uses “%(name)s”", name=name)
                hint = _("did you mean “%(near)s”?", near=near)
                about = Problem(
                    path=path, line=line, column=column, code="unknown-property", message=message, hint=hint
                )
                yield msgspec.structs.replace(about, severity="warning", suggestion=near)


class _Sheet:
    """One sheet, and what is wrong in it."""

    def __init__(self, path: str, text: str, static: frozenset[str]) -> None:
        self._path = path
        self._text = text
        self._static = static

    def problems(self) -> Iterator[Problem]:
        """Yield everything, from top to bottom."""
        # Imported only where a site has a sheet of its own.
        import tinycss2

        tokens = tinycss2.parse_component_value_list(f"{self._text}\n@{_END};")
        left = _left_open(tokens)
        if left is not None:
            hint = _("add the bracket, quotation mark or */ that closes it")
            yield self._tell(left, _("What begins here is never closed"), hint)
            return  # all that follows is read as a part of it
        rules = list(self._of_rules(tinycss2.parse_stylesheet(self._text, True, True)))
        lines = {one.line for one in rules}
        found = [*rules, *(one for one in self._of_tokens(tokens) if one.line not in lines)]
        yield from sorted(found, key=lambda one: (one.line, one.column))

    def _tell(self, node: Any, message: str, hint: str, near: str | None = None) -> Problem:
        return Problem(
            path=self._path, line=node.source_line, column=node.source_column, code="broken-style", message=message,
            hint=hint, suggestion=near,
        )  # fmt: skip

    def _of_rules(self, nodes: Iterable[Node]) -> Iterator[Problem]:
        """Yield what is no rule and no declaration, and what stands where it does not count."""
        import tinycss2

        for node in nodes:
            if node.type == "error":
                yield self._tell(node, _("This is neither a rule nor a declaration"),
                                 _("write “property: value;” or “selector { … }”"))  # fmt: skip
            elif node.type == "at-rule" and node.lower_at_keyword in ("import", "charset", "namespace"):
                yield self._tell(node, _("“@%(name)s” does not count here: all sheets are joined to one",
                                         name=node.lower_at_keyword),
                                 _("remove it; put the rules themselves into a file of the theme"))  # fmt: skip
            elif node.type == "declaration":
                yield from self._of_declaration(node)
            content = getattr(node, "content", None)
            if content is not None:
                yield from self._of_rules(tinycss2.parse_blocks_contents(content, True, True))

    def _of_declaration(self, node: Any) -> Iterator[Problem]:
        colon = next((one for one in node.value if one.type == "literal" and one.value == ":"), None)
        if colon is not None and not node.name.startswith("--"):
            yield self._tell(colon, _("A second colon stands in the value of “%(name)s”", name=node.name),
                             _("end the line before with a semicolon"))  # fmt: skip

    def _of_tokens(self, tokens: Iterable[Any]) -> Iterator[Problem]:
        """Yield brackets and texts that do not fit, and addresses that lead nowhere or to other hosts."""
        for token in tokens:
            if token.type == "error":
                if token.kind in ("bad-string", "bad-url"):
                    message = _("A text or an address does not end where it has to")
                    hint = _("put it between two quotation marks in one line")
                else:
                    message, hint = _("“%(text)s” stands alone", text=token.kind), _("remove it")
                yield self._tell(token, message, hint)
            elif token.type == "url":
                yield from self._of_address(token, token.value)
            elif token.type == "function":
                if token.lower_name in ("url", "src"):
                    yield from (one for text in token.arguments if text.type == "string"
                                for one in self._of_address(text, text.value))  # fmt: skip
                else:
                    yield from self._of_tokens(token.arguments)
            elif getattr(token, "content", None) is not None:
                yield from self._of_tokens(token.content)

    def _of_address(self, node: Any, address: str) -> Iterator[Problem]:
        """Yield what is wrong with an address: files are of the theme, named from its folder ``static/css``."""
        if address.startswith(("data:", "#")):
            return
        if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", address):
            yield self._tell(node, _("“%(address)s” is loaded from another host, which browsers refuse here",
                                     address=address),
                             _("put the file into theme/static and write ../ and its path"))  # fmt: skip
            return
        plain = address.partition("#")[0].partition("?")[0]
        name = posixpath.normpath(posixpath.join("css", plain)) if not plain.startswith("/") else plain
        if address.startswith("../") and name in self._static and plain == address:
            return
        near = nearest(name.lstrip("./"), sorted(self._static))
        if name.startswith(("..", "/")):
            message = _("“%(address)s” leads out of the theme", address=address)
        else:
            message = _("There is no file “%(target)s” in theme/static", target=name)
        hint = (
            _("write ../%(near)s", near=near)
            if near
            else _("put the file into theme/static and write ../ and its path")
        )
        yield self._tell(node, message, hint, f"../{near}" if near else None)


def _left_open(tokens: list[Any]) -> Any:
    """Return what a sheet leaves open: the innermost block or comment that holds its end, None where nothing is."""
    open_now, inside = None, tokens
    while inside:
        last = next((one for one in reversed(inside) if one.type != "whitespace"), None)
        if last is None:
            break
        if last.type == "literal" and last.value == ";" and open_now is None:
            return None
        if last.type in ("comment", "string", "url"):
            return last
        deeper = getattr(last, "arguments", None) if last.type == "function" else getattr(last, "content", None)
        if not deeper:
            return open_now
        open_now, inside = last, deeper
    return open_now
