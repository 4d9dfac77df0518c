"""Reports of problems: one line each for programs, the line with a caret for eyes, JSON and annotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from partnership.language import set_language
from partnership.problems import Problem, ProblemList, Severity
from partnership.reporting import EXCERPT, SHOWN, as_github, as_json, as_markdown, as_text, as_told, counted, excerpt


def problem(path: Path, line: int = 2, column: int = 8, severity: Severity = "error") -> Problem:
    """Return a problem of a file."""
    message, hint = "It is wrong.", "mend it"
    return Problem(path=str(path), line=line, column=column, severity=severity, code="x", message=message, hint=hint)


def test_caret_stands_under_the_place(tmp_path: Path) -> None:
    """Below the problem comes its line, and the caret under the very character, whatever letters precede it."""
    file = tmp_path / "a.md"
    file.write_text("---\ntytuł: źle\n---\n", encoding="utf-8")
    line, caret = excerpt(problem(file))
    assert line == "     2 | tytuł: źle"
    assert line[caret.index("^")] == "ź"


def test_long_lines_are_cut_around_the_place(tmp_path: Path) -> None:
    """Of a long line only what surrounds the place is shown."""
    file = tmp_path / "a.md"
    file.write_text("x\n" + "a" * 500 + "B" + "a" * 500, encoding="utf-8")
    line, caret = excerpt(problem(file, column=501))
    assert line[caret.index("^")] == "B"
    assert len(line) < EXCERPT + 15 and line.count("…") == 2


def test_excerpt_of_what_has_no_line(tmp_path: Path) -> None:
    """A whole file, a file that is gone, a line past the end: nothing is shown, nothing fails."""
    file = tmp_path / "a.md"
    file.write_text("x\n\n", encoding="utf-8")
    gone = problem(tmp_path / "b.md")
    for one in (problem(file, 1, 1), problem(file, 2), problem(file, 99), gone):
        assert excerpt(one) == []
    assert excerpt(problem(file, 1, 99)) == ["     1 | x", "          ^"]


def test_control_characters_are_not_sent_to_the_terminal(tmp_path: Path) -> None:
    """A file cannot colour or move the reader's terminal."""
    file = tmp_path / "a.md"
    file.write_text("x\ntyt\x1b[31m: źle\n", encoding="utf-8")
    assert "\x1b" not in "".join(excerpt(problem(file)))


def test_text_is_one_line_a_problem(tmp_path: Path) -> None:
    """The contract's form: sorted, one line each and nothing else; the numbers are told apart, to people."""
    set_language("en")
    problems = ProblemList([problem(tmp_path / "b.md"), problem(tmp_path / "a.md", severity="warning")])
    assert as_text(problems).splitlines() == [
        f"{tmp_path}/a.md:2:8: warning: It is wrong; mend it",
        f"{tmp_path}/b.md:2:8: error: It is wrong; mend it",
    ]
    assert counted(problems) == "1 error, 1 warning"
    assert (as_text(ProblemList()), as_told(ProblemList()), counted(ProblemList())) == ("", "", "No problems found.")


def test_json_and_annotations(tmp_path: Path) -> None:
    """Programs get every field; annotations are escaped."""
    odd = Problem(path=str(tmp_path / "a,b.md"), code="x", message="100% wrong", hint="")
    report = json.loads(as_json(ProblemList([odd])))
    assert (report["version"], report["errors"], report["warnings"]) == (1, 1, 0)
    assert report["problems"][0]["suggestion"] is None
    assert as_github(ProblemList([odd])).endswith("a%2Cb.md,line=1,col=1,title=x::100%25 wrong\n")


def test_a_comment_has_links_and_no_markup_of_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each problem leads to its line at the host; what editors wrote is shown as it is; many are counted."""
    set_language("en")
    monkeypatch.chdir(tmp_path)
    odd = Problem(path=str(tmp_path / "a b.md"), line=3, code="x", message="“*@team* <img>” is wrong", hint="mend it")
    whole = Problem(path=str(tmp_path / "b.md"), code="x", message="It is wrong", hint="", severity="warning")
    text = as_markdown(ProblemList([odd, whole]), "https://host.example/blob/abc/")
    assert (
        "- [a b.md, line 3](https://host.example/blob/abc/a%20b.md#L3): “\\*\\@team\\* \\<img\\>” is wrong; mend it"
        in text
    )
    assert "- [b.md](https://host.example/blob/abc/b.md): It is wrong\n" in text
    assert "](" not in as_markdown(ProblemList([problem(Path("/elsewhere/c.md"))]), "https://host.example/")
    many = ProblemList([problem(tmp_path / f"{number}.md") for number in range(SHOWN + 2)])
    assert as_markdown(many, "").count("\n- ") == SHOWN + 1 and "- and 2 more" in as_markdown(many, "")
    assert "No problems found." in as_markdown(ProblemList(), "")
