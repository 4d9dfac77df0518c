"""Marks of other languages on a page become ``lang``, and nothing of them is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from partnership.locales.marks import CLOSES, INSIDE, OPENS, marked
from partnership.rendering.foreign import with_directions, with_languages, with_link_languages

NAME = marked("Urząd", "pl")
LANGUAGES = st.sampled_from(["en", "ar", "es"])
ON = f"{OPENS}en{INSIDE}Changed on {{}}.{CLOSES}"


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


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<h1>{marked('Services', 'en')}</h1>", '<h1><span lang="en" dir="ltr">Services</span></h1>'),
        (
            f"<p>{ON.format(marked('٢ مايو', 'ar'))}</p>",
            '<p><span lang="en" dir="ltr">Changed on <span lang="ar" dir="rtl">٢ مايو</span>.</span></p>',
        ),
        (
            f"<p>{ON.format(marked('2 de mayo', 'es'))}</p>",
            '<p><span lang="en" dir="ltr">Changed on <span lang="es" dir="ltr">2 de mayo</span>.</span></p>',
        ),
        (f"<p>{marked('نص', 'ar')}</p>", "<p>نص</p>"),
        ('<article lang="es"><p>a</p></article>', '<article lang="es" dir="ltr"><p>a</p></article>'),
        ('<a lang="es" dir="ltr">a</a><b lang="ar">b</b>', '<a lang="es" dir="ltr">a</a><b lang="ar">b</b>'),
    ],
)  # fmt: skip
def test_what_runs_the_other_way_is_kept_apart(html: str, expected: str) -> None:
    """On a page from right to left another language has its direction, and one text may stand inside another."""
    assert with_directions(with_languages(html, "ar"), "ar") == expected


@given(
    st.recursive(
        st.text("ab .", max_size=3),
        lambda inner: st.lists(inner | st.tuples(LANGUAGES, inner), max_size=3),
    )
)
def test_marks_inside_marks_come_out_as_they_were_nested(tree: object) -> None:
    """The page says what was printed, in elements that close in their order."""
    made = with_languages(f"<p>{_printed(tree, True)}</p>", "ar")
    root = etree.fromstring(made)
    assert root.xpath("string()") == _printed(tree, False)


def _printed(tree: object, marks: bool) -> str:
    if isinstance(tree, str):
        return tree
    if isinstance(tree, tuple):
        inner = _printed(tree[1], marks)
        return f"{OPENS}{tree[0]}{INSIDE}{inner}{CLOSES}" if marks else inner
    assert isinstance(tree, list)
    return "".join(_printed(one, marks) for one in tree)


def test_links_into_other_trees_say_so() -> None:
    """Pages of another tree, below the site's own path; files, other sites and pages of the own tree stay."""
    folders = {"": "pl", "en": "en"}
    html = (
        '<a href="/p/en/news/">a</a><a href="/p/kanaly/">b</a><a href="/p/rss.xml">c</a><a href="https://x.pl/">d</a>'
    )
    expected = html.replace('<a href="/p/kanaly/">', '<a href="/p/kanaly/" hreflang="pl">')
    assert with_link_languages(html, "en", "/p", folders) == expected


@pytest.mark.parametrize(
    ("link", "added"),
    [
        ('<a class="x" href="tel:+903125551235">+90 312</a>', ' dir="ltr"'),
        ('<a href="mailto:a@b.tr">a@b.<wbr>tr</a>', ' dir="ltr"'),
        ('<a href="https://a.tr/" rel="external">a.tr/</a>', ' dir="ltr"'),
        ('<a href="mailto:a@b.tr">اكتب إلينا</a>', ""),
        ('<a href="/ar/">1</a>', ""),
        ('<a href="tel:1" dir="auto">1</a>', ""),
    ],
)
def test_what_is_written_from_the_left_keeps_its_direction(link: str, added: str) -> None:
    """Numbers and addresses in links, on pages from right to left alone; a link of words is one of the page's."""
    assert with_directions(link, "ar") == link.replace(">", f"{added}>", 1)
    assert with_directions(link, "en") == link
