"""``kill -9`` at any moment of a build or a publication: what is there is whole, and the next run mends the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from partnership.engine.commit import recover_all
from tests.support.checkout import Checkout, run_git
from tests.support.commands import PROJECT, clean_environment
from tests.support.site import Site

FEW = 3
MANY = 200


def start(*command: str) -> subprocess.Popen[bytes]:
    """Start Python with a command, in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", *command],
        env=clean_environment(PYTHONPATH=str(PROJECT / "plugins"), GIT_CONFIG_GLOBAL="/dev/null"),
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def run(*command: str) -> float:
    """Run to the end and return how long it took."""
    started = time.monotonic()
    process = start(*command)
    _out, told = process.communicate(timeout=120)
    assert process.returncode == 0, told.decode()
    return time.monotonic() - started


def kill_within(seconds: float, random: Random, *command: str) -> None:
    """Start a command and kill it, with everything that it started, at a random moment of its run."""
    process = start(*command)
    try:
        process.wait(random.uniform(0, seconds))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kill_builds(site: Site, count: int) -> None:
    """Change, build, kill; each file is then the old or the new one, and the next build makes the rest."""
    build = ("-m", "partnership", "build", *site.build_options)
    random = Random(count)
    for number in range(6):
        site.post(f"p{number}", title=f"Wpis {number}", category="Prawo")
    seconds = run(*build)
    for number in range(count):
        before = tree(site.output)
        site.post("p0", title=f"Zmieniony {number}", category=random.choice(("Prawo", "Rada")))
        site.post(f"n{number % 7}", f"Treść {number}.", title="Nowy")
        if number % 3 == 0:
            (site.content / "news" / f"n{(number + 3) % 7}.md").unlink(missing_ok=True)
        kill_within(seconds, random, *build)
        killed = tree(site.output)
        run(*build)
        after = tree(site.output)
        for path, data in killed.items():
            assert data in (before.get(path), after.get(path)), f"round {number}: {path} is neither old nor new"
        beside = sorted(path.name for path in site.root.iterdir())
        assert beside == ["content", "data", "output"], f"round {number}: left beside the output: {beside}"
        if number % 10 == 0:
            clean = site.root.parent / f"clean-{number}"
            run("-m", "partnership", "build", *site.options, "--output", str(clean))
            assert tree(clean) == after


def kill_publications(checkout: Checkout, count: int) -> None:
    """Change, publish, kill; the remote is whole and shows the old or the new site, the clone is as it was."""
    script = "import sys; from pathlib import Path; from partnership.publishing.publish import publish; "
    publish = ("-c", script + "publish(Path(sys.argv[1]), lambda text: None)", str(checkout.root))
    random = Random(count)
    seconds = run(*publish)
    for number in range(count):
        checkout.post("p", f"Treść numer {number}.", title="Wpis")
        head = checkout.commit(f"Change {number}")
        before = run_git(checkout.remote, "rev-parse", "gh-pages")
        kill_within(seconds * 1.1, random, *publish)
        run_git(checkout.remote, "fsck", "--strict")
        now = run_git(checkout.remote, "rev-parse", "gh-pages")
        message = run_git(checkout.remote, "log", "-1", "--format=%B", "gh-pages")
        assert now == before or f"Source-Commit: {head}" in message, f"round {number}"
        assert checkout.git("status", "--porcelain") == ""
        assert checkout.git("rev-parse", "HEAD") == head
        assert checkout.git("branch", "--format=%(refname:short)") == "main"
        run(*publish)
        page = checkout.published("aktualnosci/2026/p/index.html") or ""
        assert f"Treść numer {number}." in page.replace("\u00a0", " ")
        assert not (checkout.root / ".cache" / "publication").exists()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A clone with a local remote."""
    return Checkout(tmp_path / "ewa", tmp_path / "remote.git")


def test_killed_builds(site: Site) -> None:
    """A few kills of builds."""
    kill_builds(site, FEW)


def test_killed_publications(checkout: Checkout) -> None:
    """A few kills of publications."""
    kill_publications(checkout, FEW)


KILLED_AT_A_MOVE = """
import os, signal, sys
from pathlib import Path
from partnership.engine import commit
from partnership.publishing.publish import publish

rename, left = os.rename, int(sys.argv[3])

def killed(*paths):
    global left
    if Path(paths[0]).parent == Path(sys.argv[2]).parent:
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
    rename(*paths)

commit._exchange = lambda one, other: False
os.rename = killed
publish(Path(sys.argv[1]), lambda text: None, folder=Path(sys.argv[2]))
"""


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_a_publication_into_a_folder_killed_between_two_moves(checkout: Checkout, tmp_path: Path, moves: int) -> None:
    """Without an exchange in one step: whatever task is next, the folder has the old or the new site, whole."""
    target = tmp_path / "www"

    def publish(left: int) -> int:
        process = start("-c", KILLED_AT_A_MOVE, str(checkout.root), str(target), str(left))
        process.communicate()
        return process.returncode

    assert publish(-1) == 0
    old = tree(target)
    checkout.post("p", "Nowa treść.", title="Wpis")
    checkout.commit()
    assert publish(moves) == (0 if moves == 2 else -signal.SIGKILL)
    assert target.exists() is (moves != 1)
    recover_all(checkout.root / ".cache" / "build")
    found = tree(target)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["ewa", "remote.git", "www"]
    assert publish(-1) == 0
    assert found == (tree(target) if moves else old)


@pytest.mark.nightly
@pytest.mark.timeout(3600)
def test_many_killed_builds(site: Site) -> None:
    """Many kills of builds, at night."""
    kill_builds(site, MANY)


@pytest.mark.nightly
@pytest.mark.timeout(7200)
def test_many_killed_publications(checkout: Checkout) -> None:
    """Many kills of publications, at night."""
    kill_publications(checkout, MANY)
