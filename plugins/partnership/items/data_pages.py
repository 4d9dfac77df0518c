"""Pages made of a file of data: what each is called, what it is about, and what the search reads of it.

Whoever publishes such a page takes its title and description from here, so that the search and the page agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.kinds.redundancies import LETTERS
from partnership.language import _
from partnership.records.glossary import Term
from partnership.records.redundancies import Letter, Redundancies, Step, on_day


class DataPage(NamedTuple):
    """A page made of data: ``kind`` is its kind in the search, ``text`` what it says besides.

    Of its own name and description only the name weighs more than the text: what it is about has a page of its own.
    """

    address: str
    title: str
    about: str
    text: tuple[str, ...] = ()
    kind: str = "page"


def data_pages(catalogue: Catalogue) -> Iterator[DataPage]:
    """Yield the pages made of the glossary and of the rules of redundancies in the catalogue's language.

    Packs of counties are not among them: they say what planner, county and office say, and twenty of them would stand
    before each of these.
    """
    yield glossary_page(catalogue.terms)
    if catalogue.redundancies is None:
        return
    rules = on_day(catalogue.redundancies, catalogue.build_date)
    yield planner_page(rules)
    if rules.letters:
        yield letters_page(rules.letters)
    if addresses.letters() == addresses.of("redundancy_letters"):  # they stand in the first language alone
        yield from (letter_page(one, rules) for one in rules.letters)


def glossary_page(terms: Iterable[Term] = ()) -> DataPage:
    """Return the glossary: its text are its terms and what they mean."""
    return DataPage(
        addresses.of("glossary"),
        _("Glossary"),
        _("What the words of labour offices mean, and what they are called in other languages."),
        tuple(f"{one.term}: {one.note}" if one.note else one.term for one in terms),
    )


def planner_page(rules: Redundancies) -> DataPage:
    """Return the planner of redundancies: its text are its steps, what each asks for, and every term."""
    severance = rules.severance
    return DataPage(
        addresses.of("redundancy_plan"),
        _("Plan redundancies step by step"),
        _(
            "Which rules concern you, what to do in which order, by which day and with which letter. "
            "Your answers stay in your browser."
        ),
        (
            *(text for one in rules.steps for text in _of_step(one)),
            *(one.text for one in rules.terms),
            *(one.text for one in rules.working_days),
            *((_("Severance"), *(one.text for one in severance.caveats)) if severance is not None else ()),
        ),
    )


def letters_page(letters: Iterable[Letter]) -> DataPage:
    """Return the list of letters: its text are their titles and what each is for."""
    return DataPage(
        addresses.of("redundancy_letters"),
        _("Letters for redundancies"),
        _("Forms of the letters that the act asks for, each element with its article. HTML and DOCX."),
        tuple(f"{one.title}. {one.summary}" for one in letters),
    )


def letter_page(letter: Letter, rules: Redundancies) -> DataPage:
    """Return a letter to fill in: its text is what it says and what it must say."""
    steps = [one for one in rules.steps if one.id == letter.step]
    return DataPage(
        addresses.redundancy_letter(letter.id),
        letter.title,
        letter.summary,
        (letter.opening, *(text for one in steps for text in _of_step(one)), letter.closing or ""),
        LETTERS.name,
    )


def _of_step(step: Step) -> tuple[str, ...]:
    return (step.title, step.description or "", *(one.text for one in step.contents), step.note or "", step.basis)
