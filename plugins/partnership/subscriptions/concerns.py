"""Which county and which service a post is about, as far as its topics name them."""

from __future__ import annotations

from collections.abc import Iterable

from partnership.catalogue.catalogue import Catalogue
from partnership.locales.slugs import slug


class Concerns:
    """Names of counties and services, folded.

    So that the topic „Traineeship” finds the service and „Valley County” the county.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._counties: dict[str, str] = {}
        for county in catalogue.counties:
            # A rural county's seat is not the county: the town's name is the city's, the adjective the county's.
            for name in (county.name, county.short_name, county.slug):
                self._counties.setdefault(slug(name), county.teryt)
        self._services: dict[str, str] = {}
        for service in catalogue.services:
            for name in (service.id, service.name):
                self._services.setdefault(slug(name), service.id)

    def of(self, topics: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Return the codes of counties and the ids of services that topics name."""
        folded = [slug(topic) for topic in topics]
        counties = frozenset(self._counties[one] for one in folded if one in self._counties)
        services = frozenset(self._services[one] for one in folded if one in self._services)
        return counties, services
