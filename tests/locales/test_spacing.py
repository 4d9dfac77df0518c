"""No-break spaces of Ukrainian, English and other languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.language import speaking
from partnership.locales import formats
from partnership.locales.marks import marked
from partnership.locales.spacing import bind
from tests.support.searches import examples

N = "\u00a0"


@pytest.mark.parametrize(
    ("lang", "text", "bound"),
    [
        ("uk", "у повіті і в місті", f"у{N}повіті і{N}в{N}місті"),
        ("uk", "22 повіти, 3 місяці або 50 людей", f"22{N}повіти, 3{N}місяці або 50{N}людей"),
        ("uk", "3 грудня 2026 р.", f"3{N}грудня{N}2026{N}р."),
        ("uk", "Dz.U. 2025, поз. 620, ст. 217", f"Dz.U.{N}2025, поз.{N}620, ст.{N}217"),
        ("uk", "31 грудня 2024 р., до січня 2025", f"31{N}грудня{N}2024{N}р., до січня{N}2025"),
        ("en", "Art. 8, ul. Długa 1", f"Art.{N}8, ul.{N}Długa 1"),
        ("uk", "Повіт – це одиниця", f"Повіт{N}– це одиниця"),
        ("uk", "5,0 % і 10 тис. осіб", f"5,0{N}% і{N}10{N}тис. осіб"),
        ("uk", "2011 та 2012", "2011 та 2012"),
        ("uk", "м’я з м’ятою", f"м’я з{N}м’ятою"),
        ("en", "Dz.U. 2025, item 620 – the act", f"Dz.U.{N}2025, item{N}620{N}– the act"),
        ("en", "Taken on 3 October 2026, 5 Marches", f"Taken on 3{N}October 2026, 5 Marches"),
        ("en", "a county of 22 in all", "a county of 22 in all"),
        ("en", "over 30 days, 3 months or 50 people", f"over 30{N}days, 3{N}months or 50{N}people"),
        ("en", "Average wage (Poland = 100), x = y", f"Average wage (Poland{N}={N}100), x = y"),
        ("uk", "ч. 2 ст. 6", f"ч.{N}2{N}ст.{N}6"),
        ("eo", "10 km – longe", f"10{N}km{N}– longe"),
    ],
)
def test_what_stays_on_one_line(lang: str, text: str, bound: str) -> None:
    """Each language binds what its readers expect, and nothing else."""
    assert bind(text, lang) == bound


def test_pages_bind_by_their_language() -> None:
    """The door to typography takes the rules of the language that is spoken; tags are left."""
    with speaking("uk"):
        assert formats.bind("у Кракові") == f"у{N}Кракові"
        assert (
            str(formats.bind_html('<b title="у місті">у</b> селі й у місті'))
            == f'<b title="у місті">у</b> селі й{N}у{N}місті'
        )
    with speaking("en"):
        assert formats.bind("a – b") == f"a{N}– b"


def test_a_text_is_bound_by_its_own_language() -> None:
    """A Polish title on a Ukrainian page, and a Ukrainian one on a Polish page, keep what their readers expect."""
    with speaking("uk"):
        shown = marked("stopa w Małopolsce i 3 lata", "pl")
        assert formats.bind(f"у місті {shown} у селі") == (
            f"у{N}місті {marked(f'stopa w{N}Małopolsce i{N}3{N}lata', 'pl')} у{N}селі"
        )
        assert formats.bind("у селі w Bochni", "pl") == f"у селі w{N}Bochni"
    with speaking("pl"):
        assert formats.bind("16 березня 2012 р.", "uk") == f"16{N}березня{N}2012{N}р."
        assert formats.bind_html("<b>3 May</b> w maju", "en-GB") == f"<b>3{N}May</b> w maju"


@examples(100)
@given(st.text(alphabet="уві 1 –.%ст№\n", max_size=30), st.sampled_from(["uk", "en", "eo"]))
def test_binding_twice_changes_nothing(text: str, lang: str) -> None:
    """Only spaces change, and a second time none does."""
    once = bind(text, lang)
    assert bind(once, lang) == once
    assert (
        once.replace(N, " ") == text.replace(N, " ").replace("\n", " ") or once.replace(N, " ").split() == text.split()
    )
