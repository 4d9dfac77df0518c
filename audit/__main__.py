"""``python -m audit FOLDER [--base PATH] [--details N]``: one line a check on stdout, status 1 when one is not good."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from audit import browser, formats, links, markup
from audit.folder import Folder
from audit.tools import MissingTool, prepare
from audit.verdicts import Verdict, attempt
from audit.web import served


def verdicts(folder: Folder, home: Path, project: Path) -> Iterator[Verdict]:
    """Run every check, quick ones first."""
    yield attempt("feeds.feedparser", lambda: formats.feeds(folder))
    yield attempt("feeds.json", lambda: formats.json_feeds(folder))
    yield attempt("calendar.icalendar", lambda: formats.calendars(folder))
    yield attempt("sitemap", lambda: formats.sitemap(folder))
    yield attempt("data.check-jsonschema", lambda: formats.schemas(project))
    yield attempt("css.stylelint", lambda: markup.stylelint(folder, home))
    yield attempt("html.html-validate", lambda: markup.html_validate(folder, home))
    with served(folder) as root:
        yield attempt("html.vnu", lambda: markup.nu_checker(folder, home, root))
        yield attempt("links.linkinator", lambda: links.linkinator(home, root))
        try:
            yield from browser.look(folder, home, root)
        except Exception as error:
            yield Verdict("browser", "ERROR", f"could not run: {error}".replace("\n", " ")[:300])


def main() -> int:
    """Audit the folder that the arguments name."""
    parser = argparse.ArgumentParser(prog="audit", description="Validators of others over a built site.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", default="", help="path below which the site's addresses stand, without a final slash")
    parser.add_argument("--details", type=int, default=5, help="offences shown under each check")
    arguments = parser.parse_args()
    if not (arguments.folder / "index.html").is_file():
        parser.error(f"{arguments.folder} is not a built site: it has no index.html")
    try:
        home = prepare()
    except MissingTool as error:
        print(f"audit: {error}.", file=sys.stderr)
        return 1
    good = True
    for verdict in verdicts(Folder(arguments.folder.resolve(), arguments.base), home, Path(__file__).parents[1]):
        print("\n".join(verdict.lines(arguments.details)), flush=True)
        good = good and verdict.is_good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
