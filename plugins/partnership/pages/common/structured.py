"""Structured data: what pages tell programs in the words of schema.org, without ``@context``.

Addresses are absolute, as schema.org's consumers expect; the site's own address therefore is an input of every view
that uses them.
"""

from __future__ import annotations

import re
from typing import Any, Final

from partnership.language import current_language
from partnership.locales.words import words
from partnership.records.fields import Moment
from partnership.records.shared import Shared
from partnership.region_words import NO_REGION, RegionWords
from partnership.settings import Settings

Thing = dict[str, Any]
"""An object of schema.org."""

_REMARK: Final = re.compile(r"\s*\([^()]*\)\s*\Z")


class Publisher(Shared, frozen=True, kw_only=True, array_like=True):
    """Who publishes the site, and where."""

    site_url: str
    site_name: str
    full_name: str
    office: str
    office_url: str
    region: RegionWords = NO_REGION


def publisher(settings: Settings) -> Publisher:
    """Return the publisher that the settings name."""
    return Publisher(
        site_url=settings.site_url,
        site_name=settings.profile.name,
        full_name=settings.profile.full_name,
        office=settings.profile.office,
        office_url=settings.profile.office_url,
        region=settings.profile.region_words(current_language()),
    )


def office(who: Publisher) -> Thing:
    """Return the public body behind the site."""
    return {"@type": "GovernmentOrganization", "name": who.office} | ({"url": who.office_url} if who.office_url else {})


def author(name: str) -> Thing:
    """Return an author: a team or an office where the name says so, otherwise a person.

    What follows a person's name after a comma is where the person works; a remark in brackets is left out.
    """
    plain = _REMARK.sub("", name)
    first, _comma, rest = plain.partition(",")
    if any(word in first.casefold() for word in words().teams):
        return {"@type": "Organization", "name": plain}
    person: Thing = {"@type": "Person", "name": first.strip()}
    if rest.strip():
        person["affiliation"] = {"@type": "Organization", "name": rest.strip()}
    return person


def website(who: Publisher) -> Thing:
    """Return the site as a whole."""
    return {
        "@type": "WebSite",
        "@id": f"{who.site_url}/#website",
        "name": who.site_name,
        "alternateName": who.full_name,
        "url": f"{who.site_url}/",
        "inLanguage": current_language(),
        "publisher": office(who),
    }


def partnership(who: Publisher) -> Thing:
    """Return the Partnership as an organisation."""
    return {
        "@type": "Organization",
        "@id": f"{who.site_url}/#partnership",
        "name": who.full_name,
        "alternateName": who.site_name,
        "url": f"{who.site_url}/",
        "parentOrganization": office(who),
    }


def written(
    who: Publisher,
    kind: str,
    *,
    title: str,
    address: str,
    description: str,
    lang: str,
    published: Moment,
    modified: Moment | None,
    authors: tuple[str, ...],
    image: str | None,
) -> Thing:
    """Return a text of the site; ``kind`` is ``NewsArticle`` or ``Report``, ``image`` the address of its picture."""
    found: Thing = {
        "@type": kind,
        "headline": title,
        "url": who.site_url + address,
        "mainEntityOfPage": who.site_url + address,
        "description": description,
        "inLanguage": lang,
        "datePublished": published.isoformat(),
        "dateModified": (modified or published).isoformat(),
        "author": [author(name) for name in authors] or [office(who)],
        "publisher": office(who),
    }
    if image:
        found["image"] = [who.site_url + image]
    return found


def event(
    who: Publisher,
    *,
    title: str,
    address: str,
    description: str,
    starts: Moment,
    ends: Moment | None,
    place: str,
    cancelled: bool,
) -> Thing:
    """Return a meeting, whose place must be known: schema.org's consumers refuse an event without one."""
    about = {"@type": "Event", "name": title, "url": who.site_url + address, "description": description}
    return about | held(who, starts, ends, place, cancelled=cancelled)


def held(who: Publisher, starts: Moment, ends: Moment | None, place: str, *, cancelled: bool) -> Thing:
    """Return when and where an event is held, and who holds it; nothing is said of a place that nobody knows."""
    found: Thing = {
        "startDate": starts.isoformat(),
        "eventStatus": "https://schema.org/EventCancelled" if cancelled else "https://schema.org/EventScheduled",
    }
    if place:
        found["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode"
        found["location"] = {"@type": "Place", "name": place, "address": place}
    found["organizer"] = office(who)
    if ends is not None:
        found["endDate"] = ends.isoformat()
    return found
