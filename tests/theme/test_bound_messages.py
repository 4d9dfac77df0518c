"""Messages in templates keep their no-break spaces: who prints one that has any says ``|typo``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from partnership.language import theme_translator
from partnership.locales import formats

THEME = Path(__file__).resolve().parents[2] / "theme"
MESSAGE = re.compile(r'\{\{ _\("((?:[^"\\]|\\.)*)"(?:, \w+=[^}]*?)?\) \}\}')
TAG_OF_TEMPLATE = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
TEMPLATES = [
    path for folder in ("pages", "components") for path in sorted((THEME / "templates" / folder).rglob("*.html"))
]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_message_with_such_a_place_is_bound(template: Path) -> None:
    """In text, not in attributes; a place in one language is enough."""
    source = template.read_text(encoding="utf-8")
    translators = [theme_translator(lang, THEME / "translations") for lang in ("pl", "uk", "en")]
    bare = []
    for found in MESSAGE.finditer(source):
        before = TAG_OF_TEMPLATE.sub("", source[: found.start()])
        if before.rfind("<") > before.rfind(">"):
            continue
        message = found[1].replace('\\"', '"')
        said = [(one.gettext(message), one.lang) for one in translators]
        if any(formats.bind(text, lang) != text for text, lang in said):
            bare.append(f"line {source[: found.start()].count(chr(10)) + 1}: {message}")
    assert not bare, f"without |typo in {template.relative_to(THEME)}:\n" + "\n".join(bare)
