"""Reading a Pelican site: Markdown with ``Key: value`` heads, and the addresses that its settings give.

The settings are read, never run: only plain values that are assigned to names count.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from partnership.language import _
from partnership.locales.slugs import slug
from partnership.site_import.dates import read_date
from partnership.site_import.decoding import decode
from partnership.site_import.items import Note, OldFile, OldText, State
from partnership.site_import.old_addresses import UNKNOWN

_KEY: Final = re.compile(r"^([A-Za-z][A-Za-z0-9_-]*):[ \t]*(.*)$")
_INTERNAL: Final = re.compile(r"[{|](?:filename|static|attach|author|category|tag|index)[}|]")
_STATES: Final[dict[str, State]] = {"published": "published", "draft": "draft", "hidden": "hidden", "skip": "draft"}
MAX_BYTES: Final = 2_000_000


class PelicanFolder:
    """A Pelican site: its folder, with its settings beside or above the content."""

    def __init__(self, root: Path, zone: ZoneInfo) -> None:
        self._zone = zone
        self._settings = _settings_of(root)
        path = str(self._settings.get("PATH", ""))
        self._content = root / path if path and (root / path).is_dir() else _content_below(root)
        self.base = str(self._settings.get("SITEURL", "")).rstrip("/") or UNKNOWN
        self._notes: list[Note] = []
        self._seen = False

    def notes(self) -> list[Note]:
        """Return what reading gave."""
        return self._notes

    def files(self) -> Iterator[OldFile]:
        """Yield nothing: Pelican knows of files only that they lie there."""
        return iter(())

    def texts(self) -> Iterator[OldText]:
        """Yield articles and pages in the order of their paths."""
        tell = not self._seen
        self._seen = True
        for file in sorted(self._content.rglob("*")):
            name = file.relative_to(self._content).as_posix()
            if file.is_symlink() or not file.is_file() or any(part.startswith(".") for part in file.parts[-3:]):
                continue
            ending = file.suffix.lower()
            if ending in (".rst", ".rest", ".asc", ".adoc", ".ipynb", ".org"):
                if tell:
                    form = "reStructuredText" if ending in (".rst", ".rest") else ending
                    told = _(
                        "%(form)s does not come along; turn it into Markdown first, for one with pandoc", form=form
                    )
                    self._notes.append(Note("work", "form", name, told))
                continue
            if ending not in (".md", ".markdown", ".mkd", ".mdown"):
                continue
            if file.stat().st_size > MAX_BYTES:
                if tell:
                    told = _("the file has more than 2 MB; bring it by hand")
                    self._notes.append(Note("work", "too-long", name, told))
                continue
            yield self._text(name, decode(file.read_bytes()))

    def _text(self, name: str, source: str) -> OldText:
        head, body = _divided(source)
        pages = [str(one) for one in _list(self._settings.get("PAGE_PATHS", ["pages"]))]
        is_page = any(name.startswith(f"{one.strip('/')}/") for one in pages) or head.get("template") == "page"
        title = head.get("title", "") or Path(name).stem.replace("-", " ").replace("_", " ")
        text = OldText(
            id=f"pelican-{name}",
            kind="pages" if is_page else "news",
            title=title,
            markdown=_plain_paths(body),
            date=read_date(head.get("date", ""), self._zone),
            modified=read_date(head.get("modified", ""), self._zone),
            slug=head.get("slug", "") or slug(title),
            author=_first(head.get("author", "") or head.get("authors", "")),
            category=head.get("category", "") or (name.split("/")[0] if "/" in name and not is_page else ""),
            tags=tuple(dict.fromkeys(one.strip() for one in re.split(r"[,;]", head.get("tags", "")) if one.strip())),
            summary=head.get("summary", ""),
            state=_STATES.get(head.get("status", "published").lower(), "draft"),
            within=f"{self.base}/{name}",
        )
        if head.get("lang") and head["lang"] != self._settings.get("DEFAULT_LANG", head["lang"]):
            text.lang = head["lang"]
        if text.kind == "news" and text.date is None:
            told = _("the post has no date; write “date: …” into its head")
            if head.get("date"):
                told = _("the date “%(date)s” cannot be read; write “date: …” into its head", date=head["date"])
            text.notes.append(("work", "no-date", told))
        text.addresses = tuple(self.base + "/" + one for one in (self._old_address(text, head), name))
        return text

    def _old_address(self, text: OldText, head: dict[str, str]) -> str:
        """Return where Pelican published a text: the settings' pattern, filled."""
        kind, default = ("PAGE", "pages/{slug}.html") if text.kind == "pages" else ("ARTICLE", "{slug}.html")
        if head.get("url"):
            return head["url"].lstrip("/")
        pattern = str(self._settings.get(f"{kind}_URL") or self._settings.get(f"{kind}_SAVE_AS") or default)
        given = {
            "slug": text.slug,
            "lang": text.lang or "en",
            "category": slug(text.category),
            "author": slug(text.author),
        }
        try:
            filled = pattern.format(**given, date=text.date or datetime(1970, 1, 1, tzinfo=self._zone))
        except (KeyError, ValueError, IndexError, AttributeError):
            filled = default.format(**given)
        return re.sub(r"index\.html\Z", "", filled).lstrip("/")


def _plain_paths(body: str) -> str:
    """Return a text whose ``{filename}…`` links are paths like any other."""
    return _INTERNAL.sub("", body)


def _divided(source: str) -> tuple[dict[str, str], str]:
    """Return the head by small keys, and the text below it; a head between dashes is read as well."""
    lines = source.lstrip("\ufeff").replace("\r\n", "\n").split("\n")
    if lines and lines[0].strip() == "---":
        lines = lines[1:]
    head: dict[str, str] = {}
    key, place = "", 0
    for place, line in enumerate(lines):
        match = _KEY.match(line)
        if match:
            key = match.group(1).lower()
            head.setdefault(key, match.group(2).strip().strip("\"'"))
        elif line.strip() in ("---", "..."):
            return head, "\n".join(lines[place + 1 :])
        elif line.startswith(("    ", "\t")) and key:
            head[key] = f"{head[key]} {line.strip()}".strip()
        else:
            break
    return head, "\n".join(lines[place:])


def _settings_of(root: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for folder in (root, root.parent):
        for name in ("pelicanconf.py", "publishconf.py"):
            file = folder / name
            if not file.is_file():
                continue
            try:
                tree = ast.parse(decode(file.read_bytes()))
            except (SyntaxError, ValueError):
                continue
            for node in tree.body:
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    try:
                        found[node.targets[0].id] = ast.literal_eval(node.value)
                    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                        continue
        if found:
            return found
    return found


def _content_below(root: Path) -> Path:
    return root / "content" if (root / "content").is_dir() else root


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _first(names: str) -> str:
    return re.split(r"[;,]", names)[0].strip()
