"""A wrong record is explained key by key, all at once, in words that say what to write instead."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.records.content import NewsFront
from partnership.records.fault import Faults
from partnership.records.fields import Moment
from partnership.records.institution import Institution
from partnership.records.profile import SiteProfile
from partnership.records.reading import read_record, salvage
from partnership.records.taxonomy import County, Service

GOOD: dict[str, Any] = {"name": "Powiatowy Urząd Pracy w Bochni", "type": "labour-office", "county": "1201"}
GIVEN = {"id": "pup-bochnia", "source": "institutions/pup-bochnia.yaml"}


def faults_of(**keys: Any) -> dict[tuple[str | int, ...], tuple[str, str | None]]:
    """Return code and suggestion of every fault by its key path."""
    with pytest.raises(Faults) as caught:
        read_record(GOOD | keys, Institution, GIVEN)
    return {fault.path: (fault.code, fault.suggestion) for fault in caught.value.faults}


def test_a_right_record_knows_its_file() -> None:
    """Id and source come from the file's name."""
    record = read_record(GOOD | {"services": ["staz", {"id": "kfs", "note": "Nabór"}]}, Institution, GIVEN)
    assert (record.id, record.label, [one.id for one in record.given()]) == (
        "pup-bochnia",
        GOOD["name"],
        ["staz", "kfs"],
    )


def test_translations_of_a_record_with_a_fault_are_no_unknown_key() -> None:
    """They lie in a field of their own by then, which no file names: only the fault itself is told."""
    assert faults_of(email=["jan"], translations={"en": {"name": "Office"}}).keys() == {("email", 0)}


@pytest.mark.parametrize(
    ("key", "value", "path", "code", "suggestion"),
    [
        ("nmae", "x", ("nmae",), "unknown-key", "name"),
        ("shrt_name", "x", ("shrt_name",), "unknown-key", "short_name"),
        ("id", "x", ("id",), "unknown-key", None),
        ("county", 1201, ("county",), "not-text", '"1201"'),
        ("county", "12", ("county",), "wrong-form", None),
        ("phone", "12 345 67 89", ("phone",), "wrong-type", '["12 345 67 89"]'),
        ("latitude", "49,9", ("latitude",), "not-number", "49.9"),
        ("latitude", 149.9, ("latitude",), "too-large", None),
        ("verified", "29.11.2011", ("verified",), "not-a-date", "2011-11-29"),
        ("verified", "2011-02-30", ("verified",), "not-a-date", None),
        ("website", "bochnia.praca.gov.pl", ("website",), "wrong-form", "https://bochnia.praca.gov.pl"),
        ("status", "activ", ("status",), "unknown-value", "active"),
        ("audiences", ["emploier"], ("audiences", 0), "unknown-value", "employer"),
        ("services", [{"note": "x"}], ("services", 0), "missing-key", None),
        (
            "opening_hours",
            [{"days": [], "opens": "07:30", "closes": "15:30"}],
            ("opening_hours", 0, "days"),
            "too-short",
            None,
        ),
        (
            "opening_hours",
            [{"days": ["mon"], "opens": "7:30", "closes": "15:30"}],
            ("opening_hours", 0, "opens"),
            "wrong-form",
            '"07:30"',
        ),
        ("name", "", ("name",), "empty-value", None),
        ("name", None, ("name",), "empty-value", None),
        ("name", "x" * 500, ("name",), "too-long", None),
        ("review_after_months", 0, ("review_after_months",), "too-small", None),
        ("review_after_months", "12", ("review_after_months",), "not-number", "12"),
        ("serves", "regoin", ("serves",), "unknown-value", "region"),
        ("opening_hours", "codziennie", ("opening_hours",), "wrong-type", None),
    ],
)
def test_each_fault_has_place_code_and_suggestion(
    key: str, value: Any, path: tuple[str | int, ...], code: str, suggestion: str | None
) -> None:
    """Every kind of mistake is told at its key, with what to put there where that is known."""
    assert faults_of(**{key: value})[path] == (code, suggestion)


def test_all_faults_are_told_at_once() -> None:
    """Mistakes in different keys do not hide each other."""
    assert len(faults_of(county=1201, latitude="x", status="?", foo=1)) == 4


@pytest.mark.parametrize("value", [None, [], "x", 1])
def test_a_record_that_is_no_mapping(value: Any) -> None:
    """A file that holds something else is one fault of the whole file."""
    with pytest.raises(Faults) as caught:
        read_record(value, Institution, GIVEN)
    assert [fault.path for fault in caught.value.faults] == [()]


def test_lists_are_accepted_where_the_contract_leaves_it_open() -> None:
    """Who provides a service may be one text or a list of them."""
    base = {"id": "a", "name": "A", "group": "g", "description": "d", "status": "current"}
    assert read_record(base | {"provided_by": "PUP"}, Service).provided_by == "PUP"
    assert read_record(base | {"provided_by": ["PUP", "WUP"]}, Service).provided_by == ("PUP", "WUP")


def test_salvage_keeps_what_can_be_checked() -> None:
    """References of a wrong record are still there; what is missing is empty; too little gives nothing."""
    record = salvage({"type": "x", "services": ["a"], "county": 3, "foo": 1}, Institution, GIVEN)
    assert record is not None
    assert (record.name, record.type, record.county, record.services) == ("", "x", "", ("a",))
    assert salvage({"teryt": "1201"}, County) is None
    front = salvage({"title": "A"}, NewsFront)
    assert front is not None
    assert front.date == Moment.parse("1900-01-01")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "days", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*Institution.__struct_fields__, "foo"]), anything, max_size=6))
