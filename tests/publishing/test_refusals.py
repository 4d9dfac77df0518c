"""What stops a publication before it begins, and what a remote's refusal tells the editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.language import set_language
from partnership.problems import UserError
from partnership.publishing.git import GitFailed, open_repository, reason_of
from partnership.publishing.placeholders import is_placeholder
from partnership.publishing.publish import publish
from partnership.publishing.refusals import advice_for, is_overtaken
from partnership.publishing.two_states import compare_commits
from partnership.publishing.unfinished import unfinished
from tests.support.checkout import Checkout, run_git


@pytest.fixture(autouse=True)
def english() -> None:
    """Messages are asserted in English."""
    set_language("en")


def fails(checkout: Checkout, *arguments: str) -> None:
    """Run a git command that ends in a conflict."""
    with pytest.raises(AssertionError, match=f"git {arguments[0]}"):
        checkout.git(*arguments)


def diverged(checkout: Checkout) -> None:
    """Let two branches change the same line, with ``main`` checked out."""
    checkout.git("checkout", "--quiet", "-b", "inna")
    checkout.post("pierwszy", title="Tytuł drugiej osoby")
    checkout.commit("Theirs")
    checkout.git("checkout", "--quiet", "main")
    checkout.post("pierwszy", title="Tytuł moja wersja")
    checkout.commit("Mine")


@pytest.mark.parametrize(
    ("command", "way_out"),
    [
        (("merge", "inna"), "git merge --continue; to take everything back: git merge --abort"),
        (("rebase", "inna"), "git rebase --continue; to take everything back: git rebase --abort"),
        (("cherry-pick", "inna"), "git cherry-pick --continue; to take everything back: git cherry-pick --abort"),
        (("revert", "--no-edit", "HEAD~1"), "git revert --continue; to take everything back: git revert --abort"),
    ],
)
def test_what_is_not_finished_is_told_with_its_way_out(
    checkout: Checkout, command: tuple[str, ...], way_out: str
) -> None:
    """Publishing and comparing refuse in the middle of it, name the files, and never advise to commit them."""
    diverged(checkout)
    fails(checkout, *command)
    for ask in (lambda: publish(checkout.root, print), lambda: compare_commits(checkout.root, "", print)):
        with pytest.raises(UserError) as error:
            ask()
        told = str(error.value)
        assert f"A git {command[0]} is not finished; in conflict: content/news/pierwszy.md" in told
        assert told.endswith(way_out)
        assert "git commit" not in told
    # Obeyed to the letter, it goes on.
    checkout.post("pierwszy", title="Tytuł obojga")
    checkout.git("add", "content/news/pierwszy.md")
    checkout.git("-c", "core.editor=true", command[0], "--continue")
    assert unfinished(open_repository(checkout.root)) is None


def test_the_rest_of_several_picks_is_not_forgotten(checkout: Checkout) -> None:
    """Whoever commits the first of two by hand has the second still before them: it is told, with its way out."""
    diverged(checkout)
    checkout.git("checkout", "--quiet", "inna")
    checkout.post("drugi", title="Drugi wpis")
    checkout.commit("Theirs too")
    checkout.git("checkout", "--quiet", "main")
    fails(checkout, "cherry-pick", "inna~1", "inna")
    checkout.post("pierwszy", title="Tytuł obojga")
    checkout.commit("Picked by hand")
    told = "^A git cherry-pick is not finished; run git cherry-pick --continue; to take everything back"
    with pytest.raises(UserError, match=told):
        publish(checkout.root, print)
    checkout.git("-c", "core.editor=true", "cherry-pick", "--continue")
    assert unfinished(open_repository(checkout.root)) is None


def test_conflicts_of_a_stash_are_told(checkout: Checkout) -> None:
    """They leave no sign but the files in conflict."""
    checkout.post("pierwszy", title="Odłożony")
    checkout.git("stash", "--quiet")
    checkout.post("pierwszy", title="Inny")
    checkout.commit()
    fails(checkout, "stash", "pop")
    with pytest.raises(
        UserError, match=r"^Git has files in conflict; in conflict: content/news/pierwszy.md; open each"
    ):
        publish(checkout.root, print)


def test_a_bisect_is_told(checkout: Checkout) -> None:
    """What is checked out then is an old state."""
    checkout.git("bisect", "start")
    with pytest.raises(UserError, match="git bisect reset"):
        publish(checkout.root, print)


@pytest.mark.parametrize(
    ("host", "placeholder"),
    [
        ("partnerstwo.example", True),
        ("example", True),
        ("strona.invalid", True),
        ("strona.test.", True),
        ("localhost", True),
        ("a.localhost", True),
        ("127.0.0.1", True),
        ("[::1]", True),
        ("0.0.0.0", True),
        ("", True),
        ("redakcja.github.io", False),
        ("example.com.pl", False),
        ("192.168.1.4", False),
    ],
)
def test_placeholders_are_known(host: str, placeholder: bool) -> None:
    """Names that are kept for examples and one's own machine lead nobody anywhere."""
    assert is_placeholder(host) is placeholder


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('SITEURL = "https://partnerstwo.example"', "Set the real one as SITEURL"),
        ('PARTNERSHIP_NEWSLETTER_FORM = "https://lista.invalid/subscription/form"', "set PARTNERSHIP_NEWSLETTER_FORM"),
        ('PARTNERSHIP_NEWSLETTER_MAIL = "lista@localhost"', "set PARTNERSHIP_NEWSLETTER_MAIL"),
        ('PARTNERSHIP_PUBLISH_DOMAIN = "strona.example"', "set PARTNERSHIP_PUBLISH_DOMAIN"),
    ],
)
def test_placeholder_addresses_are_not_published(checkout: Checkout, tmp_path: Path, line: str, sentence: str) -> None:
    """The branch never gets one; a trial and a folder for trying say so and go on."""
    checkout.write("publishconf.py", f"from pelicanconf import *\n{line}\n")
    checkout.commit()
    with pytest.raises(UserError, match=sentence):
        publish(checkout.root, print)
    assert checkout.publications() == []
    said: list[str] = []
    assert publish(checkout.root, said.append, folder=tmp_path / "www").is_new
    assert any(sentence in text for text in said)


