"""What templates may ask of Polish: dates, numbers, phones and addresses, ready to print."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from markupsafe import Markup, escape

from partnership.locales import formats, phones
from partnership.patterns import pattern
from partnership.polish.typography import bind_html
from partnership.records.fields import Moment
from partnership.rendering.proper_names import make_proper_names


def as_date(value: Any) -> date:
    """Return the calendar day of a date, a time, a moment or an ISO text."""
    if isinstance(value, Moment):
        return value.day
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value)
    # A day of a record may lie outside the years of content: an offer may be valid until 9999-12-31.
    return date.fromisoformat(text) if len(text) == 10 else Moment.parse(text).day


def longdate(value: Any) -> str:
    """Return „28 listopada 2011 r.”."""
    return formats.bind(formats.long_date(as_date(value)))


def tabledate(value: Any) -> str:
    """Return „28.11.2011”."""
    return formats.table_date(as_date(value))


def monthyear(value: Any) -> str:
    """Return „listopad 2011”."""
    return formats.bind(formats.month_year(as_date(value)))


def isodate(value: Any) -> str:
    """Return ``2011-11-28``, or the whole time when a moment has one."""
    return value.isoformat() if isinstance(value, Moment) else as_date(value).isoformat()


def number(value: float | None, decimals: int = 0) -> str:
    """Return a number with decimal comma and grouped thousands; a dash where there is none."""
    return "–" if value is None else formats.number(value, decimals)


def tel(value: str) -> str:
    """Return a telephone number as the country prints it."""
    return phones.phone(value)


def teladdress(value: str) -> str:
    """Return the ``tel:`` address of a telephone number."""
    return phones.tel_address(value) or ""


_FIGURES = r"(?<![\d.,])\d+(?:[.,]\d+)*–\d+(?:[.,]\d+)*"
_RANGE = pattern(_FIGURES)
_WHOLE = pattern(rf"{_FIGURES}|(?<![\w.,:/@-])[^\W\d_]-[^\W\d_]{{2,}}(?![\w@-]|\.\w)")
_BOX = r'<span class="nowrap">\g<0></span>'
_BOXED = pattern(rf'<span class="nowrap">({_FIGURES})</span>')


def typo(value: Any, lang: str = "") -> Any:
    """Return text with the no-break spaces that its language wants, and ranges of numbers kept whole.

    HTML keeps its tags.  ``lang`` is given where the text is in another language than the page.  A browser would begin
    a line with the end of 25–34, or with the “mail” of e-mail.  A box keeps the text as it is for search and copying.
    """
    if isinstance(value, Markup):
        return Markup(_with_ranges(formats.bind_html(str(value), lang)))
    text = formats.bind(str(value), lang)
    if ("–" not in text and "-" not in text) or not _WHOLE.search(text):
        return text
    return Markup(_WHOLE.sub(_BOX, str(escape(text))))


def _boxed(text: str) -> str:
    return _RANGE.sub(_BOX, text)


def _with_ranges(html: str) -> str:
    """Return HTML whose ranges stay whole, each in one box.  HTML that holds none is not taken apart."""
    if "–" not in html or not _RANGE.search(html):
        return html
    return bind_html(_BOXED.sub(r"\1", html), _boxed)


_ADDRESS = pattern(r"[^\s.@/][^\s]*[.@][^\s]*[^\s.@/]")
_JOINT = pattern(r"(?<=\w)(?=[.@/_?=])")


def breakable(value: Any) -> Any:
    """Return the words of a link; an address of a page or mailbox among them breaks before its dots and signs alone.

    “bochnia.praca.gov.pl” may become two lines, the second “.gov.pl”; a browser would cut it at any letter.
    """
    text = str(value)
    if not _ADDRESS.fullmatch(text):
        return typo(value)
    return Markup(_JOINT.sub("<wbr>", str(escape(text))))


_LONGEST_WHOLE = 12
_LONG_WORD = pattern(rf"[^\W\d_]{{{_LONGEST_WHOLE + 1},}}")
_VOWELS = frozenset("aeiouyąęóäöüаеєиіїоуюяэыё")
_SOFT_SIGNS = frozenset("ьъ")


def foldable(value: Any) -> str:
    """Return a name whose words of more than twelve letters may be parted, with a hyphen, nearest to their middle.

    A syllable begins with one consonant and its vowel („Новосон-децький”).  A browser without the language's own
    hyphenation would begin a line with the last letter, where the name stands in a narrow tile or column.
    """
    return _LONG_WORD.sub(lambda found: _parted(found.group()), str(value))


def _parted(word: str) -> str:
    letters = word.casefold()
    places = [
        place
        for place in range(3, len(letters) - 3)
        if letters[place] not in _VOWELS | _SOFT_SIGNS and letters[place + 1] in _VOWELS
    ]
    if not places or len(letters) != len(word):
        return word
    place = min(places, key=lambda one: abs(2 * one - len(word)))
    return f"{word[:place]}\u00ad{word[place:]}"


_CODE = pattern(r"(?<![\w-])\d+(?:-\d+)+(?![\w-])")
_HOUSE = pattern(r"(?<=\w) (?=\d+[^\W\d_]?(?:[/–-]\d+[^\W\d_]?)?(?:,|$))")


def postal(value: Any) -> Markup:
    """Return a postal address whose codes stay whole, and in which a house's number keeps its street.

    A browser would begin a line with the end of 32-700, or with the 22 of „ul. Basztowa 22”.
    """
    return Markup(_CODE.sub(_BOX, _HOUSE.sub(formats.NBSP, str(escape(typo(value))))))


_LOCAL = pattern(r'( (?:href|src|srcset|action)=")/(?!/)')
_CHOICES = pattern(r' srcset="[^"]*, /(?!/)[^"]*"')


def make_linked(base_path: str) -> Callable[[str], Markup]:
    """Return the filter that prints sanitised HTML with the site's base path before every local address.

    Ranges of numbers in it stay whole, as :func:`typo` keeps them.
    """

    def linked(html: str) -> Markup:
        html = _with_ranges(html)
        if not base_path:
            return Markup(html)
        # The first choice of a srcset is met like any address; the others follow a comma.
        whole = _LOCAL.sub(rf"\1{base_path}/", html)
        return Markup(_CHOICES.sub(lambda found: found.group().replace(", /", f", {base_path}/"), whole))

    return linked


def paragraphs(value: str) -> Markup:
    """Return plain text as paragraphs, one for each block between empty lines."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", value) if block.strip()]
    return Markup("\n").join(Markup("<p>{}</p>").format(typo(escape(block))) for block in blocks)


FILTERS: dict[str, Callable[..., Any]] = {
    "longdate": longdate,
    "tabledate": tabledate,
    "monthyear": monthyear,
    "isodate": isodate,
    "number": number,
    "tel": tel,
    "teladdress": teladdress,
    "typo": typo,
    "unit_gap": formats.unit_gap,
    "breakable": breakable,
    "foldable": foldable,
    "postal": postal,
    "paragraphs": paragraphs,
}


def filters_of(base_path: str, lang: str, first: str) -> dict[str, Callable[..., Any]]:
    """Return all filters for pages in ``lang`` of a site at ``base_path`` whose records are written in ``first``."""
    proper, tongue = make_proper_names(lang, first)
    return {**FILTERS, "linked": make_linked(base_path), "proper": proper, "tongue": tongue}
