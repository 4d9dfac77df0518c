"""What sentences say of the region: by rule in Polish, with prepositions in English, by the name elsewhere."""

from __future__ import annotations

import pytest

from partnership.language import _, speaking, words_of
from partnership.message_catalogues import own_catalogues
from partnership.records.profile import Region
from partnership.region_words import NO_REGION, region_words
from tests.conftest import Call
from tests.support.site import Site
from tests.support.site_words import write_words

AVALON = Region(name="Avalon")
DECLINED = Region(name="Avalon", genitive="de Avalon", locative="en Avalon", adjective="avalonio")
LEAD = "We show who helps %(within)s, and how to reach them – in your county."


@pytest.mark.parametrize(
    ("region", "lang", "said"),
    [
        (AVALON, "en", "in Avalon, of Avalon, for Avalon, Avalon"),
        (AVALON, "es", "Avalon, Avalon, Avalon, Avalon"),
        (DECLINED, "es", "en Avalon, de Avalon, Avalon, Avalon"),
        (DECLINED, "en", "in Avalon, of Avalon, for Avalon, avalonio"),
    ],
)
def test_pieces_follow_the_language(region: Region, lang: str, said: str) -> None:
    """In sentences of that language."""
    words = region_words(region, lang)
    assert ", ".join((words.within, words.origin, words.benefit, words.adjective)) == said


@pytest.mark.parametrize("region", [AVALON, DECLINED])
@pytest.mark.parametrize("lang", ["es", "ar", "en", "de"])
def test_an_english_sentence_has_english_pieces(region: Region, lang: str) -> None:
    """On a page in a language that has no translation of it."""
    with speaking(lang):
        said = _(LEAD, within=region_words(region, lang).within)
    assert said == "We show who helps in Avalon, and how to reach them – in your county."


def test_a_translated_sentence_has_its_own(site: Site) -> None:
    """One by one: what the site has translated takes the forms of its language, the others stay English."""
    write_words(site.root / "theme", "es", "partnership", {LEAD: "Mostramos quién ayuda %(within)s."})
    words = region_words(DECLINED, "es")
    with words_of(own_catalogues(site.root / "theme" / "translations", "partnership")), speaking("es"):
        assert _(LEAD, within=words.within) == "Mostramos quién ayuda en Avalon."
        assert _("not translated %(origin)s", origin=words.origin) == "not translated of Avalon"


def test_polish_is_said_by_rule() -> None:
    """Its sentences are translated, so their pieces are the Polish ones."""
    words = region_words(Region(name="Dolina", genitive="Doliny", locative="w Dolinie", adjective="doliński"), "pl")
    with speaking("pl"):
        assert "w Dolinie" in _(LEAD, within=words.within)
    assert not NO_REGION and not NO_REGION.within and NO_REGION.within.before == ""


def test_forms_of_names_are_missed_where_they_are_used(site: Site, call: Call) -> None:
    """Polish and English sentences need a county's cases; another language does with its name."""
    profile = {
        "name": "X", "region": {"name": "Dolina", "locative": "w Dolinie"}, "languages": ["pl", "ar", "en"],
        "time_zone": "Europe/Warsaw", "feed_authority": "x.example", "feed_since": 2020,
    }  # fmt: skip
    site.write_yaml("data/site.yaml", profile)
    told = call("translations", *site.options, "--language", "ar").out
    assert ": ar: " in told and "short_name" in told
    for form in ("genitive", "locative"):
        assert form not in told
        assert form in call("translations", *site.options, "--language", "en").out
