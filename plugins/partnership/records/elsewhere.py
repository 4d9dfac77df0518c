"""What lies outside the region, as far as the finder must know it: the rest of the country, and cities abroad."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from partnership.records.fields import Line, Part

Towns = dict[Line, Line]


class OtherRegion(Part, frozen=True, kw_only=True):
    """A region outside the site's own."""

    name: Annotated[Line, Meta(description="Name of the region, e.g. Upper Region")]
    locative: Annotated[Line, Meta(description="In the region, e.g. in the Upper Region")]
    also: Annotated[tuple[Line, ...], Meta(description="Other names of the region")] = ()
    cities: Annotated[tuple[Line, ...], Meta(description="Cities that are counties of their own")] = ()
    counties: Annotated[Towns, Meta(description="Short names of counties, each with the town that is its seat")] = (
        field(default_factory=dict)
    )
    towns: Annotated[Towns, Meta(description="Other bigger towns, each with the short name of its county")] = field(
        default_factory=dict
    )
    forms: Annotated[
        dict[Line, tuple[Line, ...]],
        Meta(description="Names and forms of a town that the rules of inflection do not make"),
    ] = field(default_factory=dict)


class Abroad(Part, frozen=True, kw_only=True):
    """Cities outside the country, whose offices people ask for."""

    locative: Annotated[Line, Meta(description="In another country, e.g. abroad")]
    cities: Annotated[tuple[Line, ...], Meta(description="Cities outside the country")]
    forms: Annotated[
        dict[Line, tuple[Line, ...]],
        Meta(description="Names and forms of a city that the rules of inflection do not make, in any language"),
    ] = field(default_factory=dict)


class Elsewhere(Part, frozen=True, kw_only=True):
    """The file ``data/finder/elsewhere.yaml``."""

    regions: Annotated[tuple[OtherRegion, ...], Meta(description="The other regions of the country")] = ()
    abroad: Annotated[Abroad | None, Meta(description="Cities outside the country")] = None
