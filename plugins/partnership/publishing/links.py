"""Links of a built site: every page is read as a browser would, and each address in it must lead somewhere.

Only what lies within the site is looked at; nobody else is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec
from lxml import html as lxml_html
from lxml.etree import LxmlError

from partnership.language import _
from partnership.nearest import nearest
from partnership.problems import Problem
from partnership.publishing.built_site import BuiltSite, address_of

_ATTRIBUTES: Final = ("href", "src", "action", "formaction", "poster", "data", "cite", "background", "longdesc")
_SPECIAL: Final = frozenset(("", "top"))
_REFRESH: Final = re.compile(r"^\s*[\d.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_CSS_URL: Final = re.compile(r"""url\(\s*['"]?([^'")]+)""")
_LEADS_NOWHERE: Final = ("data:", "mailto:", "tel:", "sms:", "blob:", "about:")
_OF_SITE: Final = frozenset(("og:url", "og:image", "twitter:image"))


class Reference(msgspec.Struct):
    """A reference as it is written, with its line."""

    text: str
    line: int


class PageLinks(msgspec.Struct):
    """What matters of one page: the names that fragments may lead to, references, and where it redirects."""

    ids: frozenset[str] = frozenset()
    references: list[Reference] = msgspec.field(default_factory=list)
    redirects_to: str = ""


def read_page(data: bytes) -> PageLinks:
    """Return the links of a page of HTML; raise ``ValueError`` when it is none."""
    try:
        root: Any = lxml_html.document_fromstring(data, parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError) as error:
        raise ValueError(str(error)) from None
    page = PageLinks(frozenset(root.xpath("//@id")) | frozenset(root.xpath("//a/@name")))
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for text in _references(element):
            page.references.append(Reference(text, element.sourceline or 1))
        if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.match(element.get("content") or "")
            if found:
                page.redirects_to = found.group(1).strip()
                page.references.append(Reference(page.redirects_to, element.sourceline or 1))
    return page


def _references(element: Any) -> Iterator[str]:
    for name, value in element.items():
        if name in _ATTRIBUTES or name.endswith(":href"):
            if not (element.tag == "link" and _only_names(element)):
                yield value
        elif name in ("srcset", "imagesrcset"):
            yield from (part.split()[0] for part in value.split(",") if part.split())
        elif name == "content" and element.get("property", element.get("name")) in _OF_SITE:
            yield value


def _only_names(link: Any) -> bool:
    """Tell whether a ``link`` only names a host and loads nothing."""
    return bool({"preconnect", "dns-prefetch"} & set((link.get("rel") or "").split()))


def check_links(site: BuiltSite) -> tuple[list[Problem], dict[str, str]]:
    """Return a problem for each broken reference, and the addresses that redirect with their targets.

    The path of a problem is the address of the page, its line that of the built page.
    """
    problems: list[Problem] = []
    pages: dict[str, PageLinks] = {}
    for path in site.files:
        address = address_of(path)
        if path.endswith(".html"):
            try:
                pages[address] = read_page(site.absolute(path).read_bytes())
            except ValueError as error:
                message = _("The page cannot be read: %(reason)s", reason=str(error))
                problems.append(_problem(address, 1, "broken-page", message, _("tell the site's developers")))
        elif path.endswith(".css"):
            text = site.absolute(path).read_text(encoding="utf-8", errors="replace")
            pages[address] = PageLinks(references=[Reference(one, 1) for one in _CSS_URL.findall(text)])
    checker = _Checker(site, pages)
    for address, page in pages.items():
        for reference in page.references:
            problem = checker.check(reference, address)
            if problem is not None:
                problems.append(problem)
    redirects = {}
    for address, page in pages.items():
        target = site.target(page.redirects_to, address) if page.redirects_to else None
        if target is not None:
            redirects[address] = target[0]
    return problems, redirects


class _Checker:
    """Checks references; one that stands on every page, in the same form, is resolved once."""

    def __init__(self, site: BuiltSite, pages: dict[str, PageLinks]) -> None:
        self._site = site
        self._pages = pages
        self._known: dict[str, tuple[str, str, str] | None] = {}

    def check(self, reference: Reference, address: str) -> Problem | None:
        """Return what is wrong with a reference of the page at ``address``; None when it leads somewhere."""
        text = reference.text
        if text.startswith("/"):
            if text not in self._known:
                self._known[text] = self._wrong(text, "/")
            wrong = self._known[text]
        else:
            wrong = self._wrong(text, address)
        return None if wrong is None else _problem(address, reference.line, *wrong)

    def _wrong(self, text: str, address: str) -> tuple[str, str, str] | None:
        """Return code, message and hint of a broken reference."""
        plain = text.strip().lower()
        if plain.startswith("javascript:"):
            return "script-link", _("The link “%(link)s” runs a script", link=text[:80]), _("give it an address")
        if plain.startswith(_LEADS_NOWHERE):
            return None
        found = self._site.target(text, address)
        if found is None:
            return None
        target, fragment = found
        if target not in self._site.addresses:
            return self._missing(text, target)
        page = self._pages.get(target)
        if (
            fragment in _SPECIAL
            or fragment.startswith(":~:")
            or page is None
            or not target.endswith(("/", ".html"))
            or fragment in page.ids
        ):
            return None
        message = _("The link “%(link)s” leads to a place that the page does not have", link=text)
        near = nearest(fragment, sorted(page.ids))
        hint = _("did you mean “%(near)s”?", near=f"#{near}") if near else _("remove what follows the # sign")
        return "broken-fragment", message, hint

    def _missing(self, text: str, target: str) -> tuple[str, str, str]:
        message = _("The link “%(link)s” leads nowhere", link=text)
        if f"{target}/" in self._site.addresses:
            return "broken-link", message, _("write a slash at its end: %(address)s", address=f"{target}/")
        folder = target.rstrip("/").rpartition("/")[0] + "/"
        beside = [one for one in self._site.addresses if one.startswith(folder)]
        near = nearest(target, sorted(beside)) if len(beside) < 3000 else None
        hint = _("did you mean “%(near)s”?", near=near) if near else _("correct the address or remove the link")
        return "broken-link", message, hint


def _problem(address: str, line: int, code: str, message: str, hint: str) -> Problem:
    return Problem(path=address, line=line, code=code, message=message, hint=hint)
