"""Forms of Polish adjectives, from the masculine nominative: all are regular („śląski”, „gminny”)."""

from __future__ import annotations


def singular_locative(adjective: str) -> str:
    """Return the form of „na śląskim rynku”; an empty text stays empty."""
    return f"{adjective}m" if adjective else ""


def plural_locative(adjective: str) -> str:
    """Return the form of „w śląskich powiatach”, which is also the genitive plural."""
    return f"{adjective}ch" if adjective else ""


def neuter(adjective: str) -> str:
    """Return the form of „województwo śląskie”."""
    if adjective.endswith("y"):
        return f"{adjective[:-1]}e"
    return f"{adjective}e" if adjective else ""


def genitive(adjective: str) -> str:
    """Return the form of „powiatu śląskiego”."""
    if adjective.endswith("y"):
        return f"{adjective[:-1]}ego"
    return f"{adjective}ego" if adjective else ""


def feminine(adjective: str) -> str:
    """Return the form of „ziemia śląska”; after k and g the softening „i” is dropped."""
    return f"{adjective[:-1]}a" if adjective[-1:] in ("i", "y") else adjective
