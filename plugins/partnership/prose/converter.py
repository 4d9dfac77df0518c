"""One python-markdown instance per process, with our extensions, made fast without changing a byte of its output.

``stock_markdown`` is the plain instance, the measure of what is right; ``QuickMarkdown`` is the one at work.
"""

from __future__ import annotations

from typing import Any, Final

from markdown.core import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.preprocessors import HtmlBlockPreprocessor

from partnership.prose.blocks import QuickBlockParser
from partnership.prose.inline import QuickInlineProcessor
from partnership.prose.limits import Budget, check_shape
from partnership.prose.patterns import quicken_patterns
from partnership.prose.tree import quicken_tree

BACKLINK_TITLE: Final = "↩{}"
"""Title of the link back from footnote {}; ``document.py`` says it in the text's language."""


def _options() -> dict[str, Any]:
    """Return the settings of both instances.  Fresh extension objects each time: they hold the state of a document."""
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
        ],
        "output_format": "html",
    }


def stock_markdown() -> Markdown:
    """Return a plain python-markdown instance with the extensions of the site."""
    return Markdown(**_options())


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
        super().__init__(**_options())
        quicken_patterns(self, self.budget)
        quicken_tree(self)
        inline = QuickInlineProcessor(self, self.budget)
        self.treeprocessors.register(inline, "inline", 20)
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
        return super().convert(source)
