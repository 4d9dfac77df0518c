"""A page whose scripts are slow to come, as on a bad line."""

from __future__ import annotations

from playwright.sync_api import Page, Route


class HeldScripts:
    """Scripts that a page asks for and does not get until they are let go."""

    def __init__(self, page: Page) -> None:
        """Hold them from now on."""
        self._held: list[Route] | None = []
        page.route("**/*.js", self._answer)

    def _answer(self, route: Route) -> None:
        if self._held is None:
            route.continue_()
        else:
            self._held.append(route)

    def let_go(self) -> None:
        """Let the page have them, and all that come after."""
        waiting, self._held = self._held or [], None
        for route in waiting:
            route.continue_()
