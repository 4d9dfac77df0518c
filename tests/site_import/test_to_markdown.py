"""HTML becomes Markdown that says the same and nothing more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partnership.prose.conversion import read_prose
from partnership.site_import.decoding import decode
from partnership.site_import.items import Severity
from partnership.site_import.to_markdown import markdown

WORDS = st.text(st.sampled_from("ab łż.,*_#-+>`[]()!|~:1) \u00a0"), min_size=1, max_size=30).filter(str.strip)


def plain(html: str) -> str:
    """Return the Markdown of HTML whose links and pictures stay as they are."""
    return markdown(html, lambda address: address, lambda address: address, _no_note)


def _no_note(_severity: Severity, _code: str, _message: str) -> None:
    return None


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_words_survive(paragraphs: list[str]) -> None:
    """The words of a paragraph are the words that a reader of the Markdown sees: no mark is taken for one."""
    from html import escape

    text = plain("".join(f"<p>{escape(one)}</p>" for one in paragraphs))
    seen = read_prose(text, lang="en").text
    assert "".join(seen.split()) == "".join("".join(paragraphs).split())


@given(st.text(max_size=300))
def test_no_html_is_too_strange(html: str) -> None:
    """Whatever stands there, there is a text in the end."""
    assert plain(html).endswith("\n")


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    """Whatever bytes there are, they become text."""
    assert isinstance(decode(data), str)


def test_structures() -> None:
    """Nested lists, tables, footnotes, code and figures, each as this project writes them."""
    text = plain(
        "<ul><li>a<ul><li>b</li></ul></li></ul><table><tr><th>x</th><th>y|z</th></tr><tr><td>1</td><td>2</td></tr></table>"
        '<p>Słowo<sup><a href="#fn1">1</a></sup>.</p><ol><li id="fn1">Przypis <a href="#r1">↩</a></li></ol>'
        '<pre><code class="language-py">x = *1*\n</code></pre><figure><img src="a.png" '
        'alt="A"><figcaption>B</figcaption></figure>'
    )
    assert "- a\n    - b" in text
    assert "| x | y\\|z |\n| --- | --- |\n| 1 | 2 |" in text
    assert "Słowo[^1]." in text and "[^1]: Przypis" in text
    assert "```py\nx = *1*\n```" in text
    assert '![A](a.png "B")' in text


def test_marks_inside_marks() -> None:
    """Bold in bold is bold once; a picture that did not come, inside a link, is the words of that link."""
    assert plain("<p><strong>a <b>b</b></strong> <s>c</s></p>") == "**a b** <del>c</del>\n"
    linked = '<a href="https://example.org/x"><img src="https://example.org/x.jpg" alt="Wieża"> dalej</a>'
    assert markdown(linked, lambda address: address, lambda _address: "", _no_note) == (
        "[Wieża dalej](https://example.org/x)\n"
    )
