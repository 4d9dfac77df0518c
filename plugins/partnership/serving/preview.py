"""What the preview knows: the last good site, the problems since, and everybody who waits for news."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

import msgspec

from partnership.catalogue.address_tables import site_addresses
from partnership.catalogue.checks.wording import Remarks
from partnership.engine.outcome import Built
from partnership.engine.session import Session
from partnership.language import _
from partnership.problems import Problem, ProblemList, ProblemsFound, UserError, shown_path
from partnership.reporting import excerpt
from partnership.serving.origins import UnseenMark, marks_of
from partnership.settings import Settings, today

Say = Callable[[str], None]


class Preview(msgspec.Struct):
    """State shared by the builder and the server's threads.

    ``version`` grows with every build, ``told`` with all that is told; ``news`` wakes those who wait for it.
    ``texts`` are the preview's own words in the language of who sits here: they are chosen once, since a build speaks
    the site's language for a while.
    """

    settings: Settings
    version: int = 0
    told: int = 0
    problems: tuple[Problem, ...] = ()
    sources: dict[str, str] = msgspec.field(default_factory=dict)
    marks: dict[str, UnseenMark] = msgspec.field(default_factory=dict)
    news: threading.Condition = msgspec.field(default_factory=threading.Condition)
    texts: dict[str, str] = msgspec.field(default_factory=lambda: own_texts())
    session: Session = msgspec.field(default_factory=lambda: Session(whole=True))
    remarks: Remarks = msgspec.field(default_factory=Remarks)
    _found: tuple[Problem, ...] = ()
    _rested: bool = False

    def rebuild(self, say: Say, changed: Collection[Path] = ()) -> bool:
        """Build once, tell the outcome through ``say`` and to every open page; return whether there is a site.

        Where one file ``changed`` and only its words did, its page is there before the rest is built.  Whatever goes
        wrong is told: a preview ends only when it is ended.
        """
        from partnership.engine.entry import build

        self._rested = False
        # A preview that runs over midnight shows the new day.
        self.settings = msgspec.structs.replace(self.settings, build_date=today())
        if len(changed) == 1 and not any(one.severity == "error" for one in self.problems):
            with suppress(Exception):  # the build that follows tells what is wrong
                self._show_quickly(*changed)
        try:
            built = build(self.settings, say, self.session)
        except ProblemsFound as error:
            self._tell(error.problems, None, say)
            return False
        except UserError as error:
            self._tell(_one_problem(str(self.settings.theme), "theme", str(error), ""), None, say)
            return False
        except Exception as error:
            what = f"{type(error).__name__}: {error}".strip(": ")
            hint = _("undo the last change, or end the preview and start it again")
            self._tell(_one_problem(str(self.settings.content), "program", what, hint), None, say)
            return False
        self._tell(built.problems, built, say)
        with suppress(Exception):  # marks and warnings are a comfort; the page itself is there
            self._look_closer(built)
        return True

    def _show_quickly(self, changed: Path) -> None:
        from partnership.engine.quick import show_quickly

        if show_quickly(self.session, self.settings, changed):
            with self.news:
                self.version += 1
                self.told += 1
                self.news.notify_all()

    def rest(self) -> None:
        """When it is calm: make ready for the next change, and keep on disk what a later preview needs."""
        if self._rested:
            return
        from partnership.engine.quick import warm

        self._rested = True
        with suppress(Exception):
            warm(self.session)
        self.session.keep()
        # All that is there now stays: later searches for circles of references need not go through it.
        gc.collect()
        gc.freeze()

    def _tell(self, problems: ProblemList, built: Built | None, say: Say) -> None:
        found = tuple(problems)
        if built is not None and not built.written and self.version and found == self._found:
            return  # nothing has changed that anyone could see
        for problem in problems:
            if problem.severity == "error" or problem not in self._found:
                say("\n".join((problem.as_text(), *excerpt(problem))))
        with self.news:
            self._found = self.problems = found
            if built is not None and built.sources:
                self.sources = built.sources
            self.version += 1
            self.told += 1
            self.news.notify_all()

    def _look_closer(self, built: Built) -> None:
        """After the pages know: which of them are drafts, and what wording could be better."""
        from partnership.catalogue.checks.style import style_problems

        if self.session.state is None:
            return
        library = self.session.state.library
        problems = ProblemList(built.problems)
        problems.extend(style_problems(self.settings, library, self.remarks))
        with self.news:
            self.problems = tuple(problems)
            self.marks = marks_of(
                library, self.settings.build_date, site_addresses(self.settings.languages, self.settings.kinds)
            )
            self.told += 1
            self.news.notify_all()

    def state(self) -> dict[str, object]:
        """Return what a page shows: the version of the site, its marks, and the problems, errors first."""
        return {
            "version": self.version,
            "texts": self.texts,
            "marks": {f"{self.settings.base_path}{address}": mark.as_dict() for address, mark in self.marks.items()},
            "problems": [
                {
                    "place": f"{shown_path(one.path)}:{one.line}:{one.column}",
                    "file": f"{one.path}:{one.line}:{one.column}",
                    "severity": one.severity,
                    "message": one.message,
                    "hint": one.hint,
                    "excerpt": excerpt(one),
                }
                for one in sorted(self.problems, key=lambda one: one.severity)
            ],
        }


def _one_problem(path: str, code: str, message: str, hint: str) -> ProblemList:
    return ProblemList([Problem(path=path, code=code, message=message, hint=hint)])


def own_texts() -> dict[str, str]:
    """Return the words that the preview adds to pages, in the language of this process."""
    return {
        "title": _("The page shows the last correct version"),
        "close": _("Close"),
        "edit": _("Edit"),
        "made": _("This page is made of many files"),
        "warnings": _("Warnings: {count}"),
        "lost": _("The preview has ended; start it again to see changes"),
        "draft": _("draft: it will not be published"),
        "future": _("future: it appears on {day}"),
        "hidden": _("hidden: no list shows it"),
    }


def for_preview(settings: Settings, port: int, site_url: str | None) -> Settings:
    """Return the settings of a preview: served from this machine, with the gallery of components."""
    return msgspec.structs.replace(settings, site_url=site_url or f"http://127.0.0.1:{port}", preview=True)
