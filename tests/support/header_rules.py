"""The file ``_headers`` of a built site, read as the hosts read it that know taking away (``! Name``)."""

from __future__ import annotations

import re
from pathlib import Path

Rules = list[tuple[re.Pattern[str], list[tuple[str, str | None]]]]
"""Which paths, and the headers that are set for them, or taken away where there is None."""


def header_rules(site: Path) -> Rules:
    """Return the rules of a site in order."""
    rules: Rules = []
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            whole = "".join(".*" if part == "*" else re.escape(part) for part in re.split(r"(\*)", line.strip()))
            rules.append((re.compile(whole), []))
        elif line.strip().startswith("!"):
            rules[-1][1].append((line.strip()[1:].strip(), None))
        elif line.strip():
            name, _colon, value = line.strip().partition(":")
            rules[-1][1].append((name, value.strip()))
    return rules


def headers_for(path: str, rules: Rules) -> dict[str, str]:
    """Return the headers that a path is sent with: what several rules set is joined, as two headers would be."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        if pattern.fullmatch(path):
            for name, value in headers:
                if value is None:
                    found.pop(name, None)
                else:
                    found[name] = f"{found[name]}, {value}" if name in found else value
    return found
