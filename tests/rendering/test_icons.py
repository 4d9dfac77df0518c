"""Icons: those that point along the line of writing turn with it."""

from __future__ import annotations

import pytest
from lxml import etree

from partnership.items.site import make_site
from partnership.rendering.assets import Assets
from partnership.rendering.environment import make_environment
from partnership.settings import PROJECT, Settings


@pytest.mark.parametrize(("name", "turns"), [("arrow", True), ("chevron", True), ("search", False), ("check", False)])
def test_what_points_on_points_left_where_one_writes_to_the_left(name: str, turns: bool) -> None:
    """An arrow to the next page lies in a mirror on an Arabic page; a magnifying glass does not."""
    settings = Settings(language="en", other_languages=("ar",))
    icons = {}
    for lang in ("en", "ar"):
        environment = make_environment(PROJECT / "theme", make_site(settings, lang), Assets())
        icons[lang] = etree.fromstring(environment.globals["icon"](name))  # type: ignore[operator]
    mirrored = icons["ar"].findall("{*}g[@transform='matrix(-1 0 0 1 24 0)']")
    assert len(mirrored) == turns
    assert [one.get("d") for one in icons["ar"].iter("{*}path")] == [
        one.get("d") for one in icons["en"].iter("{*}path")
    ]
