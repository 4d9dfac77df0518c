"""Open data: tables that say what their columns mean, and the standards made from them."""

from __future__ import annotations

import csv
import hashlib
import io
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from partnership.publications.open_data.table import Column, Table, make_csv, make_excel_csv
from tests.support.publications import Published
from tests.support.site import Site


@pytest.fixture
def published(site: Site) -> Published:
    """A site with one record of each kind."""
    site.institution(
        "pup-bochnia", street="ul. Wojska Polskiego 3", city="Bochnia", phone=["14 615 30 01"], owner="Sekretariat",
        opening_hours=[{"days": ["mon", "tue"], "opens": "07:30", "closes": "15:30"}], verified="2026-01-20",
        services=[{"id": "posrednictwo", "fee": "bezpłatnie"}],
    )  # fmt: skip
    site.partner(
        "pup-bochnia",
        gives=[{"what": "Sala"}],
        consultants=[{"name": "Anna Kowalska", "consent": True}],
        joined="2011-11-28",
    )
    site.working_group("kadry")
    site.write_yaml("data/indicators.yaml", [
        {"id": "rate", "name": "Stopa", "unit": "%", "decimals": 1, "better": "lower", "definition": "Udział."}
    ])  # fmt: skip
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS"}])
    head = "teryt,indicator,dimension,period,value,missing,source,retrieved\n"
    site.write("data/figures/a.csv", head + "1201,rate,,2024,4.1,,gus,2026-02-01\n1202,rate,,2024,,no-data,gus,\n")
    site.offer("1201", sites=[{"name": "Hala", "area_ha": 1.5, "updated": "2026-01-01"}])
    site.post("a")
    return Published(site, "open_data.plan")


def rows(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=delimiter))


def test_every_table_comes_in_three_formats(published: Published) -> None:
    """CSV for programs, CSV for Excel, JSON with licence, source and date."""
    names = [
        address[6:-4]
        for address in published.items
        if address.startswith("/dane/") and address.endswith(".csv") and not address.endswith("-excel.csv")
    ]
    assert {"instytucje", "uslugi", "powiaty", "liczby", "partnerzy", "oferty"} <= set(names)
    for name in names:
        document = published.json(f"/dane/{name}.json")
        assert (
            document["licence"] == "CC BY 4.0" and document["source"] and document["count"] == len(document["records"])
        )
        assert len(rows(published.bytes(f"/dane/{name}.csv"))) == document["count"]
        assert published.bytes(f"/dane/{name}-excel.csv").startswith(b"\xef\xbb\xbf")


def test_no_licence_is_made_up(site: Site) -> None:
    """Where the office has not chosen one, no file names any, and the package leaves the key out as its form asks."""
    site.institution("pup-bochnia")
    published = Published(site, "open_data.plan", data_licence="")
    document = published.json("/dane/instytucje.json")
    assert document["licence"] is document["licence_url"] is None and document["source"]
    package = published.json("/dane/datapackage.json")
    assert package["resources"] and not any("licenses" in one for one in (package, *package["resources"]))
    told = load_workbook(io.BytesIO(published.bytes("/dane/instytucje.xlsx"))).worksheets[1]
    assert "Licencja" not in [row[0].value for row in told.iter_rows()]


def test_missing_is_not_zero_and_codes_are_text(published: Published) -> None:
    """A figure without a value is empty and says why; Excel's variant has a decimal comma."""
    first, second = rows(published.bytes("/dane/liczby.csv"))
    assert (first["teryt"], first["value"], first["missing"]) == ("1201", "4.1", "")
    assert (second["value"], second["missing"]) == ("", "no-data")
    assert rows(published.bytes("/dane/liczby-excel.csv"), ";")[0]["value"] == "4,1"
    assert published.json("/dane/liczby.json")["date"] == "2026-02-01"


def test_nothing_personal_and_nothing_internal_is_published(published: Published) -> None:
    """Neither consultants nor who answers for a record inside the office stand in any file."""
    for address in published.items:
        data = published.bytes(address)
        assert b"Kowalska" not in data and b"Sekretariat" not in data, address


