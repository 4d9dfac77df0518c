"""``start``: another partnership's site, whole or not at all, with no word of any other."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.support.commands import Outcome

Call = Callable[..., Outcome]

POLISH = """\
code,name,seat,latitude,longitude
0201,powiat bolesławiecki,Bolesławiec,51.264,15.569
0202,powiat dzierżoniowski,Dzierżoniów,50.728,16.651
0264,Wrocław,Wrocław,51.107,17.038
"""
ABROAD = """\
code;name;seat;coordinates
AV-1;Northvale;Northvale;53.10 -6.20
AV-2;Eastmere;Merton;53.00 -6.00
AV-3;Westholm;Holm;53.02 -6.50
"""
OURS = re.compile(r"małopol|malopol|krak[oó]w|wup-|\b2011\b|limanow|bochni", re.IGNORECASE)
"""Words of the site that this program was written for."""


def _start(call: Call, folder: Path, table: str, *options: str) -> Outcome:
    (folder.parent / "counties.csv").write_text(table, encoding="utf-8")
    return call("start", folder, "--counties", folder.parent / "counties.csv", *options)


@pytest.mark.parametrize(
    ("table", "options", "name"),
    [
        (POLISH, "--region=Dolny Śląsk --locative=na Dolnym Śląsku --languages=pl", "Partnerstwo Dolne"),
        (ABROAD, "--region=Avalon --languages=en --country=ie --time-zone=Europe/Dublin", "Avalon"),
        (ABROAD, "--region=Avalon --languages=ar,en,uk --country=eg --time-zone=Africa/Cairo", "Avalon"),
    ],
    ids=["pl", "abroad", "a language the program does not know"],
)
def test_a_new_site_is_whole(call: Call, tmp_path: Path, table: str, options: str, name: str) -> None:
    """It passes the check, builds, has a history of one commit, and says nothing of the site the program came with."""
    folder = tmp_path / "site"
    asked = re.split(r" (?=--)", options)
    made = _start(call, folder, table, "--name", name, "--office", "Office of the Region",
                  "--email", "hello@example.org", *asked)  # fmt: skip
    assert (made.status, made.out) == (0, f"{folder}\n"), made.err
    # Starter texts that wait for a translation say so, in their files and at the end.
    starter = [folder / "data" / one for one in ("services.yaml", "institution-types.yaml")]
    foreign = "--languages=ar" in options
    assert all(one.read_text(encoding="utf-8").startswith("# ") == foreign for one in starter)
    assert ("data/services.yaml, data/institution-types.yaml" in made.err) == foreign
    sources = ["--content", folder / "content", "--data", folder / "data"]
    checked = call("check", *sources)
    # What the program cannot say in the site's languages is counted, and nothing else is told.
    assert checked.status == 0
    assert all("data/site.yaml" in line and " warning: " in line for line in checked.out.splitlines()), checked.out
    built = call("build", *sources, "--settings", folder / "pelicanconf.py", "--output", tmp_path / "out")
    assert built.status == 0, built.err
    texts = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    said = {
        path: data.decode() for path, data in texts.items() if path.suffix not in (".png", ".ico", ".xlsx", ".docx")
    }
    assert not [path.name for path, text in said.items() if OURS.search(text)]
    assert name in said[tmp_path / "out" / "index.html"]
    assert ('<html lang="ar" dir="rtl">' in said[tmp_path / "out" / "index.html"]) == ("=ar," in options)
    log = subprocess.run(["git", "log", "--oneline"], cwd=folder, capture_output=True, text=True, check=True).stdout
    assert len(log.splitlines()) == 1
    assert not subprocess.run(["git", "status", "--porcelain"], cwd=folder, capture_output=True, check=True).stdout


@pytest.mark.parametrize(
    ("office", "options", "county", "guessed"),
    [("Agency of Holm", (), "AV-3", False), ("Merton and Holm Agency", (), "AV-2", True),
     ("Agency of MERTON", ("--county", "westholm"), "AV-3", False)],
)  # fmt: skip
def test_the_office_stands_in_the_county_of_its_town(
    call: Call, tmp_path: Path, office: str, options: tuple[str, ...], county: str, guessed: bool
) -> None:
    """By the seat in its name, or as the option says; where nobody says it, the guess is told with file and key."""
    folder = tmp_path / "site"
    made = _start(call, folder, ABROAD, "--name", "A", "--office", office, "--region", "C", "--languages", "en",
                  "--country", "ie", "--time-zone", "Europe/Dublin", *options)  # fmt: skip
    assert made.status == 0, made.err
    (file,) = (folder / "data" / "institutions").iterdir()
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["county"] == county
    assert (f"data/institutions/{file.name} says " in made.err) == guessed


def test_a_county_of_the_office_that_is_not_there_is_told(call: Call, tmp_path: Path) -> None:
    """With the counties to choose from, by name and code; nothing is written."""
    options = ["--name", "A", "--office", "B", "--region", "C", "--languages", "en", "--country", "ie",
               "--time-zone", "Europe/Dublin", "--county", "Nowhere"]  # fmt: skip
    made = _start(call, tmp_path / "site", ABROAD, *options)
    assert made.status == 1 and not (tmp_path / "site").exists()
    assert "“Nowhere”" in made.err and "Westholm (AV-3)" in made.err


def test_exchanged_coordinates_are_told_at_their_cell(call: Call, tmp_path: Path) -> None:
    """Abroad, too: one county among three, with what is meant; the site is made all the same."""
    made = _start(call, tmp_path / "site", ABROAD.replace("53.00 -6.00", "-6.00 53.00"), "--name", "A", "--office", "B",
                  "--region", "C", "--languages", "en", "--country", "ie", "--time-zone", "Europe/Dublin")  # fmt: skip
    assert made.status == 0
    assert re.search(r"counties\.csv:3:22: warning: .*; write latitude 53 and longitude -6", made.err), made.err


def test_nothing_is_half_written(call: Call, tmp_path: Path) -> None:
    """A wrong table, a folder in use, a missing answer: told, and the folder stays as it was."""
    folder = tmp_path / "site"
    options = ["--name", "A", "--office", "B", "--region", "C", "--languages", "pl"]
    wrong = _start(call, folder, POLISH.replace("51.264,15.569", "15.569,51.264"), *options)
    assert wrong.status == 1 and re.search(r"counties\.csv:2:\d+: error: ", wrong.err)
    assert call("start", folder, "--name", "A").status == 2
    assert _start(call, folder, POLISH, *options[:-1], "polski język").status == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["counties.csv"]
    many = call("start", folder, "--name", "A", "--office", "B", "--languages", "polski język", "--country", "Polska",
                "--time-zone", "Europe/Krakow", "--site-url", "https://[a", "--email", "a at b")  # fmt: skip
    assert many.status == 1 and not folder.exists()
    for said in ("język", "Polska", "Europe/Krakow", "https://[a", "a at b", "--region", "--counties"):
        assert said in many.err
    options[-1] = "es,xx,english"
    strange = _start(call, folder, POLISH, *options, "--country", "chile")
    assert strange.status == 1 and not folder.exists()
    for said in ("“xx”", "“en”", "“cl”"):
        assert said in strange.err
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    used = _start(call, folder, POLISH, *options)
    assert used.status == 1 and "not empty" in used.err
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_counties_named_after_their_seats_are_no_towns_abroad(call: Call, tmp_path: Path) -> None:
    """Only Poland knows a town with a county's rights by its name; a county abroad may be called after its seat."""
    for country, kinds in (("pl", ["rural", "rural", "city"]), ("ie", ["rural", "rural", "rural"])):
        folder = tmp_path / country / "site"
        folder.parent.mkdir()
        table = POLISH if country == "pl" else ABROAD
        made = _start(call, folder, table, "--name", "A", "--office", "B", "--region", "C", "--languages", "pl",
                      "--country", country, "--time-zone", "Europe/Dublin")  # fmt: skip
        assert made.status == 0, made.err
        counties = yaml.safe_load((folder / "data" / "counties.yaml").read_text(encoding="utf-8"))
        assert sorted(one["kind"] for one in counties) == sorted(kinds)
