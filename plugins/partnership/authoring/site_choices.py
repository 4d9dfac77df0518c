"""What the site knows already: names to choose from, who answers for a county, what posts are usually signed with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, TypeVar

import msgspec

from partnership.catalogue.reading import read_folders
from partnership.kinds.parts import RecordName
from partnership.kinds.registry import sections
from partnership.language import _, package_translator
from partnership.locales.case import caseless
from partnership.locales.collation import sort_key_in
from partnership.nearest import nearest
from partnership.polish.folding import fold
from partnership.records.institution import Institution
from partnership.records.library import Library, all_records
from partnership.records.taxonomy import County, InstitutionType
from partnership.settings import Settings

T = TypeVar("T")


class UnknownName(ValueError):
    """A name that means nothing here; the text is one sentence with the nearest name, if one is near."""


class SiteChoices(msgspec.Struct, frozen=True):
    """Everything that is in the two folders now, problems or not, and the site's language.

    ``dated`` are the names of the kinds of content that have a section.
    """

    library: Library
    language: str
    dated: tuple[str, ...]

    def gettext(self, message: str) -> str:
        """Return a message in the site's language: what is written into a file, whoever writes it."""
        return package_translator(self.language).gettext(message)

    def county(self, name: str) -> County:
        """Return the county that a code, a name or a seat means; raise :class:`UnknownName`."""
        return _find(
            name,
            all_records(self.library.counties),
            lambda one: (one.teryt, one.name, one.short_name, one.slug, one.genitive),
            _("There is no county “%(name)s”", name=name),
            # A city that is a county of its own is the seat of the county around it, too: its own name goes first.
            lambda one: (one.seat,),
        )

    def counties_of_seat(self, town: str) -> list[County]:
        """Return the counties whose seat is ``town``."""
        wanted = fold(town.strip())
        return [one for one in all_records(self.library.counties) if fold(one.seat) == wanted]

    def county_of_town(self, town: str) -> County | None:
        """Return the county in which a seat of counties lies, or None for any other town.

        The seat of two counties lies in the one that is a city.
        """
        found = self.counties_of_seat(town)
        return next((one for one in found if one.kind == "city"), found[0] if len(found) == 1 else None)

    def county_named_in(self, title: str) -> County | None:
        """Return the county of the town that an institution's name ends with, as in „… w Dolinie”, or None."""
        for one in all_records(self.library.counties):
            if fold(title).endswith(f" {fold(one.seat_locative)}"):
                return self.county_of_town(one.seat)
        return None

    def type(self, name: str) -> InstitutionType:
        """Return the type of institution that an id or a name means; raise :class:`UnknownName`."""
        return _find(
            name,
            all_records(self.library.institution_types),
            lambda one: (one.id, one.name, one.plural),
            _("There is no type of institution “%(name)s”", name=name),
        )

    def institution(self, name: str) -> Institution:
        """Return the institution that an id or a name means; raise :class:`UnknownName`."""
        return _find(
            name,
            all_records(self.library.institutions),
            lambda one: (one.id, one.name, one.short_name or one.id),
            _("There is no institution “%(name)s”", name=name),
        )

    def group(self, name: str) -> str:
        """Return the id of the working group that an id or a name means; raise :class:`UnknownName`."""
        return _find(
            name,
            all_records(self.library.working_groups),
            lambda one: (one.id, one.name),
            _("There is no working group “%(name)s”", name=name),
        ).id

    def service(self, name: str) -> str:
        """Return the id of the service that an id or a name means; raise :class:`UnknownName`."""
        return _find(
            name,
            all_records(self.library.services),
            lambda one: (one.id, one.name),
            _("There is no service “%(name)s”", name=name),
        ).id

    def reference(self, records: RecordName, name: str) -> str:
        """Return what a head names a record by that an id or a name means; raise :class:`UnknownName`."""
        if records == "counties":
            return self.county(name).teryt
        if records == "institutions":
            return self.institution(name).id
        return self.service(name) if records == "services" else self.group(name)

    def type_ids(self) -> list[str]:
        """Return the ids of the types of institution, in the order of their file."""
        return [one.id for one in all_records(self.library.institution_types)]

    def responsible(self, county: County) -> str | None:
        """Return the id of the office that answers for a county, if there is one."""
        kinds = {one.id for one in all_records(self.library.institution_types) if one.responsible}
        for one in all_records(self.library.institutions):
            serves = one.serves or (one.county,)
            if one.type in kinds and one.status == "active" and serves != "region" and county.teryt in serves:
                return one.id
        return None

    def categories(self) -> list[str]:
        """Return the categories of all texts, by the alphabet of the site's language."""
        documents = [one for files in self.library.documents.values() for one in all_records(files)]
        return sorted(
            {one.front.category for one in documents if one.front.category}, key=partial(sort_key_in, self.language)
        )

    def author(self, kind: str) -> str | None:
        """Return what texts of a kind are most often signed with."""
        names = Counter(one.front.author for one in all_records(self.library.files_of(kind)) if one.front.author)
        return min(names, key=lambda name: (-names[name], name), default=None)

    def same_title(self, title: str) -> str | None:
        """Return the path below the content folder of a text that has this title already, or None."""
        for name in self.dated:
            for path, kept in sorted(self.library.files_of(name).items()):
                if any(caseless(one.front.title) == caseless(title) for one in kept.records):
                    return str(path)
        return None

    def stems(self, kind: str) -> list[str]:
        """Return the names of all files of a kind, without folder and ending."""
        return [path.rpartition("/")[2].rpartition(".")[0] for path in self.library.files_of(kind)]


def look_around(settings: Settings) -> SiteChoices:
    """Read what is there; problems in it are not this task's matter."""
    kinds = settings.kinds
    reading = read_folders(settings.content, settings.data, language=settings.language, kinds=kinds)
    dated = tuple(kind.name for kind, _section in sections(kinds))
    return SiteChoices(reading.library, settings.language, dated)


MOST_LISTED: Final = 20
"""So many names at most are listed where an unknown one is like none of them."""


def _find(
    name: str,
    options: Iterable[T],
    names: Callable[[T], Iterable[str]],
    missing: str,
    weaker_names: Callable[[T], Iterable[str]] | None = None,
) -> T:
    """Return the option of a name; a weaker name counts only where no option has it as a name of its own."""
    by_name: dict[str, T] = {}
    every = list(options)
    for names_of in (names, weaker_names):
        for option in every if names_of else ():
            for one in names_of(option) if names_of else ():
                by_name.setdefault(one, option)
    wanted = name.strip()
    folded: dict[str, T] = {}
    for key, option in by_name.items():
        folded.setdefault(fold(key), option)
    found = by_name.get(wanted) or folded.get(fold(wanted))
    if found is not None:
        return found
    near = nearest(wanted, by_name)
    hint = _("did you mean “%(near)s”?", near=near) if near else ""
    if not near and 0 < len(every) <= MOST_LISTED:
        hint = _("write one of: %(options)s", options=", ".join(_shown(tuple(names(one))) for one in every))
    raise UnknownName(f"{missing}; {hint}" if hint else missing)


def _shown(names: tuple[str, ...]) -> str:
    """Return an option as a list of them shows it: what a file names it by, and the name by which people know it."""
    return f"{names[0]} ({names[1]})" if len(names) > 1 and names[1] != names[0] else names[0]
