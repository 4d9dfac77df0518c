"""Generated posts for the search: made-up words in Polish endings, frequent and rare as in real texts, about topics.

What fits a question is known since the question is made with the post: words of its title, a rare word of its text, a
phrase, the name of a topic; each in another case than the post has it, some with a slip.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Final

TOPICS: Final = 120
LEMMAS: Final = 14_000
WORDS: Final = 215

_ONSETS: Final = (
    "b", "br", "c", "cz", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "ł", "m", "n", "p", "pl", "pr", "r", "s",
    "sk", "st", "sz", "t", "tr", "w", "z", "zw", "ż",
)  # fmt: skip
_VOWELS: Final = tuple("aeiouyó")
_CODAS: Final = ("", "", "", "n", "r", "l", "t", "k", "m", "s", "rt", "nk", "st")
_FEMININE: Final = ("a", "y", "ę", "ą", "om", "ami", "ach")
_MASCULINE: Final = ("", "u", "owi", "em", "y", "ów", "om", "ami", "ach")
_JOINS: Final = (
    "i", "w", "z", "na", "do", "o", "dla", "przez", "oraz", "się", "nie", "jest", "są", "że", "który", "od", "po", "za",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lemma:
    """A made-up noun: its stem and its endings."""

    stem: str
    endings: tuple[str, ...]

    def form(self, dice: random.Random) -> str:
        """Return the noun in one of its cases."""
        return self.stem + dice.choice(self.endings)


@dataclass(frozen=True, slots=True)
class Made:
    """A generated post: what it is about, and words by which somebody may look for it."""

    stem: str
    day: date
    topic: int
    title: str
    text: str
    title_lemmas: tuple[Lemma, ...]
    rare: Lemma
    phrase: str

    @property
    def address(self) -> str:
        """Return where the post stands on the site."""
        return f"/aktualnosci/{self.day.year}/{self.stem}/"

    def markdown(self) -> str:
        """Return the post as an editor would have written it."""
        topic = self.topic % 12
        return (
            f'---\ntitle: "{self.title}"\ndate: {self.day.isoformat()}\ncategory: Kategoria {topic}\n'
            f"tags: [temat {topic}]\n---\n{self.text}\n"
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the addresses that answer it: any of them for a known item, all for a topic."""

    kind: str
    text: str
    fits: tuple[str, ...]


