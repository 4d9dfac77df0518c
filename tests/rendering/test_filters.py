"""Filters of templates: addresses below the site's base path, days as readers write them."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html as lxml_html
from markupsafe import Markup

from partnership.rendering.filters import as_date, breakable, foldable, longdate, make_linked, postal, typo

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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("bochnia.praca.gov.pl", ["bochnia", ".praca", ".gov", ".pl"]),
        ("office@a-b.example.org/en", ["office", "@a-b", ".example", ".org", "/en"]),
        ("<b>.example.org", ["<b>.example", ".org"]),
        ("12 345 67 89", ["12 345 67 89"]),
        ("PUP im. J. Kowalskiego", ["PUP im. J. Kowalskiego"]),
        ("art. 5.", ["art. 5."]),
        ("", []),
    ],
)
def test_an_address_breaks_at_its_joints(text: str, lines: list[str]) -> None:
    """Lines may begin with a dot or a sign of an address; other words are left alone, and nothing becomes HTML."""
    parent = lxml_html.fragment_fromstring(str(Markup("<p>{}</p>").format(breakable(text))))
    assert [part.replace("\u00a0", " ") for part in parent.itertext()] == lines
    assert {one.tag for one in parent.iter()} <= {"p", "wbr"}


def test_codes_of_an_address_stay_whole() -> None:
    """A browser would break 32-700 after its hyphen; names with hyphens are left to it, and nothing becomes HTML."""
    parent = lxml_html.fragment_fromstring(f"<p>{postal('ul. Bielsko-Biała 3-5, 32-700 <i>Bochnia')}</p>")
    assert [one.text for one in parent.xpath("span[@class='nowrap']")] == ["3-5", "32-700"]
    assert parent.text_content().replace("\u00a0", " ") == "ul. Bielsko-Biała 3-5, 32-700 <i>Bochnia"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("ul. Basztowa 22, Kraków", "ul._Basztowa_22, Kraków"),
        ("plac Na Stawach 1, 30-107 Kraków", "plac Na Stawach_1, 30-107 Kraków"),
        ("ul. 3 Maja 12A/4", "ul._3 Maja_12A/4"),
        ("Zakopane", "Zakopane"),
    ],
)
def test_a_house_keeps_its_street(address: str, shown: str) -> None:
    """No line begins with the number of a house."""
    text = lxml_html.fragment_fromstring(f"<p>{postal(address)}</p>").text_content()
    assert text.replace("\u00a0", "_") == shown


def test_one_letter_before_a_hyphen_stays_with_its_word() -> None:
    """No line ends with the “e” of e-mail; other hyphens are left to the browser, and addresses are left whole."""
    given = "Telefon, e-mail albo e-usługi: Bielsko-Biała, a-b, e-mail@example.org, x-y.example, <e-mail>"
    parent = lxml_html.fragment_fromstring(str(Markup("<p>{}</p>").format(typo(given))))
    assert [one.text for one in parent.xpath("span[@class='nowrap']")] == ["e-mail", "e-usługi", "e-mail"]
    assert parent.text_content().replace("\u00a0", " ") == given
    assert typo(typo(given)) == typo(given)


def test_a_text_may_be_in_another_language() -> None:
    """The title of a translation is bound as its own language wants."""
    assert typo("16 березня 2012 р.", "uk") == "16\u00a0березня\u00a02012\u00a0р."
    assert typo("3 May", "en") == "3\u00a0May"


def test_a_range_of_numbers_stays_whole() -> None:
    """No line begins with the end of a range; other dashes and the text are left, and nothing becomes HTML."""
    given = "W latach 2011–2012 było 2,0–11,4 % <b> i 25–34 lata, a–b, 5 – 6"
    parent = lxml_html.fragment_fromstring(str(Markup("<p>{}</p>").format(typo(given))))
    assert [one.text for one in parent.xpath("span[@class='nowrap']")] == ["2011–2012", "2,0–11,4", "25–34"]
    assert parent.text_content().replace("\u00a0", " ") == given
    assert typo(typo(given)) == typo(given)
    linked = make_linked("/x")
    assert linked('<a href="/1–2/">3–4</a>') == '<a href="/x/1–2/"><span class="nowrap">3–4</span></a>'
    assert linked("<code>3–4</code> a–b") == "<code>3–4</code> a–b"


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        ("Новосондецький", "Новосон|децький"),
        ("Освенцимський", "Освен|цимський"),
        ("nowosądecki", "nowosądecki"),
        ("Ostrowiec County", "Ostrowiec County"),
        ("miasto Starogardzkiego", "miasto Staro|gardzkiego"),
        ("bcdfghjklmnpqr", "bcdfghjklmnpqr"),
        ("", ""),
    ],
)
def test_only_the_longest_words_may_be_parted(name: str, parted: str) -> None:
    """A word of more than twelve letters gets one soft hyphen, before a syllable near its middle; all else is left."""
    assert foldable(name) == parted.replace("|", "\u00ad")
