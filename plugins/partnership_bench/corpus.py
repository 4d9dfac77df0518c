"""Generated posts for measuring: as many as are asked for, the same in every run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

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
STEM = "wpis-numer-"
"""What the name of every generated post begins with."""

AUTHORS = 5
CATEGORIES = 10
TOPICS = 50
"""So many of each share the posts evenly, each post having two topics.

At 100, 1,000, 5,000 and 20,000 posts every list is shorter than a page of twenty or fills its pages: so it has the same
number of pages wherever a generator begins to count.
"""

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
    title: str

    @property
    def stem(self) -> str:
        """Name of its file and last part of its address."""
        return f"{STEM}{self.number}"


def make_post(number: int, revision: int = 0, renamed: int = 0) -> Post:
    """Return the post of a number, newer than those of lower numbers.

    A ``revision`` changes its text only, ``renamed`` its title only.
    """

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
        author=f"Autor {_LETTERS[number % AUTHORS]}",
        category=f"Kategoria {_LETTERS[number % CATEGORIES]}",
        topics=(_topic(number % TOPICS), _topic((number + 7) % TOPICS)),
        summary=_SENTENCES[(number * 3 + 2) % len(_SENTENCES)].replace("*", "").partition(" w [")[0],
        text=text,
        title=f"Wpis numer {number}" + (f" po zmianie {renamed}" if renamed else ""),
    )


def _topic(number: int) -> str:
    # No digits: Pelican names page 2 of a topic "x 1" as it names the topic "x 12".
    return f"temat {_LETTERS[number // 10]}{_LETTERS[number % 10]}"
