"""The text of a WordPress post as HTML: shortcodes resolved, comments of blocks gone, paragraphs written out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

from partnership.language import _
from partnership.site_import.items import OldFile, Severity

Notes = list[tuple[Severity, str, str]]

_BLOCK_COMMENT: Final = re.compile(r"<!--\s*/?wp:.*?-->", re.DOTALL)
# Settings never hold an end of a comment: WordPress writes its dashes as \u002d.
_EMPTY_BLOCK: Final = re.compile(r"<!--\s*wp:([\w/-]+)\s*(\{(?:(?!-->).)*?\})?\s*/-->", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE: Final = re.compile(r"(<(pre|code|script|style)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
_CAPTION: Final = re.compile(r"\[(?:wp_)?caption\b([^\]]*)\](.*?)\[/(?:wp_)?caption\]", re.DOTALL)
_GALLERY: Final = re.compile(r"\[gallery\b([^\]]*)\]")
_MEDIA: Final = re.compile(r"\[(video|audio|playlist)\b([^\]]*)\](?:(.*?)\[/\1\])?", re.DOTALL)
_EMBED: Final = re.compile(r"\[embed\b[^\]]*\]\s*(\S+?)\s*\[/embed\]", re.DOTALL)
_PLAIN_EMBED: Final = re.compile(r"^[ \t]*(https?://[^\s<]+)[ \t]*$", re.MULTILINE)
_SHORTCODE: Final = re.compile(r"\[\[?(/?)([a-z][a-z0-9_-]{1,40})((?:\s+[^\]\[]*)?)/?\]\]?", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))""")
_IMAGE: Final = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_BLOCKS: Final = (
    "address|article|aside|blockquote|caption|center|col|colgroup|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|p|pre|section|style|summary|table|tbody|td|tfoot|"
    "th|thead|tr|ul|script|iframe|object|video|audio"
)
_OPENING: Final = re.compile(rf"(<(?:{_BLOCKS})\b[^>]*>)", re.IGNORECASE)
_CLOSING: Final = re.compile(rf"(</(?:{_BLOCKS})\s*>)", re.IGNORECASE)
_WHOLE_BLOCK: Final = re.compile(rf"^</?(?:{_BLOCKS})\b", re.IGNORECASE)
# Blocks of WordPress that hold nothing of the text, at least when they are empty.
_DECORATION: Final = frozenset((
    "spacer", "separator", "post-title", "post-date", "post-content", "post-featured-image", "more", "nextpage",
    "paragraph", "heading", "group", "columns", "column", "buttons", "button", "row", "stack",
))  # fmt: skip


def body_html(content: str, notes: Notes, files: Mapping[str, OldFile], children: Sequence[OldFile]) -> str:
    """Return the HTML of a post's ``content``.

    ``files`` are attachments by id, ``children`` those uploaded with this post: a gallery without ids shows them.
    What cannot be brought along is added to ``notes``.
    """
    if "<!-- wp:" in content or "<!--wp:" in content:
        return _shortcodes(_blocks(content, notes, files), notes, files, children)
    return paragraphs(_shortcodes(_COMMENT.sub("", content), notes, files, children))


def _blocks(content: str, notes: Notes, files: Mapping[str, OldFile]) -> str:
    """Return the HTML of blocks; the block of a kind that is made when it is shown has none, and is told."""

    def empty(match: re.Match[str]) -> str:
        name = match.group(1)
        settings = _settings(match.group(2))
        if name == "gallery" and isinstance(settings.get("ids"), list):
            return _pictures([files[str(one)] for one in settings["ids"] if str(one) in files])
        if name.removeprefix("core/") not in _DECORATION:
            told = _("the block “%(name)s” is made by WordPress itself and did not come along", name=name)
            notes.append(("work", "block", told))
        return ""

    return _COMMENT.sub("", _BLOCK_COMMENT.sub("", _EMPTY_BLOCK.sub(empty, content)))


