"""Text that would keep the converter busy for minutes ends soon, with a reason."""

from __future__ import annotations

import pytest

from partnership.prose.conversion import read_prose
from partnership.prose.limits import MAX_BYTES, NESTING
from partnership.prose.result import Prose
from tests.prose.corpus import post
from tests.support.work import calls_of

SIZE = 1 << 16
"""A sixteenth of the longest text allowed shows what grows with the square; nightly the whole length is tried."""

CALLS_A_CHARACTER = 80
"""Twice what the dearest kind of text takes for each of its characters."""

CALLS_OF_ANY_TEXT = 20_000
"""What any text takes beside, however short it is."""

pytestmark = pytest.mark.no_cover


def _filled(piece: str, size: int = SIZE) -> str:
    return (piece * (size // len(piece) + 1))[:size]


PATTERNS = {
    "100,000 brackets": "[" * 100_000,
    "brackets": _filled("["),
    "links that do not close": _filled("[a]("),
    "pictures that do not close": _filled("![a]("),
    "nested links": _filled("[a", SIZE // 2) + _filled("](b)", SIZE // 2),
    "quoted links": _filled('[a](b "'),
    "references": "[a]: b\n\n" + _filled("["),
    "many references": "".join(f"[a{n}]: b\n" for n in range(60_000)),
    "stars": _filled("*"),
    "open emphasis": _filled("*a **b "),
    "nested emphasis": _filled("**a *b* c"),
    "underscores": _filled("_a __b "),
    "backticks": _filled("` "),
    "growing backticks": "".join("`" * n + " " for n in range(1, 1400)),
    "backslashes": _filled("\\`"),
    "angle brackets": _filled("<"),
    "open tags": _filled("<a "),
    "open attributes": _filled('<a href="'),
    "nested divs": _filled("<div>"),
    "nested paragraphs": _filled("<b><p>"),
    "comments": _filled("<!--"),
    "declarations": _filled("<!"),
    "instructions": _filled("<?"),
    "autolinks": _filled("<http://a"),
    "ampersands": _filled("&"),
    "entities": _filled("&amp;"),
    "quotes": _filled("> "),
    "quotes in lines": "\n".join("> " * n + "a" for n in range(700)),
    "lists in a line": _filled("- "),
    "nested lists": "\n".join("    " * n + "- a" for n in range(700)),
    "quotes and lists": _filled("> - ", 4000),
    "headings": _filled("# a\n"),
    "underlined headings": _filled("a\n=\n"),
    "rules": _filled("---\n"),
    "long rule": _filled("- - "),
    "wide table": "|".join(["a"] * 10_000) + "\n" + "|".join(["-"] * 10_000) + "\n" + "|".join(["a"] * 10_000),
    "table of backticks": "a|b\n-|-\n" + _filled("`|"),
    "fences": _filled("```\n"),
    "open fences": _filled("~~~~ a\n"),
    "footnotes": _filled("[^1]: a\n"),
    "footnote marks": "[^1]: a\n\n" + _filled("[^1]"),
    "number signs": _filled("#"),
    "number signs in lines": _filled("#\n"),
    "number signs and spaces": _filled("# "),
    "backslashes alone": _filled("\\"),
    "escaped stars": _filled("\\*"),
    "escaped words": _filled("\\_a "),
    "nesting by two spaces": _filled("\n".join("  " * n + "- a" for n in range(30)) + "\n"),
    "nesting by two spaces again and again": _filled("\n".join("  " * n + "- a" for n in range(12)) + "\n\n"),
    "nesting by three spaces": _filled("\n".join("   " * n + "1. a" for n in range(38)) + "\n"),
    "rows": "a|b\n-|-\n" + _filled("| | |\n"),
    "tables": _filled("a|b\n-|-\na|b\n\n"),
    "plain emphasis": _filled("*a*"),
    "emphasis and spaces": _filled("*a* "),
    "deleted": _filled("~~a~~ "),
    "numbers of characters": _filled("&#1;"),
    "breaks": _filled("<br>"),
    "closed fences": _filled("```\na\n```\n\n"),
    "abbreviations": _filled("*[A]: a\n"),
    "abbreviated": "*[A]: a\n\n" + _filled("A "),
    "definitions": _filled("a\n: b\n"),
    "definitions in blocks": _filled("a\n: b\n\n"),
    "list items": _filled("- a\n\n"),
    "empty lines": _filled("\n"),
    "one-letter paragraphs": _filled("a\n\n"),
    "code blocks": _filled("    a\n\n"),
    "control characters": _filled("\x00\x02klzzwxh:0001\x03"),
    "bare addresses": _filled("https://a.pl/x "),
    "bare e-mails": _filled("a@b.pl "),
    "an address that ends in dots": "https://a.pl/" + _filled(".") + "x",
    "an address that ends in parentheses": "https://a.pl/" + _filled(")"),
    "hosts without end": _filled("www.a."),
    "missing files": "".join(f"[a](x{n}.md)\n\n" for n in range(40_000)),
    "dropped tags": "".join(f"<x{n}>a</x{n}>\n\n" for n in range(10_000)),
}


@pytest.mark.parametrize("name", PATTERNS)
def test_ends(name: str) -> None:
    """The worst of the kind gives a document or one clear error, and its work grows with its length, no faster."""
    _assert_ends(PATTERNS[name][:SIZE])


@pytest.mark.nightly
@pytest.mark.parametrize("name", PATTERNS)
def test_a_megabyte_ends(name: str) -> None:
    """The same at the greatest length allowed."""
    _assert_ends((PATTERNS[name] * (MAX_BYTES // SIZE))[:MAX_BYTES])


def _assert_ends(text: str) -> None:
    read: list[Prose] = []
    assert calls_of(lambda: read.append(read_prose(text))) < CALLS_A_CHARACTER * len(text) + CALLS_OF_ANY_TEXT
    (prose,) = read
    refused = [finding.code for finding in prose.findings if finding.code.startswith("text-")]
    assert not refused or prose.pieces == ("",)


@pytest.mark.parametrize(
    "name", ["100,000 brackets", "links that do not close", "nested lists", "quotes in lines", "definitions"]
)
def test_refusal_is_an_error_and_leaves_nothing_behind(name: str) -> None:
    """After a refusal in the middle of the work the next text converts as ever."""
    read_prose(PATTERNS[name])
    assert read_prose("- a\n- b").pieces == ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>",)


def test_refusal_tells_the_line() -> None:
    """Where the shape of the source shows it, the error stands in the line to mend."""
    findings = read_prose("a\n\n" + "> " * NESTING + "b").findings
    assert [(finding.code, finding.severity, finding.line) for finding in findings] == [
        ("text-too-complex", "error", 3)
    ]


def test_nesting_below_the_limit_is_converted() -> None:
    """Quotes and lists as deep as the limit allows, and long rules, are no mistake."""
    assert read_prose("> " * (NESTING - 1) + "b").text == "b"
    assert "<hr>" in read_prose("- " * 100).pieces[0]
    assert read_prose("\n".join("    " * n + "- a" for n in range(20))).text == " ".join(["a"] * 20)


def test_too_long_a_text_is_refused() -> None:
    """More than a megabyte, counted in bytes, is an error."""
    assert [finding.code for finding in read_prose("ż" * (MAX_BYTES // 2 + 1)).findings] == ["text-too-long"]


def test_a_megabyte_of_prose_is_converted() -> None:
    """An honest text of the greatest length is no mistake."""
    text = "\n\n".join(post(seed, 50_000) for seed in range(20))[: MAX_BYTES * 9 // 10]
    prose = read_prose(text)
    assert prose.findings == ()
    assert len(prose.text) > 700_000
