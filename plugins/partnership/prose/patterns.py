"""Inline patterns, quickly: python-markdown's own, with faster searches and their work counted.

The stock patterns read character by character for the bracket or backtick that closes; 100,000 open brackets make that
five billion steps.  Here the search hops from bracket to bracket in C, and each hop is charged to the budget.
"""

from __future__ import annotations

import re
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.inlinepatterns import (
    BacktickInlineProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

from partnership.prose.limits import Budget
from partnership.prose.tree import mark_texts

_BRACKET: Final = re.compile(r"[\[\]]")
_TICKS: Final = re.compile(r"`+")

# A target without quotes, parentheses and an opening "<" needs none of the stock parser's bookkeeping.
_SIMPLE_TARGET: Final = re.compile(r"\(\s*([^\s()<>'\"][^()'\"]*|)\)")


class _QuickBrackets(LinkInlineProcessor):
    """The two searches that all link patterns share."""

    budget: Budget

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - python-markdown's name
        """Return the text up to the bracket closing the one before ``index``, the place after, and if there is one."""
        depth = 1
        hops = 1
        for match in _BRACKET.finditer(data, index):
            hops += 1
            depth += 1 if match.group() == "[" else -1
            if depth == 0:
                self.budget.spend(hops)
                return data[index : match.start()], match.end(), True
        self.budget.spend(hops + len(data) // 1024)
        return data[index:], len(data), False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - python-markdown's name
        """Return target, title, the place after ``)`` and whether there is a target in parentheses at ``index``."""
        simple = _SIMPLE_TARGET.match(data, index)
        if simple is not None:
            return self.unescape(simple.group(1)).strip(), None, simple.end(), True
        found = super().getLink(data, index)
        end = found[2] if found[3] or data[index : index + 1] != "(" else len(data)
        self.budget.spend((end - index) // 8 + 1)
        return found


class _Link(_QuickBrackets):
    pass


class _Image(_QuickBrackets, ImageInlineProcessor):
    pass


class _Reference(_QuickBrackets, ReferenceInlineProcessor):
    pass


class _ImageReference(_QuickBrackets, ImageReferenceInlineProcessor):
    pass


class _ShortReference(_QuickBrackets, ShortReferenceInlineProcessor):
    pass


class _ShortImageReference(_QuickBrackets, ShortImageReferenceInlineProcessor):
    pass


class _Backtick(BacktickInlineProcessor):
    budget: Budget

    def find_code_spans(self, start: int, text: str) -> Any:  # a tuple, of which the library's stubs are unsure
        """Return start and end of the code from the backticks at ``start`` to the next run as long, or (…, None)."""
        opening = _TICKS.match(text, start)
        ticks = len(opening.group()) if opening else 0
        after = start + ticks
        longest, longest_end, hops = 0, 0, 1
        for run in _TICKS.finditer(text, after):
            hops += 1
            length = run.end() - run.start()
            if length == ticks:
                self.budget.spend(hops)
                return after, run.start()
            if length > longest:
                longest, longest_end = length, run.end()
        self.budget.spend(hops + len(text) // 1024)
        # No run is as long: the longest shorter one closes, and the surplus of the opening is text.
        if 0 < longest < ticks:
            return after - (ticks - longest), longest_end - longest
        return after + ticks, None


class QuickAbbreviations(AbbrTreeprocessor):
    """The tree processor named "abbr", in one pass: the stock one looks for each element among all its siblings."""

    budget: Budget

    def iter_element(self, el: Element, parent: Element | None = None) -> None:
        """Mark the known abbreviations in and below ``el``."""
        todo = [el]
        while todo:
            element = todo.pop()
            todo += element
            mark_texts(element, self._marked)

    def _marked(self, text: str) -> tuple[str, list[Element]]:
        """Return the text up to the first abbreviation, and an element for each, followed by the text after it."""
        made: list[Element] = []
        head, last = text, 0
        assert self.RE is not None
        for match in self.RE.finditer(text):
            title = self.abbrs[match.group()]
            if not title:
                continue
            if made:
                made[-1].tail = text[last : match.start()]
            else:
                head = text[: match.start()]
            made.append(self.create_element(title, match.group(), ""))
            last = match.end()
        if made:
            made[-1].tail = text[last:]
            self.budget.spend(8 * len(made))
        return head, made

    def run(self, root: Element) -> Element | None:
        """Mark the known abbreviations below ``root``."""
        # Each of them is tried at every place of the text.
        self.budget.spend(len(self.abbrs) * self.budget.length // 500)
        return super().run(root)


_QUICK: Final[dict[str, tuple[type[_QuickBrackets], float]]] = {
    "reference": (_Reference, 170),
    "link": (_Link, 160),
    "image_link": (_Image, 150),
    "image_reference": (_ImageReference, 140),
    "short_reference": (_ShortReference, 130),
    "short_image_ref": (_ShortImageReference, 125),
}


def quicken_patterns(md: Markdown, budget: Budget) -> None:
    """Replace the patterns of ``md`` that search for an end by the quick ones, each under its name and priority."""
    registry = md.inlinePatterns
    for name, (quick, priority) in _QUICK.items():
        pattern = quick(registry[name].pattern, md)
        pattern.budget = budget
        registry.register(pattern, name, priority)
    backtick = _Backtick(registry["backtick"].pattern)
    backtick.budget = budget
    registry.register(backtick, "backtick", 190)
    stock = md.treeprocessors["abbr"]
    assert isinstance(stock, AbbrTreeprocessor)
    abbreviations = QuickAbbreviations(md, stock.abbrs)
    abbreviations.budget = budget
    md.treeprocessors.register(abbreviations, "abbr", 7)
