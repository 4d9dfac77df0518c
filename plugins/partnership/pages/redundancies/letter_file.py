"""Letters as files for a word processor (DOCX): headings, lists and language as assistive technology needs them.

A letter is composed once by python-docx and kept; for each county only the lines of its office are put in.  The bytes
depend on nothing but the letter.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

import msgspec

from partnership.chunks import ChunkCache

if TYPE_CHECKING:
    from docx.document import Document

RECIPIENT: Final = "{{recipient}}"
HELP: Final = "{{help}}"
_DOCUMENT: Final = "word/document.xml"
_SAME_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""Time of every part of a file: the first that the format can say."""
_NEEDLESS: Final = frozenset(("customXml", "stylesWithEffects", "theme", "thumbnail", "webSettings", "fontTable"))
"""Parts of the library's own template that no letter uses; they are nine tenths of its size."""
_STYLES: Final = frozenset(("normal", "title", "heading 1", "list number", "default paragraph font", "no list"))
_BLANK: Final = re.compile(r"(\[[^\[\]]+\])")


class LetterText(msgspec.Struct, frozen=True, kw_only=True):
    """A letter without its recipient; ``contents`` are (what must be said, article), [brackets] are to be filled in."""

    id: str
    title: str
    lang: str
    sender: str
    opening: str
    contents: tuple[tuple[str, str], ...]
    fill: str
    help_title: str
    closing: str
    signature: str
    advice: str


def make_letter_file(
    chunks: ChunkCache, text: LetterText, recipient: tuple[str, ...], help_lines: tuple[str, ...]
) -> bytes:
    """Return the letter as DOCX with the lines of its recipient and of the help that it names."""
    composed = chunks.chunk_of(f"letter-{text.id}", composed_letter, text)
    with zipfile.ZipFile(io.BytesIO(composed)) as source:
        parts = {one: source.read(one) for one in source.namelist()}
    document = parts[_DOCUMENT].decode("utf-8")
    for mark, lines in ((RECIPIENT, recipient), (HELP, help_lines)):
        document = document.replace(mark, "</w:t><w:br/><w:t>".join(escape(one) for one in lines))
    parts[_DOCUMENT] = document.encode("utf-8")
    return _packed(parts)


def _packed(parts: dict[str, bytes]) -> bytes:
    """Return parts as a file whose bytes know no clock."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _SAME_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return made.getvalue()


def composed_letter(text: LetterText) -> bytes:
    """Return the letter with marks in the place of its recipient and of help."""
    import docx  # heavy, and needed only where a letter changed

    document = docx.Document()
    _prepare(document, text)
    _paragraph(document, text.sender)
    _paragraph(document, RECIPIENT)
    document.add_heading(text.title, level=1)
    _paragraph(document, text.opening)
    for said, basis in text.contents:
        paragraph = document.add_paragraph(style="List Number")
        paragraph.add_run(f"{said} ({basis}): ")
        paragraph.add_run(text.fill).bold = True
    if text.help_title:
        paragraph = document.add_paragraph()
        paragraph.add_run(text.help_title).bold = True
        _paragraph(document, HELP)
    if text.closing:
        _paragraph(document, text.closing)
    _paragraph(document, text.signature)
    document.add_paragraph().add_run(text.advice).italic = True
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _paragraph(document: Document, text: str) -> None:
    """Add a paragraph in which what is to be filled in stands out."""
    paragraph = document.add_paragraph()
    for piece in _BLANK.split(text):
        if piece:
            paragraph.add_run(piece).bold = bool(_BLANK.fullmatch(piece)) or None


def _prepare(document: Document, text: LetterText) -> None:
    """Take away what the library's template has too much, and set language, type and properties."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for relations in (document.part.rels, document.part.package.rels):
        for name in [name for name, one in relations.items() if one.reltype.rpartition("/")[2] in _NEEDLESS]:
            del relations[name]
    styles = document.styles
    element: Any = styles.element
    for style in list(element.style_lst):
        if str(style.name_val).lower() not in _STYLES:
            element.remove(style)
    for name in ("Normal", "Heading 1", "List Number"):
        style_one: Any = styles[name]
        style_one.font.name = "Arial"
        style_one.font.size = Pt(16 if name == "Heading 1" else 11)
        style_one.font.color.rgb = RGBColor(0, 0, 0)
    for language in element.iter(qn("w:lang")):
        language.set(qn("w:val"), text.lang)
    properties = document.core_properties
    properties.title = text.title
    properties.language = text.lang
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
