"""What changed in the data, told from git: words, whom it concerns, and what happens without a history."""

from __future__ import annotations

from pathlib import Path

from partnership.subscriptions.history import data_changes, history_problems, versions
from tests.support.publications import Published, Repository
from tests.support.site import Site


def test_a_change_is_told_in_words_to_those_it_concerns(site: Site) -> None:
    """A new phone and a new service: in the feeds of the county, the services, the pair and the type, nowhere else."""
    repository = Repository(site)
    site.institution("pup-bochnia", short_name="PUP Bochnia", phone=["14 615 30 01"])
    repository.commit()
    site.institution(
        "pup-bochnia",
        short_name="PUP Bochnia",
        phone=["14 615 30 99"],
        services=["posrednictwo", "zwolnienia-monitorowane"],
    )
    commit = repository.commit()
    published = Published(site, "feeds")
    told = "PUP Bochnia: nowy telefon, nowa usługa: Zwolnienia monitorowane"
    for folder in (
        "/",
        "/instytucje/",
        "/powiaty/powiat-bochenski/",
        "/uslugi/zwolnienia-monitorowane/",
        "/powiaty/powiat-bochenski/uslugi/posrednictwo/",
        "/instytucje/typ/labour-office/",
    ):
        assert published.titles(f"{folder}rss.xml")[0] == told, folder
    entry = published.feed("/powiaty/powiat-bochenski/atom.xml").entries[0]
    assert entry.id == f"tag:partnership.example,2000:institutions/pup-bochnia/{commit[:12]}"
    assert "14 615 30 99 (dotąd: 14 615 30 01)" in entry.content[0].value
    assert entry.updated == "2026-02-01T10:02:00+01:00"
    assert told not in published.titles("/powiaty/krakow/rss.xml")
    assert told not in published.titles("/powiaty/powiat-brzeski/uslugi/posrednictwo/rss.xml")


def test_many_changes_of_one_commit_are_one_entry_for_the_widest_feed(site: Site) -> None:
    """The home feed tells once that two institutions are new; the section's feed tells each."""
    repository = Repository(site)
    site.institution("pup-bochnia")
    site.institution("gup-krakow", name="Grodzki Urząd Pracy w Krakowie", county="1261")
    repository.commit()
    published = Published(site, "feeds")
    home = published.feed("/rss.xml").entries
    assert "Instytucje – nowe: 2" in [entry.title for entry in home]
    assert not [entry for entry in home if entry.title.startswith("Nowa instytucja")]
    assert len(published.titles("/instytucje/rss.xml")) == 2
    stamps = [entry.published for entry in published.feed("/instytucje/atom.xml").entries]
    assert len(set(stamps)) == len(stamps)


def test_withdrawn_partners_offers_and_figures_are_told(site: Site) -> None:
    """Each kind of record has its words; figures are told for everything and for each county."""
    repository = Repository(site)
    site.institution("pup-bochnia", short_name="PUP Bochnia")
    site.partner("pup-bochnia")
    site.offer("1201")
    site.write_yaml("data/indicators.yaml", [
        {"id": "rate", "name": "Stopa bezrobocia", "unit": "%", "decimals": 1, "better": "lower",
         "definition": "Udział."}
    ])  # fmt: skip
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS"}])
    head = "teryt,indicator,dimension,period,value,missing,source,retrieved\n"
    site.write("data/figures/a.csv", head + "1201,rate,,2024,4.1,,gus,\n")
    repository.commit()
    site.partner("pup-bochnia", gives=[{"what": "Sala szkoleniowa"}])
    site.offer("1201", summary="Blisko kolei.")
    site.write("data/figures/a.csv", head + "1201,rate,,2024,4.1,,gus,\n1201,rate,,2025,4.0,,gus,\n")
    repository.commit()
    site.partner("pup-bochnia", status="withdrawn")
    repository.commit()
    published = Published(site, "feeds")
    assert published.titles("/partnerzy/rss.xml") == [
        "Już nie partner: PUP Bochnia", "PUP Bochnia: daje: Sala szkoleniowa", "Nowy partner: PUP Bochnia"
    ]  # fmt: skip
    county = published.titles("/powiaty/powiat-bochenski/rss.xml")
    assert "Powiat bocheński: nowe liczby: Stopa bezrobocia" in county
    assert "Powiat bocheński: nowe podsumowanie" in county
    assert "Nowe liczby: Stopa bezrobocia" in published.titles("/rss.xml")


