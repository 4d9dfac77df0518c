"""The page of a county: everything known of it, and what is unknown left out or said."""

from __future__ import annotations

from tests.support.figures import RATE, indicator, write_figures
from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site

ADDRESS = "/powiaty/powiat-bochenski/"


def test_a_county_without_anything(site: Site) -> None:
    """No offer, figure or institution: the page stands, says what is missing and names the neighbours."""
    planned = Planned(site, "counties.county")
    assert set(planned.pages) == {ADDRESS, "/powiaty/powiat-brzeski/", "/powiaty/krakow/"}
    root = planned.tree(ADDRESS)
    text = text_of(root.xpath("//main")[0])
    assert "Powiat nie ma jeszcze oferty." in text
    assert "Nie ma jeszcze liczb dla tego powiatu." in text
    assert "zawody, szkoły, tereny inwestycyjne, najwięksi pracodawcy, transport" in text
    assert texts(root, "//section[@aria-labelledby='neighbours']//a") == ["powiat brzeski"]
    assert "649 km²" in text
    assert planned.tree("/powiaty/krakow/").xpath("//p[@class='kicker']")[0].text == "Miasto na prawach powiatu"


def test_figures_carry_value_unit_period_source_and_standing(site: Site) -> None:
    """Each figure is complete and unconfirmed, beside the region's and Poland's of the same period."""
    write_figures(
        site,
        "1201,unemployment-rate,,2024,2.4,",
        "1202,unemployment-rate,,2024,5,",
        "1261,unemployment-rate,,2024,2,",
        "12,unemployment-rate,,2024,4.5,",
        "00,unemployment-rate,,2023,5.1,",
        "1201,wages,,2024,,confidential",
        indicators=(RATE, indicator("wages", unit="zł", decimals=0)),
    )
    planned = Planned(site, "counties.county")
    rate, wages = planned.view(ADDRESS).values
    assert (rate.value, rate.unit, rate.period) == ("2,4", "%", "2024\u00a0r.")
    assert rate.source == "Główny Urząd Statystyczny"
    assert rate.note == "województwo: 4,5\u00a0%; 2. miejsce wśród 3 powiatów, od najwyższej wartości"
    assert (wages.value, wages.missing, wages.note) == ("", "tajemnica statystyczna", "")
    root = planned.tree(ADDRESS)
    values = texts(root, "//dl[@class='values']/div")
    assert "niepotwierdzone" in texts(root, "//div[@class='values-sources']")[0]
    assert "tajemnica statystyczna" in values[1]
    marked = root.xpath("//tr[@aria-current='true']")
    assert [text_of(one) for one in marked] == ["bocheński 2,4 %"]


def test_old_figures_stand_behind_new_ones(site: Site) -> None:
    """What was counted fifteen years before the rest does not lead the page."""
    write_figures(site, "1201,unemployment-rate,,2009,9,", "1201,wages,,2024,5,", indicators=(RATE, indicator("wages")))
    assert [one.label for one in Planned(site, "counties.county").view(ADDRESS).values] == ["Wages", "Stopa bezrobocia"]


def test_change_over_time_shows_gaps_and_reasons(site: Site) -> None:
    """A year without a figure is a dotted line, its row says why; the region's line keeps to the county's span."""
    write_figures(
        site,
        "1201,unemployment-rate,,2021,2.4,",
        "1201,unemployment-rate,,2022,,no-data",
        "1201,unemployment-rate,,2023,3.4,",
        "12,unemployment-rate,,2019,9,",
        "12,unemployment-rate,,2021,4,",
        "12,unemployment-rate,,2023,5,",
    )
    planned = Planned(site, "counties.county")
    line = planned.view(ADDRESS).lines[0]
    assert [one.label for one in line.series] == ["Powiat bocheński", "Województwo"]
    assert [one.label for one in line.periods] == ["2021\u00a0r.", "2022\u00a0r.", "2023\u00a0r."]
    assert [one.gap for one in line.series[0].segments] == [True]
    assert "Linia kropkowana" in line.note
    root = planned.tree(ADDRESS)
    assert texts(root, "//figure//details//tbody/tr") == [
        "2021 r.2,4 %4,0 %",
        "2022 r.brak danychbrak danych",
        "2023 r.3,4 %5,0 %",
    ]


