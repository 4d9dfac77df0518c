"""The last steps on the tree, quickly: line breaks, escapes and the HTML text, as python-markdown writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.core import Markdown
from markdown.serializers import to_html_string
from markdown.treeprocessors import PrettifyTreeprocessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString

_BARE_AMPERSAND: Final = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.I)


Marked = Callable[[str], tuple[str, list[Element]]]
"""Gives the text up to the first thing found in it, and an element for each, followed by the text after it."""


def mark_texts(element: Element, marked: Marked) -> None:
    """Put elements around what ``marked`` finds in the texts right in ``element``; code and the like is left alone."""
    made: list[Element] = []
    children = list(element)
    if element.text and not isinstance(element.text, AtomicString):
        element.text, made = marked(element.text)
    for child in children:
        made.append(child)
        if child.tail and not isinstance(child.tail, AtomicString):
            child.tail, found = marked(child.tail)
            made += found
    if len(made) > len(children):
        element[:] = made


class QuickPrettify(Treeprocessor):
    """The tree processor named "prettify": puts each block on a line of its own."""

    def __init__(self, md: Markdown) -> None:
        """Serve the instance ``md``."""
        super().__init__(md)
        self._block_level = frozenset(md.block_level_elements)

    def run(self, root: Element) -> None:
        """Add line breaks below ``root``, in place."""
        block_level = self._block_level
        stack = [root]
        while stack:
            element = stack.pop()
            tag = element.tag
            if tag in block_level and tag != "pre":
                text = element.text
                if (not text or not text.strip()) and len(element) and element[0].tag in block_level:
                    element.text = "\n"
                stack.extend(child for child in element if child.tag in block_level)
            tail = element.tail
            if not tail or not tail.strip():
                element.tail = "\n"
        for element in root.iter("br"):
            tail = element.tail
            element.tail = f"\n{tail}" if tail and tail.strip() else "\n"
        for element in root.iter("pre"):
            code = element[0] if len(element) else None
            if code is not None and code.tag == "code" and not len(code) and code.text is not None:
                code.text = AtomicString(code.text.rstrip() + "\n")


class QuickUnescape(UnescapeTreeprocessor):
    """The tree processor named "unescape": looks for escapes only where the mark of one is."""

    wanted = True
    """Whether the text has a backslash: without one nothing was escaped."""

    def run(self, root: Element) -> None:
        """Restore the escaped characters below ``root``, in place."""
        if not self.wanted:
            return
        for element in root.iter():
            text = element.text
            if text and STX in text and element.tag != "code":
                element.text = self.unescape(text)
            tail = element.tail
            if tail and STX in tail:
                element.tail = self.unescape(tail)
            for key, value in element.items():
                if STX in value:
                    element.set(key, self.unescape(value))


def _text(text: str) -> str:
    if "&" in text:
        text = _BARE_AMPERSAND.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def serialize(root: Element) -> str:
    """Return the HTML of ``root``, the same as python-markdown's own serializer gives.

    The tree holds only what Markdown makes: plain tags and string attributes, no comments, names or namespaces.
    """
    parts: list[str] = []
    write = parts.append
    stack: list[Element | str] = [root]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            write(element)
            continue
        tag = element.tag
        items = element.items()
        if items:
            attributes = "".join(f' {key}="{_text(value).replace(chr(34), "&quot;")}"' for key, value in sorted(items))
            write(f"<{tag}{attributes}>")
        else:
            write(f"<{tag}>")
        text = element.text
        if text:
            write(_text(text))
        tail = element.tail
        if tail:
            stack.append(_text(tail))
        if tag not in HTML_EMPTY:
            stack.append(f"</{tag}>")
        if len(element):
            stack.extend(reversed(element))
    return "".join(parts)


def quicken_tree(md: Markdown) -> QuickUnescape:
    """Replace the last tree processors and the serializer of ``md`` by the quick ones; return the last of them."""
    assert isinstance(md.treeprocessors["prettify"], PrettifyTreeprocessor) and md.serializer is to_html_string
    md.treeprocessors.register(QuickPrettify(md), "prettify", 10)
    unescape = QuickUnescape(md)
    md.treeprocessors.register(unescape, "unescape", 0)
    md.serializer = serialize
    return unescape
