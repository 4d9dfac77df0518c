"""Letters of redundancies to fill in: as pages, and as files for a word processor; for each county with its office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.data_pages import letters_page
from partnership.items.item import ChunkedPublication, Item, Link, Page, PageHead
from partnership.language import _
from partnership.locales import formats
from partnership.locales.marks import capitalised
from partnership.pages.news.downloads import in_language
from partnership.pages.redundancies.law import LawSentence, facts_of
from partnership.pages.redundancies.letter_file import LetterText, make_letter_file
from partnership.pages.redundancies.planner import SOURCE, guide_link
from partnership.records.redundancies import Letter, Redundancies, on_day
from partnership.settings import Settings

_BLANK: Final = re.compile(r"(\[[^\[\]]+\])")


class LetterView(msgspec.Struct, frozen=True, kw_only=True):
    """A letter on its page; texts are pieces (text, whether it is to be filled in)."""

    id: str
    title: str
    summary: str
    address: str
    file: str
    sender: tuple[tuple[str, bool], ...]
    recipient: tuple[str, ...]
    recipient_blank: bool
    opening: tuple[tuple[str, bool], ...]
    contents: tuple[LawSentence, ...]
    help: tuple[str, ...]
    closing: tuple[tuple[str, bool], ...]


class LettersView(msgspec.Struct, frozen=True, kw_only=True):
    """Letters of a page: all of them in a county, or one without a county."""

    head: PageHead
    lead: str
    letters: tuple[LetterView, ...]
    counties: tuple[Link, ...]
    planner: str
    pack: Link | None = None


class LetterLinks(msgspec.Struct, frozen=True, kw_only=True):
    """A letter in the list: its page and its file, and in other languages than the letter's what it must say."""

    title: str
    summary: str
    address: str
    file: str
    contents: tuple[LawSentence, ...] = ()


class LetterListView(msgspec.Struct, frozen=True, kw_only=True):
    """The list of letters; ``lang`` is their language where it is not the page's, and ``note`` says so."""

    head: PageHead
    lang: str
    note: str
    letters: tuple[LetterLinks, ...]
    counties: tuple[Link, ...]
    planner: str


class Local(msgspec.Struct, frozen=True, kw_only=True):
    """What a county gives a letter: the lines of its office's address, and of the help for those who leave."""

    county: str = ""
    slug: str = ""
    office: tuple[str, ...] = ()
    help: tuple[str, ...] = ()


NOWHERE: Final = Local()
"""No county is chosen: what it would give is left to be filled in."""


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of letters, the page and the file of each; those of counties are planned with their packs."""
    if catalogue.redundancies is None or not catalogue.redundancies.letters:
        return
    rules = on_day(catalogue.redundancies, catalogue.build_date)
    counties = tuple(Link(one.name, addresses.county_letters(one.slug)) for one in catalogue.counties)
    table = addresses.here()
    explained = () if table.is_first else tuple(_contents(rules, one) for one in rules.letters)
    inputs = (rules.letters, counties, explained, table.site.first.lang)
    yield Page(addresses.of("redundancy_letters"), "pages/letter-list.html", letter_list, inputs, SOURCE)
    for letter in rules.letters:
        text = letter_text(rules, letter, settings.language)
        address = addresses.redundancy_letter(letter.id)
        yield Page(address, "pages/letters.html", letter_page, (letter, text, counties), SOURCE)
        yield letter_file(letter_address(letter, addresses.letters()), letter, text, NOWHERE)


def letter_file(address: str, letter: Letter, text: LetterText, local: Local) -> ChunkedPublication:
    """Return the file of a letter for one county or for none."""
    office = local.office if letter.recipient == "office" else ()
    help_lines = (local.help or help_blank()) if letter.recipient == "person" else ()
    return ChunkedPublication(address, make_letter_file, (text, office or recipient_blank(letter), help_lines))


def letter_address(letter: Letter, folder: str) -> str:
    """Return the address of a letter's file; ``folder`` is that of a county's letters, or of those without a county.

    A county changes nothing in a letter that goes to people of the firm: there is one file of it for all.
    """
    shared = letter.recipient == "representatives"
    return addresses.letter_file(addresses.letters() if shared else folder, letter.id)


def letter_text(rules: Redundancies, letter: Letter, lang: str) -> LetterText:
    """Return everything of a letter that no county changes."""
    return LetterText(
        id=letter.id,
        title=letter.title,
        lang=formats.og_locale(lang).replace("_", "-"),
        sender=sender_blank(),
        opening=letter.opening,
        contents=tuple((one.text, one.basis) for one in _contents(rules, letter)),
        fill=_("[fill in]"),
        help_title=_("Where to get help") if letter.recipient == "person" else "",
        closing=letter.closing or "",
        signature=_("[name, position, signature]"),
        advice=_("This is a form to fill in. It is not legal advice: compare it with the act or ask a lawyer."),
    )


def _contents(rules: Redundancies, letter: Letter) -> tuple[LawSentence, ...]:
    """Return what the law wants to stand in a letter."""
    wanted = (fact for step in rules.steps if step.id == letter.step for fact in facts_of(step))
    return tuple(msgspec.structs.replace(one, text=capitalised(one.text)) for one in wanted)


def sender_blank() -> str:
    """Return the sender's line, to be filled in."""
    return _("[name and address of the firm] · [place, date]")