GH006 = "error: GH006: Protected branch update failed for refs/heads/gh-pages."


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (GH006, "The branch is protected"),
        ("error: GH001: Large files detected. film.mp4 is 120.00 MB", "Make the file that it names smaller"),
        ("Your repository is over its data quota", "The host has no room left"),
        ("GitLab: You are not allowed to push code to this project.", "The branch is protected"),
        ("Reguła redakcji: brak numeru sprawy", "It is a rule of the remote"),
    ],
)
def test_a_remotes_own_words_are_shown(checkout: Checkout, words: str, advice: str) -> None:
    """A hook's reason reaches the editor whole, with what to do; nothing became public."""
    hook = checkout.remote / "hooks" / "pre-receive"
    hook.write_text(f'#!/bin/sh\necho "{words}" >&2\nexit 1\n')
    hook.chmod(0o755)
    with pytest.raises(UserError) as error:
        publish(checkout.root, lambda text: None)
    assert words.removeprefix("error: ") in str(error.value)
    assert advice in str(error.value)
    assert checkout.publications() == []


def test_a_race_is_told_from_a_rule() -> None:
    """Only a branch that moved on is somebody's newer publication, whatever words a hook uses."""
    moved = " ! [rejected]        abc -> gh-pages (fetch first)\nerror: failed to push some refs"
    ruled = "remote: please fetch first\n ! [remote rejected] abc -> gh-pages (pre-receive hook declined)"
    assert is_overtaken(GitFailed(moved))
    assert not is_overtaken(GitFailed(ruled))
    assert reason_of(GitFailed(ruled)) == "please fetch first"
    lost = GitFailed("fatal: unable to access 'https://host/': Could not resolve host: host")
    assert advice_for(lost).startswith("Check the connection")


def test_media_in_a_submodule_are_published(checkout: Checkout, tmp_path: Path) -> None:
    """What ``check`` sees in the folder is what the publication holds; what is missing is told."""
    run_git(tmp_path, "init", "--quiet", "--initial-branch=main", "pliki")
    pictures = tmp_path / "pliki"
    (pictures / "plan.txt").write_text("plan")
    run_git(pictures, "add", "--all")
    run_git(pictures, "-c", "user.name=X", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "Plan")
    checkout.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(pictures), "content/media")
    checkout.post("plan", attachments=[{"file": "../media/plan.txt", "title": "Plan"}])
    checkout.commit()
    assert publish(checkout.root, lambda text: None).is_new
    assert checkout.published("media/plan.txt") == "plan"
    checkout.push()
    fresh = checkout.second(tmp_path / "jan")
    with pytest.raises(UserError, match=r"content/media is a submodule.*git submodule update --init"):
        publish(fresh.root, lambda text: None)
    fresh.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "update", "--init")
    assert not publish(fresh.root, lambda text: None).is_new


def test_before_the_first_publication_a_comparison_says_so(checkout: Checkout) -> None:
    """What it compares with is named, since nothing is public."""
    checkout.post("drugi")
    checkout.commit()
    said: list[str] = []
    compare_commits(checkout.root, "", said.append)
    assert said[0] == "Nothing is published yet, as far as is known here; comparing with what the others have"
