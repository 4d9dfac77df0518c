"""What is known to be as it was since the last build, so that it need not be found out again."""

from __future__ import annotations

from collections.abc import Mapping

from partnership.catalogue.catalogue_reader import DOCUMENTS, parts_changed
from partnership.catalogue.earlier_findings import EarlierFindings
from partnership.catalogue.localised import Catalogues
from partnership.engine.body_edits import Change, body_edits
from partnership.engine.keys import Keys
from partnership.engine.plan import SITEMAP, all_areas
from partnership.engine.state import Planned, State
from partnership.problems import Problem
from partnership.records.library import Library
from partnership.settings import Settings

Changed = Mapping[str, Change]
"""Texts of which words changed, by path."""


class PreviousBuild:
    """The last build against this one: ``before`` is what it left, if anything, ``circumstances`` those of now.

    ``keys`` know the program, the settings and the theme of now, ``data`` is how the folder of data looks now.
    """

    def __init__(self, settings: Settings, before: State | None, keys: Keys, circumstances: bytes, data: str) -> None:
        self.before = before
        self.circumstances = circumstances
        self._content = str(settings.content)
        self._asked: tuple[Library, Changed | None] | None = None
        self._same_checks = before is not None and before.circumstances == circumstances and before.salt == keys.salt
        self._same_surroundings = (
            before is not None
            and self._same_checks
            and before.templates == keys.templates
            and before.areas.keys() == {*all_areas(settings), SITEMAP}
        )
        self._same_frame = before is not None and self._same_surroundings and before.data == data

    def changed_texts(self, now: Library) -> Changed | None:
        """Return the texts of which only words changed; None where anything else changed, or may have."""
        if self.before is None or not self._same_frame:
            return None
        if self._asked is None or self._asked[0] is not now:
            self._asked = now, body_edits(self.before.library, now)
        return self._asked[1]

    @property
    def areas(self) -> Mapping[str, Planned]:
        """The areas as the last build planned them, where the site is the same but for what its files say."""
        return self.before.areas if self.before is not None and self._same_surroundings else {}

    def same_areas(self, now: Library, catalogues: Catalogues) -> dict[str, Planned]:
        """Return those areas that read nothing of the catalogue that may be another now."""
        if self.before is None or not self.areas:
            return {}
        parts = parts_changed(kinds_changed(self.before.library, now))

        def is_same(part: str, was: bytes) -> bool:
            lang, _slash, name = part.partition("/")
            return catalogues.readers(lang).digest(name) == was if was else name not in parts

        return {
            area: known
            for area, known in self.areas.items()
            if all(is_same(part, was) for part, was in known.reads.items())
        }

    def changed_records(self, now: Library) -> frozenset[str]:
        """Return the paths of files of records that are others than before."""
        before = self.before.library if self.before is not None else Library()
        return frozenset(
            path
            for (_kind, old), (_name, new) in zip(before.record_files(), now.record_files(), strict=True)
            for path in old.keys() | new.keys()
            if old.get(path) is not new.get(path)
        )

    def earlier_findings(self, now: Library) -> EarlierFindings | None:
        """Return what checks found in the last build, for files that are as they were; None where other checks ran."""
        if self.before is None or not self._same_checks:
            return None
        return EarlierFindings(self.before.library, self.before.findings, now)

    def findings(self, now: Library) -> tuple[Problem, ...] | None:
        """Return what all checks find where they cannot find anything else than in the last build, else None.

        A finding in a changed file may have got another place in it.
        """
        changed = self.changed_texts(now)
        if changed is None or self.before is None:
            return None
        files = {f"{self._content}/{path}" for path in changed}
        return None if any(one.path in files for one in self.before.findings) else self.before.findings


def kinds_changed(before: Library, now: Library) -> frozenset[str]:
    """Return the kinds of which any file is another than before; all kinds of content are one.

    Files that were not read again are the same objects in both.
    """
    changed: set[str] = set()
    for (kind, old), (_kind, new) in zip(before.all_files(), now.all_files(), strict=True):
        if old.keys() != new.keys() or any(kept is not old[path] for path, kept in new.items()):
            changed.add(DOCUMENTS if kind in now.documents else kind)
    return frozenset(changed)
