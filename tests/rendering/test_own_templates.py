"""Templates of a site's own theme are checked before anything is built with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.language import set_language
from partnership.rendering.own_templates import template_problems
from partnership.settings import BUILT_IN_THEME


def _told(theme: Path, *named: str) -> list[tuple[str, int, str, str]]:
    set_language("en")
    found = template_problems(theme, named)
    return [(Path(one.path).name, one.line, one.severity, one.code) for one in found]


def _write(theme: Path, name: str, text: str) -> None:
    path = theme / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("broken", ["a\n{% if x %}\n", "a\n{{ x|nix }}\n", "a\n{{ x\n", "a\n{% nonsense %}\n"])
def test_what_cannot_be_read_is_told_at_its_line(tmp_path: Path, broken: str) -> None:
    """A tag without an end, a filter or tag that nobody knows, an open bracket: each at its line, as an error."""
    _write(tmp_path, "pages/home.html", broken)
    ((name, line, severity, code),) = _told(tmp_path)
    assert (name, severity, code) == ("home.html", "error", "broken-template") and line >= 2


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 stop nothing else."""
    (tmp_path / "templates" / "pages").mkdir(parents=True)
    (tmp_path / "templates" / "pages" / "home.html").write_bytes(b"\xff\xfea")
    assert [one[2] for one in _told(tmp_path)] == ["error"]


def test_a_misspelt_name_is_told(tmp_path: Path) -> None:
    """What takes the place of nothing, and is used by nothing, would never be seen."""
    _write(tmp_path, "pages/hom.html", '{% include "own/part.html" %}')
    _write(tmp_path, "own/part.html", "part")
    _write(tmp_path, "own/fair.html", '{% extends "pages/document.html" %}')
    assert _told(tmp_path, "own/fair.html") == [("hom.html", 1, "warning", "unused-template")]
    (problem,) = template_problems(tmp_path, ["own/fair.html"])
    assert "pages/home.html" in problem.hint
    _write(tmp_path, "pages/home.html", "{% include name %}")
    assert _told(tmp_path) == [], "a name that is known only when a page is made may be any"


def test_the_built_in_theme_is_left_to_its_tests(tmp_path: Path) -> None:
    """A site without templates of its own pays nothing."""
    assert _told(BUILT_IN_THEME) == [] and _told(tmp_path) == []


def test_every_built_in_template_can_be_one_of_a_site(tmp_path: Path) -> None:
    """Copied into a theme of one's own, none is called broken or unused."""
    for path in (BUILT_IN_THEME / "templates").rglob("*.html"):
        _write(tmp_path, path.relative_to(BUILT_IN_THEME / "templates").as_posix(), path.read_text(encoding="utf-8"))
    assert _told(tmp_path) == []


@pytest.mark.parametrize(
    ("source", "line", "severity", "code"),
    [
        ('a\n{% extends "layouts/yok.html" %}', 2, "error", "missing-template"),
        ('a\n\n{% include "../../../etc/passwd" %}', 3, "error", "missing-template"),
        ('{% from "components/icon/none.html" import x %}', 1, "error", "missing-template"),
        ('a\n<script src="https://evil.example/x.js"></script>', 2, "warning", "other-host"),
        ('<link rel="stylesheet" href="//fonts.example/a.css">', 1, "warning", "other-host"),
        ("<img alt='' src=https://example.org/a.png>", 1, "warning", "other-host"),
    ],
)
def test_what_is_not_there_or_comes_from_elsewhere_is_told(
    tmp_path: Path, source: str, line: int, severity: str, code: str
) -> None:
    """Templates that no folder has, and what a browser would refuse to load."""
    _write(tmp_path, "pages/home.html", source)
    assert _told(tmp_path) == [("home.html", line, severity, code)]


def test_what_only_names_another_host_is_left_alone(tmp_path: Path) -> None:
    """Links to follow, hosts that a head names, what may be missing, and names that only a page knows."""
    source = """{% extends "layouts/base.html" %}{% include "own.html" ignore missing %}
    <a href="https://example.org/">a</a><link rel="canonical" href="https://example.org/a/">
    <script src="{{ x }}"></script>"""
    _write(tmp_path, "pages/home.html", source)
    assert _told(tmp_path) == []
