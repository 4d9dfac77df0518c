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


def test_a_letter_more_never_empties_an_exact_answer(own: Engine, worlds: dict[str, World]) -> None:
    """A key pressed too many behind a name, a short name or a service with its place still gives something."""
    names = [name for one in worlds["own"].institutions for name in (one.name, one.short_name) if name]
    exact = [*names, *(f"{what} {where}" for what, where in ASKED)]
    typed = [line + letter for line in exact for letter in "aeiknszmt"]
    assert [line for line, found in zip(typed, own.all_ids(typed), strict=True) if not found] == []


def test_a_letter_more_in_a_short_name_of_a_village_gives_something(made: Engine, worlds: dict[str, World]) -> None:
    """Where the place is a short word, too, whose slip is like other words („ZDZ Kłajt”)."""
    short = sorted({one.short_name for one in worlds["made"].institutions if one.short_name})
    typed = [name + letter for name in short for letter in "aeiknszmtr"]
    assert [line for line, found in zip(typed, made.all_ids(typed), strict=True) if not found] == []


def test_no_ordinary_word_is_bent_to_a_place_elsewhere(own: Engine) -> None:
    """A workplace is no slip of a town far away, and one slip in a town's name is still read."""
    asked = ["dofinansowanie stanowiska w warsztacie", "staż w warsztacie", "pożyczka na warsztat"]
    assert [query for query, found in zip(asked, own.all_ids(asked), strict=True) if not found] == []
    told = own.page.evaluate("() => finder.explain('urząd pracy Czenstochowa')")
    assert told == {"place": "Częstochowa", "outside": True}


def test_slips_and_short_forms_of_several_words_are_read(own: Engine) -> None:
    """Two letters swapped before an ending, a place as it is heard, a word cut off with a dot."""
    for query, first in (
        ("Dombrowa Tarnowska", "pup-dabrowa-tarnowska"),
        ("zwolnienia gr. Bochnia", "pup-bochnia"),
        ("register as unemployed in Olkusz", "pup-olkusz"),
    ):
        assert own.ids(query)[0] == first, query
    assert "zwolnienia grupowego" in own.search("zwolneinia gruopwe")[0]["why"]


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


def test_an_adjective_beside_an_office_names_its_place(own: Engine) -> None:
    """„W pińczowskim urzędzie pracy” is elsewhere like „PUP Pińczów”; an adjective beside other words is no place."""
    away = {
        "w pińczowskim urzędzie pracy": "powiat pińczowski",
        "mielecki PUP": "powiat mielecki",
        "urząd pracy żywiecki": "powiat żywiecki",
        "katowicki urząd pracy": "Katowice",
        "śląski urząd wojewódzki": "województwo śląskie",
        "podkarpacki WUP": "województwo podkarpackie",
    }
    asked = "(asked) => asked.map((query) => [finder.search(query).length, finder.explain(query).place])"
    assert own.page.evaluate(asked, list(away)) == [[0, place] for place in away.values()]
    ours = own.all_ids(["krakowski urząd pracy", "tarnowski PUP", "w brzeskim urzędzie pracy"])
    assert [found[0] for found in ours] == ["upp-krakow", "pup-tarnow", "pup-brzesko"]
    assert not own.page.evaluate("finder.explain('kuchnia śląska').outside")


def test_an_office_abroad_is_elsewhere_and_people_from_there_are_not(own: Engine, worlds: dict[str, World]) -> None:
    """A city abroad is a place beside the name of an office alone: „urząd pracy Lwów”, but „pracownik ze Lwowa”."""
    found = own.page.evaluate(
        """async (places) => {
            const { createFinder } = await import('/finder/engine.js');
            const known = createFinder(window.index, JSON.parse(places));
            const away = ['Arbeitsamt Berlin', 'urząd pracy Lwów', 'job centre London', 'центр зайнятості Київ',
                'biuro pracy we Lwowie'];
            return [
                away.map((query) => [known.search(query).length, known.explain(query).outside]),
                known.whereabouts(known.ranked(away[0]).reading),
                known.search('pracownik ze Lwowa').length > 0,
                known.explain('pracownik ze Lwowa, urząd pracy Tarnów'),
            ];
        }""",
        worlds["own"].places().decode(),
    )
    assert found[0] == [[0, True]] * 5
    assert found[1] == {"place": "Berlin", "where": "za granicą", "county": ""}
    assert found[2] is True
    assert found[3] == {"place": "Tarnów"}


