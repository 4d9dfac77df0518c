"""Warnings on what was meant as Markdown and stays text: marks that readers would see as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from partnership.language import _
from partnership.prose.blanks import plain_blanks
from partnership.prose.list_marks import FENCE, cells_of, is_table

Leftover = tuple[int, int, str, str, str]
"""Line (from 0), column (from 0), code, message and hint."""

_GLUED: Final = re.compile(
    r"[ ]{0,3}([-+](?=[^\W\d_])|\*(?=[^\W\d_][^*]*\Z)|\d{1,3}[.)](?=[^\W\d_])|[a-z]\)(?=[^\s\\]))"
)
_HASHTAG: Final = re.compile(r"[ ]{0,3}#(?=[^\W\d_])")
_NUMBER: Final = re.compile(r"[ ]{0,3}(\d{1,3})[.)] +\S")
_OWN_MARK: Final = re.compile(
    r"[ ]{0,3}([ivxlcdm]{2,7}[.)]|i\)|[^\W\d_]\.|(?-i:o)|§+ ?\d+[a-z]?\.?|\(\w{1,3}\)|\d{1,2}(?:\.\d{1,2})+[.)]?"
    r"|[→⇒►➔➤➢»✓✔✗✘☐☑☒♦])[ \t]+(?=\S)",
    re.I,
)
"""What people count or mark items with and Markdown knows nothing of."""
_BOLD: Final = re.compile(r"(?<![\\*])\*\*(?!\*)(?:(?=\S)|(?<=\S\*\*))")
_LOOSE_BOLD: Final = re.compile(r"(?<![\\*\w])\*\*\s+[^*\s][^*]*\*\*(?!\*)|(?<![\\*])\*\*[^*]*[^*\s]\s+\*\*(?![*\w])")
_MARKED: Final = re.compile(r"(?<![=\w])==[^\s=](?:[^=]*[^\s=])?==(?![=\w])")
_IN_HTML: Final = re.compile(
    r"[ ]{0,3}<(p|table|tr|td|th|ul|ol|li|h[1-6]|blockquote|figure|figcaption|dl|dt|dd)\b[^<>]*>"
    r"[^\n]*?(\*\*[^\s*][^*]*\*\*|\[[^\[\]]+\]\([^()\s]+\))"
)
_OPEN_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*\Z")
_BROKEN_TAG: Final = re.compile(r"</?[a-zA-Z][\w-]*<[a-zA-Z/]")
"""A tag in whose name another begins: a slip of the keyboard, of which a part is shown nowhere."""
_NO_TAG: Final = re.compile(r"<(?:/(?![a-zA-Z>])|!(?!--)|\?)[^<>]*>")
"""What browsers take for a remark, since no name of a tag follows."""
_CODE: Final = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def leftovers(lines: Sequence[str]) -> Iterator[Leftover]:
    """Yield what stays text in the ``lines`` of a text, those of fenced code as empty ones."""
    plain = [
        _CODE.sub(lambda found: " " * len(found.group()), line) if "`" in line else line for line in plain_blanks(lines)
    ]
    yield from _lists(plain)
    yield from _tables(plain)
    yield from _bold(plain)
    for number, line in enumerate(plain):
        if found := _HASHTAG.match(line):
            text = line.strip()[:60]
            message = _("“%(text)s” begins with # and no space: it is no heading", text=text)
            hint = _("write “## %(words)s” for a heading, or “\\%(text)s” for a hashtag", words=text[1:], text=text)
            yield number, found.end() - 1, "glued-heading", message, hint
        if found := _MARKED.search(line):
            message = _("The signs == are shown as they are: “%(text)s”", text=found.group()[:60])
            yield number, found.start(), "shown-marks", message, _("for emphasis use **two asterisks**")
        if found := _IN_HTML.match(line):
            message = _(
                "Inside <%(tag)s> Markdown is shown as it is: “%(text)s”", tag=found.group(1), text=found.group(2)
            )
            hint = _("write it without the tag, or in HTML (<strong>, <a href>)")
            yield number, found.start(2), "markdown-in-html", message, hint
        found = _OPEN_TAG.search(line)
        if found is None or _ends_below(plain, number):
            found = _BROKEN_TAG.search(line)
        if found:
            message = _("The tag “%(text)s” does not end, so that what follows may be lost", text=found.group()[:60])
            yield number, found.start(), "open-tag", message, _("close it with >, or put a space after <")
        if found := _NO_TAG.search(line):
            message = _("“%(text)s” is no tag, and what stands in it is shown nowhere", text=found.group()[:60])
            yield number, found.start(), "no-tag", message, _("correct it, or put a space after <")
        if line.endswith("\\") and not line.endswith("\\\\") and line.strip("\\ ") and _is_last(plain, number):
            message = _("The backslash at the end of the paragraph is shown as it is")
            yield number, len(line) - 1, "shown-marks", message, _("delete it; it breaks a line only before another")


def open_fence(lines: Sequence[str]) -> Leftover | None:
    """Return the fenced code in the ``lines`` of a text that begins and does not end."""
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        found = FENCE.match(line.strip(" "))
        if found is None:
            continue
        if opened is None:
            opened = number, found.group(1)
        elif found.group(1).startswith(opened[1]) and not found.group(2).strip():
            opened = None
    if opened is None:
        return None
    message = _("The code that begins here does not end, so that it is shown as text")
    return opened[0], 0, "open-fence", message, _("put a line %(mark)s below its last line", mark=opened[1])


def _ends_below(lines: Sequence[str], number: int) -> bool:
    """Tell whether a tag that is open at the end of a line ends in the lines of its paragraph."""
    for line in lines[number + 1 :]:
        if not line.strip() or line.find("<") >= 0 > line.find(">"):
            return False
        if ">" in line:
            return "<" not in line[: line.index(">")]
    return False


def _is_last(lines: Sequence[str], number: int) -> bool:
    return number + 1 >= len(lines) or not lines[number + 1].strip()


def _lists(lines: Sequence[str]) -> Iterator[Leftover]:
    glued = [_GLUED.match(line) for line in lines]
    for number, found in enumerate(glued):
        neighbours = glued[max(0, number - 1) : number] + glued[number + 1 : number + 2]
        if found is None or not any(other and _alike(found.group(1), other.group(1)) for other in neighbours):
            continue
        text = lines[number].strip()
        right = f"{found.group(1)} {text[len(found.group(1)) :]}"
        message = _("“%(text)s” looks like an item of a list, but without a space it stays text", text=text[:60])
        hint = _("write “%(right)s”", right=right[:60])
        yield number, found.start(1), "glued-mark", message, hint
    own = [_OWN_MARK.match(line) for line in lines]
    for number, (found, following) in enumerate(pairwise(own)):
        begins = number == 0 or own[number - 1] is None
        if found and following and begins:
            text = lines[number].strip()
            message = _(
                "These lines begin like a list, but “%(mark)s” makes none: they run together", mark=found.group(1)
            )
            yield (
                number,
                found.start(1),
                "own-mark",
                message,
                _("begin each of them with “- ”: “- %(text)s”", text=text[:60]),
            )
    for number in range(1, len(lines) - 1):
        found, following = _NUMBER.match(lines[number]), _NUMBER.match(lines[number + 1])
        above = lines[number - 1]
        if (
            found
            and following
            and int(found.group(1)) != 1
            and int(following.group(1)) == int(found.group(1)) + 1
            and above.strip()
            and not _NUMBER.match(above)
            and not above.startswith((" ", "-", "*", "+", ">", "#"))
        ):
            message = _("A list that begins with %(number)s right under text stays text", number=found.group(1))
            yield number, 0, "list-under-text", message, _("put an empty line above it")


def _alike(one: str, other: str) -> bool:
    return one[-1] == other[-1] and one[0].isdigit() == other[0].isdigit()


def _tables(lines: Sequence[str]) -> Iterator[Leftover]:
    number = 0
    while number < len(lines):
        end = number
        while end < len(lines) and lines[end].lstrip().startswith("|") and lines[end].count("|") > 1:
            end += 1
        if end - number > 1 and not any(is_table(lines[at], lines[at + 1]) for at in range(number, end - 1)):
            cells = lines[number].strip().strip("|").count("|") + 1
            message = _(
                "These rows are no table: under the first one the line of hyphens is missing or of another width"
            )
            hint = _("put below the first row the line %(line)s", line="|" + "---|" * cells)
            yield number, 0, "no-table", message, hint
        number = max(end, number + 1)
    head = 0
    for place, line in enumerate(lines):
        if not line.strip():
            head = 0
        elif place + 1 < len(lines) and is_table(line, lines[place + 1]):
            head = cells_of(line)
        elif head and cells_of(line) > head:
            message = _("The row has more cells than the head of the table, and those are shown nowhere")
            yield (
                place,
                0,
                "lost-cells",
                message,
                _("add a column to the head and its line of hyphens, or join the cells"),
            )


def _bold(lines: Sequence[str]) -> Iterator[Leftover]:
    """Yield asterisks of bold text that has no end, or spaces inside, paragraph by paragraph."""
    last: tuple[int, int] | None = None
    count, told = 0, False
    message = _("The signs ** are shown as they are: bold text has both, with no space inside")
    hint = _("put ** directly before the first and directly after the last word")
    for number, line in enumerate([*lines, ""]):
        item = line.lstrip().startswith(("- ", "* ", "+ ", "|", "#", ">"))
        if not line.strip() or item:
            if last is not None and count & 1 and not told:
                yield *last, "open-bold", message, hint
            last, count, told = None, 0, False
        if not told and line.count("**") == 2 and (loose := _LOOSE_BOLD.search(line)):
            yield number, loose.start(), "open-bold", message, hint
            told = True
        for found in _BOLD.finditer(line):
            last = number, found.start()
            count += 1
