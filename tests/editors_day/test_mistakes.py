"""Typical mistakes of an editor's day, each mended by nothing but what the message says.

The mender below is an editor who reads: it puts the suggestion where the message points, or does what the advice says
in its own words. It knows nothing of what was spoilt.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from partnership.catalogue.linking import link
from partnership.language import set_language
from partnership.problems import Problem
from partnership.settings import Settings
from tests.support.site import Site

INSTITUTION = "data/institutions/pup-bochnia.yaml"
POST = "content/news/2026/rekrutacja.md"
RIGHT = """\
---
title: Rekrutacja w Limanowej
date: 2026-02-24
summary: Firma szuka ludzi.
category: Wydarzenia
tags: [praca, nabór]
image:
  src: ../../media/zdjecie.svg
  alt: Ludzie przy stole.
---
Treść. Zobacz [stronę](../../pages/o-stronie.md) i [usługę](/uslugi/posrednictwo/).

## Śródtytuł

Dalej.
"""


@dataclass(frozen=True)
class Spoilt:
    """A mistake: what in the right file becomes what, or the whole file in other bytes."""

    old: str
    new: str
    file: str = POST


MISTAKES: dict[str, Spoilt | Callable[[bytes], bytes]] = {
    "date as in a letter": Spoilt("2026-02-24", "24.02.2026"),
    "date in words": Spoilt("2026-02-24", "24 lutego 2026 r."),
    "misspelt field": Spoilt("summary:", "sumary:"),
    "colon in the title": Spoilt("Rekrutacja w Limanowej", "Rekrutacja: w Limanowej"),
    "Polish word for a state": Spoilt("category: Wydarzenia", "state: szkic"),
    "tags without brackets": Spoilt("[praca, nabór]", "praca"),
    "picture at another depth": Spoilt("../../media/zdjecie.svg", "../media/zdjecie.svg"),
    "picture without description": Spoilt("  alt: Ludzie przy stole.\n", ""),
    "tabs": Spoilt("  src:", "\tsrc:"),
    "description not closed": Spoilt("---\nTreść", "Treść"),
    "description not opened": Spoilt("---\ntitle", "title"),
    "field twice": Spoilt("category: Wydarzenia", "title: Drugi tytuł"),
    "quote not closed": Spoilt("title: Rekrutacja", 'title: "Rekrutacja'),
    "quote not closed above another": Spoilt("category: Wydarzenia", 'category: "Wydarzenia\nmodified: "2026-02-25"'),
    "quote not closed above one that closes": Spoilt("category: Wydarzenia", 'category: "Wydarzenia\nowner: x"'),
    "bracket not closed": Spoilt("[praca, nabór]", "[praca, nabór"),
    "bracket not closed above another": Spoilt("[praca, nabór]", "[praca, nabór\nrelated: []"),
    "bracket closed by another": Spoilt("[praca, nabór]", "[praca, nabór}"),
    "comma in braces": Spoilt(
        "image:\n  src: ../../media/zdjecie.svg\n  alt: Ludzie przy stole.",
        "image: {src: ../../media/zdjecie.svg, alt: Ludzie, stół i okno.}",
    ),
    "title missing": Spoilt("title: Rekrutacja w Limanowej\n", ""),
    "link to a misspelt file": Spoilt("o-stronie.md", "o-stroni.md"),
    "link to a misspelt address": Spoilt("/uslugi/posrednictwo/", "/uslugi/posrednictwa/"),
    "code of the county without quotes": Spoilt("'1201'", "1201", INSTITUTION),
    "unknown service": Spoilt("- posrednictwo", "- posrednctwo", INSTITUTION),
    "unknown type": Spoilt("labour-office", "labor-office", INSTITUTION),
    "website without https": Spoilt("https://pup", "pup", INSTITUTION),
    "e-mail from a mail program": Spoilt("name:", "email: [mailto:jan@example.org]\nname:", INSTITUTION),
    "e-mail with a comma": Spoilt("name:", 'email: ["jan@example.org,"]\nname:', INSTITUTION),
    "telephone as on a letterhead": Spoilt("name:", "phone: [tel. 12 345 67 89]\nname:", INSTITUTION),
    "two telephones in one text": Spoilt("name:", "phone: 12 345 67 89, 12 345 67 90\nname:", INSTITUTION),
    "website with a comma": Spoilt("https://pup.example.org", "https://pup.example.org,", INSTITUTION),
    "website with two schemes": Spoilt("https://pup", "https://https://pup", INSTITUTION),
    "postal code without its hyphen": Spoilt("name:", "postal_code: 32700\nname:", INSTITUTION),
    "words behind a number sign": Spoilt("Rekrutacja w Limanowej", "Rekrutacja #3 w Limanowej"),
    "number sign first": Spoilt("Rekrutacja w Limanowej", "#3 w Limanowej"),
    "number sign in a list": Spoilt("[praca, nabór]", "\n  - nabór #3\n  - praca"),
    "curly quotes around a colon": Spoilt("Rekrutacja w Limanowej", "„Rekrutacja: w Limanowej”"),
    "curly quotes around a date": Spoilt("2026-02-24", "”2026-02-24”"),
    "dashes in a date": Spoilt("2026-02-24", "2026–02–24"),
    "no space after a colon": Spoilt("title: Rek", "title:Rek"),
    "no space after a colon further down": Spoilt("  src: ../", "  src:../"),
    "no space after the last colon": Spoilt("summary: Firma szuka ludzi.\n", "summary:Firma szuka ludzi.\n"),
    "a sign like a colon": Spoilt("category: W", "category：W"),
    "text after quotes": Spoilt("Rekrutacja w Limanowej", '"Rekrutacja" w Limanowej'),
    "at sign first": Spoilt("Rekrutacja w Limanowej", "@rekrutacja w Limanowej"),
    "brackets first": Spoilt("Rekrutacja w Limanowej", "[Nowe] Rekrutacja"),
    "exclamation mark first": Spoilt("Firma szuka ludzi.", "! Firma szuka ludzi."),
    "tags in one text": Spoilt("[praca, nabór]", "praca, nabór"),
    "dash instead of hyphens": Spoilt("---\ntitle", "—\ntitle"),
    "dots instead of hyphens": Spoilt("---\nTreść", "...\nTreść"),
    "empty lines above": Spoilt("---\ntitle", "\n\n---\ntitle"),
    "date and time as in a letter": Spoilt("2026-02-24", "24.02.2026, godz. 10.00"),
    "e-mail without its scheme": Spoilt("../../pages/o-stronie.md", "jan@example.org"),
    "website without its scheme": Spoilt("../../pages/o-stronie.md", "www.example.org/a"),
    "a mark of direction": Spoilt("Dalej.", "Da\u202elej."),
    "a paragraph's end from Word": Spoilt("Dalej.", "Da\u2029lej."),
    "a bullet of Word's font": Spoilt("Dalej.", "\uf0b7 Dalej."),
    "category of signs": Spoilt("category: Wydarzenia", "category: '!!!'"),
    "Windows encoding": lambda data: data.decode().encode("cp1250"),
    "UTF-16": lambda data: data.decode().encode("utf-16"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_mended_by_its_message(site: Site, name: str) -> None:
    """One mistake, told in Polish; the advice is followed up to three times, and the check is content."""
    set_language("pl")
    arrange(site)
    spoil(site, MISTAKES[name])
    problems = errors(site)
    assert problems, "the mistake was not noticed"
    for _attempt in range(3):
        if not problems:
            break
        assert re.search("[ąćęłńóśźż„]", problems[0].message + problems[0].hint), "not said in Polish"
        mend(problems[0])
        problems = errors(site)
    assert problems == []


def test_all_mistakes_of_a_file_are_told_at_once(site: Site) -> None:
    """Five mistakes in one file are five problems in one go, each at its line."""
    set_language("pl")
    arrange(site)
    for name in ("date as in a letter", "misspelt field", "Polish word for a state", "tags without brackets",
                 "link to a misspelt address"):  # fmt: skip
        spoil(site, MISTAKES[name])
    assert [one.line for one in errors(site)] == [3, 4, 5, 6, 11]


def arrange(site: Site) -> None:
    """Write the right site."""
    site.page()
    site.institution(website="https://pup.example.org")
    site.write("content/media/zdjecie.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    site.write(POST, RIGHT)
    assert errors(site) == []


def spoil(site: Site, mistake: Spoilt | Callable[[bytes], bytes]) -> None:
    """Make the mistake."""
    if isinstance(mistake, Spoilt):
        path = site.root / mistake.file
        text = path.read_text(encoding="utf-8")
        assert mistake.old in text
        path.write_text(text.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    else:
        path = site.root / POST
        path.write_bytes(mistake(path.read_bytes()))


def errors(site: Site) -> list[Problem]:
    """Return all errors."""
    problems = link(Settings(content=site.content, data=site.data)).problems
    return [one for one in problems if one.severity == "error"]


def mend(problem: Problem) -> None:
    """Do what the message says."""
    path = Path(problem.path)
    told = re.search("kodowani", problem.message)
    if told and "UTF-8" in problem.hint:
        encoding = re.search(r"Windows-1250|UTF-16", problem.message)
        assert encoding
        path.write_text(path.read_bytes().decode(encoding.group().replace("Windows-", "cp")), encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").split("\n")
    number = problem.line - 1
    line = lines[number]
    before, here = line[: problem.column - 1], line[problem.column - 1 :]
    if problem.suggestion is not None:
        lines[number] = before + _in_place(problem, here)
    else:
        _by_words(problem, lines, number, before, here)
    path.write_text("\n".join(lines), encoding="utf-8")


def _in_place(problem: Problem, here: str) -> str:
    """Put the suggestion where the problem points: over the line, the text quoted by the message, or one value."""
    assert problem.suggestion is not None
    if "zapisz ten wiersz tak" in problem.hint or "zastąp ten wiersz" in problem.hint:
        return problem.suggestion
    if problem.suggestion[:1] in "\"'" and here.startswith(problem.suggestion[1:-1]):
        return problem.suggestion + here[len(problem.suggestion) - 2 :]
    if re.search("ujmij (cały )?tekst w|przepadłby|Za cudzysłowem", problem.message + problem.hint):
        return problem.suggestion
    shown = re.match("„(.+?)” (?:nie |to nie |w polu )", problem.message)
    if shown and here.startswith(shown.group(1)):
        return problem.suggestion + here[len(shown.group(1)) :]
    if shown and here[:1] in "\"'" and here[1:].startswith(shown.group(1)):
        return problem.suggestion + here[len(shown.group(1)) + 2 :]
    old = re.match(r"\[[^\]]*\]|[^\s:)\"][^:)\n]*(?=:|\)|$)|\S+", here)
    assert old
    return here.replace(old.group().rstrip(), problem.suggestion, 1)


def _by_words(problem: Problem, lines: list[str], number: int, before: str, here: str) -> None:
    """Follow advice that names no replacement."""
    hint = problem.hint
    if "ujmij tekst w cudzysłów" in hint:
        key, _colon, value = lines[number].partition(": ")
        lines[number] = f'{key}: "{value}"'
    elif "napisz w polu „alt”, co przedstawia" in hint:
        lines.insert(number + 1, before + "alt: Opis.")
    elif "zastąp każdy tabulator dwiema spacjami" in hint:
        lines[number] = lines[number].replace("\t", "  ")
    elif "wstaw nad tym wierszem wiersz „---”" in hint:
        lines.insert(number, "---")
    elif "usuń wiersze nad „---”" in hint:
        del lines[: lines.index("---")]
    elif "rozdziel akapity pustym wierszem" in hint:
        lines[number] = before + "\n\n" + here[1:]
    elif "punktor zapisz jako „- ”" in hint:
        lines[number] = before + "- " + here[1:].lstrip()
    elif "usuń go; jeśli potem" in hint:
        lines[number] = before + here[1:]
    elif "lub usuń tę wartość" in hint:
        del lines[number]
    elif "wstaw wiersz „---” między opis a tekst" in hint:
        place = next(at for at, line in enumerate(lines[1:], 1) if not re.match(r"\s|\w+:", line))
        lines.insert(place, "---")
    elif "wpisz w pierwszym wierszu „---”" in hint:
        lines.insert(0, "---")
    elif "zostaw jedno z dwóch, drugie usuń" in hint:
        del lines[number]
    elif found := re.search(r"dodaj wiersz „(\w+): …”", hint):
        lines.insert(number, f"{found.group(1)}: Uzupełnione")
    elif found := re.search(r"od (https://) począwszy", hint):
        lines[number] = before + found.group(1) + here
    else:
        raise AssertionError(f"nobody could follow this advice: {problem.message}; {hint}")
