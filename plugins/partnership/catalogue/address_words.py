"""Words of addresses in each language: one table, from which every page, feed, template and script takes its own.

The first language of a site stands at ``/``, each other one in a folder of its code.  A language that has no column
here takes the English words.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, get_args

from partnership.kinds.record_kind import RecordSectionName

Name = Literal[
    "home", "council", "consultants", "comparison", "investors", "redundancies", "redundancy_plan",
    "redundancy_letters", "redundancy_help", "channels", "newsletter", "open_data", "search", "search_index", "join",
    "contact", "about", "accessibility", "privacy", "site_map", "special_needs", "reuse_terms", "finder_index",
    "finder_places", "redundancy_rules", "calendar", "opml", "opml_few", "following", "glossary",
]  # fmt: skip
"""Names of the pages and files that every site has; ``site.address("investors")`` in templates."""

SectionName = Literal[RecordSectionName, "news", "reports", "meetings"]
"""Names of the sections of the kinds of records and of content that every site has; the kinds declare their words."""

NAMES: Final[tuple[Name, ...]] = get_args(Name)

PAGES: Final[Mapping[str, Mapping[Name, str]]] = MappingProxyType(
    {
        "pl": MappingProxyType[Name, str](
            {
                "home": "",
                "council": "rada-partnerow/",
                "consultants": "konsultanci/",
                "comparison": "powiaty/porownanie/",
                "investors": "dla-inwestora/",
                "redundancies": "zwolnienia/",
                "redundancy_plan": "zwolnienia/plan/",
                "redundancy_letters": "zwolnienia/pisma/",
                "redundancy_help": "dla-zwalnianych/",
                "channels": "kanaly/",
                "newsletter": "newsletter/",
                "open_data": "dane/",
                "search": "szukaj/",
                "search_index": "szukaj/indeks/",
                "join": "dolacz/",
                "contact": "kontakt/",
                "about": "o-partnerstwie/",
                "accessibility": "deklaracja-dostepnosci/",
                "privacy": "polityka-prywatnosci/",
                "site_map": "mapa-strony/",
                "special_needs": "dla-osob-ze-szczegolnymi-potrzebami/",
                "reuse_terms": "warunki-ponownego-wykorzystania/",
                "finder_index": "instytucje/indeks.json",
                "finder_places": "instytucje/miejsca.json",
                "redundancy_rules": "zwolnienia/zasady.json",
                "calendar": "spotkania/kalendarz.ics",
                "opml": "kanaly/kanaly.opml",
                "opml_few": "kanaly/kanaly-glowne.opml",
                "following": "kanaly/obserwuj.json",
                "glossary": "slowniczek/",
            }
        ),
        "en": MappingProxyType[Name, str](
            {
                "home": "",
                "council": "partners-council/",
                "consultants": "consultants/",
                "comparison": "counties/compare/",
                "investors": "investors/",
                "redundancies": "redundancies/",
                "redundancy_plan": "redundancies/plan/",
                "redundancy_letters": "redundancies/letters/",
                "redundancy_help": "for-employees/",
                "channels": "feeds/",
                "newsletter": "newsletter/",
                "open_data": "data/",
                "search": "search/",
                "search_index": "search/index/",
                "join": "join/",
                "contact": "contact/",
                "about": "about/",
                "accessibility": "accessibility/",
                "privacy": "privacy/",
                "site_map": "site-map/",
                "special_needs": "special-needs/",
                "reuse_terms": "terms-of-reuse/",
                "finder_index": "institutions/index.json",
                "finder_places": "institutions/places.json",
                "redundancy_rules": "redundancies/rules.json",
                "calendar": "meetings/calendar.ics",
                "opml": "feeds/feeds.opml",
                "opml_few": "feeds/main-feeds.opml",
                "following": "feeds/following.json",
                "glossary": "glossary/",
            }
        ),
        "uk": MappingProxyType[Name, str](
            {
                "home": "",
                "council": "rada-partneriv/",
                "consultants": "konsultanty/",
                "comparison": "povity/porivniannia/",
                "investors": "investoram/",
                "redundancies": "zvilnennia/",
                "redundancy_plan": "zvilnennia/plan/",
                "redundancy_letters": "zvilnennia/lysty/",
                "redundancy_help": "dlia-pratsivnykiv/",
                "channels": "kanaly/",
                "newsletter": "rozsylka/",
                "open_data": "dani/",
                "search": "poshuk/",
                "search_index": "poshuk/indeks/",
                "join": "dolutsia/",
                "contact": "kontakty/",
                "about": "pro-nas/",
                "accessibility": "dostupnist/",
                "privacy": "pryvatnist/",
                "site_map": "mapa-saitu/",
                "special_needs": "osoblyvi-potreby/",
                "reuse_terms": "umovy-povtornoho-vykorystannia/",
                "finder_index": "ustanovy/indeks.json",
                "finder_places": "ustanovy/mistsia.json",
                "redundancy_rules": "zvilnennia/pravyla.json",
                "calendar": "zustrichi/kalendar.ics",
                "opml": "kanaly/kanaly.opml",
                "opml_few": "kanaly/holovni-kanaly.opml",
                "following": "kanaly/stezhennia.json",
                "glossary": "slovnyk/",
            }
        ),
    }
)
"""Address of each page below its language's folder."""

