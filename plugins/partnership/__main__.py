"""Entry of ``python -m partnership``: what ``tasks.py`` becomes once the environment stands."""

import gc
import os
import sys

# Compiling the package anew in each process costs more than most tasks do, whatever the surroundings say.
sys.dont_write_bytecode = False

# What is imported stays to the end: looking for circles of references in it finds nothing and takes time.
gc.disable()

from partnership.cli.main import main  # noqa: E402 - after the lines above

gc.enable()


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
