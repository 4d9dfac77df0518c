"""Markdown as editors write it by habit gives what they meant, and what GitHub's preview shows."""

from __future__ import annotations

import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from partnership.prose.conversion import convert
from partnership.prose.converter import QuickMarkdown
from partnership.prose.fast_markdown import fast_html
from partnership.prose.habits import Habits
from tests.prose.stock import stock_markdown

STOCK = stock_markdown()
QUICK = QuickMarkdown()
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

_BLOCK = re.compile(r"<(/?(?:ul|ol|li|pre|table|tr|blockquote|h[1-6]|hr))\b")


def html(text: str) -> str:
    """Return the finished HTML of a text."""
    return convert(text, resolve_link=lambda path: path).html


def blocks(markup: str) -> list[str]:
    """Return the tags of the blocks of some HTML."""
    return _BLOCK.findall(markup)


def rewritten(text: str) -> str:
    """Return a text as the pass over its lines writes it, with nothing to stash."""
    return "\n".join(Habits(text.split("\n"), lambda _html: "STASHED", lambda _lines: "CODE").run())


AS_ON_GITHUB = {
    "list under text": "Potrzebne są:\n- wniosek\n- umowa",
    "numbers under text": "Kroki:\n1. zgłoś\n2. czekaj",
    "a year under text": "zwolnienia objęły lata\n2011. To był zły rok.",
    "two spaces": "- urząd\n  - Bochnia\n  - Brzesko\n- firma",
    "three spaces": "1. Zgłoś\n   - formularz\n   - telefon\n2. Czekaj",
    "four spaces": "- a\n    - b\n        - c\n- d",
    "deep by two": "- a\n  - b\n    - c\n      - d\n  - e\n- f",
    "paragraph in a step": "1. Wpisz\n\n   Potem zapisz.\n\n2. Koniec",
    "code in a step": "1. Wpisz:\n\n   ```sh\n   git pull\n   ```\n\n2. Koniec",
    "code right under a step": "1. Wpisz:\n   ```\n   a\n\n   b\n   ```\n2. Koniec",
    "code under text": "Tekst\n```\nkod\n```\ndalej",
    "table under text": "Tekst\n| a | b |\n|---|---|\n| 1 | 2 |\n\ndalej",
    "row in a step": "| a | b |\n|---|---|\n | 1 | 2 |\n  | 3 | 4 |",
    "table in a step": "- a\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |",
    "quote under a list": "- a\n- b\n> cytat",
    "quote in a step": "1. a\n   > cytat\n2. b",
    "list in a quote": "> Lista:\n> - a\n>   - b\n> - c",
    "heading under a list": "- a\n## b\ntekst",
    "parentheses": "1) a\n2) b",
    "another bullet is another list": "* a\n* b\n\n- c\n- d",
    "a number with a parenthesis is another list": "1. a\n2. b\n1) c",
    "continued line": "- a\n  dalej\n- b\nteż b",
    "list after a list": "1. a\n2. b\n- c",
    "list in a list item": "- - a\n  - b\n- c",
    "text after a list": "- a\n\ntekst\n\n- b",
    "rule under a list": "- a\n***\ntekst",
    "code by indent in a step": "- a\n\n      kod\n",
    "bullet with wide mark": "-   a\n\n    b\n-   c",
    "ten and more": "9. a\n10. b\n    - c\n11. d",
}


@pytest.mark.parametrize("name", AS_ON_GITHUB)
def test_habits_give_the_blocks_of_github(name: str) -> None:
    """Lists, tables, quotes and code by habit are the blocks that CommonMark makes of them."""
    text = AS_ON_GITHUB[name]
    assert blocks(STOCK.reset().convert(text)) == blocks(GITHUB.render(text))
    assert QUICK.convert(text) == STOCK.reset().convert(text)


_TABLE = "| a | b |\n|---|---|\n| c | d |"
_LINES = ["- a", "- b", "* a", "1. a", "2. b", "1) a", "tekst", "> q", "## h", "", "", "```\nx\n```", _TABLE]


@given(st.lists(st.tuples(st.sampled_from([0, 0, 0, 2, 3, 4, 6]), st.sampled_from(_LINES)), max_size=8))
@settings(max_examples=300, deadline=None)
def test_mixtures_lose_no_words_and_are_the_same_in_both(lines: list[tuple[int, str]]) -> None:
    """Any mixture has all its words in the HTML, whichever way it is converted."""
    text = "\n".join(" " * indent + line.replace("\n", "\n" + " " * indent) for indent, line in lines)
    made = QUICK.convert(text)
    assert made == STOCK.reset().convert(text)
    shown = re.findall(r"[a-z]+", unescape(re.sub(r"<[^>]*>", " ", made)))
    assert sorted(shown) == sorted(re.findall(r"[a-z]+", text))


