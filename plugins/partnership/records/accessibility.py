"""The facts of the declaration of accessibility (technical conditions, version 2.0 of 31 July 2024)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from partnership.records.fields import (
    Email,
    Line,
    Owner,
    Part,
    Phone,
    ReviewAfterMonths,
    Text,
    Translations,
    Url,
    Verified,
)


class AccessibilityContact(Part, frozen=True, kw_only=True):
    """Who answers for accessibility."""

    name: Annotated[Line | None, Meta(description="Person or unit that answers")] = None
    email: Annotated[Email | None, Meta(description="E-mail address")] = None
    phone: Annotated[Phone | None, Meta(description="Telephone number, in quotes")] = None


class Accessibility(Part, frozen=True, kw_only=True):
    """The file ``data/accessibility.yaml``; what is unknown is left out and shown as a gap."""

    body: Annotated[Line | None, Meta(description="Name of the public body")] = None
    site_name: Annotated[Line | None, Meta(description="Name of the site")] = None
    url: Annotated[Url | None, Meta(description="Address of the site, with https://")] = None
    published: Annotated[date | None, Meta(description="Day on which the site was published")] = None
    updated: Annotated[date | None, Meta(description="Day of the last significant change")] = None
    state: Annotated[
        Literal["compliant", "partial", "non-compliant"] | None,
        Meta(description="State: compliant, partial or non-compliant"),
    ] = None
    gaps: Annotated[tuple[Text, ...], Meta(description="What is not accessible")] = ()
    prepared: Annotated[date | None, Meta(description="Day on which the declaration was first made")] = None
    reviewed: Annotated[date | None, Meta(description="Day of the last review")] = None
    method: Annotated[Text | None, Meta(description="How the state was judged")] = None
    contact: Annotated[AccessibilityContact | None, Meta(description="Who answers for accessibility")] = None
    building: Annotated[Text | None, Meta(description="Access to the building")] = None
    communication: Annotated[
        Text | None, Meta(description="Access to communication, e.g. an interpreter of sign language")
    ] = None
    apps: Annotated[tuple[Line, ...], Meta(description="Mobile applications")] = ()
    owner: Owner = None
    verified: Verified = None
    review_after_months: ReviewAfterMonths = None
    status: Annotated[
        Literal["active", "withdrawn"], Meta(description="active, or withdrawn when it is no longer valid")
    ] = "active"
    replaced_by: Annotated[str | None, Meta(description="Id of the record that takes the place of a withdrawn one")] = (
        None
    )
    translations: Translations = msgspec.field(default_factory=dict)
