"""Parts that declarations of texts and of records share; light, since the profile of a site is read by one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

Text = Callable[[], str]
"""A text of the interface, said when it is needed, in the language of the page or of the person who asks."""

RecordName = Literal["institutions", "services", "counties", "working-groups"]
"""Kinds of records that a head may name by their ids."""


class InEditor(msgspec.Struct, frozen=True, kw_only=True):
    """A kind in the browser editor.

    ``label`` is what it is called where that is not the title of its section, ``icon`` a name of Material Symbols,
    ``group`` the collection of files in which its file stands; a kind whose records have files of their own needs none.
    """

    label: Text | None = None
    icon: str = "draft"
    group: Literal["", "lists", "site"] = ""
