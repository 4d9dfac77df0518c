"""Where each text of the old site stands in the new one: its file, its title, its old addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

import msgspec

from partnership.catalogue.address_tables import SiteAddresses
from partnership.catalogue.checks.uniqueness import is_reserved, normal_alias
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.site_import.items import OldText, Severity
from partnership.site_import.old_addresses import OldPlace, alias_of, place_of

LONGEST_STEM: Final = 80
LONGEST_TITLE: Final = 400


class NewPlace(msgspec.Struct, frozen=True):
    """A text's new file (path below the content folder), title, slug where the file's name is not it, old addresses."""

    path: str
    title: str
    slug: str
    aliases: tuple[str, ...]


class TextPlaces:
    """Gives every text its place; the same text keeps it from one import to the next."""

    def __init__(
        self,
        base: str,
        before: Mapping[str, str],
        taken: Iterable[str],
        site: SiteAddresses,
        note: Callable[[Severity, str, str, str], None],
    ) -> None:
        """Take the old site's address, places that an earlier import gave, and what is taken.

        ``taken`` are paths of other files; ``site`` knows the addresses that this site needs for itself.
        """
        self._base = base
        self._before = before
        self._note = note
        self._own = site.fixed()
        self._stems: dict[str, set[str]] = {"news": set(), "pages": set(site.reserved())}
        for path in [*taken, *before.values()]:
            kind, _slash, rest = path.partition("/")
            if kind in self._stems and rest.endswith(".md"):
                self._stems[kind].add(rest.rpartition("/")[2].removesuffix(".md").lower())
        self._places: dict[str, NewPlace] = {}
        self._by_address: dict[str, NewPlace] = {}
        self._aliases: set[str] = set()
        self._titles: dict[tuple[str, str], str] = {}

    def of(self, identifier: str) -> NewPlace | None:
        """Return the place of a text; None for one that has none."""
        return self._places.get(identifier)

    def at(self, old: OldPlace) -> NewPlace | None:
        """Return the place of the text that an old address led to."""
        found = self._by_address.get(old.key)
        if found is None and old.query:
            found = self._by_address.get(OldPlace(True, old.path).key) if old.path.strip("/") else None
        return found

    def give(self, text: OldText) -> None:
        """Give a text its place."""
        if text.id in self._places:
            self._note("left-out", "twice", text.name, _("the source holds a text with this id already"))
            return
        title = self._title(text)
        places = [place_of(one, self._base) for one in text.addresses]
        aliases = []
        for old in places:
            alias = alias_of(old) if old.local else ""
            if alias and (normal_alias(alias) in self._own or is_reserved(alias)):
                if f"/{slug(text.slug)}/" != normal_alias(alias) or slug(text.slug) in self._stems["pages"]:
                    told = _("its old address %(address)s belongs to a page of this site now", address=alias)
                    self._note("changed", "own-address", text.name, told)
            elif alias and alias.rstrip("/").lower() not in self._aliases:
                aliases.append(alias)
                self._aliases.add(alias.rstrip("/").lower())
        if text.state == "published" and places and not aliases:
            self._note("work", "address", text.name, _no_alias(places[0], text.addresses[0]))
        path = self._before.get(text.id) or self._new_path(text, title)
        own = self._own_address(text, path)
        place = NewPlace(path, title, "", tuple(one for one in aliases if one.rstrip("/") != own))
        self._places[text.id] = place
        for old in places:
            if old.local:
                self._by_address.setdefault(old.key, place)

    def _own_address(self, text: OldText, path: str) -> str:
        stem = path.rpartition("/")[2].removesuffix(".md")
        return f"/{stem}" if text.kind == "pages" else ""

    def _title(self, text: OldText) -> str:
        title = " ".join(text.title.split())[:LONGEST_TITLE]
        if not title:
            title = text.slug.replace("-", " ").strip() or text.id
            self._note("work", "title", text.name, _("it has no title; its old name “%(name)s” became it", name=title))
        key = (text.kind, title.casefold())
        if key in self._titles:
            self._note("work", "same-title", text.name, _("%(other)s has the same title", other=self._titles[key]))
        self._titles.setdefault(key, text.id)
        return title

    def _new_path(self, text: OldText, title: str) -> str:
        wanted = slug(text.slug, LONGEST_STEM) or slug(title, LONGEST_STEM) or slug(text.id)
        stems, stem, number = self._stems[text.kind], wanted, 1
        while stem.lower() in stems:
            number += 1
            stem = f"{wanted}-{text.date.year}" if number == 2 and text.date is not None else f"{wanted}-{number}"
            if number == 2 and stem.lower() in stems:
                stem = f"{wanted}-{number}"
        stems.add(stem.lower())
        if text.kind == "news":
            return f"news/{text.date.year}/{stem}.md" if text.date is not None else f"news/{stem}.md"
        return f"pages/{stem}.md"


def _no_alias(old: OldPlace, address: str) -> str:
    """Return why an old address cannot lead to its text, and what a person can do."""
    if not old.local:
        return _("its old address %(address)s stood elsewhere than the old site; if it was its own, add the path to "
                 "“aliases”", address=address)  # fmt: skip
    if old.query:
        return _("its old address %(address)s cannot lead here: it says in a query which text it means, which only a "
                 "server can follow", address=address)  # fmt: skip
    return _("its old address %(address)s cannot lead here: it is the front page, or cannot be the name of a file",
             address=address)  # fmt: skip
