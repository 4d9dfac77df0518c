"""The one stream of what happened, and the part of it that each feed shows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.settings import Settings
from partnership.subscriptions.documents import document_activities
from partnership.subscriptions.entries import Activity, Scope, newest_first
from partnership.subscriptions.history import data_changes
from partnership.subscriptions.records import ChangeFormatter


class Stream:
    """Activities newest first, and those of each feed by the address of the feed's folder."""

    def __init__(self, catalogue: Catalogue, activities: Iterable[Activity]) -> None:
        self.all = newest_first(list(activities))
        self._county = {one.teryt: one.slug for one in catalogue.counties}
        self._services = {one.id for one in catalogue.services}

    @cached_property
    def _of(self) -> dict[str, list[Activity]]:
        found: dict[str, list[Activity]] = {}
        # Activities that concern the same have the same scope.
        known: dict[int, list[list[Activity]]] = {}
        for activity in self.all:
            scope = activity.scope
            lists = known.get(id(scope))
            if lists is None:
                lists = known[id(scope)] = [found.setdefault(folder, []) for folder in self._folders(scope)]
            for one in lists:
                one.append(activity)
        return found

    def of(self, folder: str) -> list[Activity]:
        """Return what a feed shows, newest first; ``folder`` is an address such as ``/powiaty/dolina/``."""
        return self._of.get(folder, [])

    def _folders(self, scope: Scope) -> Iterable[str]:
        yield from scope.sections
        yield from scope.labels
        services = sorted(scope.services & self._services)
        for group in scope.groups:
            yield addresses.group(group)
        for kind in scope.types:
            yield addresses.institution_type(kind)
        for service in services:
            yield addresses.service(service)
        for code in scope.counties:
            if code in self._county:
                slug = self._county[code]
                yield addresses.county(slug)
                if scope.pairs:
                    for service in services:
                        yield addresses.county_service(slug, service)


def stream(catalogue: Catalogue, settings: Settings) -> Stream:
    """Return everything that happened, as far as content and the history of the data tell it.

    Feeds, the page of feeds and the newsletter ask for the same, which is made once.
    """
    return catalogue.derived(_make, settings)


def _make(catalogue: Catalogue, settings: Settings) -> Stream:
    happened = list(document_activities(catalogue, settings.site_url, settings.profile.tagging_entity))
    formatter = ChangeFormatter(catalogue, settings.site_url, settings.profile.tagging_entity)
    happened += formatter.activities(data_changes(settings.data, settings.cache))
    return Stream(catalogue, happened)
