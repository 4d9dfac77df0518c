"""A reader of the catalogue notes what is read, and what decides each part is told as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from partnership.catalogue import linking
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.catalogue_reader import BY_VALUE, DECIDED_BY, DOCUMENTS, CatalogueReaders, parts_changed
from partnership.catalogue.localised import Catalogues
from partnership.catalogue.profile import with_profile
from partnership.catalogue.reading import Reading
from partnership.problems import ProblemList
from partnership.records.library import Library
from partnership.settings import Settings
from tests.support.site import Site


@pytest.fixture
def settings(site: Site, tmp_path: Path) -> Settings:
    """Return the settings of a small site in two languages with records of most kinds."""
    for name in ("b", "a"):
        site.institution(f"urzad-{name}", name=f"Urząd {name}", en={"name": f"Office {'ab'['ba'.index(name)]}"})
        site.partner(f"urzad-{name}")
    site.working_group()
    site.offer()
    site.redundancy_rules()
    site.post("a", "Wpis.", title="Wpis A")
    site.meeting()
    site.page()
    plain = Settings(
        content=site.content, data=site.data, output=site.output, cache=tmp_path / "cache",
        build_date=date(2026, 6, 1), commit="0" * 40,
    )  # fmt: skip
    return with_profile(plain)


def _parts(settings: Settings) -> tuple[dict[str, Any], Library]:
    """Return the parts of the catalogue as plain data, in each language, and the library."""
    linked = linking.link(settings)
    catalogues = Catalogues(linked.catalogue, settings)
    plain = {
        f"{lang} {name}": msgspec.to_builtins(getattr(catalogues.of(lang), name), enc_hook=repr)
        for lang in settings.languages
        for name in Catalogue.__struct_fields__
        if name not in ("bodies", "kinds")
    }
    return plain, linked.library


def test_kinds_decide_what_is_said_of_them(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the files of a kind, no part is another that the kind is not said to decide."""
    whole, library = _parts(settings)
    kinds = [name for name, files in library.record_files() if files]
    assert {"institutions", "partners", "offers", "redundancies", "working_groups", "counties"} <= {*kinds}
    seen: set[str] = set()
    for kind in [*kinds, DOCUMENTS]:
        empty: dict[str, Any] = {DOCUMENTS: {name: {} for name in library.documents}} if kind == DOCUMENTS else {}
        without = msgspec.structs.replace(library, **(empty or {kind: {}}))
        reading = Reading(without, ProblemList())
        monkeypatch.setattr(linking, "read_folders", lambda *_given, reading=reading: reading)
        now, _library = _parts(settings)
        others = {name.partition(" ")[2] for name, value in now.items() if value != whole[name]}
        assert others <= parts_changed(frozenset((kind,))) | BY_VALUE, kind
        seen |= others
    assert {"institutions", "partners", "offers", "documents", "groups", "counties", "redundancies"} <= seen


def test_parts_of_which_nothing_is_said() -> None:
    """What the tables do not name may be another after any change; every name in them is a part."""
    known = {*Catalogue.__struct_fields__}
    assert known | {"briefs", "listed_institutions", "verified_days"} >= {*DECIDED_BY, *BY_VALUE}
    assert known - {*DECIDED_BY} - BY_VALUE <= parts_changed(frozenset(("glossary",)))
    assert parts_changed(frozenset()) == frozenset()


def test_reads_are_noted(settings: Settings) -> None:
    """What is read through a property, a method or what others made counts; what is not asked for does not."""
    readers = CatalogueReaders(linking.link(settings).catalogue)
    one, other = readers.reader(), readers.reader()
    assert one.reads() == {}
    assert one.catalogue.county
    assert one.reads() == {"counties": b""}

    def services(catalogue: Catalogue) -> int:
        return len(catalogue.services)

    assert one.catalogue.derived(services) == other.catalogue.derived(services)
    assert other.reads() == {"services": b""}
    assert one.catalogue.responsible("1201") is None or True
    assert {"listed_institutions", "types", "counties", "services"} <= one.reads().keys()


def test_what_is_compared_by_value(settings: Settings, site: Site) -> None:
    """A part that many kinds decide stands with its digest, which is the same for the same value only."""

    def digests() -> dict[str, bytes]:
        reader = CatalogueReaders(linking.link(settings).catalogue).reader()
        assert reader.catalogue.partners and reader.catalogue.with_pages and reader.catalogue.in_county
        return reader.reads()

    before = digests()
    assert before["partners"] and before["briefs"] and "institutions" not in before
    site.institution("urzad-a", name="Urząd a", description="Doradza.")
    assert digests() == before
    site.institution("urzad-a", name="Urząd ż")
    after = digests()
    assert after["briefs"] != before["briefs"] and after["partners"] != before["partners"]


def test_late_reads_count_for_all(settings: Settings) -> None:
    """What was made for two is read on when one of them looks at it; after the plan nothing new is read."""
    readers = CatalogueReaders(linking.link(settings).catalogue)
    one, other, third = readers.reader(), readers.reader(), readers.reader()

    def later(catalogue: Catalogue) -> Any:
        return lambda: catalogue.groups

    look = one.catalogue.derived(later)
    assert other.catalogue.derived(later) is look and other.reads() == {}
    assert look()
    assert one.reads() == other.reads() == {"groups": b""}
    readers.close()
    assert look()
    with pytest.raises(RuntimeError, match="services"):
        _services = third.catalogue.services
