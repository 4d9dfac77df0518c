"""Where a mistake is reported: the subject reaches a mail, an issue form and a form of which nothing is known."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from partnership.items.report import with_subject

SUBJECT = "Błąd na stronie /uslugi/staż/ (data/services.yaml) & więcej"


@pytest.mark.parametrize(
    ("address", "key", "value"),
    [
        ("mailto:a@example.org", "subject", SUBJECT),
        ("mailto:a@example.org?cc=b@example.org", "subject", SUBJECT),
        ("mailto:a@example.org?subject=Serwis", "subject", f"Serwis: {SUBJECT}"),
        ("https://github.com/x/y/issues/new", "title", SUBJECT),
        ("https://github.com/x/y/issues/new?template=blad.yml", "title", SUBJECT),
        ("https://gitlab.com/x/y/-/issues/new", "issue[title]", SUBJECT),
        ("https://formularz.example/blad?jezyk=pl#pole", "subject", SUBJECT),
    ],
)
def test_the_subject_is_named(address: str, key: str, value: str) -> None:
    """Whatever else the address says stays, and nothing of the subject is read as another key."""
    before, after = urlsplit(address), urlsplit(with_subject(address, SUBJECT))
    assert (after.scheme, after.netloc, after.path, after.fragment) == (*before[:3], before.fragment)
    told = parse_qs(after.query)
    assert told.pop(key) == [value]
    assert told == {name: found for name, found in parse_qs(before.query).items() if name != key}
    assert "+" not in after.query and " " not in after.query
