"""The fast converter does less than the stock one; how long either takes is measured in ``bench``."""

from __future__ import annotations

from partnership.prose.converter import QuickMarkdown
from tests.prose.corpus import post
from tests.prose.stock import stock_markdown
from tests.support.work import calls_of


def test_less_work_than_stock() -> None:
    """Converting the same posts calls at most half as many functions."""
    posts = [post(seed) for seed in range(30)]
    stock, quick = stock_markdown(), QuickMarkdown()

    def by_stock() -> None:
        for text in posts:
            stock.reset().convert(text)

    def by_quick() -> None:
        for text in posts:
            quick.convert(text)

    by_quick()
    assert calls_of(by_quick) < calls_of(by_stock) / 2
