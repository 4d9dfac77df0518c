"""Publishing with real git and a local bare remote: what is refused, what is sent, what stays whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from partnership.language import set_language
from partnership.problems import ProblemsFound, UserError
from partnership.publishing.publish import Outcome, publish
from partnership.publishing.rollback import roll_back
from tests.support.checkout import Checkout, run_git


@pytest.fixture(autouse=True)
def english() -> None:
    """Messages are asserted in English."""
    set_language("en")


def go(
    checkout: Checkout, *, dry_run: bool = False, dropped: Collection[str] = (), folder: Path | None = None
) -> Outcome:
    """Publish a clone quietly."""
    return publish(checkout.root, lambda text: None, dry_run=dry_run, dropped=dropped, folder=folder)


def on_branch(checkout: Checkout, folder: Path, files: Mapping[str, str | None]) -> str:
    """Change files on the publication branch as a host or a stranger does (None: delete); return the commit."""
    hand = folder / "hand"
    if not hand.exists():
        run_git(folder, "clone", "--quiet", "--branch=gh-pages", str(checkout.remote), "hand")
    elif run_git(hand, "branch", "--list", "gh-pages"):
        run_git(hand, "pull", "--quiet")
    for path, text in files.items():
        (hand / path).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (hand / path).unlink()
        else:
            (hand / path).write_text(text)
    run_git(hand, "add", "--all")
    run_git(hand, "-c", "user.name=X", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "By hand")
    run_git(hand, "push", "--quiet", "origin", "gh-pages")
    return run_git(hand, "rev-parse", "HEAD")


def test_first_publication_holds_the_site_and_names_its_source(checkout: Checkout) -> None:
    """The branch is made with .nojekyll, the manifest and a message that names the commit of the sources."""
    outcome = go(checkout)
    head = checkout.git("rev-parse", "HEAD")
    assert outcome.is_new and outcome.commit and "/aktualnosci/2026/pierwszy/" in outcome.added
    assert "Pierwszy wpis" in (checkout.published("aktualnosci/2026/pierwszy/index.html") or "")
    assert checkout.published(".nojekyll") == ""
    assert checkout.published("CNAME") is None
    assert json.loads(checkout.published("publikacja.json") or "")["commit"] == head
    assert checkout.publications() == [f"Publish {head[:10]}: Add the first post"]
    assert f"Source-Commit: {head}" in run_git(checkout.remote, "log", "-1", "--format=%B", "gh-pages")


def test_nothing_is_pushed_when_nothing_changed(checkout: Checkout) -> None:
    """The same commit again, or one that changes no file of the site, makes no publication."""
    go(checkout)
    assert not go(checkout).is_new
    checkout.write("README.md", "Nothing of the site\n")
    checkout.commit("Write a note")
    assert not go(checkout).is_new
    assert len(checkout.publications()) == 1


def test_publication_leaves_no_trace_in_the_clone(checkout: Checkout) -> None:
    """No branch of one's own is made, the tree stays clean, the workshop is gone."""
    go(checkout)
    assert checkout.git("branch", "--format=%(refname:short)") == "main"
    assert checkout.git("status", "--porcelain") == ""
    assert not (checkout.root / ".cache" / "publication").exists()


def test_site_is_built_from_the_commit(checkout: Checkout) -> None:
    """Ignored files of the folder play no part: the commit decides."""
    checkout.write(".git/info/exclude", "content/news/ukryty.md\n")
    checkout.post("ukryty", title="Nie do publikacji")
    go(checkout)
    assert checkout.published("aktualnosci/2026/ukryty/index.html") is None


def test_own_domain_is_written(checkout: Checkout) -> None:
    """The setting for a domain of one's own becomes the file CNAME."""
    checkout.write("publishconf.py", 'from pelicanconf import *\nPARTNERSHIP_PUBLISH_DOMAIN = "p.example.org"\n')
    checkout.commit()
    go(checkout)
    assert (checkout.published("CNAME") or "").strip() == "p.example.org"


