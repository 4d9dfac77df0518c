"""Counties, what each offers, and the figures on them."""

from __future__ import annotations

from typing import Final

from partnership.kinds.parts import InEditor
from partnership.kinds.record_kind import ChangeWords, RecordKind, RecordSearch, RecordSection
from partnership.language import _, pgettext
from partnership.records.figures import Figure, Indicator, Source
from partnership.records.figures_csv import parse_rows_of_figures
from partnership.records.localities import Locality, parse_localities
from partnership.records.offer import Offer
from partnership.records.taxonomy import County

COUNTIES: Final = RecordKind(
    name="counties",
    path="counties.yaml",
    type=County,
    shape="list",
    required=True,
    key="teryt",
    files={"pl": "powiaty", "en": "counties", "uk": "povity"},
    section=RecordSection(
        name="counties",
        addresses={"pl": "powiaty/", "en": "counties/", "uk": "povity/"},
        title=lambda: _("Counties"),
        feed=lambda: _("Offers and figures of all counties."),
        label=lambda: _("Counties"),
        about=lambda: _("Map and table of counties"),
        picture="counties",
    ),
    slug=lambda record: record.slug,
    search=RecordSearch(name="county", one=lambda: _("county"), many=lambda: _("counties")),
    editor=InEditor(group="lists"),
)
"""Counties of the region."""

OFFERS: Final = RecordKind(
    name="offers",
    path="offers/*.yaml",
    type=Offer,
    shape="record",
    key="code",
    schema="offer",
    files={"pl": "oferty", "en": "offers", "uk": "propozytsii"},
    stands_for=("county", "counties"),
    label=lambda name: _("Offer: %(county)s", county=name),
    told_with="counties",
    changes=ChangeWords(
        heading=lambda: _("Offers of counties"),
        added=lambda name: _("New offer: %(name)s", name=name),
        withdrawn=lambda name: _("Withdrawn offer: %(name)s", name=name),
        restored=lambda name: _("Offer again: %(name)s", name=name),
    ),
    editor=InEditor(label=lambda: pgettext("collection", "Counties’ offers"), icon="map"),
)
"""Offers of ``data/offers/``: what a county has for an investor."""

INDICATORS: Final = RecordKind(
    name="indicators",
    path="indicators.yaml",
    type=Indicator,
    shape="list",
    files={"pl": "wskazniki", "en": "indicators", "uk": "pokaznyky"},
    editor=InEditor(label=lambda: pgettext("collection", "Indicators"), group="lists"),
)
"""Indicators: what figures count."""

SOURCES: Final = RecordKind(
    name="sources",
    path="sources.yaml",
    type=Source,
    shape="list",
    files={"pl": "zrodla", "en": "sources", "uk": "dzherela"},
    editor=InEditor(label=lambda: pgettext("collection", "Sources of figures"), group="lists"),
)
"""Sources of figures."""

FIGURES: Final = RecordKind(
    name="figures",
    path="figures/*.csv",
    type=Figure,
    shape="table",
    rows=parse_rows_of_figures,
    files={"pl": "liczby", "en": "figures", "uk": "chysla"},
    told_with="counties",
    changes=ChangeWords(heading=lambda: _("Figures")),
)
"""Figures of ``data/figures/``."""

LOCALITIES: Final = RecordKind(
    name="localities", path="localities.csv", type=Locality, shape="table", rows=parse_localities
)
"""Towns and villages with their counties."""
