"""What a code host runs and shows: workflows with the least rights, their report, forms, the dev container."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from partnership.cli.main import TASKS
from tests.support.commands import PROJECT, clean_environment
from tests.support.publications import Repository
from tests.support.site import Site

FOLDER = PROJECT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
FORMS = sorted((FOLDER / "ISSUE_TEMPLATE").glob("*.yml"))
EACH = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict[Any, Any]:
    """Return a workflow; YAML 1.1 takes its key ``on`` for true."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def jobs(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the jobs of a workflow by name."""
    yield from read(path)["jobs"].items()


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Give every step of a workflow."""
    for _name, job in jobs(path):
        yield from job["steps"]


@EACH
def test_actions_are_pinned(path: Path) -> None:
    """Each action is named by the hash of a commit, its version in words beside it."""
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (.+)", text)
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used), used
    assert len(used) == sum("uses" in step for step in steps(path))


@EACH
def test_rights_are_given_by_the_job(path: Path) -> None:
    """A workflow has no right; each job names what it needs, ends in time, and there is no secret."""
    text = path.read_text(encoding="utf-8")
    assert read(path)["permissions"] == {}
    assert "secrets." not in text and "pull_request_target" not in text
    for name, job in jobs(path):
        assert "permissions" in job and job["timeout-minutes"] <= 120, name


@EACH
def test_nothing_of_an_event_is_pasted_into_a_script(path: Path) -> None:
    """Names of branches and forks reach a script as variables: as text they could be commands."""
    assert not [step["run"] for step in steps(path) if "${{" in step.get("run", "")]


@EACH
def test_what_runs_a_change_cannot_write(path: Path) -> None:
    """Where a pull request's code runs nothing may be written; where something is written its code does not run."""
    triggers = read(path)[True]
    for name, job in jobs(path):
        writes = "write" in job["permissions"].values()
        checks_out = any("actions/checkout" in step.get("uses", "") for step in job["steps"])
        if "pull_request" in triggers:
            assert not writes, name
            assert all(
                step["with"]["persist-credentials"] is False
                for step in job["steps"] if "actions/checkout" in step.get("uses", "")
            )  # fmt: skip
        if "workflow_run" in triggers:
            assert not checks_out and not any("tasks.py" in step.get("run", "") for step in job["steps"])


@EACH
def test_tasks_that_are_called_exist(path: Path) -> None:
    """Every task in a workflow is one."""
    called = [name for step in steps(path) for name in re.findall(r"tasks\.py (\S+)", step.get("run", ""))]
    assert set(called) <= set(TASKS)


def test_the_report_is_handed_on_by_name() -> None:
    """The second workflow waits for the first by its name and takes what that one leaves."""
    first, second = read(FOLDER / "workflows" / "check.yml"), read(FOLDER / "workflows" / "comment.yml")
    assert second[True]["workflow_run"]["workflows"] == [first["name"]]
    left = [one["with"]["name"] for one in first["jobs"]["content"]["steps"] if "upload" in one.get("uses", "")]
    taken = {one["with"]["name"] for job in second["jobs"].values() for one in job["steps"] if "uses" in one}
    assert taken == set(left)


@pytest.fixture
def report(site: Site, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Runs the step that makes the report over a small repository, and returns its status and text."""
    programs = tmp_path / "programs"
    programs.mkdir()
    stand_in = programs / "python3"
    package = PROJECT / "plugins"
    stand_in.write_text(
        f'#!/bin/sh\nshift\nPYTHONPATH="{package}" exec "{sys.executable}" -P -X utf8 -m partnership --site . "$@"\n'
    )
    stand_in.chmod(0o755)
    for name in ("pelicanconf.py", "publishconf.py"):
        site.write(name, 'PATH = "content"\nSITEURL = "https://example.org"\n')
    site.write(".gitignore", "/.cache\n/report\n/summary.md\n/told.txt\n")

    def run(base: str = "") -> tuple[int, str]:
        step = next(one for one in steps(FOLDER / "workflows" / "check.yml") if one.get("name") == "report")
        variables = clean_environment(
            LANG="pl_PL.UTF-8", FILES="https://host.example/o/r/blob/abc", BASE=base,
            GITHUB_STEP_SUMMARY=str(site.root / "summary.md"), PATH=f"{programs}:{os.environ['PATH']}",
        )  # fmt: skip
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=site.root, env=variables, capture_output=True, check=False,
        )  # fmt: skip
        text = (site.root / "report" / "report.md").read_text(encoding="utf-8")
        assert text in (site.root / "summary.md").read_text(encoding="utf-8"), done.stderr.decode()
        return done.returncode, text

    return run


def test_a_mistake_is_reported_with_its_line(report: Any, site: Site) -> None:
    """An error ends the step with 1; the report names it in Polish, with a link to the line."""
    site.post("wpis", title="Wpis", kategoria="Prawo")
    Repository(site).commit()
    status, text = report()
    assert status == 1
    assert "- [content/news/wpis.md, linia 4](https://host.example/o/r/blob/abc/content/news/wpis.md#L4): " in text
    assert "Błędy" in text and "nic nie zostanie opublikowane" in text and "czy chodziło o „category”?" in text


@pytest.mark.no_cover
def test_a_good_change_says_what_visitors_will_see(report: Any, site: Site) -> None:
    """Without an error the report goes on with what changes for visitors since the base."""
    repository = Repository(site)
    site.post("wpis", title="Wpis", summary="Tak.")
    base = repository.commit()
    site.post("drugi", title="Drugi wpis", summary="Tak.")
    repository.commit()
    status, text = report(base)
    assert status == 0 and "„Drugi wpis” (`/aktualnosci/2026/drugi/`)" in text, text


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_are_whole(path: Path) -> None:
    """A form has name, description and questions of the kinds that hosts know, each with an id of its own."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path.stem == "config":
        return
    assert form["name"] and form["description"]
    questions = [one for one in form["body"] if one["type"] != "markdown"]
    assert questions and {one["type"] for one in questions} <= {"input", "textarea", "dropdown", "checkboxes"}
    assert len({one["id"] for one in questions}) == len(questions)
    assert all(one["attributes"]["label"] for one in questions)


def test_the_container_starts_the_preview() -> None:
    """The dev container is valid JSON, builds from its file and starts tasks that exist on the port it forwards."""
    described = json.loads((PROJECT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert (PROJECT / ".devcontainer" / described["build"]["dockerfile"]).is_file()
    assert described["forwardPorts"] == [8000] and described["postAttachCommand"] == "python3 tasks.py serve"


@pytest.mark.parametrize(("language", "said"), [("pl_PL", "w samym Windowsie"), ("en_GB", "in Windows itself")])
def test_windows_is_told_what_works(language: str, said: str) -> None:
    """On Windows one sentence says what works there and what to use instead; the status is 1."""
    program = f"import os, runpy; os.name = 'nt'; runpy.run_path({str(PROJECT / 'tasks.py')!r}, run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", program], env=clean_environment(LANG=language), capture_output=True, check=False
    )
    told = done.stderr.decode().strip().splitlines()
    assert done.returncode == 1 and len(told) == 1
    assert said in told[0] and "/redakcja/" in told[0] and "Codespaces" in told[0] and "WSL" in told[0]
