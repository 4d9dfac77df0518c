"""A letter as an e-mail that opens as a draft: HTML and plain text that say the same, equal facts in equal bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import blake2b
from typing import Final

from jinja2 import Environment

from partnership.editor.page import FOLDER as EDITOR
from partnership.items.site import make_site
from partnership.language import _
from partnership.letters.contents import Headings, LetterContents, LetterPart, NumberedFact, Wish
from partnership.letters.facts import FactGroup, InstitutionFacts
from partnership.letters.plain_text import as_text
from partnership.locales import formats
from partnership.rendering.assets import Assets
from partnership.rendering.environment import make_environment
from partnership.rendering.foreign import with_languages
from partnership.settings import Settings

TEMPLATE: Final = "mail/confirmation.html"
DAYS_TO_ANSWER: Final = 14
"""Days after which an answer is wished for; where these end on a weekend, the Monday after it."""
_SATURDAY: Final = 5

SEAL: Final = b"X-Partnership-Letter: "
"""Header with the digest of all the rest: by it a letter is known to be ours, and as we wrote it."""


def _headings() -> Headings:
    return Headings(
        answer=_("How to answer"),
        missing=_("What we do not know and ask you for"),
        page=_("Look at the page"),
        editors=_("For the editors (please leave it in your answer)"),
        command=_("When everything is confirmed:"),
        form=_("To correct it in the browser:"),
        files=_("Files:"),
        nothing=_("We know nothing of it yet."),
    )


def compose(institution: InstitutionFacts, settings: Settings) -> LetterContents:
    """Return the letter to an institution in the language that is spoken now."""
    profile = settings.profile
    missing = tuple(_wishes(institution))
    parts = tuple(_parts(institution, len(missing)))
    published = profile.editor is not None
    records = " ".join(group.record for group in institution.groups)
    command = f"confirm --by institution {records}"
    wished = formats.long_date(answer_by(settings))
    confirmed = any(group.confirmed for group in institution.groups)
    return LetterContents(
        institution=institution,
        headings=_headings(),
        subject=_("Please confirm: what %(site)s says of %(name)s", site=profile.name, name=institution.name),
        greeting=_("Good morning,"),
        reason=_("the site %(site)s tells how to reach you and what you do. This is your page:", site=profile.name),
        request=_("Please look whether all of this is still true.") if confirmed
        else _("Nobody has confirmed these facts yet, and the site says so. Please look whether they are true."),
        parts=parts,
        missing=missing,
        answers=(
            _("Reply to this message by %(day)s; nothing has to be filled in.", day=wished),
            _("If everything is right, write one word: “Confirmed”."),
            _("If something is wrong or missing, write the number of the line and what should stand there."),
            _("Please write of the institution alone: no names, private numbers or other data of persons."),
            *_contacts(settings),
        ),
        closing=(_("After your answer the page says that you confirmed it, and on which day. Thank you."),),
        signature=tuple(line for line in (
            profile.name, profile.office if profile.office != profile.name else "",
            profile.contact.address or "", profile.contact.phone or "", profile.contact.email or "",
            f"{settings.site_url}/",
        ) if line),
        command=f"python3 tasks.py {command}" if published else command,
        form=form_url(settings, institution.id) if published else "",
        files=tuple(group.file for group in institution.groups) if published else (),
    )  # fmt: skip


def form_url(settings: Settings, identifier: str) -> str:
    """Return the address of an institution's form in the browser editor of the site."""
    return f"{settings.site_url}/{EDITOR}/#/collections/institutions/entries/{identifier}"


def answer_by(settings: Settings) -> date:
    """Return the day by which an answer is wished for: a working day of most offices."""
    day = settings.build_date + timedelta(days=DAYS_TO_ANSWER)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= _SATURDAY else 0)


