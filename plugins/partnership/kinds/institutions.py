"""Institutions, their types and the services that they give."""

from __future__ import annotations

from typing import Final

from partnership.kinds.kind import InEditor
from partnership.kinds.record_kind import ChangeWords, RecordKind, RecordSearch, RecordSection
from partnership.language import _, pgettext
from partnership.records.institution import Institution
from partnership.records.taxonomy import InstitutionType, Service

INSTITUTIONS: Final = RecordKind(
    name="institutions",
    path="institutions/*.yaml",
    type=Institution,
    shape="record",
    schema="institution",
    files={"pl": "instytucje", "en": "institutions", "uk": "ustanovy"},
    section=RecordSection(
        name="institutions",
        addresses={"pl": "instytucje/", "en": "institutions/", "uk": "ustanovy/"},
        title=lambda: _("Institutions"),
        feed=lambda: _("New, changed and withdrawn institutions."),
        label=lambda: _("Find an institution"),
        picture="find",
    ),
    changes=ChangeWords(
        heading=lambda: _("Institutions"),
        added=lambda name: _("New institution: %(name)s", name=name),
        withdrawn=lambda name: _("Withdrawn institution: %(name)s", name=name),
        restored=lambda name: _("Institution again in the list: %(name)s", name=name),
    ),
    search=RecordSearch(name="institution", one=lambda: _("institution"), many=lambda: _("institutions")),
    editor=InEditor(icon="apartment"),
)
"""Institutions of ``data/institutions/``."""

INSTITUTION_TYPES: Final = RecordKind(
    name="institution-types",
    path="institution-types.yaml",
    type=InstitutionType,
    shape="list",
    required=True,
    files={"pl": "rodzaje-instytucji", "en": "institution-types", "uk": "vydy-ustanov"},
    editor=InEditor(label=lambda: pgettext("collection", "Types of institution"), group="lists"),
)
"""Types of institution."""

SERVICES: Final = RecordKind(
    name="services",
    path="services.yaml",
    type=Service,
    shape="list",
    required=True,
    files={"pl": "uslugi", "en": "services", "uk": "posluhy"},
    section=RecordSection(
        name="services",
        addresses={"pl": "uslugi/", "en": "services/", "uk": "posluhy/"},
        title=lambda: _("Services"),
        feed=lambda: _("New, changed and withdrawn services."),
        label=lambda: _("Services"),
        picture="services",
    ),
    changes=ChangeWords(
        heading=lambda: _("Services"),
        added=lambda name: _("New service: %(name)s", name=name),
        withdrawn=lambda name: _("Withdrawn service: %(name)s", name=name),
        restored=lambda name: _("Service again: %(name)s", name=name),
    ),
    search=RecordSearch(name="service", one=lambda: _("service"), many=lambda: _("services")),
    editor=InEditor(group="lists"),
)
"""Services of every institution."""
