"""Rules for saved HTML pages, in ``import.yaml`` beside them: what in a page is its title, date, author and text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import soupsieve
from msgspec import Meta

from partnership.language import _
from partnership.problems import Problem, ProblemList, ProblemsFound
from partnership.sources import strict_yaml
from partnership.sources.strict_yaml import YamlMistakes
from partnership.sources.text import Unreadable, read_text

NAME = "import.yaml"

Selector = Annotated[str, Meta(min_length=1, max_length=500)]


class Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What of a page is what, as CSS selectors; without a rule the usual places are looked at."""

    base: Annotated[str, Meta(description="Address at which the pages stood", max_length=500)] = ""
    only: Annotated[tuple[str, ...], Meta(description="Patterns of the files that are texts")] = ()
    leave_out: Annotated[tuple[str, ...], Meta(description="Patterns of files that are none")] = ()
    pages: Annotated[tuple[str, ...], Meta(description="Patterns of the files that are pages, not posts")] = ()
    title: Annotated[Selector | None, Meta(description="Selector of the title")] = None
    date: Annotated[Selector | None, Meta(description="Selector of what holds the date")] = None
    author: Annotated[Selector | None, Meta(description="Selector of the author")] = None
    category: Annotated[Selector | None, Meta(description="Selector of the category")] = None
    tags: Annotated[Selector | None, Meta(description="Selector of the topics")] = None
    body: Annotated[Selector | None, Meta(description="Selector of the text")] = None
    remove: Annotated[tuple[Selector, ...], Meta(description="Selectors of what is not text")] = ()
    kind: Annotated[Literal["news", "pages"] | None, Meta(description="news or pages, for all files")] = None


def read_rules(folder: Path) -> Rules:
    """Return the rules that lie in a folder, or those of nothing; raises :class:`ProblemsFound` for wrong ones."""
    path = folder / NAME
    if not path.is_file():
        return Rules()
    try:
        raw: Any = strict_yaml.load(read_text(str(path)))
        rules = msgspec.convert(raw if raw is not None else {}, Rules)
    except Unreadable as error:
        raise ProblemsFound(ProblemList([error.problem])) from None
    except YamlMistakes as error:
        raise ProblemsFound(
            ProblemList(
                Problem(
                    path=str(path), line=one.line, column=one.column, code=one.code, message=one.message, hint=one.hint
                )
                for one in error.mistakes
            )
        ) from None
    except msgspec.ValidationError as error:
        hint = _("the keys are: %(keys)s", keys=", ".join(Rules.__struct_fields__))
        raise ProblemsFound(ProblemList([_problem(path, str(error), hint)])) from None
    for name in ("title", "date", "author", "category", "tags", "body"):
        _compile(path, name, getattr(rules, name))
    for selector in rules.remove:
        _compile(path, "remove", selector)
    return rules


def _compile(path: Path, name: str, selector: str | None) -> None:
    try:
        if selector:
            soupsieve.compile(selector)
    except soupsieve.SelectorSyntaxError as error:
        told = _("“%(key)s” is not a CSS selector: %(reason)s", key=name, reason=str(error).splitlines()[0])
        hint = _("write it as in a style sheet, e.g. #content .date")
        raise ProblemsFound(ProblemList([_problem(path, told, hint)])) from None


def _problem(path: Path, message: str, hint: str) -> Problem:
    return Problem(path=str(path), code="import-rules", message=message, hint=hint)
