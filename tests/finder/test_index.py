"""The index: the same bytes for the same records, small, and growing in step with the institutions."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import msgspec

from partnership.finder.said import sentences
from partnership.publications.finder_lines import written_lines
from partnership.rendering.minified import minified
from partnership.rendering.scripts import bundle
from tests.finder.conftest import SCRIPTS, Engine
from tests.finder.world import World, made_world

ENGINE = (
    "engine",
    "address-match",
    "contact",
    "gazetteer",
    "judge",
    "tokens",
    "whereabouts",
    "explain",
    "fold",
    "fuzzy",
    "phrase-book",
    "phrases",
    "places",
    "rank",
    "records",
    "stem",
    "understand",
    "words",
)
HELPERS = ("answers", "evidence", "facets", "help", "institutions", "lines", "suggest", "weights", "world")


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def _code() -> bytes:
    whole = bundle("engine.js", lambda name: (SCRIPTS / name).read_text(encoding="utf-8"))
    return minified({"engine.js": whole})["engine.js"]


def test_the_same_records_give_the_same_bytes(worlds: dict[str, World]) -> None:
    """The order in which institutions are read does not show in the index."""
    world = worlds["made"]
    turned = replace(world, institutions=world.institutions[::-1])
    assert turned.index() == world.index()


def test_index_code_and_lexicon_are_small(worlds: dict[str, World]) -> None:
    """Everything that answers is at most 76.5 KiB of gzip at 400 institutions, the places loaded later at most 25."""
    assert _packed(worlds["made"].index()) + _packed(_code()) <= 76.5 * 1024
    assert _packed(worlds["made"].places()) <= 25 * 1024


def test_a_site_carries_the_words_of_its_own_languages_alone(own: Engine, worlds: dict[str, World]) -> None:
    """An English site abroad has no Polish endings, sounds or words, no sentences of others, and still answers."""
    alone = replace(worlds["own"], languages=("en",)).index()
    index = json.loads(alone)
    rules = index["language"]
    assert {
        key for key in ("irregular", "endings", "second", "third", "finals", "roots", "phonetic", "cases") if rules[key]
    } == set()
    listed = " ".join(
        rules[key] for key in ("skip", "soft", "seek", "acts", "county", "city", "region", "beforePlaces")
    ).split()
    assert "looking" in listed and "permit" in listed
    assert not {"szukam", "zezwolenie", "powiat", "okolice", "potribno"} & set(listed)
    assert index["reasons"] == index["names"] == {}
    found = own.page.evaluate(
        """async (index) => {
            const { createFinder } = await import('/finder/engine.js');
            const known = createFinder(JSON.parse(index));
            return ['PUP Bochnia', 'labour office Bochnia', 'traineeship'].map((query) => known.search(query)[0]);
        }""",
        alone.decode(),
    )
    assert [one["id"] for one in found[:2]] == ["pup-bochnia", "pup-bochnia"]
    assert found[2]["why"].startswith("provides: ")


def test_the_index_grows_linearly() -> None:
    """Up to 1,200 institutions each one more costs at most 48 bytes packed, however many there are."""
    sizes = {size: _packed(made_world(size).index()) for size in (1, 400, 800, 1200)}
    costs = [(sizes[more] - sizes[less]) / (more - less) for less, more in pairwise(sizes)]
    assert max(costs) <= 48, costs


def test_withdrawn_institutions_are_left_out(worlds: dict[str, World]) -> None:
    """Nobody is sent to an office that is no more."""
    world = worlds["own"]
    first, *others = world.institutions
    gone = replace(world, institutions=(msgspec.structs.replace(first, status="withdrawn"), *others))
    ids = json.loads(gone.index())["institutions"]["id"].split("\n")
    assert first.id not in ids
    assert len(ids) == len(others)


def test_an_empty_world_has_an_index(worlds: dict[str, World]) -> None:
    """No institution and no lexicon is no mistake."""
    world = worlds["own"]
    index = json.loads(World((), world.services, world.counties, world.types, None).index())
    assert index["institutions"]["id"] == []
    assert index["phrases"] == []


def test_every_sentence_has_its_polish_text(worlds: dict[str, World]) -> None:
    """Nothing that the finder says is left in English."""
    said = json.loads(worlds["own"].index())["said"]
    english = sentences(lambda text: text)
    same = {key for key, text in english.items() if said[key] == text}
    assert same == set()


def test_lines_that_begin_alike_say_it_once() -> None:
    """The commonest word of the lines comes first and stands once; in order, words stay as they are."""
    lines = ["praca ofert", "ofert bezrobotn", "wakat", "ofert praca zdaln"]
    assert written_lines(lines) == "ofert bezrobotn;,praca;,,zdaln;wakat"
    assert written_lines(["dabr tarn", "dabr gorn"], in_order=True) == "dabr tarn;,gorn"
    assert written_lines([""]) == ""


def test_counties_elsewhere_come_back_whole(own: Engine, worlds: dict[str, World]) -> None:
    """A county told by its seat is known by its name: all but those that one of ours is called like."""
    ours = {one.short_name for one in worlds["own"].counties}
    named = {county for region in worlds["own"].elsewhere.regions for county in region.counties} - ours
    told = own.page.evaluate(
        "(names) => names.map((name) => finder.explain(`urząd pracy powiat ${name}`).place)", sorted(named)
    )
    assert len(named) > 250 and told == [f"powiat {name}" for name in sorted(named)]


def test_the_engine_needs_nothing_but_its_own_modules() -> None:
    """No module of the engine imports anything but a sibling, and none names the page (it runs in Node too)."""
    for name in (*ENGINE, *HELPERS):
        text = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
        for line in text.splitlines():
            if line.startswith("import") or " from '" in line:
                assert "from './" in line, line
        for word in ("document", "window", "navigator", "localStorage", "fetch("):
            assert word not in text, f"{name}.js: {word}"
    assert Path(SCRIPTS / "finder.js").is_file()


def test_names_that_end_with_their_town_come_back_whole(made: Engine, worlds: dict[str, World]) -> None:
    """The town is said once, by a mark in the name; a name that ends with that mark keeps it."""
    institutions = worlds["made"].institutions
    names = made.page.evaluate("finder.world.institutions.map(({ id, name, short }) => [id, name, short])")
    assert {one[0]: (one[1], one[2]) for one in names} == {
        one.id: (one.name, one.short_name or "") for one in institutions
    }
    raw = json.loads(worlds["made"].index())["institutions"]
    assert sum(name.endswith("~") for name in raw["name"].split("\n")) > 300
    odd = [
        msgspec.structs.replace(institutions[0], id=f"o{number}", name=name, city="Gaj")
        for number, name in enumerate(("Punkt ~", "Punkt ~~", "Gaj", "W Gaj"))
    ]
    index = replace(worlds["made"], institutions=tuple(odd)).index().decode()
    read = """async (index) => {
        const { createFinder } = await import('/finder/engine.js');
        return createFinder(JSON.parse(index)).world.institutions.map(({ name }) => name).sort();
    }"""
    assert made.page.evaluate(read, index) == sorted(("Punkt ~", "Punkt ~~", "Gaj", "W Gaj"))
