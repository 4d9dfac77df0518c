"""Problems as values: each once, sorted, short enough to be read."""

from __future__ import annotations

from partnership.problems import LONGEST_TEXT, Problem, ProblemList


def test_long_values_are_shortened() -> None:
    """A message that quotes a very long value is cut in its middle; its beginning and its end stay."""
    problem = Problem(path="/a", code="x", message=f"“{'a' * 5000}” is wrong", hint="mend it")
    assert len(problem.message) < LONGEST_TEXT + 10
    assert problem.message.startswith("“aaa") and problem.message.endswith("” is wrong")


def test_each_problem_counts_once() -> None:
    """The same problem twice is one; errors and warnings are counted apart."""
    error = Problem(path="/b", code="x", message="A", hint="")
    warning = Problem(path="/a", code="x", message="A", hint="", severity="warning")
    problems = ProblemList([error, error, warning])
    assert (len(problems), problems.errors, problems.warnings) == (2, 1, 1)
    assert list(problems) == [warning, error]
