"""The first language of the site that is worked on: it chooses that of messages where the environment names none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from partnership.settings import SETTINGS_FILE, Settings

_SAID: Final = re.compile(r"^(?:languages:|DEFAULT_LANG\s*=)\s*[\[-]?\s*[\"']?([\w-]+)", re.MULTILINE)


def site_language(root: Path) -> str:
    """Return the first language of the site in a folder, "" where there is none; its twin is in ``tasks.py``.

    The files are read as text: messages are wanted before settings and data are read, and tell what is wrong in them.
    """
    paths = [root / "data" / "site.yaml", root / SETTINGS_FILE]
    text = "\n".join(one.read_text(encoding="utf-8", errors="replace") for one in paths if one.is_file())
    found = _SAID.search(text)
    return found.group(1) if found else Settings(root=root).language if text else ""
