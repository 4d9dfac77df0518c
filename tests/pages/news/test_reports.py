"""Reports: the list and each report."""

from __future__ import annotations

from tests.pages.news.test_posts import json_ld
from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site

RECOMMENDATIONS = [
    {"text": "Mierzyć efekty.", "state": "done", "note": "Od 2012 r."},
    {"text": "Dać zachęty.", "state": "open"},
    {"text": "Zamknąć projekt.", "state": "rejected"},
    {"text": "Zebrać usługi.", "state": "accepted"},
    {"text": "Pytać partnerów.", "state": "accepted"},
]


def test_a_report_shows_authors_method_findings_and_recommendations(site: Site) -> None:
    """Each in a section of its own, each recommendation with what became of it."""
    site.report(
        "ewaluacja",
        title="Ewaluacja",
        authors=["Zespół UJ", "dr Jan Nowak, Instytut"],
        method="Wywiady.\n\nAnkieta.",
        findings=["Za dużo zależy od projektu."],
        recommendations=RECOMMENDATIONS,
    )
    root = Planned(site, "news.reports").tree("/raporty/ewaluacja/")
    headings = texts(root, "//main//article//h2")
    assert headings == ["Autorzy", "Metoda", "Najważniejsze ustalenia", "Rekomendacje i ich los"]
    page = text_of(root)
    assert "1 zrealizowana, 2 przyjęte, 1 otwarta, 1 odrzucona" in page
    assert all(one["text"] in page for one in RECOMMENDATIONS) and "Od 2012 r." in page
    assert [one["@type"] for one in json_ld(root, "Report")["author"]] == ["Organization", "Person"]


def test_a_bare_report_has_no_empty_section(site: Site) -> None:
    """What an editor left out is not announced by a heading."""
    site.report("krotki", authors=[])
    root = Planned(site, "news.reports").tree("/raporty/krotki/")
    assert texts(root, "//main//article//h2") == []


def test_the_list_tells_how_recommendations_stand(site: Site) -> None:
    """Newest first, with a count of the states."""
    site.report("stary", title="Stary", date="2025-01-01", recommendations=RECOMMENDATIONS[:1])
    site.report("nowy", title="Nowy", date="2026-01-01", category="Badania")
    planned = Planned(site, "news.reports")
    root = planned.tree("/raporty/")
    assert texts(root, "//main//div[starts-with(@class, 'teaser')]//h2") == ["Nowy", "Stary"]
    assert "Rekomendacje: 1 zrealizowana" in text_of(root)
    assert root.xpath("//link[@type='application/rss+xml']/@href") == ["/raporty/rss.xml"]


def test_many_reports_fill_pages(site: Site) -> None:
    """The list of reports is paged like the news."""
    for number in range(1, 5):
        site.report(f"r{number}", title=f"Raport {number}", date=f"2026-01-0{number}")
    planned = Planned(site, "news.reports", page_length=1)
    assert [one.title for one in planned.view("/raporty/strona/1/").sections[0].items] == ["Raport 1"]
    assert "Strona 1." in planned.view("/raporty/strona/1/").head.description


def test_an_empty_list_says_so_and_a_hidden_report_is_not_in_it(site: Site) -> None:
    """The hidden one is at its address, for those who know it."""
    site.report("ukryty", state="hidden")
    planned = Planned(site, "news.reports")
    assert "Nie ma jeszcze raportów." in text_of(planned.tree("/raporty/"))
    assert planned.view("/raporty/ukryty/").head.listed is False
