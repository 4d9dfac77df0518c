"""python-markdown learns the habits: the pass over the lines, and lists that are numbered ``1)`` or ``a)``."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.preprocessors import Preprocessor

from partnership.prose.bare_links import BareLinks
from partnership.prose.blanks import plain_blanks
from partnership.prose.habits import Habits

_ANY_MARK: Final = r"(([0-9]{1,9}[.)])|[a-zA-Z]\)|[*+-])"


class HabitPreprocessor(Preprocessor):
    """The preprocessor named "habits": writes lines where python-markdown wants them."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a text as python-markdown is to read them; finished pieces lie in the stash."""
        return Habits(plain_blanks(lines), self.md.htmlStash.store, self._fenced).run()

    def _fenced(self, lines: list[str]) -> str | None:
        """Convert one piece of fenced code by the extension for it; None when that sees none."""
        count = self.md.htmlStash.html_counter
        made = [line for line in self.md.preprocessors["fenced_code_block"].run(lines) if line]
        return made[0] if self.md.htmlStash.html_counter == count + 1 and len(made) == 1 else None


def kind_of(element: Element) -> str:
    """Return the kind of an ordered list: "." for plain numbers, "1", "a" or "A" for those with a parenthesis."""
    return element.get("type", "1") if element.get("class") == "parenthesis" else "."


class PlainListProcessor(SaneOListProcessor):
    """A list numbered ``1.``: as python-markdown's, but it does not continue one that is marked otherwise.

    Digits are those of the keyboard, at most nine, as on GitHub: HTML knows no others.
    """

    def __init__(self, parser: BlockParser) -> None:
        """Read items of ``parser``'s text."""
        super().__init__(parser)
        self.RE = re.compile(r"^[ ]{0,3}[0-9]{1,9}\.[ ]+(.*)")
        self.CHILD_RE = re.compile(r"^[ ]{0,3}(([0-9]{1,9}\.))[ ]+(.*)")

    def lastChild(self, parent: Element) -> Element | None:  # noqa: N802 - python-markdown's name
        """Return the last child, unless it is a list of another kind."""
        child = super().lastChild(parent)
        return None if child is not None and child.tag == "ol" and kind_of(child) != "." else child


class MarkedListProcessor(PlainListProcessor):
    """A list whose marks end in a parenthesis: one kind for numbers, one each for small and capital letters.

    The element has a class, by which the theme shows the parenthesis, and for letters the type that HTML has for them.
    """

    def __init__(self, parser: BlockParser, mark: str, kind: str) -> None:
        """Read items whose marks match ``mark``; ``kind`` is the type of the element, "1", "a" or "A"."""
        super().__init__(parser)
        self.RE = re.compile(rf"^[ ]{{0,3}}{mark}\)[ ]+(.*)")
        self._marks = re.compile(rf"^([ ]{{0,3}})({mark})\)(?=[ ])", re.MULTILINE)
        self._kind = kind

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read the items of a block as those of a numbered list."""
        blocks.insert(0, self._marks.sub(self._numbered, blocks.pop(0)))
        known = len(parent)
        super().run(parent, blocks)
        if len(parent) > known and parent[-1].tag == "ol":
            made = parent[-1]
            made.set("class", "parenthesis")
            if self._kind != "1":
                made.set("type", self._kind)

    def lastChild(self, parent: Element) -> Element | None:  # noqa: N802 - python-markdown's name
        """Return the last child, unless it is a list of another kind, which this one does not continue."""
        child = super().lastChild(parent)
        if child is not None and child.tag == "ol" and kind_of(child) != self._kind:
            return None
        return child

    def _numbered(self, found: re.Match[str]) -> str:
        mark = found.group(2)
        number = mark if mark.isdigit() else str(ord(mark.lower()) - ord("a") + 1)
        return f"{found.group(1)}{number}."


class HabitExtension(Extension):
    """Registers the pass over the lines, the marked lists, ``~~deleted~~`` and links of bare addresses."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        """Register everything; after fenced code and sane lists, of which parts are replaced."""
        md.preprocessors.register(HabitPreprocessor(md), "habits", 28)
        register_lists(md.parser)
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"()~~(?=\S)(.+?)(?<=\S)~~", "del"), "deleted", 65)
        md.treeprocessors.register(BareLinks(md), "bare_links", 15)


def register_lists(parser: BlockParser) -> None:
    """Register the processors of lists with ``parser``."""
    processors = parser.blockprocessors
    processors.register(PlainListProcessor(parser), "olist", 40)
    for priority, (name, mark, kind) in enumerate(
        (("paren_list", "[0-9]{1,9}", "1"), ("letter_list", "[a-z]", "a"), ("capital_list", "[A-Z]", "A")), 41
    ):
        processors.register(MarkedListProcessor(parser, mark, kind), name, priority)
    for name in ("olist", "ulist", "paren_list", "letter_list", "capital_list"):
        processor = processors[name]
        length = processor.tab_length
        processor.INDENT_RE = re.compile(rf"^[ ]{{{length},{2 * length - 1}}}{_ANY_MARK}[ ]+.*")  # type: ignore[attr-defined]
