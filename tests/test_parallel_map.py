"""Work spread over processes gives what one process would give, errors included."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Sequence
from pathlib import Path

import pytest

from partnership import parallel_map as parallel_map_module
from partnership import timing
from partnership.parallel_map import Beside, parallel_map
from partnership.problems import Problem, ProblemList, ProblemsFound, UserError
from tests.support.commands import PROJECT


@pytest.fixture(autouse=True)
def four_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work as on a machine with four processors, whatever this one has."""
    monkeypatch.setattr(parallel_map_module, "processors", lambda: 4)


def _squares(part: Sequence[int]) -> list[int]:
    return [number * number for number in part]


@pytest.mark.parametrize("count", [0, 1, 3, 100, 1001])
def test_results_are_in_order(count: int) -> None:
    """Each item gives one result, at its place, however many there are."""
    assert parallel_map(_squares, range(count), least=1) == [number * number for number in range(count)]


def test_few_items_stay_here() -> None:
    """Below the least number no process is started."""
    assert set(parallel_map(lambda part: [os.getpid() for _one in part], range(9), least=10)) == {os.getpid()}


def test_others_help() -> None:
    """Slow work is shared: results larger than a pipe come from several processes, this one among them."""

    def work(part: Sequence[int]) -> list[tuple[int, bytes]]:
        time.sleep(0.01)
        return [(os.getpid(), b"x" * 20_000) for _one in part]

    found = parallel_map(work, range(2000), least=1)
    assert (
        len(found) == 2000 and os.getpid() in {pid for pid, _data in found} and len({pid for pid, _data in found}) > 1
    )


def test_helpers_are_relieved() -> None:
    """One that has done its share ends and another begins, so that more than all processors have helped in the end."""

    def work(part: Sequence[int]) -> list[int]:
        time.sleep(0.01)
        return [os.getpid() for _one in part]

    found = parallel_map(work, range(6000), least=1)
    assert len(set(found)) > 4
    most = max(found.count(pid) for pid in set(found) - {os.getpid()})
    assert most < parallel_map_module._SHARE_OF_HELPER + 100


@pytest.mark.parametrize("count", [1, 4])
def test_circles_are_cleared_away(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a part leaves behind in a circle of references is gone before the next: nothing else would end it."""
    monkeypatch.setattr(parallel_map_module, "processors", lambda: count)

    class Circle:
        def __init__(self) -> None:
            self.itself = self

    left: list[weakref.ref[Circle]] = []

    def work(part: Sequence[int]) -> list[int]:
        still = sum(one() is not None for one in left)
        left.append(weakref.ref(Circle()))
        return [still for _one in part]

    assert set(parallel_map(work, range(1000), least=1)) == {0}


@pytest.mark.parametrize(
    "error",
    [
        UserError("no"),
        ValueError("no"),
        ProblemsFound(ProblemList([Problem(path="a", code="b", message="c", hint="d")])),
    ],
)
def test_the_first_error_in_order_is_raised(error: Exception) -> None:
    """Whoever fails when, the exception is that of the first item that fails."""

    def work(part: Sequence[int]) -> list[int]:
        if 700 in part:
            raise error
        if part[-1] > 700:
            raise KeyError("later")
        return list(part)

    with pytest.raises(type(error)) as caught:
        parallel_map(work, range(1000), least=1)
    assert str(caught.value) == str(error)


def test_what_cannot_travel_is_told() -> None:
    """A result that cannot be sent is an error with a reason, not a hanging build."""
    mine = os.getpid()

    def work(part: Sequence[int]) -> list[object]:
        if os.getpid() == mine:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)  # so that others have a part
        return [lambda: None for _one in part]

    with pytest.raises(RuntimeError, match="lambda"):
        parallel_map(work, range(1000), least=1)


def test_a_killed_helper_is_told() -> None:
    """A helper that the system kills ends the work with an error."""
    mine = os.getpid()

    def work(part: Sequence[int]) -> list[int]:
        if os.getpid() != mine:
            os.kill(os.getpid(), signal.SIGKILL)
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        return list(part)

    with pytest.raises(RuntimeError, match="killed"):
        parallel_map(work, range(1000), least=1)


def _alive(process: int) -> bool:
    """Tell whether a process runs; one that ended and was not waited for has no command line."""
    try:
        return bool(Path(f"/proc/{process}/cmdline").read_bytes())
    except OSError:
        return False


def test_helpers_end_with_the_first(tmp_path: Path) -> None:
    """When the first process is killed, its helpers do nothing more, however long their part would take."""
    program = f"""
import os, pathlib, time
from partnership import parallel_map
parallel_map.processors = lambda: 3
def work(part):
    pathlib.Path({str(tmp_path)!r}, str(os.getpid())).touch()
    time.sleep(10**5)
parallel_map.parallel_map(work, range(1000), least=1)
"""
    environment = os.environ | {"PYTHONPATH": str(PROJECT / "plugins")}
    with subprocess.Popen([sys.executable, "-c", program], env=environment) as process:
        while len(found := [int(path.name) for path in tmp_path.iterdir()]) < 3:
            time.sleep(0.01)
        process.kill()
    while any(_alive(pid) for pid in found):
        time.sleep(0.01)


def test_nothing_is_left_behind() -> None:
    """No process and no open file outlives the work, also when it fails."""

    def held() -> tuple[set[str], str]:
        return set(os.listdir("/proc/self/fd")), Path(f"/proc/self/task/{os.getpid()}/children").read_text()

    before = held()
    parallel_map(_squares, range(500), least=1)
    with pytest.raises(ZeroDivisionError):
        parallel_map(lambda part: [one // 0 for one in part], range(500), least=1)
    assert held() == before


def test_progress_is_told() -> None:
    """Whoever asks hears how far the work is, up to its end."""
    heard: list[tuple[int, int]] = []
    with timing.recording(lambda _step, done, total: heard.append((done, total))):
        parallel_map(_squares, range(300), least=1)
    assert heard[-1] == (300, 300) and heard == sorted(heard)


def test_what_belongs_together_stays_together() -> None:
    """Runs of items that belong together are one part each, by another process than this; the order stays."""
    runs = [300, 1, 200]

    def work(part: Sequence[int]) -> list[tuple[int, int, int]]:
        time.sleep(0.01)
        return [(one, os.getpid(), len(part)) for one in part]

    found = parallel_map(work, range(1000), least=1, together=runs)
    assert [one for one, _pid, _length in found] == list(range(1000))
    assert [found[0][2], found[300][2], found[301][2]] == runs
    assert os.getpid() not in {found[0][1], found[300][1], found[301][1]} and found[501][2] < 100


def test_work_beside_is_another_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its result comes whenever it is asked for, from another process, or from this one where there is but one."""
    beside = Beside(lambda: (os.getpid(), [1, 2]))
    process, made = beside.result()
    assert made == [1, 2]
    assert process != os.getpid()
    assert beside.result() == (process, made)
    monkeypatch.setattr(parallel_map_module, "processors", lambda: 1)
    assert Beside(os.getpid).result() == os.getpid()


def test_work_that_fails_beside_fails_here() -> None:
    """What another process fails at is done here again, so that the failure shows where it is asked for."""

    def fail() -> None:
        raise UserError("no such folder")

    with pytest.raises(UserError, match="no such folder"):
        Beside(fail).result()


def test_work_beside_that_nobody_asks_for_is_ended() -> None:
    """A process whose result is of no use any more does not stay."""
    beside = Beside(lambda: time.sleep(600))
    helper = beside._helper
    assert helper is not None
    beside.end()
    with pytest.raises(ProcessLookupError):
        os.kill(helper._process, 0)
