"""How long hypothesis looks for a counterexample."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

NIGHTLY_TIMES = 20
"""By so much a search is longer at night."""

_HUNDRED = 100


def arrange_searches() -> None:
    """Register the two lengths of searches and load the short one; ``--hypothesis-profile=nightly`` loads the other.

    By day a search tries the same examples every time: it tells of a change, not of its luck. At night it goes on
    where nobody looked. How long an example takes says nothing of what it proves: a busy machine is slow, not wrong.
    """
    calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("project", calm, max_examples=_HUNDRED, derandomize=True)
    settings.register_profile("nightly", calm, max_examples=_HUNDRED * NIGHTLY_TIMES)
    settings.load_profile("project")


def examples(count: int) -> settings:
    """Return the settings of a search that tries ``count`` examples by day, and so many times more at night."""
    profile = settings.default
    assert profile is not None
    return settings(profile, max_examples=count * profile.max_examples // _HUNDRED)
