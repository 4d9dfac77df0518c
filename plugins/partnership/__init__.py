"""The Partnership's site generator: a Pelican plugin whose core knows no Pelican."""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Let Pelican load the plugin; the work is done by the class that PELICAN_CLASS names."""


def __getattr__(name: str) -> Any:
    """Give Pelican the class that it asks for by ``partnership.Partnership``, imported only when it does."""
    if name == "Partnership":
        from partnership.pelican_adapter import Partnership

        return Partnership
    raise AttributeError(name)
