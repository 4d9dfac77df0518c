"""Blocks of Markdown, quickly: a block processor is asked only when the block has a character that it needs.

Most blocks are plain paragraphs, and a paragraph can be told by one look at the beginnings of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, SupportsIndex
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.core import Markdown

from partnership.prose.limits import Budget

# Beginnings of a block and of its other lines that any processor but the paragraph's looks for.  Wider than need be:
# where in doubt the block goes the stock way.
_SPECIAL: Final = re.compile(r" {0,3}(?:[-#=_*+>:\[0-9]|[a-zA-Z]\))| {4}|\n|\Z")
_SPECIAL_LINE: Final = re.compile(r"\n {0,3}[-#=_*+>:\[]")

# What must be in a block before the processor of this name can do anything with it.
_NEEDED: Final = {
    "table": "|",
    "hashheader": "#",
    "setextheader": "\n",
    "deflist": ":",
    "quote": ">",
    "footnote": "[^",
    "abbr": "*[",
    "reference": "]:",
}

_MANY: Final = 64
"""From how many blocks on the backwards list pays."""


class _Blocks(list[str]):
    """A list of blocks, kept backwards, so that taking the first off costs nothing however many follow.

    Block processors use ``pop(0)``, ``insert(0, …)``, ``[0]`` and truth only.
    """

    def __init__(self, blocks: Iterable[str]) -> None:
        super().__init__(blocks)
        self.reverse()

    def pop(self, index: SupportsIndex = 0) -> str:
        """Take the first block off."""
        return super().pop()

    def insert(self, index: SupportsIndex, block: str) -> None:
        """Put a block first."""
        self.append(block)

    def __getitem__(self, index: Any) -> Any:
        return super().__getitem__(-1)


class QuickBlockParser(BlockParser):
    """The block parser of one converter."""

    def __init__(self, md: Markdown, budget: Budget) -> None:
        """Take over the processors of ``md``'s present parser; ``prepare`` must follow when all are registered."""
        super().__init__(md)
        self.blockprocessors = md.parser.blockprocessors
        for processor in self.blockprocessors:
            processor.parser = self
        self._budget = budget
        self._ordered: list[tuple[str, BlockProcessor]] = []
        self._paragraph = self.blockprocessors["paragraph"]

    def prepare(self) -> None:
        """Look up the registered processors once, when all extensions are registered."""
        registry = self.blockprocessors
        needs = {id(registry[name]): need for name, need in _NEEDED.items() if name in registry}
        self._ordered = [(needs.get(id(processor), ""), processor) for processor in registry]

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802 - python-markdown's name
        """Parse ``text``, any number of blocks, into ``parent``."""
        blocks = text.split("\n\n")
        self.parseBlocks(parent, _Blocks(blocks) if len(blocks) > _MANY else blocks)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - python-markdown's name
        """Parse ``blocks`` into ``parent``, consuming them."""
        while blocks:
            block = blocks[0]
            if not _SPECIAL.match(block) and not _SPECIAL_LINE.search(block) and "|" not in block:
                if self.state.isstate("list") or not block.strip():
                    self._paragraph.run(parent, blocks)
                else:
                    SubElement(parent, "p").text = blocks.pop(0).lstrip()
                continue
            # A processor may search the whole block, take a line off and put the rest back.
            self._budget.spend(len(block) // 16 + 1)
            for needed, processor in self._ordered:
                if needed and needed not in block:
                    continue
                # A processor that says False has put its blocks back: the next one is asked.
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break
