"""The site with its first language alone: others are compared on one tree of pages, and further trees cost more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from partnership.sources import front_matter
from partnership.sources.strict_yaml import load


def keep_first_language(folder: Path) -> None:
    """Take all languages but the first out of the site in ``folder``: their words for it, and texts written in them."""
    file = folder / "data" / "site.yaml"
    profile: dict[str, Any] = load(file.read_text(encoding="utf-8"))
    first, *others = profile["languages"]
    kept: dict[str, Any] = {key: value for key, value in profile.items() if key not in others}
    kept["languages"] = [first]
    if "texts" in kept:
        kept["texts"] = {lang: texts for lang, texts in kept["texts"].items() if lang not in others}
    file.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for path in (folder / "content").rglob("*.md"):
        head = load(front_matter.split(path.read_text(encoding="utf-8")).head)
        if isinstance(head, dict) and head.get("lang") in others:
            path.unlink()
