"""A corpus of Markdown for comparing converters: every construction, alone, nested, broken and mixed."""

from __future__ import annotations

import random
from collections.abc import Iterator

_WORDS = (
    "rada partnerów rozmawiała o bezrobociu w powiatach oraz i z instytucjami rynku pracy które oferują szkolenia "
    "staże pośrednictwo doradztwo dla osób zwalnianych a także pracodawców Małopolski w roku PUP WUP"
)

INLINE = [
    "*ważne*", "**bardzo ważne**", "***oba***", "_ważne_", "__bardzo__", "*a **b** c*", "**a *b* c**", "**a _b_ c**",
    "a*b*c", "a_b_c", "* luźna", "**niedomknięte", "*a **b*", "a ** b ** c", "****", "_ _", "snake_case_word",
    "*a*b*c*", "**a**b**", "`kod`", "``kod ` z``", "`niedomknięty", "```a``", "\\`nie kod\\`", "\\\\`kod`",
    "\\*nie\\*", "\\a \\\\ \\[x\\]", "\\", "[tekst](adres)", "[tekst](<adres ze spacją>)", '[tekst](adres "tytuł")',
    "[tekst](adres 'tytuł')", "[tekst]( adres )", "[a [b] c](d)", "[a](b(c)d)", "[a](b(c)", "[a]()", "[a](<>)",
    "[](b)", "[a] (b)", '[a](b "c" d)', '[a](b"c"', "[a](b c)", "[a", "a]", "[[a]]", "[a][ref]", "[ref][]", "[ref]",
    "[Ref] [ref]", "[nie ma][brak]", "![opis](obraz.png)", "![][ref]", '![opis](obraz.png "tytuł")', "![ref]",
    "![opis][ref]", "[![o](i.png)](x)", "![a [b] c](d.png)", "[*a*](b)", "*[a](b)*", "[`]`](b)", "`[a](b)`",
    "[a\nb](c)", "[a][r\nef]", "<https://example.org/a?b=c&d>", "<adres@example.org>", "<mailto:a@b.pl>",
    "<b>html</b>", "<span class='x'>a *b*</span>", "<br>", "<!-- uwaga -->", "< nie tag >", '<a href="x">y</a>',
    "a < b > c", "<nieznany>", "<?php x ?>", "<![CDATA[x]]>", "</koniec>", "</>", "&amp;", "&copy;", "&#65;",
    "&#x41;", "&nic;", "AT&T", "&", "a  \nb", "a\\\nb", "przypis[^1]", "przypis[^długa nazwa]", "nie ma[^brak]",
    "PUP i WUP", "{{ zmienna }}", "{% blok %}", "zażółć gęślą jaźń", "„cytat”", "2 * 3 * 4", "a__b__c", "x^2^",
    "~~skreślone~~", "http://example.org/a_b_c", ":smile:", "\x02klzzwxh:0001\x03", "\x02wzxhzdk:0\x03", "tab\there",
    "\xa0twarda", "a`b`c`d`e", "*`a*`*", '**[a](b "*c*")**', "[a](b)[c](d)", "*a* *b* *c*", "_a_ **b** `c` [d](e)",
    "<b>*a*</b>", "*<b>a</b>*", "[<b>a</b>](c)", "`<b>`", "\\<b>", "a&lt;b",
]  # fmt: skip

