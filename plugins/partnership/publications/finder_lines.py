"""What people say, written small: lines of stems that begin alike stand together and say their beginning once.

The browser reads them in `theme/static/js/finder/lines.js`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from partnership.finder.folding import words
from partnership.finder.speech import Speech


def written_lines(lines: Sequence[str], *, in_order: bool = False) -> str:
    """Return lines of stems as one text, semicolons between; a comma stands for a word of the line before.

    The words of a line mean the same in any order: the commonest come first and none is said twice, unless ``in_order``
    keeps them.
    """
    counts = Counter(word for line in lines for word in set(line.split()))
    split = [line.split() for line in lines if line]
    if in_order:
        return ";".join(_without_beginnings(split))
    ordered = sorted({tuple(sorted(line, key=lambda word: (-counts[word], word))) for line in split})
    return ";".join(_without_beginnings(ordered))


def _without_beginnings(lines: Iterable[Sequence[str]]) -> Iterable[str]:
    """Yield each line with a comma for each word that it begins with like the line before; the last word stays."""
    before: Sequence[str] = ()
    for line in lines:
        same = 0
        while same < min(len(line) - 1, len(before)) and line[same] == before[same]:
            same += 1
        yield "," * same + " ".join(line[same:])
        before = line


def said_lines(spoken: Speech, lines: Iterable[str]) -> str:
    """Return what people say as a search compares it, semicolons between: stems, no connecting words, no line twice."""
    stems = (
        " ".join(dict.fromkeys(spoken.stem(word) for word in words(line) if word not in spoken.skip)) for line in lines
    )
    return ";".join(dict.fromkeys(line for line in stems if line))
