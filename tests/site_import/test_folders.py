"""Pelican sites and saved HTML pages become this project's posts and pages."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Call
from tests.site_import.test_wordpress import brought, written


def test_a_pelican_site(call: Call, tmp_path: Path) -> None:
    """Heads, states, internal links, pictures and the addresses of its settings; reStructuredText is told."""
    site = tmp_path / "site"
    (site / "content/images").mkdir(parents=True)
    (site / "content/pages").mkdir()
    (site / "content/images/A b.png").write_bytes(b"\x89PNG\r\n")
    (site / "pelicanconf.py").write_text(
        'import os\nSITEURL = "https://stary.example.org"\nARTICLE_URL = "blog/{date:%Y}/{slug}/"\nX = '
        'os.environ["NOPE"]\n'
    )
    (site / "content/pierwszy.md").write_text(
        "Title: Pierwszy: wpis\nDate: 2013-05-02 10:20\nTags: a, b\nAuthors: Zespół\nSlug: pierwszy\nStatus: draft\n\n"
        "# Duży\n\nZobacz [drugi]({filename}/drugi.md) i [stronę]({filename}pages/o.md).\n\n"
        "![znak]({static}/images/A b.png)\n\n"
        "    # kod [x](y)\n",
        encoding="utf-8",
    )
    (site / "content/drugi.md").write_text("Title: Drugi\nDate: 2 maja 2014\n\nTekst.\n", encoding="utf-8")
    (site / "content/pages/o.md").write_text("Title: O nas\n\nTekst.\n", encoding="utf-8")
    (site / "content/stary.rst").write_text("Stary\n#####\n")
    outcome = brought(call, tmp_path, site)
    assert outcome.status == 0, outcome.err
    head, body = written(tmp_path, "news/2013/pierwszy.md")
    assert (head["title"], head["tags"], head["state"]) == ("Pierwszy: wpis", ["a", "b"], "draft")
    assert head["aliases"] == ["/blog/2013/pierwszy/", "/pierwszy.md"]
    assert body.startswith("## Duży") and "    # kod [x](y)" in body
    assert "[drugi](../2014/drugi.md)" in body and "[stronę](../../pages/o-nas.md)" in body
    assert "reStructuredText does not come along" in outcome.out


def test_saved_pages_by_rules(call: Call, tmp_path: Path) -> None:
    """Title, date, author and text by selectors; numbered addresses stay; layout tables are undone."""
    pages = tmp_path / "pages"
    (pages / "artykuly/1102").mkdir(parents=True)
    (pages / "img").mkdir()
    (pages / "img/a.gif").write_bytes(b"GIF89a")
    (pages / "import.yaml").write_text(
        "base: https://stary.example.org\ntitle: '#tytul'\ndate: .data\nauthor: .autor\nbody: '#tresc'\nremove: "
        "[.drukuj]\n"
    )
    (pages / "artykuly/1102/Rada-Partnerow").write_bytes(
        "<html><head><meta charset=iso-8859-2><title>x</title></head><body><div id=tytul>Rada Partnerów</div>"
        "<span class=data>Dodano: 29 listopada 2011</span><span class=autor>Autor: Zespół</span>"
        "<div id=tresc><a class=drukuj href=x>Drukuj</a><table width=100%><tr><td><p class=MsoNormal>Łączy nas "
        "<o:p></o:p>praca.</p>"
        "<p>&nbsp;</p><img src=/img/a.gif alt=''></td></tr></table></div></body></html>".encode("iso-8859-2")
    )
    outcome = brought(call, tmp_path, pages)
    assert outcome.status == 0, outcome.err
    head, body = written(tmp_path, "news/2011/rada-partnerow.md")
    assert (head["title"], head["author"]) == ("Rada Partnerów", "Zespół")
    assert str(head["date"]) == "2011-11-29"
    assert head["aliases"] == ["/artykuly/1102/Rada-Partnerow"]
    assert body.startswith("Łączy nas praca.") and "Drukuj" not in body and "![](../../media/a.gif)" in body
    assert "has no description" in outcome.out


def test_wrong_rules_are_told(call: Call, tmp_path: Path) -> None:
    """A misspelt key and a selector that is none, each with what to do."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.html").write_text("<html><body><p>x</p></body></html>")
    for rules, told in (
        ("titel: h1\n", "the keys are"),
        ("title: 'h1['\n", "is not a CSS selector"),
        ("a: [\n", "import.yaml"),
    ):
        (pages / "import.yaml").write_text(rules)
        outcome = brought(call, tmp_path, pages)
        assert outcome.status == 1 and told in outcome.err and "Traceback" not in outcome.err
