"""One new file of each kind, from what its author said and what the site knows.

The sample sentences are for the author to replace; ``check`` warns and ``publish`` refuses while one of them stands.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date

import msgspec

from partnership.authoring.draft import Draft, Value, free_stem
from partnership.authoring.site_choices import SiteChoices
from partnership.catalogue.samples import sample_sentences
from partnership.kinds.kind import Authoring, Kind
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.problems import UserError
from partnership.records.institution import Institution
from partnership.records.taxonomy import County

LONGEST_STEM = 60
"""Longest name that is proposed for a file, in characters: it becomes a part of the address."""

_OF_INSTITUTIONS = (
    "street", "postal_code", "phone", "email", "opening_hours", "audiences", "description", "accessibility", "owner",
)  # fmt: skip
_OF_OFFERS = ("figures", "occupations", "schools", "sites", "employers", "transport", "valid_until")
"""Keys that a new file may have besides those that it begins with."""

_YEAR_MARK = re.compile(r"(?<=\d) r\.(?!\w)")
"""The Polish „r.” after a year, which an address can do without."""
_PREPOSITIONS = ("w", "we", "dla", "na", "z")


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What the author said of a new text; ``answers`` are those to the kind's own questions, by key."""

    title: str
    day: date
    name: str = ""
    summary: str = ""
    category: str = ""
    author: str = ""
    draft: bool = False
    answers: Mapping[str, Value] = msgspec.field(default_factory=dict)


def _body(known: SiteChoices) -> str:
    first, second = sample_sentences(known.language)
    # Not said inside the f-string: there the catalogue's test would not find it.
    heading = known.gettext("Subheading")
    return f"{first}\n\n## {heading}\n\n{second}\n"


def _stem(known: SiteChoices, kind: str, title: str, name: str, day: date) -> str:
    if name:
        if slug(name) != name:
            raise UserError(
                _("“%(name)s” is no name for a file; write it as %(slug)s", name=name, slug=slug(name) or "nazwa-pliku")
            )
        if name in known.stems(kind):
            raise UserError(_("A file “%(name)s” exists already; choose another name", name=name))
        return name
    wanted = slug(_YEAR_MARK.sub("", title), LONGEST_STEM)
    if not wanted:
        raise UserError(_("The title “%(title)s” has no letter or digit to make an address of", title=title))
    return free_stem(wanted, known.stems(kind), day.year)


def _more(known: SiteChoices, names: Iterable[str], keys: Container[str] = ()) -> tuple[str, ...]:
    """Return the remark that names keys which may be added, without those that are there; none where all are."""
    left = [one for one in names if one.partition(" ")[0] not in keys]
    return (known.gettext("also: %(keys)s") % {"keys": ", ".join(left)},) if left else ()


def text(known: SiteChoices, kind: Kind, asked: Authoring, said: Said) -> Draft:
    """Return a new text of a kind; without an author it is signed like most where the kind is."""
    keys: dict[str, Value] = {"title": said.title, "date": said.day}
    author = said.author or (known.author(kind.name) if asked.signed_like_most else None)
    if asked.signed and author:
        keys[asked.signed] = (author,) if asked.signed == "authors" else author
    keys |= {name: value for name, value in (("summary", said.summary), ("category", said.category)) if value}
    keys |= said.answers
    keys |= asked.derived(said.answers, said.day)
    keys |= {"state": "draft"} if said.draft else {}
    hints = (known.gettext("summary: one or two sentences that lists, feeds and search results show"),)
    folder = f"{kind.name}/{said.day.year}" if asked.by_year else kind.name
    path = f"{folder}/{_stem(known, kind.name, said.title, said.name, said.day)}.md"
    return Draft(path, keys, (*(() if said.summary else hints), *_more(known, asked.more, keys)), _body(known))


def institution(
    known: SiteChoices, *, title: str, type: str, county: County, name: str = "", short_name: str = "", city: str = "",
    website: str = "", serves: str = "",
) -> Draft:  # fmt: skip
    """Return a new institution: only what is known for sure, no address or number is guessed.

    The county's coordinates are those of its seat, not of the building: they are left out.
    """
    identifier = name or institution_id(title, short_name, county)
    if not identifier or slug(identifier) != identifier:
        raise UserError(
            _("“%(name)s” is no id; write it as %(slug)s", name=identifier, slug=slug(identifier) or "nazwa-instytucji")
        )
    keys: dict[str, Value] = {"name": title}
    keys |= {"short_name": short_name} if short_name else {}
    keys |= {"type": type, "county": county.teryt}
    keys |= {"serves": serves} if serves else {}
    keys |= {"city": city} if city else {}
    keys |= {"website": website} if website else {}
    keys["services"] = ()
    hints = (
        *_more(known, _OF_INSTITUTIONS),
        known.gettext("leave out what you do not know; write the day on which you checked it into “verified”"),
    )
    return Draft(f"institutions/{identifier}.yaml", keys, hints)


def institution_id(title: str, short_name: str, county: County) -> str:
    """Return the id that an institution's file is proposed to have, e.g. ``pup-dolina``.

    An office named after its seat is called by its initials and the seat; any other by its short name or its name.
    """
    if short_name:
        return slug(short_name, LONGEST_STEM)
    # Where no rule declines the seat, it stands alone, and initials of what is before it would be a guess.
    if county.seat_locative != county.seat and title.endswith(f" {county.seat_locative}"):
        words = title.removesuffix(county.seat_locative).split()
        initials = "".join(word[0] for word in words if word not in _PREPOSITIONS)
        if len(initials) > 1:
            return slug(f"{initials} {county.seat}", LONGEST_STEM)
    return slug(title, LONGEST_STEM)


def partner(known: SiteChoices, *, institution: Institution) -> Draft:
    """Return a new partner: the file of its institution's name."""
    hints = (
        known.gettext("joined: the day on which it joined; gives, seeks: list of “what”, “description”, “kind”"),
        known.gettext("consultants: only persons who agreed in writing, each with “consent: true”"),
    )
    return Draft(f"partners/{institution.id}.yaml", {"institution": institution.id}, hints)


def offer(known: SiteChoices, *, county: County, summary: str) -> Draft:
    """Return the new offer of a county; its contact is the office that answers for the county."""
    keys: dict[str, Value] = {"county": county.teryt}
    office = known.responsible(county)
    keys |= {"contact": office} if office else {}
    keys["summary"] = summary
    return Draft(f"offers/{county.teryt}.yaml", keys, _more(known, _OF_OFFERS))
