"""Reading a folder of saved HTML pages, or what a crawler left, by rules or by the usual places in a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urljoin, urlsplit
from zoneinfo import ZoneInfo

from bs4 import BeautifulSoup
from bs4.element import Tag

from partnership.language import _
from partnership.site_import.clean import parse
from partnership.site_import.dates import read_date
from partnership.site_import.decoding import decode
from partnership.site_import.items import Note, OldFile, OldText, Severity
from partnership.site_import.old_addresses import UNKNOWN
from partnership.site_import.rules import read_rules

_ENDINGS: Final = (".html", ".htm", ".xhtml", ".php", ".asp", ".aspx", ".shtml", "")
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_CHARSET: Final = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([A-Za-z0-9_-]+)""", re.IGNORECASE)
_BODIES: Final = (
    "article .entry-content",
    "[itemprop=articleBody]",
    "article",
    "main",
    "[role=main]",
    "#content",
    "#main",
)
_NO_TEXT: Final = (
    "nav", "header", "footer", "aside", "[role=navigation]", "[role=banner]", "[role=contentinfo]", ".breadcrumbs",
    ".breadcrumb", ".sharedaddy", ".share", ".comments", "#comments",
)  # fmt: skip
MAX_BYTES: Final = 5_000_000


class HtmlFolder:
    """Saved pages as an old site; their names in the folder are their addresses unless a page says its own."""

    def __init__(self, root: Path, zone: ZoneInfo) -> None:
        self._root = root
        self._zone = zone
        self._rules = read_rules(root)
        self._notes: dict[tuple[str, str], Note] = {}
        self.base = self._rules.base.rstrip("/") or self._guessed_base()

    def notes(self) -> list[Note]:
        """Return what reading gave."""
        return list(self._notes.values())

    def files(self) -> Iterator[OldFile]:
        """Yield nothing: pages know of files only that they lie there."""
        return iter(())

    def texts(self) -> Iterator[OldText]:
        """Yield the pages in the order of their paths."""
        for file in self._pages():
            name = file.relative_to(self._root).as_posix()
            if file.stat().st_size > MAX_BYTES:
                self._note("work", "too-long", name, _("the file has more than 5 MB; bring it by hand"))
                continue
            text = self._text(name, _decoded(file.read_bytes()))
            if text is not None:
                yield text

    def _pages(self) -> Iterator[Path]:
        for file in sorted(self._root.rglob("*")):
            if file.is_symlink() or not file.is_file() or file.suffix.lower() not in _ENDINGS:
                continue
            name = file.relative_to(self._root).as_posix()
            if any(part.startswith(".") for part in name.split("/")) or _matches(name, self._rules.leave_out):
                continue
            if self._rules.only and not _matches(name, self._rules.only):
                continue
            if not file.suffix and b"<html" not in file.open("rb").read(2000).lower():
                continue
            yield file

    def _guessed_base(self) -> str:
        for file in self._pages():
            source = _decoded(file.read_bytes()[:200_000])
            soup = parse(source)
            address = _said_address(soup, source)
            if address:
                parts = urlsplit(address)
                return f"{parts.scheme}://{parts.netloc}"
        return UNKNOWN

    def _text(self, name: str, source: str) -> OldText | None:
        soup = parse(source)
        rules = self._rules
        meta = _data(soup)
        title = _words(soup, rules.title) if rules.title else _title(soup, meta)
        when = _words(soup, rules.date, "datetime") if rules.date else _date(soup, meta)
        date = read_date(when, self._zone) if when else None
        kind = rules.kind or ("pages" if _matches(name, rules.pages) or date is None else "news")
        author = _words(soup, rules.author) if rules.author else str(meta.get("author", ""))
        topics = [one.get_text(" ", strip=True) for one in soup.select(rules.tags)] if rules.tags else []
        text = OldText(
            id=f"html-{name}",
            kind="news" if kind == "news" else "pages",
            title=title,
            date=date,
            author=re.sub(r"^(?:autor|author|by|dodał[a]?)\s*:?\s+", "", author, flags=re.IGNORECASE),
            category=_words(soup, rules.category) if rules.category else "",
            tags=tuple(dict.fromkeys(one for one in topics if one)),
            slug=_slug(name),
            addresses=self._addresses(name, soup, source),
        )
        if rules.date and date is None:
            told = (
                _("no date can be read in “%(words)s”", words=when[:60]) if when else _("nothing fits the rule “date”")
            )
            text.notes.append(("work", "no-date", told))
        body = self._body(soup, text)
        if body is None:
            self._note("left-out", "no-text", name, _("nothing in it fits the rule “body”"))
            return None
        for picture in body.find_all("h1")[:1]:
            if " ".join(picture.get_text(" ", strip=True).split()) == title:
                picture.decompose()
        text.html = body.decode_contents()
        return text

    def _body(self, soup: BeautifulSoup, text: OldText) -> Tag | None:
        for selector in (*self._rules.remove, *(() if self._rules.body else _NO_TEXT)):
            for tag in soup.select(selector):
                if not tag.decomposed and not (selector in ("header", "aside") and tag.find_parent("article")):
                    tag.decompose()
        if self._rules.body:
            return soup.select_one(self._rules.body)
        for selector in _BODIES:
            found = soup.select_one(selector)
            if found is not None and found.get_text(strip=True):
                return found
        text.notes.append(("work", "whole-page", _("no part of the page says that it is the text; the whole page came: "
                                                   "name the text in %(file)s", file="import.yaml")))  # fmt: skip
        return soup.body

    def _addresses(self, name: str, soup: BeautifulSoup, source: str) -> tuple[str, ...]:
        below = name
        host = urlsplit(self.base).netloc
        for prefix in (host, host.removeprefix("www."), f"www.{host}"):
            below = below.removeprefix(f"{prefix}/")
        by_file = f"{self.base}/{quote(below)}"
        said = _said_address(soup, source)
        found = [said] if said and urlsplit(said).netloc.removeprefix("www.") == host.removeprefix("www.") else []
        if re.search(r"(?:^|/)index\.html?\Z", below):
            by_folder = f"{self.base}/{quote(re.sub(r'index[.]html?$', '', below))}"
            found.append(by_folder)
        return tuple(dict.fromkeys([*found, by_file]))

    def _note(self, severity: Severity, code: str, item: str, message: str) -> None:
        self._notes.setdefault((code, item), Note(severity, code, item, message))