def _contacts(settings: Settings) -> Iterator[str]:
    """Give a line on whom to ask, where the site's profile says it."""
    contact = settings.profile.contact
    ways = [one for one in (contact.phone, contact.email) if one]
    if ways:
        yield _("If you have a question: %(ways)s.", ways=", ".join(ways))


def _wishes(institution: InstitutionFacts) -> Iterator[Wish]:
    """Give what is missing, numbered from 1: first how to reach the institution, then all else in its order."""
    found = [(group, one) for group in institution.groups for one in group.facts if one.missing]
    found.sort(key=lambda pair: not pair[1].reach)
    for number, (group, one) in enumerate(found, start=1):
        yield Wish(number, one.label, group.apart)


def _parts(institution: InstitutionFacts, number: int) -> Iterator[LetterPart]:
    """Give what is known of each record, numbered on from ``number``."""
    for group in institution.groups:
        shown = [one for one in group.facts if one.lines]
        numbered = tuple(NumberedFact(number + place, one) for place, one in enumerate(shown, start=1))
        number += len(shown)
        yield LetterPart(group, _state(group), numbered)


def _state(group: FactGroup) -> str:
    if group.confirmed is None:
        return _("Unconfirmed")
    day = formats.long_date(group.confirmed)
    if group.overdue:
        return _("Confirmed on %(day)s; due for another look", day=day)
    return _("Confirmed on %(day)s", day=day)


def make_letter(letter: LetterContents, settings: Settings, environment: Environment) -> bytes:
    """Return the bytes of the ``.eml`` file.

    ``X-Unsent`` lets mail programs open it as a draft.  It is addressed where the institution's public address is
    known, and has a sender where the site's own is: else the mail program puts that of whoever sends it.
    """
    profile, institution = settings.profile, letter.institution
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = letter.subject
    if profile.contact.email:
        mail["From"] = _mailbox(profile.name, profile.contact.email)
    if institution.email:
        mail["To"] = _mailbox(institution.name, institution.email)
    mail["Date"] = format_datetime(datetime.combine(settings.build_date, time(8), profile.zone))
    day = settings.build_date.isoformat()
    mail["Message-ID"] = f"<confirm-{institution.id}-{day}@{profile.feed_authority}>"
    mail["X-Unsent"] = "1"
    mail.set_content(as_text(letter), cte="quoted-printable")
    mail.add_alternative(as_html(letter, settings, environment), subtype="html", cte="quoted-printable")
    # Content that is set takes away what was said of it before.
    mail["Content-Language"] = settings.language
    # Without a set boundary the library draws one at random.
    mail.set_boundary(f"=_confirm_{institution.id}_{day}")
    return _sealed(mail.as_bytes())


def _mailbox(name: str, address: str) -> Address:
    """Return an address with its name; a host in letters of its own language in the form that every server knows."""
    user, _at, host = address.rpartition("@")
    return Address(name, username=user, domain=host.encode("idna").decode())


def _sealed(data: bytes) -> bytes:
    return SEAL + _digest(data) + b"\r\n" + data


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode()


def is_untouched(data: bytes) -> bool:
    """Tell whether a file is a letter of ours that nobody has changed since."""
    head, _line_end, rest = data.partition(b"\r\n")
    return head.startswith(SEAL) and head.removeprefix(SEAL) == _digest(rest)


def letter_environment(settings: Settings) -> Environment:
    """Return the templates of letters, made once for all of them."""
    return make_environment(settings.theme, make_site(settings), Assets())


def as_html(letter: LetterContents, settings: Settings, environment: Environment) -> str:
    """Return the HTML with every style inlined, as mail programs want it."""
    from css_inline import CSSInliner

    made = environment.get_template(TEMPLATE).render(
        letter=letter, lang=settings.language, site_name=settings.profile.name, home_url=f"{settings.site_url}/"
    )
    html = with_languages(made, settings.language)
    inlined: str = CSSInliner(load_remote_stylesheets=False, keep_style_tags=True, keep_at_rules=True).inline(html)
    return inlined
