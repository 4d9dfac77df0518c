"""With ``--lang en`` nobody has to know Polish: no message of any task is Polish, whatever the machine speaks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from partnership.cli.main import TASKS
from tests.conftest import Call
from tests.support.checkout import Checkout
from tests.support.commands import BUILD_DAY, PROJECT, clean_environment
from tests.support.messages import PACKAGE, catalogue
from tests.support.site import Site

SHORTEST = 9
"""Letters of a piece of a message from which on it cannot be part of a name or an English sentence."""
_POLISH = re.compile("[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]")


def polish_pieces() -> list[str]:
    """Return the pieces between placeholders of all Polish messages that English ones cannot have."""
    pieces: set[str] = set()
    for message in catalogue(PACKAGE / "translations" / "pl" / "LC_MESSAGES" / "partnership.po"):
        forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
        for form in forms:
            found = (piece.strip() for piece in re.split(r"%\(\w+\)[a-z]|%[a-z]|\n", form))
            pieces.update(piece for piece in found if len(piece) >= SHORTEST and _POLISH.search(piece))
    return sorted(pieces)


PIECES = polish_pieces()


def assert_english(text: str) -> None:
    """Assert that nothing of the Polish messages stands in an output, nor a Polish quotation mark."""
    assert [piece for piece in PIECES if piece in text] == []
    assert "„" not in text


@pytest.fixture(autouse=True)
def polish_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine speaks Polish; only the option asks for English."""
    monkeypatch.setenv("LANG", "pl_PL.UTF-8")
    monkeypatch.setenv("LC_ALL", "pl_PL.UTF-8")


def test_the_pieces_tell_polish_from_english(call: Call, site: Site) -> None:
    """The search finds what it is meant to find."""
    assert len(PIECES) > 500
    site.post(date="x")
    outcome = call("--lang", "pl", "check", *site.options)
    assert any(piece in outcome.out + outcome.err for piece in PIECES)


def test_help_is_english() -> None:
    """Each task's help, and what it says of an option that it does not know, in a process that never spoke Polish."""
    script = "from partnership.cli.main import TASKS, main\n" + "".join(
        f"[main(['--lang', 'en', task, {option!r}]) for task in TASKS]\n" for option in ("--help", "--nie-ma")
    )
    done = subprocess.run(
        [sys.executable, "-P", "-X", "utf8", "-c", script],
        env=clean_environment(PYTHONPATH=str(PROJECT / "plugins"), LANG="pl_PL.UTF-8"),
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.count("--help") >= len(TASKS)
    assert_english(done.stdout + done.stderr)


def test_problems_are_english(call: Call, site: Site) -> None:
    """Mistakes of every room: head, text, files, records, addresses."""
    site.write("content/media/a.jpg", b"x")
    site.write("content/media/b.html", b"x")
    site.write("content/media/c.csv", b"x")
    site.write("data/nieznany.yaml", "a: 1\n")
    site.institution(phone=["x"], email=["x"], county="9999", services=["nie-ma"], nieznane="x")
    site.post(
        "a", "# A\n\n[tutaj](../b.md) <script>x</script> ![](x.png)", date="25.11.2026", state="x",
        aliases=["/kontakt/", "bez"], image={"src": "../media/a.jpg"}, category="…",
    )  # fmt: skip
    site.post("b", date="2026-01-15", attachments=[{"file": "../media/b.html", "title": "B"}], aliases=["/sw.js"])
    site.meeting(ends="2026-02-01")
    site.page("theme")
    for task in ("check", "build", "freshness", "newsletter"):
        outcome = call("--lang", "en", task, *(site.build_options if task == "build" else site.options))
        assert_english(outcome.out + outcome.err)


def test_work_is_english(call: Call, site: Site, tmp_path: Path) -> None:
    """A build with its reasons, what is due in each form, and a newsletter's progress."""
    site.institution(owner="Anna", verified="2020-01-01", review_after_months=6)
    site.post(summary="Short.")
    for arguments in (
        ("build", "--explain", *site.build_options),
        ("build", *site.build_options),
        ("check", *site.options),
        ("check", "--format", "github", *site.options),
        ("freshness", *site.options),
        ("freshness", "--format", "csv", *site.options),
        ("freshness", "--format", "ics", *site.options),
    ):
        outcome = call("--lang", "en", *arguments)
        assert outcome.status == 0, outcome.err
        assert_english(outcome.out + outcome.err)
        assert "//PL" not in outcome.out
    mail = ("--no-archive", "--since", "2026-01-01", "--output", str(tmp_path / "a.eml"))
    assert_english(call("--lang", "en", "newsletter", *mail, *site.options).err)


def test_publishing_is_english(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publishing, comparing (by the commits' own code, in processes of their own), refusing and going back."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILD_DAY)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    checkout = Checkout(tmp_path / "ewa", tmp_path / "remote.git")
    checkout.post("first", title="First", summary="Short.")
    checkout.write("content/media/a.csv", "a;b")
    checkout.commit()
    for module in ("partnership.settings", "partnership.publishing.two_states"):
        monkeypatch.setattr(f"{module}.PROJECT", checkout.root, raising=False)

    def ask(*arguments: str, status: int = 0) -> None:
        outcome = call("--lang", "en", *arguments)
        assert outcome.status == status, outcome.err
        # What stands on pages is quoted as it is.
        assert_english(re.sub("“[^”]*”", "", outcome.out + outcome.err))

    ask("publish", "--dry-run")
    ask("publish")
    checkout.post("first", title="Second", summary="Other.", attachments=[{"file": "../media/a.csv", "title": "A"}])
    ask("diff")
    ask("publish", status=1)
    checkout.commit()
    ask("diff")
    ask("diff", "--format", "markdown")
    ask("publish")
    ask("publish")
    ask("publish", "--rollback")
    checkout.post("first", date="x")
    checkout.commit()
    ask("diff", status=1)
    ask("publish", status=1)
