"""The site's profile, ``data/site.yaml``: whose site this is, which region, which languages.

It is the one place that names a partnership; program and theme take every such word from it.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from partnership.records.fields import (
    Country,
    Email,
    Host,
    Id,
    Language,
    Line,
    Part,
    Phone,
    RegionCode,
    Text,
    Translations,
    Url,
    UrlOrMail,
)


class Region(Part, frozen=True, kw_only=True):
    """The region, with the forms of its name that sentences need."""

    teryt: Annotated[
        RegionCode | None, Meta(description="Code of the region under which its figures stand, in quotes")
    ] = None
    name: Annotated[Line, Meta(description="Name of the region")]
    genitive: Annotated[Line | None, Meta(description="Of the region, the genitive of its name")] = None
    locative: Annotated[Line | None, Meta(description="In the region, with the preposition")] = None
    adjective: Annotated[
        Line | None, Meta(description="Adjective of the region, masculine singular, in small letters")
    ] = None


class SiteContact(Part, frozen=True, kw_only=True):
    """How the site's editors are reached."""

    email: Annotated[Email | None, Meta(description="E-mail address")] = None
    phone: Annotated[Phone | None, Meta(description="Telephone number, in quotes")] = None
    address: Annotated[Line | None, Meta(description="Postal address on one line")] = None
    report_errors: Annotated[
        UrlOrMail | None, Meta(description="Where visitors report a mistake: https://… or mailto:…")
    ] = None


class SiteTexts(Part, frozen=True, kw_only=True):
    """Sentences of the site that a partnership may word itself; what is left out has words of the program's own."""

    home_title: Annotated[Line | None, Meta(description="Heading of the home page")] = None
    home_lead: Annotated[Text | None, Meta(description="Sentence below the heading of the home page")] = None
    offers_lead: Annotated[Text | None, Meta(description="Sentence that leads to the counties' offers")] = None
    home_hint: Annotated[Line | None, Meta(description="Sentence with examples at the home page's field")] = None
    finder_hint: Annotated[Line | None, Meta(description="Sentence with examples below the finder's field")] = None
    search_hint: Annotated[Line | None, Meta(description="Sentence with an example below the field of the search")] = (
        None
    )
    finder_example: Annotated[Line | None, Meta(description="Example of a question, shown at the finder's field")] = (
        None
    )


class EditorHost(Part, frozen=True, kw_only=True):
    """The Git host where the browser editor of the published site reads and writes."""

    host: Annotated[
        Literal["github", "gitlab", "forgejo"], Meta(description="Host of the files: github, gitlab or forgejo")
    ]
    repository: Annotated[
        Annotated[str, Meta(pattern=r"^[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+\Z", max_length=200)],
        Meta(description="Repository on that host: owner/name"),
    ]
    branch: Annotated[Line, Meta(description="Branch that is published")] = "main"
    address: Annotated[
        Url | None, Meta(description="Address of the host's own server, with https://; forgejo needs it")
    ] = None
    app_id: Annotated[
        Line | None, Meta(description="Id of the application registered there, for signing in with a password (PKCE)")
    ] = None
    sign_in_server: Annotated[
        Url | None, Meta(description="Address of a server that signs people in at GitHub, with https://")
    ] = None


class SiteProfile(Part, frozen=True, kw_only=True):
    """The file ``data/site.yaml``."""

    name: Annotated[Line, Meta(description="Short name of the site, as in the page head")]
    full_name: Annotated[Line | None, Meta(description="Full name of the partnership")] = None
    office: Annotated[Id | None, Meta(description="Id of the institution that runs the site")] = None
    region: Annotated[Region, Meta(description="The region, with the forms of its name that sentences need")]
    languages: Annotated[
        Annotated[tuple[Language, ...], Meta(min_length=1)],
        Meta(description="Languages of the site, the first is its own, e.g. [pl, en]"),
    ]
    country: Annotated[
        Country, Meta(description="Country, two small letters; pl asks for Polish postal codes, phones and TERYT codes")
    ] = "pl"
    time_zone: Annotated[Line, Meta(description="Time zone, e.g. Europe/Warsaw")]
    feed_authority: Annotated[
        Host, Meta(description="Domain that stands in the ids of feed entries; it never changes, whatever the address")
    ]
    feed_since: Annotated[
        Annotated[int, Meta(ge=1985, le=2200)] | date,
        Meta(description="Year or day since which that domain has been yours; it never changes either"),
    ]
    keywords: Annotated[tuple[Line, ...], Meta(description="Topics under which open data is found")] = ()
    contact: Annotated[SiteContact | None, Meta(description="How the site's editors are reached")] = None
    editor: Annotated[
        EditorHost | None, Meta(description="Where the browser editor of the published site keeps the files")
    ] = None
    texts: Annotated[
        dict[Language, SiteTexts], Meta(description="Sentences of the site in your own words, by language")
    ] = msgspec.field(default_factory=dict)
    translations: Translations = msgspec.field(default_factory=dict)
