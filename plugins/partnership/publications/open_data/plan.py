"""All files of open data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.country import POLAND
from partnership.items.item import Item, Publication
from partnership.language import _, marking
from partnership.locales.page_marks import marked_on_page
from partnership.locales.slugs import slug
from partnership.publications.open_data import catalogues, hsds, package
from partnership.publications.open_data.large import LARGE, LARGEST_SHEET, large_tables, plan_large
from partnership.publications.open_data.table import About, Table, make_csv, make_excel_csv, make_json
from partnership.publications.open_data.tables import county_figures, make_tables, public_records
from partnership.publications.open_data.workbook import make_workbook
from partnership.settings import Settings
from partnership.subscriptions.history import data_changes

LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Addresses of licences by their names in the settings."""


PACKAGE_NAME: Final = 60
"""Longest name of the data package, in characters."""


def about_data(settings: Settings) -> About:
    """Return what is said of all data."""
    profile = settings.profile
    topics = (_("labour market"), _("counties"), *filter(None, [profile.region.name]))
    return About(
        site_name=profile.name,
        site_url=settings.site_url,
        publisher=profile.office,
        publisher_url=profile.office_url,
        licence=settings.data_licence,
        licence_url=LICENCES.get(settings.data_licence, ""),
        source=_("%(site)s, %(office)s", site=profile.name, office=profile.office),
        package=slug(profile.name, PACKAGE_NAME) or "data",
        keywords=profile.keywords or topics,
        tags=topics,
        region=profile.region.name,
        region_code=profile.region.teryt or "",
        language=settings.language,
        harvested=profile.country == POLAND and settings.language == "pl",
    )


def all_tables(catalogue: Catalogue, settings: Settings) -> tuple[Table, ...]:
    """Return every table; dates come from the records and from the history of the data, where there is one."""
    return tuple(one.unmarked() for one in tables_on_page(catalogue, settings))


def tables_on_page(catalogue: Catalogue, settings: Settings) -> tuple[Table, ...]:
    """Return every table as a page tells of it: what says its title and description marks its language."""
    return catalogue.derived(_make_all_tables, settings)


def _make_all_tables(catalogue: Catalogue, settings: Settings) -> tuple[Table, ...]:
    with marking(marked_on_page):
        return _made(catalogue, settings)


def _made(catalogue: Catalogue, settings: Settings) -> tuple[Table, ...]:
    newest: dict[str, str] = {}
    for change in data_changes(settings.data, settings.cache):
        newest[change.kind] = max(newest.get(change.kind, ""), change.at[:10])
    # A data set without a row is no data set: it has no file and stands in no catalogue.
    tables = (one for one in make_tables(catalogue, settings.site_url, newest) if one.count)
    grows = {*LARGE, *(kind.name for kind in catalogue.kinds if kind.table is not None)}
    return tuple(
        msgspec.structs.replace(one, sheet=one.id not in grows or one.count <= LARGEST_SHEET) for one in tables
    )


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the tables in three formats, the package, the catalogues and the HSDS export."""
    about = about_data(settings)
    tables = all_tables(catalogue, settings)
    large = large_tables(catalogue, settings.site_url)
    for table in tables:
        if (source := large.get(table.id)) is not None:
            yield from plan_large(about, table, source)
            continue
        yield Publication(table.file(".csv"), make_csv, (table,))
        if table.id == "figures":
            for address, part in county_figures(catalogue, table):
                yield Publication(address, make_csv, (part,))
        yield Publication(table.file("-excel.csv"), make_excel_csv, (table,))
        yield Publication(table.file(".json"), make_json, (about, table, public_records(table.id, catalogue)))
        if table.sheet:
            yield Publication(table.file(".xlsx"), make_workbook, (about, table))
    described = tuple(one.described() for one in tables)
    yield Publication(package.address(), package.make_package, (about, described))
    yield Publication(catalogues.dcat_address(), catalogues.make_dcat, (about, described))
    if about.harvested:
        yield Publication(catalogues.harvester_address(), catalogues.make_harvester, (about, described))
        yield Publication(catalogues.md5_address(), catalogues.make_md5, (about, described))
    yield from hsds.plan_hsds(catalogue, settings.profile)
