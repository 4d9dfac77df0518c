"""What the public will see changed between two built sites."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any, Final

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.translations import record_key
from partnership.publishing.built_site import BuiltSite, address_of
from partnership.publishing.page_text import PageText, page_text
from partnership.publishing.url_stability import vanished
from partnership.records.content import Document
from partnership.records.localise import RecordText, texts_in
from partnership.sources.strict_yaml import KeyPath

ALIKE: Final = 0.5
"""How like two blocks must be (0 to 1) for one to count as the other, changed."""
PAIRED: Final = 40
"""Up to this many blocks of a page are paired; a page that changed more is told as removed and added."""


class PageSeen(msgspec.Struct, frozen=True):
    """A page by its address and title."""

    address: str
    title: str


class TextChange(msgspec.Struct, frozen=True):
    """A block of text before and after; one of them is empty where it was added or removed."""

    before: str
    after: str


class PageChanged(msgspec.Struct, frozen=True):
    """A page whose text changed, with its new title."""

    address: str
    title: str
    changes: tuple[TextChange, ...]


class EntrySeen(msgspec.Struct, frozen=True):
    """An entry of the feeds that was not there before."""

    title: str
    address: str


class FigureChanged(msgspec.Struct, frozen=True, rename={"before": "from", "after": "to"}):
    """A figure that changed: names of place and indicator, period, values as text; null: it is not there."""

    place: str
    indicator: str
    dimension: str
    period: str
    before: str | None
    after: str | None


class TranslationLeft(msgspec.Struct, frozen=True):
    """A translation that stayed as it was while its original changed: file, language, record or title, name of text."""

    path: str
    language: str
    name: str
    text: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that differs for the public.

    ``layout`` counts pages of which only the form differs, ``vanished`` are addresses that lead nowhere any more.
    """

    added: tuple[PageSeen, ...]
    changed: tuple[PageChanged, ...]
    removed: tuple[PageSeen, ...]
    redirected: tuple[str, ...]
    vanished: tuple[str, ...]
    layout: int
    entries: tuple[EntrySeen, ...]
    figures: tuple[FigureChanged, ...]
    files_added: tuple[str, ...]
    files_changed: tuple[str, ...]
    files_removed: tuple[str, ...]
    translations: tuple[TranslationLeft, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the public sees no difference at all."""
        return not any(getattr(self, name) for name in self.__struct_fields__)


def compare(old: BuiltSite, new: BuiltSite, before: Catalogue | None, after: Catalogue | None) -> Comparison:
    """Return what differs between two built sites; the catalogues, where they could be read, tell the figures."""
    old_pages, new_pages = _pages(old), _pages(new)
    old_texts: dict[str, PageText] = {}
    new_texts: dict[str, PageText] = {}
    layout = 0
    for address, path in new_pages.items():
        data = new.absolute(path).read_bytes()
        if address in old_pages:
            earlier = old.absolute(old_pages[address]).read_bytes()
            if earlier == data:
                continue
            old_texts[address] = page_text(earlier)
        new_texts[address] = page_text(data)
    changed = []
    for address in sorted(new_texts.keys() & old_texts.keys()):
        one, other = old_texts[address], new_texts[address]
        if other.redirects:
            continue
        changes = text_changes(one.blocks, other.blocks)
        if changes:
            changed.append(PageChanged(address, other.title, changes))
        else:
            layout += 1
    gone = {
        address: page_text(old.absolute(path).read_bytes()) for address, path in old_pages.items() - new_pages.items()
    }
    redirects = {address for address, text in new_texts.items() if text.redirects}
    redirects |= {address for address in new_pages if address not in new_texts and _redirects(new, new_pages[address])}
    old_files, new_files = set(_files(old)), set(_files(new))
    return Comparison(
        added=tuple(
            PageSeen(address, text.title)
            for address, text in sorted(new_texts.items())
            if address not in old_pages and not text.redirects
        ),
        changed=tuple(changed),
        removed=tuple(PageSeen(one, text.title) for one, text in sorted(gone.items()) if not text.redirects),
        redirected=tuple(
            sorted(one for one in redirects & old_texts.keys() if one in old_pages and not old_texts[one].redirects)
        ),
        vanished=tuple(vanished(old.addresses, new.addresses, redirects)),
        layout=layout,
        entries=tuple(_new_entries(old, new)),
        figures=tuple(figure_changes(before, after)) if before is not None and after is not None else (),
        files_added=tuple(sorted(new_files - old_files)),
        files_changed=tuple(
            one for one in sorted(new_files & old_files) if _read(old, one) != _read(new, one)
        ),
        files_removed=tuple(sorted(old_files - new_files)),
        translations=tuple(translations_left(before, after)) if before is not None and after is not None else (),
    )  # fmt: skip


def _pages(site: BuiltSite) -> dict[str, str]:
    return {address_of(path): path for path in site.files if path.endswith(".html")}


def _files(site: BuiltSite) -> Iterable[str]:
    """Return the addresses of pictures and documents to download: what editors put there."""
    return (f"/{path}" for path in site.files if path.startswith("media/") and not path.startswith("media/p/")
            and not path.endswith(".html"))  # fmt: skip


def _read(site: BuiltSite, address: str) -> bytes:
    return site.absolute(address.lstrip("/")).read_bytes()


def _redirects(site: BuiltSite, path: str) -> bool:
    data = site.absolute(path).read_bytes()
    return b"http-equiv" in data and page_text(data).redirects


def text_changes(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[TextChange, ...]:
    """Return what differs between two texts: blocks that changed a little as pairs, others as removed or added.

    A block that only moved does not count.
    """
    gone = list((Counter(before) - Counter(after)).elements())
    come = list((Counter(after) - Counter(before)).elements())
    changes: list[TextChange] = []
    if len(gone) <= PAIRED and len(come) <= PAIRED:
        for block in list(come):
            likeness = [(SequenceMatcher(None, one, block, autojunk=False).quick_ratio(), one) for one in gone]
            ratio, nearest = max(likeness, default=(0.0, ""), key=lambda pair: pair[0])
            if ratio > ALIKE and SequenceMatcher(None, nearest, block, autojunk=False).ratio() > ALIKE:
                gone.remove(nearest)
                come.remove(block)
                changes.append(TextChange(nearest, block))
    changes += [TextChange(one, "") for one in gone]
    changes += [TextChange("", one) for one in come]
    return tuple(changes)


def _new_entries(old: BuiltSite, new: BuiltSite) -> Iterable[EntrySeen]:
    known = {entry.get("id") for entry in _entries(old)}
    for entry in _entries(new):
        if entry.get("id") not in known:
            address = str(entry.get("url", "")).removeprefix(new.site_url)
            yield EntrySeen(str(entry.get("title", "")), address)


def _entries(site: BuiltSite) -> list[dict[str, object]]:
    """Return the entries of the feed of everything."""
    try:
        items = json.loads(site.absolute("feed.json").read_bytes())["items"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [one for one in items if isinstance(one, dict)]


def figure_changes(before: Catalogue, after: Catalogue) -> Iterable[FigureChanged]:
    """Yield the figures that differ, in the order of the table; added and removed ones too."""
    old = {one.key: one for one in before.figures}
    new = {one.key: one for one in after.figures}
    names = {one.teryt: one.name for one in (*before.counties, *after.counties)}
    indicators = {one.id: one.name for one in (*before.indicators, *after.indicators)}
    for key in sorted(old.keys() | new.keys()):
        one, other = old.get(key), new.get(key)
        earlier, later = _value(one), _value(other)
        if earlier != later:
            teryt, indicator, dimension, period = key
            yield FigureChanged(
                names.get(teryt, teryt), indicators.get(indicator, indicator), dimension, period, earlier, later
            )


def _value(figure: object) -> str | None:
    if figure is None:
        return None
    value, missing = getattr(figure, "value", None), getattr(figure, "missing", None)
    return str(missing) if value is None else f"{value:.12g}"


def translations_left(before: Catalogue, after: Catalogue) -> Iterable[TranslationLeft]:
    """Yield the translations that a change of their originals makes stale: they stayed word for word as they were."""
    for versions in after.versions.values():
        original, *others = versions
        earlier = _document(before, original.path)
        if original.front.translation is not None or earlier is None or _words(earlier) == _words(original):
            continue
        for one in others:
            known = _document(before, one.path)
            if known is not None and _words(known) == _words(one):
                yield TranslationLeft(f"content/{one.path}", one.front.lang, one.front.title, "")
    old = dict(_record_texts(before))
    for key, (path, name, text) in _record_texts(after):
        known_text = old.get(key)
        if known_text is None:
            continue
        was, now = known_text[2], text
        if was.original != now.original and now.translation is not None and was.translation == now.translation:
            place = ".".join(str(one) for one in now.place if one != key[0])
            yield TranslationLeft(path, key[0], name, place)


def _document(catalogue: Catalogue, path: str) -> Document[Any] | None:
    return next((one for one in catalogue.listed if one.path == path), None)


def _words(document: Document[Any]) -> tuple[object, ...]:
    return document.front.title, document.front.summary, document.body.stored.digest


def _record_texts(
    catalogue: Catalogue,
) -> Iterable[tuple[tuple[str, str, str, KeyPath], tuple[str, str, RecordText]]]:
    """Yield each text of a record by (language, file, record, place), with file, name of the record, and itself."""
    lists: dict[str, Iterable[Any]] = {
        "counties.yaml": catalogue.counties, "services.yaml": catalogue.services,
        "institution-types.yaml": catalogue.types, "indicators.yaml": catalogue.indicators,
        "sources.yaml": catalogue.sources, "glossary.yaml": catalogue.terms,
    }  # fmt: skip
    files: list[tuple[str, Any]] = [(path, one) for path, some in lists.items() for one in some]
    files += [(one.source, one) for one in (*catalogue.institutions, *catalogue.partners, *catalogue.groups)]
    files += [(one.source, one) for one in catalogue.offers.values()]
    files += [("rules/redundancies.yaml", catalogue.redundancies)] if catalogue.redundancies else []
    files += [("accessibility.yaml", catalogue.accessibility)] if catalogue.accessibility else []
    for path, record in files:
        key = record_key(path, record)
        for lang in catalogue.languages[1:]:
            for text in texts_in(record, lang):
                identifier = key[1] if key else ""
                yield (lang, path, identifier, text.place), (f"data/{path}", identifier or path, text)
