"""Structured data of counties, in the words of schema.org: the place and the data set of its figures."""

from __future__ import annotations

from collections.abc import Sequence

from partnership.catalogue import addresses
from partnership.charts.periods import in_order
from partnership.country import POLAND, site_country
from partnership.language import _, current_language
from partnership.locales import formats
from partnership.pages.common.structured import Publisher, Thing, office
from partnership.pages.counties.county_figures import Standing
from partnership.publications.open_data.table import About
from partnership.records.taxonomy import County


def county_code_name() -> str:
    """Return what the codes of counties are called: TERYT in Poland."""
    return "TERYT" if site_country() == POLAND else _("code of the county")


def county_place(who: Publisher, county: County, title: str, address: str) -> Thing:
    """Return a county as a place."""
    return {
        "@type": "AdministrativeArea",
        "@id": f"{who.site_url}{address}#place",
        "name": title,
        "url": who.site_url + address,
        "identifier": {"@type": "PropertyValue", "propertyID": county_code_name(), "value": county.teryt},
        "geo": {"@type": "GeoCoordinates", "latitude": county.latitude, "longitude": county.longitude},
        "containedInPlace": {"@type": "Country", "name": formats.country_name(site_country())},
    }


def county_dataset(who: Publisher, about: About, title: str, address: str, figures: Sequence[Standing]) -> Thing:
    """Return the newest figures of a county as a data set, with their sources and the files that hold them."""
    periods = in_order([cell.period for one in figures for cell in (one.newest, *one.series)])
    files = ((".csv", "text/csv"), (".json", "application/json"))
    sources = list(dict.fromkeys(one.newest.source for one in figures if one.newest.source))
    thing: Thing = {
        "@type": "Dataset",
        "@id": f"{who.site_url}{address}#figures",
        "name": _("Figures: %(county)s", county=title),
        "description": _(
            "Figures of the labour market and the people: %(county)s. Each with its period and source.", county=title
        ),
        "url": who.site_url + address,
        **({"license": about.licence_url} if about.licence_url else {}),
        "creator": office(who),
        "isAccessibleForFree": True,
        "inLanguage": current_language(),
        "spatialCoverage": {"@type": "Place", "@id": f"{who.site_url}{address}#place", "name": title},
        "temporalCoverage": periods[0] if len(periods) == 1 else f"{periods[0]}/{periods[-1]}",
        "variableMeasured": [_variable(one) for one in figures],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media_type,
                "contentUrl": f"{about.url}{addresses.data_set('figures')}{ending}",
            }
            for ending, media_type in files
        ],
        "includedInDataCatalog": {"@type": "DataCatalog", "url": who.site_url + addresses.of("open_data")},
    }
    if sources:
        thing["citation"] = sources
    return thing


def _variable(one: Standing) -> Thing:
    thing: Thing = {
        "@type": "PropertyValue",
        "name": one.measure.label,
        "description": f"{one.measure.definition.rstrip('.')}. {one.newest.period}",
    }
    if one.measure.unit:
        thing["unitText"] = one.measure.unit
    if one.newest.value is not None:
        thing["value"] = one.newest.value
    return thing
