"""An issue as an e-mail: HTML with its styles inlined, a plain text that reads as well, and the headers to leave by."""

from __future__ import annotations

import textwrap
from datetime import datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

from partnership.catalogue import addresses
from partnership.items.site import make_site
from partnership.language import _, current_language
from partnership.locales.case import small_first
from partnership.newsletter.issue import Issue
from partnership.rendering.assets import Assets
from partnership.rendering.environment import make_environment
from partnership.rendering.foreign import with_languages
from partnership.settings import Settings

WIDTH = 72
TEMPLATE = "mail/newsletter.html"


def make_mail(issue: Issue, settings: Settings) -> bytes:
    """Return the bytes of the ``.eml`` file; the same issue gives the same bytes.

    ``X-Unsent`` lets mail programs open it as a draft; nobody is addressed in it.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = f"{settings.profile.name}: {small_first(issue.title, current_language())}"
    mail["From"] = Address(settings.profile.name, addr_spec=sender(settings))
    mail["Date"] = format_datetime(datetime.combine(issue.day, time(8), settings.profile.zone))
    mail["Message-ID"] = f"<newsletter-{issue.day.isoformat()}@{settings.profile.feed_authority}>"
    if leaving := ways_out(settings):
        mail["List-Id"] = f"{settings.profile.name} <newsletter.{settings.profile.feed_authority}>"
        mail["List-Unsubscribe"] = ", ".join(f"<{one}>" for one in leaving)
    mail["List-Archive"] = f"<{settings.site_url}{addresses.of('newsletter')}>"
    mail["X-Unsent"] = "1"
    mail.set_content(as_text(issue, settings), cte="quoted-printable")
    mail.add_alternative(as_html(issue, settings), subtype="html", cte="quoted-printable")
    # Content that is set takes away what was said of it before.
    mail["Content-Language"] = settings.language
    # Without a set boundary the library draws one at random.
    mail.set_boundary(f"=_newsletter_{issue.day.isoformat()}")
    return mail.as_bytes()


def sender(settings: Settings) -> str:
    """Return the sender's address: that of the settings, else that of the site's editors.

    Without both it is one of the site's own host that the list manager replaces.
    """
    known = settings.newsletter_mail or settings.profile.contact.email
    return known or f"newsletter@{urlsplit(settings.site_url).hostname or 'localhost'}"


def ways_out(settings: Settings) -> list[str]:
    """Return the addresses by which a subscriber leaves: by mail where one is set, and the page that tells how.

    Where nobody keeps a list, there is nothing to leave, and the mail promises nothing.
    """
    page = f"{settings.site_url}{addresses.of('newsletter')}"
    if settings.newsletter_mail:
        return [f"mailto:{settings.newsletter_mail}?subject=unsubscribe", page]
    return [page] if settings.newsletter_form else []


def issue_url(issue: Issue, settings: Settings) -> str:
    """Return the address of the issue's archived page."""
    return settings.site_url + addresses.newsletter_issue(issue.day.isoformat())


def as_text(issue: Issue, settings: Settings) -> str:
    """Return the plain text: headings underlined, lines of at most 72 characters, each address on a line of its own."""
    lines = [settings.profile.name, issue.title, "=" * len(issue.title), ""]
    for section in issue.sections:
        lines += [section.heading, "-" * len(section.heading), ""]
        for item in section.items:
            lines += textwrap.wrap(
                item.title, WIDTH, initial_indent="* ", subsequent_indent="  ", break_long_words=False
            )
            for text in (item.day, item.summary):
                lines += textwrap.wrap(
                    text,
                    WIDTH,
                    initial_indent="  ",
                    subsequent_indent="  ",
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            lines += [f"  {item.url}", ""]
    lines += ["--", settings.profile.office, ""]
    leaving = ways_out(settings)
    if leaving:
        lines += textwrap.wrap(_reason(), WIDTH)
    lines += [_("Read on the site:"), issue_url(issue, settings)]
    if leaving:
        lines += [_("Leave the newsletter:"), leaving[0]]
    lines.append("")
    return "\n".join(lines)


def _reason() -> str:
    return _("You get this message because you subscribed to the newsletter and confirmed it.")


def as_html(issue: Issue, settings: Settings) -> str:
    """Return the HTML with every style inlined, as mail programs want it."""
    from css_inline import CSSInliner

    environment = make_environment(settings.theme, make_site(settings), Assets())
    made = environment.get_template(TEMPLATE).render(
        issue=issue,
        site_name=settings.profile.name,
        office=settings.profile.office,
        lang=settings.language,
        issue_url=issue_url(issue, settings),
        leave_url=next(iter(ways_out(settings)), ""),
        home_url=f"{settings.site_url}/",
        reason=_reason(),
    )
    html = with_languages(made, settings.language)
    inlined: str = CSSInliner(load_remote_stylesheets=False, keep_style_tags=True, keep_at_rules=True).inline(html)
    return inlined