class Corpus:
    """Posts with their words; the same for the same number and seed."""

    def __init__(self, count: int, seed: int = 5) -> None:
        dice = self._dice = random.Random(seed)
        self.lemmas = _lemmas(dice, LEMMAS)
        self._weights = list(accumulate(1 / (rank + 6) for rank in range(LEMMAS)))
        names = dice.sample(self.lemmas[1500:], TOPICS * 8)
        self.topics = [tuple(names[at * 8 : at * 8 + 8]) for at in range(TOPICS)]
        rare = dice.sample(_lemmas(random.Random(seed + 1), count + 200, {one.stem for one in self.lemmas}), count)
        self.posts = [self._post(number, rare[number]) for number in range(count)]

    def _post(self, number: int, rare: Lemma) -> Made:
        dice = self._dice
        topic = dice.randrange(TOPICS)
        own = self.topics[topic]
        title_lemmas = (own[0], dice.choice(own[1:]), *dice.sample(self.lemmas[200:6000], 3))
        title = " ".join(one.form(dice) for one in title_lemmas).capitalize()
        common = dice.choices(self.lemmas, cum_weights=self._weights, k=WORDS)
        texts = []
        for one in common:
            lemma = own[min(7, int(dice.expovariate(0.5)))] if dice.random() < 0.06 else one
            texts.append(lemma.form(dice))
            if dice.random() < 0.25:
                texts.append(dice.choice(_JOINS))
        texts.insert(dice.randrange(len(texts)), rare.form(dice))
        at = dice.randrange(20, len(texts) - 20)
        sentences = [" ".join(texts[start : start + 12]).capitalize() + "." for start in range(0, len(texts), 12)]
        paragraphs = [" ".join(sentences[start : start + 6]) for start in range(0, len(sentences), 6)]
        at -= at % 12
        return Made(
            stem=f"wpis-{number:05}",
            day=date(2011, 6, 1) + timedelta(days=number),
            topic=topic,
            title=title,
            text="\n\n".join(paragraphs),
            title_lemmas=title_lemmas,
            rare=rare,
            phrase=" ".join(texts[at + 2 : at + 5]),
        )

    def write(self, folder: Path) -> None:
        """Write all posts below ``folder``/news."""
        for one in self.posts:
            path = folder / "news" / str(one.day.year) / f"{one.stem}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(one.markdown(), encoding="utf-8")

    def questions(self, known: int, topics: int, nothing: int, seed: int = 9) -> list[Asked]:
        """Return so many questions for a known post, for a topic, and for what nobody wrote about."""
        dice = random.Random(seed)
        asked = [self._known(dice, number) for number in range(known)]
        for topic in dice.sample(range(TOPICS), topics):
            fits = tuple(one.address for one in self.posts if one.topic == topic)
            lemmas = self.topics[topic][: 2 if dice.random() < 0.6 else 1]
            asked.append(Asked("topic", " ".join(one.form(dice) for one in lemmas), fits))
        strange = _lemmas(random.Random(seed + 7), nothing * 2, {one.stem for one in self.lemmas})
        for number in range(nothing):
            words = [strange[2 * number].form(dice) + "xq", strange[2 * number + 1].form(dice) + "qv"]
            asked.append(Asked("nothing", " ".join(words[: 1 + number % 2]), ()))
        return asked

    def _known(self, dice: random.Random, number: int) -> Asked:
        one = dice.choice(self.posts)
        way = ("title", "title-plain", "slip", "rare", "rare-and-title", "phrase", "begun")[number % 7]
        some = dice.sample(one.title_lemmas, 4)
        words = [lemma.form(dice) for lemma in some]
        if way == "title-plain":
            words = [word.translate(_PLAIN) for word in words]
        elif way == "slip":
            place = max(range(len(words)), key=lambda at: len(words[at]))
            words[place] = _slipped(dice, words[place])
        elif way == "rare":
            words = [one.rare.form(dice)]
        elif way == "rare-and-title":
            words = [one.rare.form(dice), *words[:2]]
        elif way == "phrase":
            return Asked(way, f"„{one.phrase}”", self._with_phrase(one.phrase))
        elif way == "begun":
            words[-1] = words[-1][: max(5, len(words[-1]) - 2)]
        return Asked(way, " ".join(words), (one.address,))

    def _with_phrase(self, phrase: str) -> tuple[str, ...]:
        flat = phrase.lower()
        return tuple(
            one.address for one in self.posts if flat in one.text.replace(".", "").replace("\n\n", " ").lower()
        )


_PLAIN: Final = str.maketrans("ąćęłńóśźż", "acelnoszz")


def _slipped(dice: random.Random, word: str) -> str:
    """Return a word with one slip: two letters swapped, one left out, one doubled, one other."""
    at = dice.randrange(1, max(2, len(word) - 2))
    return dice.choice(
        (
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[: at + 1] + word[at:],
            word[:at] + dice.choice("aeioklmnprst") + word[at + 1 :],
        )
    )


def _lemmas(dice: random.Random, count: int, taken: set[str] | None = None) -> list[Lemma]:
    """Return so many different nouns: one to three syllables, about as many as Polish words have."""
    seen = set(taken or ())
    found: list[Lemma] = []
    while len(found) < count:
        syllables = dice.choice((1, 1, 2, 2, 2, 3))
        stem = "".join(
            dice.choice(_ONSETS) + dice.choice(_VOWELS) + (dice.choice(_CODAS) if at == syllables - 1 else "")
            for at in range(syllables)
        )
        stem += "" if stem[-1] not in "aeiouyó" else dice.choice("nrktl")
        if stem not in seen:
            seen.add(stem)
            found.append(Lemma(stem, dice.choice((_FEMININE, _MASCULINE))))
    return found
