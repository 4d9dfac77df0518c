"""Generated posts and institutions for measuring: as many as are asked for, the same in every run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

_SENTENCES = (
    "Urząd przyjmuje oferty pracy i **bezpłatnie** szuka kandydatów.",
    "Pracodawca podaje stanowisko, warunki i termin w [formularzu](https://example.org/formularz).",
    "Dane pochodzą z publicznych źródeł i mają swoją datę.",
    "Rada Partnerów spotyka się *dwa razy* w roku.",
    "Powiaty różnią się stopą bezrobocia i strukturą wieku.",
    "Konsultanci odpowiadają na pytania firm i pracowników.",
    "Szkolenie trwa trzy dni, a udział potwierdza zaświadczenie.",
    "Zgłoszenie zwolnienia grupowego przyjmuje powiatowy urząd pracy.",
)
_LETTERS = "ABCDEFGHIJKLMNOPRSTUWZ"


@dataclass(frozen=True, slots=True)
class Post:
    """A post before it is written for one generator: two topics, about 2 kB of Markdown text."""

    number: int
    day: date
    author: str
    category: str
    topics: tuple[str, str]
    summary: str
    text: str

    @property
    def title(self) -> str:
        """Title of the post."""
        return f"Wpis numer {self.number}"

    @property
    def stem(self) -> str:
        """Name of its file and last part of its address."""
        return f"wpis-numer-{self.number}"


def make_post(number: int, revision: int = 0) -> Post:
    """Return the post of a number, newer than those of lower numbers; a ``revision`` changes its text only."""

    def sentence(place: int) -> str:
        return _SENTENCES[(number * 3 + place * 5 + place // 7) % len(_SENTENCES)]

    paragraphs = [" ".join(sentence(row * 6 + word) for word in range(6)) for row in range(4)]
    changed = f" Zmiana {revision}." if revision else ""
    text = (
        f"{paragraphs[0]}{changed}\n\n## Co dalej\n\n{paragraphs[1]}\n\n- {sentence(1)}\n- {sentence(2)}\n"
        f"- {sentence(3)}\n\n## Kogo dotyczy\n\n{paragraphs[2]}\n\n> {sentence(4)}\n\n{paragraphs[3]}\n"
    )
    return Post(
        number=number,
        day=date(2001, 1, 1) + timedelta(days=number // 12),
        author=f"Autor {_LETTERS[number % 5]}",
        category=f"Kategoria {_LETTERS[number % 12]}",
        topics=(_topic(number % 60), _topic((number + 7) % 60)),
        summary=_SENTENCES[(number * 3 + 2) % len(_SENTENCES)].replace("*", "").partition(" w [")[0],
        text=text,
    )


def _topic(number: int) -> str:
    # No digits: Pelican names page 2 of a topic "x 1" as it names the topic "x 12".
    return f"temat {_LETTERS[number // 10]}{_LETTERS[number % 10]}"


_COUNTY = """- teryt: "1201"
  slug: powiat-bochenski
  name: powiat bocheński
  short_name: bocheński
  kind: rural
  seat: Bochnia
  seat_locative: w Bochni
  locative: w powiecie bocheńskim
  genitive: powiatu bocheńskiego
  latitude: 49.969
  longitude: 20.430
  tile: {row: 0, column: 0}
"""


def write_small_data(folder: Path) -> None:
    """Write the three files without which no site is built."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "counties.yaml").write_text(_COUNTY, encoding="utf-8")
    for name in ("services", "institution-types"):
        (folder / f"{name}.yaml").write_text("[]\n", encoding="utf-8")


def institution_text(
    number: int, kind: str, services: Sequence[str], counties: Sequence[str], revision: int = 0
) -> str:
    """Return the file of a generated institution of a type: four services, one county.

    A ``revision`` changes its description.
    """
    given = ", ".join(dict.fromkeys(services[(number * 7 + step * 11) % len(services)] for step in range(4)))
    county = counties[number % len(counties)]
    changed = f" Zmiana {revision}." if revision else ""
    return (
        f'name: Placówka {number}\ntype: {kind}\ncounty: "{county}"\nstreet: ul. Pomiarowa {number % 200 + 1}\n'
        f"postal_code: 30-{number % 1000:03}\ncity: Kraków\nservices: [{given}]\naudiences: [employer]\n"
        f"description: Prowadzi doradztwo dla firm.{changed}\n"
    )
