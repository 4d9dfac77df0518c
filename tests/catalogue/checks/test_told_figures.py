"""Figures that running texts repeat: those that differ from the data are told, all others left alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.catalogue.checks.prose_numbers import alike, all_words, sentences
from partnership.catalogue.checks.prose_paragraphs import paragraphs
from partnership.catalogue.checks.told_figures import differences
from tests.conftest import Call
from tests.support.commands import PROJECT
from tests.support.figures import HEAD, RATE, indicator
from tests.support.searches import examples
from tests.support.site import COUNTIES, Site

INDICATORS: list[dict[str, Any]] = [
    RATE
    | {
        "phrases": ["stopa bezrobocia", "bezrobocie"],
        "en": {"name": "Unemployment rate", "phrases": ["unemployment rate", "rate"]},
        "uk": {"name": "Рівень безробіття", "phrases": ["рівень безробіття", None]},
        "tr": {"name": "İşsizlik oranı", "phrases": ["işsizlik oranı", None]},
        "ar": {"name": "معدل البطالة", "phrases": ["معدل البطالة", None]},
    },
    indicator("net-migration", name="Saldo migracji", unit="os.", decimals=0, phrases=["na stałe"]),
    indicator("unemployed", name="Bezrobotni", unit="os.", decimals=0, phrases=["w rejestrze"]),
    indicator("natural-increase", name="Przyrost naturalny", unit="‰", decimals=2),
    indicator("wages", name="Przeciętne wynagrodzenie (Polska = 100)", phrases=["średniej krajowej"]),
]
ROWS = """\
1201,unemployment-rate,,2017-12-31,5.0,,gus,
1201,unemployment-rate,,2024-12-31,2.4,,gus,
1202,unemployment-rate,,2024-12-31,5.0,,gus,
1261,unemployment-rate,,2024-12-31,2.0,,gus,
12,unemployment-rate,,2024-12-31,4.4,,gus,
1201,net-migration,,2024,-169,,gus,
1201,unemployed,,2024-12-31,2838,,gus,
12,unemployed,,2024-12-31,72900,,gus,
1201,natural-increase,,2024,-0.99,,gus,
1201,wages,,2024,82.3,,gus,
1261,wages,,2024,121.1,,gus,
"""
WARNING = re.compile(r"(?m)^\S+?:(\d+):(\d+): warning: (.+ differs from the data.*)$")
ENGLISH = {"1201": "Bochnia County", "1202": "Brzesko County", "1261": "Kraków"}
ARABIC = {"1201": "مقاطعة بوخنيا", "1202": "مقاطعة بجيسكو", "1261": "كراكوف"}
UKRAINIAN = {"1201": "Бохенський повіт", "1202": "Бжеський повіт", "1261": "Краків"}


COLUMNS = """\
| Powiat | Stopa bezrobocia, 2024 | Polska = 100, średniej krajowej |
| --- | --- | --- |
| bocheński | 2,4 % | 82,3 % |
| Kraków | 2,0 % | 121,1 % |"""
YEARS = """\
Bezrobocie, koniec roku:

