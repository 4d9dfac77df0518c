"""Reading Markdown: limits, conversion, sanitising and the walk, with all that they import.

``conversion.py`` imports this only when there is a text to convert: with every text in the cache, a build does without
the sanitiser; and python-markdown is imported only for a text that is not everyday Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnership.prose.document import Walk
from partnership.prose.fast_markdown import fast_html
from partnership.prose.findings import Finding, FindingCode
from partnership.prose.limits import MAX_BYTES, TooComplex, check_counts
from partnership.prose.places import SourcePlaces
from partnership.prose.result import Prose, words
from partnership.prose.sanitise import dropped_addresses, dropped_html, ordinary_addresses, sanitise

if TYPE_CHECKING:
    from partnership.prose.converter import QuickMarkdown

# One instance a process: making one costs as much as converting ten texts.
_markdown: QuickMarkdown | None = None


def read(text: str, *, lang: str, heading_offset: int, id_prefix: str) -> Prose:
    """Do what ``conversion.read_prose`` promises."""
    global _markdown
    if len(text) > MAX_BYTES:
        return _refused("text-too-long", 1)
    # Half a surrogate pair, as YAML's "\ud800" gives, is no character: it becomes a question mark.
    encoded = text.encode("utf-8", "replace")
    if len(encoded) > MAX_BYTES:
        return _refused("text-too-long", 1)
    text = encoded.decode("utf-8")
    try:
        check_counts(text)
    except TooComplex as refusal:
        return _refused("text-too-complex", refusal.line)
    html = fast_html(text, encoded)
    if html is not None and ordinary_addresses(html):
        # All its tags are of our own writing, so that sanitising would find nothing to do.
        return Walk(html, text, lang=lang, heading_offset=heading_offset, id_prefix=id_prefix).run()
    raw = False
    try:
        if html is None:
            html, raw = _converted(text)
        clean = sanitise(html, raw=raw)
    except (TooComplex, RecursionError) as refusal:
        _markdown = None  # stopped half-way, it would remember what it was doing
        return _refused("text-too-complex", refusal.line if isinstance(refusal, TooComplex) else 1)
    if "&nbsp;" in clean:
        clean = clean.replace("&nbsp;", "\u00a0")
    walk = Walk(clean, text, lang=lang, heading_offset=heading_offset, id_prefix=id_prefix)
    walk.findings += _dropped(html, walk.places, raw=raw)
    return walk.run()


def _converted(text: str) -> tuple[str, bool]:
    """Return the HTML that python-markdown makes of ``text``, and whether any of it was written as HTML."""
    global _markdown
    if _markdown is None:
        from partnership.prose.converter import QuickMarkdown  # brings python-markdown along

        _markdown = QuickMarkdown()
    html = _markdown.convert(text)
    return html, _markdown.htmlStash.html_counter > 0


def _dropped(html: str, places: SourcePlaces, *, raw: bool) -> list[Finding]:
    dropped = list(dropped_addresses(html))
    if raw:
        dropped += dropped_html(html)
    return [Finding(*places.find(item.sought), item.code, item.subject) for item in dropped]


def _refused(code: FindingCode, line: int) -> Prose:
    return Prose((), (), (), (), (), (Finding(line, 1, code, ""),), "", words(("",)))
