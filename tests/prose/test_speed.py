"""The fast converter is fast."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from partnership.prose.conversion import read_prose
from partnership.prose.converter import QuickMarkdown
from tests.prose.corpus import post
from tests.prose.stock import stock_markdown


def _best(convert: Callable[[str], object], posts: list[str]) -> float:
    """Return the least processor time of five rounds, in seconds."""
    times: list[float] = []
    for _round in range(5):
        started = time.process_time()
        for text in posts:
            convert(text)
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.nightly
def test_faster_than_stock() -> None:
    """Converting takes at most half of stock's time (a quarter in peace), with all that follows four fifths."""
    posts = [post(seed) for seed in range(30)]
    stock, quick = stock_markdown(), QuickMarkdown()
    slow = _best(lambda text: stock.reset().convert(text), posts)
    assert _best(quick.convert, posts) < slow / 2
    assert _best(read_prose, posts) < slow * 0.8
