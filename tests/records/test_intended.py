"""What a value was meant to be is guessed only where there is one answer."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.records import fields
from partnership.records.intended import intended, parts_of_list, pattern_of

EMAIL, URL, PHONE = pattern_of(fields.Email), pattern_of(fields.Url), pattern_of(fields.PolishPhone)


@pytest.mark.parametrize(
    "address",
    ["jan@example.org", "jan.kowalski+x@urzad.gmina.example.org", "j_k-1@xn--d-bga.pl", "biuro@gmina-żółta.pl"],
)
def test_addresses_that_mail_reaches_are_accepted(address: str) -> None:
    """Plain local parts and hosts, also with letters of other alphabets."""
    assert re.search(EMAIL, address)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mailto:jan@example.org", "jan@example.org"),
        ("MAILTO:mailto:jan@example.org", "jan@example.org"),
        ("jan@example.org,", "jan@example.org"),
        ("jan@example.org.", "jan@example.org"),
        ("<jan@example.org>", "jan@example.org"),
        ("Jan Nowak <jan@example.org>", "jan@example.org"),
        ("jan\u200b@example.org\u202c", "jan@example.org"),
        ("jan\u00ad@example.org", "jan@example.org"),
        ("jan @ example.org", "jan@example.org"),
        ("jan(at)example.org", "jan@example.org"),
        ("jan@@example.org", "jan@example.org"),
        ("jan@example", None),
        ("jan nowak@example.org", None),
        ("jan@example..org", None),
        ("jan@-example.org", None),
        (".jan@example.org", "jan@example.org"),
        ("jan@example.org, ewa@example.org", None),
        ("żaneta@example.org", None),
    ],
)
def test_what_is_wrong_with_an_e_mail_is_taken_off(written: str, meant: str | None) -> None:
    """No address of the left column is accepted; where one answer is left, it is proposed."""
    assert not re.search(EMAIL, written)
    assert intended(EMAIL, written) == meant


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org", "http://example.org/", "https://example.org:8080/a?b=c#d", "https://example.org?x=1",
        "https://pl.example.org/ścieżka_(x)", "https://example.org/a,b;c", "https://żółw.pl/%20",
    ],
)  # fmt: skip
def test_addresses_of_websites_are_accepted(address: str) -> None:
    """Hosts, ports, paths, queries and fragments, letters of other alphabets."""
    assert re.search(URL, address)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://example.org,", "https://example.org"),
        ("https://example.org/a.", "https://example.org/a"),
        ("https://https://example.org", "https://example.org"),
        ("http://http//example.org", "http://example.org"),
        ("https//example.org", "https://example.org"),
        ("htpps://example.org", "https://example.org"),
        ("www.example.org", "https://www.example.org"),
        ("<https://example.org>", "https://example.org"),
        ("https://example.org\u200b", "https://example.org"),
        ("https://exam\u00adple.org/\u202e", "https://example.org/"),
        ("HTTPS://example.org", "https://example.org"),
        ("https://example", None),
        ("https://", None),
        ("ftp://example.org", None),
    ],
)
def test_what_is_wrong_with_a_website_is_taken_off(written: str, meant: str | None) -> None:
    """No address of the left column is accepted; where one answer is left, it is proposed."""
    assert not re.search(URL, written)
    assert intended(URL, written) == meant


@pytest.mark.parametrize(
    ("pattern", "written", "meant"),
    [
        (PHONE, "tel. 12 345 67 89", "12 345 67 89"),
        (PHONE, "12.345.67.89", "12 345 67 89"),
        (PHONE, "(12) 345-67-89", "12 345-67-89"),
        (PHONE, "(12 345 67 89", "12 345 67 89"),
        (PHONE, "tel:+48123456789", "+48123456789"),
        (PHONE, "12\u00a0345–67–89", "12 345-67-89"),
        (pattern_of(fields.PolishPostalCode), "32700", "32-700"),
        (pattern_of(fields.PolishPostalCode), "32 – 700", "32-700"),
        (pattern_of(fields.ClockTime), "7.30", "07:30"),
        (pattern_of(fields.ClockTime), "7", "07:00"),
        (pattern_of(fields.ClockTime), "7.3", "07:30"),
        (pattern_of(fields.ClockTime), "25:00", None),
        (pattern_of(fields.Period), "12.2024", "2024-12"),
        (pattern_of(fields.Period), "2024 r.", "2024"),
        (pattern_of(fields.Period), "31 grudnia 2024", "2024-12-31"),
        (pattern_of(fields.Id), "Żółty Wózek", "zolty-wozek"),
    ],
)
def test_other_forms_are_brought_into_shape(pattern: str, written: str, meant: str | None) -> None:
    """Telephones, codes, hours, periods and names as people write them."""
    assert intended(pattern, written) == meant


@given(st.sampled_from([EMAIL, URL, PHONE]), st.text(max_size=80))
def test_every_proposal_is_accepted(pattern: str, text: str) -> None:
    """Whatever is proposed has the form that is wanted: obeying the message mends the fault."""
    meant = intended(pattern, text)
    assert meant is None or re.search(pattern, meant)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("praca, nabór", ["praca", "nabór"]),
        ("praca; nabór, wynik", ["praca", "nabór, wynik"]),
        ("praca", ["praca"]),
        ("praca,", ["praca,"]),
        ("Zdanie pierwsze, długie. Zdanie drugie, też.", ["Zdanie pierwsze, długie. Zdanie drugie, też."]),
    ],
)
def test_a_list_in_one_text_is_parted(written: str, parts: list[str]) -> None:
    """Names are parted at commas, sentences are not."""
    assert parts_of_list(written) == parts
