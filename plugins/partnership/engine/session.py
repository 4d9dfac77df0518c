"""What a program that builds again and again keeps in memory between two builds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from partnership.engine.making import Maker
    from partnership.engine.state import Base, State
    from partnership.items.item import Item
    from partnership.settings import Settings


class Session(msgspec.Struct):
    """The last good build into one output folder: its state, its items, and the maker with its templates.

    It is only quicker than the cache on disk, not better: whatever it remembers is compared with the files as the
    cache would be.  ``asked`` are the settings as they were handed in, ``settings`` the same with the site's profile.
    A ``whole`` one needs the items of all areas, also of those that could be left as they are.
    :meth:`keep` writes the state to disk; until then a new process builds from nothing.
    """

    state: State | None = None
    asked: Settings | None = None
    settings: Settings | None = None
    items: Sequence[Item] = ()
    maker: Maker | None = None
    unsaved: bool = False
    whole: bool = False
    base: Base | None = None

    def before(self, settings: Settings) -> State | None:
        """Return the state of the last build into the output folder of ``settings``, from memory where it is there."""
        if self.state is not None and self.settings is not None and self.settings.output == settings.output:
            return self.state
        from partnership.engine.state import load_state

        loaded = load_state(settings.cache / "build", settings.output, settings.kinds)
        if loaded is None:
            self.base = None
            return None
        state, self.base = loaded
        return state

    def forget(self, settings: Settings) -> None:
        """Forget everything that the last build into the output folder of ``settings`` left, on disk too."""
        from partnership.engine.state import forget_state

        self.state = self.base = None
        forget_state(settings.cache / "build", settings.output)

    def keep(self) -> None:
        """Write the state to disk where that has not been done."""
        if self.unsaved and self.state is not None and self.settings is not None:
            from partnership.engine.state import save_state

            self.base = save_state(self.settings.cache / "build", self.settings.output, self.state, self.base)
            self.unsaved = False
