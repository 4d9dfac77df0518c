"""Worlds to ask the finder about: the repository's own data, and made-up institutions of other types and names."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import msgspec
import yaml

from partnership.chunks import NO_CACHE
from partnership.language import speaking
from partnership.publications import finder_places
from partnership.publications.finder_columns import index_rows
from partnership.publications.finder_index import IndexContext, finder_index
from partnership.records.elsewhere import Elsewhere
from partnership.records.fields import decode_hook
from partnership.records.institution import Institution
from partnership.records.lexicon import Lexicon
from partnership.records.localities import Locality, parse_localities
from partnership.records.profile import Region
from partnership.records.taxonomy import County, InstitutionType, Service
from partnership.records.texts import gathered
from partnership.region_words import own_region

NOWHERE = Elsewhere()
LANGUAGES = ("pl", "en", "uk")
DATA = Path(__file__).resolve().parents[2] / "data"

TOWNS = {
    "1201": "Bochnia Rzezawa Łapanów Żegocina Drwinia",
    "1202": "Brzesko Czchów Szczurowa Gnojnik Iwkowa",
    "1203": "Chrzanów Trzebinia Libiąż Alwernia Babice",
    "1204": "Dąbrowa_Tarnowska Szczucin Radgoszcz Mędrzechów",
    "1205": "Gorlice Biecz Bobowa Łużna Sękowa",
    "1206": "Kraków Skawina Krzeszowice Zabierzów Słomniki Zielonki",
    "1207": "Limanowa Mszana_Dolna Tymbark Laskowa Kamienica",
    "1208": "Miechów Charsznica Gołcza Racławice",
    "1209": "Myślenice Dobczyce Sułkowice Pcim Tokarnia",
    "1210": "Nowy_Sącz Krynica-Zdrój Stary_Sącz Muszyna Grybów Łącko",
    "1211": "Nowy_Targ Rabka-Zdrój Szczawnica Jabłonka Czarny_Dunajec",
    "1212": "Olkusz Wolbrom Bukowno Klucze",
    "1213": "Oświęcim Kęty Brzeszcze Zator Chełmek",
    "1214": "Proszowice Koniusza Koszyce Pałecznica",
    "1215": "Sucha_Beskidzka Jordanów Zawoja Stryszawa Maków_Podhalański",
    "1216": "Tarnów Tuchów Żabno Wojnicz Zakliczyn Ciężkowice",
    "1217": "Zakopane Poronin Kościelisko Bukowina_Tatrzańska",
    "1218": "Wadowice Andrychów Tomice Lanckorona Kalwaria_Zebrzydowska",
    "1219": "Wieliczka Niepołomice Gdów Kłaj",
    "1261": "Kraków",
    "1262": "Nowy_Sącz",
    "1263": "Tarnów",
}

TYPES = [
    ("labour-office", "Powiatowy urząd pracy", "Powiatowe urzędy pracy", True),
    ("commune", "Urząd gminy lub miasta", "Urzędy gmin i miast", False),
    ("college", "Uczelnia", "Uczelnie", False),
    ("agency", "Agencja rozwoju", "Agencje rozwoju", False),
    ("insurance", "Zakład Ubezpieczeń Społecznych", "Oddziały i inspektoraty ZUS", False),
    ("youth", "Ochotniczy Hufiec Pracy", "Ochotnicze Hufce Pracy", False),
    ("inspection", "Państwowa Inspekcja Pracy", "Oddziały Państwowej Inspekcji Pracy", False),
    ("chamber", "Izba gospodarcza", "Izby gospodarcze", False),
    ("school", "Centrum kształcenia zawodowego", "Centra kształcenia zawodowego", False),
    ("temp-agency", "Agencja zatrudnienia", "Agencje zatrudnienia", False),
    ("foundation", "Fundacja", "Fundacje", False),
    ("welfare", "Ośrodek pomocy społecznej", "Ośrodki pomocy społecznej", False),
]

# name, abbreviation before the town, type; {a}: of the town's county („powiatu …”), {t}: the town
NAMES = [
    ("Urząd Gminy {t}", "UG {t}", "commune"),
    ("Urząd Miasta {t}", "UM {t}", "commune"),
    ("Starostwo Powiatowe {t}", "", "commune"),
    ("Akademia Nauk Stosowanych {t}", "ANS {t}", "college"),
    ("Wyższa Szkoła Przedsiębiorczości {t}", "WSP {t}", "college"),
    ("Agencja Rozwoju Lokalnego {t}", "ARL {t}", "agency"),
    ("Centrum Obsługi Inwestora {t}", "COI {t}", "agency"),
    ("Inkubator Przedsiębiorczości {t}", "", "agency"),
    ("Zakład Ubezpieczeń Społecznych Inspektorat {t}", "ZUS {t}", "insurance"),
    ("Ochotnicze Hufce Pracy – Młodzieżowe Centrum Kariery {t}", "OHP {t}", "youth"),
    ("Państwowa Inspekcja Pracy Oddział {t}", "PIP {t}", "inspection"),
    ("Izba Przemysłowo-Handlowa {t}", "IPH {t}", "chamber"),
    ("Cech Rzemiosł Różnych {t}", "", "chamber"),
    ("Centrum Kształcenia Zawodowego i Ustawicznego {t}", "CKZiU {t}", "school"),
    ("Zakład Doskonalenia Zawodowego {t}", "ZDZ {t}", "school"),
    ("{w} Praca Tymczasowa sp. z o.o. {t}", "", "temp-agency"),
    ("Fundacja {w} {t}", "", "foundation"),
    ("Miejski Ośrodek Pomocy Społecznej {t}", "MOPS {t}", "welfare"),
    ("Gminny Ośrodek Pomocy Społecznej {t}", "GOPS {t}", "welfare"),
]
_BRANDS = "Horyzont Kuźnia Mosty Progres Zielone_Wzgórza Nowa_Droga Dobry_Start Aktywni Perspektywa Klucz Wspólnota"
_STREETS = "Kościuszki Mickiewicza Rynek Szkolna Ogrodowa Piłsudskiego Kolejowa Leśna Sienkiewicza Polna Krótka"


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Records that make an index, and the index itself as JSON bytes; every world is one of its own."""

    institutions: tuple[Institution, ...]
    services: tuple[Service, ...]
    counties: tuple[County, ...]
    types: tuple[InstitutionType, ...]
    lexicon: Lexicon | None
    localities: tuple[Locality, ...] = ()
    elsewhere: Elsewhere = NOWHERE
    languages: tuple[str, ...] = LANGUAGES

    def places(self) -> bytes:
        """The places of this world that are loaded after the first answer."""
        return finder_places.places(
            self.localities,
            self.counties,
            self.elsewhere,
            self.lexicon.answers if self.lexicon else (),
            self.languages,
            (self.services, self.types, self.counties),
        )

    def index(self) -> bytes:
        """The finder index of this world, with sentences in its first language."""
        with speaking(self.languages[0]):
            return finder_index(
                NO_CACHE,
                index_rows(self.institutions),
                IndexContext(
                    services=tuple(self.services),
                    counties=tuple(self.counties),
                    types=tuple(self.types),
                    lexicon=self.lexicon,
                    localities=self.localities,
                    elsewhere=self.elsewhere,
                    places="/instytucje/miejsca.json",
                    lang=self.languages[0],
                    languages=self.languages,
                    own_region=own_region(_region(), self.languages[0]),
                ),
            )


