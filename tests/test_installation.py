"""The program installs: a wheel holds all that a site elsewhere needs, and starts and builds one."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.commands import PROJECT, clean_environment

TABLE = "code,name,seat,latitude,longitude\nAV-1,Northvale,Northvale,53.1,-6.2\nAV-2,Eastmere,Merton,53.0,-6.0\n"


@pytest.mark.nightly
def test_an_installed_program_starts_and_builds_a_site(tmp_path: Path) -> None:
    """From an unpacked wheel, far from the checkout: theme and catalogues are in it."""
    wheel = [sys.executable, "-m", "pip", "wheel", str(PROJECT), "--no-deps", "--no-build-isolation", "-q"]
    subprocess.run([*wheel, "-w", str(tmp_path)], check=True, cwd=tmp_path)
    (found,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(found).extractall(tmp_path / "installed")
    (tmp_path / "counties.csv").write_text(TABLE, encoding="utf-8")
    environment = os.environ | clean_environment(PYTHONPATH=str(tmp_path / "installed"))
    call = [sys.executable, "-m", "partnership"]
    options = ["--name=Avalon", "--office=Office", "--region=Avalon", "--languages=en", "--country=ie"]
    options += ["--time-zone=Europe/Dublin", f"--counties={tmp_path / 'counties.csv'}"]
    subprocess.run([*call, "start", str(tmp_path / "site"), *options], check=True, cwd=tmp_path, env=environment)
    subprocess.run([*call, "build"], check=True, cwd=tmp_path / "site", env=environment)
    assert "Avalon" in (tmp_path / "site" / "output" / "index.html").read_text(encoding="utf-8")
