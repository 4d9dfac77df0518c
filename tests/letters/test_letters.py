"""Letters to institutions: what they say, to whom, that they are good mail, and that no file of others is touched."""

from __future__ import annotations

import email
from datetime import date, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import Call
from tests.support.commands import PROJECT
from tests.support.site import Site


def world(site: Site) -> Site:
    """Write an office with everything, and one of which next to nothing is known."""
    site.institution(
        "pup-a", name="Urząd A", email=["urzad@żółw.example", "drugi@example.org"], phone=["123456789"],
        opening_hours=[{"days": ["mon", "tue"], "opens": "07:30", "closes": "15:30"}],
        services=["posrednictwo", {"id": "zwolnienia-monitorowane", "note": "Tylko <w> środy.", "fee": "0 zł"}],
        verified=date(2026, 1, 10), owner="Ewa",
    )  # fmt: skip
    site.institution("pup-b", name="Urząd\n B", county="1202", owner="Jan")
    site.partner("pup-a", consultants=[{"name": "Barbara Tajna", "phone": "987654321", "consent": True}],
                 gives=[{"what": "Sala", "description": "Na 20 osób."}])  # fmt: skip
    site.offer(summary="Blisko **autostrady**.", contact="pup-a",
               sites=[{"name": "Strefa", "area_ha": 2, "updated": date(2025, 5, 1)}])  # fmt: skip
    return site


def letter(file: Path) -> EmailMessage:
    """Return a parsed letter without defects."""
    mail = email.message_from_bytes(file.read_bytes(), policy=default)
    assert [type(part.defects) for part in mail.walk() if part.defects] == []
    return mail


def both(mail: EmailMessage) -> list[str]:
    """Return the text of both forms, white space as one space."""
    plain, shown = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None and shown is not None and mail.get_content_type() == "multipart/alternative"
    texts = (plain.get_content(), text_of(html.document_fromstring(shown.get_content()).find("body")))
    return [" ".join(text.split()) for text in texts]


def text_of(element: Any) -> str:
    """Return the text of an element and all in it."""
    return "".join(element.itertext())


def test_a_letter_says_all_that_the_site_says(site: Site, call: Call, tmp_path: Path) -> None:
    """Every fact of institution, partner and offer stands in both forms; what is missing is asked for, nobody named."""
    folder = tmp_path / "letters"
    done = call("freshness", "--mail", folder, "--site-url", "https://a.example.org", *world(site).options)
    assert done.status == 0, done.err
    assert [Path(line).name for line in done.out.splitlines()] == ["pup-b.eml", "pup-a.eml"]
    mail = letter(folder / "pup-a.eml")
    assert mail["To"].addresses[0].addr_spec == "urzad@xn--w-uga1v8h.example"
    assert mail["X-Unsent"] == "1" and mail["Content-Language"] == "pl" and mail["From"] is None
    for text in both(mail):
        for said in (
            "Urząd A", "12 345 67 89", "drugi@example.org", "poniedziałek, wtorek: 7.30–15.30", "Pośrednictwo pracy",
            "Zwolnienia monitorowane (Tylko <w> środy; opłata: 0 zł)", "Sala: Na 20 osób.", "Blisko autostrady.",
            "Strefa, 2 ha", "Potwierdzone 10 stycznia 2026 r.", "Niepotwierdzone", "1 osoba, która wyraziła zgodę",
            "Potwierdzamy", "https://a.example.org/instytucje/pup-a/", "do 16 marca 2026 r. Nie trzeba",
            "confirm --by institution institutions/pup-a partners/pup-a offers/1201",
        ):  # fmt: skip
            assert said in text.replace("\u00a0", " "), said
        assert not [one for one in ("127.0.0.1", "tasks.py", "data/", "W razie pytań") if one in text]
        assert "Tajna" not in text and "987" not in text and "**" not in text
    assert letter(folder / "pup-b.eml")["To"] is None
    assert "1 institution has no e-mail address in the data" in done.err


