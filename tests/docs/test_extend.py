"""The worked examples of docs/extend.md, applied to a copy of the repository as a developer would."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.commands import PROJECT, clean_environment
from tests.support.guide import apply, steps
from tests.support.site import Site


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of package, theme and settings with every step of the guide taken."""
    root = tmp_path_factory.mktemp("extended")
    for folder in ("plugins", "theme"):
        shutil.copytree(PROJECT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "pyproject.toml"):
        shutil.copy(PROJECT / name, root / name)
    told = list(steps())
    assert len(told) >= 10
    written = {apply(step, root) for step in told}
    modules = [str(path) for path in sorted(written) if path.suffix == ".py"]
    for check in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *check, *modules], cwd=root, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout.decode()
    return root


def _run(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-P", "-X", "utf8", "-m", "partnership", *arguments],
        env=clean_environment(PYTHONPATH=str(root / "plugins")),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_examples_build_and_show_what_they_promise(extended: Path, site: Site) -> None:
    """The new key is on the institution's page, the new page lists alerts with the new component and its style."""
    site.institution(alert="Urząd nieczynny w piątek.", parking="Za budynkiem, od ulicy Długiej")
    _run(extended, "build", *site.build_options)
    assert "Za budynkiem, od ulicy" in site.read("/instytucje/pup-bochnia/")
    page = site.read("/pilne/")
    assert '<p class="urgent-line"><a href="/instytucje/pup-bochnia/">' in page and "nieczynny w" in page
    assert any(".urgent-line" in path.read_text(encoding="utf-8") for path in site.output.glob("theme/css/*.css"))


def test_new_task_answers(extended: Path, site: Site) -> None:
    """The new task runs, is listed in the help and reads the folders it is given."""
    site.institution()
    assert _run(extended, "count", *site.options) == "1\n"
    assert "count" in _run(extended, "--help")


def test_new_key_reaches_the_schema(extended: Path) -> None:
    """``schemas`` writes the new key for editors' programs."""
    (extended / "schemas").mkdir()
    _run(extended, "schemas")
    assert '"parking"' in (extended / "schemas" / "institution.schema.json").read_text(encoding="utf-8")
