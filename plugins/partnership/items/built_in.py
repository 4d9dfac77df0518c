"""Plain texts of the pages that the site needs even when no editor has written them."""

from __future__ import annotations

from partnership.catalogue.address_words import Name
from partnership.language import _
from partnership.region_words import RegionWords


def built_in_text(name: Name | None, slug: str, region: RegionWords) -> tuple[str, str]:
    """Return title and lead of a page by its name; a page without a built-in text is called by its slug."""
    if name == "about" and region:
        about = _(
            "Institutions %(origin)s that help companies at two moments: "
            "when they need people and when they part with them.",
            origin=region.origin,
        )
    else:
        about = _(
            "Institutions that help companies at two moments: when they need people and when they part with them."
        )
    if name == "investors" and region:
        invest = _(
            "Compare counties, look at people and sites, and find out whom to ask before you invest %(within)s.",
            within=region.within,
        )
    else:
        invest = _("Compare counties, look at people and sites, and find out whom to ask before you invest.")
    texts: dict[Name | None, tuple[str, str]] = {
        "channels": (
            _("Feeds"),
            _("Read what is new in a program of your choice, without giving anybody your e-mail address."),
        ),
        "newsletter": (_("Newsletter"), _("What is new in the Partnership, by e-mail.")),
        "open_data": (
            _("Open data"),
            _("Institutions, services and figures of the counties in open formats, with date and source."),
        ),
        "search": (_("Search"), _("Find an institution, a service, a county or a post.")),
        "join": (
            _("Join the Partnership"),
            _("How an institution becomes a partner, and how a decision maker joins the Council or a working group."),
        ),
        "contact": (_("Contact"), _("Whom to ask about the Partnership and about this site.")),
        "about": (
            _("About the Partnership"),
            about,
        ),
        "accessibility": (
            _("Accessibility statement"),
            _("How accessible this site is, what is missing, and how to ask for another way of access."),
        ),
        "privacy": (
            _("Privacy policy"),
            _(
                "This site sets no cookies and does not follow you. "
                "The office has not yet published the full clause on personal data here."
            ),
        ),
        "site_map": (_("Site map"), _("All sections and pages of the site in one place.")),
        "council": (
            _("Partners’ Council"),
            _(
                "Decision makers of partner institutions. The Council sets the strategy, points to directions of "
                "growth and speaks up for changes good for the regional labour market."
            ),
        ),
        "investors": (
            _("For investors"),
            invest,
        ),
        "special_needs": (
            _("For people with special needs"),
            _(
                "Easy-to-read text, sign language and the way into the building. "
                "The office has not yet published them here."
            ),
        ),
        "redundancies": (
            _("Redundancies"),
            _("If you have to let people go, talk to the labour office of your county as early as you can."),
        ),
        "reuse_terms": (
            _("Terms of re-use"),
            _("The office has not yet published the terms of re-use here. Figures carry their source; mind its terms."),
        ),
    }
    return texts.get(name, (slug, ""))
