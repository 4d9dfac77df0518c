"""The worked examples of docs/extend.md, applied to a copy of the repository as a developer would."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.commands import PROJECT, clean_environment
from tests.support.site import Site

STEP = re.compile(
    r"^(?:New file `(?P<new>[^`]+)`|In `(?P<path>[^`]+)`, (?P<where>above|below) `(?P<anchor>[^`]+)`):\n\n"
    r"```\w+\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def _steps() -> Iterator[re.Match[str]]:
    return STEP.finditer((PROJECT / "docs" / "extend.md").read_text(encoding="utf-8"))


def _apply(step: re.Match[str], root: Path) -> Path:
    """Do what a step says and return the file it is about."""
    if step["new"]:
        path = root / step["new"]
        assert not path.exists(), f"{step['new']} exists already: choose another example"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step["text"], encoding="utf-8")
        return path
    path = root / step["path"]
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if step["anchor"] in line]
    assert len(places) == 1, f"`{step['anchor']}` stands {len(places)} times in {step['path']}"
    lines.insert(places[0] + (step["where"] == "below"), step["text"])
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of package, theme and settings with every step of the guide taken."""
    root = tmp_path_factory.mktemp("extended")
    for folder in ("plugins", "theme"):
        shutil.copytree(PROJECT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "pyproject.toml"):
        shutil.copy(PROJECT / name, root / name)
    steps = list(_steps())
    assert len(steps) >= 10
    written = {_apply(step, root) for step in steps}
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
