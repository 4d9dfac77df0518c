"""The last touch to a page of a site in several languages: marks of other languages become ``lang`` attributes.

A text whose mark (:mod:`partnership.locales.marks`) is all that an element holds gives that element its ``lang``;
elsewhere in running text it gets a ``span``.  In attributes, scripts and styles marks are taken away.  Links from one
language's tree into another's say so by ``hreflang``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from partnership.locales.formats import is_right_to_left
from partnership.locales.marks import CLOSES, INSIDE, OPENS, unmarked
from partnership.patterns import pattern

_PIECES: Final = pattern(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_TAG: Final = pattern(r"</?([a-zA-Z][\w:-]*)")
_MARK: Final = pattern(f"{OPENS}([^{INSIDE}]*){INSIDE}|{CLOSES}")
_VERBATIM: Final = frozenset(("script", "style"))
_ONLY_TEXT: Final = frozenset(("title", "option", "textarea", "desc"))
"""Elements that hold nothing but text: a part of it cannot be in another language than the rest."""
_LANG: Final = pattern(r"\slang=")
_DIR: Final = pattern(r"\sdir=")
_WITH_LANG: Final = pattern(r'<([a-zA-Z][\w-]*)\s(?:[^>]*\s)?lang="([^"]*)"[^>]*>')
_UNDIRECTED: Final = frozenset(("html", "svg", "text", "tspan", "img"))
"""Elements that have their direction already, or know none."""
_OTHER_TEXT: Final = pattern(r"\s(?:aria-label|title|alt|placeholder)=")
_ALT: Final = pattern(rf'\salt="{OPENS}([^{INSIDE}]*){INSIDE}[^"{OPENS}]*{CLOSES}"')
_REACHED: Final = pattern(r'(<a\s(?:[^>]*\s)?href="(?:tel:|mailto:|https?:)[^>]*>)([^<]*)')
"""Links to what is written from the left in every language, and what they say: phones, e-mail and web addresses."""
_RIGHT: Final = frozenset(("R", "AL"))
_HREF: Final = pattern(r'\shref="([^"]*)"')


def with_languages(html: str, page: str = "") -> str:
    """Return a page in the language ``page`` with ``lang`` where its templates printed texts of other languages.

    One text may stand in another: a name in the page's language inside a message that has no translation.
    """
    if OPENS not in html and CLOSES not in html:
        return html
    return _Marking(html, page).run()


def with_directions(html: str, page: str) -> str:
    """Return a page with ``dir`` on what is written in a language of the other direction than the page's.

    A text without it runs into its surroundings: its full stop would stand at its beginning.
    """
    of_page = is_right_to_left(page)
    if of_page:
        html = _REACHED.sub(_from_the_left, html)

    def tag(found: re.Match[str]) -> str:
        whole, name, lang = found.group(), found.group(1).lower(), found.group(2)
        if name in _UNDIRECTED or _DIR.search(whole) or is_right_to_left(lang) == of_page:
            return whole
        return f'{whole[:-1]} dir="{_direction(lang)}">'

    return _WITH_LANG.sub(tag, html)


def _from_the_left(found: re.Match[str]) -> str:
    """Return the link of a number or an address with its own direction: „+48 12” would end with its plus sign."""
    tag, said = found.groups()
    if _DIR.search(tag) or any(unicodedata.bidirectional(char) in _RIGHT for char in said):
        return found.group()
    return f'{tag[:-1]} dir="ltr">{said}'


def _direction(lang: str) -> str:
    return "rtl" if is_right_to_left(lang) else "ltr"


def with_link_languages(html: str, lang: str, base_path: str, folders: dict[str, str]) -> str:
    """Return a page in ``lang`` with ``hreflang`` on its links into other languages' trees of pages.

    ``folders`` gives the languages by the first steps of their trees, the first language's by an empty text.
    """

    def tag(found: re.Match[str]) -> str:
        whole = found.group()
        href = _HREF.search(whole)
        if href is None or " hreflang=" in whole or not href.group(1).startswith(f"{base_path}/"):
            return whole
        address = href.group(1).removeprefix(base_path).partition("?")[0].partition("#")[0]
        if not address.endswith("/"):
            return whole  # a file, a feed or a picture
        target = folders.get(address.split("/", 2)[1], folders[""])
        return whole if target == lang else f'{whole[:-1]} hreflang="{target}">'

    return re.sub(r"<a\s[^>]*>", tag, html)


class _Mark(NamedTuple):
    """A mark in a page: the how-manieth it is, and its language."""

    number: int
    lang: str


class _Run(NamedTuple):
    """Words and the marks in which they stand, the outermost first."""

    marks: tuple[_Mark, ...]
    words: str


class _Marking:
    """One page, piece by piece: tags and the texts between them."""

    def __init__(self, html: str, page: str) -> None:
        self._page = page
        self._pieces = _PIECES.split(html)
        self._open: list[_Mark] = []
        self._marks = 0
        self._verbatim = ""
        self._in_svg = 0

    def run(self) -> str:
        """Return the page."""
        pieces = self._pieces
        for place in range(1, len(pieces), 2):
            self._text(place - 1)
            self._tag(place)
        self._text(len(pieces) - 1)
        return "".join(pieces)

    def _tag(self, place: int) -> None:
        piece = self._pieces[place]
        named = _TAG.match(piece)
        name = named.group(1).lower() if named else ""
        closing = piece.startswith("</")
        if self._verbatim:
            if closing and name == self._verbatim:
                self._verbatim = ""
        elif name in _VERBATIM and not closing:
            self._verbatim = name
        if name == "svg":
            self._in_svg += -1 if closing else 1
        if OPENS in piece or CLOSES in piece:
            described = _ALT.search(piece)
            piece = unmarked(piece)
            if described is not None and not _LANG.search(piece):
                piece = _with_lang(piece, described.group(1))
            self._pieces[place] = piece

    def _text(self, place: int) -> None:
        text = self._pieces[place]
        if not text or (not self._open and OPENS not in text and CLOSES not in text):
            return
        if self._verbatim:
            self._pieces[place] = unmarked(text)
            return
        runs = self._runs(text)
        tag = self._pieces[place - 1] if place else ""
        named = _TAG.match(tag)
        name = named.group(1).lower() if named and not tag.startswith("</") else ""
        after = self._pieces[place + 1] if place + 1 < len(self._pieces) else ""
        whole = self._whole([run for run in runs if run.words.strip()])
        alone = bool(name) and after.lower().startswith(f"</{name}")
        free = alone and not _LANG.search(tag) and not _OTHER_TEXT.search(tag)
        if whole is not None and free and self._fits(whole, name):
            self._pieces[place - 1] = _with_lang(tag, whole.lang)
            runs = [_Run(run.marks[1:] if run.marks[:1] == (whole,) else run.marks, run.words) for run in runs]
            self._pieces[place] = self._nested(runs, whole.lang)
        elif name in _ONLY_TEXT:
            self._pieces[place] = "".join(run.words for run in runs)
        else:
            self._pieces[place] = self._nested(runs, self._page)

    def _whole(self, said: Sequence[_Run]) -> _Mark | None:
        """Return the mark in which everything that is said stands."""
        outer = {run.marks[:1] for run in said}
        return next(iter(outer))[0] if len(outer) == 1 and () not in outer else None

    def _fits(self, mark: _Mark, name: str) -> bool:
        """Tell whether an element may take a text's language: one of the other direction would change its side."""
        return name in _ONLY_TEXT or not self._page or is_right_to_left(mark.lang) == is_right_to_left(self._page)

    def _nested(self, runs: Sequence[_Run], around: str) -> str:
        """Return runs as text in which each mark is an element, those inside another within its element."""
        element = "tspan" if self._in_svg > 0 else "span"
        parts = []
        for marks, some in groupby(runs, lambda run: run.marks[:1]):
            if not marks:
                parts += [run.words for run in some]
                continue
            lang = marks[0].lang
            inside = self._nested([_Run(run.marks[1:], run.words) for run in some], lang)
            turn = self._turn(lang, around, element)
            parts.append(f'<{element} lang="{lang}"{turn}>{inside}</{element}>' if inside.strip() else inside)
        return "".join(parts)

    def _turn(self, lang: str, around: str, element: str) -> str:
        """Return the direction of a text inside one of the other direction; on a page in the latter it is set later."""
        if around == self._page or element == "tspan" or is_right_to_left(lang) == is_right_to_left(around):
            return ""
        return f' dir="{_direction(lang)}"'

    def _runs(self, text: str) -> list[_Run]:
        """Return a text in parts with the marks around each, the outermost first; a mark may go on in the next text."""
        runs: list[_Run] = []
        end = 0
        for found in _MARK.finditer(text):
            runs.append(_Run(self._around(), text[end : found.start()]))
            if found.group(1):
                self._marks += 1
                self._open.append(_Mark(self._marks, found.group(1)))
            elif self._open:
                self._open.pop()
            end = found.end()
        runs.append(_Run(self._around(), text[end:]))
        return [run for run in runs if run.words]

    def _around(self) -> tuple[_Mark, ...]:
        """Return the open marks, without those that name the language which is spoken around them anyway."""
        lang, marks = self._page, []
        for one in self._open:
            if one.lang != lang:
                marks.append(one)
                lang = one.lang
        return tuple(marks)


def _with_lang(tag: str, lang: str) -> str:
    end = -2 if tag.endswith("/>") else -1
    return f'{tag[:end].rstrip()} lang="{lang}"{tag[end:]}'