def test_any_data_is_a_record_or_faults(data: dict[str, Any]) -> None:
    """No data makes reading fail in another way, and a refusal always has a reason."""
    try:
        read_record(data, Institution, GIVEN)
    except Faults as error:
        assert error.faults
        assert all(fault.message and fault.hint for fault in error.faults)


@pytest.mark.parametrize(
    "text", ["2026-11-24", "2026-11-24 9:05", "2026-11-24T09:05", "2026-11-24 09:05 +02:00", "2026-11-24T09:05:00Z"]
)
def test_moments_are_read_and_written(text: str) -> None:
    """A moment survives being written and read again, with its time zone."""
    moment = Moment.parse(text)
    assert Moment.parse(moment.isoformat()) == moment
    assert hash(Moment.parse(moment.isoformat())) == hash(moment)


def test_moments_are_in_warsaw() -> None:
    """A time without an offset is Warsaw's; one with an offset is turned into it."""
    assert Moment.parse("2026-07-01 10:00").isoformat() == "2026-07-01T10:00:00+02:00"
    assert Moment.parse("2026-01-01T23:30:00Z").day.isoformat() == "2026-01-02"


@pytest.mark.parametrize(
    ("value", "code", "suggestion"),
    [
        ("2026-12-10 25:00", "not-a-time", None),
        ("2026-12-10 10:75", "not-a-time", None),
        ("2026-12-10 24:00", "not-a-time", "2026-12-11 00:00"),
        ("2026-12-10 9.30", "not-a-date", "2026-12-10T09:30"),
        ("2026-12-10, 14h", "not-a-time", "2026-12-10 14:00"),
        ("2026-12-10 2:30 pm", "not-a-time", "2026-12-10 14:30"),
        ("2026-12-10 12 am", "not-a-time", "2026-12-10 00:00"),
        ("10.12.2026 25:00", "not-a-time", None),
        ("2026-12-10 in the morning", "not-a-time", None),
        ("2026-13-10 10:00", "not-a-date", None),
        ("2026-02-30 25:00", "not-a-date", None),
        ("10.12.2026, godz. 10.00", "not-a-date", "2026-12-10T10:00"),
    ],
)
def test_a_right_day_is_not_given_up_for_its_time(value: str, code: str, suggestion: str | None) -> None:
    """The time is what is wrong, and what is proposed holds both; advice without a proposal names the day."""
    with pytest.raises(Faults) as caught:
        read_record({"title": "A", "date": value}, NewsFront)
    (fault,) = caught.value.faults
    assert (fault.code, fault.suggestion) == (code, suggestion)
    if suggestion is not None:
        Moment.parse(suggestion)
    elif code == "not-a-time":
        assert "2026-12-10 09:30" in fault.hint


@given(
    st.dates(datetime.date(2000, 1, 1), datetime.date(2090, 1, 1)), st.text("0123456789:. hpm", min_size=1, max_size=8)
)
def test_whatever_stands_behind_a_day_keeps_the_day(day: datetime.date, clock: str) -> None:
    """A time that cannot be read never leads to advice that would drop it, nor to a proposal that cannot be read."""
    value = f"{day} x{clock}"
    with pytest.raises(Faults) as caught:
        read_record({"title": "A", "date": value}, NewsFront)
    assert all(fault.code == "not-a-time" and str(day) in fault.hint for fault in caught.value.faults)


def test_a_time_of_day_where_a_day_is_wanted() -> None:
    """The message says so, and proposes the day."""
    assert faults_of(verified="2026-11-10 10:00")[("verified",)] == ("not-a-date", "2026-11-10")


@pytest.mark.parametrize(
    ("key", "suggestion"), [("tur", "tr"), ("gr", "el"), ("english", "en"), ("EN", "en"), ("xq", None)]
)
def test_a_translation_under_no_code_is_not_to_be_removed(key: str, suggestion: str | None) -> None:
    """The code that was meant is proposed, and no advice would lose the texts."""
    with pytest.raises(Faults) as caught:
        read_record(GOOD | {key: {"name": "Office", "short_name": "O"}}, Institution, GIVEN)
    (fault,) = caught.value.faults
    assert (fault.path, fault.code, fault.suggestion) == ((key,), "unknown-key", suggestion)
    assert "remove" not in fault.hint


def test_a_misspelt_field_with_texts_is_no_translation() -> None:
    """Though what stands under it has keys that the record has as well."""
    with pytest.raises(Faults) as caught:
        read_record({"name": "A", "languages": ["es"], "regoin": {"name": "R"}, "time_zone": "Europe/Madrid",
                     "feed_authority": "a.example", "feed_since": 2020}, SiteProfile)  # fmt: skip
    assert [(fault.path, fault.suggestion) for fault in caught.value.faults] == [(("regoin",), "region")]


def test_a_number_in_the_place_of_a_list_of_texts_is_proposed_in_quotes() -> None:
    """Without them the next message would ask for them."""
    found = faults_of(phone=302531000000)[("phone",)]
    assert found == ("wrong-type", '["302531000000"]')
