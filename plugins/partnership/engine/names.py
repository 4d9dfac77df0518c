"""The name under which what belongs to an output folder is kept in the cache."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path


def state_name(output: Path) -> str:
    """Return a short name of an output folder, the same for every way of writing its path."""
    return blake2b(os.fsencode(output.resolve()), digest_size=10).hexdigest()