def recipient_blank(letter: Letter) -> tuple[str, ...]:
    """Return the recipient's line where no county gives it."""
    return (
        {
            "representatives": _("[trade union, or employees’ representatives: names]"),
            "office": _("[labour office of the county: name, address]"),
            "person": _("[name of the person]"),
        }[letter.recipient],
    )


def help_blank() -> tuple[str, ...]:
    """Return the line of help where no county gives it."""
    return (_("[labour office of the county: address, telephone, hours]"),)


def pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """Return a text in pieces, each with whether it is to be filled in."""
    return tuple((one, bool(_BLANK.fullmatch(one))) for one in _BLANK.split(text) if one)


def letter_view(letter: Letter, text: LetterText, local: Local, folder: str) -> LetterView:
    """Return a letter for a page; ``folder`` is that of the page."""
    office = local.office if letter.recipient == "office" else ()
    person = letter.recipient == "person"
    return LetterView(
        id=letter.id,
        title=letter.title,
        summary=letter.summary,
        address=addresses.redundancy_letter(letter.id),
        file=letter_address(letter, folder),
        sender=pieces(text.sender),
        recipient=office or recipient_blank(letter),
        recipient_blank=not office,
        opening=pieces(text.opening),
        contents=tuple(LawSentence(text=one, basis=basis) for one, basis in text.contents),
        help=(local.help or help_blank()) if person else (),
        closing=pieces(text.closing),
    )


def letter_list(
    letters: tuple[Letter, ...],
    counties: tuple[Link, ...],
    explained: tuple[tuple[LawSentence, ...], ...],
    lang: str,
) -> LetterListView:
    """Return the view of the list of letters.

    ``explained`` says of each letter what it must contain, on pages in another language than ``lang``, the letters'.
    """
    page = letters_page(letters)
    trail = (guide_link(),)
    return LetterListView(
        head=PageHead(
            title=page.title,
            description=page.about,
            trail=trail,
            section=addresses.of("services"),
        ),
        lang=lang if explained else "",
        note=_(
            "The forms are %(in_language)s, because that is the language in which the office takes letters. "
            "Here you read what each of them must say.",
            in_language=in_language(lang),
        )
        if explained
        else "",
        letters=tuple(
            LetterLinks(
                title=one.title,
                summary=one.summary,
                address=addresses.redundancy_letter(one.id),
                file=letter_address(one, addresses.letters()),
                contents=explained[place] if explained else (),
            )
            for place, one in enumerate(letters)
        ),
        counties=counties,
        planner=addresses.of("redundancy_plan"),
    )


def letter_page(letter: Letter, text: LetterText, counties: tuple[Link, ...]) -> LettersView:
    """Return the view of one letter without a county."""
    trail = (guide_link(), Link(_("Letters"), addresses.of("redundancy_letters")))
    return LettersView(
        head=PageHead(
            title=letter.title,
            description=letter.summary,
            trail=trail,
            section=addresses.of("services"),
        ),
        lead=letter.summary,
        letters=(letter_view(letter, text, NOWHERE, addresses.letters()),),
        counties=counties,
        planner=addresses.of("redundancy_plan"),
    )


def county_letters(county: Link, pack: str, pairs: tuple[tuple[Letter, LetterText], ...], local: Local) -> LettersView:
    """Return the view of all letters of a county, its office filled in; ``pack`` is where the county's pack stands."""
    title = _("Letters for redundancies: %(county)s", county=county.title)
    pack_link = Link(_("Redundancies: %(county)s", county=county.title), pack)
    trail = (guide_link(), pack_link)
    address = addresses.county_letters(local.slug)
    return LettersView(
        head=PageHead(
            title=title,
            description=_("Letters to fill in, with the labour office of the county as recipient. HTML and DOCX."),
            trail=trail,
            section=addresses.of("services"),
        ),
        lead=_("The office that answers for the county is filled in. Everything marked is yours to fill in."),
        letters=tuple(letter_view(letter, text, local, address) for letter, text in pairs),
        counties=(),
        planner=addresses.of("redundancy_plan"),
        pack=pack_link,
    )
