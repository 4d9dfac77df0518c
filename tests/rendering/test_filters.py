"""Filters of templates: addresses below the site's base path, days as readers write them."""

from __future__ import annotations

from datetime import date

from partnership.rendering.filters import as_date, longdate, make_linked

PICTURE = '<source srcset="/media/p/a-480.webp 480w, /media/p/a-800.webp 800w"><img src="/media/p/a.jpg" alt="a, /b">'


def test_every_choice_of_a_picture_gets_the_base_path() -> None:
    """A site in a folder of a domain finds all sizes of a picture, and text is left alone."""
    linked = str(make_linked("/x/y")(f'{PICTURE}<a href="/a/">/b</a> <a href="//cdn">c</a>'))
    assert 'srcset="/x/y/media/p/a-480.webp 480w, /x/y/media/p/a-800.webp 800w"' in linked
    assert '<img src="/x/y/media/p/a.jpg" alt="a, /b">' in linked
    assert '<a href="/x/y/a/">/b</a> <a href="//cdn">c</a>' in linked
    assert str(make_linked("")(PICTURE)) == PICTURE


def test_any_day_can_be_shown() -> None:
    """An offer without an end is valid until the last day of all; texts, moments and days mean the same."""
    assert as_date("9999-12-31") == date(9999, 12, 31)
    assert as_date("2026-11-24T23:30:00+00:00") == date(2026, 11, 25)
    assert longdate("9999-12-31") == longdate(date(9999, 12, 31))
