"""The glossary: words of the offices, how each language of the site says them, and which other words are right too."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from partnership.records.fields import Id, Language, Line, Part, Text, Translations


class Term(Part, frozen=True, kw_only=True):
    """One word or phrase of the site's first language, with its renderings under the codes of other languages."""

    id: Annotated[Id, Meta(description="Id of the term: small letters, digits, hyphens")]
    term: Annotated[Line, Meta(description="The term")]
    note: Annotated[Text | None, Meta(description="What it means, in one or two plain sentences")] = None
    also: Annotated[
        dict[Language, tuple[Line, ...]],
        Meta(description="Other words that are right too, by language; “*” stands for any ending"),
    ] = msgspec.field(default_factory=dict)
    translations: Translations = msgspec.field(default_factory=dict)
