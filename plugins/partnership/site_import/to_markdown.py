"""HTML as this project's Markdown, by markdownify; those who know the new site say what addresses have become."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from bs4 import BeautifulSoup
from bs4.element import Tag
from markdownify import ATX, SPACES, MarkdownConverter

from partnership.language import _
from partnership.site_import.clean import clean, flat, parse
from partnership.site_import.items import Tell

ResolveLink = Callable[[str], str]
"""Takes an address as the old text has it and returns what the new text shall have."""

ResolvePicture = Callable[[str], str]
"""Takes a picture's old address and returns its new path; empty when the picture did not come along."""

_FOOTNOTE: Final = re.compile(r"\A[#]?(?:easy-footnote|fn|ftn|_ftn|footnote|sdfootnote|note)[\w:.-]*\Z", re.IGNORECASE)
_MANY_LINES: Final = re.compile(r"\n{3,}")
_INLINE_MARKS: Final = re.compile(r"([\\`*\[\]])|(?<![^\W_])(_)|(_)(?![^\W_])|(<)(?=[A-Za-z/!?])|(&)(?=#|\w{1,31};)")
_ENTITIES: Final = {"<": "&lt;", "&": "&amp;"}
"""Marks before which a backslash does not help."""

_LINE_MARKS: Final = re.compile(
    r"^([ \t\xa0]*)(?:(\d{1,9})([.)])(?=\s)|(#{1,6}|[-+](?=\s|$)|>|-{2,}|\|)|(:(?=\s|$)|~{3,}|=+(?=\s*$)))"
)
_LANGUAGE: Final = re.compile(r"\b(?:language-|lang-|lang:|brush:\s*)([a-z0-9+#]+)", re.IGNORECASE)


