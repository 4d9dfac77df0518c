"""``check`` and ``build`` agree: what one passes, the other makes, whatever addresses, files and links are tried."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PIL import Image

from partnership.catalogue.linking import link
from partnership.engine.entry import build
from partnership.engine.plan import plan_problems
from partnership.language import set_language
from partnership.problems import ProblemsFound
from partnership.settings import Settings
from tests.support.site import Site

FEW = 12
MANY = 1500

_ODD = """
    / /a /a/ /a/index.html /a.html /a.html/b /a.php /index.html /kontakt/ /kontakt/index.htm /raporty/
    /raporty/r/ /pages/ /sw.js /sw.js/x /_headers /theme/x/ /favicon.ico /robots.txt/x /rss.xml /rss.xml/a
    /feed.json /sitemap.xml /publikacja.json/ /404.html /404.html/x /media/ /media/a.csv /media/a.csv/x
    /media/p/ /media/b.jpg /dane/ /dane/uslugi.csv /dane/uslugi.csv/x /instytucje/indeks.json
    /instytucje/indeks.json/x /instytucje/typ/ /kanaly/kanaly.opml/ /spotkania/kalendarz.ics
    /spotkania/kalendarz.ics/x /spotkania/s/ /spotkania/s/spotkanie.ics /aktualnosci/2026/ /aktualnosci/temat/t/
    /aktualnosci/temat/t/rss.xml /aktualnosci/kategoria/k/ /aktualnosci/2026/p0/ /strona/2/ /powiaty/krakow/
    /powiaty/krakow/uslugi/posrednictwo/ /powiaty/krakow/atom.xml/x /uslugi/posrednictwo/ /en/ /uk/ /galeria/
    /zwolnienia/zasady.json /szukaj/indeks/ /manifest.webmanifest /.nojekyll /Ż/ó?x
"""
PLACES = (*_ODD.split(), "/artykuly/1/Tytuł Ósmy%20raz")
SLUGS = ("p0", "a", "strona", "theme", "media", "en", "temat", "typ", "kontakt", "raporty", "index", "x" * 110, "rss")
LABELS = ("T", "t", "Kategoria K", "Ł" * 300, "…", "strona", "a/b", "index.html")


def photo(kind: str) -> bytes:
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, kind)
    return out.getvalue()


WHOLE: tuple[tuple[str, bytes], ...] = (
    ("media/a.csv", b"1;2"), ("a.csv", b"1;2"), ("media/a.csv/x.csv", b"1"), ("x", b"1"),
    ("media/b.jpg", photo("JPEG")), ("media/c.jpg", photo("JPEG")), ("media/f.gif", photo("GIF")),
    ("media/i.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'), ("media/k.xml", b"<a/>"), ("news/r.txt", b"x"),
    ("media/n o%20p#q.pdf", b"%PDF"), ("media/" + "z" * 200 + ".pdf", b"%PDF"),
)  # fmt: skip
FILES = (
    *WHOLE,
    ("media/p/x.csv", b"1"), ("media/d.png", photo("PNG")[:60]), ("media/e.jpg", photo("PNG")), ("media/g.webp", b""),
    ("media/h.heic", b"dane"), ("media/j.svg", b"<svg><script/></svg>"), ("media/index.html", b"<html>"),
    ("media/l.xml", b"<a"), ("media/m.js", b"1"),
)  # fmt: skip


def invent(site: Site, random: Random) -> None:
    """Write a site of a few texts whose addresses, labels, files and links are drawn from the odd ones above."""
    shutil.rmtree(site.content)
    site.content.mkdir()
    there = []
    files = FILES if random.random() < 0.3 else WHOLE
    for path, data in random.sample(files, random.choice((0, 0, 1, 2, 5))):
        target = site.content / path
        if not target.exists() and not any(one.is_file() for one in target.parents):
            site.write(f"content/{path}", data)
            there.append(path)
    for number in range(random.choice((0, 0, 0, 0, 1, 2))):
        link_at = site.content / f"link{number}{random.choice(('.jpg', '.csv', '.md', ''))}"
        aim = random.choice([*there, "news/p0.md", "nic", "media", "../data/counties.yaml", "."])
        link_at.symlink_to(site.content / aim if random.random() < 0.2 else aim)
        there.append(link_at.name)
    kinds: tuple[Callable[..., Path], ...] = (site.post, site.post, site.page, site.report, site.meeting)
    for number in range(random.choice((1, 1, 2, 3))):
        front: dict[str, Any] = {"aliases": random.sample(PLACES, random.choice((0, 0, 0, 1, 1, 2)))}
        if random.random() < 0.2:
            front["slug"] = random.choice(SLUGS)
        if random.random() < 0.2:
            front["tags"] = random.sample(LABELS, 1)
            front["category"] = random.choice(LABELS)
        if random.random() < 0.3:
            front["state"] = random.choice(("draft", "hidden"))
        body = "Tekst."
        for path in random.sample(there, min(len(there), random.randrange(4))):
            how = random.randrange(4)
            written = f"../{path}"
            if how == 0:
                front["image"] = {"src": written, "alt": "Opis."}
            elif how == 1:
                front["attachments"] = [{"file": written, "title": "Plik"}]
            else:
                body += f"\n\n{'!' if how == 2 else ''}[opis](<{written}>)"
        stem = random.choice((f"p{number}", f"p{number}", "index", "404", "Święto", random.choice(SLUGS)))
        random.choice(kinds)(stem, body=body, **front)


def agree(site: Site, random: Random) -> bool:
    """Invent a site; tell whether it was built, after asserting that check said the same."""
    invent(site, random)
    drafts = random.random() < 0.3
    settings = Settings(
        content=site.content, data=site.data, output=site.output, cache=site.root / "cache",
        build_date=date(2026, 3, 1), drafts=drafts,
    )  # fmt: skip
    linked = link(settings)
    problems = list(linked.problems)
    if not linked.problems.errors:
        problems += plan_problems(settings, linked.catalogue)
    passed = not any(one.severity == "error" for one in problems)
    try:
        built = build(settings).pages > 0
    except ProblemsFound as found:
        built = False
        assert {one for one in found.problems if one.severity == "error"} == {
            one for one in problems if one.severity == "error"
        }
    assert built is passed, [one.as_text() for one in problems]
    return built


def test_check_and_build_agree(site: Site) -> None:
    """A few invented sites; some can be built, some cannot."""
    set_language("en")
    site.institution(services=["posrednictwo"])
    outcomes = {agree(site, Random(number)) for number in range(FEW)}
    assert outcomes == {True, False}


@pytest.mark.nightly
@pytest.mark.timeout(7200)
def test_check_and_build_agree_on_many(site: Site) -> None:
    """Many invented sites, at night."""
    set_language("en")
    site.institution(services=["posrednictwo"])
    for number in range(FEW, MANY):
        agree(site, Random(number))