BLOCKS = [
    "# Nagłówek", "## Nagłówek ##", "### A *b* `c`", "#Bez spacji", "####### Siedem", "# a # b #", "# a \\#",
    "tekst\n# w środku\ndalej", "Nagłówek\n===", "Nagłówek\n---\ndalej", "A\nB\n===", "---", "***", "_ _ _",
    "tekst\n***\ndalej", "- - -", "- a\n- b\n- c", "* a\n* b", "+ a", "1. a\n2. b", "3. a\n4. b", "1) a",
    "- a\n\n- b", "- a\n    - b\n        - c", "- a\n\n    b\n\n- c", "1. a\n    - b\n2. c", "- a\n1. b", "1. a\n- b",
    "- a\n  dalszy ciąg", "-a", "- ", "- a\n\n        kod", "- # nagłówek\n  tekst", "* * a", "- a\n- b\n\ntekst",
    "tekst\n- nie lista", "- [a](b)\n- *c*", "10. a\n11. b", " - a\n - b", "    - kod", "- a\n\n    > cytat",
    "> cytat", "> a\n> b", "> a\nb", "> a\n>\n> b", "> # n\n> - a\n> - b", "> > b", "tekst\n> cytat", ">",
    "> - a\n>     - b", "- > a", "    kod\n    kod", "    kod\n\n    kod", "\tkod", "    <b>\n    &amp;",
    "tekst\n    nie kod", "```\nkod\n```", "```python\nkod <b>\n```", "~~~\nkod\n~~~", "``` {.python #id}\nkod\n```",
    "```\nniedomknięty", "````\n```\n````", '```python hl_lines="1"\nkod\n```', "```\n\n\n```",
    "tekst\n```\nkod\n```\ntekst", "- a\n\n    ```\n    kod\n    ```", "| a | b |\n|---|---|\n| 1 | 2 |",
    "a | b\n--|--\n1 | 2", "| a | b |\n|:--|--:|\n| *1* | `2` |", "|a|\n|-|\n|1|", "| a | b |\n|:-:|---|",
    "a | b\n--|--\n`x|y` | \\|", "| a | b |\n|---|\n| 1 |", "tekst\na | b\n--|--", "a | b\n- | -\n1 | 2 | 3\n4",
    "| a |\n\n| - |", "|", "Termin\n: Opis", "Termin\n:   Opis\n:   Drugi", "Termin\n\n: Opis\n\n    dalszy",
    "A\nB\n: opis", ": bez terminu", "A\n: - a\n    - b", "A\n: a\nB\n: b", "[ref]: https://example.org",
    "[ref]: <https://example.org> 'Tytuł'", "[ref]: a\n[inny]: b\ntekst", "  [ref]: a\n  'tytuł'", "tekst\n[ref]: a",
    "[^1]: Przypis", "[^1]: Przypis\n    dalej\n\n    akapit", "[^długa nazwa]: Przypis *z* [a](b)",
    "[^1]: a\n[^2]: b", "tekst\n[^1]: a\ntekst", "*[PUP]: Powiatowy Urząd Pracy", "*[WUP]: Wojewódzki\n*[PUP]: ''",
    "tekst\n*[PUP]: urząd\ntekst", "*[a] : b", "<div>\nhtml *x*\n</div>", "<div>a</div>\ntekst", "<p>a",
    "<!-- uwaga\n\nwielowierszowa -->", "<script>\nalert('x')\n</script>", "<hr>", "<hr />tekst",
    "<table><tr><td>a</td></tr></table>", "tekst <div>w środku</div> dalej", "<?php\nx\n?>", "<!DOCTYPE html>",
    "<style>a{}</style>", "</div>", "<div", "<", "<details><summary>a</summary>\n\nb\n\n</details>",
    "<b>a</b>\n\n<i>b</i>", "<div><div>\n\na\n\n</div></div>", "<a\nhref='x'>b</a>", "&", "&amp;\n\n&#1;",
    "///Footnotes Go Here///", "[TOC]", "\n\n\n", "   ", "a\n\n\n\nb", "a\r\nb\r\n\r\nc", "  a", "   a\n   b",
    "\u2028", "\x0c",
]  # fmt: skip


def texts(count: int = 1500, seed: int = 1) -> Iterator[str]:
    """Give every construction alone, between paragraphs and in a list or quote; then ``count`` random mixtures."""
    for piece in INLINE:
        yield piece
        yield f"Przed {piece} po.\n\n[ref]: cel 'Tytuł'\n\n[^1]: Przypis\n\n*[PUP]: Urząd"
        yield f"- {piece}\n- **{piece}**\n\n> {piece}\n\n| {piece} | b |\n|---|---|\n| {piece} | *c* |"
    for block in BLOCKS:
        yield block
        yield f"Akapit.\n\n{block}\n\nAkapit."
        yield f"Akapit.\n{block}\nAkapit."
        indented = block.replace("\n", "\n    ")
        quoted = block.replace("\n", "\n> ")
        yield f"- {indented}\n- b\n\n> {quoted}\n\nTermin\n: {indented}"
    chance = random.Random(seed)
    for _ in range(count):
        yield mixture(chance)


def mixture(chance: random.Random, blocks: int = 8) -> str:
    """Return a random document."""
    return "\n\n".join(_block(chance) for _ in range(chance.randint(1, blocks)))


def _block(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.35:
        return chance.choice(BLOCKS)
    if kind < 0.45:
        return chance.choice(BLOCKS) + "\n" + chance.choice(BLOCKS)
    lines = [_line(chance) for _ in range(chance.randint(1, 4))]
    prefix = chance.choice(["", "", "", "- ", "1. ", "> ", "    ", "## ", ": "])
    return "\n".join(prefix + line for line in lines)


def _line(chance: random.Random) -> str:
    words = _WORDS.split()
    return " ".join(
        chance.choice(INLINE) if chance.random() < 0.3 else chance.choice(words) for _ in range(chance.randint(1, 14))
    )


def post(seed: int, length: int = 2000) -> str:
    """Return a post as editors write them, of about ``length`` characters."""
    chance = random.Random(seed)
    made: list[str] = []
    while sum(map(len, made)) < length:
        kind = chance.random()
        if kind < 0.65:
            made.append(" ".join(_sentence(chance) for _ in range(chance.randint(2, 5))))
        elif kind < 0.75:
            made.append("## " + _sentence(chance))
        elif kind < 0.9:
            made.append("\n".join("- " + _sentence(chance) for _ in range(chance.randint(2, 5))))
        elif kind < 0.95:
            made.append("> " + _sentence(chance))
        else:
            made.append("| a | b |\n| --- | ---: |\n" + "\n".join(f"| rok {n} | {n * 17} |" for n in range(4)))
    return "\n\n".join(made)


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_WORDS.split(), k=chance.randint(6, 18))
    if chance.random() < 0.15:
        words[0] = f"**{words[0]}**"
    if chance.random() < 0.12:
        words[-1] = f"[{words[-1]}](https://example.org/{chance.randint(1, 99)})"
    return " ".join(words) + "."