def test_no_person_is_named_in_a_change(site: Site) -> None:
    """That consultants changed is told; who came or left is not."""
    repository = Repository(site)
    site.institution("pup-bochnia", short_name="PUP Bochnia")
    site.partner("pup-bochnia")
    repository.commit()
    site.partner("pup-bochnia", consultants=[{"name": "Anna Kowalska", "consent": True}])
    repository.commit()
    published = Published(site, "feeds")
    assert published.titles("/partnerzy/rss.xml")[0] == "PUP Bochnia: zmiana konsultantów"
    assert "Kowalska" not in published.text("/partnerzy/atom.xml")


def test_silent_keys_and_broken_versions_tell_nothing(site: Site) -> None:
    """A new day of confirmation is no news, and a version that cannot be read is no evidence."""
    repository = Repository(site)
    site.institution("pup-bochnia")
    repository.commit()
    site.institution("pup-bochnia", verified="2026-02-01", owner="Sekretariat")
    repository.commit()
    site.write("data/institutions/pup-bochnia.yaml", "name: [")
    repository.commit()
    site.institution("pup-bochnia")
    repository.commit()
    kinds = [(one.kind, one.action) for one in data_changes(site.data, site.root / "cache")]
    assert kinds.count(("institutions", "added")) == 1
    assert ("institutions", "changed") not in kinds


def test_what_a_broken_version_changed_is_told_when_it_is_mended(site: Site) -> None:
    """A record that was broken from its first commit is new when it can first be read, and so are later changes."""
    repository = Repository(site)
    site.institution("pup-bochnia")
    site.write("data/institutions/pup-brzesko.yaml", "name: [")
    repository.commit()
    site.write("data/institutions/pup-brzesko.yaml", "name: {")
    repository.commit()
    site.institution("pup-brzesko", name="Powiatowy Urząd Pracy w Brzesku")
    repository.commit()
    site.write("data/institutions/pup-bochnia.yaml", "name: [")
    repository.commit()
    site.institution("pup-bochnia", phone=["14 615 30 01"])
    commit = repository.commit()
    changes = [one for one in data_changes(site.data, site.root / "cache") if one.kind == "institutions"]
    assert [(one.id, one.action) for one in changes] == [
        ("pup-bochnia", "changed"), ("pup-brzesko", "added"), ("pup-bochnia", "added")
    ]  # fmt: skip
    assert changes[0].commit == commit and [fact.key for fact in changes[0].facts] == ["phone"]


def test_a_broken_version_that_tells_nothing_stays_silent(site: Site) -> None:
    """What a commit keeps out of the feeds is not told when the version that it wrote is mended."""
    repository = Repository(site)
    site.write("data/institutions/pup-bochnia.yaml", "name: [")
    repository.commit(message="Begin the site\n\nFeeds: none")
    site.institution("pup-bochnia")
    repository.commit()
    assert not [one for one in data_changes(site.data, site.root / "cache") if one.kind == "institutions"]


def test_the_history_is_kept_by_commit(site: Site) -> None:
    """A second reading gives the same from the cache, a new commit only adds, a damaged cache is read anew."""
    repository = Repository(site)
    site.institution("pup-bochnia")
    repository.commit()
    cache = site.root.parent / "cache"
    first = data_changes(site.data, cache)
    assert data_changes(site.data, cache) == first
    site.institution("pup-bochnia", phone=["14 615 30 01"])
    repository.commit()
    second = data_changes(site.data, cache)
    assert second[1:] == first
    for file in (cache / "history").iterdir():
        file.write_bytes(b"broken")
    assert data_changes(site.data, cache) == second
    assert data_changes(site.data, site.root.parent / "other") == second


def test_without_git_there_is_no_history_and_no_word_about_it(site: Site) -> None:
    """Data outside a repository, or in one without a commit, build without changes of records."""
    site.institution("pup-bochnia")
    assert data_changes(site.data, site.root / "cache") == []
    assert history_problems(site.data) == []
    assert versions(site.content, "meetings", site.root / "cache") == {}
    Repository(site)
    assert data_changes(site.data, site.root / "cache") == []


def test_a_shallow_clone_leaves_changes_out_with_a_warning(site: Site, tmp_path: Path) -> None:
    """A part of the history would tell false stories: everything would be new."""
    repository = Repository(site)
    site.institution("pup-bochnia")
    repository.commit()
    site.institution("pup-bochnia", phone=["14 615 30 01"])
    repository.commit()
    target = tmp_path / "shallow"
    repository.clone(str(target), "--depth=1")
    assert data_changes(target / "data", tmp_path / "cache") == []
    problems = history_problems(target / "data")
    assert [(one.severity, one.code) for one in problems] == [("warning", "shallow-history")]
    whole = tmp_path / "whole"
    repository.clone(str(whole))
    assert data_changes(whole / "data", tmp_path / "cache") == data_changes(site.data, tmp_path / "cache")
