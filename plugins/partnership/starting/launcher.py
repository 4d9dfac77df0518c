#!/usr/bin/env python3
"""Start any task for this site: ``python3 tasks.py TASK``.

The program is a checkout in the folder ``program/``, or at the path in the file ``.program``, or else what is
installed under the name ``partnership``.
"""

import importlib.util
import os
import sys

SITE = os.path.dirname(os.path.abspath(__file__))


def checkout() -> "str | None":
    """Return the program's tasks.py, or None where there is no checkout."""
    places = [os.path.join(SITE, "program")]
    try:
        with open(os.path.join(SITE, ".program"), encoding="utf-8") as file:
            places.append(file.read().strip())
    except OSError:
        pass
    found = [os.path.join(place, "tasks.py") for place in places if place]
    return next((path for path in found if os.path.isfile(path)), None)


def main(arguments: "list[str]") -> None:
    """Become the program, told which site is meant."""
    program = checkout()
    if program is not None:
        os.execv(sys.executable, [sys.executable, program, "--site", SITE, *arguments])
    if importlib.util.find_spec("partnership") is None:
        sys.exit(
            "tasks.py: the program is not here; put a checkout of it into the folder program/, "
            "or write its path into the file .program, or install it with pip"
        )
    os.execv(sys.executable, [sys.executable, "-P", "-X", "utf8", "-m", "partnership", "--site", SITE, *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
