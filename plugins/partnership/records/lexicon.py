"""The finder's lexicon: what people say and what they mean."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from partnership.records.fields import CountyCode, Id, Language, Line, Part
from partnership.records.taxonomy import Audience


class Meaning(Part, frozen=True, kw_only=True):
    """What a phrase means; at least one list is filled."""

    services: Annotated[tuple[Id, ...], Meta(description="Ids of services")] = ()
    types: Annotated[tuple[Id, ...], Meta(description="Ids of types of institution")] = ()
    audiences: Annotated[tuple[Audience, ...], Meta(description="Audiences")] = ()
    counties: Annotated[tuple[CountyCode, ...], Meta(description="Codes of counties, in quotes")] = ()
    institutions: Annotated[tuple[Id, ...], Meta(description="Ids of institutions")] = ()


class Phrase(Part, frozen=True, kw_only=True):
    """Several ways of saying the same."""

    say: Annotated[Annotated[tuple[Line, ...], Meta(min_length=1)], Meta(description="What people say, small letters")]
    means: Annotated[Meaning, Meta(description="What they mean")]
    lang: Annotated[Language | None, Meta(description="Language of the phrase: pl, en, uk")] = None


class Lexicon(Part, frozen=True, kw_only=True):
    """The file ``data/finder/lexicon.yaml``."""

    phrases: Annotated[tuple[Phrase, ...], Meta(description="Phrases and their meaning")] = ()
    stop_words: Annotated[tuple[Line, ...], Meta(description="Words that mean nothing in a search")] = ()
