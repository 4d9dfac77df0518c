"""From two folders to a checked catalogue, or to all problems at once."""

from __future__ import annotations

from dataclasses import dataclass

from partnership import timing
from partnership.catalogue.catalogue import Catalogue, build_catalogue
from partnership.catalogue.checks.accessibility import check_accessibility
from partnership.catalogue.checks.documents import check_documents, check_labels
from partnership.catalogue.checks.figures import check_figures, check_lexicon
from partnership.catalogue.checks.people import check_people
from partnership.catalogue.checks.site_links import check_site_links
from partnership.catalogue.checks.taxonomy import LISTS, check_lists
from partnership.catalogue.checks.uniqueness import check_addresses
from partnership.catalogue.names import Names
from partnership.catalogue.places import Places
from partnership.catalogue.reading import Known, Reading, read_folders
from partnership.language import _
from partnership.problems import ProblemList
from partnership.records.figures import Figure
from partnership.records.library import Library, all_records
from partnership.settings import Settings

RECORD_KINDS = ("institutions", "partners", "working-groups", "offers")


@dataclass(frozen=True, slots=True)
class Linked:
    """The outcome of reading and linking.

    The catalogue (to be used only without errors), the library, and the problems.
    """

    catalogue: Catalogue
    library: Library
    problems: ProblemList


def link(settings: Settings, previous: Library | None = None, known: Known | None = None) -> Linked:
    """Read both folders of ``settings``, check everything, and link what is visible on the build date."""
    with timing.step(_("reading")):
        reading = read_folders(settings.content, settings.data, previous, known)
    with timing.step(_("checking")):
        region, figures = _check(settings, reading)
    with timing.step(_("linking")):
        library = reading.library
        catalogue = build_catalogue(library, figures, settings.build_date, settings.drafts, region)
    return Linked(catalogue, library, reading.problems)


def _check(settings: Settings, reading: Reading) -> tuple[str, tuple[Figure, ...]]:
    """Run every check; return the code of the region and the figures of the one table."""
    library = reading.library
    names = Names(Places(settings.content, settings.data, reading.problems))
    _learn_names(reading, names)
    region = _region(library)
    check_lists(library, names)
    check_people(library, names)
    figures = check_figures(library, names, region)
    check_lexicon(library, names)
    check_accessibility(library, names, settings.build_date)
    check_documents(library, names)
    check_site_links(library, names)
    check_labels(library, names)
    check_addresses(library, names)
    return region, figures


def _learn_names(reading: Reading, names: Names) -> None:
    for kind, key in LISTS:
        names.known[kind] = {getattr(record, key) for record in all_records(reading.library.shelf(kind))}
        if reading.broken.get(kind):
            names.open_kinds.add(kind)
    for kind in RECORD_KINDS:
        names.known[kind] = {record.id for record in all_records(reading.library.shelf(kind))} | reading.broken.get(
            kind, set()
        )


def _region(library: Library) -> str:
    """Return the code of the region: the first two digits that most counties share ("12" without any county)."""
    codes = sorted(county.teryt[:2] for county in all_records(library.counties))
    return max(dict.fromkeys(codes), key=codes.count) if codes else "12"
