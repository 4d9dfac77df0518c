"""Feeds, calendars, the sitemap, robots.txt and the data files, each through a reader of its kind."""

from __future__ import annotations

import json
import urllib.robotparser
from pathlib import Path
from typing import Any

import feedparser
from icalendar import Calendar
from lxml import etree

from audit.folder import Folder
from audit.tools import output_of
from audit.verdicts import Verdict, judge

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def feeds(folder: Folder) -> Verdict:
    """Every RSS and Atom feed through feedparser: well-formed, with ids, links, dates and nothing twice."""
    files = folder.files("rss.xml", "atom.xml")
    offences = []
    for file in files:
        parsed: Any = feedparser.parse(file.read_bytes())
        place = folder.address(file)
        if parsed.bozo:
            offences.append(f"{place}: {parsed.bozo_exception}")
        if not parsed.feed.get("title") or not parsed.feed.get("link"):
            offences.append(f"{place}: the feed has no title or no link")
        ids = [entry.get("id", "") for entry in parsed.entries]
        if len(set(ids)) != len(ids) or "" in ids:
            offences.append(f"{place}: an entry has no id, or one id stands twice")
        bare = [entry.get("id") for entry in parsed.entries if _bare(entry)]
        offences += [f"{place}: {entry}: no absolute link or no date" for entry in bare]
    return judge("feeds.feedparser", len(files), offences)


def _bare(entry: Any) -> bool:
    return not entry.get("link", "").startswith("http") or not (entry.get("published") or "updated" in entry)


def json_feeds(folder: Folder) -> Verdict:
    """Every JSON Feed: the keys that version 1.1 requires, and ids that are there once."""
    files = folder.files("feed.json")
    offences = []
    for file in files:
        feed = json.loads(file.read_bytes())
        place = folder.address(file)
        if feed.get("version") != "https://jsonfeed.org/version/1.1" or not feed.get("title"):
            offences.append(f"{place}: no version 1.1 or no title")
        ids = [item.get("id") for item in feed["items"]]
        if len(set(ids)) != len(ids) or None in ids:
            offences.append(f"{place}: an item has no id, or one id stands twice")
        offences += [
            f"{place}: {item.get('id')}: neither content_html nor content_text"
            for item in feed["items"]
            if not (item.get("content_html") or item.get("content_text"))
        ]
    return judge("feeds.json", len(files), offences)


def calendars(folder: Folder) -> Verdict:
    """Every calendar through icalendar: readable, lines ended and folded by RFC 5545, each event with its basics."""
    files = folder.files("*.ics")
    offences = []
    for file in files:
        data = file.read_bytes()
        place = folder.address(file)
        if data.replace(b"\r\n", b"").count(b"\n") or any(len(line) > 75 for line in data.split(b"\r\n")):
            offences.append(f"{place}: a line does not end with CRLF or is longer than 75 bytes")
        try:
            events = Calendar.from_ical(data).walk("VEVENT")
        except ValueError as error:
            offences.append(f"{place}: {error}")
            continue
        for event in events:
            missing = [name for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if name not in event]
            if missing or event.errors:
                offences.append(f"{place}: {event.get('UID')}: missing {missing}, errors {event.errors}")
    return judge("calendar.icalendar", len(files), offences)


def sitemap(folder: Folder) -> Verdict:
    """The sitemap: each address once and answered by a file; robots.txt names the sitemap and lets robots in."""
    file = folder.root / "sitemap.xml"
    if not file.is_file():
        return judge("sitemap", 0, [])
    prefix = folder.origin() + folder.base
    addresses = [str(loc.text) for loc in etree.parse(file).iter(SITEMAP + "loc")]
    offences = [f"{address} stands twice" for address in addresses if addresses.count(address) > 1]
    for address in addresses:
        path = address.removeprefix(prefix)
        if (
            path == address
            or not (folder.root / path.lstrip("/") / ("index.html" if path.endswith("/") else "")).is_file()
        ):
            offences.append(f"{address}: no such page here")
    robots = urllib.robotparser.RobotFileParser()
    robots.parse((folder.root / "robots.txt").read_text(encoding="utf-8").splitlines())
    if f"{prefix}/sitemap.xml" not in (robots.site_maps() or []):
        offences.append("robots.txt does not name the sitemap")
    if addresses and not robots.can_fetch("*", addresses[0]):
        offences.append("robots.txt keeps robots out")
    return judge("sitemap", len(addresses), offences)


def schemas(project: Path) -> Verdict:
    """The repository's data files against the published JSON Schemas, as an editor's program would check them."""
    wired: dict[str, str] = json.loads((project / ".vscode/settings.json").read_text())["yaml.schemas"]
    offences = []
    count = 0
    for schema, pattern in wired.items():
        files = sorted(project.glob(pattern))
        count += len(files)
        if files:
            command = ["check-jsonschema", "--output-format", "json", "--schemafile", str(project / schema)]
            out, told = output_of([str(Path(project, ".venv/bin", command[0])), *command[1:], *map(str, files)])
            try:
                report = json.loads(out)
            except ValueError:  # It says in words what is wrong with the schema itself
                offences.append(f"{schema}: {out.strip() or told.strip()}")
                continue
            offences += [
                f"{error['filename']}: {error['path']}: {error['message']}" for error in report.get("errors", [])
            ]
            offences += [f"{error['filename']}: {error['message']}" for error in report.get("parse_errors", [])]
    return judge("data.check-jsonschema", count, offences)
