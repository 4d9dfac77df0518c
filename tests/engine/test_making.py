"""Items become files, whoever makes them, in whatever order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from partnership import parallel_map
from partnership.chunks import NO_CACHE
from partnership.engine.making import SMALL_JOB, Job, Maker
from partnership.items.item import Copy, Publication
from partnership.items.site import make_sites
from partnership.problems import ProblemsFound
from partnership.rendering.assets import Assets
from partnership.settings import Settings


class _Maker:
    """Makes files that tell which process made them."""

    def make(self, name: str) -> bytes:
        """Return the name and the process."""
        return f"{name} {os.getpid()}".encode()


def _alone(name: str) -> bytes:
    return name.encode()


def test_what_one_object_makes_is_made_by_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What two objects make is each made by one process, so that what they keep is made once; outcomes are in order."""
    monkeypatch.setattr(parallel_map, "processors", lambda: 3)
    one, other = _Maker(), _Maker()
    jobs: list[Job] = []
    for number in range(SMALL_JOB * 2):
        name = f"{number}.txt"
        make = (_alone, one.make, other.make)[number % 3]
        jobs.append((Publication(f"/{name}", make, (name,)), b"key", b""))
    settings = Settings()
    outcomes = Maker(settings, Assets(), make_sites(settings), NO_CACHE).make_all(jobs, tmp_path)
    made = [(tmp_path / f"{number}.txt").read_text() for number in range(len(jobs))]
    assert [text.partition(" ")[0] for text in made] == [f"{number}.txt" for number in range(len(jobs))]
    assert (
        len({text.partition(" ")[2] for text in made[1::3]})
        == len({text.partition(" ")[2] for text in made[2::3]})
        == 1
    )
    assert len(outcomes) == len(jobs) and all(written for _digest, written in outcomes)
    assert len({digest for digest, _written in outcomes}) == len(jobs)


def test_a_file_that_defies_its_library_is_a_problem_of_that_file(tmp_path: Path) -> None:
    """Whatever a check could not foresee is told with the file's name, not as a failure of the program."""
    source = tmp_path / "a.jpg"
    source.write_bytes(b"x")

    def fail(data: bytes) -> bytes:
        raise OSError("broken")

    maker = Maker(Settings(cache=tmp_path / "cache"), Assets(), make_sites(Settings()), NO_CACHE)
    with pytest.raises(ProblemsFound) as found:
        maker.make(Copy("/media/a.jpg", str(source), "0", change=fail), b"key")
    (problem,) = found.value.problems
    assert (problem.path, problem.code) == (str(source), "unusable-file")
    assert "broken" in problem.message
