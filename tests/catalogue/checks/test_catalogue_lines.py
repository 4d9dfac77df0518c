"""Lines of a site's own catalogues: a slip of a mark, an entry twice, a message nobody says, each at its line."""

from __future__ import annotations

import pytest

from partnership.catalogue.checks.catalogue_lines import line_problems
from partnership.catalogue.message_models import DOMAINS, MODEL, messages
from partnership.language import PACKAGE_CATALOGUES
from partnership.message_catalogues import catalogue_path
from partnership.settings import BUILT_IN_THEME

KNOWN = ("Home", "Run by %(office)s", 'Say “%(name)s” or "no"', "Read more")
HEAD = 'msgid ""\nmsgstr ""\n"Language: tr\\n"\n\n'


def told(text: str) -> list[tuple[int, str, str | None]]:
    """Return (line, severity, suggestion) of what is wrong in a catalogue of which the head has four lines."""
    return [(one.line, one.severity, one.suggestion) for one in line_problems("x.po", HEAD + text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('msgid "Home"\nmsgstr "Ana sayfa"\n', []),
        ('msgid "Home"\nmsgstr "Ana sayfa\n', [(6, "error", None)]),
        ('msgid "Home"\nmsgstr Ana sayfa\n', [(6, "error", None)]),
        ('msgid "Home"\nmsgstr Ana sayfa"\n', [(6, "error", None)]),
        ('msgid "Home"\nmsgstr "Ana "sayfa""\n', [(6, "error", None)]),
        ('msgid "Home"\nmsgstr "Ana \\"sayfa\\""\n', []),
        ('msgid "Home"\nmsgstr ""\n"Ana "\n"sayfa"\n', []),
        ('msgid "Home"\nmsgstr ""\n\n"Ana sayfa"\n', [(8, "error", None)]),
        ('msgid "Home"\nmgstr "x"\n', [(6, "error", "msgstr")]),
        ('msgid "Home"\nwords "x"\n', [(6, "error", None)]),
        ('#~ msgid "Old\n# "a remark\nmsgid "Home"\nmsgstr "x"\n', []),
        ('msgid "a page"\nmsgid_plural "pages"\nmsgstr[0] "x"\nmsgstr[1] "y"\n', []),
        ('msgid "Home"\nmsgstr "x"\n\nmsgid "Home"\nmsgstr "y"\n', [(8, "error", None)]),
        ('msgctxt "a"\nmsgid "Home"\nmsgstr "x"\n\nmsgctxt "b"\nmsgid "Home"\nmsgstr "y"\n', []),
        ('msgid "Run by %(ofis)s"\nmsgstr "x"\n', [(5, "warning", "Run by %(office)s")]),
        ('msgid "Run by %(ofis)s"\nmsgstr "x"\n\nmsgid "Run by %(office)s"\nmsgstr "y"\n', []),
        ('msgid "Of our own template"\nmsgstr "x"\n', []),
        ('msgid "Say “%(name)s” or \\"no\\""\nmsgstr "x"\n', []),
    ],
)
def test_a_slip_is_told_at_its_line(text: str, expected: list[tuple[int, str, str | None]]) -> None:
    """What a reader would take in silence; words of a site's own templates are its own matter."""
    assert told(text) == expected


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_program_says_what_its_catalogues_hold(domain: str) -> None:
    """The built-in catalogues pass, and everything in them is known."""
    folder = PACKAGE_CATALOGUES if domain == "partnership" else BUILT_IN_THEME / "translations"
    text = catalogue_path(folder, MODEL, domain).read_text(encoding="utf-8")
    assert list(line_problems("x.po", text, messages(domain))) == []
    assert len(messages(domain)) > 500
