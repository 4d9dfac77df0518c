"""From two folders to a checked catalogue, or to all problems at once."""

from __future__ import annotations

from typing import Protocol

import msgspec

from partnership import timing
from partnership.catalogue.address_tables import site_addresses
from partnership.catalogue.building import build_catalogue
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.checks.figures import REGION, check_figures
from partnership.catalogue.earlier_findings import EarlierFindings
from partnership.catalogue.names import Names
from partnership.catalogue.originals import documents_of
from partnership.catalogue.places import Places
from partnership.catalogue.published_files import FilesByAddress
from partnership.catalogue.reading import DigestCache, Reading, read_folders
from partnership.catalogue.site_abroad import missing_profile
from partnership.kinds.registry import RECORD_KINDS
from partnership.language import _
from partnership.problems import Problem, ProblemList
from partnership.profile import Profile, working_on
from partnership.records.figures import Figure
from partnership.records.library import Library, all_records
from partnership.settings import Settings


class Linked(msgspec.Struct, frozen=True):
    """The outcome of reading and linking.

    The catalogue (to be used only without errors), the library, the problems, and those of them that checks found.
    """

    catalogue: Catalogue
    library: Library
    problems: ProblemList
    findings: tuple[Problem, ...]


class Recall(Protocol):
    """Knows what checks found in an earlier build."""

    def findings(self, now: Library) -> tuple[Problem, ...] | None:
        """Return what the checks are known to find in a library, or None where they have to look."""

    def earlier_findings(self, now: Library) -> EarlierFindings | None:
        """Return what they found in files that may be as they were; None where that counts no more."""


def link(
    settings: Settings, previous: Library | None = None, known: DigestCache | None = None, recall: Recall | None = None
) -> Linked:
    """Read both folders of ``settings``, check everything, and link what is visible on the build date."""
    with working_on(settings.profile):
        return _link(settings, previous, known, recall)


def _link(settings: Settings, previous: Library | None, known: DigestCache | None, recall: Recall | None) -> Linked:
    with timing.step(_("reading")):
        reading = read_folders(settings.content, settings.data, previous, known, settings.language, settings.kinds)
        if settings.profile.unread and not reading.library.site:
            reading.problems.add(missing_profile(settings.data))
    with timing.step(_("checking")):
        library = reading.library
        known_findings = recall.findings(library) if recall is not None else None
        earlier = recall.earlier_findings(library) if recall is not None else None
        names = _names(settings, reading, earlier)
        region, figures, found = _check(settings, reading, names, whole=known_findings is None)
        findings = found if known_findings is None else known_findings
        reading.problems.extend(findings)
    with timing.step(_("linking")):
        catalogue = build_catalogue(
            library,
            figures,
            names,
            settings.build_date,
            settings.drafts,
            region,
            settings.languages,
            settings.kinds,
        )
    return Linked(catalogue, library, reading.problems, findings)


def _check(
    settings: Settings, reading: Reading, names: Names, *, whole: bool
) -> tuple[str, tuple[Figure, ...], tuple[Problem, ...]]:
    """Run every check, or only what also makes something; return region code, figures and what was found."""
    library, region = reading.library, _region(reading.library, settings.profile)
    figures = check_figures(library, names, region)
    if not whole:
        return region, figures, ()
    # Imported only when there is something to check.
    from partnership.catalogue.checks.all_checks import run_checks

    run_checks(settings, library, names)
    return region, figures, tuple(names.places.problems)


def _names(settings: Settings, reading: Reading, earlier: EarlierFindings | None) -> Names:
    """Return the names of all records, and all documents, for checks."""
    places = Places(settings.content, settings.data, ProblemList())
    files = FilesByAddress(reading.library, settings.site_url)
    names = Names(places, files, site_addresses(settings.languages, settings.kinds), earlier=earlier)
    names.documents = tuple(documents_of(reading.library))
    for name, texts in reading.library.documents.items():
        names.unread[name] = {path.rpartition("/")[2][:-3] for path, parsed in texts.items() if not parsed.records}
        names.unread[name] |= {one.removesuffix(".md") for one in reading.misplaced}
    names.misplaced = reading.misplaced
    for kind in RECORD_KINDS:
        records, broken = all_records(reading.library.files_of(kind.name)), reading.broken.get(kind.name, set())
        if kind.shape == "list":
            names.known[kind.name] = {getattr(record, kind.key) for record in records}
            if broken:
                names.open_kinds.add(kind.name)
        elif kind.by_file:
            names.known[kind.name] = {record.id for record in records} | broken
    if "region" in settings.profile.unread and not settings.profile.region.teryt:
        names.open_kinds.add(REGION)
    return names


def _region(library: Library, known: Profile) -> str:
    """Return the code of the region: the profile's, else the first two digits that most counties share."""
    for region in (*(profile.region for profile in all_records(library.site)), known.region):
        if region.teryt:
            return region.teryt
    codes = sorted(county.teryt[:2] for county in all_records(library.counties))
    return max(dict.fromkeys(codes), key=codes.count) if codes else ""