def _raw(path: Path, kind: Any) -> Any:
    """Return the data of a file as records are read from it, translations gathered."""
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    one = get_args(kind)[0] if get_args(kind) else kind
    return [gathered(item, one)[0] for item in raw] if isinstance(raw, list) else gathered(raw, one)[0]


def _region() -> Region:
    """The region that the repository's own site names."""
    raw = yaml.load((DATA / "site.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return msgspec.convert(raw["region"], Region, strict=False, dec_hook=decode_hook)


def _load(path: Path, kind: Any) -> Any:
    return msgspec.convert(_raw(path, kind), kind, strict=False, dec_hook=decode_hook)


def own_world(lexicon: bool = True) -> World:
    """The repository's own data."""
    institutions = []
    for path in sorted((DATA / "institutions").glob("*.yaml")):
        raw = _raw(path, Institution)
        institutions.append(msgspec.convert({**raw, "id": path.stem}, Institution, strict=False, dec_hook=decode_hook))
    return World(
        tuple(institutions),
        tuple(_load(DATA / "services.yaml", list[Service])),
        tuple(_load(DATA / "counties.yaml", list[County])),
        tuple(_load(DATA / "institution-types.yaml", list[InstitutionType])),
        _load(DATA / "finder" / "lexicon.yaml", Lexicon) if lexicon else None,
        tuple(parse_localities("localities.csv", (DATA / "localities.csv").read_text(encoding="utf-8"))[0]),
        _load(DATA / "finder" / "elsewhere.yaml", Elsewhere),
    )


def made_world(size: int, seed: int = 1) -> World:
    """`size` made-up institutions: the county labour offices first, then others at random; the same for a seed."""
    own = own_world()
    dice = random.Random(seed)
    service_ids = [one.id for one in own.services]
    offices = [one for one in own.institutions if one.type == "labour-office"]
    made: list[Institution] = []
    for office in offices:
        given = [one for one in service_ids if dice.random() < 0.75]
        made.append(msgspec.structs.replace(office, services=tuple(given), phone=(_phone(dice),), email=()))
    places = [(teryt, town.replace("_", " ")) for teryt, towns in TOWNS.items() for town in towns.split()]
    brands = _BRANDS.split()
    streets = _STREETS.split()
    number = 0
    while len(made) < size:
        number += 1
        pattern, short, kind = dice.choice(NAMES)
        teryt, town = dice.choice(places)
        brand = dice.choice(brands).replace("_", " ")
        region = kind in ("agency", "college", "chamber") and dice.random() < 0.2
        host = f"{kind}{number}.example"
        made.append(
            Institution(
                id=f"{kind}-{number:04}",
                name=pattern.format(t=town, w=brand) + (f" nr {number}" if size > 1000 else ""),
                short_name=short.format(t=town) if short and dice.random() < 0.7 else None,
                type=kind,
                county=teryt,
                serves="region" if region else None,
                street=f"ul. {dice.choice(streets)} {dice.randint(1, 90)}",
                postal_code=f"3{dice.randint(0, 4)}-{dice.randint(100, 999)}",
                city=town,
                latitude=49.2 + dice.random(),
                longitude=19.2 + 1.8 * dice.random(),
                phone=(_phone(dice),),
                email=(f"biuro@{host}",),
                website=f"https://www.{host}",
                services=tuple(sorted(dice.sample(service_ids, dice.randint(1, 6)))),
                audiences=tuple(one for one in ("employer", "investor", "jobseeker") if dice.random() < 0.5),
                description=f"Działa w gminie {town} i okolicy, prowadzi zajęcia {dice.choice(brands)}.",
            )
        )
    types = tuple(InstitutionType(id=a, name=b, plural=c, responsible=d) for a, b, c, d in TYPES)
    return World(tuple(made[:size]), own.services, own.counties, types, own.lexicon, own.localities, own.elsewhere)


def _phone(dice: random.Random) -> str:
    return f"{dice.choice((12, 14, 18, 33))} {dice.randint(200, 999)} {dice.randint(10, 99)} {dice.randint(10, 99)}"
