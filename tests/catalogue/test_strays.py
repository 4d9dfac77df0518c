"""Files that look like texts or records, and are none by their names."""

from __future__ import annotations

import pytest

from partnership.catalogue.linking import link
from partnership.catalogue.strays import original_of
from partnership.problems import Problem
from partnership.settings import Settings
from tests.support.site import Site

TEXT = "---\ntitle: Próba\ndate: 2026-01-01\nsummary: Próba.\n---\nTekst.\n"


def told(site: Site) -> dict[str, Problem]:
    """Return the problems of content and data by the names of their files."""
    problems = link(Settings(content=site.content, data=site.data)).problems
    return {one.path.rpartition("/")[2]: one for one in problems}


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("wpis — kopia.md", "wpis.md"),
        ("wpis - kopia (2).md", "wpis.md"),
        ("wpis — Copy.md", "wpis.md"),
        ("wpis copy 2.md", "wpis.md"),
        ("Kopia wpis.md", "wpis.md"),
        ("Copy of wpis.md", "wpis.md"),
        ("wpis (1).md", "wpis.md"),
        ("wpis (kopia powodująca konflikt użytkownika Ewa 2026-01-02).md", "wpis.md"),
        ("wpis (Ewa's conflicted copy 2026-01-02).md", "wpis.md"),
        ("wpis.sync-conflict-20260102-101010-ABC.md", "wpis.md"),
        ("wpis.md", None),
        ("inny (1).md", None),
        ("kopia.md", None),
        ("kserokopia.md", None),
        ("fotokopia-umowy.md", None),
    ],
)
def test_copies_are_known_by_their_names(name: str, original: str | None) -> None:
    """What file managers and shared folders call a copy is one beside its original; a title with the word is none."""
    assert original_of(name, {name, "wpis.md"}) == original


def test_each_stray_text_is_told_and_published_nowhere(site: Site) -> None:
    """Other endings, copies and hidden texts are told with what to do; systems' files are not."""
    site.write("content/news/2026/wpis.md", TEXT)
    names = ("Wpis Pierwszy.MD", "inny.markdown", "wpis.md.txt", "wpis — kopia.md", ".ukryty.md")
    noise = ("~$wpis.docx", "Thumbs.db", ".DS_Store", "._wpis.md", ".#wpis.md", "wpis.md~", "#wpis.md#", "desktop.ini")
    for name in (*names, *noise):
        site.write(f"content/news/2026/{name}", TEXT)
    catalogue = link(Settings(content=site.content, data=site.data))
    problems = told(site)
    assert set(names) <= set(problems) and not set(noise) & set(problems)
    assert all(problems[name].severity == "warning" for name in names)
    assert problems["Wpis Pierwszy.MD"].suggestion == "wpis-pierwszy.md"
    assert "wpis.md" in problems["wpis.md.txt"].hint and problems["wpis.md.txt"].suggestion is None
    assert catalogue.problems.errors == 0


def test_each_stray_record_is_told(site: Site) -> None:
    """Copies, other endings, texts and documents in the folder of data; a README is for people."""
    site.institution()
    for name in ("pup-bochnia — kopia.yaml", "pup-nowy.yml", "pup-inny.YAML", "notatka.txt", "opis.md", "README.md"):
        site.write(f"data/institutions/{name}", "name: x\n")
    problems = told(site)
    assert {name: one.severity for name, one in problems.items()} == {
        "pup-bochnia — kopia.yaml": "warning",
        "pup-nowy.yml": "error",
        "pup-inny.YAML": "error",
        "notatka.txt": "warning",
        "opis.md": "warning",
    }


def test_a_conflict_is_told_in_files_that_are_not_read(site: Site) -> None:
    """Git's marks in a README or in a table to download are no less a conflict."""
    site.write("content/README.md", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n")
    site.write("content/media/tabela.csv", "a,b\n<<<<<<< HEAD\n1,2\n=======\n1,3\n>>>>>>> x\n")
    assert {name: one.code for name, one in told(site).items()} == {"README.md": "conflict", "tabela.csv": "conflict"}
