"""Pelican's door to our build: the only module that imports Pelican.

``PELICAN_CLASS`` names :class:`Partnership`; so ``pelican -s pelicanconf.py`` builds the same bytes as ``python3
tasks.py build``.
"""

from __future__ import annotations

import atexit
import gc
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
from pelican import Pelican
from pelican.settings import DEFAULT_CONFIG

from partnership.engine.entry import build
from partnership.foreign_settings import remarks_on
from partnership.problems import ProblemsFound, UserError
from partnership.settings import Settings
from partnership.settings_file import from_names, with_site_url


class Partnership(Pelican):  # type: ignore[misc]
    """Pelican with our build in the place of its generators and writers."""

    def run(self) -> None:
        """Build the site; SystemExit(1) with every problem on stderr where it cannot be built."""
        gc.disable()  # as in cli/build.py: next to nothing to find, and a quarter of the time
        # The types of msgspec's records, freed in a circle by the interpreter's last collection, now and then crash it.
        atexit.register(gc.freeze)
        started = time.perf_counter()
        try:
            settings = settings_from(self.settings)
            for remark in settings.remarks:
                print(remark, file=sys.stderr)
            built = build(settings, say=lambda text: print(text, file=sys.stderr))
        except ProblemsFound as error:
            for problem in error.problems:
                print(problem.as_text(), file=sys.stderr)
            raise SystemExit(1) from None
        except UserError as error:
            print(error, file=sys.stderr)
            raise SystemExit(1) from None
        for problem in built.problems:
            print(problem.as_text(), file=sys.stderr)
        seconds = time.perf_counter() - started
        print(f"Built {built.pages} pages ({built.rendered} rendered, {built.written} written) in {seconds:.2f} s")


def settings_from(names: dict[str, Any]) -> Settings:
    """Return our settings from Pelican's: those that the settings file or the command line gives, not its defaults.

    It has made paths absolute and emptied SITEURL when it serves by itself.
    """
    given = _names_in_files()
    known = {
        name: value
        for name, value in names.items()
        if name.isupper() and (name in given or name not in DEFAULT_CONFIG or value != DEFAULT_CONFIG[name])
    }
    if not known.get("SITEURL"):
        known.pop("SITEURL", None)
    known.pop("DEFAULT_PAGINATION", None) if not isinstance(known.get("DEFAULT_PAGINATION"), int) else None
    settings = from_names(known, _settings_folder(names))
    said = remarks_on({name: value for name, value in names.items() if name in given})
    return with_site_url(msgspec.structs.replace(settings, remarks=said), settings.site_url)


def _settings_folder(names: dict[str, Any]) -> Path:
    """Return the folder of the settings file: the one from which the path of the content was told."""
    for module in list(sys.modules.values()):
        said, file = vars(module).get("PATH"), getattr(module, "__file__", None)
        if "PELICAN_CLASS" in vars(module) and isinstance(said, str) and file:
            folder = Path(file).resolve().parent
            if (folder / said).resolve() == Path(names["PATH"]).resolve():
                return folder
    return Path(names["PATH"]).resolve().parent


def _names_in_files() -> frozenset[str]:
    """Return the names that settings files set: Pelican leaves each as a module, under the name of its file."""
    files = [vars(module) for module in list(sys.modules.values())]
    return frozenset(name for one in files if "PELICAN_CLASS" in one for name in one if name.isupper())
