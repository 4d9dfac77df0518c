"""The task ``translations``: a work list for translators, and what they note."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.commands import Outcome
from tests.support.site import Site

Call = Callable[..., Outcome]

SITE = {
    "name": "P", "region": {"name": "R"}, "languages": ["pl", "en"], "time_zone": "Europe/Warsaw",
    "feed_authority": "example.org", "feed_since": 2020, "en": {"name": "P", "region": {"name": "R"}},
}  # fmt: skip


def test_what_is_missing_and_what_lags_behind(site: Site, call: Call) -> None:
    """Each text with its place and words; then counts for each language."""
    site.write_yaml("data/site.yaml", SITE)
    site.institution(alert="Nieczynne.", en={"name": "Office", "alert": "Closed."})
    site.post("wpis", modified="2026-02-01")
    site.post("post", lang="en", translation="wpis")
    assert call("translations", "--note", *site.options).status == 0
    site.institution(alert="Nieczynne w maju.", en={"name": "Office", "alert": "Closed."})
    done = call("translations", *site.options)
    assert done.status == 0
    assert "pup-bochnia.yaml:9:10: en: lags behind: alert: Nieczynne w maju." in done.out
    assert "post.md:1:1: en: lags behind content/news/wpis.md of 2026-02-01" in done.out
    assert "services.yaml:1:3: en: missing: name: Pośrednictwo pracy" in done.out
    assert "2 lag behind, 0 are not noted yet" in done.out.splitlines()[-1]


def test_notes_and_mistakes(site: Site, call: Call) -> None:
    """Only files of records are noted; a language that the site has not, and files without --note, are wrong usage."""
    site.write_yaml("data/site.yaml", SITE)
    post = site.post("wpis")
    assert call("translations", "--language", "uk", *site.options).status == 2
    assert call("translations", *site.options, str(post)).status == 2
    assert call("translations", "--note", *site.options, str(post)).status == 2
    done = call("translations", "--note", *site.options, str(site.data / "site.yaml"))
    assert done.status == 0 and done.out == "2 translations are noted.\n"