@pytest.mark.parametrize("path", ["content/news/pierwszy.md", "content/news/nowy.md", "data/offers/1201.yaml"])
def test_unclean_tree_is_refused(checkout: Checkout, path: str) -> None:
    """A changed or a new file that is not committed stops everything and is named."""
    checkout.write(path, "---\ntitle: x\n---\n")
    with pytest.raises(
        UserError, match=r"1 file is changed but not committed: .*; run git add and git commit"
    ) as error:
        go(checkout)
    assert path in str(error.value)
    assert checkout.publications() == []


def test_problems_are_refused_and_named_in_the_editors_folder(checkout: Checkout) -> None:
    """A failing check stops before anything is sent; the path is that of the editor's own file."""
    bad = checkout.post("zly", date="jutro")
    checkout.commit()
    with pytest.raises(ProblemsFound) as error:
        go(checkout)
    assert [one.path for one in error.value.problems if one.severity == "error"] == [str(bad)]
    assert checkout.publications() == []


def test_shallow_clone_is_refused(checkout: Checkout, tmp_path: Path) -> None:
    """A clone without its history would tell subscribers a false story."""
    run_git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{checkout.remote}", "shallow")
    with pytest.raises(UserError, match=r"git fetch --unshallow"):
        publish(tmp_path / "shallow", lambda text: None)


def test_folder_without_repository_commit_or_remote(checkout: Checkout, tmp_path: Path) -> None:
    """Each of the three is one clear sentence."""
    (tmp_path / "bare").mkdir()
    with pytest.raises(UserError, match="is not in a git repository"):
        publish(tmp_path / "bare", lambda text: None)
    run_git(tmp_path, "init", "--quiet", "empty")
    with pytest.raises(UserError, match="Nothing is committed yet"):
        publish(tmp_path / "empty", lambda text: None)
    checkout.git("remote", "remove", "origin")
    with pytest.raises(UserError, match="git remote add origin ADDRESS"):
        go(checkout)


def test_broken_link_is_refused(checkout: Checkout) -> None:
    """A link to an address that the built site does not have stops the publication and says where it stands."""
    checkout.post("drugi", body="Zobacz [usługę](/uslugi/posrednictwa/).")
    checkout.commit()
    with pytest.raises(ProblemsFound) as error:
        go(checkout)
    assert any("/uslugi/posrednictwa/" in one.message for one in error.value.problems)
    # What no check of the texts can know, the built site tells.
    checkout.post("drugi", body="Zobacz [stronę](/kontact/) i [miejsce](/kontakt/#nie-ma).")
    checkout.commit()
    with pytest.raises(ProblemsFound) as error:
        go(checkout)
    found = {one.message: one for one in error.value.problems if one.path == "/aktualnosci/2026/drugi/"}
    assert set(found) == {
        "The link “/kontact/” leads nowhere",
        "The link “/kontakt/#nie-ma” leads to a place that the page does not have",
    }
    hint = found["The link “/kontact/” leads nowhere"].hint
    assert hint == "did you mean “/kontakt/”? (the page is made from content/news/drugi.md)"
    assert checkout.publications() == []


def test_trial_sends_nothing(checkout: Checkout) -> None:
    """A dry run tells what would change and leaves the remote as it was, with or without a network."""
    outcome = go(checkout, dry_run=True)
    assert outcome.added and not outcome.commit
    assert checkout.publications() == []
    go(checkout)
    checkout.git("remote", "set-url", "origin", str(checkout.remote) + "-gone")
    checkout.post("drugi")
    checkout.commit()
    said: list[str] = []
    outcome = publish(checkout.root, said.append, dry_run=True)
    assert "/aktualnosci/2026/drugi/" in outcome.added
    assert any("cannot be asked what is published" in text for text in said)


def test_vanishing_address_is_refused(checkout: Checkout) -> None:
    """A published address may move with an alias or be dropped by name, never vanish by accident."""
    go(checkout)
    (checkout.content / "news" / "pierwszy.md").unlink()
    checkout.post("inny", title="Inny wpis")
    checkout.commit()
    with pytest.raises(ProblemsFound) as error:
        go(checkout)
    problems = {one.path: one for one in error.value.problems}
    assert "--drop /aktualnosci/2026/pierwszy/" in problems["/aktualnosci/2026/pierwszy/"].hint
    checkout.post("inny", title="Inny wpis", aliases=["/aktualnosci/2026/pierwszy/"])
    checkout.commit()
    go(checkout)
    assert "/aktualnosci/2026/inny/" in (checkout.published("aktualnosci/2026/pierwszy/index.html") or "")
    checkout.post("inny", title="Inny wpis")
    checkout.commit()
    with pytest.raises(ProblemsFound):
        go(checkout)
    go(checkout, dropped=["/aktualnosci/2026/pierwszy/"])
    assert checkout.published("aktualnosci/2026/pierwszy/index.html") is None


