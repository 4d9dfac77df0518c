"""Properties of every answer: case, marks and order do not change it, and everybody is found by name."""

from __future__ import annotations

from partnership.finder.folding import fold
from tests.finder.conftest import Engine
from tests.finder.kinds import seats
from tests.finder.world import World

ASKED = (
    ("staż", "Limanowa"),
    ("kfs", "Bochnia"),
    ("zwolnienia grupowe", "Olkusz"),
    ("urząd pracy", "Gorlice"),
    ("prace interwencyjne", "Zakopane"),
    ("dotacja na firmę", "Nowy Targ"),
    ("targi pracy", "Wieliczka"),
)


def test_case_marks_dots_and_order_never_change_the_first_answer(own: Engine) -> None:
    """A service and a place in any order, any case, with and without Polish marks and dots."""
    for what, where in ASKED:
        ways = [
            f"{what} {where}",
            f"{where} {what}",
            f"{what} {where}".upper(),
            fold(f"{what} {where}"),
            f"{what}, {where}.",
        ]
        firsts = {tuple(found[:1]) for found in own.all_ids(ways)}
        assert len(firsts) == 1 and firsts != {()}, (what, where)


def test_every_institution_is_first_for_its_name_and_telephone(own: Engine, worlds: dict[str, World]) -> None:
    """Each by its own name, short name and number; of equal ones any."""
    institutions = worlds["own"].institutions
    for field in ("name", "short_name"):
        called = [(one, str(getattr(one, field))) for one in institutions if getattr(one, field)]
        for (one, name), found in zip(called, own.all_ids([name for _one, name in called]), strict=True):
            same = {each.id for each in institutions if getattr(each, field) == getattr(one, field)}
            assert found and found[0] in same, name
    phones = [(one, one.phone[0]) for one in institutions if one.phone]
    for (one, phone), found in zip(phones, own.all_ids([phone for _one, phone in phones]), strict=True):
        assert found and found[0] in {each.id for each in institutions if phone in each.phone}, one.id


def test_no_beginning_of_a_name_empties_the_list(made: Engine, worlds: dict[str, World]) -> None:
    """From three letters on every prefix of a real name gives something."""
    names = [one.name for one in worlds["made"].institutions[::9]]
    starts = [name[:end] for name in names for end in range(3, len(name) + 1)]
    assert [start for start, found in zip(starts, made.all_ids(starts), strict=True) if not found] == []


def test_every_seat_elsewhere_is_told_as_such(own: Engine) -> None:
    """No county seat of the rest of Poland is bent into one of ours, with nothing but the index."""
    told = own.page.evaluate(
        """(towns) => towns.map((town) => {
            const query = `urząd pracy ${town}`;
            return [finder.search(query).length, finder.explain(query)];
        })""",
        seats(),
    )
    wrong = [
        (town, one) for town, one in zip(seats(), told, strict=True) if one != [0, {"place": town, "outside": True}]
    ]
    assert wrong == []


def test_reasons_are_in_the_language_asked_for(own: Engine) -> None:
    """Polish by default; English and Ukrainian by `lang`; an unknown language is Polish."""
    asked = "(lang) => finder.search('staże limanowa', {}, lang ? { lang } : undefined)[0].why"
    why = {lang: own.page.evaluate(asked, lang) for lang in ("", "pl", "en", "uk", "xx")}
    assert why[""] == why["pl"] == why["xx"] == "świadczy: Staż · odpowiada za powiat limanowski"
    assert why["en"].startswith("gives: ") and "answers for" in why["en"]
    assert why["uk"].startswith("надає: ")


def test_localities_come_with_the_second_part(own: Engine, worlds: dict[str, World]) -> None:
    """A village leads to the office of its county and says why; of one name in two counties both offices are given."""
    found = own.page.evaluate(
        """async (places) => {
            const { createFinder } = await import('/finder/engine.js');
            const known = createFinder(window.index, JSON.parse(places));
            return [known.search('Szczyrzyc')[0], known.search('Krzeczów').slice(0, 2).map(({ id }) => id)];
        }""",
        worlds["own"].places().decode(),
    )
    assert found[0]["id"] == "pup-limanowa"
    assert "Szczyrzyc leży w powiecie limanowskim" in found[0]["why"]
    assert sorted(found[1]) == ["pup-bochnia", "pup-myslenice"]


def test_a_slip_in_a_name_of_two_words_keeps_the_place(own: Engine) -> None:
    """„Dobrowa Tarnowska” is Dąbrowa Tarnowska in any case, not Tarnów and not Dobra."""
    for query in ("Dobrowa Tarnowska", "PUP Dobrowa Tarnowska", "w Dobrowie Tarnowskiej", "staż Dąbrowa Tarnowksa"):
        assert own.ids(query)[0] == "pup-dabrowa-tarnowska", query
