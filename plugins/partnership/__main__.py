"""Entry of ``python -m partnership``: what ``tasks.py`` becomes once the environment stands."""

import sys

from partnership.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
