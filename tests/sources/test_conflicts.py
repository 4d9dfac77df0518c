"""Git's marks of a conflict are told as what they are, wherever they stand."""

from __future__ import annotations

import pytest

from partnership.sources.conflicts import conflict
from partnership.sources.text import Unreadable, decode

THREE = "<<<<<<< HEAD\nTytuł A\n=======\nTytuł B\n>>>>>>> gałąź\n"


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("a.md", "---\ntitle: x\n---\n" + THREE, 4),
        ("a.md", "---\n" + THREE + "---\nTekst\n", 2),
        ("a.yaml", "name: x\n" + THREE, 2),
        ("a.csv", "a,b\r\n" + THREE.replace("\n", "\r\n"), 2),
        ("a.yaml", "\ufeff" + THREE, 1),
        ("a.md", "Tekst\n>>>>>>> 1a2b3c (Zmiana)\n", 2),
        ("a.yaml", "a: 1\n=======\nb: 2\n", 2),
        ("a.md", "x\n||||||| 1a2b\ny\n", 2),
        ("a.md", "x\r<<<<<<< HEAD\ry", 2),
    ],
)
def test_marks_are_told_with_their_line(path: str, text: str, line: int) -> None:
    """A whole conflict or one mark that was left over, in any kind of file, with any line ends."""
    with pytest.raises(Unreadable) as caught:
        decode(path, text.encode())
    assert (caught.value.problem.code, caught.value.problem.line) == ("conflict", line)
    assert "git merge --abort" in caught.value.problem.hint and "git rebase" in caught.value.problem.hint


@pytest.mark.parametrize(
    ("text", "told"), [(THREE, False), (THREE.replace("===", "||||||| baza\nTytuł\n===", 1), True)]
)
def test_the_text_before_both_is_told_where_git_shows_it(text: str, told: bool) -> None:
    """With git's style „diff3” a third version stands there, and following the advice leaves none of its lines."""
    problem = conflict("a.md", text.encode())
    assert problem is not None and ("|||||||" in problem.hint) is told


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "Nagłówek\n=======\n"),
        ("a.md", "Tekst o <<<<<<< w środku\n\n    <<<<<<< HEAD\n"),
        ("a.md", "> > > > > > > cytat\n"),
        ("a.yaml", "a: ========\n"),
        ("a.md", "<<<<<<<<<<\n"),
    ],
)
def test_what_only_looks_alike_is_left(path: str, text: str) -> None:
    """A heading underlined with seven signs, code about git and quotes are text."""
    assert conflict(path, text.encode()) is None
