"""What an editor should know of a text once it is converted, and how it is told."""

from __future__ import annotations

from typing import Literal

import msgspec

from partnership.language import _
from partnership.problems import Problem, Severity

FindingCode = Literal[
    "html-tag-dropped",
    "html-content-dropped",
    "html-attribute-dropped",
    "link-scheme-dropped",
    "link-missing",
    "link-fragment-missing",
    "image-missing",
    "image-external",
    "image-without-alt",
    "heading-level-one",
    "text-too-complex",
    "text-too-long",
]

_WARNINGS = frozenset((
    "html-tag-dropped", "html-content-dropped", "html-attribute-dropped", "link-scheme-dropped", "heading-level-one",
))  # fmt: skip


class Finding(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Something an editor should know, at a 1-based line and column of the text; ``subject`` is what it is about."""

    line: int
    column: int
    code: FindingCode
    subject: str

    @property
    def severity(self) -> Severity:
        """What was made harmless is a warning; what would be missing on the page is an error."""
        return "warning" if self.code in _WARNINGS else "error"

    def as_problem(self, path: str, first_line: int = 1, suggestion: str | None = None) -> Problem:
        """Return the finding as a problem of the file ``path``, in whose line ``first_line`` the text begins."""
        message, hint = _told(self.code, self.subject)
        return Problem(
            path=path,
            line=self.line + first_line - 1,
            column=self.column,
            severity=self.severity,
            code=self.code,
            message=message,
            hint=hint,
            suggestion=suggestion,
        )


def _told(code: FindingCode, what: str) -> tuple[str, str]:
    """Return what is wrong and what to do, in the language of the person at work."""
    match code:
        case "html-tag-dropped":
            return (
                _("The tag <%(what)s> is not allowed in a text and was left out", what=what),
                _("say it in Markdown, or take the tag out"),
            )
        case "html-content-dropped":
            return (
                _("The tag <%(what)s> is not allowed in a text: it was left out with all that stands in it", what=what),
                _("write its words in Markdown, or take the tag out"),
            )
        case "html-attribute-dropped":
            return (
                _("The attribute %(what)s is not allowed in a text and was left out", what=what),
                _("take the attribute out"),
            )
        case "link-scheme-dropped":
            return (
                _("The address %(what)s is not allowed and was left out", what=what),
                _("link with https, http, mailto or tel"),
            )
        case "link-missing":
            return (
                _("The link leads to %(what)s, which does not exist", what=what),
                _("give the path of a file in content/, as seen from this file"),
            )
        case "link-fragment-missing":
            return (
                _("The link leads to %(what)s, but no heading here has this name", what=what),
                _("give the heading's name in small letters without diacritics, words joined by hyphens"),
            )
        case "image-missing":
            return (
                _("The picture %(what)s does not exist", what=what),
                _("put it into content/media/ and give its path as seen from this file"),
            )
        case "image-external":
            return (
                _("The picture %(what)s stands on another server", what=what),
                _("save it in content/media/ and give its path: the site loads nothing from elsewhere"),
            )
        case "image-without-alt":
            return (
                _("The picture %(what)s has no description", what=what),
                _("say in the brackets what it shows: ![description](path)"),
            )
        case "heading-level-one":
            return (
                _(
                    "The heading “%(what)s” is of the first level, the page title's, and was made one of the second",
                    what=what,
                ),
                _("begin the line with ## instead of #, or underline it with --- instead of ==="),
            )
        case "text-too-complex":
            return (
                _("The text is too tangled: brackets, quotes, lists or tags are nested or repeated too often"),
                _("look for a mark that is never closed, or divide the text by blank lines"),
            )
        case "text-too-long":
            return _("The text is longer than 1 MiB"), _("divide it into several files")
