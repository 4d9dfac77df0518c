"""Texts of a site's own kinds in the words of schema.org: what every type needs, and what the kind says itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import msgspec

from partnership.kinds.kind import Kind, Named
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher, Thing
from partnership.pages.news.articles import RelatedContent, head_description
from partnership.pages.news.documents import written_thing
from partnership.records.content import ReadableDocument
from partnership.records.fields import Moment

_WRITTEN: Final = frozenset(("Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting"))
_EVENTS: Final = frozenset(("Festival", "Hackathon", "CourseInstance"))


class ToldThing(msgspec.Struct, frozen=True, kw_only=True):
    """What a kind and a head say of a text to programs.

    ``of_kind`` is what the kind's :attr:`Kind.thing` says, in schema.org's words.
    """

    type: str
    authors: tuple[str, ...]
    starts: Moment
    ends: Moment | None
    place: str
    cancelled: bool
    of_kind: dict[str, Any]


def told_of(kind: Kind, front: Any, named: Mapping[str, Named]) -> ToldThing:
    """Return what is told of a text with this head; ``ends``, ``place`` and ``held`` are keys that many kinds have."""
    ends, place = getattr(front, "ends", None), getattr(front, "place", None)
    return ToldThing(
        type=kind.schema_org,
        authors=kind.authors(front),
        starts=kind.moment(front),
        ends=ends if isinstance(ends, Moment) else None,
        place=place if isinstance(place, str) else "",
        cancelled=getattr(front, "held", None) == "cancelled",
        of_kind=dict(kind.thing(front, named)),
    )


def own_thing(who: Publisher, document: ReadableDocument[Any], around: RelatedContent, told: ToldThing) -> Thing:
    """Return a text as a thing of its type.

    What is written has a headline and authors, an event its days, place and organizer, all else a name and who
    provides it; what the kind says itself is added, or takes the place of these.
    """
    if told.type.endswith("Article") or told.type in _WRITTEN:
        found = written_thing(who, document, around, told.type, told.authors)
    else:
        found = _named_thing(who, document, around, told)
    return found | {name: _value(who, value) for name, value in told.of_kind.items() if value not in (None, "", ())}


def _named_thing(who: Publisher, document: ReadableDocument[Any], around: RelatedContent, told: ToldThing) -> Thing:
    front = document.front
    found: Thing = {
        "@type": told.type,
        "name": front.title,
        "url": who.site_url + around.address,
        "description": head_description(document) or front.title,
        "inLanguage": front.lang,
    }
    if around.illustration:
        found["image"] = [who.site_url + around.illustration.picture.address]
    if told.type.endswith("Event") or told.type in _EVENTS:
        return found | structured.held(who, told.starts, told.ends, told.place, cancelled=told.cancelled)
    return found | {"provider": structured.office(who)}


def _value(who: Publisher, value: Any) -> Any:
    """Return a value as JSON has it: records as organizations with their pages, days and moments as ISO writes them."""
    if isinstance(value, Named):
        known = {"url": who.site_url + value.address} if value.address else {}
        return {"@type": "Organization", "name": value.title} | known
    if isinstance(value, Moment | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _value(who, one) for name, one in value.items() if one not in (None, "", ())}
    if isinstance(value, list | tuple):
        return [_value(who, one) for one in value]
    return value
