"""Every check of what was read, in the order in which what they find is told."""

from __future__ import annotations

from partnership.catalogue.checks.accessibility import check_accessibility
from partnership.catalogue.checks.catalogues import check_catalogues
from partnership.catalogue.checks.documents import check_documents
from partnership.catalogue.checks.figures import check_lexicon
from partnership.catalogue.checks.files import check_files
from partnership.catalogue.checks.glossary import check_glossary
from partnership.catalogue.checks.labels import check_labels
from partnership.catalogue.checks.languages import check_languages
from partnership.catalogue.checks.localities import check_elsewhere, check_localities
from partnership.catalogue.checks.originals import check_originals
from partnership.catalogue.checks.people import check_people
from partnership.catalogue.checks.profile import check_profile
from partnership.catalogue.checks.redundancies import check_redundancies
from partnership.catalogue.checks.site_links import check_site_links
from partnership.catalogue.checks.taxonomy import check_lists
from partnership.catalogue.checks.translations import check_translations
from partnership.catalogue.checks.uniqueness import check_addresses
from partnership.catalogue.names import Names
from partnership.records.library import Library
from partnership.settings import Settings


def run_checks(settings: Settings, library: Library, names: Names) -> None:
    """Run all checks but that of figures; what they find is in ``names.places.problems``."""
    check_lists(library, names)
    languages_known = check_profile(library, names, settings.profile)
    check_people(library, names)
    check_lexicon(library, names)
    check_elsewhere(library, names)
    check_localities(library, names)
    check_redundancies(library, names)
    check_accessibility(library, names, settings.build_date, settings.profile.contact)
    check_documents(library, names, languages_known=languages_known)
    check_files(library, names, settings)
    check_labels(library, names)
    check_catalogues(settings, names)
    if languages_known:
        # Which texts belong together, and where each of them stands, follows from the languages of the site.
        check_originals(library, names)
        check_site_links(library, names)
        check_addresses(library, names)
        check_languages(library, names, settings)
        check_glossary(library, names)
        check_translations(library, names)
