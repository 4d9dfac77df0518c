"""Publications of a small site, planned and made in this process; and a git repository for its data."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from importlib import import_module
from typing import Any

import feedparser
from msgspec.structs import replace

from partnership.catalogue.addresses import standing_in
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.linking import link
from partnership.catalogue.profile import with_profile
from partnership.chunks import NO_CACHE
from partnership.items.item import Publication
from partnership.language import set_language
from partnership.settings import Settings
from tests.support.site import Site

BUILD_DATE = date(2026, 3, 1)
LICENCE = "CC BY 4.0"
"""The licence of the data of the small sites."""


class Published:
    """The files that some modules of ``partnership`` publish for a site, made when they are asked for."""

    def __init__(self, site: Site, *modules: str, **settings: Any) -> None:
        """Link ``site`` without any error and plan ``partnership.publications.MODULE``; keywords are settings."""
        set_language("pl")
        self.settings = replace(
            Settings(
                content=site.content,
                data=site.data,
                output=site.output,
                cache=site.root / "cache",
                build_date=BUILD_DATE,
                site_url="https://partnerstwo.example",
                data_licence=LICENCE,
            ),
            **settings,
        )
        self.settings = with_profile(self.settings)
        linked = link(self.settings)
        assert not linked.problems.errors, [one.as_text() for one in linked.problems]
        self.catalogue: Catalogue = linked.catalogue
        with standing_in(self.catalogue.table):
            items = [
                item
                for module in modules
                for item in import_module(f"partnership.publications.{module}").plan(self.catalogue, self.settings)
            ]
        self.items: dict[str, Publication] = {item.address: item for item in items}
        assert len(self.items) == len(items), "an address is planned twice"

    def __contains__(self, address: str) -> bool:
        return address in self.items

    def bytes(self, address: str) -> bytes:
        """Return the bytes of a file."""
        item = self.items[address]
        with standing_in(self.catalogue.table):
            return item.made(NO_CACHE)

    def text(self, address: str) -> str:
        """Return the text of a file."""
        return self.bytes(address).decode()

    def json(self, address: str) -> Any:
        """Return the data of a JSON file."""
        return json.loads(self.bytes(address))

    def feed(self, address: str) -> Any:
        """Return a parsed feed, after checking that it parses without any fault."""
        parsed = feedparser.parse(self.bytes(address))
        assert not parsed.bozo, parsed.get("bozo_exception")
        return parsed

    def titles(self, address: str) -> list[str]:
        """Return the titles of a feed's entries in its order."""
        return [entry.title for entry in self.feed(address).entries]


class Repository:
    """A git repository around a site; each commit is a minute after the one before."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._minute = 0
        self._git("init", "--quiet", "--initial-branch=main")

    def commit(self, message: str = "Change", day: str = "2026-02-01") -> str:
        """Commit everything below the site's root, as if on a day, and return the commit's name."""
        self._minute += 1
        self._git("add", "--all")
        self._git("commit", "--quiet", "--message", message, day=day)
        return self._git("rev-parse", "HEAD").strip()

    def clone(self, target: str, *options: str) -> None:
        """Clone the repository into a folder beside the site."""
        self._git("clone", "--quiet", *options, f"file://{self.site.root}", target)

    def _git(self, *arguments: str, day: str = "2026-02-01") -> str:
        stamp = f"{day}T10:{self._minute:02}:00+0100"
        names = {"GIT_AUTHOR_NAME": "Redaktor", "GIT_AUTHOR_EMAIL": "redaktor@example.org"}
        names |= {"GIT_COMMITTER_NAME": "Redaktor", "GIT_COMMITTER_EMAIL": "redaktor@example.org"}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.site.root,
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": os.environ["PATH"], "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, **names},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
