"""A kind of content as a site declares it, for tests: job fairs, with an institution that holds each."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from partnership.kinds import kind as k
from partnership.kinds.words import said
from partnership.records.content import DatedFront
from partnership.records.fields import Id


class FairFront(DatedFront, frozen=True, kw_only=True):
    """Head of ``content/job-fairs/**/*.md``."""

    host: Annotated[Id | None, Meta(description="Id of the institution that holds it")] = None


FAIRS = k.Kind(
    name="job-fairs",
    front=FairFront,
    section=k.Section(
        addresses={"en": "job-fairs/", "pl": "targi-pracy/"},
        words=lambda region: k.SectionWords(
            title=said(en="Job fairs", pl="Targi pracy"),
            intro=said(en="Where firms and people meet.", pl="Gdzie spotykają się firmy i ludzie."),
            feed=said(en="New job fairs.", pl="Nowe targi pracy."),
        ),
        days=lambda: k.DayWords(upcoming="Nadchodzące", past="Minione", no_upcoming="Żadne.", no_past="Żadne."),
    ),
    is_over=lambda front, today: front.date.day < today,
    references=(("host", "institutions"),),
    facts=lambda front, named: (k.Fact(said(en="Host", pl="Organizator"), named.get("host", "")),),
    search=k.SearchFacet(
        name="fair",
        one=lambda: said(en="job fair", pl="targi pracy"),
        many=lambda: said(en="job fairs", pl="targi pracy"),
    ),
    finder=k.FinderFacet(
        parameter="targi",
        label=lambda: said(en="Holds fairs", pl="Organizuje targi"),
        choice=lambda front: front.category,
        institutions=lambda front: (front.host,) if front.host else (),
    ),
)

KINDS = (FAIRS,)