def test_the_package_describes_every_table(published: Published) -> None:
    """Each resource is a file that is published; each table has typed fields, its key and what its columns refer to."""
    package = published.json("/dane/datapackage.json")
    by_name: dict[str, Any] = {one["name"]: one for one in package["resources"]}
    assert {f"/dane/{one['path']}" for one in package["resources"]} <= set(published.items)
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    institutions = by_name["instytucje"]["schema"]
    header = published.text("/dane/instytucje.csv").split("\r\n", 1)[0].split(",")
    assert [one["name"] for one in institutions["fields"]] == header
    assert institutions["primaryKey"] == ["id"]
    assert {"fields": "county", "reference": {"resource": "powiaty", "fields": "teryt"}} in institutions["foreignKeys"]
    assert all(one["title"] for table in by_name.values() for one in table.get("schema", {}).get("fields", []))


def test_what_the_package_requires_is_there(published: Published, site: Site) -> None:
    """No cell is empty in a column that must be filled: what is counted by its name alone has no unit."""
    site.write_yaml("data/indicators.yaml", [
        {"id": "rate", "name": "Grupy zawodów", "unit": "", "decimals": 0, "better": "neither", "definition": "Liczba."}
    ])  # fmt: skip
    again = Published(site, "open_data.plan")
    for resource in again.json("/dane/datapackage.json")["resources"]:
        if "schema" not in resource:
            continue
        required = [one["name"] for one in resource["schema"]["fields"] if one.get("constraints", {}).get("required")]
        for row in rows(again.bytes(f"/dane/{resource['path']}"), resource.get("dialect", {}).get("delimiter", ",")):
            assert all(row[name] for name in required), (resource["path"], row)


def test_hsds_joins_organizations_services_and_locations(published: Published) -> None:
    """Every id that is referred to exists, and ids are the same in the next export."""
    names = ("organizations", "services", "locations", "service_at_locations", "taxonomies", "taxonomy_terms")
    hsds = {name: published.json(f"/dane/hsds/{name}.json") for name in names}
    ids = {name: {one["id"] for one in some} for name, some in hsds.items()}
    (join,) = hsds["service_at_locations"]
    assert join["service_id"] in ids["services"] and join["location_id"] in ids["locations"]
    (service,) = hsds["services"]
    assert service["organization_id"] in ids["organizations"] and service["fees_description"] == "bezpłatnie"
    assert service["attributes"][0]["taxonomy_term_id"] in ids["taxonomy_terms"]
    assert hsds["locations"][0]["schedules"][0]["byday"] == "MO,TU"
    assert all(len(one["id"]) == 36 for some in hsds.values() for one in some)


def test_the_harvesters_list_has_its_checksum(published: Published) -> None:
    """MD5 of exactly the bytes beside it; ids short enough, each once."""
    xml = published.bytes("/dane/dane-gov-pl.xml")
    assert published.text("/dane/dane-gov-pl.xml.md5") == hashlib.md5(xml, usedforsecurity=False).hexdigest()
    root = etree.fromstring(xml)
    assert root.tag == "{urn:otwarte-dane:harvester:1.13}datasets"
    ids = [str(one.text) for one in root.iter("extIdent")]
    assert len(ids) == len(set(ids)) and max(map(len, ids)) <= 36
    order = [one.tag for one in root[0]]
    assert order.index("categories") < order.index("conditions") < order.index("resources") < order.index("tags")


def test_dcat_names_publisher_licence_and_files(published: Published) -> None:
    """Each data set has distributions that are published."""
    catalogue = published.json("/dane/katalog.jsonld")
    for dataset in catalogue["dcat:dataset"]:
        for one in dataset["dcat:distribution"]:
            assert one["@id"].removeprefix("https://partnerstwo.example") in published
            assert one["dct:license"]["@id"].startswith("https://creativecommons.org/")


def test_an_empty_data_set_is_not_published(site: Site) -> None:
    """Only the required files: tables without a row have no file and stand in no catalogue."""
    published = Published(site, "open_data.plan")
    assert "/dane/instytucje.csv" not in published and "/dane/instytucje.json" not in published
    names = [one["name"] for one in published.json("/dane/datapackage.json")["resources"]]
    assert "powiaty" in names and "instytucje" not in names and "instytucje-excel" not in names


def test_excel_is_kept_from_taking_a_text_for_a_formula() -> None:
    """A text that begins with =, +, - or @ is text; numbers stay numbers."""
    columns = (Column("a", "string", "A"), Column("b", "number", "B"))
    table = Table(id="counties", title="X", description="X", columns=columns, rows=(("=1+1", -1.5), (None, 2.0)))
    assert make_excel_csv(table).decode("utf-8-sig") == "a;b\r\n'=1+1;-1,5\r\n;2\r\n"
    assert make_csv(table).decode() == "a,b\r\n=1+1,-1.5\r\n,2\r\n"
