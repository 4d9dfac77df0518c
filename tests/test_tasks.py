"""The bootstrap: a bare folder becomes a working environment, and every way in which that can go wrong says what to do.

The projects here have a tiny package and empty locks, so an installation takes seconds and needs no network.
"""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from partnership.cli.main import asked_language
from partnership.cli.site_language import site_language
from partnership.language import chosen_language
from tests.support.commands import PROJECT, clean_environment
from tests.support.patience import PATIENCE_SECONDS

SOURCE = PROJECT / "tasks.py"
PACKAGE = """
import os, sys
print("arguments", *sys.argv[1:])
print("folder", os.getcwd())
print("utf8", sys.flags.utf8_mode)
sys.exit(7 if "seven" in sys.argv else 0)
"""


class Project:
    """A copy of ``tasks.py`` beside a package that only prints what it was called with."""

    def __init__(self, root: Path) -> None:
        self.root = root
        package = root / "plugins" / "partnership"
        package.mkdir(parents=True)
        (package / "__main__.py").write_text(PACKAGE)
        shutil.copy(SOURCE, root)
        for name in ("requirements-build.lock", "requirements.lock", "requirements-test.lock"):
            (root / name).write_text("# nothing\n")

    def start(
        self, *arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a call without waiting for its end."""
        return subprocess.Popen(
            [sys.executable, str(self.root / "tasks.py"), *arguments],
            cwd=cwd,
            env=clean_environment(**(env or {})),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def call(
        self, *arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Call and wait."""
        process = self.start(*arguments, cwd=cwd, env=env)
        out, err = process.communicate(timeout=PATIENCE_SECONDS)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose environment is made by its first call; the tests share it, since making one takes seconds."""
    made = Project(tmp_path_factory.mktemp("bare"))
    first = made.call("one", "ż")
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines()[0] == "arguments one ż"
    assert "preparing the environment" in first.stderr
    return made


@pytest.fixture
def tasks(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """``tasks.py`` as a module of this process, which speaks English."""
    monkeypatch.setenv("LANG", "en")
    spec = importlib.util.spec_from_file_location("tasks_under_test", SOURCE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_later_calls_start_at_once_from_any_folder(project: Project, tmp_path: Path) -> None:
    """A prepared environment says nothing, keeps the caller's folder, exit status and locale-free UTF-8 mode."""
    (tmp_path / "partnership").mkdir()
    (tmp_path / "partnership" / "__main__.py").write_text("raise SystemExit('the wrong package')")
    done = project.call("seven", cwd=tmp_path, env={"LC_ALL": "C"})
    assert (done.returncode, done.stderr) == (7, "")
    assert done.stdout.splitlines()[1:] == [f"folder {tmp_path}", "utf8 1"]


def test_a_task_without_test_packages_leaves_them_out(project: Project) -> None:
    """Only the tasks that need them install the packages of the tests, once."""
    stamp = project.root / ".venv" / "installed-test"
    assert not stamp.exists()
    assert "packages of the tests" in project.call("bench").stderr
    assert stamp.exists()
    assert project.call("bench").stderr == ""


def test_an_outdated_or_damaged_environment_is_not_ready(
    project: Project, tasks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed lock, a killed installation and a vanished Python are seen, each alone."""
    environment = project.root / ".venv"
    monkeypatch.setattr(tasks, "ROOT", str(project.root))
    for name, path in (("ENVIRONMENT", ""), ("PYTHON", "bin/python"), ("INSTALLING", "installing")):
        monkeypatch.setattr(tasks, name, str(environment / path))
    assert tasks.is_ready("run")
    lock = project.root / "requirements.lock"
    whole = lock.read_text()
    lock.write_text("# something else\n")
    assert not tasks.is_ready("run")
    lock.write_text(whole)
    (environment / "installing").touch()
    assert not tasks.is_ready("run")
    (environment / "installing").unlink()
    (environment / "bin" / "python").rename(environment / "python")
    assert not tasks.is_ready("run")
    (environment / "python").rename(environment / "bin" / "python")
    assert tasks.is_ready("run")


def test_an_outdated_environment_is_made_again(project: Project) -> None:
    """With a changed lock the next call makes all anew, in place of what was there."""
    leftover = project.root / ".venv" / "leftover"
    leftover.touch()
    (project.root / "requirements.lock").write_text("# something else\n")
    done = project.call("again")
    assert done.returncode == 0, done.stderr
    assert "preparing the environment" in done.stderr
    assert not leftover.exists()
    assert project.call("again").stderr == ""


def test_killed_in_the_middle_the_next_call_mends_it(project: Project) -> None:
    """SIGKILL while packages are being installed leaves nothing that a later call would take for whole."""
    shutil.rmtree(project.root / ".venv")
    process = project.start("one")
    marker = project.root / ".venv" / "installing"
    while not marker.exists() and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    done = project.call("two")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "arguments two")


@pytest.mark.nightly
def test_two_first_calls_at_once_both_work(project: Project) -> None:
    """The second call waits for the first instead of installing into the same folder."""
    shutil.rmtree(project.root / ".venv")
    both = [project.start("one"), project.start("two")]
    results = [process.communicate(timeout=PATIENCE_SECONDS) for process in both]
    assert [process.returncode for process in both] == [0, 0], results
    assert sum("preparing the environment in" in err for _, err in results) == 1
    assert sum("waiting for it" in err for _, err in results) == 1


def test_a_failed_installation_is_one_sentence_and_tried_again(project: Project) -> None:
    """Without the package index the call ends with status 1 and no traceback; once the lock is right, it works."""
    lock = project.root / "requirements.lock"
    lock.write_text("no-such-package==1.0 --hash=sha256:" + "0" * 64 + "\n")
    done = project.call("one", env={"PIP_NO_INDEX": "1"})
    assert (done.returncode, done.stdout) == (1, "")
    assert "could not be installed" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    lock.write_text("# nothing\n")
    assert project.call("one").returncode == 0


def test_an_old_python_is_told_what_is_needed() -> None:
    """The file parses on old versions and says in one sentence which one it needs, before anything else runs."""
    source = SOURCE.read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    program = "import sys; __file__ = 'tasks.py'; sys.version_info = (3, 9, 1); exec(sys.stdin.read())"
    for lang, told in (
        ("en_GB.UTF-8", "tasks.py needs Python 3.11 or newer; this is Python 3.9."),
        ("pl_PL.UTF-8", "tasks.py potrzebuje Pythona 3.11 lub nowszego; ten to Python 3.9."),
    ):
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program], input=source, capture_output=True, text=True, check=False,
            env=clean_environment(LANG=lang),
        )  # fmt: skip
        assert (done.returncode, done.stderr.strip()) == (1, told)


@pytest.mark.parametrize(
    ("arguments", "lang", "chosen"),
    [
        ([], "", "pl"),
        (["check"], "en_US.UTF-8", "en"),
        (["--lang", "pl", "check"], "en_US.UTF-8", "pl"),
        (["--lang=en", "check"], "pl_PL.UTF-8", "en"),
        (["check", "--lang", "en"], "pl_PL.UTF-8", "pl"),
        (["--lang"], "C", "pl"),
        (["--language", "en"], "C", "pl"),
        (["--site", "en", "--lang", "en", "check"], "C", "en"),
        (["--lang", "de", "--lang", "en"], "C", "pl"),
    ],
)
def test_the_first_messages_speak_the_language_of_the_package(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str], lang: str, chosen: str
) -> None:
    """Option and variable mean the same as to the package, which cannot be asked before it is installed."""
    monkeypatch.setenv("LANG", lang)
    assert tasks.language(arguments) == chosen == chosen_language(asked_language(arguments))


@pytest.mark.parametrize(
    ("files", "first"),
    [
        ({}, ""),
        ({"pelicanconf.py": 'PATH = "content"\n'}, "pl"),
        ({"pelicanconf.py": 'DEFAULT_LANG = "de"\n'}, "de"),
        ({"pelicanconf.py": 'DEFAULT_LANG = "pl"\n', "data/site.yaml": "name: A\nlanguages:\n- tr\n- pl\n"}, "tr"),
        ({"pelicanconf.py": "", "data/site.yaml": "languages: [uk, pl]\n"}, "uk"),
        ({"pelicanconf.py": "", "data/site.yaml": 'languages: ["ar-MA"]\n'}, "ar-MA"),
    ],
)
def test_the_site_chooses_where_the_environment_names_no_language(
    tasks: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], first: str
) -> None:
    """Its first language is read alike before and after the package is installed; --site names the site."""
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert tasks.site_language(str(tmp_path)) == first == site_language(tmp_path)
    said = "pl" if first == "pl" else "en"
    assert tasks.language(["--site", str(tmp_path), "check"]) == said == chosen_language(None, first)


def test_every_message_has_a_polish_form() -> None:
    """All that the file says goes through the one table, with the same places to fill, and the table has no more."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    for call in calls:
        if call.func.id in {"say", "Stop"}:  # type: ignore[attr-defined]
            assert not isinstance(call.args[0], ast.Constant | ast.JoinedStr), ast.unparse(call)
    spec = importlib.util.spec_from_file_location("tasks_table", SOURCE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for english, polish in module.POLISH.items():
        assert english in texts and re.findall("%[sd]", english) == re.findall("%[sd]", polish)


@pytest.mark.parametrize(
    ("arguments", "task"),
    [([], ""), (["--help"], ""), (["test"], "test"), (["--lang", "pl", "test", "build"], "test"), (["--lang"], "")],
)
def test_the_task_is_the_first_argument_that_is_no_option(tasks: ModuleType, arguments: list[str], task: str) -> None:
    """Options before the task do not hide which packages it needs."""
    assert tasks.task_name(arguments) == task


def test_a_missing_system_package_is_named(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without root, or without apt-get, the sentence names the packages and how to get them."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(tasks.Stop, match="apt-get install chromium fonts-dejavu-core"):
        tasks.apt_install(["chromium", "fonts-dejavu-core"], "the browser tests", 1)


def test_as_root_apt_get_brings_a_missing_chromium(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lists are refreshed first, then the packages installed, and the caller is told; a failure is a sentence."""
    log = tmp_path / "log"
    apt_get = tmp_path / "apt-get"
    apt_get.write_text(f'#!/bin/sh\necho "$@" >> {log}\n')
    apt_get.chmod(0o755)
    monkeypatch.setattr(tasks, "APT_GET", str(apt_get))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with (tmp_path / "lock").open("w") as lock:
        tasks.apt_install(["chromium", "fonts-dejavu-core"], "the browser tests", lock.fileno())
        update, install = log.read_text().splitlines()
        assert update.endswith("update") and install.endswith("chromium fonts-dejavu-core")
        assert "installing chromium" in capsys.readouterr().err
        apt_get.write_text("#!/bin/sh\necho 'E: no such package'; exit 100\n")
        with pytest.raises(tasks.Stop, match="could not install chromium"):
            tasks.apt_install(["chromium"], "the browser tests", lock.fileno())
    assert "E: no such package" in capsys.readouterr().err


def test_chromium_is_found_by_variable_or_name(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """``CHROMIUM`` may name any path; an empty PATH without it means that there is none."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert "chromium" in tasks.missing_for_browser()
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert "chromium" not in tasks.missing_for_browser()
