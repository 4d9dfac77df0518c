"""The minifier in a process of its own: a JSON list of scripts comes in, a list of [script, why not] goes out.

The minifier is a Go library. Its runtime starts threads, and a process that has them must not fork, as builds do.
"""

from __future__ import annotations

import json
import sys

import minify

# The newest form of the language that the theme's scripts are written in: no newer one may come out.
minify.config({"js-version": 2020})


def main() -> None:
    """Minify what comes in on standard input."""
    answers = []
    for script in json.load(sys.stdin.buffer):
        try:
            answers.append([minify.string("application/javascript", script), ""])
        except minify.MinifyError as error:
            answers.append(["", str(error).strip()])
    sys.stdout.write(json.dumps(answers))


if __name__ == "__main__":
    main()
