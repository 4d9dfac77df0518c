"""Addresses that lead nowhere: they stand in settings until the real ones are known and must not become public."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from partnership.language import _
from partnership.problems import UserError
from partnership.profile import NO_AUTHORITY
from partnership.settings import Settings

_NOWHERE: Final = ("example", "invalid", "test", "localhost", "localdomain")
"""Last parts of names that RFC 2606 and 6761 keep for examples, tests and one's own machine."""


FEED_AUTHORITY: Final = "feed_authority"
"""The one placeholder that leads nobody anywhere, since ids are no links: it is told, and stops nothing."""


def is_placeholder(host: str) -> bool:
    """Tell whether a host's name or number can lead nobody to a public site."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        number = ipaddress.ip_address(name)
    except ValueError:
        return not name or name.rpartition(".")[2] in _NOWHERE
    return number.is_loopback or number.is_unspecified


def placeholders(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the settings, by their names in the file, whose address is a placeholder, with that address."""
    if is_placeholder(urlsplit(settings.site_url).hostname or ""):
        yield "SITEURL", settings.site_url
    if settings.newsletter_form and is_placeholder(urlsplit(settings.newsletter_form).hostname or ""):
        yield "PARTNERSHIP_NEWSLETTER_FORM", settings.newsletter_form
    if settings.newsletter_mail and is_placeholder(settings.newsletter_mail.rpartition("@")[2]):
        yield "PARTNERSHIP_NEWSLETTER_MAIL", settings.newsletter_mail
    authority = settings.profile.feed_authority
    if authority != NO_AUTHORITY and is_placeholder(authority):
        yield FEED_AUTHORITY, authority
    if settings.publish_domain and is_placeholder(settings.publish_domain):
        yield "PARTNERSHIP_PUBLISH_DOMAIN", settings.publish_domain


def told(name: str, address: str) -> str:
    """Return why an address must not become public, and where it is set."""
    if name == "SITEURL":
        return _(
            "The site's address %(address)s is only a placeholder: links in feeds, calendars and newsletters would "
            "lead nowhere. Set the real one as SITEURL in pelicanconf.py or in the variable SITE_URL",
            address=address,
        )
    if name == FEED_AUTHORITY:
        return _(
            "%(address)s is only a placeholder: readers would know every entry of the feeds by it for ever. Set "
            "feed_authority in data/site.yaml to a domain of your own",
            address=address,
        )
    return _(
        "%(address)s is only a placeholder and would lead nowhere; set %(name)s in the settings",
        address=address,
        name=name,
    )


def refuse_placeholders(settings: Settings) -> None:
    """Raise :class:`UserError` when a setting whose address becomes public is a placeholder."""
    for name, address in placeholders(settings):
        if name != FEED_AUTHORITY:
            raise UserError(told(name, address))