def test_second_editor_is_told_to_pull(checkout: Checkout, tmp_path: Path) -> None:
    """Whoever lacks what was published last cannot undo it, and publishes both works after pulling."""
    second = checkout.second(tmp_path / "jan")
    checkout.post("ewy", title="Wpis Ewy")
    checkout.commit("Add Ewa's post")
    checkout.push()
    go(checkout)
    second.post("jana", title="Wpis Jana")
    second.commit("Add Jan's post")
    with pytest.raises(UserError, match=r"which your folder does not have.*git pull --rebase"):
        go(second)
    second.git("pull", "--quiet", "--rebase")
    go(second)
    for stem in ("ewy", "jana"):
        assert second.published(f"aktualnosci/2026/{stem}/index.html") is not None


def test_work_that_was_rebased_is_still_one_s_own(checkout: Checkout, tmp_path: Path) -> None:
    """Published, then rebased onto a colleague's commit before sending: the same changes are known by another name."""
    go(checkout)
    second = checkout.second(tmp_path / "jan")
    checkout.post("ewy", title="Wpis Ewy")
    checkout.commit("Add Ewa's post")
    said: list[str] = []
    publish(checkout.root, said.append)
    assert said[-1] == "Send your changes to the others, too: git push"
    second.post("jana", title="Wpis Jana")
    second.commit("Add Jan's post")
    second.push()
    checkout.git("pull", "--quiet", "--rebase")
    checkout.push()
    assert go(checkout).is_new
    assert checkout.published("aktualnosci/2026/jana/index.html") is not None


def test_lost_work_is_superseded_by_name_only(checkout: Checkout, tmp_path: Path) -> None:
    """A published commit that nobody has any more blocks until somebody names it."""
    go(checkout)
    second = checkout.second(tmp_path / "jan")
    second.post("jana", title="Wpis Jana")
    lost = second.commit("Add Jan's post")
    go(second)
    checkout.post("ewy", title="Wpis Ewy")
    checkout.commit("Add Ewa's post")
    with pytest.raises(UserError, match=f"publish with --supersede {lost[:10]}"):
        go(checkout)
    drop = ["/aktualnosci/2026/jana/"]
    assert publish(checkout.root, lambda text: None, superseded=lost[:10], dropped=drop).is_new
    assert checkout.published("aktualnosci/2026/jana/index.html") is None


def test_publication_that_wins_the_race_is_kept(checkout: Checkout, tmp_path: Path) -> None:
    """Between fetching and pushing somebody else publishes: the push is refused, the remote keeps theirs."""
    go(checkout)
    second = checkout.second(tmp_path / "jan")
    checkout.post("drugi")
    checkout.commit()
    raced: list[str] = []

    def say(text: str) -> None:
        if "Checking" in text:
            second.post("szybszy", title="Szybszy")
            raced.append(second.commit("Be faster"))
            go(second)

    with pytest.raises(UserError, match="Somebody else published in the meantime; nothing was overwritten"):
        publish(checkout.root, say)
    assert checkout.publications()[0] == f"Publish {raced[0][:10]}: Be faster"
    assert checkout.git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("program", "script", "sentence"),
    [
        ("uploadpack", "exit 1", "cannot be asked what is published"),
        ("receivepack", "exit 1", "could not be sent"),
        ("receivepack", 'head -c 2000 | git-receive-pack "$@"', "could not be sent"),
    ],
)
def test_network_that_breaks_leaves_the_remote_whole(
    checkout: Checkout, tmp_path: Path, program: str, script: str, sentence: str
) -> None:
    """A connection that dies while asking or sending is one sentence; the next try does it all."""
    go(checkout)
    checkout.post("drugi")
    checkout.commit()
    broken = tmp_path / "broken"
    broken.write_text(f"#!/bin/sh\nPATH=$PATH:$(git --exec-path)\n{script}\n")
    broken.chmod(0o755)
    checkout.git("config", f"remote.origin.{program}", str(broken))
    with pytest.raises(UserError, match=sentence):
        go(checkout)
    run_git(checkout.remote, "fsck", "--strict")
    assert len(checkout.publications()) == 1
    checkout.git("config", "--unset", f"remote.origin.{program}")
    assert go(checkout).is_new
    assert len(checkout.publications()) == 2


