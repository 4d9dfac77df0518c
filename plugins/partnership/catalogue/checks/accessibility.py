"""Checks of the declaration's facts: what is missing shows as a gap on the page, and a review that is due is told."""

from __future__ import annotations

from datetime import MAXYEAR, date
from typing import Final

import msgspec

from partnership.catalogue.names import Names
from partnership.language import _
from partnership.records.accessibility import Accessibility, AccessibilityContact
from partnership.records.library import Library, all_records
from partnership.records.profile import SiteContact

PATH: Final = "accessibility.yaml"
REQUIRED: Final = (
    "body",
    "site_name",
    "url",
    "published",
    "updated",
    "state",
    "prepared",
    "contact",
    "building",
    "communication",
)
"""Facts without which the declaration is incomplete."""


def review_due(facts: Accessibility) -> date | None:
    """Return the day by which the declaration must be reviewed again, each year by 31 March; None without any date."""
    last = facts.reviewed or facts.prepared
    return date(min(last.year + 1, MAXYEAR), 3, 31) if last is not None else None


def reachable(facts: Accessibility, editors: SiteContact) -> Accessibility:
    """Return the facts with the way to the site's editors where the declaration names no other."""
    own = facts.contact or AccessibilityContact()
    contact = msgspec.structs.replace(own, email=own.email or editors.email, phone=own.phone or editors.phone)
    return facts if contact == own else msgspec.structs.replace(facts, contact=contact)


def check_accessibility(library: Library, names: Names, build_date: date, editors: SiteContact) -> None:
    """Warn of what the page lacks of its facts, of a state without gaps and of an overdue review."""
    for record in all_records(library.accessibility):
        facts = reachable(record, editors)
        missing = [key for key in REQUIRED if getattr(facts, key) is None]
        if facts.contact is not None:
            missing += [f"contact.{key}" for key in ("email", "phone") if getattr(facts.contact, key) is None]
        if missing:
            _warn(
                names,
                (),
                "missing-facts",
                _("The declaration of accessibility lacks: %(keys)s", keys=", ".join(missing)),
                _("add them as soon as they are known; until then the page shows a gap"),
            )
        if facts.state in ("partial", "non-compliant") and not facts.gaps:
            _warn(
                names,
                ("state",),
                "missing-facts",
                _("The declaration says that something is not accessible, but not what"),
                _("list it in “gaps”"),
            )
        due = review_due(facts)
        if due is not None and due < build_date:
            _warn(
                names,
                ("reviewed",) if facts.reviewed else ("prepared",),
                "overdue-review",
                _("The review of the declaration of accessibility was due on %(day)s", day=due.isoformat()),
                _("review the site and write the day into “reviewed”"),
            )


def _warn(names: Names, key_path: tuple[str, ...], code: str, message: str, hint: str) -> None:
    names.places.tell("data", PATH, key_path, code, message, hint, severity="warning")
