"""The time zone in which a site means its dates and times, for as long as something is done for that site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

DEFAULT_ZONE: Final = "Europe/Warsaw"
"""Time zone of a site that names none: that of the default country."""

_zone: ContextVar[str] = ContextVar("time_zone", default=DEFAULT_ZONE)


@lru_cache(maxsize=16)
def _named(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def site_zone() -> ZoneInfo:
    """Return the time zone of the site that is being worked on."""
    return _named(_zone.get())


def use_zone(zone: str) -> None:
    """Let dates and times be those of a time zone from now on: for a program that works on one site to its end."""
    _zone.set(zone)


@contextmanager
def dates_in(zone: str) -> Iterator[None]:
    """Let dates and times be those of the time zone of this name, in this thread and the processes it forks."""
    token = _zone.set(zone)
    try:
        yield
    finally:
        _zone.reset(token)