class _Converter(MarkdownConverter):
    """markdownify with this project's pictures and links."""

    def __init__(self, link: ResolveLink, picture: ResolvePicture, tell: Tell) -> None:
        super().__init__(
            heading_style=ATX, bullets="-", newline_style=SPACES, escape_misc=True, strong_em_symbol="*",
            sup_symbol="<sup>", sub_symbol="<sub>", code_language_callback=_language, table_infer_header=False,
        )  # fmt: skip
        self._link = link
        self._picture = picture
        self._tell = tell

    def escape(self, text: str, parent_tags: Any) -> str:
        """Return words with a backslash before what Markdown would take for a mark, and nowhere else."""
        marked = _INLINE_MARKS.sub(lambda match: _ENTITIES.get(match.group(0)) or "\\" + match.group(0), text)
        return marked.replace("|", "\\|") if {"td", "th"} & set(parent_tags) else marked

    def convert_p(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Return a paragraph whose first word is never taken for a heading, list or quotation."""
        made = str(super().convert_p(el, text, parent_tags))  # type: ignore[misc]
        return made if "_inline" in parent_tags else _unmarked(made)

    def convert_li(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Return a step or point; what belongs to it stands four spaces in, as every Markdown reads it."""
        made = str(super().convert_li(el, text, parent_tags))  # type: ignore[misc]
        first, line_end, rest = made.partition("\n")
        width = len(first) - len(first.lstrip("-0123456789. "))
        lines = [" " * (4 - width) + line if line.startswith(" " * width) and 0 < width < 4 else line
                 for line in rest.split("\n")]  # fmt: skip
        return first + line_end + "\n".join(lines)

    def convert_img(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Return a picture that came along; of another one a link to where it was."""
        source = str(el.get("src") or el.get("data-src") or "").strip()
        alt = " ".join(str(el.get("alt") or "").split())
        path = self._picture(source) if source else ""
        if not path:
            el["data-left"] = "yes"
            shown = alt or _("picture")
            if el.find_parent("a") is not None:
                return _escaped(shown)
            target = self._link(source) if source else ""
            return f"[{_escaped(shown)}]({_target(target)})" if target else _escaped(alt)
        if not alt:
            self._tell("work", "alt", _("the picture %(path)s has no description", path=path.rpartition("/")[2]))
        caption = " ".join(str(el.get("data-caption") or "").split()).replace('"', "”")
        title = f' "{caption}"' if caption and caption != alt else ""
        return f"![{_escaped(alt)}]({_target(path)}{title})"

    def convert_a(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Return a link to its new place; around a picture that links to itself, the picture alone."""
        address = str(el.get("href") or "").strip()
        image = el.find("img")
        if (
            isinstance(image, Tag)
            and (not el.get_text(strip=True))
            and re.search(r"\.(jpe?g|png|gif|webp|svg)\b", address, re.I)
        ):
            return text
        if not address or not text.strip():
            return text
        if "noformat" in parent_tags or "_noformat" in parent_tags:
            return text
        before, words, after = re.match(r"(\s*)(.*?)(\s*)\Z", text, re.DOTALL).groups()  # type: ignore[union-attr]
        new = self._link(address)
        if not new:
            return text
        return f"{before}[{words}]({_target(new)}){after}"

    def convert_del(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Return words that were struck out; Markdown has no mark for them here."""
        return f"<del>{text.strip()}</del>" if text.strip() else ""

    convert_s = convert_del

    def convert_figure(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Return a figure as a paragraph of its own, with its caption below where no picture can hold it."""
        caption = el.find("figcaption", attrs={"data-moved": True})
        if isinstance(caption, Tag) and el.find("img", attrs={"data-left": True}) is not None:
            text = f"{text.strip()}\n\n{caption['data-moved']}"
        return f"\n\n{text.strip()}\n\n"

    def convert_figcaption(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Return nothing for a caption that stands with its picture; the figure puts it below one that is missing."""
        if not el.get("data-moved"):
            return f"\n\n{text.strip()}\n\n"
        el["data-moved"] = text.strip()
        return ""

    def convert_details(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Return a disclosure as its summary in bold and its content: nothing stays hidden."""
        return f"\n\n{text.strip()}\n\n"

    def convert_summary(self, el: Tag, text: str, parent_tags: Any) -> str:
        """Return the words that open a disclosure."""
        return f"\n\n**{text.strip()}**\n\n" if text.strip() else ""


def markdown(html: str, link: ResolveLink, picture: ResolvePicture, tell: Tell) -> str:
    """Return HTML as Markdown; ``link`` and ``picture`` say what addresses have become, ``tell`` takes notes."""
    soup = flat(parse(html), tell)
    notes = _take_footnotes(soup)
    clean(soup, tell)
    _captions(soup)
    text = _Converter(link, picture, tell).convert_soup(soup)
    text = _trimmed(text.replace("\u2028", "\n").replace("\r", ""))
    text = re.sub(r"\ufffc(\d+)\ufffc", r"[^\1]", text)
    for number, words in enumerate(notes, 1):
        text += f"\n\n[^{number}]: {words}"
    return _MANY_LINES.sub("\n\n", text).strip() + "\n"


def _trimmed(text: str) -> str:
    """Return a text without spaces at the ends of lines, but for the two that break a line inside a paragraph."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        bare = line.rstrip(" \t")
        breaks = (
            line.endswith("  ") and bare.strip("> ") and number + 1 < len(lines) and lines[number + 1].strip("> \t")
        )
        lines[number] = f"{bare}  " if breaks else bare
    return "\n".join(lines)


def _take_footnotes(soup: BeautifulSoup) -> list[str]:
    """Take footnotes out of the tree: a mark stays at each place, the notes are returned in order of the marks."""
    notes: list[str] = []
    for reference in soup.find_all("a", href=_FOOTNOTE):
        if reference.decomposed:  # it led from a note that was taken out already
            continue
        identifier = str(reference.get("href", "")).removeprefix("#")
        place = soup.find(id=identifier) or soup.select_one(f'[name="{_css(identifier)}"]')
        if not isinstance(place, Tag) or reference.find_parent(["li", "ol"]) is place or _is_inside(reference, place):
            continue
        holder = place if place.name in ("li", "p", "div", "dd") else place.find_parent(["li", "p", "div", "dd"])
        if not isinstance(holder, Tag) or reference in holder.descendants:
            continue
        for back in holder.find_all("a"):
            if str(back.get("href", "")).startswith("#") or back.get("name"):
                back.decompose()
        words = " ".join(holder.get_text().split()).strip("↩ \u00a0[]")
        if not words:
            continue
        notes.append(words)
        mark = f"\ufffc{len(notes)}\ufffc"
        outer = reference.find_parent("sup")
        (outer if isinstance(outer, Tag) else reference).replace_with(mark)
        parent = holder.parent
        holder.decompose()
        if isinstance(parent, Tag) and parent.name in ("ol", "ul") and not parent.find("li"):
            parent.decompose()
    return notes


def _css(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _is_inside(one: Tag, other: Tag) -> bool:
    return any(parent is other for parent in one.parents)


def _captions(soup: BeautifulSoup) -> None:
    """Give captions to the pictures they stand with; one with a link in it stays a text of its own."""
    for figure in soup.find_all("figure"):
        images, caption = figure.find_all("img"), figure.find("figcaption")
        if len(images) != 1 or not isinstance(caption, Tag) or not isinstance(images[0], Tag):
            continue
        if caption.find("a", href=True) is None and images[0] not in caption.descendants:
            images[0]["data-caption"] = caption.get_text(" ", strip=True)
            caption["data-moved"] = "yes"


def _language(el: Tag) -> str:
    code = el.find("code")
    classes = [*(el.get("class") or []), *((code.get("class") or []) if isinstance(code, Tag) else [])]
    match = _LANGUAGE.search(" ".join(classes))
    return match.group(1) if match else ""


def _unmarked(text: str) -> str:
    """Return a paragraph with backslashes where a line begins with what Markdown would take for another block."""

    def mark(match: re.Match[str]) -> str:
        space, number, point, sign, other = match.groups()
        if number:
            return f"{space}{number}\\{point}"
        return f"{space}\\{sign}" if sign else f"{space}&#{ord(other[0])};{other[1:]}"

    return "\n".join(_LINE_MARKS.sub(mark, line) for line in text.split("\n"))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _target(address: str) -> str:
    """Return an address as it can stand in Markdown's brackets."""
    if re.search(r"[\s()<>]", address):
        return "<" + address.replace("<", "%3C").replace(">", "%3E").replace("\n", "") + ">"
    return address