def test_reasons_are_in_the_language_asked_for(own: Engine) -> None:
    """Polish by default; English and Ukrainian by `lang`; an unknown language is Polish."""
    asked = "(lang) => finder.search('staże limanowa', {}, lang ? { lang } : undefined)[0].why"
    why = {lang: own.page.evaluate(asked, lang) for lang in ("", "pl", "en", "uk", "xx")}
    assert why[""] == why["pl"] == why["xx"] == "świadczy: Staż · odpowiada za powiat limanowski"
    assert why["en"].startswith("provides: ") and "answers for" in why["en"]
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


def test_pages_are_offered_while_a_question_is_typed(own: Engine, worlds: dict[str, World]) -> None:
    """No beginning of a word that services, kinds or phrases have breaks what is offered above the list."""
    failed = own.page.evaluate(
        """async (places) => {
            const { createFinder } = await import('/finder/engine.js');
            const known = createFinder(window.index, JSON.parse(places));
            const { world } = known;
            const lines = [...world.services, ...world.types].map(({ name }) => name);
            const said = window.index.phrases.map(([phrases]) => String(phrases)).join(' ');
            const words = new Set([...lines, said].flatMap((line) => world.folder.words(line)));
            const beginnings = new Set([...words].flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1))));
            return [...beginnings].filter((typed) => {
                try {
                    return !known.answers(typed).every(({ address, title }) => address && title);
                } catch {
                    return true;
                }
            });
        }""",
        worlds["own"].places().decode(),
    )
    assert failed == []


def test_a_slip_in_a_name_of_two_words_keeps_the_place(own: Engine) -> None:
    """„Dobrowa Tarnowska” is Dąbrowa Tarnowska in any case, not Tarnów and not Dobra."""
    for query in ("Dobrowa Tarnowska", "PUP Dobrowa Tarnowska", "w Dobrowie Tarnowskiej", "staż Dąbrowa Tarnowksa"):
        assert own.ids(query)[0] == "pup-dabrowa-tarnowska", query


def test_a_short_name_run_together_with_its_place_is_read(own: Engine, worlds: dict[str, World]) -> None:
    """„PUPBochnia” is „PUP Bochnia”, in any case and without marks."""
    offices = [
        one for one in worlds["own"].institutions if one.id.startswith("pup-") and one.city and " " not in one.city
    ]
    glued = [f"pup{one.city}" for one in offices] + [f"PUP{fold(one.city or '').upper()}" for one in offices]
    wanted = [one.id for one in offices] * 2
    assert [found[:1] for found in own.all_ids(glued)] == [[one] for one in wanted]
    two = ["pupnowytarg", "PUPDąbrowaTarnowska", "pupsuchabeskidzka", "urzadpracynowytarg", "supnowysacz"]
    firsts = ["pup-nowy-targ", "pup-dabrowa-tarnowska", "pup-sucha-beskidzka", "pup-nowy-targ", "sup-nowy-sacz"]
    assert [found[0] for found in own.all_ids(two)] == firsts
    assert own.page.evaluate("finder.explain('urzadpracykielce')") == {"place": "Kielce", "outside": True}


def test_a_street_with_its_town_is_an_address(own: Engine, worlds: dict[str, World]) -> None:
    """In any order, with and without „ul.”; a street of another town, or one that is another subject, is none."""
    homes = [one for one in worlds["own"].institutions if one.street and one.city]
    named = [(one, str(one.street).rsplit(" ", 1)[0]) for one in homes if " " in str(one.street).removeprefix("ul. ")]
    for one, street in named:
        same = {each.id for each in homes if each.city == one.city and str(each.street).startswith(street)}
        for found in own.all_ids([f"{street} {one.city}", f"{one.city}, {street}"]):
            assert found and found[0] in same, (street, one.city)
    assert own.all_ids(["Mickiewicza Tarnów", "szlak Kraków", "zielona energia Wieliczka", "73", "1 1"]) == [[]] * 5


