"""Words that mean the same, as stems: a text is found by what it says and by what means the same.

They are added when a text is counted, so that a question loads no more than it did, and the browser needs no table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from partnership.search.counting import stems


class Synonyms(NamedTuple):
    """Groups of words as stems.

    ``words`` gives for each stem that stands in a group the numbers of its ``names``; a name is its stems, and those
    that mean the same.  Plain data, so that processes share it and caches know it by its bytes.
    """

    words: dict[str, tuple[int, ...]]
    names: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    def met(self, known: set[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Yield the names all of whose stems are among ``known``, in their order."""
        for number in sorted({number for word in known for number in self.words[word]}):
            words, others = self.names[number]
            if len(words) == 1 or known.issuperset(words):
                yield words, others


NO_SYNONYMS: Final = Synonyms({}, ())


def read_synonyms(groups: Iterable[Sequence[str]], lang: str) -> Synonyms:
    """Return groups of names that mean the same, of one or several words each, by the rules of ``lang``.

    A name of several words is known in a text that has all of them; it stands for others, but no other stands for it:
    its words alone mean other things.
    """
    names: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    places: defaultdict[str, list[int]] = defaultdict(list)
    for group in groups:
        each = list(dict.fromkeys(tuple(stems(name, lang)) for name in group))
        single = [name[0] for name in each if len(name) == 1]
        for name in each:
            others = tuple(word for word in single if word not in name)
            if name and others:
                for word in name:
                    places[word].append(len(names))
                names.append((name, others))
    return Synonyms({word: tuple(some) for word, some in places.items()}, tuple(names))
