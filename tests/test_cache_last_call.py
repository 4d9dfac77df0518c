"""What is made once for several areas."""

from __future__ import annotations

from partnership.cache_last_call import cache_last_call


def test_the_same_argument_gives_the_same_result() -> None:
    """Only the very same object is known again, and only until another comes."""
    calls: list[list[int]] = []

    @cache_last_call
    def double(numbers: list[int]) -> list[int]:
        calls.append(numbers)
        return [2 * number for number in numbers]

    one, other = [1], [1]
    assert double(one) is double(one)
    assert double(other) == double(one)
    assert [id(each) for each in calls] == [id(one), id(other), id(one)]
