"""Scripts as they are sent: without comments and spaces, and with short names; kept from build to build."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from partnership.cache_files import keep, read_kept
from partnership.language import _
from partnership.problems import UserError

PACKAGE: Final = "tdewolff-minify"
"""The distribution whose version tells which bytes come out."""

_Kept = dict[bytes, bytes]


def minified(scripts: Mapping[str, str], kept: Path | None = None) -> dict[str, bytes]:
    """Return the scripts minified, by the same names; ``kept`` is the file that remembers them from build to build.

    All that are new are minified by one process. Raises :class:`UserError` naming the scripts that cannot be read.
    """
    digests = {name: _digest(text) for name, text in scripts.items()}
    known = (read_kept(kept, _Kept) if kept is not None else None) or {}
    missing = {name: text for name, text in scripts.items() if digests[name] not in known}
    if missing:
        made = _minify(missing)
        known.update((digests[name], script) for name, script in made.items())
        if kept is not None:
            keep(kept, {digest: known[digest] for digest in dict.fromkeys(digests.values())})
    return {name: known[digest] for name, digest in digests.items()}


def _digest(text: str) -> bytes:
    return blake2b(f"{minifier()}\0{text}".encode(), digest_size=20).digest()


@cache
def minifier() -> str:
    """Return what tells the version of the minifier."""
    beginning = PACKAGE.replace("-", "_") + "-"
    for folder in filter(os.path.isdir, sys.path):
        # The folder's name says it; to load what reads metadata takes longer than to look through all scripts.
        for name in os.listdir(folder):
            if name.startswith(beginning) and name.endswith(".dist-info"):
                return name
    from importlib.metadata import version

    return version(PACKAGE)


def _minify(scripts: Mapping[str, str]) -> dict[str, bytes]:
    """Let the minifier's process make the scripts."""
    command = [sys.executable, "-I", str(Path(__file__).with_name("minifier.py"))]
    asked = json.dumps(list(scripts.values())).encode()
    done = subprocess.run(command, input=asked, capture_output=True, check=False)
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise UserError(_("The scripts cannot be minified: %(why)s", why=lines[-1] if lines else done.returncode))
    answers: list[tuple[str, str]] = json.loads(done.stdout)
    wrong = [f"{name}: {why}" for name, (_script, why) in zip(scripts, answers, strict=True) if why]
    if wrong:
        raise UserError(_("The scripts cannot be minified: %(why)s", why="; ".join(wrong)))
    return {name: f"{script}\n".encode() for name, (script, _why) in zip(scripts, answers, strict=True)}