def test_every_line_has_a_number_of_its_own(site: Site, call: Call, tmp_path: Path) -> None:
    """Numbers run through the whole letter, in both forms, and nothing stands in it twice."""
    call("freshness", "--mail", tmp_path / "l", *world(site).options)
    for name in ("pup-a", "pup-b"):
        mail = letter(tmp_path / "l" / f"{name}.eml")
        shown, plain = mail.get_body(("html",)), mail.get_body(("plain",))
        assert shown is not None and plain is not None
        document = html.document_fromstring(shown.get_content())
        labels = [text_of(item) for item in (*document.findall(".//ul[@class='missing']/li"), *document.iter("dt"))]
        assert [label.split(".")[0] for label in labels] == [str(number + 1) for number in range(len(labels))]
        names = [label.partition(". ")[2] for label in labels]
        assert len(set(names)) == len(names)
        numbered = [line for line in plain.get_content().splitlines() if line[:1].isdigit()]
        assert [line.split(".")[0] for line in numbered] == [label.split(".")[0] for label in labels]


def test_how_to_reach_an_institution_is_asked_first(site: Site, call: Call, tmp_path: Path) -> None:
    """Address, phone, e-mail and hours stand before languages and services, whatever the order of the page."""
    call("freshness", "--mail", tmp_path / "l", *world(site).options)
    text = both(letter(tmp_path / "l" / "pup-b.eml"))[0]
    asked = ["Ulica i numer", "Kod pocztowy", "Telefon", "E-mail", "Godziny otwarcia", "Strona internetowa", "Usługi"]
    places = [text.index(f". {one}") for one in asked if f". {one}" in text]
    assert places == sorted(places) and len(places) >= 5


@pytest.mark.parametrize(
    ("today", "wished"),
    [("2026-03-02", "16 marca"), ("2026-03-07", "23 marca"), ("2026-03-08", "23 marca"), ("2026-03-09", "23 marca")],
)
def test_the_wished_day_is_a_working_day(site: Site, call: Call, tmp_path: Path, today: str, wished: str) -> None:
    """Two weeks after the letter, or the Monday after a weekend."""
    seconds = str(int(datetime.fromisoformat(f"{today}T12:00+00:00").timestamp()))
    call("freshness", "--mail", tmp_path / "l", *world(site).options, SOURCE_DATE_EPOCH=seconds)
    for text in both(letter(tmp_path / "l" / "pup-b.eml")):
        assert f"do {wished} 2026 r." in text.replace("\u00a0", " ")


def test_the_same_facts_make_the_same_bytes(site: Site, call: Call, tmp_path: Path) -> None:
    """Two calls give equal files; a second one over its own letters replaces them, on another day too."""
    world(site)
    for name in ("one", "two", "two"):
        assert call("freshness", "--mail", tmp_path / name, *site.options).status == 0
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
    later = call("freshness", "--mail", tmp_path / "two", *site.options, SOURCE_DATE_EPOCH="1773000000")
    assert later.status == 0 and "8 Mar 2026" in letter(tmp_path / "two" / "pup-a.eml")["Date"]


@pytest.mark.parametrize("kind", ["changed", "another", "link", "folder"])
def test_files_of_others_stay(site: Site, call: Call, tmp_path: Path, kind: str) -> None:
    """A letter that somebody finished by hand, and whatever else is in the way, is named and nothing is written."""
    world(site)
    folder, file = tmp_path / "l", tmp_path / "l" / "pup-a.eml"
    folder.mkdir()
    if kind == "changed":
        call("freshness", "--mail", folder, *site.options)
        (folder / "pup-b.eml").unlink()
        file.write_bytes(file.read_bytes() + b"PS\r\n")
    elif kind == "another":
        file.write_bytes(b"Subject: x\n\ny")
    elif kind == "link":
        file.symlink_to(tmp_path / "elsewhere")
    else:
        file.mkdir()
    before = file.read_bytes() if file.is_file() else None
    done = call("freshness", "--mail", folder, *site.options)
    assert done.status == 1 and "pup-a.eml" in done.err and done.out == ""
    assert not (folder / "pup-b.eml").exists() and (before is None or file.read_bytes() == before)
    assert not (tmp_path / "elsewhere").exists()


