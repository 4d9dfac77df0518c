"""Structured data in the words of schema.org."""

from __future__ import annotations

from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.records.fields import Moment

WHO = Publisher(
    site_url="https://example.org/p",
    site_name="Partnerstwo",
    full_name="Partnerstwo na rzecz",
    office="Urząd",
    office_url="https://example.org",
)


def test_people_and_teams_are_told_apart() -> None:
    """A person may have a place of work after a comma; a team or an office is an organisation."""
    assert structured.author("Maciej Sabal") == {"@type": "Person", "name": "Maciej Sabal"}
    assert structured.author("Zespół Partnerstwa")["@type"] == "Organization"
    expert = structured.author("dr Jan Nowak, Instytut Miast (rekomendacje)")
    assert expert == {
        "@type": "Person",
        "name": "dr Jan Nowak",
        "affiliation": {"@type": "Organization", "name": "Instytut Miast"},
    }


def test_a_text_without_a_change_was_changed_when_published() -> None:
    """The date of change is always there; without authors the office answers."""
    found = structured.written(
        WHO,
        "NewsArticle",
        title="Tytuł",
        address="/a/",
        description="Opis",
        lang="pl",
        published=Moment.parse("2026-01-15 10:00"),
        modified=None,
        authors=(),
        image="/media/a.png",
    )
    assert found["datePublished"] == found["dateModified"] == "2026-01-15T10:00:00+01:00"
    assert found["author"] == [structured.office(WHO)]
    assert found["image"] == ["https://example.org/p/media/a.png"]


def test_an_event_tells_whether_it_is_cancelled() -> None:
    """Calendars that read the page know that a cancelled meeting does not take place."""
    found = structured.event(
        WHO,
        title="Rada",
        address="/spotkania/rada/",
        description="Opis",
        starts=Moment.parse("2026-03-01 10:00"),
        ends=Moment.parse("2026-03-01 12:00"),
        place="Kraków",
        cancelled=True,
    )
    assert found["eventStatus"].endswith("EventCancelled")
    assert found["endDate"] == "2026-03-01T12:00:00+01:00"


def test_site_and_partnership_name_the_office() -> None:
    """Both say who stands behind them."""
    assert structured.website(WHO)["publisher"]["name"] == "Urząd"
    assert structured.partnership(WHO)["parentOrganization"]["name"] == "Urząd"
