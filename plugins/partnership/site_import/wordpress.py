"""Reading a WordPress export (WXR): posts, pages and attachments, one after the other, in little memory.

WXR is RSS 2.0 with the ``wp:`` namespace (https://wordpress.org/export/1.2/).  Nothing is loaded from outside, and no
entity is expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from lxml import etree

from partnership.language import _
from partnership.locales.slugs import slug
from partnership.problems import UserError
from partnership.site_import.decoding import CleanXml
from partnership.site_import.items import Note, OldFile, OldText, State
from partnership.site_import.wordpress_body import body_html
from partnership.system_errors import why

_KINDS: Final = {"post": "news", "page": "pages"}
_SILENT: Final = frozenset(
    (
        "attachment", "revision", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache", "wp_block",
        "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
        "user_request",
    )
)  # fmt: skip
"""Types that are no texts of the site; others that are left out are told."""

_STATES: Final[dict[str, State]] = {
    "publish": "published", "future": "published", "draft": "draft", "pending": "draft", "private": "draft",
    "auto-draft": "draft",
}  # fmt: skip
_TAG: Final = re.compile(r"<[^>]*>")
FIRST_YEAR: Final = 1900
"""Earlier years are zeros of a database or of a clock."""

MAX_ITEM_CHARACTERS: Final = 5_000_000
"""A single text that is longer is no text that anybody wrote."""


class WordPress:
    """One export as an old site, in one file or several parts; read from the beginning each time, never held whole."""

    def __init__(self, paths: Sequence[Path], zone: ZoneInfo) -> None:
        self._paths = paths
        self._path = paths[0]
        self._zone = zone
        self._notes: dict[tuple[str, str], Note] = {}
        self.base = ""
        self._authors: dict[str, str] = {}
        self._pictures: dict[str, OldFile] = {}
        self._children: dict[str, list[str]] = {}
        self._read_head()

    def notes(self) -> list[Note]:
        """Return what reading gave, each once however often the file was read."""
        return list(self._notes.values())

    def files(self) -> Iterator[OldFile]:
        """Yield the attachments."""
        yield from self._pictures.values()

    def texts(self) -> Iterator[OldText]:
        """Yield posts and pages in the order of the file."""
        for fields in self._items():
            text = self._text(fields)
            if text is not None:
                yield text

    def _read_head(self) -> None:
        """Learn authors and attachments, which texts name before they come."""
        for fields in self._items(authors=self._authors):
            if fields.get("post_type") != "attachment":
                continue
            identifier, address = fields.get("post_id", ""), fields.get("attachment_url", "").strip()
            if not address:
                continue
            self._pictures[identifier] = OldFile(
                address=address,
                title=_plain(fields.get("title", "")),
                alt=_plain(fields["meta"].get("_wp_attachment_image_alt", "")),
                caption=_plain(fields.get("excerpt", "")),
                parent=fields.get("post_parent", ""),
                pages=(fields.get("link", ""), f"{self.base}/?attachment_id={identifier}"),
            )
            self._children.setdefault(fields.get("post_parent", ""), []).append(identifier)

    def _items(self, authors: dict[str, str] | None = None) -> Iterator[dict[str, Any]]:
        for path in self._paths:
            self._path = path
            try:
                with path.open("rb") as file:
                    yield from self._parsed(CleanXml(file), authors)
            except OSError as error:
                told = _("%(path)s cannot be read (%(reason)s)", path=str(path), reason=why(error))
                raise UserError(told) from None

    def _parsed(self, stream: CleanXml, authors: dict[str, str] | None) -> Iterator[dict[str, Any]]:
        if stream.declared and stream.encoding.replace("-", "") not in stream.declared.replace("-", ""):
            self._note(
                "changed", "encoding", self._path.name,
                _("the file says that it is in %(declared)s, but it is in %(real)s, and was read so",
                  declared=stream.declared, real=stream.encoding),
            )  # fmt: skip
        events = etree.iterparse(
            stream, events=("end",), recover=True, huge_tree=True, resolve_entities=False, no_network=True,
            load_dtd=False,
        )  # fmt: skip
        seen = False
        try:
            for _event, element in events:
                name = _local(element)
                if name == "item":
                    seen = True
                    yield _fields(element)
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
                elif name == "author" and authors is not None and element.prefix == "wp":
                    login = _child(element, "author_login")
                    authors[login] = _plain(_child(element, "author_display_name")) or login
                elif name in ("base_blog_url", "link") and not self.base and _local(element.getparent()) == "channel":
                    self.base = (element.text or "").strip().rstrip("/")
        except etree.XMLSyntaxError as error:
            raise UserError(self._broken(error.lineno or 1, error.position[1], str(error.msg))) from None
        for damage in events.error_log:
            if damage.level_name == "FATAL":
                self._note(
                    "work", "broken-xml", f"{self._path.name}:{damage.line}",
                    _("the export is damaged here (%(reason)s): what stands behind this place may be missing; "
                      "export it again or mend the line", reason=damage.message.strip()),
                )  # fmt: skip
                break
        if not seen and authors is not None:
            self._note("work", "empty-export", self._path.name, _("the export holds no posts and no pages"))

    def _broken(self, line: int, column: int, reason: str) -> str:
        return _(
            "%(path)s:%(line)d:%(column)d: this is no readable export of WordPress (%(reason)s); export it again",
            path=str(self._path), line=line, column=column, reason=reason,
        )  # fmt: skip

    def _note(self, severity: Any, code: str, item: str, message: str) -> None:
        self._notes.setdefault((code, item), Note(severity, code, item, message))

    def _text(self, fields: dict[str, Any]) -> OldText | None:
        kind, status = fields.get("post_type", ""), fields.get("status", "")
        title = _plain(fields.get("title", ""))
        name = f"{fields.get('post_id', '?')} „{title}”"
        if kind not in _KINDS:
            if kind not in _SILENT:
                told = _("texts of the type “%(type)s” do not come along", type=kind or "?")
                self._note("left-out", "other-type", name, told)
            return None
        if status in ("trash", "inherit") or status not in _STATES:
            self._note("left-out", "state", name, _("its state is “%(state)s”", state=status or "?"))
            return None
        content = fields.get("content", "")
        if len(content) > MAX_ITEM_CHARACTERS:
            self._note("work", "too-long", name, _("the text has more than 5 million characters; bring it by hand"))
            return None
        text = OldText(
            id=f"wp-{fields.get('post_id') or slug(fields.get('guid') or fields.get('link') or title)}",
            kind="news" if kind == "post" else "pages",
            title=title,
            state=_STATES[status],
            slug=unquote(fields.get("post_name", "")),
            author=self._authors.get(fields.get("creator", ""), fields.get("creator", "")),
            summary=_plain(fields.get("excerpt", "")),
            category=next((one for kind, one in fields["labels"] if kind == "category"), ""),
            addresses=_addresses(fields),
        )
        categories = [one for kind, one in fields["labels"] if kind == "category"]
        text.tags = tuple(
            dict.fromkeys([*categories[1:], *(one for kind, one in fields["labels"] if kind == "post_tag")])
        )
        self._dates(text, fields)
        self._told_state(text, fields, status)
        thumbnail = self._pictures.get(fields["meta"].get("_thumbnail_id", ""))
        text.image = thumbnail.address if thumbnail else ""
        children = [self._pictures[one] for one in self._children.get(fields.get("post_id", ""), ())]
        text.html = body_html(content, text.notes, self._pictures, children)
        return text

    def _dates(self, text: OldText, fields: dict[str, Any]) -> None:
        text.date = self._moment(fields.get("post_date_gmt", ""), fields.get("post_date", ""))
        text.modified = self._moment(fields.get("post_modified_gmt", ""), fields.get("post_modified", ""))
        if text.date is None:
            text.date = self._of_feeds(fields.get("pubDate", "")) or text.modified
        if text.date is None and text.kind == "news":
            text.notes.append(("work", "no-date", _("the post has no date; write “date: …” into its head")))

    def _moment(self, universal: str, local: str) -> datetime | None:
        moment = _read_moment(universal)
        if moment is not None:
            return moment.replace(tzinfo=UTC).astimezone(self._zone)
        moment = _read_moment(local)
        return moment.replace(tzinfo=self._zone) if moment is not None else None

    def _of_feeds(self, written: str) -> datetime | None:
        """Return a date as feeds write it, which programs other than WordPress give alone."""
        try:
            moment = parsedate_to_datetime(written)
            return moment.astimezone(self._zone) if moment.year >= FIRST_YEAR and moment.tzinfo else None
        except (ValueError, TypeError, OverflowError):
            return None

    def _told_state(self, text: OldText, fields: dict[str, Any], status: str) -> None:
        if status == "private":
            text.notes.append(("work", "private", _("it was private and comes as a draft; nobody sees it")))
        elif fields.get("post_password"):
            text.state = "draft"
            text.notes.append(
                ("work", "password", _("it was behind a password, which this site has not, and comes as a draft"))
            )


def _fields(item: Any) -> dict[str, Any]:
    """Return the children of an item by their local names, its metadata and its labels (domain, name)."""
    found: dict[str, Any] = {"meta": {}, "labels": []}
    for child in item:
        name = _local(child)
        if name == "postmeta":
            found["meta"][_child(child, "meta_key")] = _child(child, "meta_value")
        elif name == "category":
            label = _plain(child.text or "")
            if label:
                found["labels"].append((child.get("domain") or "category", label))
        elif name == "encoded":
            found["excerpt" if child.prefix == "excerpt" else "content"] = child.text or ""
        elif name and name not in found:
            found[name] = (child.text or "").strip() if name != "title" else child.text or ""
    return found


def _addresses(fields: dict[str, Any]) -> tuple[str, ...]:
    given = (fields.get("link", ""), fields.get("guid", ""))
    known = [one for one in given if urlsplit(one).scheme in ("http", "https")]
    return tuple(dict.fromkeys(known))


def _read_moment(text: str) -> datetime | None:
    """Return a moment of an export; None for one of zeros and what is none."""
    try:
        moment = datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007 - the caller knows the zone
    except ValueError:
        return None
    return moment if moment.year >= FIRST_YEAR else None


def _local(element: Any) -> str:
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(element: Any, name: str) -> str:
    return next(((child.text or "").strip() for child in element if _local(child) == name), "")


def _plain(text: str) -> str:
    """Return a label or title without tags, with its entities as characters: also those that were escaped twice."""
    once = unescape(_TAG.sub("", text))
    return " ".join((unescape(once) if "&" in once else once).split())
