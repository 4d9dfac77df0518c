"""The records that are visible, and who gives what where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

import msgspec

from partnership.catalogue.grouping import group_by
from partnership.records.accessibility import Accessibility
from partnership.records.elsewhere import Elsewhere
from partnership.records.figures import Figure, Indicator, Source
from partnership.records.glossary import Term
from partnership.records.institution import Brief, Institution, Listed, brief, listed
from partnership.records.lexicon import Lexicon
from partnership.records.localities import Locality
from partnership.records.offer import Offer
from partnership.records.partner import Partner, WorkingGroup
from partnership.records.redundancies import Redundancies
from partnership.records.taxonomy import County, InstitutionType, Service


class VisibleRecords(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Records, in the order in which pages list them, with their texts in one language as far as they are translated.

    ``offers`` are by the code of their county.
    """

    counties: tuple[County, ...]
    services: tuple[Service, ...]
    types: tuple[InstitutionType, ...]
    indicators: tuple[Indicator, ...]
    sources: tuple[Source, ...]
    terms: tuple[Term, ...]
    institutions: tuple[Institution, ...]
    withdrawn_institutions: tuple[Institution, ...]
    partners: tuple[Partner, ...]
    withdrawn_partners: tuple[Partner, ...]
    groups: tuple[WorkingGroup, ...]
    offers: dict[str, Offer]
    figures: tuple[Figure, ...]
    lexicon: Lexicon
    elsewhere: Elsewhere
    localities: tuple[Locality, ...]
    redundancies: Redundancies | None
    accessibility: Accessibility | None

    @cached_property
    def with_pages(self) -> Mapping[str, Mapping[str, Any]]:
        """Records of each kind that has a section, by id, by the kind's name: all that have a page."""
        return {
            "counties": self.county,
            "services": self.service,
            "institutions": self.briefs,
            "partners": {one.id: one for one in (*self.partners, *self.withdrawn_partners)},
            "working-groups": self.group,
        }

    @cached_property
    def county(self) -> dict[str, County]:
        """Counties by code."""
        return {one.teryt: one for one in self.counties}

    @cached_property
    def service(self) -> dict[str, Service]:
        """Services by id."""
        return {one.id: one for one in self.services}

    @cached_property
    def type(self) -> dict[str, InstitutionType]:
        """Types of institution by id."""
        return {one.id: one for one in self.types}

    @cached_property
    def indicator(self) -> dict[str, Indicator]:
        """Indicators by id."""
        return {one.id: one for one in self.indicators}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {one.id: one for one in self.sources}

    @cached_property
    def institution(self) -> dict[str, Institution]:
        """Institutions by id, withdrawn ones too."""
        return {one.id: one for one in (*self.institutions, *self.withdrawn_institutions)}

    @cached_property
    def briefs(self) -> dict[str, Brief]:
        """What lists and feeds need of institutions, by id, of withdrawn ones too."""
        return {one.id: brief(one) for one in (*self.institutions, *self.withdrawn_institutions)}

    @cached_property
    def listed_institutions(self) -> dict[str, Listed]:
        """What pages other than its own tell of each institution, by id, of withdrawn ones too."""
        return {one.id: listed(one) for one in (*self.institutions, *self.withdrawn_institutions)}

    @cached_property
    def active_institutions(self) -> tuple[Listed, ...]:
        """Active ones among these, in the order of ``institutions``."""
        return tuple(one for one in self.listed_institutions.values() if one.status == "active")

    @cached_property
    def verified_days(self) -> dict[str, date]:
        """The day on which each active institution was confirmed, by id; none for those that nobody confirmed."""
        return {one.id: one.verified for one in self.institutions if one.verified is not None}

    @cached_property
    def group(self) -> dict[str, WorkingGroup]:
        """Working groups by id."""
        return {one.id: one for one in self.groups}

    @cached_property
    def partner(self) -> dict[str, Partner]:
        """Active partners by id."""
        return {one.id: one for one in self.partners}

    @cached_property
    def service_groups(self) -> tuple[tuple[str, tuple[Service, ...]], ...]:
        """Groups of current services, in the order in which the file first names them."""
        return tuple(group_by((one for one in self.services if one.status == "current"), lambda one: one.group).items())

    def counties_served(self, institution: Institution | Brief) -> tuple[str, ...]:
        """Return the codes of the counties an institution serves; all of them when it serves the region."""
        if institution.serves == "region":
            return tuple(self.county)
        if isinstance(institution.serves, tuple):
            return institution.serves
        return (institution.county,)

    def is_responsible(self, institution: Institution | Brief) -> bool:
        """Tell whether an institution is of a type that answers for a county."""
        kind = self.type.get(institution.type)
        return kind is not None and kind.responsible and institution.serves != "region"

    @cached_property
    def in_county(self) -> dict[str, tuple[Listed, ...]]:
        """Institutions that serve each county: the responsible office, others, then those of the whole region.

        Among each of these they stand as in ``institutions``.
        """
        offices: dict[str, list[Listed]] = {code: [] for code in self.county}
        others: dict[str, list[Listed]] = {code: [] for code in self.county}
        region: list[Listed] = []
        for institution in self.active_institutions:
            if institution.serves == "region":
                region.append(institution)
                continue
            found = offices if self.is_responsible(institution) else others
            for code in self.counties_served(institution):
                if code in found:
                    found[code].append(institution)
        return {code: (*offices[code], *others[code], *region) for code in self.county}

    def responsible(self, teryt: str) -> Listed | None:
        """Return the office that answers for a county, if there is one."""
        return next((one for one in self.in_county.get(teryt, ()) if self.is_responsible(one)), None)

    @cached_property
    def giving(self) -> dict[str, tuple[Listed, ...]]:
        """Institutions that give each service, by collation of their names."""
        found: dict[str, list[Listed]] = {one.id: [] for one in self.services}
        for institution in self.active_institutions:
            for given in institution.services:
                identifier = given if isinstance(given, str) else given.id
                if identifier in found:
                    found[identifier].append(institution)
        return {identifier: tuple(some) for identifier, some in found.items()}

    @cached_property
    def of_type(self) -> dict[str, tuple[Listed, ...]]:
        """Institutions of each type."""
        return {kind.id: () for kind in self.types} | group_by(self.active_institutions, lambda one: one.type)

    @cached_property
    def used_types(self) -> tuple[InstitutionType, ...]:
        """Types that have an institution: only these have pages and feeds."""
        used = {one.type for one in self.briefs.values() if one.status == "active"}
        return tuple(one for one in self.types if one.id in used)

    @cached_property
    def figures_by_indicator(self) -> dict[str, tuple[Figure, ...]]:
        """Figures of each indicator, sorted by unit, dimension and period."""
        return group_by(self.figures, lambda one: one.indicator)
