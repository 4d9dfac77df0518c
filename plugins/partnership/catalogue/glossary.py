"""Words of the glossary in a text: which terms the original names, and whether a translation says them too.

Words are compared by their stems, so that any case and number counts; ``*`` in the glossary stands for any ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Final

import msgspec

from partnership.finder.folding import words
from partnership.patterns import pattern
from partnership.records.glossary import Term
from partnership.search.tongues import Tongue, tongue

SURE: Final = 3
"""Letters that two forms of a word share at least where no rule of endings makes one of the other."""
LIKE: Final = 0.5
"""The part of the longer form that these letters make up."""
KEY: Final = 3
"""Letters of a first word by which phrases are looked up."""
_PAUSE: Final = pattern(r"[,;:.!?()\[\]|\n–—]+(?:\s|\Z)|[\n(|]")
"""Where one phrase ends and the next begins."""


class _Word(msgspec.Struct, frozen=True):
    """One word of a phrase, folded: its form, and the stem of its forms; empty where the form is their beginning."""

    form: str
    stem: str

    def fits(self, word: str, stem: str, kindly: bool) -> bool:
        """Tell whether a word of a text is a form of this one; ``kindly`` also takes a word that begins like it."""
        if not self.stem:
            return word.startswith(self.form)
        if stem == self.stem:
            return True
        if not kindly:
            return False
        shared = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(word, self.form, strict=False)))
        return shared >= SURE and shared >= LIKE * max(len(word), len(self.form))


Phrase = tuple[_Word, ...]


def _phrase(text: str, speech: Tongue) -> Phrase:
    """Return a phrase of the glossary ready to be looked for."""
    found: list[_Word] = []
    for piece in text.split():
        folded = words(piece)
        for number, word in enumerate(folded):
            begins = piece.endswith("*") and number == len(folded) - 1
            found.append(_Word(word, "" if begins else speech.stem(word)))
    return tuple(found)


class Phrases:
    """Phrases of one language, each standing for something; finds them in texts.

    Which terms an original names is read strictly, that nothing is asked for in vain; what a translation says is read
    ``kindly``, that no right word is told to be wrong.
    """

    def __init__(self, lang: str, phrases: Iterable[tuple[str, str]], kindly: bool) -> None:
        self._speech = tongue(lang)
        self._kindly = kindly
        self._by_start: dict[str, list[tuple[Phrase, str]]] = {}
        for text, meaning in phrases:
            phrase = _phrase(text, self._speech)
            if phrase:
                self._by_start.setdefault(phrase[0].form[:KEY], []).append((phrase, meaning))

    def _read(self, text: str) -> list[tuple[str, str]]:
        return [(word, self._speech.stem(word)) for word in words(text)]

    def found(self, text: str) -> Iterator[str]:
        """Yield what is meant by the phrases in a text, in order.

        Words of a longer phrase are no shorter one, and none goes across a comma or a full stop.
        """
        for part in _PAUSE.split(text):
            yield from self._found_in(self._read(part))

    def _found_in(self, read: list[tuple[str, str]]) -> Iterator[str]:
        place = 0
        while place < len(read):
            fitting = list(self._at(read, place))
            if fitting:
                longest = max(length for length, _meaning in fitting)
                yield from dict.fromkeys(meaning for length, meaning in fitting if length == longest)
                place += longest
            else:
                place += 1

    def said(self, text: str) -> set[str]:
        """Return everything that a text says, shorter phrases inside of longer ones too."""
        read = self._read(text)
        return {meaning for place in range(len(read)) for _length, meaning in self._at(read, place)}

    def _at(self, read: Sequence[tuple[str, str]], place: int) -> Iterator[tuple[int, str]]:
        starts = dict.fromkeys(read[place][0][:length] for length in range(1, KEY + 1))
        for phrase, meaning in (found for start in starts for found in self._by_start.get(start, ())):
            part = read[place : place + len(phrase)]
            if len(part) == len(phrase) and all(
                wanted.fits(word, stem, self._kindly) for wanted, (word, stem) in zip(phrase, part, strict=True)
            ):
                yield len(phrase), meaning


class Glossary:
    """The terms of a site: what an original names (:meth:`named`), and what of it a translation does not say."""

    def __init__(self, terms: Iterable[Term], first: str) -> None:
        self._terms = {one.id: one for one in terms}
        self._first = first
        self._other: dict[str, Phrases] = {}

    @cached_property
    def _originals(self) -> Phrases:
        return Phrases(
            self._first,
            [(text, one.id) for one in self._terms.values() for text in (one.term, *one.also.get(self._first, ()))],
            kindly=False,
        )

    def named(self, original: str) -> list[Term]:
        """Return the terms that a text of the first language names, each once, in order."""
        return [self._terms[identifier] for identifier in dict.fromkeys(self._originals.found(original))]

    def renderings(self, term: Term, lang: str) -> tuple[str, ...]:
        """Return the words that are right for a term in a language, the best one first; none where nobody gave one."""
        own = term.translations.get(lang, {}).get("term")
        return (*((own,) if isinstance(own, str) else ()), *term.also.get(lang, ()))

    def missing(self, original: str, translation: str, lang: str) -> list[tuple[Term, tuple[str, ...]]]:
        """Return the terms of an original that a translation says in none of the right words, with these."""
        named = [(one, self.renderings(one, lang)) for one in self.named(original)]
        wanted = [(one, right) for one, right in named if right]
        if not wanted:
            return []
        said = self._phrases(lang).said(translation)
        return [(one, right) for one, right in wanted if one.id not in said]

    def _phrases(self, lang: str) -> Phrases:
        made = self._other.get(lang)
        if made is None:
            pairs = [(text, one.id) for one in self._terms.values() for text in self.renderings(one, lang)]
            made = self._other[lang] = Phrases(lang, pairs, kindly=True)
        return made