def test_shares_are_drawn_only_when_they_make_a_whole(site: Site) -> None:
    """Ages of one year that add up are one bar, so are dimensions of a percentage; otherwise there is none."""
    ages = tuple(indicator(one, decimals=2) for one in ("post-working-age", "pre-working-age", "working-age"))
    sexes = ("1201,sex,kobiety,2024,51,", "1201,sex,mężczyźni,2024,49,")
    write_figures(
        site,
        "1201,post-working-age,,2024,20.54,",
        "1201,pre-working-age,,2024,21.09,",
        "1201,working-age,,2024,58.37,",
        *sexes,
        indicators=(*ages, indicator("sex")),
    )
    drawn = Planned(site, "counties.county").view(ADDRESS).shares
    assert [[part.label for part in one.parts] for one in drawn] == [
        ["Pre-working-age", "Working-age", "Post-working-age"],
        ["kobiety", "mężczyźni"],
    ]
    assert [part.x for part in drawn[1].parts] == [0.0, 51.0]
    write_figures(site, "1201,pre-working-age,,2024,21.09,", *sexes[:1], indicators=(*ages, indicator("sex")))
    assert Planned(site, "counties.county").view(ADDRESS).shares == ()


def test_an_offer_shows_only_the_parts_it_has(site: Site) -> None:
    """Occupations with word and sign, shortages first; schools, sites, employers; the rest is named as absent."""
    write_figures(site)
    job = {"source": "gus", "year": 2026}
    site.offer(
        "1201",
        summary="**Blisko** autostrady.",
        occupations=[
            job | {"name": "sprzedawcy", "outlook": "surplus"},
            job | {"name": "pielęgniarki", "outlook": "balance", "kzis": "222101", "edition": "KZiS 2025"},
            job | {"name": "spawacze", "outlook": "shortage", "registered": 0, "reasons": ["brak kandydatów"]},
        ],
        schools=[{"name": "Technikum", "city": "Bochnia", "fields": ["mechanik", "spawacz"]}],
        sites=[{"name": "Północ", "area_ha": 12.5, "utilities": ["woda", "gaz"], "updated": "2026-01-01"}],
        employers=[{"name": "Huta", "sector": "metal", "size": "250+"}],
        verified="2026-01-10",
        owner="PUP Bochnia",
        valid_until="2026-12-31",
    )
    root = Planned(site, "counties.county").tree(ADDRESS)
    text = text_of(root.xpath("//main")[0])
    outlooks = texts(root, "//section[@aria-labelledby='occupations']//tbody/tr/td[1]")
    assert outlooks == ["▲ deficyt", "● równowaga", "▼ nadwyżka"]
    assert "kod KZiS 222101 (KZiS 2025)" in text
    assert texts(root, "//section[@aria-labelledby='occupations']//tbody/tr[1]/td")[2] == "0"
    assert texts(root, "//section[@aria-labelledby='schools']//tbody/tr") == ["TechnikumBochniamechanik, spawacz"]
    assert "12,50 ha" in text and "01.01.2026" in text and "250+" in text
    assert root.xpath("//div[@class='prose']//strong")[0].text == "Blisko"
    assert "Jeszcze do uzupełnienia: transport." in text
    assert "Oferta jest ważna do 31 grudnia 2026 r." in text
    assert "10 stycznia 2026 r., PUP Bochnia" in text


def test_an_expired_offer_says_so(site: Site) -> None:
    """After its last day the offer is shown with a warning, before it without."""
    site.offer("1201", valid_until="2026-01-31")
    site.offer("1202", valid_until="2026-02-01")
    planned = Planned(site, "counties.county")
    assert "Oferta jest nieaktualna" in text_of(planned.tree(ADDRESS))
    assert "Oferta jest nieaktualna" not in text_of(planned.tree("/powiaty/powiat-brzeski/"))


def test_who_answers_comes_first_then_others_then_the_region(site: Site) -> None:
    """The responsible office stands with its contact, the offer's own beside it, others below in their order."""
    site.institution(phone=["12 345 67 89"], alert="Zamknięte w piątek.")
    site.institution("agencja", name="Agencja Rozwoju", type="regional-office")
    site.institution("wup", name="Wojewódzki Urząd Pracy", type="regional-office", serves="region", county="1261")
    site.institution("gone", name="Dawny Urząd", type="regional-office", status="withdrawn")
    site.offer("1201", contact="agencja")
    root = Planned(site, "counties.county").tree(ADDRESS)
    assert texts(root, "//section[@aria-labelledby='office']//strong")[0] == "Powiatowy Urząd Pracy w Bochni"
    phones = root.xpath("//section[@aria-labelledby='office']//a[starts-with(@href, 'tel:')]/@href")
    assert phones == ["tel:+48123456789"]
    assert "Zamknięte w piątek." in text_of(root)
    assert texts(root, "//section[@aria-labelledby='investor-contact']//strong") == ["Agencja Rozwoju"]
    names = texts(root, "//section[@aria-labelledby='institutions']//a[contains(@class, 'institution-name')]")
    assert names == ["Agencja Rozwoju", "Wojewódzki Urząd Pracy"]
    assert root.xpath("//section[@aria-labelledby='services']//li/a/@href") == [f"{ADDRESS}uslugi/posrednictwo/"]