@given(st.lists(st.sampled_from(["- a", "- b", "  - c", "    - d", "1. e", "   - f", "2. g"]), min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_nested_lists_are_those_of_github(lines: list[str]) -> None:
    """Lists of any nesting, wherever their indents stand in CommonMark's rules, too."""
    kinds = {line[0] for line in lines if not line.startswith(" ")}
    numbered = kinds & {"1", "2"}
    if lines[0].startswith(" ") or (numbered and ("-" in kinds or any(line.startswith("  - ") for line in lines))):
        return
    text = "\n".join(lines)
    assert blocks(STOCK.reset().convert(text)) == blocks(GITHUB.render(text)), text


WORD_PROCESSOR = {
    "• a\n• b": ["ul", "li", "/li", "li", "/li", "/ul"],
    "•a\n•b": ["ul", "li", "/li", "li", "/li", "/ul"],
    "Terminy:\n– a\n– b": ["ul", "li", "/li", "li", "/li", "/ul"],
    "–\ta\n–\tb": ["ul", "li", "/li", "li", "/li", "/ul"],
    "a) x\nb) y": ["ol", "li", "/li", "li", "/li", "/ol"],
    "Pracodawca podaje:\na) nazwę,\nb) adres.": ["ol", "li", "/li", "li", "/li", "/ol"],
    "1) a\n   a) b\n   b) c\n2) d": [
        "ol", "li", "ol", "li", "/li", "li", "/li", "/ol", "/li", "li", "/li", "/ol",
    ],
    "1. a\n  - b\n2. c": ["ol", "li", "ul", "li", "/li", "/ul", "/li", "li", "/li", "/ol"],
}  # fmt: skip


@pytest.mark.parametrize("text", WORD_PROCESSOR)
def test_marks_of_word_processors_and_acts_make_lists(text: str) -> None:
    """Bullets and dashes from Word, letters and numbers as in acts."""
    assert blocks(html(text)) == WORD_PROCESSOR[text]


@pytest.mark.parametrize(
    "text",
    [
        "– Witamy – powiedział starosta.",
        "– Witamy.\n\n– Dziękujemy.",
        "b) zdanie, które zaczyna się od litery",
        "a) zdanie bez następnego",
        "zgodnie z punktem\na) ustawy",
        "A. Nowak prowadzi grupę.",
        "2011. To był zły rok, a\n2012. też",
        "١. a",
    ],
)
def test_sentences_that_begin_like_items_stay_text(text: str) -> None:
    """Direct speech, references to a letter, initials and years are no lists."""
    assert "<li>" not in html(text) or text.startswith("2011")


def test_lists_keep_their_marks() -> None:
    """A list of letters says so, and one of numbers with a parenthesis; both begin where the text does."""
    assert '<ol class="parenthesis" type="a">' in html("Podaj:\n\na) nazwę\nb) adres")
    assert '<ol class="parenthesis" type="A">' in html("Podaj:\n\nA) nazwę\nB) adres")
    assert '<ol class="parenthesis">' in html("1) a\n2) b")
    assert '<ol class="parenthesis" start="3">' in html("3) a\n4) b")
    assert "<ol>" in html("1. a\n2. b")


def test_markdown_in_details() -> None:
    """After the summary stands Markdown, with or without empty lines, and after the element, too."""
    for text in (
        "<details>\n<summary>Więcej</summary>\n\n**ważne** [x](y.md)\n\n- a\n- b\n\n</details>\n\n**po**",
        "<details><summary>Więcej</summary>\n**ważne** [x](y.md)\n- a\n- b\n</details>\n**po**",
        "<details><summary>Więcej</summary>**ważne** [x](y.md)\n\n- a\n- b</details>\n\n**po**",
    ):
        made = html(text)
        assert made.count("<strong>") == 2 and made.count("<li>") == 2 and '<a href="y.md">' in made, text
        assert made.index("<summary>") < made.index("ważne") < made.index("</details>") < made.index("po"), text


def test_markdown_in_a_box_after_an_empty_line() -> None:
    """As on GitHub, an empty line after a box's tag lets Markdown begin; without it the content is HTML."""
    assert "<strong>" in html("<div>\n\n**a**\n\n</div>\n\n*b*") and "<em>b</em>" in html(
        "<div>\n\n**a**\n\n</div>\n\n*b*"
    )
    assert "<strong>" not in html("<div>\n**a**\n</div>")
    assert "<em>b</em>" in html("<div>\n<div>x</div>\n\n<div>y</div>\n</div>\n\n*b*")


def test_small_habits() -> None:
    """A backslash breaks a line, ``~~`` deletes, a task shows its box, a hashtag is no heading, ``##x`` is one."""
    assert "<br>" in html("a\\\nb") and "\\" not in html("a\\\nb")
    assert "<del>a</del>" in html("~~a~~")
    assert "☐ a" in html("- [ ] a\n- [x] b") and "☑ b" in html("- [ ] a\n- [x] b")
    assert html("#praca i #nabór") == "<p>#praca i\u00a0#nabór</p>"
    assert "<h2" in html("##Tytuł")


@pytest.mark.parametrize(
    "text", ["Tekst.\n\n- a\n- b\n\n1. c\n2. d\n\n> e\n\n    kod\n", "# a\n\nTermin\n: opis\n\n[^1]: x\n\n    y"]
)
def test_what_python_markdown_understands_is_left(text: str) -> None:
    """A text without habits goes through the pass as it is."""
    assert rewritten(text) == text


@given(st.text(alphabet="ab1)\n -*+.•–>#|`~<>:\\[]", max_size=60))
@settings(max_examples=500, deadline=None)
def test_plain_texts_are_the_same_with_and_without_a_converter(text: str) -> None:
    """What fast Markdown accepts has no habit in it that the converter would see."""
    made = fast_html(text, text.encode())
    assert made is None or made == STOCK.reset().convert(text)


@given(st.text(alphabet="ab1) \n-•>|<`~", max_size=80))
@settings(max_examples=300, deadline=None)
def test_the_pass_loses_no_letter(text: str) -> None:
    """Every letter of any text comes out of the pass, in order, or is in what it stashed."""
    stashed: list[str] = []

    def stash(markup: str) -> str:
        stashed.append(markup)
        return ""

    out = Habits(text.split("\n"), stash, lambda _lines: None).run()
    letters = [char for char in "\n".join(out) + "".join(stashed) if char.isalnum()]
    assert sorted(letters) == sorted(char for char in text if char.isalnum())


LINKED = {
    "https://gov.pl/x i www.gov.pl, jan@a.pl.": ["https://gov.pl/x", "https://www.gov.pl", "mailto:jan@a.pl"],
    "(zob. https://a.pl/x_(y)). „https://b.pl/?a=1&c=2”;": ["https://a.pl/x_(y)", "https://b.pl/?a=1&c=2"],
    "**https://a.pl** *jan_k@b.pl* https://żółw.pl/ś.": ["https://a.pl", "mailto:jan_k@b.pl", "https://żółw.pl/ś"],
    "- https://a.pl/#b\n\n| a@b.pl | c |\n|---|---|\n| a | www.d.pl |": ["https://a.pl/#b", "mailto:a@b.pl", "https://www.d.pl"],
    "[https://a.pl](https://b.pl) <https://c.pl> `https://d.pl`": ["https://b.pl", "https://c.pl"],
    'Tekst <a href="https://a.pl">https://a.pl</a>': ["https://a.pl"],
    "    https://a.pl\n": [],
    "http://localhost, x@y, plik.www.pl, a@b.pl@c.pl": [],
}  # fmt: skip


@pytest.mark.parametrize("text", LINKED)
def test_bare_addresses_are_links(text: str) -> None:
    """As on GitHub: without the end of the sentence, not in code, not twice; both ways of converting agree."""
    made = QUICK.convert(text)
    assert [unescape(one) for one in re.findall(r'href="([^"]*)"', html(text))] == LINKED[text]
    assert made == STOCK.reset().convert(text) and fast_html(text, text.encode()) in (None, made)


@given(
    st.lists(
        st.sampled_from([*"aą.,;:!?()_*@/<>[]`\"'„” \n", "https://", "www.", "gov.pl", "x@y.pl", "&amp;"]), max_size=30
    )
)
def test_bare_addresses_lose_no_letter(pieces: list[str]) -> None:
    """Whatever stands around an address, the words stay and both ways of converting agree."""
    text = "".join(pieces)
    assert QUICK.convert(text) == STOCK.reset().convert(text)
    plain = stock_markdown()
    plain.treeprocessors.deregister("bare_links")
    made, without = ("".join(BeautifulSoup(one.convert(text), "html.parser").strings) for one in (STOCK.reset(), plain))
    assert made == without


def test_a_row_in_a_step_keeps_its_cells() -> None:
    """A space before a row makes no empty cell, which would push out the last one."""
    made = BeautifulSoup(html("| a | b |\n|---|---|\n | 1 | 2 |\n  | 3 | 4 |"), "html.parser")
    assert [cell.string for cell in made.find_all("td")] == ["1", "2", "3", "4"]