def test_deleted_branch_is_published_anew(checkout: Checkout) -> None:
    """A branch that was deleted on the remote is no obstacle, though it is still remembered here."""
    go(checkout)
    run_git(checkout.remote, "update-ref", "-d", "refs/heads/gh-pages")
    assert go(checkout).is_new
    assert len(checkout.publications()) == 1


def test_branch_edited_by_hand_stops_the_publication(checkout: Checkout, tmp_path: Path) -> None:
    """Somebody changed a published file on the branch itself: nobody's work goes without being named."""
    go(checkout)
    edited = on_branch(checkout, tmp_path, {"index.html": "poprawione", "plik.txt": "ważny"})
    second = checkout.second(tmp_path / "jan")
    second.git("reset", "--quiet", "--hard", "HEAD~1")
    with pytest.raises(UserError, match="which your folder does not have"):
        go(second)
    with pytest.raises(UserError, match=rf"lost: index.html, plik.txt .*publish with --supersede {edited[:10]}"):
        go(checkout)
    with pytest.raises(UserError, match=r"lost: index.html, plik.txt"):
        roll_back(checkout.root, lambda text: None)
    assert checkout.published("plik.txt") == "ważny"
    assert publish(checkout.root, lambda text: None, superseded=edited[:10]).is_new
    assert "poprawione" not in (checkout.published("index.html") or "")
    assert len(checkout.publications()) == 3


def test_files_of_the_host_are_kept(checkout: Checkout, tmp_path: Path) -> None:
    """A domain, a certificate's proof and a search engine's live on the branch only: publication and rollback keep."""
    go(checkout)
    theirs = {
        "CNAME": "strona.example.org\n",
        ".well-known/acme-challenge/klucz": "tajne",
        "google1234567890abcdef.html": "google-site-verification",
    }
    on_branch(checkout, tmp_path, theirs)
    said: list[str] = []
    for number in range(2):
        checkout.post("pierwszy", title=f"Wpis {number}")
        checkout.commit()
        assert publish(checkout.root, said.append).is_new
        assert {path: checkout.published(path) for path in theirs} == theirs
    assert any("The site will stand at strona.example.org, but its links say" in text for text in said)
    assert not go(checkout).is_new
    for title in ("Wpis 0", "Pierwszy wpis"):
        roll_back(checkout.root, lambda text: None)
        page = checkout.published("aktualnosci/2026/pierwszy/index.html") or ""
        assert title in page.replace("\u00a0", " ")
        assert {path: checkout.published(path) for path in theirs} == theirs
    with pytest.raises(UserError, match="no publication before"):
        roll_back(checkout.root, lambda text: None)


def test_a_domain_taken_back_at_the_host_stays_away(checkout: Checkout, tmp_path: Path) -> None:
    """What the host deletes is not brought back, by a rollback neither."""
    go(checkout)
    on_branch(checkout, tmp_path, {"CNAME": "strona.example.org\n"})
    checkout.post("drugi")
    checkout.commit()
    go(checkout)
    on_branch(checkout, tmp_path, {"CNAME": None})
    checkout.post("trzeci")
    checkout.commit()
    go(checkout)
    assert checkout.published("CNAME") is None
    roll_back(checkout.root, lambda text: None)
    assert checkout.published("CNAME") is None
    assert checkout.published("aktualnosci/2026/drugi/index.html") is not None


