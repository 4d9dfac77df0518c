"""Bars as a small SVG: sorted, each with its name and its seconds; for a phone's width, in light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

WIDTH: Final = 360
"""Width in pixels, that of a narrow phone: wider screens show it as it is."""

_ROW: Final = 46
_LONGEST: Final = 268
_TOP: Final = 66

_STYLE: Final = """text { font: 15px system-ui, sans-serif; fill: #1d2733 }
.title { font-weight: 700; font-size: 17px }
.quiet { fill: #4a5766; font-size: 14px }
.seconds { font-weight: 700 }
.ground { fill: #ffffff }
.bar { fill: #8a97a6 }
.ours { fill: #1a5fb4 }
@media (prefers-color-scheme: dark) {
text { fill: #eef2f6 } .quiet { fill: #b4bfcb } .ground { fill: #12181f } .bar { fill: #6d7a88 } .ours { fill: #78aeed }
}"""


@dataclass(frozen=True, slots=True)
class Bar:
    """A name and its seconds; ``ours`` stands out."""

    name: str
    seconds: float
    ours: bool


def draw(title: str, note: str, bars: Sequence[Bar]) -> str:
    """Return the picture, the shortest bar first; lengths are in proportion, nothing is cut off."""
    longest = max((bar.seconds for bar in bars), default=1.0) or 1.0
    rows = []
    for place, bar in enumerate(in_order(bars)):
        y = _TOP + place * _ROW
        width = max(1.5, _LONGEST * bar.seconds / longest)
        kind = "bar ours" if bar.ours else "bar"
        rows += [
            f'<text x="12" y="{y + 14}">{escape(bar.name)}</text>',
            f'<rect class="{kind}" x="12" y="{y + 20}" width="{width:.1f}" height="16" rx="2"/>',
            f'<text class="seconds" x="{width + 20:.1f}" y="{y + 33}">{seconds(bar.seconds)}</text>',
        ]
    height = _TOP + len(bars) * _ROW + 8
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" aria-labelledby="title">\n<title id="title">{escape(in_words(title, bars))}</title>\n'
        f"<style>{_STYLE}</style>\n"
        f'<rect class="ground" width="{WIDTH}" height="{height}"/>\n'
    )
    words = [f'<text class="title" x="12" y="27">{escape(title)}</text>',
             f'<text class="quiet" x="12" y="49">{escape(note)}</text>']  # fmt: skip
    return head + "\n".join([*words, *rows]) + "\n</svg>\n"


def in_words(title: str, bars: Sequence[Bar]) -> str:
    """Return what the picture shows, for those who do not see it."""
    return f"{title}: {', '.join(f'{bar.name} {seconds(bar.seconds)}' for bar in in_order(bars))}"


def in_order(bars: Sequence[Bar]) -> list[Bar]:
    """Return the bars, the shortest first."""
    return sorted(bars, key=lambda bar: bar.seconds)


def seconds(value: float) -> str:
    """Return seconds for reading: two places below ten, one above."""
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"
