"""What texts of a site's own kinds tell programs: every type has what schema.org's consumers need of it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from partnership.kinds import kind as k
from partnership.records.content import DatedFront
from partnership.records.fields import Moment
from tests.pages.news.test_posts import json_ld
from tests.support.kinds.fairs import FAIRS
from tests.support.pages import Planned
from tests.support.site import Site


class HeldFront(DatedFront, frozen=True, kw_only=True):
    """Head of a text with the keys that many kinds have."""

    starts: Moment
    ends: Moment | None = None
    place: str | None = None
    price: float | None = None


HELD = replace(
    FAIRS, front=HeldFront, moment=lambda front: front.starts, references=(), facts=lambda *_some: (), finder=None
)
HEAD = "title: Targi\ndate: 2026-01-05\nsummary: Firmy i ludzie.\nstarts: 2026-02-01 10:00\n"
SITE = "https://partnerstwo.example"


DECLARED = """from msgspec.structs import replace
from tests.pages.news.test_own_things import HELD, says
KINDS = (replace(HELD, schema_org="{}"{}),)
"""


def says(front: HeldFront, named: object) -> dict[str, Any]:
    """Return what the kind says itself: a record, a day in a list, and what is not known."""
    teacher = k.Named("Urząd", "/instytucje/urzad/")
    return {"provider": teacher, "offers": [{"price": 5, "validFrom": front.starts, "url": None}], "image": None}


def _thing(site: Site, schema: str, head: str = "", more: str = "") -> dict[str, Any]:
    site.write("content/job-fairs/a.md", f"---\n{HEAD}{head}---\nTekst.\n")
    declared = site.write(f"fairs{len(more)}.py", DECLARED.format(schema, more))
    planned = Planned(site, "news.own_kinds", own_kinds=(str(declared),), site_url=SITE)
    found: dict[str, Any] = json_ld(planned.tree("/targi-pracy/a/"), schema)
    return found


@pytest.mark.parametrize("schema", ["Event", "EducationEvent", "Hackathon"])
def test_an_event_tells_when_where_and_by_whom_it_is_held(site: Site, schema: str) -> None:
    """With the kind's moment and the keys “ends” and “place” of the head; it is no written text."""
    event = _thing(site, schema, "ends: 2026-02-01 12:00\nplace: Rynek 1\n")
    told = (event["name"], event["description"], event["url"])
    assert told == ("Targi", "Firmy i ludzie.", f"{SITE}/targi-pracy/a/")
    assert event["startDate"].startswith("2026-02-01T10:00") and event["endDate"].startswith("2026-02-01T12:00")
    assert event["location"] == {"@type": "Place", "name": "Rynek 1", "address": "Rynek 1"}
    assert event["organizer"]["@type"] == "GovernmentOrganization" and not {"headline", "author"} & set(event)


def test_a_place_that_nobody_knows_is_not_told(site: Site) -> None:
    """An event without a place and an end says nothing of them."""
    event = _thing(site, "Event")
    assert not {"location", "endDate", "eventAttendanceMode"} & set(event)


def test_what_is_written_keeps_headline_and_authors(site: Site) -> None:
    """An article is told as the site's own articles are."""
    article = _thing(site, "TechArticle")
    assert article["headline"] == "Targi" and article["author"] and "name" not in article


def test_anything_else_has_a_name_and_a_provider_and_what_the_kind_says(site: Site) -> None:
    """The kind's own words are added or take the place of others: records, days and lists as JSON has them."""
    plain = _thing(site, "Course")
    assert plain["name"] == "Targi" and plain["provider"]["name"] and "headline" not in plain
    told = _thing(site, "Course", more=", thing=says")
    assert told["provider"] == {"@type": "Organization", "name": "Urząd", "url": f"{SITE}/instytucje/urzad/"}
    assert told["offers"][0]["validFrom"].startswith("2026-02-01") and "url" not in told["offers"][0]
    assert "image" not in told
