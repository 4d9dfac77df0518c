"""The door of the build engine.

Takes the lock, mends what a killed build left, and goes in only when something changed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from partnership import timing
from partnership.engine import commit, up_to_date
from partnership.engine.outcome import Built
from partnership.engine.output_snapshot import OutputSnapshot, PendingSnapshot
from partnership.engine.session import Session
from partnership.language import _
from partnership.problems import ProblemList
from partnership.profile import working_on
from partnership.prose.result import BodyMissing
from partnership.settings import BUILT_IN_THEME, Settings
from partnership.sources.revision import source_commit

PACKAGE: Final = Path(__file__).resolve().parents[1]

Say = Callable[[str], None]


def build(settings: Settings, say: Say = lambda text: None, session: Session | None = None) -> Built:
    """Build the site of ``settings`` into its output folder and say what was done.

    Raises :class:`ProblemsFound` for problems in content or data and :class:`UserError` for anything else that an
    editor can mend; the output folder is then as it was.  A ``session`` keeps in memory what the next build needs.
    """
    kept = settings.cache / "build"
    settings = msgspec.structs.replace(settings, commit=settings.commit or source_commit(settings.content))
    guarded = (settings.content, settings.data, settings.theme, BUILT_IN_THEME, PACKAGE, settings.root / ".git")
    with commit.locked(settings.output, kept, say):
        commit.recover(settings.output)
        commit.check_output(settings.output, guarded)
        with timing.step(_("looking")):
            last = up_to_date.recall(kept, settings.output)
            snapshot = PendingSnapshot(str(settings.output), last.output if last is not None else None)
        try:
            with timing.step(_("looking")):
                sources = up_to_date.stat_sources(settings)
                if last is not None and up_to_date.is_up_to_date(settings, sources, last, snapshot.get):
                    return Built(pages=last.pages, problems=ProblemList(last.problems))
            memory = session or Session()
            built, left = _build_anew(settings, sources, snapshot, memory)
        finally:
            snapshot.end()
        if session is None:
            memory.keep()
        if sources.reliable:
            day, zone = settings.build_date, settings.profile.time_zone
            now = up_to_date.Last(sources.digest, left, built.pages, tuple(built.problems), day, zone)
            up_to_date.remember(kept, settings.output, now)
        return built


def _build_anew(
    settings: Settings, sources: up_to_date.SourceStats, snapshot: PendingSnapshot, memory: Session
) -> tuple[Built, OutputSnapshot]:
    """Build what changed and return what was done and what lies in the output folder now."""
    # Imported only when there is something to do.
    with timing.step(_("starting")):
        from partnership.catalogue.profile import with_profile
        from partnership.engine.site_build import build_site

    asked, settings = settings, with_profile(settings)
    try:
        with working_on(settings.profile):
            try:
                built, left = build_site(settings, sources, snapshot, memory)
            except BodyMissing:
                # A damaged cache: everything is made from nothing, as without one.
                commit.abandon(settings.output)
                memory.forget(settings)
                built, left = build_site(settings, sources, snapshot, memory)
    except BaseException:
        # Whatever stopped it, a key press included: the output stays as it was and nothing lies beside it.
        commit.abandon(settings.output)
        raise
    memory.asked = asked
    return built, left
