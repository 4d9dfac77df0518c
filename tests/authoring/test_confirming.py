"""Confirming facts changes one value of a file and no other byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from partnership.authoring.confirming import with_day
from partnership.problems import UserError
from tests.conftest import Call
from tests.support.site import Site

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"name: A\n", b"name: A\nverified: 2026-11-20\n"),
        (b"name: A", b"name: A\nverified: 2026-11-20\n"),
        (b"name: A\r\nphone: [x]\r\n", b"name: A\r\nphone: [x]\r\nverified: 2026-11-20\r\n"),
        (
            b"\xef\xbb\xbfverified: 2020-01-01 # Ewa\nname: \xc5\xbb\n",
            b"\xef\xbb\xbfverified: 2026-11-20 # Ewa\nname: \xc5\xbb\n",
        ),
        (b'name: "verified: x"\nverified:   "2020-01-01"\n', b'name: "verified: x"\nverified:   2026-11-20\n'),
        (b"a:\n  - verified: 2020-01-01\n", b"a:\n  - verified: 2020-01-01\nverified: 2026-11-20\n"),
        (b"text: |\n  a\n\n  b\n", b"text: |\n  a\n\n  b\nverified: 2026-11-20\n"),
        (b"name: A\n# remark\n", b"name: A\n# remark\nverified: 2026-11-20\n"),
        (b"verified:\nname: A\n", b"verified: 2026-11-20\nname: A\n"),
        (b"verified: # nobody yet\r\na: 1\r\n", b"verified: 2026-11-20 # nobody yet\r\na: 1\r\n"),
        (b"name: A\nverified: '2020-01-01'\t# Ewa\n", b"name: A\nverified: 2026-11-20\t# Ewa\n"),
        (b"  name: A\n  city: B\n", b"  name: A\n  city: B\n  verified: 2026-11-20\n"),
        (b"# remark\nname: A\n...\n", b"# remark\nverified: 2026-11-20\nname: A\n...\n"),
        (b"text: |+\n  a", b"verified: 2026-11-20\ntext: |+\n  a"),
    ],
)
def test_one_value_changes(before: bytes, after: bytes) -> None:
    """A missing day comes at the end, a day that is there is replaced; line ends, marks and remarks stay."""
    assert with_day(Path("a.yaml"), before, DAY) == after
    assert with_day(Path("a.yaml"), after, DAY) == after


def test_the_head_of_a_text() -> None:
    """In Markdown the day comes into the head, whatever the text below looks like."""
    before = b"---\ntitle: A\n---\nText\n---\nverified: no\n"
    assert with_day(Path("a.md"), before, DAY) == b"---\ntitle: A\nverified: 2026-11-20\n---\nText\n---\nverified: no\n"


@pytest.mark.parametrize(
    "odd",
    [b"{name: A}\n", b"- a\n", b"name: [\n", b"name: A\nname: B\n", b"name: \xff\n", b"verified: >-\n  2020-01-01\n"],
)
def test_what_is_not_sure_is_left(odd: bytes) -> None:
    """A form in which it is not sure that nothing else changes is told, with what to do."""
    with pytest.raises(UserError, match="verified: …"):
        with_day(Path("a.yaml"), odd, DAY)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20)
VALUES = st.one_of(TEXT, st.integers(), st.booleans())
RECORD = st.dictionaries(
    st.sampled_from(["name", "phone", "city", "verified_by", "notes"]), st.one_of(VALUES, st.lists(VALUES, max_size=3))
)


@given(RECORD)
def test_everything_else_reads_the_same(record: dict[str, object]) -> None:
    """Whatever a record holds: the new bytes begin with the old ones, and only the day is new."""
    before = yaml.safe_dump(record, allow_unicode=True).encode() if record else b""
    try:
        after = with_day(Path("a.yaml"), before, DAY)
    except UserError:
        return
    assert after.startswith(before)
    assert yaml.safe_load(after) == {**record, "verified": DAY}


def test_a_broken_record_is_told_with_its_fault(site: Site, call: Call) -> None:
    """A record that cannot be read is not called unknown: what is wrong in it is told."""
    site.write("data/institutions/pup-x.yaml", "name: [\n")
    outcome = call("confirm", "pup-x", *site.options)
    assert outcome.status == 1 and "pup-x.yaml:" in outcome.err and "There is no record" not in outcome.err


def test_the_task(site: Site, call: Call) -> None:
    """Ids, kinds with ids, files and owners; a misspelt id is told with the nearest and nothing is written."""
    site.institution("pup-a", owner="Ewa")
    site.institution("pup-b", owner="Ewa")
    options = ("--content", str(site.content), "--data", str(site.data), "--date", "2026-01-20")
    outcome = call("confirm", "pup-a", "pup-bb", *options, LANG="en")
    assert outcome.status == 1 and "did you mean “pup-b”?" in outcome.err
    assert "verified" not in (site.data / "institutions/pup-a.yaml").read_text(encoding="utf-8")
    assert call("confirm", "institutions/pup-a", *options, LANG="en").status == 0
    assert "verified: 2026-01-20" in (site.data / "institutions/pup-a.yaml").read_text(encoding="utf-8")
    outcome = call("confirm", "--all-of", "Ewa", *options, LANG="en")
    assert outcome.out.strip().endswith("pup-b.yaml") and "1 record said so already" in outcome.err
    assert call("confirm", LANG="en").status == 2
    assert call("confirm", "pup-a", *options[:-1], "2999-01-01", LANG="en").status == 2


def test_who_confirmed_is_written_when_asked(site: Site, call: Call) -> None:
    """``--by`` adds or changes one more line; without it an older word of it stays and is told."""
    file = site.institution("pup-a", verified=date(2025, 1, 1))
    before = file.read_bytes()
    assert call("confirm", "pup-a", "--by", "institution", *site.options).status == 0
    assert file.read_bytes() == before.replace(b"2025-01-01", b"2026-03-01") + b"verified_by: institution\n"
    told = call("confirm", "pup-a", "--date", "2026-02-01", *site.options)
    assert told.status == 0 and "verified_by: institution" in told.err
    assert call("confirm", "pup-a", "--by", "source", *site.options).status == 0
    assert file.read_bytes().endswith(b"verified_by: source\n") and file.read_bytes().count(b"verified_by") == 1
    assert call("confirm", "pup-a", "--by", "me", *site.options).status == 2


@pytest.mark.parametrize("owner", ["", "  "])
def test_an_empty_owner_is_wrong_usage(site: Site, call: Call, owner: str) -> None:
    """A script whose variable is empty confirms nothing, least of all everything for which nobody answers."""
    file = site.institution("pup-a")
    before = file.read_bytes()
    assert call("confirm", "--all-of", owner, *site.options).status == 2
    assert call("confirm", "pup-a", "--all-of", owner, *site.options).status == 2
    assert file.read_bytes() == before
