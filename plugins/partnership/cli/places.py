"""Where the project lies on the disk, for the tasks that work on the project itself rather than on a site."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The project's folder, the one with ``tasks.py``."""
