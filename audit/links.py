"""Links: linkinator follows every one from the home page, fragments included."""

from __future__ import annotations

import json
from pathlib import Path

from audit.tools import output_of
from audit.verdicts import Verdict, judge


def linkinator(home: Path, root: str) -> Verdict:
    """Follow all links within the site. Links that lead outside are skipped: the audit asks nobody but this machine."""
    program = str(home / "node_modules/.bin/linkinator")
    outside = "^(?!" + root.replace(".", "\\.") + ")"
    options = ["--recurse", "--check-fragments", "--check-css", "--format", "json", "--skip", outside]
    out, told = output_of([program, root + "/", *options, "--concurrency", "20", "--timeout", "30000"], timeout=1800)
    report = json.loads(out or told)
    links = report["links"]
    offences = [
        f"{link['url'].removeprefix(root)} ({link.get('status', 0)}) on {link.get('parent', '').removeprefix(root)}"
        for link in links
        if link["state"] == "BROKEN"
    ]
    return judge("links.linkinator", sum(link["state"] != "SKIPPED" for link in links), offences)
