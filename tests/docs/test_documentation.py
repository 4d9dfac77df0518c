"""The documentation beside the code: every task and option described, every decision indexed, no dead link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
import yaml

from partnership.cli.main import TASKS, make_group
from partnership.language import set_language
from partnership.settings import Settings
from tests.support.commands import PROJECT

DOCS = PROJECT / "docs"
README = PROJECT / "README.md"
DECISIONS = DOCS / "decisions"
TASKS_PAGE = DOCS / "tasks.md"
PAGES = sorted([README, PROJECT / "CHANGELOG.md", PROJECT / "theme" / "README.md", *DOCS.rglob("*.md")])

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img [^>]*src=\"([^\"]+)\"")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
COMMAND = re.compile(r"python3 tasks\.py((?: +[^\s`#]+)*)")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _without_code(text: str) -> str:
    return re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)


def _command(task: str) -> click.Command:
    set_language("en")
    group = make_group()
    command = group.get_command(click.Context(group), task)
    assert command is not None
    return command


def _options(task: str) -> set[str]:
    return {name for one in _command(task).params if isinstance(one, click.Option) for name in one.opts}


def _section(task: str) -> str:
    found = re.search(rf"^## {re.escape(task)}$(.*?)(?=^## |\Z)", _text(TASKS_PAGE), re.MULTILINE | re.DOTALL)
    assert found, f"docs/tasks.md has no section “{task}”"
    return found.group(1)


def _anchors(path: Path) -> set[str]:
    """Return the fragments of a page's headings, as code hosts make them."""
    found = set()
    for heading in re.findall(r"^#+ +(.+)$", re.sub(r"^```.*?^```$", "", _text(path), flags=re.M | re.S), re.M):
        bare = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        found.add(re.sub(r"[^\w\- ]", "", bare.lower()).replace(" ", "-"))
    return found


@pytest.mark.parametrize("task", TASKS)
def test_task_is_documented(task: str) -> None:
    """Each task has a section that shows a call and names exactly the options that the command line knows."""
    section = _section(task)
    assert f"python3 tasks.py {task}" in section
    told, known = set(OPTION.findall(section)), _options(task)
    assert not known - told, f"not in docs/tasks.md: {task} {sorted(known - told)}"
    assert not told - known, f"no longer an option: {task} {sorted(told - known)}"


@pytest.mark.parametrize("task", TASKS)
def test_task_is_in_the_readme(task: str) -> None:
    """The README's table of tasks is whole."""
    assert re.search(rf"^\|[^|]*`{re.escape(task)}`", _text(README), re.MULTILINE), f"README.md does not list `{task}`"


def test_the_two_commands_stand_in_the_readme() -> None:
    """A newcomer finds how to see the site and how to test it, each in a block to copy, near the top."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", _text(README), re.MULTILINE | re.DOTALL)
    assert blocks[0].strip() == "python3 tasks.py serve"
    assert blocks[1].strip() == "python3 tasks.py test"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_commands_shown_exist(page: Path) -> None:
    """A command that a page shows names a task, and options that this task has."""
    wrong = []
    for words in (match.group(1).split() for match in COMMAND.finditer(_text(page))):
        task = next((one for one in words if one in TASKS), None)
        rest = words[words.index(task) + 1 :] if task else [one for one in words if one not in ("TASK", "en", "pl")]
        known = _options(task) | {"--help"} if task else {"--lang", "--help"}
        strange = [one for one in rest if one.startswith("--") and one.partition("=")[0] not in known]
        if strange or (task is None and any(not one.startswith("-") for one in rest)):
            wrong.append(" ".join(words))
    assert not wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository finds it, in the same case, and its heading where it names one."""
    dead = []
    for target in _targets(page):
        path, _, fragment = unquote(target).partition("#")
        file = (page.parent / path).resolve() if path else page
        if not _is_there(file) or (fragment and file.suffix == ".md" and fragment not in _anchors(file)):
            dead.append(target)
    assert not dead


def _targets(page: Path) -> Iterator[str]:
    for match in LINK.finditer(_without_code(_text(page))):
        target = match.group(1) or match.group(2)
        # An address of the site, in a text about links, is no file; the web is the link checkers' matter.
        if not re.match(r"[a-z]+:|/", target):
            yield target


def _is_there(path: Path) -> bool:
    return path.exists() and (path == PROJECT or path.name in {one.name for one in path.parent.iterdir()})


def test_decisions_are_numbered_and_indexed() -> None:
    """Numbers begin with 0001, none is there twice; each heads its page; the index names each page once, in order."""
    files = sorted(path.name for path in DECISIONS.glob("[0-9]*.md"))
    assert files[0].startswith("0001-") and len({name[:4] for name in files}) == len(files)
    assert re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", _text(DECISIONS / "README.md")) == files
    for name in files:
        first = _text(DECISIONS / name).partition("\n")[0]
        assert re.match(rf"# {name[:4]} \w", first), f"{name} begins with “{first}”"


@pytest.mark.parametrize("path", sorted(DECISIONS.glob("[0-9]*.md")), ids=lambda path: path.name[:4])
def test_decision_fits_on_a_page(path: Path) -> None:
    """A decision is read in a few minutes: about a page."""
    assert len(_text(path).split()) <= 1000


def test_pictures_are_light_and_used() -> None:
    """No picture of the documentation is heavier than 200 KB, and each is shown somewhere."""
    pictures = sorted((DOCS / "pictures").iterdir())
    shown = {(page.parent / target).resolve() for page in PAGES for target in _targets(page)}
    assert pictures and all(path.stat().st_size <= 200_000 for path in pictures)
    assert not [path.name for path in pictures if path.resolve() not in shown]


def test_settings_are_explained_where_they_are_said_to_be() -> None:
    """Each setting has a docstring under it in ``settings.py``, which README and ``pelicanconf.py`` point to."""
    source = _text(PROJECT / "plugins" / "partnership" / "settings.py")
    for name in Settings.__struct_fields__:
        assert re.search(rf"^    {name}: [^\n]*(?:\n        [^\n]*\n    \))?\n    \"\"\"", source, re.MULTILINE), name


def test_examples_for_hosts_are_whole() -> None:
    """YAML in the pages on hosts is YAML; each line of CODEOWNERS names a folder that is there and one owner."""
    text = _text(DOCS / "hosts.md")
    blocks = re.split(r"^```(\w*)$", text, flags=re.MULTILINE)
    examples = list(zip(blocks[1::4], blocks[2::4], strict=True))
    assert all(isinstance(yaml.safe_load(body), dict) for kind, body in examples if kind == "yaml")
    (owners,) = (body for kind, body in examples if not kind)
    for line in owners.splitlines():
        if line and not line.startswith("#"):
            pattern, owner = line.split()
            assert owner.startswith("@ORGANISATION/")
            assert pattern == "*" or (PROJECT / pattern.strip("/")).exists(), pattern
