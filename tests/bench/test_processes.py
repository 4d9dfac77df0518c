"""Whole processes are measured with all that they start, and ended with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from partnership.problems import UserError
from partnership_bench.processes import Run, files_written, measure, middle
from tests.support.patience import PATIENCE_SECONDS

LONG_ENOUGH = 2
"""Seconds for which memory is held: a hundred times what lies between two looks at it."""


def test_a_run_is_measured_and_a_failure_is_told(tmp_path: Path) -> None:
    """Times and size are positive; a command that fails stops the measuring with its status and its last words."""
    run = measure([sys.executable, "-c", "sum(range(10**6))"], tmp_path)
    assert min(run.wall, run.processor, run.peak) > 0
    with pytest.raises(UserError, match=r"(?s)3.*na wyjściu\n.*ratunku"):
        code = "import sys; print('na wyjściu', flush=True); print('ratunku', file=sys.stderr); sys.exit(3)"
        measure([sys.executable, "-c", code], tmp_path, {"PYTHONIOENCODING": "utf-8"})
    with pytest.raises(UserError, match="-9"):
        measure([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"], tmp_path)


@pytest.mark.parametrize("how", ["subprocess", "fork", "session", "orphan"])
def test_memory_is_summed_over_processes(tmp_path: Path, how: str) -> None:
    """A child's memory counts as well as its parent's: forked, in a session of its own, without its parent too."""
    held = str(tmp_path / "held")
    hold = f"import os, time; x = bytearray(60_000_000); os.mkdir({held!r}); time.sleep({LONG_ENOUGH})"
    child = {
        "subprocess": f"import subprocess; subprocess.run([sys.executable, '-c', {hold!r}])",
        "fork": f"\nif os.fork() == 0:\n    exec({hold!r}); os._exit(0)\nos.wait()",
        "session": f"import subprocess; subprocess.run([sys.executable, '-c', {hold!r}], start_new_session=True)",
        "orphan": (
            f"\nif os.fork() == 0:\n    os.setsid(); time.sleep({LONG_ENOUGH})\n"
            f"    if os.fork() == 0:\n        exec({hold!r})\n    os._exit(0)\n"
            f"while not os.path.exists({held!r}): time.sleep(0.01)\ntime.sleep({LONG_ENOUGH})"
        ),
    }[how]
    code = f"import os, sys, time; x = bytearray(60_000_000); {child}"
    assert measure([sys.executable, "-c", code], tmp_path, watch_memory=True).peak > 115


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_what_stops_the_measuring_ends_the_command(tmp_path: Path, how: signal.Signals) -> None:
    """After Ctrl-C and after a request to end neither the command nor a child in a session of its own goes on."""
    # The child keeps the pipe open until it is killed: whoever reads from it knows when it is gone.
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = f"import time; pipe = open({str(pipe)!r}, 'w', buffering=1); print('started', file=pipe); time.sleep(10**5)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], start_new_session=True)"
    measuring = (
        "import pathlib, sys; from partnership_bench.processes import measure\n"
        "from partnership.interrupts import interruptible\n"
        f"with interruptible():\n    measure([sys.executable, '-c', {code!r}], pathlib.Path({str(tmp_path)!r}))"
    )
    process = subprocess.Popen([sys.executable, "-c", measuring], stderr=subprocess.PIPE, text=True)
    with pipe.open() as told:
        assert told.readline() == "started\n"
        os.kill(process.pid, how)
        assert told.read() == ""
    _out, errors = process.communicate(timeout=PATIENCE_SECONDS)
    assert "KeyboardInterrupt" in errors


def test_files_written(tmp_path: Path) -> None:
    """Only files since the given moment count; those of a folder that was moved into the output's place do."""
    (tmp_path / "stage").mkdir()
    (tmp_path / "stage" / "a").write_text("a")
    (tmp_path / "stage").rename(tmp_path / "output")
    written = (tmp_path / "output" / "a").stat().st_ctime_ns
    assert files_written(tmp_path / "output", written) == 1
    assert files_written(tmp_path / "output", written + 1) == 0


def test_the_median_of_runs() -> None:
    """The middle of times, the largest of sizes."""
    assert middle([Run(1, 5, 10), Run(3, 6, 30), Run(2, 9, 20)]) == Run(2, 6, 30)
