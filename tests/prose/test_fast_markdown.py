"""Everyday Markdown becomes the HTML that a stock python-markdown gives, or is left to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.prose.fast_markdown import fast_html
from partnership.prose.sanitise import dropped_addresses, ordinary_addresses, sanitise
from tests.prose.corpus import BLOCKS, INLINE, post, texts
from tests.prose.stock import stock_markdown
from tests.support.searches import examples

STOCK = stock_markdown()

PIECES = [
    *(
        "a",
        "ż ",
        "1",
        "1.5",
        "słowo",
        " ",
        "\n",
        "\n\n",
        "\n\n\n",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2. ",
        "> ",
        ">",
        "## ",
        "#",
    ),
    *("**", "*", "_", "*a*", "**b**", " * ", "[x](y)", "[a b](https://e.org/x_y)", "![p](q.png)", '![p"r](q.png)'),
    *(
        "[",
        "]",
        "(",
        ")",
        "!",
        ":",
        "=",
        "-",
        "---",
        "===",
        "'",
        '"',
        ".",
        "\u00a0",
        "\u2028",
        "\x85",
        "\u3000",
        "{",
        "@",
    ),
    *("\n\n- a\n- b\n\n", "\n\nakapit\n\n", "\n\n> q\n\n", "\n\n1. a\n2. b\n\n", "\n- a", "\n1. b", "\n> c"),
    *("|", " | ", "a|b\n-|-\n", "|a|b|\n|:-|-:|\n|c|d|", "\n\na | b\n:-: | ---\n*c* | [d](e)\nf\n\n", " -|- "),
]

EVERYDAY = {
    "nothing": "",
    "paragraphs": "Jeden\ndwa.\n\nTrzy.\n",
    "headings": "# Raz\n\n###### Sześć\n",
    "lists": "- a\n- **b** c\n\nAkapit\n\n1. x\n2. y\n",
    "quote": "> Powiedziała\n> „tak”.\n",
    "inline": "*a* **b** [c](d_e.md) ![f](g.png) 5 - 3 = 2: tak",
    "tables": "a | *b*\n--- | ---\n[c](d) | e\nf\n\n| a | b | c |\n|:--|:-:|--:|\n| d | e | f | g |\n\na|b\n-|-",
    "a line with bars": "a | b\n\n## c | d",
    "empty lines": "\n\na\n\n\n\nb\n\n",
}

NOT_EVERYDAY = {
    "table of one column": "| a |\n| - |\n| b |",
    "table without its line": "a | b\nc | d",
    "list with bars": "- a | b\n- c | d",
    "code": "`a`",
    "escape": r"\*a\*",
    "HTML": "<b>a</b>",
    "entity": "a &amp; b",
    "reference": "[a]\n\n[a]: b",
    "footnote": "a[^1]\n\n[^1]: b",
    "definition": "a\n: b",
    "rule": "a\n\n---\n\nb",
    "underline": "a\n===",
    "nested list": "- a\n    - b",
    "list in a list": "- - a",
    "two lists": "- a\n\n- b",
    "two quotes": "> a\n\n> b",
    "line break": "a  \nb",
    "underscores": "_a_",
    "nested emphasis": "**a *b* c**",
    "open star": "a *b",
    "quoted title": '[a](b "c")',
    "seven hashes": "####### a",
    "closing hashes": "## a ##",
    "tab": "a\tb",
}


def _same_or_nothing(text: str) -> bool:
    html = fast_html(text, text.encode())
    assert html is None or html == STOCK.reset().convert(text), text
    return html is not None


@pytest.mark.parametrize("name", EVERYDAY)
def test_everyday_text_is_converted(name: str) -> None:
    """What editors write every day needs no other converter, and comes out as from that."""
    assert _same_or_nothing(EVERYDAY[name])


@pytest.mark.parametrize("name", NOT_EVERYDAY)
def test_what_may_mean_more_is_left(name: str) -> None:
    """A mark that python-markdown may read otherwise is left to it."""
    text = NOT_EVERYDAY[name]
    assert fast_html(text, text.encode()) is None


def test_equals_stock_on_the_corpus() -> None:
    """Every construction alone, in context and in random mixtures, and posts as editors write them."""
    for text in [*texts(), *(post(seed) for seed in range(20))]:
        _same_or_nothing(text)


@given(st.lists(st.sampled_from([*PIECES, *INLINE, *BLOCKS]), max_size=10))
@examples(500)
def test_equals_stock_on_any_mixture(pieces: list[str]) -> None:
    """Everyday pieces and all others glued together in any order."""
    _same_or_nothing("".join(pieces))


@given(st.lists(st.sampled_from(PIECES), max_size=10))
@examples(1500)
def test_equals_stock_on_everyday_pieces(pieces: list[str]) -> None:
    """Everyday pieces alone, of which a quarter is everyday text."""
    _same_or_nothing("".join(pieces))


@given(st.text(alphabet="ab \n*_[]()!>#-+1.:='\"\u00a0\u2028", max_size=40))
@examples(1500)
def test_equals_stock_on_any_marks(text: str) -> None:
    """The marks of everyday Markdown in any order."""
    _same_or_nothing(text)


@given(st.lists(st.sampled_from(PIECES), max_size=10))
@examples(300)
def test_nothing_is_left_to_sanitise(pieces: list[str]) -> None:
    """Sanitising finds only tags and attributes that are allowed, well-formed as it would write them."""
    text = "".join(pieces)
    html = fast_html(text, text.encode())
    assert html is None or sanitise(html, raw=False).replace("&nbsp;", "\u00a0") == html


ADDRESS = st.one_of(
    st.from_regex(r"(?:[a-z]{1,6}:)?(?://)?[a-z0-9.:/?#=_%@-]{1,20}", fullmatch=True),
    st.text(alphabet="aZż1x-.:/?#=&%_@~+,;[]\\^|", min_size=1, max_size=20),
    st.sampled_from(
        ["javascript:a", "data:a", "https://xn--a/", "https://1.2.3/", "//a", "http:a", "#a", "a:b", "https://a.b:x/"]
    ),
)


@given(ADDRESS)
@examples(500)
def test_sanitising_leaves_ordinary_addresses(address: str) -> None:
    """An address that is taken for ordinary is one that the sanitiser would leave and nothing is told of."""
    html = f'<p><a href="{address}">a</a></p>'
    if ordinary_addresses(html):
        assert sanitise(html, raw=False) == html and not list(dropped_addresses(html))


@pytest.mark.parametrize("address", ["https://example.org/a_b.html?c=d#e", "http://e.org", "../a/b.md", "#c", "a.md#b"])
def test_what_editors_link_to_is_ordinary(address: str) -> None:
    """The addresses of every day need no sanitiser."""
    assert ordinary_addresses(f'<a href="{address}">a</a>')
