"""Going back to an earlier publication: always forward in history, never past what is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.language import set_language
from partnership.problems import UserError
from partnership.publishing.publish import publish
from partnership.publishing.rollback import roll_back
from tests.publishing.conftest import arrange_surroundings
from tests.support.checkout import Checkout, run_git


@pytest.fixture(scope="module")
def three_publications(first_checkout: Checkout, tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A clone that published three states: one post, two posts, and a post with a mistake in it; to be copied."""
    set_language("en")
    checkout = first_checkout.copied(tmp_path_factory.mktemp("published"))
    with pytest.MonkeyPatch.context() as patch:
        arrange_surroundings(patch)
        quiet(checkout)
        for stem in ("drugi", "pomylka"):
            checkout.post(stem, title=stem)
            checkout.commit(f"Add {stem}")
            quiet(checkout)
    return checkout


@pytest.fixture
def published(three_publications: Checkout, tmp_path: Path, surroundings: None) -> Checkout:
    """A clone that published three states: one post, two posts, and a post with a mistake in it."""
    set_language("en")
    return three_publications.copied(tmp_path)


def quiet(checkout: Checkout) -> None:
    """Publish and say nothing."""
    publish(checkout.root, lambda text: None)


def back(checkout: Checkout, to: str = "", dry_run: bool = False) -> str:
    """Roll back quietly and return the source commit of what is shown again."""
    return roll_back(checkout.root, lambda text: None, to=to, dry_run=dry_run).source


def tree(checkout: Checkout, commit: str = "gh-pages") -> str:
    """Return the name of a publication's tree."""
    return run_git(checkout.remote, "rev-parse", f"{commit}^{{tree}}")


def test_rollback_shows_the_publication_before(published: Checkout) -> None:
    """The tree is the earlier one's, in a new commit after the newest; the sources stay as they were."""
    head = published.git("rev-parse", "HEAD")
    earlier = tree(published, "gh-pages~1")
    source = back(published)
    assert source == published.git("rev-parse", "HEAD~1")
    assert tree(published) == earlier
    assert len(published.publications()) == 4
    assert published.publications()[0].startswith("Roll back to the publication of 2")
    assert published.git("rev-parse", "HEAD") == head


def test_rollback_again_goes_further_back(published: Checkout) -> None:
    """Twice back is two publications earlier, not the mistake again; before the first there is nothing."""
    first = tree(published, "gh-pages~2")
    back(published)
    back(published)
    assert tree(published) == first
    with pytest.raises(UserError, match="no publication before the one that is shown now"):
        back(published)


def test_rollback_to_a_named_publication(published: Checkout) -> None:
    """A commit of the sources names its publication, in full or shortened, and so does a commit of the branch."""
    first = published.git("rev-parse", "HEAD~2")
    assert back(published, first[:8]) == first
    assert back(published, run_git(published.remote, "rev-parse", "gh-pages~2")) == published.git("rev-parse", "HEAD~1")
    with pytest.raises(UserError, match=r"“ffffff” was never published; the last publications are: [0-9a-f]{10}"):
        back(published, "ffffff")
    with pytest.raises(UserError, match="was never published"):
        back(published, "--output=/etc/passwd")


def test_rollback_to_what_is_shown_changes_nothing(published: Checkout) -> None:
    """The publication that is shown now needs no going back to."""
    with pytest.raises(UserError, match="is the one that is shown now"):
        back(published, "HEAD")
    assert len(published.publications()) == 3


def test_trial_of_a_rollback(published: Checkout) -> None:
    """A dry run names the publication and sends nothing."""
    assert back(published, dry_run=True) == published.git("rev-parse", "HEAD~1")
    assert len(published.publications()) == 3


def test_what_was_rolled_back_is_not_published_again_by_itself(published: Checkout) -> None:
    """The morning's scheduled publication does not bring the mistake back; a correction is published."""
    back(published)
    with pytest.raises(UserError, match=r"then rolled back on .*; correct the mistake"):
        quiet(published)
    published.post("pomylka", title="Poprawione")
    published.commit("Correct it")
    quiet(published)
    assert "Poprawione" in (published.published("aktualnosci/2026/pomylka/index.html") or "")


def test_state_older_than_what_was_rolled_back_is_refused(published: Checkout) -> None:
    """After a rollback, an older state of the sources would still undo later work."""
    back(published)
    published.git("reset", "--quiet", "--hard", "HEAD~1")
    with pytest.raises(UserError, match="which your folder does not have"):
        quiet(published)


def test_nothing_to_go_back_to(checkout: Checkout) -> None:
    """Before the first publication the answer is one sentence."""
    set_language("en")
    with pytest.raises(UserError, match="Nothing has been published yet"):
        back(checkout)
