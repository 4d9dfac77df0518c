"""What a host and its visitors' programs read at the root: ``/robots.txt`` and the headers file of static hosts."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Publication
from partnership.settings import Settings

ROBOTS = "/robots.txt"
HEADERS = "/_headers"

_NEVER_CHANGES = "public, max-age=31536000, immutable"


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan both files."""
    yield Publication(ROBOTS, make_robots, (settings.site_url,))
    yield Publication(HEADERS, make_headers, (settings.newsletter_form,))


def make_robots(site_url: str) -> bytes:
    """Return ``robots.txt``: everything may be read; what is to be left out says so itself."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}{addresses.SITEMAP}\n".encode()


def content_policy(newsletter_form: str) -> str:
    """Return the Content-Security-Policy: nothing from elsewhere, nothing inline; forms go here or to the list manager.

    It is the policy of the pages' own ``meta`` element and ``frame-ancestors``, which only a header can carry.
    """
    form = urlsplit(newsletter_form)
    targets = f"'self' {form.scheme}://{form.netloc}" if form.scheme in ("http", "https") and form.netloc else "'self'"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        f"form-action {targets}; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    )


def make_headers(newsletter_form: str) -> bytes:
    """Return ``_headers`` as Netlify, Cloudflare Pages and others read it.

    A host without it still serves a safe site.
    """
    everywhere = {
        "Content-Security-Policy": content_policy(newsletter_form),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(self), interest-cohort=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    blocks = [("/*", everywhere)]
    # Open data, feeds and calendars are for other people's programs, in browsers too.
    shared = (
        f"{addresses.data_folder()}*",
        "/rss.xml",
        "/atom.xml",
        "/feed.json",
        addresses.of("calendar"),
        addresses.of("finder_index"),
        addresses.of("redundancy_rules"),
    )
    blocks += [(path, {"Access-Control-Allow-Origin": "*"}) for path in shared]
    hashed = ("/theme/css/*", "/theme/pictures/*", "/theme/fonts/*")
    blocks += [(folder, {"Cache-Control": _NEVER_CHANGES}) for folder in hashed]
    lines = []
    for path, headers in blocks:
        lines.append(path)
        lines.extend(f"  {name}: {value}" for name, value in headers.items())
        lines.append("")
    return "\n".join(lines).encode()
