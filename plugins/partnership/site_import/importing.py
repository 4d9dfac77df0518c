"""An import from a source to files: every text gets its place first, then is turned into Markdown and staged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from partnership.authoring.draft import as_yaml
from partnership.catalogue.address_tables import SiteAddresses
from partnership.language import _
from partnership.prose.plain import whole_text
from partnership.records.fields import Moment
from partnership.site_import.fragments import settle_fragments
from partnership.site_import.items import Note, OldSite, OldText, Severity
from partnership.site_import.labels import LabelSpellings
from partnership.site_import.legible import legible_body, settle_head
from partnership.site_import.links import HeadValue, Links
from partnership.site_import.media import MediaPlaces, Store
from partnership.site_import.old_addresses import site_name
from partnership.site_import.pelican_markdown import rewritten
from partnership.site_import.places import NewPlace, TextPlaces
from partnership.site_import.report import Report
from partnership.site_import.to_markdown import markdown
from partnership.site_import.writing import Stage, digest, read_ledger
from partnership.sources.text import MAX_BYTES

PROGRESS_EVERY: Final = 500
LONGEST_SUMMARY: Final = 1000


class SiteWishes(msgspec.Struct, frozen=True):
    """How to import: where the content folder is, the addresses of its site, and whether only to look."""

    into: Path
    addresses: SiteAddresses
    dry_run: bool = False


def run_import(
    site: OldSite, kind: str, store: Store, wishes: SiteWishes, stage: Stage, say: Callable[[str], None]
) -> Report:
    """Import a site into a stage, and put it in place unless only a look was wished for; return what was done."""
    job = _Import(site, kind, store, wishes, stage, say)
    return job.run()


class _Import:
    def __init__(
        self, site: OldSite, kind: str, store: Store, wishes: SiteWishes, stage: Stage, say: Callable[[str], None]
    ) -> None:
        self._site = site
        self._say = say
        self._stage = stage
        self._wishes = wishes
        # Numbers and paths of files are a site's own: what another site brought along is another's.
        self._prefix = f"{site_name(site.base)}:"
        ledger = read_ledger(wishes.into)
        self._new_ledger = dict(ledger)
        self._ledger = {
            name.removeprefix(self._prefix): known for name, known in ledger.items() if name.startswith(self._prefix)
        }
        self._report = Report(kind=kind)
        own = {path for path, _digest in self._ledger.values()}
        there = {one.relative_to(wishes.into).as_posix() for one in wishes.into.rglob("*") if one.is_file()}
        fixed = {
            name.removeprefix("file:"): path for name, (path, _d) in self._ledger.items() if name.startswith("file:")
        }
        self._media = MediaPlaces(store, site.files(), site.base, there - own, fixed)
        before = {name: path for name, (path, _digest) in self._ledger.items()}
        self._labels = LabelSpellings()
        self._places = TextPlaces(site.base, before, there - own, wishes.addresses, self._note)

    def run(self) -> Report:
        for number, text in enumerate(map(settle_head, self._site.texts()), 1):
            self._places.give(text)
            self._labels.learn(text)
            if not number % PROGRESS_EVERY:
                self._say(_("%(num)d texts found…", num=number))
        for number, text in enumerate(map(settle_head, self._site.texts()), 1):
            place = self._places.of(text.id)
            if place is not None:
                self._write_text(text, place)
            if not number % PROGRESS_EVERY:
                self._say(_("%(num)d texts written…", num=number))
        for name, path in self._media.copies.items():
            self._put(f"file:{name}", path, self._media.read(name))
            self._report.files += 1
        self._report.notes += self._site.notes()
        if not self._wishes.dry_run:
            self._stage.commit(self._new_ledger)
        return self._report

    def _note(self, severity: Severity, code: str, item: str, message: str) -> None:
        note = Note(severity, code, item, message)
        if note not in self._report.notes[-50:]:
            self._report.notes.append(note)

    def _write_text(self, text: OldText, place: NewPlace) -> None:
        def tell(severity: Severity, code: str, message: str) -> None:
            self._note(severity, code, text.name, message)

        for severity, code, message in text.notes:
            tell(severity, code, message)
        self._labels.settle(text, tell)
        links = Links(self._site.base, text, place, self._places, self._media, tell)
        if text.markdown is not None:
            body = rewritten(text.markdown, links.link, links.picture, tell)
        else:
            body = markdown(text.html, links.link, links.picture, tell)
        body = legible_body(settle_fragments(body, tell), place.title, tell)
        keys = self._head(text, place, links, body)
        data = f"---\n{_yaml(keys)}---\n{body}".encode("utf-8", "replace")
        if len(data) > MAX_BYTES:
            tell(
                "work", "too-long", _("%(path)s has more than 1 MB, which is too long here; divide it", path=place.path)
            )
        self._put(text.id, place.path, data)
        self._report.news += text.kind == "news"
        self._report.pages += text.kind == "pages"
        self._report.drafts += text.state == "draft"
        self._report.aliases += len(place.aliases)

    def _head(self, text: OldText, place: NewPlace, links: Links, body: str) -> dict[str, HeadValue]:
        keys: dict[str, HeadValue] = {"title": place.title}
        if text.date is not None:
            keys["date"] = _moment(text.date)
        if text.modified is not None and text.date is not None and text.modified.date() > text.date.date():
            keys["modified"] = _moment(text.modified)
        for name, value in (("author", text.author), ("summary", _summary(text.summary)), ("category", text.category)):
            if value:
                keys[name] = value[:400] if name != "summary" else value
        if text.tags:
            keys["tags"] = tuple(tag[:400] for tag in text.tags)
        if place.slug:
            keys["slug"] = place.slug
        if text.lang:
            keys["lang"] = text.lang
        keys |= links.illustration(body)
        keys |= links.attachments()
        if place.aliases:
            keys["aliases"] = place.aliases
        if text.state != "published":
            keys["state"] = text.state
        return keys

    def _put(self, name: str, path: str, data: bytes) -> None:
        """Stage a file unless an editor has changed or deleted the one that an earlier import wrote."""
        known = self._ledger.get(name)
        target = self._wishes.into / path
        if known is not None and known[0] == path:
            try:
                there = digest(target.read_bytes())
            except FileNotFoundError:
                there = ""
            if there != known[1]:
                self._report.kept += 1
                what = _("was changed") if there else _("was deleted")
                told = _("%(path)s %(what)s here since the last import and stays so", path=path, what=what)
                self._note("changed", "kept", name, told)
                return
            if digest(data) == known[1]:
                self._report.unchanged += 1
                return
        self._stage.add(path, data)
        self._new_ledger[self._prefix + name] = (path, digest(data))


def _yaml(keys: Mapping[str, HeadValue]) -> str:
    """Return the head of a file as YAML, a key a line."""
    lines = []
    for key, value in keys.items():
        if isinstance(value, dict):
            lines += [f"{key}:", *(f"  {name}: {as_yaml(one)}" for name, one in value.items())]
        elif isinstance(value, tuple) and value and isinstance(value[0], dict):
            lines.append(f"{key}:")
            for entry in value:
                marks = ["  - ", *("    " for _more in range(len(entry) - 1))]
                assert isinstance(entry, dict)
                lines += [
                    f"{mark}{name}: {as_yaml(one)}" for mark, (name, one) in zip(marks, entry.items(), strict=True)
                ]
        else:
            lines.append(f"{key}: {as_yaml(value)}")  # type: ignore[arg-type]
    return "\n".join(lines) + "\n"


def _moment(when: datetime) -> Moment:
    return Moment.parse(when.strftime("%Y-%m-%dT%H:%M") if when.hour or when.minute else when.strftime("%Y-%m-%d"))


def _summary(text: str) -> str:
    words = whole_text(text) if "<" in text else text
    return " ".join(words.split())[:LONGEST_SUMMARY]
