"""Changes of records as entries: one for each record, and for the widest feeds one for each commit and kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from html import escape

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.wording import shortened
from partnership.kinds.counties import FIGURES
from partnership.kinds.institutions import INSTITUTIONS, SERVICES
from partnership.kinds.partners import PARTNERS, WORKING_GROUPS
from partnership.kinds.record_kind import RecordKind, called
from partnership.kinds.registry import RECORD_KIND
from partnership.language import _
from partnership.locales import formats
from partnership.locales.marks import capitalised
from partnership.subscriptions.changes import ChangedKey, FigureFact, RecordChange
from partnership.subscriptions.entries import Activity, Entry, Particulars, Scope, clean, digest_of, one_line, tag_uri
from partnership.subscriptions.words import days_in_words, label_of, title_of

SUMMARY_LENGTH = 400
_AUDIENCES = ("employer", "investor", "employee-at-risk", "jobseeker")


class ToldChange(msgspec.Struct, frozen=True):
    """A change ready to be written: title, address, lines of text (label, text)."""

    title: str
    address: str
    lines: tuple[tuple[str, str], ...] = ()


class _Clock:
    """Gives each entry a second of its own: readers take entries of one time for one."""

    def __init__(self) -> None:
        self._taken: set[datetime] = set()

    def free(self, at: str) -> str:
        """Return the latest second up to the time ``at`` that no entry has yet, as ISO text."""
        moment = datetime.fromisoformat(at)
        while moment in self._taken:
            moment -= timedelta(seconds=1)
        self._taken.add(moment)
        return moment.isoformat()


def _at(change: RecordChange, clock: _Clock) -> RecordChange:
    return msgspec.structs.replace(change, at=clock.free(change.at))


class ChangeFormatter:
    """Knows the names that changes need: of services, institutions, counties, indicators."""

    def __init__(self, catalogue: Catalogue, site_url: str, tagging_entity: str) -> None:
        self._catalogue = catalogue
        self._site_url = site_url
        self._tagging_entity = tagging_entity
        self._services = {one.id: one.name for one in catalogue.services}
        self._indicators = {one.id: one.name for one in catalogue.indicators}
        self._counties_named = {one.teryt: one.name for one in catalogue.counties}

    def activities(self, changes: Iterable[RecordChange]) -> Iterator[Activity]:
        """Yield the entries of changes.

        Those of one commit and kind share one more entry for the feed of everything.
        """
        clock = _Clock()
        groups: dict[tuple[str, str], list[RecordChange]] = {}
        # Oldest first, so that what happens later never moves the time of an entry that readers have.
        for change in sorted(changes, key=lambda one: (one.at, one.commit, one.kind, one.id)):
            groups.setdefault((change.commit, change.kind), []).append(change)
        for (commit, kind), some in groups.items():
            if kind == FIGURES.name:
                yield from self._figures(some[0], clock)
                continue
            alone = len(some) == 1
            for change in some:
                yield self._single(msgspec.structs.replace(change, at=clock.free(change.at)), everywhere=alone)
            if not alone:
                yield self._grouped(commit, kind, some, clock.free(some[0].at))

    def _single(self, change: RecordChange, *, everywhere: bool) -> Activity:
        scope = Scope(
            sections=(*((addresses.of("home"),) if everywhere else ()), _section(RECORD_KIND[change.kind])),
            counties=self._counties(change),
            services=frozenset(change.services),
            types=frozenset((change.type,)) if change.type else frozenset(),
            groups=frozenset((change.id,)) if change.kind == WORKING_GROUPS.name else frozenset(),
            pairs=change.kind == INSTITUTIONS.name,
        )
        identifier = self._id(f"{change.kind}/{change.id}/{change.commit[:12]}")
        return self._made(identifier, change, self.tell(change), scope)

    def _grouped(self, commit: str, kind: str, some: list[RecordChange], at: str) -> Activity:
        identifier = self._id(f"changes/{kind}/{commit[:12]}")
        heads = {
            "added": _("new"),
            "changed": _("changed"),
            "withdrawn": _("withdrawn"),
            "restored": _("again in the list"),
        }
        counted = [(head, sum(one.action == action for one in some)) for action, head in heads.items()]
        counts = ", ".join(f"{head}: {number}" for head, number in counted if number)
        heading = heading_of(kind)
        title = f"{heading} – {counts}"
        items = tuple((one.title, one.address) for one in map(self.tell, some))
        names = tuple(one_line(self._name(one)) for one in some)
        published = datetime.fromisoformat(at)
        url = self._site_url + _section(RECORD_KIND[kind])
        home = addresses.of("home")

        def make() -> Entry:
            links = "".join(
                f'<li><a href="{escape(self._site_url + address)}">{escape(text)}</a></li>' for text, address in items
            )
            return Entry(
                id=identifier, title=one_line(title), url=url, published=published, updated=published,
                html=clean(f"<ul>{links}</ul>"), summary=shortened(", ".join(names), SUMMARY_LENGTH),
                categories=(heading,), kind=kind,
            )  # fmt: skip

        digest = digest_of(identifier, title, items, names, url)
        return Activity(identifier, published, lambda: Particulars(digest, Scope(sections=(home,)), make))

    def _id(self, path: str) -> str:
        """Return the id of an entry: the same change told in another language is another entry."""
        table = self._catalogue.table
        return tag_uri(self._tagging_entity, path if table.is_first else f"{path}/{table.lang}")

    def tell(self, change: RecordChange) -> ToldChange:
        """Return a change of one record in words."""
        name = self._name(change)
        lines = tuple(line for fact in change.facts for line in self._line(fact))
        name = capitalised(name) if change.action == "changed" else name
        return ToldChange(one_line(title_of(change, name, self._services)), self._address(change), lines)

    def _name(self, change: RecordChange) -> str:
        stands_for = RECORD_KIND[change.kind].stands_for
        if stands_for is None:
            return change.name or change.id
        return called(self._catalogue.with_pages[stands_for[1]].get(change.id)) or change.id

    def _address(self, change: RecordChange) -> str:
        """Return the page of a record that still has one, else its section's."""
        kind = RECORD_KIND[change.kind]
        kind = RECORD_KIND[kind.told_with] if kind.told_with is not None else kind
        record = self._catalogue.with_pages[kind.name].get(change.id)
        return addresses.here().record(kind, record) if record is not None else _section(kind)

    def _counties(self, change: RecordChange) -> frozenset[str]:
        if change.kind == PARTNERS.name:
            known = self._catalogue.briefs.get(change.id)
            if known is None or known.serves == "region":
                return frozenset()
            return frozenset(self._catalogue.counties_served(known))
        # What serves the whole region is no news of a single county: it stands in the wider feeds.
        return frozenset(code for code in change.counties if code != "*")

    def _concerned(self, change: RecordChange, scope: Scope) -> Iterator[str]:
        """Yield the names of the counties that a change concerns, and of the services whose offer changed."""
        for code, name in self._counties_named.items():
            if code in scope.counties:
                yield one_line(name)
        told = {one for fact in change.facts if fact.key == "services" for one in (*fact.old, *fact.new)}
        for service, name in self._services.items():
            if service in told or (change.kind == SERVICES.name and service == change.id):
                yield one_line(name)

    def _line(self, fact: ChangedKey) -> Iterator[tuple[str, str]]:
        label = label_of(fact.key)
        if not label:
            return
        new = [self._value(fact.key, one) for one in fact.new if one]
        old = [self._value(fact.key, one) for one in fact.old if one]
        joint = "; " if fact.key == "opening_hours" else ", "
        if fact.key == "services" and fact.how == "changed":
            return
        if new:
            before = _(" (until now: %(what)s)", what=joint.join(old)) if old else ""
            yield label, joint.join(new) + before
        elif old:
            yield label, _("no longer: %(what)s", what=joint.join(old))

    def _value(self, key: str, value: str) -> str:
        if key == "services":
            return self._services.get(value, value)
        if key == "opening_hours":
            return days_in_words(value)
        if key == "audiences":
            names = (_("employers"), _("investors"), _("employees at risk of dismissal"), _("jobseekers"))
            return dict(zip(_AUDIENCES, names, strict=True)).get(value, value)
        return value

    def _made(self, identifier: str, change: RecordChange, told: ToldChange, scope: Scope) -> Activity:
        published = datetime.fromisoformat(change.at)
        url = self._site_url + told.address
        categories = (heading_of(change.kind), *self._concerned(change, scope))

        def make() -> Entry:
            items = "".join(f"<li><strong>{escape(label)}:</strong> {escape(text)}</li>" for label, text in told.lines)
            html = f'<p><a href="{escape(url)}">{escape(told.title)}</a></p>' + (f"<ul>{items}</ul>" if items else "")
            summary = "; ".join(f"{label}: {text}" for label, text in told.lines) or told.title
            return Entry(
                id=identifier, title=told.title, url=url, published=published, updated=published, html=clean(html),
                summary=shortened(summary, SUMMARY_LENGTH), categories=categories, kind=change.kind,
            )  # fmt: skip

        digest = digest_of(identifier, told, url, change.at, categories)
        return Activity(identifier, published, lambda: Particulars(digest, scope, make))

    def _figures(self, change: RecordChange, clock: _Clock) -> Iterator[Activity]:
        """Yield an entry on all figures of a commit, and one for each county with its own."""
        commit = change.commit[:12]
        title = _("New figures: %(names)s", names=self._indicator_names(change.figures))
        told = ToldChange(one_line(title), addresses.of("counties"), self._figure_lines(change.figures))
        scope = Scope(sections=(addresses.of("home"), addresses.of("counties")))
        yield self._made(self._id(f"figures/{commit}"), _at(change, clock), told, scope)
        by_county: dict[str, list[FigureFact]] = {}
        for one in change.figures:
            by_county.setdefault(one.teryt, []).append(one)
        for code, some in by_county.items():
            county = self._catalogue.county.get(code)
            if county is None:
                continue
            title = _(
                "%(name)s: new figures: %(names)s", name=capitalised(county.name), names=self._indicator_names(some)
            )
            told = ToldChange(one_line(title), addresses.county(county.slug), self._figure_lines(some))
            scope = Scope(counties=frozenset((code,)))
            yield self._made(self._id(f"figures/{code}/{commit}"), _at(change, clock), told, scope)

    def _indicator_names(self, figures: Iterable[FigureFact]) -> str:
        names = list(dict.fromkeys(self._indicators.get(one.indicator, one.indicator) for one in figures))
        told = ", ".join(names[:3])
        return _("%(names)s and others", names=told) if len(names) > 3 else told

    def _figure_lines(self, figures: Iterable[FigureFact]) -> tuple[tuple[str, str], ...]:
        periods: dict[str, set[str]] = {}
        for one in figures:
            periods.setdefault(one.indicator, set()).update(one.periods)
        return tuple(
            (self._indicators.get(name, name), ", ".join(formats.period(one) for one in sorted(some)[-6:]))
            for name, some in periods.items()
        )


def heading_of(kind: str) -> str:
    """Return the heading under which changes of a kind of record stand, by the kind's name."""
    words = RECORD_KIND[kind].changes
    return words.heading() if words is not None else kind


def _section(kind: RecordKind) -> str:
    """Return the address of the section in which changes of a kind are told."""
    return addresses.here().section_of(RECORD_KIND[kind.told_with] if kind.told_with is not None else kind)
