"""Who is measured where, how often and in which order."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from partnership_bench.contestants import ours, stock_pelican
from partnership_bench.scenarios import CHANGES
from partnership_bench.schedule import SCENARIOS, Corpus, is_enough, titles, turns


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_every_neighbour_comes_before_every_other(count: int) -> None:
    """Over all turns each follows each other, as often as any, and each is first equally often."""
    names = list(range(count))
    orders = [turns(names, number) for number in range(2 * count)]
    assert all(sorted(order) == names for order in orders)
    pairs = [pair for order in orders for pair in pairwise(order)]
    assert {pairs.count((one, other)) for one in names for other in names if one != other} <= {2}
    assert {[order[0] for order in orders].count(one) for one in names} == {2}


def test_every_scenario_has_a_change_and_a_name() -> None:
    """Nothing is measured that no table names."""
    assert set(SCENARIOS) == set(CHANGES) == set(titles())


def test_what_is_measured_where() -> None:
    """All at usual sizes, little at the smallest and the largest, institutions where there are any."""
    assert "template" in Corpus(1000).scenarios and "institution" not in Corpus(1000).scenarios
    assert set(Corpus(100).scenarios) == set(Corpus(20_000).scenarios) == {"cold", "unchanged", "edited"}
    assert "institution" in Corpus(5000, 5000).scenarios
    assert Corpus(100).all_languages and not Corpus(1000).all_languages and not Corpus(100, 5000).all_languages
    assert Corpus(5000).all_generators and not Corpus(20_000).all_generators


def test_what_limits_speak_of_is_measured_often(tmp_path: Path) -> None:
    """Seven runs of what is judged unless they take long; of other things three, or a few seconds."""
    small, pelican = ours(tmp_path), stock_pelican(tmp_path)
    assert not is_enough(small, "cold", [1.0] * 6, 7)
    assert is_enough(small, "cold", [1.0] * 7, 7)
    assert is_enough(small, "cold", [11.0] * 3, 7)
    assert is_enough(small, "template", [1.0] * 3, 7)
    assert not is_enough(pelican, "cold", [3.0] * 3, 7)
    assert is_enough(pelican, "unchanged", [4.0] * 2, 7)
    assert is_enough(pelican, "unchanged", [0.1], 1)