def test_folders_and_options_that_do_not_fit(site: Site, call: Call, tmp_path: Path) -> None:
    """The site's own folders are refused, a file in place of the folder and options of the list are wrong usage."""
    world(site)
    assert call("freshness", "--mail", site.content / "listy", *site.options).status == 1
    assert not (site.content / "listy").exists()
    (tmp_path / "file").write_text("x")
    assert call("freshness", "--mail", tmp_path / "file", *site.options).status == 2
    assert call("freshness", "--mail", tmp_path / "l", "--format", "csv", *site.options).status == 2
    site.write("data/institutions/pup-c.yaml", "name: [\n")
    assert call("freshness", "--mail", tmp_path / "l", *site.options).status == 1
    assert not (tmp_path / "l").exists()


def test_one_owner_and_letters_left_over(site: Site, call: Call, tmp_path: Path) -> None:
    """``--owner`` asks only what that owner answers for; earlier letters to others are named."""
    call("freshness", "--mail", tmp_path / "l", *world(site).options)
    done = call("freshness", "--mail", tmp_path / "l", "--owner", "Ewa", *site.options)
    assert done.out.count(".eml") == 1 and "pup-b.eml is an earlier letter" in done.err


def test_the_command_in_the_letter_confirms(site: Site, call: Call, tmp_path: Path) -> None:
    """The editors' command, copied out of the letter, confirms every record that the letter shows."""
    call("freshness", "--mail", tmp_path / "l", *world(site).options)
    text = both(letter(tmp_path / "l" / "pup-a.eml"))[0]
    names = text.rpartition(" confirm ")[2].split()
    done = call("confirm", *names, *site.options)
    assert done.status == 0 and len(done.out.splitlines()) == 3
    for text in (Path(line).read_text("utf-8") for line in done.out.splitlines()):
        assert "verified: 2026-03-01\n" in text and "verified_by: institution\n" in text


def test_letters_to_all_institutions_of_this_site(call: Call, tmp_path: Path) -> None:
    """Every shipped institution gets a letter that parses, with a sender when the site has an address."""
    done = call("freshness", "--mail", tmp_path / "l")
    assert done.status == 0
    files = sorted((tmp_path / "l").iterdir())
    assert len(files) == len(list((PROJECT / "data" / "institutions").glob("*.yaml")))
    for file in files:
        assert all("Jak odpowiedzieć" in text for text in both(letter(file)))


def test_what_the_profile_knows_is_used(site: Site, call: Call, tmp_path: Path) -> None:
    """Answers come to the site's address, and the form is that of its own editor, where the profile names them."""
    world(site).write_yaml("data/site.yaml", {
        "name": "Nasze", "region": {"name": "Region"}, "languages": ["pl"], "time_zone": "Europe/Warsaw",
        "feed_authority": "example.org", "feed_since": 2020,
        "contact": {"email": "redakcja@example.org", "phone": "12 300 00 00", "address": "Rynek 1, 30-001 Kraków"},
        "editor": {"host": "github", "repository": "a/b"},
    })  # fmt: skip
    call("freshness", "--mail", tmp_path / "l", "--site-url", "https://a.example.org", *site.options)
    mail = letter(tmp_path / "l" / "pup-a.eml")
    assert all("https://a.example.org/redakcja/#/collections/institutions/entries/pup-a" in text for text in both(mail))
    for text in both(mail):
        for said in (
            "W razie pytań: 12 300 00 00, redakcja@example.org.", "Rynek 1, 30-001 Kraków",
            "python3 tasks.py confirm --by institution institutions/pup-a", "data/institutions/pup-a.yaml",
        ):  # fmt: skip
            assert said in text.replace("\u00a0", " "), said
    assert mail["From"].addresses[0].addr_spec == "redakcja@example.org"
