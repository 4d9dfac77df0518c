"""Markdown of a Pelican site as this project's: addresses resolved, headings from the second level on."""

from __future__ import annotations

import re
from typing import Final

from partnership.language import _
from partnership.site_import.items import Tell
from partnership.site_import.to_markdown import ResolveLink, ResolvePicture

_FENCE: Final = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING: Final = re.compile(r"^(#{1,6})(?=[ \t])")
_PICTURE: Final = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)<>\"']+?)>?(?:\s+[\"']([^\"']*)[\"'])?\s*\)")
_LINK: Final = re.compile(
    r"(?<!!)\[((?:[^\[\]]|!\[[^\]]*\]\([^)]*\))*)\]\(\s*<?([^)\s>]+)>?(\s+[\"'][^\"']*[\"'])?\s*\)"
)
_REFERENCE: Final = re.compile(r"^( {0,3}\[[^\]^][^\]]*\]:[ \t]*)<?(\S+?)>?([ \t]+[\"'(].*)?$")
_HTML_ADDRESS: Final = re.compile(r"""(<(?:a|img)\b[^>]*?\b(?:href|src)\s*=\s*)(["'])(.*?)\2""", re.IGNORECASE)
_OWN_MARK: Final = re.compile(r"^\[TOC\]\s*$", re.MULTILINE)


def rewritten(text: str, link: ResolveLink, picture: ResolvePicture, tell: Tell) -> str:
    """Return Markdown with its addresses resolved; code stays as it is."""
    text = _OWN_MARK.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines, fence = text.split("\n"), ""
    shift = _shift(lines)
    made: list[str] = []
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else mark.group(1)
            made.append(line)
        elif fence or line.startswith(("    ", "\t")):
            made.append(line)
        else:
            made.append(_line(line, lines[number + 1] if number + 1 < len(lines) else "", shift, link, picture, tell))
    if shift:
        tell("changed", "headings", _("levels of headings were put in order"))
    return "\n".join(made).strip() + "\n"


def _shift(lines: list[str]) -> int:
    """Return by how many levels headings go down: one where any is of the first level, which is the page title's."""
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else mark.group(1)
        elif not fence and (
            line.startswith("# ") or (number and lines[number - 1].strip() and re.match(r"^=+[ \t]*$", line))
        ):
            return 1
    return 0


def _line(line: str, following: str, shift: int, link: ResolveLink, picture: ResolvePicture, tell: Tell) -> str:
    if shift:
        line = _HEADING.sub(lambda match: "#" * min(len(match.group(1)) + shift, 6), line)
        if line.strip() and re.match(r"^=+[ \t]*$", following):
            line = f"## {line.strip()}"
        elif re.match(r"^=+[ \t]*$", line):
            return ""

    def show(match: re.Match[str]) -> str:
        alt, address, title = match.groups()
        path = picture(address)
        if not path:
            target = link(address)
            return f"[{alt or _('picture')}]({target})" if target else alt
        if not alt:
            tell("work", "alt", _("the picture %(path)s has no description", path=path.rpartition("/")[2]))
        return f"![{alt}]({path}" + (f' "{title}")' if title else ")")

    def lead(match: re.Match[str]) -> str:
        words, address, title = match.groups()
        new = link(address)
        return f"[{words}]({new}{title or ''})" if new else words

    line = _PICTURE.sub(show, line)
    line = _LINK.sub(lead, line)
    line = _REFERENCE.sub(
        lambda match: match.group(1) + (link(match.group(2)) or match.group(2)) + (match.group(3) or ""), line
    )
    return _HTML_ADDRESS.sub(
        lambda match: f"{match.group(1)}{match.group(2)}{_html(match, link, picture)}{match.group(2)}", line
    )


def _html(match: re.Match[str], link: ResolveLink, picture: ResolvePicture) -> str:
    address = match.group(3)
    return (picture(address) if match.group(1).lower().startswith("<img") else link(address)) or address
