"""Sanitising: HTML in a text is cut down to a known set, and what was cut is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

import nh3

from partnership.patterns import pattern
from partnership.prose.findings import FindingCode
from partnership.prose.limits import check_html

SCHEMES: Final = frozenset(("http", "https", "mailto", "tel"))
"""Schemes a link may have; addresses without one are the site's own."""

_NAMES: Final = """
    a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i
    img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul
    var wbr
"""
_TAGS: Final = frozenset(_NAMES.split())
_ATTRIBUTES: Final[dict[str, set[str]]] = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "hreflang", "class"},
    "blockquote": {"cite"},
    "code": {"class"},
    "details": {"open"},
    "div": {"class"},
    "img": {"src", "alt", "width", "height", "role"},
    "li": {"id", "value"},
    "ol": {"start", "reversed", "type", "class"},
    "q": {"cite"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan", "headers"},
    "th": {"align", "colspan", "rowspan", "headers", "scope"},
    "time": {"datetime"},
}
# Whose content goes with them.
_WITH_CONTENT: Final = frozenset(("script", "style", "template", "noscript", "iframe", "object", "textarea", "title"))

_CLEANER: Final = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=set(_WITH_CONTENT),
    attributes=_ATTRIBUTES,
    url_schemes=set(SCHEMES),
    link_rel=None,
)

# Begins with what is rare, so that the search for it runs in C.
_ADDRESS: Final = pattern(r'="(?<=href="|cite="| src=")([^"]*)"')
_SCHEME: Final = pattern(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]*):")
# Browsers overlook control characters and spaces in a scheme: java\tscript: is javascript:.
_IGNORED: Final = pattern(r"[\x00-\x20\x7f]")
# Bounded, so that tags whose quotes never close cost no more than their number.
_TAG: Final = pattern(r"""<([a-zA-Z][^\s/>]{0,60})((?:[^>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,1000})>""")
_ANY_TAG: Final = pattern(r"<(/?)([a-zA-Z][^\s/>]*)")
_NOTHING: Final = "nothing"
_ATTRIBUTE: Final = pattern(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
# Addresses that need no second look: http(s) with an ordinary host, and paths without a scheme.
_ORDINARY: Final = pattern(
    r"https?://(?!xn--)[a-z][a-z0-9-]*(?:\.(?!xn--)[a-z][a-z0-9-]*)+(?:/[\w./?#=%+~,;@:-]*)?"
    r"|(?:[\w.#?]|/(?!/))[\w./?#=%-]*"
)
# Classes that Markdown itself gives; others, in raw HTML, would reach into the theme.
_CLASS: Final = pattern(r"parenthesis|footnote|footnote-ref|footnote-backref|language-[\w#.+-]+")
_FOOTNOTE_ID: Final = pattern(r"fn(?:ref\d*)?:")


class Dropped(NamedTuple):
    """Something sanitising leaves out: the kind of finding, what is told, and what to look for in the source."""

    code: FindingCode
    subject: str
    sought: str


def sanitise(html: str, *, raw: bool = True) -> str:
    """Return ``html`` with only known tags, attributes and schemes, well-formed: tags closed, attributes quoted.

    Raise ``TooComplex`` when that would take minutes.  Without ``raw`` it is all Markdown's own, of known nesting.
    """
    check_html(html, raw=raw)
    return _CLEANER.clean(_ANY_TAG.sub(_as_nothing, html) if raw else html)


def _as_nothing(found: re.Match[str]) -> str:
    """Return the beginning of a tag; one that is not known under a name that means nothing.

    Some names mean something elsewhere, as ``<text>`` in a drawing or ``<set>`` in a formula: the library would leave
    out all that stands in them.
    """
    name = found.group(2).lower()
    return found.group() if name in _TAGS or name in _WITH_CONTENT else f"<{found.group(1)}{_NOTHING}"


def ordinary_addresses(html: str) -> bool:
    """Tell whether all addresses in ``html`` are plainly such as sanitising leaves."""
    return all(_ORDINARY.fullmatch(address) for address in _ADDRESS.findall(html))


def scheme_of(address: str) -> str:
    """Return the scheme of ``address`` in small letters, "" when it has none."""
    match = _SCHEME.match(address)
    return match.group(1).lower() if match else ""


def dropped_addresses(html: str) -> Iterator[Dropped]:
    """Tell the addresses in ``html``, as Markdown gave it, whose scheme is not allowed."""
    for written in _ADDRESS.findall(html):
        address = unescape(written) if "&" in written else written
        scheme = scheme_of(_IGNORED.sub("", address))
        if scheme and scheme not in SCHEMES:
            yield Dropped("link-scheme-dropped", address[:80], address)
        elif scheme and not _ORDINARY.fullmatch(written) and "href" not in _CLEANER.clean(f'<a href="{written}">x</a>'):
            # What is no address at all, as one with a space in its host, is left out as well.
            yield Dropped("link-scheme-dropped", address[:80], address)


def dropped_html(html: str) -> Iterator[Dropped]:
    """Tell the tags and attributes in ``html``, as Markdown gave it, that sanitising leaves out."""
    common = _ATTRIBUTES["*"]
    for name, rest in _TAG.findall(html):
        tag = name.lower()
        if tag not in _TAGS:
            code: FindingCode = "html-content-dropped" if tag in _WITH_CONTENT else "html-tag-dropped"
            yield Dropped(code, tag, f"<{tag}")
            continue
        if not rest.strip(" /\n"):
            continue
        allowed = _ATTRIBUTES.get(tag, common)
        for written, double, single, bare in _ATTRIBUTE.findall(rest):
            attribute = written.lower()
            value = unescape(double or single or bare)
            if attribute not in allowed and attribute not in common:
                yield Dropped("html-attribute-dropped", attribute, attribute)
            elif attribute in ("class", "id") and not allowed_value(attribute, value):
                yield Dropped("html-attribute-dropped", f"{attribute}={value[:40]}", attribute)


def allowed_value(attribute: str, value: str) -> bool:
    """Tell whether a class or an id is one that Markdown gives."""
    return bool(_CLASS.fullmatch(value) if attribute == "class" else _FOOTNOTE_ID.match(value))
