"""Style sheets of a site's own theme: what is broken is told at line and column before all sheets are joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.language import set_language
from partnership.rendering.own_styles import style_sheet_problems
from partnership.settings import BUILT_IN_THEME

Told = tuple[str, int, int, str, str | None]


def _write(theme: Path, name: str, text: str | bytes) -> None:
    path = theme / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def _told(theme: Path) -> list[Told]:
    set_language("en")
    return [
        (Path(one.path).name, one.line, one.column, one.code, one.suggestion) for one in style_sheet_problems(theme)
    ]


@pytest.mark.parametrize(
    ("sheet", "line", "column"),
    [
        (":root { --brand: #111 ", 1, 7),
        ("@media print {\n  .a { color: red }\n", 1, 14),
        (".a { width: calc(1px + (2px; }\n.b { color: red }", 1, 24),
        (".a { color: red } /* no end\n.b { color: red }", 1, 19),
        ('.a { content: "abc', 1, 4),
        (".a { color: red } }\n.b { color: red }", 1, 19),
        (".a { color red; background: blue }", 1, 15),
        (".a {\n  color: red\n  background: blue;\n}", 3, 13),
        ('.a { content: "abc\n; color: red }', 1, 15),
        (".a { background: url(a b.png) }", 1, 18),
        ("@import url(https://example.org/a.css);", 1, 1),
        ("@import 'other.css';", 1, 1),
        ('.a { background: url("../img/none.png") }', 1, 22),
        (".a { background: url(bird.png) }", 1, 18),
        (".a { background: url(../../../secret.png) }", 1, 18),
        (".a { background: url(/img/bird.png) }", 1, 18),
        ('@font-face { src: url("//fonts.example/a.woff2") }', 1, 23),
        (".a { background: image-set(url(https://example.org/a.png) 1x) }", 1, 28),
    ],
)
def test_what_is_broken_is_told_at_its_place(tmp_path: Path, sheet: str, line: int, column: int) -> None:
    """What is left open or stands alone, what is no declaration, files that are not there or not of this site."""
    _write(tmp_path, "static/img/bird.png", b"")
    _write(tmp_path, "static/css/layout-own.css", sheet)
    ((name, *place, code, _near),) = _told(tmp_path)
    assert (name, place, code) == ("layout-own.css", [line, column], "broken-style")


@pytest.mark.parametrize(
    "sheet",
    [
        "", "/* { */", ":root { --brand: #111; --own-thing: { a: b } }", '.a[x="a:b"]::before { content: ":}" }',
        "@media (min-width: 40em) { .a:hover { color: red; & .b { color: blue } } }",
        "@layer tokens { :root { --x: 1px } }",
        ".a { background: url(../img/bird.png), url('../img/bird.png'), url(data:image/png;base64,AA) }",
        "@supports (display: grid) { .a { color: red } }", ".a { filter: url(#shadow); width: calc((1px + 2px) * 3) }",
        "@font-face { font-family: Own; src: url('../fonts/own.woff2') format('woff2') }",
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(tmp_path: Path, sheet: str) -> None:
    """Nested rules, strings with signs of rules inside, files of the theme, pictures in the sheet itself."""
    _write(tmp_path, "static/img/bird.png", b"")
    _write(tmp_path, "static/fonts/own.woff2", b"")
    _write(tmp_path, "static/css/tokens-own.css", sheet)
    assert _told(tmp_path) == []


def test_the_built_in_sheets_pass(tmp_path: Path) -> None:
    """Copied into a site's own theme, each sheet and each component has nothing to mend."""
    for below in ("static/css", "templates/components"):
        for path in (BUILT_IN_THEME / below).rglob("*.css"):
            _write(tmp_path, str(path.relative_to(BUILT_IN_THEME)), path.read_bytes())
    assert _told(tmp_path) == []
    assert list(style_sheet_problems(BUILT_IN_THEME)) == []


def test_a_misspelt_property_and_a_sheet_without_a_layer_are_told(tmp_path: Path) -> None:
    """The one that is probably meant; a property that the site's own sheets use is its own."""
    _write(tmp_path, "static/css/tokens-own.css", ":root {\n  --brnd: #111;\n  --mine: 1px;\n  --odd-thing: 2px;\n}")
    _write(tmp_path, "static/css/own.css", ".a { width: var(--mine) }")
    assert _told(tmp_path) == [
        ("own.css", 1, 1, "unused-style", None), ("tokens-own.css", 2, 3, "unknown-property", "--brand"),
    ]  # fmt: skip


def test_a_sheet_that_is_no_text_is_told(tmp_path: Path) -> None:
    """Saved in another encoding."""
    _write(tmp_path, "static/css/layout-own.css", b".a { content: '\xff' }")
    assert [name for name, *_rest in _told(tmp_path)] == ["layout-own.css"]
