"""The audit's own judgement: each reader finds the mistakes of its kind and is content with what is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.folder import Folder
from audit.formats import calendars, feeds, json_feeds, sitemap
from audit.verdicts import Verdict, attempt, judge

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><link>https://a.example/</link>
<description>B</description>{items}</channel></rss>"""
ITEM = """<item><guid isPermaLink="false">{id}</guid><title>T</title><link>{link}</link>
<pubDate>Mon, 28 Nov 2011 10:00:00 GMT</pubDate></item>"""
EVENT = (
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260101T000000Z\r\nSUMMARY:Rada\r\nEND:VEVENT\r\n"
)
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{event}END:VCALENDAR\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with a home page at a path of its domain."""
    (tmp_path / "index.html").write_text('<link rel="canonical" href="https://a.example/site/">')
    (tmp_path / "robots.txt").write_text("User-agent: *\nAllow: /\nSitemap: https://a.example/site/sitemap.xml\n")
    return Folder(tmp_path, "/site")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (RSS.format(items=ITEM.format(id="1", link="https://a.example/1")), "PASS"),
        (RSS.format(items=ITEM.format(id="1", link="https://a.example/1") * 2), "FAIL"),
        (RSS.format(items=ITEM.format(id="1", link="/1")), "FAIL"),
        ("<rss><channel>", "FAIL"),
    ],
)
def test_feeds(folder: Folder, text: str, status: str) -> None:
    """A broken feed, an id that stands twice and a relative link are offences."""
    (folder.root / "rss.xml").write_text(text)
    assert feeds(folder).status == status


@pytest.mark.parametrize(
    ("item", "status"), [({"id": "1", "content_html": "<p>x</p>"}, "PASS"), ({"id": "1"}, "FAIL"), ({}, "FAIL")]
)
def test_json_feeds(folder: Folder, item: dict[str, str], status: str) -> None:
    """An item needs an id and a content."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [item]}
    (folder.root / "feed.json").write_text(json.dumps(feed))
    assert json_feeds(folder).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (CALENDAR.format(event=EVENT), "PASS"),
        (CALENDAR.format(event=EVENT).replace("\r\n", "\n"), "FAIL"),
        (CALENDAR.format(event=EVENT.replace("SUMMARY:Rada\r\n", "")), "FAIL"),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "FAIL"),
    ],
)
def test_calendars(folder: Folder, text: str, status: str) -> None:
    """Wrong line ends, an event without a summary and a cut file are offences."""
    (folder.root / "kalendarz.ics").write_bytes(text.encode())
    assert calendars(folder).status == status


@pytest.mark.parametrize(("path", "status"), [("/site/", "PASS"), ("/site/nie-ma/", "FAIL"), ("/", "FAIL")])
def test_sitemap(folder: Folder, path: str, status: str) -> None:
    """Every address of the sitemap is a page below the site's base path."""
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    text = f"<urlset {space}><url><loc>https://a.example{path}</loc></url></urlset>"
    (folder.root / "sitemap.xml").write_text(text)
    assert sitemap(folder).status == status


def test_a_sample_has_one_page_of_each_kind(folder: Folder) -> None:
    """Pages that look alike are looked at once."""
    for number in range(5):
        (folder.root / f"{number}.html").write_text('<p class="same">x</p>')
    (folder.root / "other.html").write_text('<p class="other">x</p>')
    names = {path.name for path in folder.sample()}
    assert {"other.html", "index.html", "0.html"} == names
    assert len(folder.sample(limit=1)) == 1


def test_what_cannot_run_is_never_counted_as_passing() -> None:
    """A crash of a tool is ERROR, nothing to look at is ABSENT; only PASS and ABSENT are good."""
    crashed = attempt("x", lambda: judge("x", 1 // 0, []))
    assert (crashed.status, crashed.is_good) == ("ERROR", False)
    assert judge("x", 0, []).is_good
    assert judge("x", 2, ["a", "a", "b"]).lines(1) == ["x: 2 offences in 2 — FAIL", "    a"]
    assert Verdict("x", "PASS", "fine").is_good
