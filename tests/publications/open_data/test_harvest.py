"""The lists for other catalogues: what their importers would refuse or drop is not in them."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.support.publications import Published
from tests.support.site import Site

PROFILE = {
    "name": "Partnerstwo nad Rzeką",
    "region": {"teryt": "12", "name": "Nadrzecze"},
    "languages": ["pl"],
    "time_zone": "Europe/Warsaw",
    "feed_authority": "nadrzecze.example",
    "feed_since": 2020,
}


def test_dane_gov_pl_gets_licence_conditions_and_frequency_that_it_knows(site: Site) -> None:
    """The licence under its whole name, the condition without which it is refused, and no date that nobody knows."""
    root: Any = etree.fromstring(Published(site, "open_data.plan").bytes("/dane/dane-gov-pl.xml"))
    assert root.xpath("//dataset")
    for dataset in root.xpath("//dataset"):
        conditions = dataset.find("conditions")
        assert [one.tag for one in conditions] == [
            "source", "modification", "dbOrCopyrighted", "dbOrCopyrightedLicenseChosen",
        ]  # fmt: skip
        assert conditions.findtext("dbOrCopyrightedLicenseChosen") == "CC BY 4.0"
        assert conditions.findtext("dbOrCopyrighted")
        assert dataset.findtext("updateFrequency") == "irregular"
        assert len(dataset.findtext("extIdent")) <= 36
    undated = root.xpath("//dataset[contains(extIdent, 'rodzaje-instytucji')]")[0]
    assert not undated.xpath(".//dataDate | .//lastUpdateDate")


def test_a_licence_that_it_does_not_know_is_not_named(site: Site) -> None:
    """An unknown one would silently be none there; conditions of naming the source stay."""
    made = Published(site, "open_data.plan", data_licence="Moja licencja").bytes("/dane/dane-gov-pl.xml")
    assert b"dbOrCopyrighted" not in made and b"<source>true</source>" in made


def test_dcat_names_the_region_as_place_and_the_same_frequency(site: Site) -> None:
    """A place with the region's name and code; without a region no place is made up."""
    bare = Published(site, "open_data.plan").json("/dane/katalog.jsonld")
    assert not [one for one in bare["dcat:dataset"] if "dct:spatial" in one]
    site.write_yaml("data/site.yaml", PROFILE)
    for one in Published(site, "open_data.plan").json("/dane/katalog.jsonld")["dcat:dataset"]:
        assert one["dct:spatial"]["skos:prefLabel"]["@value"] == "Nadrzecze"
        assert one["dct:spatial"]["dct:identifier"] == "12"
        assert one["dct:accrualPeriodicity"]["@id"].endswith("/IRREG")


def test_one_id_is_one_object_in_all_hsds_files(site: Site) -> None:
    """Whatever two files tell of one id is the same, and every id that one names stands in another."""
    site.institution("pup-bochnia", services=["posrednictwo", "zwolnienia-monitorowane"])
    published = Published(site, "open_data.plan")
    files = {
        name: published.json(f"/dane/hsds/{name}.json")
        for name in ("organizations", "services", "locations", "service_at_locations", "taxonomies", "taxonomy_terms")
    }
    ids = {one["id"] for some in files.values() for one in some}
    by_id: dict[str, object] = {}

    def walk(node: object) -> None:
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "id" in node:
                assert by_id.setdefault(node["id"], node) == node
            for key, value in node.items():
                if key in ("organization_id", "service_id", "location_id", "taxonomy_term_id", "link_id"):
                    assert value in ids, key
                walk(value)

    for some in files.values():
        walk(some)
