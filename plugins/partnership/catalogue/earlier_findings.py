"""What the last build found in files that are as they were: checks that go file by file need not read them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from partnership.problems import Problem
from partnership.records.library import Library, ParsedFile


class EarlierFindings:
    """The library of the last build and what its checks found, beside the library of now.

    It counts only where nothing but files of the two folders changed since: not the program, the settings, the theme or
    the language of messages.  A file that did not change is the same object in both libraries.
    """

    def __init__(self, before: Library, findings: Iterable[Problem], now: Library) -> None:
        self._before = dict(before.all_files())
        self._now = dict(now.all_files())
        self._found: dict[tuple[str, str], list[Problem]] = {}
        for problem in findings:
            self._found.setdefault((problem.code, problem.path), []).append(problem)

    def unchanged(self, kind: str, *paths: str) -> bool:
        """Tell whether files of a kind are as they were; without paths, whether all of the kind are."""
        before, now = _files(self._before, kind), _files(self._now, kind)
        if not paths and before.keys() != now.keys():
            return False
        return all(path in before and before[path] is now[path] for path in paths or now)

    def silent(self, kind: str, root: str) -> frozenset[str]:
        """Return the paths of files of a kind that are as they were and of which nothing was found.

        ``root`` is the absolute path of the folder to which they are relative.
        """
        told = {path for _code, path in self._found}
        before = _files(self._before, kind)
        return frozenset(
            path
            for path, kept in _files(self._now, kind).items()
            if before.get(path) is kept and f"{root}/{path}" not in told
        )

    def changed(self, kind: str) -> Iterator[str]:
        """Yield the paths of files of a kind that are new or not as they were."""
        before = _files(self._before, kind)
        return (path for path, kept in _files(self._now, kind).items() if before.get(path) is not kept)

    def of(self, code: str, path: str) -> Iterable[Problem]:
        """Return what was found under a code in the file at an absolute path."""
        return self._found.get((code, path), ())

    def of_unchanged(self, code: str, kind: str, root: str) -> Iterator[Problem]:
        """Yield what was found under a code in files of a kind that are as they were, below the folder ``root``."""
        before, now = _files(self._before, kind), _files(self._now, kind)
        for (known, absolute), problems in self._found.items():
            path = absolute.removeprefix(f"{root}/")
            if known == code and path in now and before.get(path) is now[path]:
                yield from problems

    def below(self, folder: str) -> Iterator[Problem]:
        """Yield what was found in files of a folder other than the two, of which nothing changed."""
        for (_code, path), problems in self._found.items():
            if path.startswith(f"{folder}/"):
                yield from problems


def _files(library: Mapping[str, dict[str, ParsedFile[Any]]], kind: str) -> dict[str, ParsedFile[Any]]:
    return library.get(kind, {})
