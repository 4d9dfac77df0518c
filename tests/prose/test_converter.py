"""The fast converter gives, byte for byte, what a stock python-markdown gives."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from partnership.prose.converter import QuickMarkdown
from tests.prose.corpus import BLOCKS, INLINE, post, texts
from tests.prose.stock import stock_markdown
from tests.support.searches import examples

STOCK = stock_markdown()
QUICK = QuickMarkdown()


def _assert_same(text: str) -> None:
    assert QUICK.convert(text) == STOCK.reset().convert(text), text


def test_equals_stock_on_the_corpus() -> None:
    """Every construction alone, in context and in 1,500 random mixtures."""
    for text in texts():
        _assert_same(text)


def test_equals_stock_on_posts() -> None:
    """Posts as editors write them, and one long one."""
    for seed in range(20):
        _assert_same(post(seed))
    _assert_same(post(0, 60_000))


@given(st.lists(st.sampled_from([*INLINE, *BLOCKS, "\n", "\n\n", " ", "    ", "a", "ż"]), max_size=12))
@examples(300)
def test_equals_stock_on_any_mixture(pieces: list[str]) -> None:
    """Constructions glued together in any order."""
    _assert_same("".join(pieces))


@given(st.text(alphabet="ab \n*_`[]()!<>&#-+.:|\\^=~1\"'", max_size=80))
@examples(500)
def test_equals_stock_on_any_marks(text: str) -> None:
    """Markdown's own characters in any order."""
    _assert_same(text)


def test_a_text_leaves_nothing_behind() -> None:
    """References, footnotes and abbreviations of one text are unknown to the next, in whatever order they come."""
    shuffled = list(texts(0))
    random.Random(3).shuffle(shuffled)
    for text in shuffled[:200]:
        assert QUICK.convert(text) == QuickMarkdown().convert(text)
