"""SVG pictures: what could run or load something is found, and taken out.

A picture from a stranger may carry script, event handlers, HTML in ``foreignObject``, addresses of other servers, or
entities that swell to gigabytes.  ``inspect`` tells an editor where they are; ``clean`` gives the bytes to publish,
written anew from the elements and attributes that draw and nothing else.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from html import escape
from typing import Final, Literal
from xml.parsers import expat

import msgspec

from partnership.language import _
from partnership.patterns import pattern
from partnership.problems import Problem

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
XML: Final = "http://www.w3.org/XML/1998/namespace"

SvgCode = Literal["svg-invalid", "svg-entity", "svg-element", "svg-attribute", "svg-address", "svg-stylesheet"]

_NAMES: Final = """
    svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image
    marker linearGradient radialGradient stop pattern clipPath mask filter style switch a view animate animateTransform
    animateMotion mpath set feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
    feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
"""
_ELEMENTS: Final = frozenset(_NAMES.split())
_ANIMATIONS: Final = frozenset(("animate", "set", "animateTransform", "animateMotion"))
_PREFIXES: Final = {SVG: "", XLINK: "xlink:", XML: "xml:"}
_SILENT: Final = frozenset(("metadata",))
"""Elements that draw nothing and tell of the maker: they go without a word."""
_RASTER: Final = pattern(r"(data:image/(?:png|jpe?g|gif|webp|avif);base64,)([A-Za-z0-9+/=\s]*)")
_URL: Final = pattern(r"""url\(\s*["']?\s*([^"')\s]*)""", re.IGNORECASE)
_CSS_LOADS: Final = pattern(r"@import|expression\s*\(|javascript:|\\", re.IGNORECASE)
_MAX_DEPTH: Final = 200
_MAX_DRAWN: Final = 20_000
"""Copies that ``use`` may make in all: a few lines can ask for billions, and the reader's browser would draw them."""


class SvgFinding(msgspec.Struct, frozen=True, order=True):
    """Something in a picture that must not be published, at a 1-based line and column; ``subject`` is its name."""

    line: int
    column: int
    code: SvgCode
    subject: str

    def as_problem(self, path: str) -> Problem:
        """Return the finding as an error in the file ``path``."""
        what = self.subject
        match self.code:
            case "svg-invalid":
                message, hint = (
                    _("The picture is no valid SVG: %(what)s", what=what),
                    _("export it again from the program"),
                )
            case "svg-entity":
                message, hint = _("The picture declares the entity %(what)s", what=what), _("export it as “plain SVG”")
            case "svg-element":
                message, hint = (
                    _("The picture contains <%(what)s>", what=what),
                    _("take it out: a picture may only draw"),
                )
            case "svg-attribute":
                message, hint = (
                    _("The picture has the attribute %(what)s", what=what),
                    _("take it out: a picture may only draw"),
                )
            case "svg-address":
                message, hint = (
                    _("The picture loads %(what)s", what=what),
                    _("put what it loads into the picture, or leave it out"),
                )
            case "svg-stylesheet":
                message, hint = (
                    _("The picture's style sheet loads something: %(what)s", what=what),
                    _("put what it loads into the picture, or leave it out"),
                )
        return Problem(path=path, line=self.line, column=self.column, code=self.code, message=message, hint=hint)


class _Stop(Exception):
    """Reading cannot go on; the finding says why."""


class _Reader:
    """Reads one picture, noting findings and writing the clean form; ``inner`` cleans the pictures inside it."""

    def __init__(self, inner: Callable[[bytes], bytes] | None = None) -> None:
        self._inner = inner
        self.findings: list[SvgFinding] = []
        self.written: list[str] = []
        self.size: tuple[float, float] | None = None
        self._depth = 0
        self._skip_from = 0
        self._open_ids: list[str] = []
        self._uses: dict[str, list[str]] = {"": []}
        self._style: list[str] | None = None
        self._style_at = (1, 1)
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._entity
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, content: bytes) -> None:
        """Read ``content``; what stops the reading is the last of the findings."""
        try:
            self._parser.Parse(content, True)
            if drawn_copies(self._uses) > _MAX_DRAWN:
                self.findings.append(SvgFinding(1, 1, "svg-element", "use"))
        except _Stop:
            return
        except expat.ExpatError as error:
            self.findings.append(
                SvgFinding(error.lineno, error.offset + 1, "svg-invalid", expat.ErrorString(error.code) or str(error))
            )
        except (ValueError, LookupError) as error:  # an encoding that is unknown
            self.findings.append(SvgFinding(1, 1, "svg-invalid", str(error)))

    def _find(self, code: SvgCode, subject: str) -> None:
        place = (self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        self.findings.append(SvgFinding(*place, code, subject[:80]))

    def _entity(self, name: str, *_rest: object) -> None:
        self._find("svg-entity", name)
        raise _Stop

    def _instruction(self, target: str, data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._find("svg-stylesheet", data)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        namespace, _space, local = name.rpartition(" ")
        self._open_ids.append(attributes.get("id", ""))
        if local == "use":
            aim = (attributes.get("href") or attributes.get(f"{XLINK} href", "")).strip().removeprefix("#")
            for identifier in {"", *self._open_ids}:
                self._uses.setdefault(identifier, []).append(aim)
        if self._depth == 1 and (namespace, local) != (SVG, "svg"):
            self._find("svg-invalid", f"<{local}>")
            raise _Stop
        if self._depth > _MAX_DEPTH:
            self._find("svg-invalid", f"<{local}>")
            raise _Stop
        if self._skip_from:
            return
        if namespace != SVG or local not in _ELEMENTS or self._animates_address(local, attributes):
            # What drawing programs keep for themselves (Inkscape's and Adobe's namespaces) goes without a word.
            if namespace in (SVG, "", "http://www.w3.org/1999/xhtml") and local not in _SILENT:
                self._find("svg-element", local)
            self._skip_from = self._depth
            return
        if self._depth == 1:
            self.size = _size(attributes)
        if local == "style":
            self._style = []
            self._style_at = (self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        spaces = f' xmlns="{SVG}" xmlns:xlink="{XLINK}"' if self._depth == 1 else ""
        kept = "".join(self._kept(attribute, value) for attribute, value in attributes.items())
        self.written.append(f"<{local}{spaces}{kept}>")

    def _animates_address(self, local: str, attributes: dict[str, str]) -> bool:
        target = attributes.get("attributeName", "").lower().rpartition(":")[2]
        return local in _ANIMATIONS and (target == "href" or target.startswith("on"))

    def _kept(self, name: str, value: str) -> str:
        """Return the attribute as it is written, or nothing when it is left out."""
        namespace, _space, local = name.rpartition(" ")
        if namespace and namespace not in _PREFIXES:
            return ""
        lowered = local.lower()
        if lowered.startswith("on"):
            self._find("svg-attribute", local)
            return ""
        if lowered in ("href", "src") and not value.lstrip().startswith("#"):
            inner = _RASTER.fullmatch(value.strip())
            if inner is None or (cleaned := self._cleaned(inner.group(2))) is None:
                self._find("svg-address", value)
                return ""
            value = inner.group(1) + cleaned
        if any(not address.startswith("#") for address in _URL.findall(value)) or _script(lowered, value):
            self._find("svg-address", value)
            return ""
        return f' {_PREFIXES.get(namespace, "")}{local}="{escape(value)}"'

    def _cleaned(self, text: str) -> str | None:
        """Return a picture in base64 without its notes; None when it is no picture that can be shown."""
        if self._inner is None:
            return text
        try:
            return b64encode(self._inner(b64decode(text))).decode()
        except (ValueError, OSError, SyntaxError):
            return None

    def _end(self, name: str) -> None:
        depth, self._depth = self._depth, self._depth - 1
        self._open_ids.pop()
        if self._skip_from:
            if depth == self._skip_from:
                self._skip_from = 0
            return
        local = name.rpartition(" ")[2]
        if local == "style" and self._style is not None:
            self._write_style("".join(self._style))
            self._style = None
        self.written.append(f"</{local}>")

    def _write_style(self, css: str) -> None:
        loads = _CSS_LOADS.search(css)
        outside = next((address for address in _URL.findall(css) if not address.startswith("#")), None)
        if loads is not None or outside is not None:
            subject = outside if outside is not None else css[loads.start() : loads.start() + 60] if loads else ""
            self.findings.append(SvgFinding(*self._style_at, "svg-stylesheet", subject[:80]))
            return
        self.written.append(escape(css, quote=False))

    def _text(self, data: str) -> None:
        if self._skip_from:
            return
        if self._style is not None:
            self._style.append(data)
        else:
            self.written.append(escape(data, quote=False))


def drawn_copies(uses: dict[str, list[str]]) -> int:
    """Return how many copies a picture asks for; ``uses`` are the names that each named part uses, "" the whole."""
    known: dict[str, int] = {}
    todo = [("", iter(uses.get("", [])))]
    counting = {""}
    while todo:
        part, rest = todo[-1]
        # A part that is being counted uses itself: browsers leave that out.
        deeper = next((one for one in rest if one not in known and one not in counting), None)
        if deeper is not None:
            todo.append((deeper, iter(uses.get(deeper, []))))
            counting.add(deeper)
            continue
        known[part] = min(sum(1 + known.get(one, 0) for one in uses.get(part, [])), _MAX_DRAWN + 1)
        todo.pop()
    return known[""]


def _script(name: str, value: str) -> bool:
    """Tell whether an attribute's value would run or load: a script's address, or a style that loads."""
    bare = re.sub(r"[\x00-\x20]", "", value).lower()
    return bare.startswith(("javascript:", "vbscript:")) or (name == "style" and _CSS_LOADS.search(value) is not None)


def _size(attributes: dict[str, str]) -> tuple[float, float] | None:
    """Return width and height in pixels from the root's attributes, or from its view box."""
    found = [re.fullmatch(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*", attributes.get(name, "")) for name in ("width", "height")]
    if found[0] and found[1]:
        return float(found[0].group(1)), float(found[1].group(1))
    numbers = re.findall(r"-?\d+(?:\.\d+)?", attributes.get("viewBox", ""))
    if len(numbers) == 4 and float(numbers[2]) > 0 and float(numbers[3]) > 0:
        return float(numbers[2]), float(numbers[3])
    return None


def inspect(content: bytes) -> tuple[SvgFinding, ...]:
    """Return everything in the picture ``content`` that must not be published, sorted by place; () for a clean one."""
    reader = _Reader()
    reader.read(content)
    return tuple(sorted(reader.findings))


def clean(content: bytes, inner: Callable[[bytes], bytes] | None = None) -> bytes:
    """Return the picture as UTF-8 without anything that runs or loads; raise ``ValueError`` when it is not SVG.

    ``inner`` cleans the raster pictures inside it.
    """
    reader = _Reader(inner)
    reader.read(content)
    for finding in reader.findings:
        if finding.code in ("svg-invalid", "svg-entity"):
            raise ValueError(f"{finding.line}:{finding.column}: {finding.code}: {finding.subject}")
    return "".join(reader.written).encode()


def size(content: bytes) -> tuple[float, float] | None:
    """Return width and height of the picture in pixels (of the view box, where it names none), or None if unknown."""
    reader = _Reader()
    reader.read(content)
    return reader.size
