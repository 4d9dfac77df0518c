"""Pictures for links that people send: what the link is about, the region as tiles, the emblem and the site's name.

One for each section, drawn from the data, so that no site carries another one's name.  The same inputs give the same
bytes; the engine keeps a picture as long as they stay.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from partnership.theme_folders import theme_file

WIDTH, HEIGHT = 1200, 630
FONT: Final = "fonts/DejaVuSans-Bold.ttf"
"""The font below the theme's folder: it has Latin, Greek and Cyrillic letters."""

_GROUND, _PAPER, _BADGE = "#0a2a22", "#f4f8f3", "#0d3d33"
_TILES: Final = ("#a8d5bd", "#d9ebdf", "#66ad8f", "#2c7f67", "#15564a", "#ffc74f", "#66ad8f", "#a8d5bd", "#e3aede")
_NEED, _PART = "#ffc74f", "#e3aede"
_LEFT, _TOP = 72, 72
_REGION: Final = (640, 70, 1144, 560)
"""Left, top, right and bottom of the space for the region, in pixels."""

_TITLE: Final = 84
"""Size of the largest title, in pixels; a longer one is set smaller."""

_NAME: Final = 34
_SCALE: Final = 2
"""Drawn larger and made smaller, so that round edges are smooth."""


def draw_sharing_picture(theme: Path, _font: bytes, title: str, name: str, tiles: tuple[tuple[int, int], ...]) -> bytes:
    """Return a PNG of 1200 × 630 pixels; ``tiles`` are rows and columns of the counties from the top left.

    The font is read from the theme; its digest is among the inputs, so that another font makes another picture.
    """
    image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), _GROUND)
    draw = ImageDraw.Draw(image)
    font = theme_file(theme, FONT).read_bytes()
    _draw_tiles(draw, tiles)
    _draw_text(draw, font, title, (_LEFT, _TOP), (540, 330), _TITLE)
    _draw_emblem(draw, _LEFT, 470)
    _draw_text(draw, font, name, (190, 486), (420, 80), _NAME)
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(64)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


def undrawn(theme: Path, letters: Iterable[str]) -> set[str]:
    """Return those of some letters that the font lacks: it draws nothing for them."""
    data = theme_file(theme, FONT).read_bytes()
    font = ImageFont.truetype(io.BytesIO(data), _NAME, layout_engine=ImageFont.Layout.BASIC)
    return {one for one in letters if font.getmask(one).getbbox() is None}


def _draw_tiles(draw: ImageDraw.ImageDraw, tiles: tuple[tuple[int, int], ...]) -> None:
    if not tiles:
        return
    rows, columns = 1 + max(row for row, _column in tiles), 1 + max(column for _row, column in tiles)
    left, top, right, bottom = _REGION
    step = min((right - left) / columns, (bottom - top) / rows, 160)
    side, start = step * 0.94, right - columns * step
    for number, (row, column) in enumerate(tiles):
        x, y = (start + column * step) * _SCALE, (top + row * step) * _SCALE
        box = (x, y, x + side * _SCALE, y + side * _SCALE)
        draw.rounded_rectangle(box, step * 0.1 * _SCALE, _TILES[number % len(_TILES)])


def _draw_text(
    draw: ImageDraw.ImageDraw, data: bytes, text: str, at: tuple[int, int], space: tuple[int, int], size: int
) -> None:
    """Draw a text in at most so much width and height, smaller where it would not fit."""
    for pixels in range(size, 11, -2):
        font = ImageFont.truetype(io.BytesIO(data), pixels * _SCALE, layout_engine=ImageFont.Layout.BASIC)
        lines = _lines(font, text, space[0] * _SCALE)
        height = len(lines) * pixels * 1.12
        if height <= space[1] and all(font.getlength(line) <= space[0] * _SCALE for line in lines):
            break
    for number, line in enumerate(lines):
        draw.text((at[0] * _SCALE, (at[1] + number * pixels * 1.12) * _SCALE), line, _PAPER, font)


def _lines(font: ImageFont.FreeTypeFont, text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _draw_emblem(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """Draw two people side by side, one head still open, on a badge of 96 pixels."""

    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        return ((x + left) * _SCALE, (y + top) * _SCALE, (x + right) * _SCALE, (y + bottom) * _SCALE)

    draw.rounded_rectangle(box(0, 0, 96, 96), 18 * _SCALE, _BADGE)
    draw.ellipse(box(18, 10, 42, 34), outline=_NEED, width=6 * _SCALE)
    draw.ellipse(box(54, 10, 78, 34), _PART)
    draw.rounded_rectangle(box(11, 40, 47, 86), 18 * _SCALE, _NEED)
    draw.rounded_rectangle(box(49, 40, 85, 86), 18 * _SCALE, _PART)
    draw.rounded_rectangle(box(8, 76, 88, 84), 4 * _SCALE, _PAPER)
