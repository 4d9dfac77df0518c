"""Addresses that stand in a text by themselves become links, as GitHub's preview shows them.

The rules are those of "autolinks (extension)" in GitHub Flavored Markdown: ``https://``, ``http://``, ``www.`` and
e-mail addresses, without the punctuation that ends a sentence and without a parenthesis that opens before them.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from partnership.prose.bare_addresses import ADDRESS
from partnership.prose.tree import mark_texts

_END_OF_SENTENCE: Final = frozenset("?!.,:;*_~'\"”’»…")


class BareLinks(Treeprocessor):
    """The tree processor named "bare_links"; it runs after the inline patterns, so that code and links are known."""

    def run(self, root: Element) -> None:
        """Link the addresses in the texts below ``root``, in place."""
        stack = [root]
        while stack:
            element = stack.pop()
            if element.tag in ("a", "code", "pre"):
                continue
            children = list(element)
            stack += children
            if not self._in_raw_link(element, children):
                mark_texts(element, _linked)

    def _in_raw_link(self, element: Element, children: list[Element]) -> bool:
        """Tell whether a link written in HTML stands among the texts of ``element``: its end is not looked for."""
        texts = (element.text, *(child.tail for child in children))
        raw = self.md.htmlStash.rawHtmlBlocks
        for text in texts:
            for found in HTML_PLACEHOLDER_RE.finditer(text or ""):
                stashed = raw[int(found.group(1))] if int(found.group(1)) < len(raw) else ""
                if isinstance(stashed, str) and stashed[:2].lower() == "<a":
                    return True
        return False


def _linked(text: str) -> tuple[str, list[Element]]:
    """Return ``text`` up to its first address, and an element for each, followed by the text after it."""
    if "://" not in text and "www." not in text and "@" not in text:
        return text, []
    made: list[Element] = []
    head, last = text, 0
    for found in ADDRESS.finditer(text):
        shown = found.group()
        if found.group("web"):
            shown = _without_end(shown)
        target = f"mailto:{shown}" if found.group("mail") else shown
        link = Element("a", {"href": f"https://{target}" if target.startswith("www.") else target})
        link.text = AtomicString(shown)
        if made:
            made[-1].tail = text[last : found.start()]
        else:
            head = text[: found.start()]
        made.append(link)
        last = found.start() + len(shown)
    if made:
        made[-1].tail = text[last:]
    return head, made


def _without_end(address: str) -> str:
    """Return an address without the punctuation and the closing parentheses that belong to the sentence."""
    unopened = address.count(")") - address.count("(")
    end = len(address)
    while address[end - 1] in _END_OF_SENTENCE or (address[end - 1] == ")" and unopened > 0):
        unopened -= address[end - 1] == ")"
        end -= 1
    return address[:end]
