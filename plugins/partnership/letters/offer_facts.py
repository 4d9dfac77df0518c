"""What the offer of a county says, as facts: figures with period and source, people, schools, sites, employers."""

from __future__ import annotations

from collections.abc import Iterator

from partnership.catalogue.catalogue import Catalogue
from partnership.language import _
from partnership.letters.parts import LetterFact, plain_text
from partnership.locales import formats
from partnership.pages.counties.county_offer import OfferParts, offer_parts
from partnership.pages.counties.figure_texts import value_text
from partnership.records.figures import OfferFigure
from partnership.records.offer import Offer


def offer_facts(catalogue: Catalogue, offer: Offer) -> Iterator[LetterFact]:
    """Give the facts of an offer in the order of its page; figures of public statistics are not the office's own."""
    parts = offer_parts(offer, {one.id: one.name for one in catalogue.sources})
    yield LetterFact(_("Summary"), plain_text(offer.summary))
    if offer.figures:
        yield LetterFact(_("Figures of your own"), tuple(_figure(catalogue, one) for one in offer.figures))
    yield LetterFact(_("Occupations and their outlook"), tuple(_occupations(parts)), wanted=True)
    schools = tuple(_joined((one.name, one.city, one.fields)) for one in parts.schools)
    yield LetterFact(_("Schools"), schools, wanted=True)
    yield LetterFact(_("Investment sites"), tuple(_sites(parts)), wanted=True)
    employers = tuple(_joined((one.name, one.sector, one.size)) for one in parts.employers)
    yield LetterFact(_("Large employers"), employers, wanted=True)
    yield LetterFact(_("Transport"), plain_text(offer.transport or ""), wanted=True)
    until = (formats.long_date(offer.valid_until),) if offer.valid_until else ()
    yield LetterFact(_("Valid until"), until)


def _figure(catalogue: Catalogue, one: OfferFigure) -> str:
    indicator = catalogue.indicator.get(one.indicator)
    name = indicator.name if indicator else one.indicator
    what = f"{name} ({one.dimension})" if one.dimension else name
    if one.value is None:
        value = _("no value")
    else:
        number = value_text(one.value, indicator.decimals if indicator else 0)
        value = f"{number} {indicator.unit}" if indicator and indicator.unit else number
    source = catalogue.source.get(one.source)
    told = _("source: %(name)s", name=source.name if source else one.source)
    return f"{what}, {formats.period(str(one.period))}: {value} ({told})"


def _occupations(parts: OfferParts) -> Iterator[str]:
    for one in parts.occupations:
        registered = _("registered: %(number)s", number=one.registered) if one.registered else ""
        yield f"{one.name}: {_joined((f'{one.word} ({one.year})', registered, one.reasons))}"


def _sites(parts: OfferParts) -> Iterator[str]:
    for one in parts.sites:
        as_of = _("as of %(day)s", day=formats.long_date(one.updated))
        yield _joined((one.name, one.area, one.ownership, one.utilities, as_of))


def _joined(texts: tuple[str, ...]) -> str:
    return ", ".join(text for text in texts if text)