Part = Literal[
    "category", "tag", "author", "type", "page", "county_services", "redundancies", "letters", "group_calendar",
    "meeting_calendar",
]  # fmt: skip
"""Names of the words inside addresses."""

PARTS: Final[Mapping[str, Mapping[Part, str]]] = MappingProxyType(
    {
        "pl": MappingProxyType[Part, str](
            {
                "category": "kategoria",
                "tag": "temat",
                "author": "autor",
                "type": "typ",
                "page": "strona",
                "county_services": "uslugi",
                "redundancies": "zwolnienia",
                "letters": "pisma",
                "group_calendar": "kalendarz.ics",
                "meeting_calendar": "spotkanie.ics",
            }
        ),
        "en": MappingProxyType[Part, str](
            {
                "category": "category",
                "tag": "topic",
                "author": "author",
                "type": "type",
                "page": "page",
                "county_services": "services",
                "redundancies": "redundancies",
                "letters": "letters",
                "group_calendar": "calendar.ics",
                "meeting_calendar": "meeting.ics",
            }
        ),
        "uk": MappingProxyType[Part, str](
            {
                "category": "katehoriia",
                "tag": "tema",
                "author": "avtor",
                "type": "typ",
                "page": "storinka",
                "county_services": "posluhy",
                "redundancies": "zvilnennia",
                "letters": "lysty",
                "group_calendar": "kalendar.ics",
                "meeting_calendar": "zustrich.ics",
            }
        ),
    }
)
"""Words inside addresses: ``/news/category/…/``."""

Fragment = Literal["group", "audience"]
"""Names of the words that ids of headings begin with."""

FRAGMENTS: Final[Mapping[str, Mapping[Fragment, str]]] = MappingProxyType(
    {
        "pl": MappingProxyType[Fragment, str]({"group": "grupa", "audience": "dla"}),
        "en": MappingProxyType[Fragment, str]({"group": "group", "audience": "for"}),
    }
)
"""Words of ids: ``/services/#group-…``.  Those of a site's first language stand in all its trees."""

DataSet = Literal[
    "institution-services",
    "exchange",
    "occupations",
    "investment-sites",
    "schools",
    "documents",
    "catalogue",
]
"""Names of the data sets of open data that are no kind of record, and of the catalogue that lists them all."""

DATA_SETS: Final[Mapping[str, Mapping[DataSet, str]]] = MappingProxyType(
    {
        "pl": MappingProxyType[DataSet, str](
            {
                "institution-services": "uslugi-instytucji",
                "exchange": "wymiana",
                "occupations": "zawody",
                "investment-sites": "tereny-inwestycyjne",
                "schools": "szkoly",
                "documents": "publikacje",
                "catalogue": "katalog",
            }
        ),
        "en": MappingProxyType[DataSet, str](
            {
                "institution-services": "institution-services",
                "exchange": "exchange",
                "occupations": "occupations",
                "investment-sites": "investment-sites",
                "schools": "schools",
                "documents": "publications",
                "catalogue": "catalogue",
            }
        ),
        "uk": MappingProxyType[DataSet, str](
            {
                "institution-services": "posluhy-ustanov",
                "exchange": "obmin",
                "occupations": "profesii",
                "investment-sites": "investytsiini-dilianky",
                "schools": "shkoly",
                "documents": "publikatsii",
                "catalogue": "kataloh",
            }
        ),
    }
)
"""Words for data sets in the names of their files: ``/data/schools.csv``."""

ONLY_FIRST: Final[frozenset[Name]] = frozenset(("following",))
"""Files that stand in the first language's tree alone."""

DEFAULT: Final = "en"
"""The language whose words stand in for those of a language without a column of its own."""
