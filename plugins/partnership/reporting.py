"""Problems as a report: text for people, JSON for programs, annotations for code hosts."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

import msgspec

from partnership.language import _, ngettext
from partnership.problems import Problem, ProblemList, shown_path
from partnership.sources.text import Unreadable, read_text

EXCERPT: Final = 100
"""Characters that are shown of a line."""

SHOWN: Final = 50
"""Problems of one severity that a comment lists: hosts refuse comments that are too long."""

_MARKS: Final = frozenset("\\`*_{}[]<>#|~@!&:")
"""Characters of which Markdown, or the host that shows it, could make more than themselves."""


def as_text(problems: ProblemList) -> str:
    """Return a line for each problem, in the form of contract section 1 and nothing else: programs read it, too."""
    return "".join(problem.as_text() + "\n" for problem in problems)


def counted(problems: ProblemList) -> str:
    """Return the sentence for people that says how many problems there are."""
    if not len(problems):
        return _("No problems found.")
    errors = ngettext("%(num)d error", "%(num)d errors", problems.errors)
    warnings = ngettext("%(num)d warning", "%(num)d warnings", problems.warnings)
    return f"{errors}, {warnings}"


def as_told(problems: ProblemList) -> str:
    """Return the same for somebody at a terminal: below each problem its line, and a caret under the place."""
    return "".join(f"{line}\n" for problem in problems for line in (problem.as_text(), *excerpt(problem), ""))


def excerpt(problem: Problem) -> list[str]:
    """Return the line of a problem and a line with a caret under its column; nothing where the line tells nothing.

    A long line is cut around the place.
    """
    try:
        lines = read_text(problem.path).split("\n")
    except Unreadable:
        return []
    line = lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""
    if not line.strip() or (problem.line, problem.column) == (1, 1):
        return []
    place = min(max(problem.column - 1, 0), len(line))
    start = max(0, place - EXCERPT // 2)
    shown = "".join(char if char.isprintable() else " " for char in line[start : start + EXCERPT])
    before, after = ("…" if start else ""), ("…" if len(line) > start + EXCERPT else "")
    number = f"{problem.line:>6} | "
    return [f"{number}{before}{shown}{after}", " " * (len(number) + len(before) + place - start) + "^"]


def as_json(problems: ProblemList) -> str:
    """Return the report of contract section 1 as JSON."""
    report = {
        "version": 1,
        "errors": problems.errors,
        "warnings": problems.warnings,
        "problems": [
            {
                "path": shown_path(problem.path),
                "line": problem.line,
                "column": problem.column,
                "severity": problem.severity,
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint,
                "suggestion": problem.suggestion,
            }
            for problem in problems
        ],
    }
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def as_markdown(problems: ProblemList, links_to: str, field_name: Callable[[Problem], str] = lambda problem: "") -> str:
    """Return the report as a comment for people, each problem with a link to its file and line.

    ``links_to`` is the address below which the host shows the files of the commit; "" gives no links.  ``field_name``
    tells what the browser editor calls the field in which a problem stands, "" where it is none.
    """
    title = _("Check of content and data")
    lines = [f"## {title}", ""]
    if not len(problems):
        return "\n".join([*lines, _("No problems found."), ""])
    lines.append(f"**{counted(problems)}**")
    if problems.errors:
        lines += [
            "",
            _("Nothing is published while there are errors. Each line leads to the place and says what to do."),
        ]
    told = _("In the browser editor open the entry, correct the field that is named, and save. What names a command "
             "(python3 tasks.py …) is for those who keep the files: leave it to them.")  # fmt: skip
    lines += ["", told]
    for severity, heading in (("error", _("Errors")), ("warning", _("Warnings"))):
        some = [one for one in problems if one.severity == severity]
        if some:
            lines += ["", f"### {heading}", "", *(_listed(one, links_to, field_name(one)) for one in some[:SHOWN])]
        if len(some) > SHOWN:
            rest = ngettext("and %(num)d more", "and %(num)d more", len(some) - SHOWN)
            lines.append(f"- {rest}")
    return "\n".join(lines) + "\n"


def _listed(problem: Problem, links_to: str, field: str) -> str:
    path = shown_path(problem.path)
    whole = (problem.line, problem.column) == (1, 1)
    place = literal(path) if whole else literal(_("%(path)s, line %(line)d", path=path, line=problem.line))
    if links_to and not os.path.isabs(path) and not path.startswith(".."):
        target = f"{links_to.rstrip('/')}/{quote(path)}" + ("" if whole else f"#L{problem.line}")
        place = f"[{place}]({target})"
    text = literal(problem.message.rstrip("."))
    if field:
        named = _("field “%(name)s”", name=field)
        text = f"**{literal(named)}** – {text}"
    return f"- {place}: {text}; {literal(problem.hint)}" if problem.hint else f"- {place}: {text}"


def literal(text: str) -> str:
    """Return a text on one line that Markdown shows as it is."""
    return "".join(f"\\{char}" if char in _MARKS else char for char in " ".join(text.split()))


def as_github(problems: ProblemList) -> str:
    """Return workflow commands that a code host shows beside the lines."""
    return "".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    place = f"file={_property(shown_path(problem.path))},line={problem.line},col={problem.column}"
    text = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity} {place},title={_property(problem.code)}::{_escaped(text)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
