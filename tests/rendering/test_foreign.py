"""Marks of other languages on a page become ``lang``, and nothing of them is left."""

from __future__ import annotations

import pytest

from partnership.locales.marks import marked
from partnership.rendering.foreign import with_languages, with_link_languages

NAME = marked("Urząd", "pl")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<h1>{NAME}</h1>", '<h1 lang="pl">Urząd</h1>'),
        (f"<p>Run by {NAME}.</p>", '<p>Run by <span lang="pl">Urząd</span>.</p>'),
        (f'<a aria-label="Open">{NAME}</a>', '<a aria-label="Open"><span lang="pl">Urząd</span></a>'),
        (f"<title>{NAME} – Site</title>", "<title>Urząd – Site</title>"),
        (f"<option>{NAME}</option>", '<option lang="pl">Urząd</option>'),
        (f'<img alt="{NAME}">', '<img alt="Urząd" lang="pl">'),
        (f'<meta content="{NAME}: contact">', '<meta content="Urząd: contact">'),
        (f'<script>{{"name":"{NAME}"}}</script>', '<script>{"name":"Urząd"}</script>'),
        (f"<svg><text>in {NAME}</text></svg>", '<svg><text>in <tspan lang="pl">Urząd</tspan></text></svg>'),
        (f"<p>{marked('a</p><p>b', 'pl')}</p>", '<p lang="pl">a</p><p lang="pl">b</p>'),
        ("<p>Nothing</p>", "<p>Nothing</p>"),
    ],
)  # fmt: skip
def test_marks_become_attributes(html: str, expected: str) -> None:
    """On the element that holds nothing else, else on a span; never inside attributes and scripts."""
    assert with_languages(html) == expected


def test_links_into_other_trees_say_so() -> None:
    """Pages of another tree, below the site's own path; files, other sites and pages of the own tree stay."""
    folders = {"": "pl", "en": "en"}
    html = (
        '<a href="/p/en/news/">a</a><a href="/p/kanaly/">b</a><a href="/p/rss.xml">c</a><a href="https://x.pl/">d</a>'
    )
    expected = html.replace('<a href="/p/kanaly/">', '<a href="/p/kanaly/" hreflang="pl">')
    assert with_link_languages(html, "en", "/p", folders) == expected
