"""Typography over whole pages: what belongs together stays on one line, whoever wrote it and whichever template."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest

from tests.support.pages import Planned
from tests.support.site import Site

_MONTH: Final = "(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia)"
_APART: Final = re.compile(
    rf"\d (?:{_MONTH}|zł|km²|ha|%|proc\.|tys\.|dni|miesi|lat|powiat|instytucj|usług|osób|wiersz|spotka|urzęd)"
    rf"|{_MONTH} \d{{4}}|\d r\.|(?:[Aa]rt|[Uu]st|[Pp]oz|[Uu]l)\. \w|Dz\.U\. \d"
    r"|(?<![\d/.-])[1-9]\d{4,}(?![\d-])"
)
"""A space at which a line would break inside a date or between a number and what it counts; thousands ungrouped."""
_RANGE: Final = re.compile(r"\d–\d")
_WORDS: Final = (
    "Na 28 listopada 2011 r. planujemy 3 miesiące w 22 powiatach, 12 345 osób i 5 zł "
    "(art. 217, Dz.U. 2025 poz. 620), od 1 czerwca 2025 r. ul. Długa 1, wiek 25–34 lata."
)


@pytest.mark.parametrize(
    ("module", "address"),
    [
        ("general.home", "/"),
        ("news.posts", "/aktualnosci/2026/wpis/"),
        ("news.archive", "/aktualnosci/"),
        ("news.reports", "/raporty/raport/"),
        ("meetings.meetings", "/spotkania/rada/"),
        ("directory.institutions", "/instytucje/pup-bochnia/"),
        ("directory.institution_types", "/instytucje/typ/labour-office/"),
        ("directory.finder_page", "/instytucje/"),
        ("services.services", "/uslugi/posrednictwo/"),
        ("services.county_services", "/powiaty/powiat-bochenski/uslugi/posrednictwo/"),
        ("counties.county", "/powiaty/powiat-bochenski/"),
        ("general.channels", "/kanaly/"),
        ("general.open_data", "/dane/"),
    ],
)
def test_nothing_breaks_where_it_belongs_together(site: Site, module: str, address: str) -> None:
    """The same sentence in every field that a page shows, besides the page's own dates and numbers."""
    site.institution(
        "pup-bochnia", name="Urząd na 22 powiaty", street="ul. Długa 1", city="Bochnia", postal_code="32-700",
        description=_WORDS, alert=_WORDS, accessibility=_WORDS, verified="2026-01-28",
    )  # fmt: skip
    about: dict[str, Any] = {"counties": ["1201"], "services": ["posrednictwo"], "institutions": ["pup-bochnia"]}
    words: dict[str, Any] = {"title": "Plan na 28 listopada 2011 r.", "summary": _WORDS, "tags": ["ustawa z 2025 r."]}
    site.post("wpis", _WORDS, date="2026-01-28", author="Jan Nowak", **words, **about)
    site.report("raport", _WORDS, date="2026-01-28", findings=[_WORDS], method=_WORDS, **words)
    site.meeting("rada", _WORDS, starts="2026-01-28 10:00", agenda=[_WORDS], place="ul. Długa 1", **words)
    site.offer("1201", summary=_WORDS, transport=_WORDS, valid_until="2026-11-28")
    main = Planned(site, module).tree(address).xpath("//main")[0]
    for hidden in main.xpath(".//script | .//style | .//svg | .//code"):
        hidden.drop_tree()
    assert [found[0] for text in main.itertext() for found in _APART.finditer(text)] == []
    for whole in main.xpath(".//*[contains(concat(' ', @class, ' '), ' nowrap ')] | .//option"):
        whole.drop_tree()
    assert [text for text in main.itertext() if _RANGE.search(text)] == []
