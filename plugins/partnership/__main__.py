"""Entry of ``python -m partnership``: what ``tasks.py`` becomes once the environment stands."""

import os
import sys

# Compiling the package anew in each process costs more than most tasks do, whatever the surroundings say.
sys.dont_write_bytecode = False

from partnership.cli.main import main  # noqa: E402 - after the line above


def run() -> None:
    """Do what the command line asks and end the process with its exit status."""
    status = main(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(status)  # nobody reads any more: the usual end deals with it
    # Taking apart a large catalogue object by object, only to end, would cost a tenth of a build.
    os._exit(status)


if __name__ == "__main__":
    run()