def _settings(text: str | None) -> dict[str, Any]:
    try:
        value = json.loads(text) if text else {}
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _shortcodes(html: str, notes: Notes, files: Mapping[str, OldFile], children: Sequence[OldFile]) -> str:
    """Resolve the shortcodes that WordPress itself has; others are told and taken out, what they enclose stays."""
    pieces = _CODE.split(html)
    for place in range(0, len(pieces), 3):
        text = _CAPTION.sub(_caption, pieces[place])
        text = _EMBED.sub(lambda match: f'\n\n<p><a href="{escape(match.group(1))}">{match.group(1)}</a></p>\n\n', text)
        text = _GALLERY.sub(lambda match: _gallery(match.group(1), files, children), text)
        text = _MEDIA.sub(_media, text)
        pieces[place] = _others(text, notes)
        if place + 2 < len(pieces):
            pieces[place + 2] = ""  # the name of the tag, which the split gives too
    return "".join(pieces)


def _others(text: str, notes: Notes) -> str:
    closed = {match.group(2).lower() for match in _SHORTCODE.finditer(text) if match.group(1)}

    def replace(match: re.Match[str]) -> str:
        name, given = match.group(2).lower(), match.group(3).strip()
        if match.group(0).startswith("[["):
            return match.group(0)[1:-1]
        if name not in closed and "=" not in given and not ("_" in name or given.startswith('"')):
            return match.group(0)  # words in brackets
        if not match.group(1):
            told = _("the shortcode %(code)s is unknown and was left out", code=match.group(0).strip())
            notes.append(("work", "shortcode", told))
        return ""

    return _SHORTCODE.sub(replace, text)


def _given(text: str) -> dict[str, str]:
    return {name.lower(): one or two or three for name, one, two, three in _ATTRIBUTE.findall(text)}


def _caption(match: re.Match[str]) -> str:
    given, inside = _given(match.group(1)), match.group(2)
    image = _IMAGE.search(inside)
    if image is None:
        return inside
    linked = re.search(r"<a\b[^>]*>\s*<img\b[^>]*>\s*</a>", inside, re.IGNORECASE | re.DOTALL)
    shown = linked.group(0) if linked else image.group(0)
    words = given.get("caption") or re.sub(r"<[^>]+>", "", inside.replace(shown, "")).strip()
    return f"\n\n<figure>{shown}<figcaption>{words}</figcaption></figure>\n\n"


def _gallery(text: str, files: Mapping[str, OldFile], children: Sequence[OldFile]) -> str:
    ids = [one.strip() for one in re.split(r"[,\s]+", _given(text).get("ids", "")) if one.strip()]
    shown = [files[one] for one in ids if one in files] if ids else list(children)
    return _pictures(shown)


def _pictures(shown: Sequence[OldFile]) -> str:
    figures = []
    for one in shown:
        caption = f"<figcaption>{escape(one.caption)}</figcaption>" if one.caption else ""
        figures.append(f'<figure><img src="{escape(one.address)}" alt="{escape(one.alt)}">{caption}</figure>')
    return "\n\n" + "\n\n".join(figures) + "\n\n"


def _media(match: re.Match[str]) -> str:
    given = _given(match.group(2))
    names = ("src", "mp4", "webm", "ogv", "m4v", "mp3", "ogg", "wav", "m4a", "flac")
    address = next((given[one] for one in names if one in given), "") or (match.group(3) or "").strip()
    return f'\n\n<p><a href="{escape(address)}">{escape(address)}</a></p>\n\n' if address else ""


def paragraphs(text: str) -> str:
    """Return classic markup with its paragraphs and line breaks written out, as WordPress does when it shows a post.

    A blank line divides paragraphs, a single line break is a break; blocks and code stay as they are.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _PLAIN_EMBED.sub(r'<a href="\1">\1</a>', text)
    pieces = re.split(r"(<pre\b.*?</pre\s*>)", text, flags=re.DOTALL | re.IGNORECASE)
    made: list[str] = []
    for place, piece in enumerate(pieces):
        if place % 2:
            made.append(piece)
            continue
        piece = _CLOSING.sub(r"\1\n\n", _OPENING.sub(r"\n\n\1", piece))
        for block in re.split(r"\n\s*\n", piece):
            block = block.strip("\n")
            if not block.strip():
                continue
            if _WHOLE_BLOCK.match(block.strip()):
                made.append(block)
            else:
                made.append("<p>" + re.sub(r"(?<!>)\n|(?<=[^p]>)\n(?!<)", "<br>\n", block.strip()) + "</p>")
    return "\n".join(made)
