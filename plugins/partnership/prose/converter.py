"""One python-markdown instance per process, with our extensions, made fast without changing a byte of its output."""

from __future__ import annotations

import re
from typing import Any, Final

from markdown.core import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.util import ETX, STX

from partnership.prose.blocks import QuickBlockParser
from partnership.prose.habit_extension import HabitExtension
from partnership.prose.inline import QuickInlineProcessor
from partnership.prose.limits import Budget, check_shape
from partnership.prose.patterns import quicken_patterns
from partnership.prose.tree import quicken_tree

_SPACES_ONLY: Final = re.compile(r"\n +(?=\n)")

BACKLINK_TITLE: Final = "↩{}"
"""Title of the link back from footnote {}; ``document.py`` says it in the text's language."""


def markdown_options() -> dict[str, Any]:
    """Return the settings of python-markdown for this site.

    Extension objects are fresh each time: they hold the state of a document.
    """
    return {
        "extensions": [
            # An align attribute, which the walk turns into a class: a style attribute would be blocked by the site's
            # CSP.
            TableExtension(use_align_attribute=True),
            FencedCodeExtension(),
            FootnoteExtension(BACKLINK_TITLE=BACKLINK_TITLE),
            DefListExtension(),
            AbbrExtension(),
            SaneListExtension(),
            HabitExtension(),
        ],
        "output_format": "html",
    }


class _QuickWhitespace(NormalizeWhitespace):
    """The preprocessor named "normalize_whitespace": the same in a third of the time."""

    def run(self, lines: list[str]) -> list[str]:
        """Make line ends, tabs and blank lines uniform, and take away the marks of placeholders."""
        source = "\n".join(lines)
        source = source.replace(STX, "").replace(ETX, "").replace("\r\n", "\n").replace("\r", "\n") + "\n\n"
        if "\t" in source:
            source = source.expandtabs(self.md.tab_length)
        if "\n " in source:
            source = _SPACES_ONLY.sub("\n", source)
        return source.split("\n")


class _QuickFences(FencedBlockPreprocessor):
    """The preprocessor named "fenced_code_block": looks for fenced code only where there is a fence."""

    def run(self, lines: list[str]) -> list[str]:
        """Move fenced code into the stash."""
        if any(line.startswith(("```", "~~~")) for line in lines):
            return super().run(lines)
        return lines


class _QuickHtmlBlocks(HtmlBlockPreprocessor):
    """The preprocessor named "html_block": does not start its HTML parser for a text that has no HTML."""

    def run(self, lines: list[str]) -> list[str]:
        """Move the raw HTML of ``lines`` into the stash."""
        if any("<" in line or "&" in line for line in lines):
            return super().run(lines)
        return lines


class QuickMarkdown(Markdown):
    """The instance at work; ``convert`` forgets the text before by itself."""

    def __init__(self) -> None:
        self.budget = Budget()
        super().__init__(**markdown_options())
        quicken_patterns(self, self.budget)
        self._unescape = quicken_tree(self)
        inline = QuickInlineProcessor(self, self.budget)
        self.treeprocessors.register(inline, "inline", 20)
        self.preprocessors.register(_QuickWhitespace(self), "normalize_whitespace", 30)
        self.preprocessors.register(_QuickFences(self, {"lang_prefix": "language-"}), "fenced_code_block", 25)
        self.preprocessors.register(_QuickHtmlBlocks(self), "html_block", 20)
        inline.prepare()
        self.block_parser.prepare()

    def build_parser(self) -> QuickMarkdown:
        """Build the stock parser, then put the quick block parser in its place before extensions register theirs."""
        super().build_parser()
        self.block_parser = QuickBlockParser(self, self.budget)
        self.parser = self.block_parser
        return self

    def convert(self, source: str) -> str:
        """Return the HTML of ``source``, as the stock instance would; raise ``TooComplex`` for a tangle of markers."""
        check_shape(source)
        self.reset()
        self.budget.renew(len(source))
        # The pass over habits escapes number signs and parentheses that mean nothing.
        self._unescape.wanted = "\\" in source or "#" in source or ") " in source
        return super().convert(source)
