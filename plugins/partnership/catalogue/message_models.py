"""What a complete catalogue of messages holds: the models by which missing translations are counted and filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from partnership.language import PACKAGE_CATALOGUES
from partnership.message_catalogues import catalogue_path, messages_of
from partnership.settings import BUILT_IN_THEME
from partnership.theme_folders import theme_folders

DOMAINS: Final = ("partnership", "theme")
"""Names of catalogues: what the package says on pages, in feeds and calendars, and what templates say."""

MODEL: Final = "pl"
"""The language whose catalogues hold every message of program and theme."""

VISITORS: Final = "uk"
"""The language of the package's catalogue that holds what visitors and institutions read, as the tests prove.

Editors are spoken to in Polish or English, so that their messages are no gap of another language.
"""


def messages(domain: str) -> frozenset[str]:
    """Return every message of a domain that the program and its built-in theme say, to editors, too."""
    folder = PACKAGE_CATALOGUES if domain == "partnership" else BUILT_IN_THEME / "translations"
    return frozenset(one.rpartition("\x04")[2] for one in messages_of(catalogue_path(folder, MODEL, domain)))


def models(theme: Path, domain: str) -> tuple[Path, ...]:
    """Return the catalogues that together hold every message of a domain which visitors of a site read.

    ``theme`` is the folder of the site's theme: templates of its own may say what the built-in ones do not.
    """
    if domain == "partnership":
        return (catalogue_path(PACKAGE_CATALOGUES, VISITORS, domain),)
    return tuple(catalogue_path(folder / "translations", MODEL, domain) for folder in theme_folders(theme))