def _decoded(data: bytes) -> str:
    """Return a page's text: as UTF-8 where it is that, else in the encoding it names where that fits."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(data[:4000])
    if named and named.group(1).lower() not in (b"utf-8", b"utf8"):
        try:
            return data.decode(named.group(1).decode())
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, one) or fnmatchcase(name, one.replace("**/", "")) for one in patterns)


def _words(soup: BeautifulSoup, selector: str | None, attribute: str = "") -> str:
    found = soup.select_one(selector) if selector else None
    if found is None:
        return ""
    if attribute and found.get(attribute):
        return str(found[attribute])
    return " ".join(str(found.get("content") or found.get_text(" ", strip=True)).split())


def _data(soup: BeautifulSoup) -> dict[str, Any]:
    """Return what a page says of itself to programs: headline, author, date, from its JSON-LD and meta elements."""
    found: dict[str, Any] = {}
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            told = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        things = told.get("@graph", [told]) if isinstance(told, dict) else told
        for thing in things if isinstance(things, list) else []:
            if isinstance(thing, dict) and "datePublished" in thing:
                author = thing.get("author")
                author = author[0] if isinstance(author, list) and author else author
                found.setdefault("date", str(thing["datePublished"]))
                found.setdefault("title", str(thing.get("headline") or ""))
                found.setdefault("author", str(author.get("name", "")) if isinstance(author, dict) else "")
    for key, names in (
        ("date", ("article:published_time", "dc.date", "date", "DC.date.issued")),
        ("author", ("author", "dc.creator", "article:author")),
        ("title", ("og:title",)),
    ):
        for name in names:
            tag = soup.find("meta", attrs={"property": name}) or soup.find("meta", attrs={"name": name})
            if isinstance(tag, Tag) and tag.get("content"):
                found.setdefault(key, str(tag["content"]).strip())
    return found


def _title(soup: BeautifulSoup, meta: dict[str, Any]) -> str:
    for selector in ("article h1", "main h1", "h1.entry-title", "h1"):
        words = _words(soup, selector)
        if words:
            return words
    if meta.get("title"):
        return " ".join(str(meta["title"]).split())
    whole = _words(soup, "title")
    return re.split(r"\s+[|–—»-]\s+", whole)[0] if whole else ""


def _date(soup: BeautifulSoup, meta: dict[str, Any]) -> str:
    return str(meta.get("date") or "") or _words(
        soup, "article time[datetime], time.published, time[pubdate], time[datetime]", "datetime"
    )


def _said_address(soup: BeautifulSoup, source: str) -> str:
    canonical = soup.find("link", rel="canonical")
    address = str(canonical.get("href") or "") if isinstance(canonical, Tag) else ""
    if not address.startswith(("http://", "https://")):
        saved = _SAVED_FROM.search(source[:2000])
        address = saved.group(1) if saved else ""
    return urljoin(address, urlsplit(address).path) if address.startswith(("http://", "https://")) else ""


def _slug(name: str) -> str:
    stem = re.sub(r"(?:/index)?\.(?:html?|php|aspx?|shtml|xhtml)\Z", "", name)
    last = stem.rpartition("/")[2]
    return "" if last == "index" or last.isdigit() else last
