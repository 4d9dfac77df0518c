"""Catalogues of a site's own, filled in for tests."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from partnership.message_catalogues import catalogue_path

HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


def write_words(theme: Path, lang: str, domain: str, words: Mapping[str, str]) -> Path:
    """Write the catalogue of a domain below a theme, with some messages and their translations."""
    path = catalogue_path(theme / "translations", lang, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    said = "".join(f'msgid "{message}"\nmsgstr "{text}"\n\n' for message, text in words.items())
    path.write_text(HEAD + said, encoding="utf-8")
    return path


def fill_in(path: Path, said: Callable[[str], str]) -> int:
    """Give every empty message of a catalogue the text that ``said`` makes of it; return how many there were."""
    known = read_po(io.BytesIO(path.read_bytes()))
    filled = 0
    for message in known:
        if not message.id or (message.string and any(message.string)):
            continue
        forms = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        texts = tuple(said(forms[min(number, len(forms) - 1)]) for number in range(known.num_plurals))
        message.string = texts if message.pluralizable else texts[0]
        filled += 1
    written = io.BytesIO()
    write_po(written, known, width=0)
    path.write_bytes(written.getvalue())
    return filled
