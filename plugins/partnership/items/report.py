"""The address at which a reader reports a mistake, with the page and its file named in the subject."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from partnership.locales.marks import unmarked

_ISSUE_FORMS: Final = (("/-/issues/new", "issue[title]"), ("/issues/new", "title"))
"""Ends of the paths of issue forms (GitLab; GitHub, Gitea and Forgejo), and what they call the title."""
_FORM: Final = "subject"
"""What the subject is called in a mail, and in a form of which nothing is known."""


def with_subject(address: str, subject: str) -> str:
    """Return a ``mailto:`` or ``https:`` address that fills in a subject.

    An address that has a subject of its own keeps it at the beginning; everything else in its query stays.
    """
    subject, parts = unmarked(subject), urlsplit(address)
    path = parts.path.rstrip("/")
    key = next((name for end, name in _ISSUE_FORMS if parts.scheme != "mailto" and path.endswith(end)), _FORM)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    own = next((value for name, value in pairs if name == key and value), "")
    rest = [(name, value) for name, value in pairs if name != key]
    told = (*rest, (key, f"{own}: {subject}" if own else subject))
    # Mail programs take a plus for a plus, so spaces are written in hexadecimal.
    return urlunsplit(parts._replace(query=urlencode(told, quote_via=quote, safe="")))
