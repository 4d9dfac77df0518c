"""A comment under a change names fields as the form does, for records, their parts, lists and heads of texts."""

from __future__ import annotations

import pytest

from partnership.cli.field_names import field_name
from partnership.language import set_language
from partnership.problems import Problem
from partnership.settings import Settings
from tests.conftest import Call
from tests.support.site import Site


@pytest.mark.parametrize(
    ("path", "text", "line", "column", "name"),
    [
        ("data/institutions/a.yaml", 'name: A\nphone: ["12"]\n', 2, 9, "Numery telefonów"),
        ("data/institutions/a.yaml", "name: A\nopening_hours:\n- days: [x]\n", 3, 10, "Dni"),
        ("data/institutions/a.yaml", "name: A\nen:\n  description: ''\n", 3, 16, "Opis w jednym do trzech zdań"),
        ("content/meetings/a.md", "---\ntitle: A\nheld: x\n---\nTekst.\n", 3, 7, "Stan spotkania"),
        ("content/meetings/a.md", "---\ntitle: A\nheld: x\n---\nTekst.\n", 5, 1, ""),
        ("content/meetings/a.md", "---\ntitle: A\nnope: x\n---\nTekst.\n", 3, 1, ""),
        ("data/institutions/a.yaml", "name: [\n", 1, 7, ""),
        ("data/institutions/a.yaml", "name: A\n", 1, 1, ""),
        ("data/README.md", "x: y\n", 1, 4, ""),
    ],
)
def test_the_field_of_a_place(site: Site, path: str, text: str, line: int, column: int, name: str) -> None:
    """By the keys that lead to it; nothing where no single field is meant or the file cannot be read."""
    set_language("pl")
    problem = Problem(path=str(site.write(path, text)), line=line, column=column, code="x", message="m", hint="h")
    assert field_name(problem, Settings(content=site.content, data=site.data)) == name


def test_a_comment_names_it(site: Site, call: Call) -> None:
    """Beside the key of the message, with what somebody in the browser does; the other forms stay as they were."""
    site.institution("pup-a", phone=["brak"])
    comment = call("--lang", "pl", "check", "--format", "markdown", *site.options).out
    assert "**pole „Numery telefonów”**" in comment and "W redakcji w przeglądarce" in comment
    assert "Numery telefonów" not in call("--lang", "pl", "check", *site.options).out