def test_two_domains_are_told(checkout: Checkout, tmp_path: Path) -> None:
    """The settings' domain replaces the one that they wrote before, never one that the host wrote since."""

    def domain(name: str) -> None:
        checkout.write("publishconf.py", f'from pelicanconf import *\nPARTNERSHIP_PUBLISH_DOMAIN = "{name}"\n')
        checkout.commit()

    for name in ("a.example.org", "b.example.org"):
        domain(name)
        go(checkout)
        assert (checkout.published("CNAME") or "").strip() == name
    on_branch(checkout, tmp_path, {"CNAME": "c.example.org\n"})
    with pytest.raises(UserError, match=r"name the domain c.example.org, PARTNERSHIP_PUBLISH_DOMAIN names b"):
        go(checkout)
    domain("c.example.org")
    go(checkout)
    assert (checkout.published("CNAME") or "").strip() == "c.example.org"


def test_branch_of_another_program_is_not_overwritten(checkout: Checkout, tmp_path: Path) -> None:
    """A branch that held something else before the first publication is somebody's work, too."""
    run_git(tmp_path, "clone", "--quiet", str(checkout.remote), "hand")
    run_git(tmp_path / "hand", "checkout", "--quiet", "--orphan", "gh-pages")
    run_git(tmp_path / "hand", "rm", "-rq", "--force", ".")
    edited = on_branch(checkout, tmp_path, {"old.html": "dawna strona"})
    with pytest.raises(UserError, match=r"would be lost: old.html"):
        go(checkout)
    assert go(checkout, dropped=["/old.html"]).is_new
    assert run_git(checkout.remote, "rev-parse", "gh-pages~1") == edited


def test_odd_file_names_are_published(checkout: Checkout) -> None:
    """Blanks, diacritics and signs in the names of pictures and documents survive links, git and the branch."""
    names = ["zdjęcie z rady.txt", "a%20b.txt", "50% (plan).txt", "'cudzysłów'.txt", "#1.txt", "„x”.txt"]
    for name in names:
        checkout.write(f"content/media/{name}", name)
    attachments = [{"file": f"../media/{quote(name)}", "title": name} for name in names]
    checkout.post("zalaczniki", attachments=attachments)
    checkout.commit()
    assert go(checkout).is_new
    assert [checkout.published(f"media/{name}") for name in names] == names


def test_detached_state_is_published(checkout: Checkout) -> None:
    """A workflow checks out a commit without a branch."""
    checkout.git("checkout", "--quiet", "--detach")
    assert go(checkout).is_new


def test_unknown_editor_is_told_to_introduce_oneself(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name git could not sign the publication."""
    checkout.git("config", "user.useConfigOnly", "true")
    checkout.git("config", "--unset", "user.name")
    checkout.git("config", "--unset", "user.email")
    for name in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(UserError, match="Git does not know who you are"):
        go(checkout)


def test_publishing_into_a_folder(checkout: Checkout, tmp_path: Path) -> None:
    """A server of one's own gets the site in one step; a folder that holds something else is left alone."""
    target = tmp_path / "www"
    assert go(checkout, folder=target).is_new
    assert (target / "index.html").is_file()
    assert not go(checkout, folder=target).is_new
    assert checkout.publications() == []
    other = tmp_path / "dokumenty"
    other.mkdir()
    (other / "list.txt").write_text("ważne")
    with pytest.raises(UserError, match="is not empty and is not an earlier build"):
        go(checkout, folder=other)
    assert [one.name for one in other.iterdir()] == ["list.txt"]
    (target / ".well-known").mkdir()
    (target / ".well-known" / "security.txt").write_text("x")
    checkout.post("drugi")
    checkout.commit()
    assert go(checkout, folder=target).is_new
    assert (target / ".well-known" / "security.txt").read_text() == "x"
    (target / "moje.txt").write_text("ważne")
    with pytest.raises(UserError, match=r"not of the site: moje.txt; .*--drop /moje.txt"):
        go(checkout, folder=target)
    go(checkout, folder=target, dropped=["/moje.txt"])
    assert not (target / "moje.txt").exists()


def test_a_folder_between_two_moves_is_mended_first(checkout: Checkout, tmp_path: Path) -> None:
    """A kill in the middle of the exchange is finished before addresses and others' files are compared."""
    target = tmp_path / "www"
    go(checkout, folder=target)
    target.rename(tmp_path / ".www.old")
    shutil.copytree(tmp_path / ".www.old", tmp_path / ".www.stage")
    assert not go(checkout, folder=target).is_new
    assert (target / "index.html").is_file()
    assert sorted(one.name for one in tmp_path.glob(".www*")) == []