def test_near_another_place_by_an_abbreviation(own: Engine) -> None:
    """„k.” is „koło”, and a lone letter at the end is still the beginning of a name."""
    assert own.ids("staż Ropa k. Gorlic")[0] == "pup-gorlice"
    assert own.ids("urząd pracy Zawoja k. Suchej Beskidzkiej")[0] == "pup-sucha-beskidzka"
    assert own.ids("urząd pracy powiatu k")[0] == "upp-krakow"


def test_a_time_is_no_subject_beside_what_is_needed(own: Engine) -> None:
    """„Kelnerki na ferie” asks for people, „ferie w Zakopanem” and „pożyczka na święta” for something else."""
    here = ["kelnerki na ferie Zakopane", "sprzedawca na święta Zakopane", "recepcjonistka na sylwestra Zakopane"]
    assert {found[0] for found in own.all_ids(here)} == {"pup-zakopane"}
    away = [
        "ferie w Zakopanem",
        "wakacje Zakopane",
        "pożyczka na święta Tarnów",
        "bon na wakacje",
        "sylwester Zakopane",
    ]
    assert {query: found for query, found in zip(away, own.all_ids(away), strict=True) if found} == {}


def test_words_that_say_little_are_no_beginning_of_a_place(own: Engine) -> None:
    """„Bo tak się to nie da” is not Dąbrowa; what an office's name begins with still is."""
    empty = ["bo tak się to nie da", "no i co dalej", "o co chodzi", "daj spokój"]
    assert {query: found for query, found in zip(empty, own.all_ids(empty), strict=True) if found} == {}
    assert own.ids("pup da")[0] == "pup-dabrowa-tarnowska"


def test_counties_are_known_by_their_names_in_other_languages(own: Engine, worlds: dict[str, World]) -> None:
    """As the data names them in each of the site's languages, in the cases that the data has."""
    for county in worlds["own"].counties:
        wanted = {one.id for one in worlds["own"].institutions if county.teryt in (one.serves or (one.county,))}
        names = county.translations["uk"]
        asked = [
            f"управління праці {names['genitive']}",
            f"стажування {names['locative']}",
            f"{names['name']} стажування",
        ]
        for query, found in zip(asked, own.all_ids(asked), strict=True):
            assert found and found[0] in wanted, query


def test_known_words_do_not_carry_a_question_about_something_else(own: Engine) -> None:
    """A service's word beside another subject is not answered; a person who is looked for may work anywhere."""
    away = ["pożyczka na wakacje", "targi rolnicze", "młoda para nocleg Zakopane", "kurs tańca", "rejestracja auta"]
    assert {query: found for query, found in zip(away, own.all_ids(away), strict=True) if found} == {}
    here = ["recepcjonistka do hotelu", "poszukuję niani do żłobka", "kierowca autobusu", "sprzątaczka do szpitala"]
    assert [query for query, found in zip(here, own.all_ids(here), strict=True) if not found] == []


def test_a_need_may_be_said_by_connecting_words(own: Engine) -> None:
    """„Na swoim” means a firm of one's own where nothing else is said in full."""
    asked = ["z urzędu na swoje", "zacząć na swoim", "chcę iść na swoje"]
    firsts = own.page.evaluate("(asked) => asked.map((query) => finder.search(query)[0]?.why)", asked)
    assert all("działalności" in why for why in firsts), firsts
    # Beside something that is said in full they mean nothing.
    assert "działalności" not in own.search("zwolnienia grupowe w swojej firmie")[0]["why"]


def test_the_office_of_a_village_stands_among_the_first_three(made: Engine, worlds: dict[str, World]) -> None:
    """Whoever else gives the service there, and without a change of the order of scores."""
    found = made.page.evaluate(
        """async (places) => {
            const { createFinder } = await import('/finder/engine.js');
            const known = createFinder(window.index, JSON.parse(places));
            return ['zwolnienia grupowe Binarowa', 'firma w Łętowni', 'szukam pracownika Barwałd Górny']
                .map((query) => known.search(query).slice(0, 6).map(({ id, score }) => [id, score]));
        }""",
        worlds["made"].places().decode(),
    )
    wanted = [{"pup-gorlice"}, {"pup-sucha-beskidzka"}, {"pup-wadowice"}]
    for rows, offices in zip(found, wanted, strict=True):
        assert offices <= {row[0] for row in rows[:3]}
        assert [row[1] for row in rows] == sorted((row[1] for row in rows), reverse=True)
