"""Generated posts: as many as are asked for, the same in every run."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

_SENTENCES = (
    "Urząd przyjmuje oferty pracy i bezpłatnie szuka kandydatów.",
    "Pracodawca podaje stanowisko, warunki i termin.",
    "Dane pochodzą z publicznych źródeł i mają swoją datę.",
    "Rada Partnerów spotyka się dwa razy w roku.",
    "Powiaty różnią się stopą bezrobocia i strukturą wieku.",
    "Konsultanci odpowiadają na pytania firm i pracowników.",
)


def write_posts(folder: Path, count: int) -> None:
    """Write ``count`` posts below ``folder``/news: 12 categories, 60 topics, 5 authors, about 2 kB of text each."""
    first = date(2012, 1, 1)
    for number in range(count):
        day = first + timedelta(days=number % 5000)
        target = folder / "news" / str(day.year) / f"wpis-{number:05}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = [
            " ".join(_SENTENCES[(number + row + word) % len(_SENTENCES)] for word in range(6)) for row in range(5)
        ]
        body = f"{paragraphs[0]}\n\n## Co dalej\n\n{paragraphs[1]}\n\n- {_SENTENCES[number % 6]}\n"
        body += "- [Powiaty](/powiaty/)\n\n"
        head = (
            f"---\ntitle: Wpis numer {number}\ndate: {day.isoformat()}\nauthor: Autor {number % 5}\n"
            f"category: Kategoria {number % 12}\ntags: [temat {number % 60}, temat {(number + 7) % 60}]\n"
            f"summary: {_SENTENCES[number % 6]}\n---\n"
        )
        target.write_text(head + body + "\n\n".join(paragraphs[2:]) + "\n", encoding="utf-8")