def test_only_consultants_who_agreed_are_named(site: Site) -> None:
    """A consultant who answers for the county stands on its page."""
    site.institution()
    site.partner(consultants=[{"name": "Anna Nowak", "counties": ["1201"], "phone": "600 100 200", "consent": True}])
    planned = Planned(site, "counties.county")
    assert "Anna Nowak" in text_of(planned.tree(ADDRESS))
    assert "Anna Nowak" not in text_of(planned.tree("/powiaty/krakow/"))


def test_structured_data_names_place_and_data_set(site: Site) -> None:
    """With figures there is a data set with licence, creator and files; without there is only the place."""
    write_figures(site, "1201,unemployment-rate,,2023,2.4,", "1201,unemployment-rate,,2024,2.5,")
    planned = Planned(site, "counties.county", site_url="https://example.org")
    place, dataset = planned.view(ADDRESS).head.json_ld
    assert (place["@type"], dataset["@type"]) == ("AdministrativeArea", "Dataset")
    assert dataset["temporalCoverage"] == "2023/2024"
    assert all(dataset[key] for key in ("name", "description", "license", "creator", "distribution"))
    assert dataset["variableMeasured"][0]["value"] == 2.5
    without = planned.view("/powiaty/krakow/").head.json_ld
    assert [one["@type"] for one in without] == ["AdministrativeArea"]


def test_an_edit_elsewhere_leaves_the_inputs_alone(site: Site) -> None:
    """What another county's offer says changes no input of this county's page, so that it is not made again."""
    site.offer("1202", summary="Dawniej.")
    before = Planned(site, "counties.county").pages[ADDRESS].inputs
    site.offer("1202", summary="Teraz.")
    assert Planned(site, "counties.county").pages[ADDRESS].inputs == before


def test_a_shared_source_and_a_doubt_are_told_once(site: Site) -> None:
    """Of many figures each says its date and the number of its source; what nobody confirmed is said below them all."""
    names = ("wages", "births", "area", "towns")
    write_figures(
        site, *(f"1201,{name},,2024,5," for name in names), indicators=tuple(indicator(name) for name in names)
    )
    root = Planned(site, "counties.county").tree(ADDRESS)
    values = texts(root, "//dl[@class='values']/div")
    assert len(values) == len(names)
    assert all("2024 r., źródło 1" in one and "niepotwierdzone" not in one for one in values)
    assert texts(root, "//div[@class='values-sources']//li") == ["Główny Urząd Statystyczny"]
    assert "niepotwierdzone" in texts(root, "//div[@class='values-sources']")[0]


def test_measures_of_the_same_few_years_stand_in_one_table(site: Site) -> None:
    """Three measures with three years each make one table with every figure; a longer series is drawn."""
    names = ("wages", "women", "young")
    write_figures(
        site,
        *(
            f"1201,{name},,{year},{year - 2000 + place},"
            for place, name in enumerate(names)
            for year in (2022, 2023, 2024)
        ),
        *(f"1201,unemployment-rate,,{year},5," for year in range(2015, 2025)),
        indicators=(RATE, *(indicator(name) for name in names)),
    )
    planned = Planned(site, "counties.county")
    (table,) = planned.view(ADDRESS).years
    assert table.periods == ("2022\u00a0r.", "2023\u00a0r.", "2024\u00a0r.")
    assert [row.name for row in table.rows] == ["Wages", "Women", "Young"]
    assert [len(one.periods) for one in planned.view(ADDRESS).lines] == [10]
    cells = texts(planned.tree(ADDRESS), "//table[caption='Ostatnie lata']//tbody/tr[1]/td")
    assert [cell.split()[0] for cell in cells] == ["22,0", "23,0", "24,0"]
