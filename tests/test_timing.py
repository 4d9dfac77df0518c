"""Steps are counted and told only when somebody asks."""

from __future__ import annotations

import pytest

from partnership import timing
from partnership.cli.progress import ProgressBar


def test_steps_add_up() -> None:
    """A step that comes twice counts once, with the time of both; outside nothing is counted."""
    with timing.step("before"):
        pass
    with timing.recording() as taken:
        for _number in range(2):
            with timing.step("reading"):
                pass
    assert list(taken.seconds) == ["reading"]
    assert taken.seconds["reading"] >= 0


def test_progress_is_told() -> None:
    """Whoever asks hears the step and how far it is."""
    heard: list[tuple[str, int, int]] = []
    with timing.recording(lambda *told: heard.append(told)), timing.step("making"):
        timing.advance(1, 2)
    timing.advance(2, 2)
    assert heard == [("making", 1, 2)]


def test_the_bar_is_silent_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of it reaches a file or a pipe."""
    with ProgressBar() as bar:
        bar.tell("making", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_the_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """After its patience it draws itself on stderr, and wipes itself away at the end."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("partnership.cli.progress.PATIENCE_SECONDS", 0.0)
    with ProgressBar() as bar:
        bar.tell("making", 1, 2)
    told = capsys.readouterr()
    assert told.out == ""
    assert "making [###############" in told.err
    assert told.err.endswith("\r\x1b[K")
