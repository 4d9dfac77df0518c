"""The last touch to a page of a site in several languages: marks of other languages become ``lang`` attributes.

A text whose mark (:mod:`partnership.locales.marks`) is all that an element holds gives that element its ``lang``;
elsewhere in running text it gets a ``span``.  In attributes, scripts and styles marks are taken away.  Links from one
language's tree into another's say so by ``hreflang``.
"""

from __future__ import annotations

import re
from typing import Final

from partnership.locales.marks import CLOSES, INSIDE, OPENS, unmarked
from partnership.patterns import pattern

_PIECES: Final = pattern(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_TAG: Final = pattern(r"</?([a-zA-Z][\w:-]*)")
_MARK: Final = pattern(f"{OPENS}([^{INSIDE}]*){INSIDE}|{CLOSES}")
_VERBATIM: Final = frozenset(("script", "style"))
_ONLY_TEXT: Final = frozenset(("title", "option", "textarea", "desc"))
"""Elements that hold nothing but text: a part of it cannot be in another language than the rest."""
_LANG: Final = pattern(r"\slang=")
_OTHER_TEXT: Final = pattern(r"\s(?:aria-label|title|alt|placeholder)=")
_ALT: Final = pattern(rf'\salt="{OPENS}([^{INSIDE}]*){INSIDE}[^"{OPENS}]*{CLOSES}"')
_HREF: Final = pattern(r'\shref="([^"]*)"')


def with_languages(html: str) -> str:
    """Return a page with ``lang`` where its templates printed marked texts."""
    if OPENS not in html and CLOSES not in html:
        return html
    return _Marking(html).run()


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


class _Marking:
    """One page, piece by piece: tags and the texts between them."""

    def __init__(self, html: str) -> None:
        self._pieces = _PIECES.split(html)
        self._open = ""
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
        if not any(lang for lang, _words in runs):
            self._pieces[place] = "".join(words for _lang, words in runs)
            return
        tag = self._pieces[place - 1] if place else ""
        named = _TAG.match(tag)
        name = named.group(1).lower() if named and not tag.startswith("</") else ""
        after = self._pieces[place + 1] if place + 1 < len(self._pieces) else ""
        said = [(lang, words) for lang, words in runs if words.strip()]
        alone = len(said) == 1 and bool(name) and after.lower().startswith(f"</{name}")
        if alone and not _LANG.search(tag) and not _OTHER_TEXT.search(tag):
            self._pieces[place - 1] = _with_lang(tag, said[0][0])
            self._pieces[place] = "".join(words for _lang, words in runs)
        elif name in _ONLY_TEXT:
            self._pieces[place] = "".join(words for _lang, words in runs)
        else:
            element = "tspan" if self._in_svg > 0 else "span"
            self._pieces[place] = "".join(
                f'<{element} lang="{lang}">{words}</{element}>' if lang and words.strip() else words
                for lang, words in runs
            )

    def _runs(self, text: str) -> list[tuple[str, str]]:
        """Return a text as (language, words), the page's own language being empty; a mark may go on in the next."""
        runs: list[tuple[str, str]] = []
        end = 0
        for mark in _MARK.finditer(text):
            runs.append((self._open, text[end : mark.start()]))
            self._open = mark.group(1) or ""
            end = mark.end()
        runs.append((self._open, text[end:]))
        return [(lang, words) for lang, words in runs if words]


def _with_lang(tag: str, lang: str) -> str:
    end = -2 if tag.endswith("/>") else -1
    return f'{tag[:end].rstrip()} lang="{lang}"{tag[end:]}'
