"""The lexicon of finder and search: what people say and what they mean."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from partnership.records.fields import CountyCode, Id, Language, Line, Part, Translations
from partnership.records.taxonomy import Audience


class Meaning(Part, frozen=True, kw_only=True):
    """What a phrase means; at least one list is filled."""

    services: Annotated[tuple[Id, ...], Meta(description="Ids of services")] = ()
    types: Annotated[tuple[Id, ...], Meta(description="Ids of types of institution")] = ()
    audiences: Annotated[tuple[Audience, ...], Meta(description="Audiences")] = ()
    counties: Annotated[tuple[CountyCode, ...], Meta(description="Codes of counties, in quotes")] = ()
    institutions: Annotated[tuple[Id, ...], Meta(description="Ids of institutions")] = ()
    names: Annotated[tuple[Line, ...], Meta(description="Words that stand in names of institutions")] = ()

    def named(self) -> bool:
        """Tell whether it means anything of the site; otherwise the phrase is of another subject."""
        return bool(self.services or self.types or self.audiences or self.counties or self.institutions or self.names)


class Phrase(Part, frozen=True, kw_only=True):
    """Several ways of saying the same."""

    say: Annotated[Annotated[tuple[Line, ...], Meta(min_length=1)], Meta(description="What people say, small letters")]
    means: Annotated[Meaning, Meta(description="What they mean")]
    topic: Annotated[Line | None, Meta(description="Name of another subject, for phrases that mean nothing here")] = (
        None
    )
    turn_to: Annotated[Line | None, Meta(description="Who deals with that subject")] = None
    lang: Annotated[Language | None, Meta(description="Language of the phrase: pl, en, uk")] = None
    translations: Translations = msgspec.field(default_factory=dict)


class Answer(Part, frozen=True, kw_only=True):
    """A page of the site that answers a question better than an institution does."""

    say: Annotated[Annotated[tuple[Line, ...], Meta(min_length=1)], Meta(description="What people ask, small letters")]
    address: Annotated[
        Annotated[str, Meta(pattern=r"^/(?:[a-z0-9-]+/|\{service\}/|\{county\}/)*\Z", max_length=200)],
        Meta(description="Address of the page; {service} and {county} stand for what the question names"),
    ]
    title: Annotated[Line, Meta(description="What the page tells; {service} and {county} stand for their names")]
    services: Annotated[
        tuple[Id, ...], Meta(description="Ids of services: what is said counts beside one of them alone")
    ] = ()
    translations: Translations = msgspec.field(default_factory=dict)

    def slots(self) -> frozenset[str]:
        """Return what the question must name: “service”, “county”, both or neither."""
        return frozenset(slot for slot in ("service", "county") if f"{{{slot}}}" in self.address)


class Same(Part, frozen=True, kw_only=True):
    """Words that mean nearly the same: the search of the site finds by one of them what was written with another."""

    say: Annotated[
        Annotated[tuple[Line, ...], Meta(min_length=2)],
        Meta(description="Words, or names of several words; endings do not matter"),
    ]
    lang: Annotated[Language | None, Meta(description="Language of the words; the site's first unless given")] = None


class Lexicon(Part, frozen=True, kw_only=True):
    """The file ``data/finder/lexicon.yaml``."""

    phrases: Annotated[tuple[Phrase, ...], Meta(description="Phrases and their meaning")] = ()
    answers: Annotated[tuple[Answer, ...], Meta(description="Questions that a page of the site answers")] = ()
    same: Annotated[tuple[Same, ...], Meta(description="Words that mean the same, for the search of the site")] = ()
    stop_words: Annotated[tuple[Line, ...], Meta(description="Words that mean nothing in a search")] = ()
