"""The door of the build engine.

Takes the lock, mends what a killed build left, and goes in only when something changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from partnership.build import commit, glance
from partnership.build.outcome import Built
from partnership.build.revision import source_commit
from partnership.problems import ProblemList
from partnership.settings import PROJECT, Settings

Say = Callable[[str], None]


def build(settings: Settings, say: Say = lambda text: None) -> Built:
    """Build the site of ``settings`` into its output folder and say what was done.

    Raises :class:`ProblemsFound` for problems in content or data and :class:`UserError` for anything else that an
    editor can mend; the output folder is then as it was.
    """
    kept = settings.cache / "build"
    settings = replace(settings, commit=settings.commit or source_commit(settings.content))
    guarded = (settings.content, settings.data, settings.theme, PROJECT / "plugins", PROJECT / ".git")
    with commit.locked(settings.output, kept, say):
        commit.recover(settings.output)
        commit.check_output(settings.output, guarded)
        sources, reliable = glance.glance_at_sources(settings)
        last = glance.recall(kept, settings.output)
        if last is not None and last.sources == sources and last.output == glance.glance_at_output(settings):
            return Built(pages=last.pages, problems=ProblemList(last.problems))
        # Everything below is imported only when there is something to do.
        from partnership.build.story import build_site

        try:
            built = build_site(settings)
        except BaseException:
            # Whatever stopped it, a key press included: the output stays as it was and nothing lies beside it.
            commit.abandon(settings.output)
            raise
        if reliable:
            output = glance.glance_at_output(settings)
            glance.remember(kept, settings.output, glance.Last(sources, output, built.pages, tuple(built.problems)))
        return built
