"""Changes in words, one by one."""

from __future__ import annotations

import pytest

from partnership.language import set_language
from partnership.records.institution import Institution, OpeningHours
from partnership.records.offer import Offer
from partnership.subscriptions.changes import ChangedKey, RecordChange, compare
from partnership.subscriptions.words import days_in_words, phrase, title_of

SERVICES = {"staz": "Staż", "doradztwo": "Doradztwo"}


@pytest.fixture(autouse=True)
def polish() -> None:
    """The words of these tests are Polish."""
    set_language("pl")


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (ChangedKey("phone", "added", (), ("12 345 67 89",)), "nowy telefon"),
        (ChangedKey("phone", "removed", ("12 345 67 89",), ()), "usunięty telefon"),
        (ChangedKey("street", "changed", ("Długa 1",), ("Krótka 2",)), "nowy adres"),
        (ChangedKey("city", "changed", ("A",), ("B",)), "nowy adres"),
        (ChangedKey("services", "added", (), ("staz", "doradztwo")), "nowe usługi: Staż, Doradztwo"),
        (ChangedKey("services", "removed", ("staz",), ()), "koniec usługi: Staż"),
        (ChangedKey("services", "changed", (), ("staz",)), "zmiany w usłudze: Staż"),
        (ChangedKey("services", "added", (), ("nieznana",)), "nowa usługa: nieznana"),
        (ChangedKey("alert", "added", (), ("Zamknięte w piątek",)), "komunikat: Zamknięte w piątek"),
        (ChangedKey("alert", "removed", ("Zamknięte",), ()), "komunikat odwołany"),
        (ChangedKey("seeks", "added", (), ("Sala",)), "szuka: Sala"),
        (ChangedKey("seeks", "changed", ("Sala",), ("Dane",)), "zmiana w tym, czego szuka"),
        (ChangedKey("transport", "removed", ("A4",), ()), "zmiana w opisie transportu"),
        (ChangedKey("nowy_klucz", "changed"), "zmienione dane"),
    ],
)
def test_a_fact_in_a_few_words(fact: ChangedKey, told: str) -> None:
    """New, gone and changed things each have their words; an unknown key is still told."""
    assert phrase(fact, SERVICES) == told


def test_a_title_names_a_few_changes_and_says_that_there_are_more() -> None:
    """One address for street and town; after three changes „and other changes”."""
    facts = tuple(ChangedKey(key, "changed", ("a",), ("b",)) for key in ("street", "city", "phone"))
    change = RecordChange(commit="", at="", kind="institutions", id="x", action="changed", facts=facts)
    assert title_of(change, "PUP", SERVICES) == "PUP: nowy adres, nowy telefon"
    more = tuple(
        ChangedKey(key, "changed", ("a",), ("b",)) for key in ("phone", "email", "website", "description", "languages")
    )
    change = RecordChange(commit="", at="", kind="institutions", id="x", action="changed", facts=more)
    assert title_of(change, "PUP", SERVICES) == "PUP: nowy telefon, nowy e-mail, nowy adres strony, i inne zmiany"
    gone = RecordChange(commit="", at="", kind="services", id="x", action="withdrawn")
    assert title_of(gone, "Staż", SERVICES) == "Wycofana usługa: Staż"


def test_opening_hours_in_words() -> None:
    """Days by their short Polish names."""
    assert days_in_words("mon,fri 07:30–15:30") == "pon., pt. 07:30–15:30"


def institution(**keys: object) -> Institution:
    """Return an institution with some keys."""
    from partnership.records.reading import read_record

    return read_record({"name": "PUP", "type": "labour-office", "county": "1201", **keys}, Institution)


def test_a_record_is_compared_key_by_key() -> None:
    """Lists tell what came and went, hours as text, withdrawal as an action, and whom it concerns before and after."""
    old = institution(phone=["12 345 67 89"], services=["staz"], serves=["1201"])
    new = institution(
        phone=["12 345 67 80"], services=["doradztwo"], serves=["1202"],
        opening_hours=[{"days": ["mon"], "opens": "08:00", "closes": "16:00"}],
    )  # fmt: skip
    assert isinstance(new.opening_hours[0], OpeningHours)
    change = compare("institutions", "pup", old, new)
    assert change is not None and change.counties == ("1201", "1202") and change.services == ("doradztwo", "staz")
    facts = {(one.key, one.how): (one.old, one.new) for one in change.facts}
    assert facts["phone", "changed"] == (("12 345 67 89",), ("12 345 67 80",))
    assert facts["services", "added"][1] == ("doradztwo",) and facts["services", "removed"][0] == ("staz",)
    assert facts["opening_hours", "added"][1] == ("mon 08:00–16:00",)
    withdrawn = compare("institutions", "pup", old, institution(status="withdrawn"))
    assert withdrawn is not None and withdrawn.action == "withdrawn"
    restored = compare("institutions", "pup", institution(status="withdrawn"), old)
    assert restored is not None and restored.action == "restored"
    assert compare("institutions", "pup", institution(status="withdrawn"), None) is None
    moved = institution(phone=["12 345 67 89"], services=["staz"], serves=["1201"], latitude=50.0)
    assert compare("institutions", "pup", old, moved) is None


def test_parts_of_an_offer_are_told_by_their_names() -> None:
    """Sites and schools by name; a region's institution concerns every county."""
    offer = Offer(county="1201", summary="x")
    from partnership.records.reading import read_record

    richer = read_record(
        {
            "county": "1201",
            "summary": "x",
            "schools": [{"name": "Technikum", "city": "Bochnia"}],
            "valid_until": "2026-12-31",
        },
        Offer,
    )
    change = compare("offers", "1201", offer, richer)
    assert change is not None
    assert {(one.key, one.new) for one in change.facts} == {
        ("schools", ("Technikum",)),
        ("valid_until", ("2026-12-31",)),
    }
    region = compare("institutions", "wup", None, institution(serves="region"))
    assert region is not None and region.counties == ("*",) and region.action == "added"