| Powiat | 2017 | 2024 |
| --- | --- | --- |
| bocheński | 5,0 % | 2,4 % |"""


@pytest.fixture
def told(site: Site, call: Call) -> Any:
    """Returns the warnings on figures in the body of a post: line, column and message."""
    counties = [
        one
        | {"en": {"name": ENGLISH[one["teryt"]]}, "uk": {"name": UKRAINIAN[one["teryt"]]}}
        | {"tr": {"name": f"{one['seat']} İlçesi"}, "ar": {"name": ARABIC[one["teryt"]]}}
        for one in COUNTIES
    ]
    site.write_yaml("data/counties.yaml", counties)
    site.write_yaml("data/indicators.yaml", INDICATORS)
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS"}])
    site.write("data/figures/test.csv", HEAD + ROWS)
    site.write_yaml(
        "data/site.yaml",
        {
            "name": "Partnerstwo", "region": {"teryt": "12", "name": "Małopolska", "locative": "w Małopolsce"},
            "languages": ["pl", "en", "uk", "tr", "ar"], "time_zone": "Europe/Warsaw", "feed_authority": "example.org",
            "feed_since": 2011,
        },
    )  # fmt: skip

    def warnings(body: str, lang: str = "pl", front: str = "") -> list[tuple[int, int, str]]:
        site.write(
            "content/news/2026/wpis.md",
            f"---\ntitle: Wpis\ndate: 2026-01-05\nlang: {lang}\nsummary: Opis.\n{front}---\n\n{body}\n".encode(),
        )
        done = call("--lang", "en", "check", *site.options)
        assert "Traceback" not in done.out + done.err
        return [
            (int(line), int(column), message)
            for line, column, message in re.findall(
                r"(?m)^\S+?:(\d+):(\d+): warning: (.+ differs from the data.*)$", done.out
            )
        ]

    return warnings


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Stopa bezrobocia w powiecie bocheńskim na koniec 2024 r. wyniosła 2,4 %.", "2,9 %"),
        ("W Krakowie stopa bezrobocia 31 grudnia 2024 r. to 2,0 %.", "2,4 %"),
        ("Stopa bezrobocia w Małopolsce w 2024 r.: 4,4 %.", "5,4 %"),
        ("W powiecie bocheńskim bezrobocie spadło z 5,0 % w 2017 r. do 2,4 % w 2024 r.", "2,5 %"),
        ("Z powiatu bocheńskiego na stałe wyjechało w 2024 r. o 169 osób więcej, niż przybyło.", "196 osób"),
        ("Urząd w powiecie bocheńskim miał w 2024 r. w rejestrze 2838 osób.", "2883 osób"),
        ("W Małopolsce w 2024 r. było w rejestrze 72,9 tys. osób.", "79,2 tys. osób"),
        ("Przyrost naturalny w powiecie bocheńskim w 2024 r. wyniósł −0,99 na 1000 osób.", "−0,89 na 1000 osób"),
        ("W 2024 r. płace w powiecie bocheńskim to 82,3 % średniej krajowej.", "83,2 % średniej krajowej"),
        ("Stopa bezrobocia, 2024 r.\n\n- powiat bocheński 2,4 %,\n- Kraków 2,0 %.", "2,1 %"),
        (COLUMNS, "121,7 %"),
        (YEARS, "2,9 %"),
    ],
)  # fmt: skip
def test_a_figure_that_differs_is_told_where_it_stands(told: Any, right: str, wrong: str) -> None:
    """The same text is left alone with the data's figure, and told with another, at the number, with what is right."""
    assert told(right) == []
    unit = wrong[re.match(r"[−\d, ]*\d", wrong).end() :]  # type: ignore[union-attr]
    number = [*re.finditer(rf"[−+]?\d+(?:,\d+)?(?={re.escape(unit)})", right)][-1]
    text = right[: number.start()] + wrong + right[number.end() + len(unit) :]
    warnings = told(text)
    assert len(warnings) == 1, warnings
    line, column, message = warnings[0]
    body_line = 8 + text.count("\n", 0, number.start())
    assert (line, column) == (body_line, number.start() - (text.rfind("\n", 0, number.start()) + 1) + 1)
    assert "figures/test.csv" in message


@pytest.mark.parametrize(
    ("lang", "right", "wrong"),
    [
        ("en", "The unemployment rate of Bochnia County was 2.4% at the end of 2024.", ("2.4%", "2.9%")),
        ("en", "In 2024 the rate was 2.0 per cent in Kraków and 4.4 per cent in the region.", ("2.0", "3.0")),
        ("uk", "Рівень безробіття у Бохенському повіті у 2024 році становив 2,4 %.", ("2,4", "2,7")),
        ("tr", "2024 yılında Bochnia İlçesi’nde işsizlik oranı %2,4 oldu.", ("2,4", "9,9")),
        ("tr", "İŞSİZLİK ORANI Bochnia İlçesi’nde 2024 yılında 2,4 % idi.", ("2,4", "9,9")),
        ("ar", "بلغ معدل البطالة في كراكوف في عام 2024 نسبة 2٫0٪.", ("2٫0", "3٫0")),
    ],
)  # fmt: skip
def test_other_languages_have_their_own_forms(told: Any, lang: str, right: str, wrong: tuple[str, str]) -> None:
    """Decimal points, names of counties and indicators as the translations have them."""
    assert told(right, lang) == []
    assert len(told(right.replace(*wrong), lang)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bochnia İlçesi’nde işsizlik oranı %10’un altında.",
        "2024 yılında Bochnia İlçesi’nde işsizlik oranı %5,1’den %2,4’e indi.",
        "2024 yılında Bochnia İlçesi’nde gençlerin %40’ı iş arıyor.",
    ],
)
def test_a_language_without_words_is_judged_where_it_is_sure(told: Any, text: str) -> None:
    """What may be a line or a change is left alone where nobody has written down how the language says so."""
    assert told(text, "tr") == []


