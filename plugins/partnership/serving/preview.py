"""What the preview knows: the last good site, the problems since, and everybody who waits for news."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from partnership.build.outcome import Built
from partnership.problems import Problem, ProblemList, ProblemsFound, UserError, shown_path
from partnership.settings import Settings


@dataclass(slots=True)
class Preview:
    """State shared by the builder and the server's threads.

    ``version`` grows with every build that changed something.
    """

    settings: Settings
    version: int = 0
    problems: tuple[Problem, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)
    news: threading.Condition = field(default_factory=threading.Condition)

    def rebuild(self, say: Callable[[str], None]) -> bool:
        """Build once, tell the outcome through ``say`` and to every open page; return whether there is a site."""
        from partnership.build.entry import build

        try:
            built = build(self.settings, say)
        except ProblemsFound as error:
            self._tell(error.problems, None, say)
            return False
        except UserError as error:
            problem = Problem(path=str(self.settings.theme), code="theme", message=str(error), hint="")
            self._tell(ProblemList([problem]), None, say)
            return False
        self._tell(built.problems, built, say)
        return True

    def _tell(self, problems: ProblemList, built: Built | None, say: Callable[[str], None]) -> None:
        for problem in problems:
            say(problem.as_text())
        with self.news:
            self.problems = tuple(problems)
            if built is not None and built.sources:
                self.sources = built.sources
            self.version += 1
            self.news.notify_all()

    def state(self) -> dict[str, object]:
        """Return what a page shows: the version of the site and the problems, errors first."""
        return {
            "version": self.version,
            "problems": [
                {
                    "place": f"{shown_path(one.path)}:{one.line}:{one.column}",
                    "severity": one.severity,
                    "message": one.message,
                    "hint": one.hint,
                }
                for one in sorted(self.problems, key=lambda one: one.severity)
            ],
        }


def for_preview(settings: Settings, port: int, site_url: str | None) -> Settings:
    """Return the settings of a preview: served from this machine, with the gallery of components."""
    return replace(settings, site_url=site_url or f"http://127.0.0.1:{port}", preview=True)
