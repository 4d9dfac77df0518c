"""The declaration of a kind of record, and its parts.

Where records lie, of which type they are, where they stand in the site and what feeds, search, open data and ledgers
call them is said here and nowhere else; whatever goes through the kinds of records asks their declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

import msgspec

from partnership.kinds.parts import InEditor, RecordName, Text
from partnership.records.files import DataKind

RecordSectionName = Literal["institutions", "services", "counties", "groups", "partners"]
"""Names of the sections of records: what the program calls their addresses."""

Action = Literal["added", "changed", "withdrawn", "restored"]
"""What a commit did to a record."""

Sentence = Callable[[str], str]
"""A sentence on a record, by the record's name, in the language of the page."""


def called(record: Any) -> str:
    """Return what people call a record: an institution in short, others by name; nothing where it has none."""
    return str(getattr(record, "label", "") or getattr(record, "name", ""))


class RecordSection(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a site in which records of a kind stand: a list, a page for each, feeds.

    ``name`` is what the program calls its address, ``addresses`` are the last part of it by language; a language that
    is missing takes the English one.  ``title`` stands over feeds, ``label`` leads to the list from menus, maps and
    breadcrumbs, ``feed`` says what the feeds bring.
    """

    name: RecordSectionName
    addresses: Mapping[str, str]
    title: Text
    feed: Text
    label: Text
    about: Text = lambda: ""
    """What the search says of the list."""
    picture: str = ""
    """Name of the picture for sharing; with it the section stands in the menu of every page."""

    def address(self, lang: str) -> str:
        """Return the last part of the section's address in a language, ending in a slash."""
        return self.addresses.get(lang) or self.addresses["en"]


class ChangeWords(msgspec.Struct, frozen=True, kw_only=True):
    """How feeds and the newsletter tell that records of a kind change; ``heading`` stands over several of them."""

    heading: Text
    added: Sentence = lambda name: name
    withdrawn: Sentence = lambda name: name
    restored: Sentence = lambda name: name

    def title(self, action: Action, name: str) -> str:
        """Return what is told of a record that came, went or came back."""
        said = {"added": self.added, "withdrawn": self.withdrawn, "restored": self.restored}
        return said[action](name)


class RecordSearch(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of record in the search of the site: ``name`` in addresses, ``one`` and ``many`` in words."""

    name: str
    one: Text
    many: Text


class RecordKind(DataKind, frozen=True, kw_only=True):
    """A kind of record: files in the data folder, and what the site makes of them."""

    schema: str = ""
    """Name of the JSON Schema for editors' programs; without it the kind's."""
    files: Mapping[str, str] = msgspec.field(default_factory=dict)
    """What the files of its open data are called by language, where there is a table of it."""
    section: RecordSection | None = None
    """List, pages, feeds and address; None for records that stand on pages of others."""
    slug: Callable[[Any], str] = lambda record: record.id
    """The last part of the address of a record's page."""
    stands_for: tuple[str, RecordName] | None = None
    """The record of another kind, by key and kind, whose name and id each of these has: a partner is an institution."""
    label: Sentence = lambda name: name
    """What ledgers call a record beside those of other kinds."""
    changes: ChangeWords | None = None
    """How feeds tell its changes; None where nobody needs to hear of them."""
    told_with: RecordName | None = None
    """The kind in whose section changes are told, where it is not the kind's own."""
    editor: InEditor = msgspec.field(default_factory=InEditor)
    """How it stands in the browser editor."""
    search: RecordSearch | None = None
    """How the search calls it; None keeps it out."""

    @property
    def by_file(self) -> bool:
        """Whether each record has a file, an owner and a day of confirmation of its own."""
        return self.shape == "record"

    def path_of(self, record: Any) -> str:
        """Return the path of a record's file below the data folder."""
        return str(record.source) if self.by_file else self.path