@pytest.mark.parametrize(
    "text",
    [
        "W powiecie bocheńskim stopa bezrobocia w 2024 r. nie przekracza 3 %.",
        "W powiecie bocheńskim stopa bezrobocia wzrosła w 2024 r. o 0,2 pkt proc.",
        "Stopa bezrobocia w powiecie bocheńskim w 2024 r. to 2,4 %; późniejszy komunikat podaje 2,3 %.",
        "Stopa bezrobocia w powiecie bocheńskim w 2010 r. wyniosła 9,9 %.",
        "Stopa bezrobocia w powiecie bocheńskim w 2024 r. to 2 %.",
        "W powiecie bocheńskim w 2024 r. 17 % firm szukało ludzi.",
        "W powiecie bocheńskim 50 osób przyszło na giełdę.",
        "Próg to 10 % załogi. Stopa bezrobocia jest niska.",
        "W 9 z 22 powiatów bezrobocie w 2024 r. było niskie.",
        "Stopa bezrobocia w powiecie brzeskim i w Krakowie w 2024 r. to 5,0 % i 2,0 %.",
        "`Stopa bezrobocia w Krakowie w 2024 r.` to 2,0 %.",
    ],
)
def test_what_repeats_no_figure_is_left_alone(told: Any, text: str) -> None:
    """Bounds, changes, values quoted on purpose, years without data, rounded figures, other percentages and people."""
    assert told(text) == []


def test_offers_and_their_translations_are_read_too(site: Site, told: Any, call: Call) -> None:
    """An offer is of its county though it does not name it; below „en” the words are English."""
    site.write(
        "data/offers/1201.yaml",
        'county: "1201"\nsummary: |\n  Stopa bezrobocia na koniec 2024 r. to 2,4 %.\n'
        "en:\n  summary: |\n    The unemployment rate at the end of 2024 was 2.7%.\n",
    )
    done = call("--lang", "en", "check", *site.options)
    assert "offers/1201.yaml:6:" in done.out and "2.7%” differs from the data" in done.out
    assert "offers/1201.yaml:3:" not in done.out


SHIPPED = (
    ("data/offers/1203.yaml", "60,14 %"),
    ("data/offers/1203.yaml", "2838 osób"),
    ("data/offers/1207.yaml", "1,43 na 1000"),
    ("data/offers/1209.yaml", "285 osób"),
    ("data/offers/1261.yaml", "121,1 %"),
    ("data/offers/1216.yaml", "77,5 %"),
    ("content/news/2026/stopa-bezrobocia-2024.md", "6,7 %"),
    ("content/news/2026/bezrobocie-styczen-2026.md", "72,9 tys."),
    ("content/news/2026/en/unemployment-rate-2024.md", "4.3%"),
    ("content/reports/powiaty-2024-kadry-i-place.md", "77,7 %"),
)


def test_shipped_texts_agree_and_any_altered_figure_is_told(tmp_path: Path, call: Call) -> None:
    """Nothing is told of the texts as they are; of ten altered figures in them each one is."""
    import shutil

    for folder in ("content", "data"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    options = ["--content", str(tmp_path / "content"), "--data", str(tmp_path / "data")]
    assert "differs from the data" not in call("--lang", "en", "check", *options).out
    for path, figure in SHIPPED:
        file = tmp_path / path
        text = file.read_text(encoding="utf-8")
        assert figure in text, (path, figure)
        altered = re.sub(r"\d(?=\D*$|\D*1000$)", lambda found: str((int(found.group()) + 4) % 10), figure, count=1)
        file.write_text(text.replace(figure, altered, 1), encoding="utf-8")
    out = call("--lang", "en", "check", *options).out
    for path, figure in SHIPPED:
        assert re.search(rf"{re.escape(path)}:\d+:\d+: warning: .*differs from the data", out), (path, figure, out)
    assert out.count("differs from the data") == len(SHIPPED)


def test_forms_of_a_word_and_other_words() -> None:
    """Endings may differ, the word may not: a city is not the county around it."""
    assert alike("tarnowskiego", "tarnowski") and alike("tarnowie", "tarnow") and alike("stope", "stopa")
    assert not alike("tarnowskiego", "tarnow") and not alike("nowosadecki", "nowy") and not alike("na", "nad")


@given(st.text(max_size=300) | st.from_regex(r"(?:[-|#a-z:% ]{0,8}[0-9]{1,4}[,.% ]{0,3}\n?){0,12}"))
@examples(120)
def test_no_text_makes_it_fail(text: str) -> None:
    """Paragraphs cover a text without running over each other; sentences and numbers lie inside them."""
    known = all_words()
    before = 0
    for start, end, lang in paragraphs(text, "pl", known):
        assert before <= start < end <= len(text)
        before = end
        for sentence in sentences(text, start, end, known[lang], True):
            assert start <= sentence.start <= sentence.end <= end
            assert all(sentence.start <= one.start < one.end <= sentence.end for one in sentence.numbers)
    assert list(differences(text, {}, "pl")) == []
