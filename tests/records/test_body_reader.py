"""Reading the words of documents, with a note of who asked for which."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.linking import link
from partnership.engine.keys import Keys
from partnership.items.item import Page
from partnership.records.body_reader import BodyReader
from partnership.records.content import News
from partnership.settings import Settings
from tests.support.site import Site


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """The catalogue of a site with one post."""
    site = Site(tmp_path / "site")
    site.post("a")
    return link(Settings(content=site.content, data=site.data, build_date=date(2026, 3, 1))).catalogue


def shown(post: News) -> object:
    """Stand for a view."""
    return post


def test_what_was_asked_for_is_noted(catalogue: Catalogue) -> None:
    """An opened text and a first paragraph each have their digest; a reading inside another counts for both."""
    (post,) = catalogue.news
    with catalogue.bodies.recording() as outer:
        with catalogue.bodies.recording() as inner:
            assert catalogue.bodies.opening(post)
        opened = catalogue.bodies.open(post)
    assert inner == {post.body.opening_digest}
    assert outer == {post.body.opening_digest, post.body.stored.digest}
    assert opened is catalogue.bodies.open(post) and opened.body.pieces


def test_whoever_gets_what_is_made_once_has_asked_too(catalogue: Catalogue) -> None:
    """A result that two areas share was made with words; the second area is planned again when they change."""
    made: list[str] = []

    def first_words(of: Catalogue) -> str:
        made.append(of.bodies.opening(of.news[0]))
        return made[-1]

    for _area in range(2):
        with catalogue.bodies.recording() as asked:
            assert catalogue.derived(first_words)
        assert asked == {catalogue.news[0].body.opening_digest}
    assert len(made) == 1


def test_what_is_made_once_of_a_text_notes_its_words_each_time(catalogue: Catalogue) -> None:
    """Two lists that show a post share its card, and each is planned again when the words in it change."""
    (post,), bodies, given = catalogue.news, catalogue.bodies, ("address",)
    made: list[str] = []

    def card(reader: BodyReader, document: News, address: tuple[str]) -> str:
        made.append(reader.opening(document) + address[0])
        return made[-1]

    for _list in range(2):
        with bodies.recording() as asked:
            assert bodies.once(card, post, given) is made[0]
        assert asked == {post.body.opening_digest}
    assert bodies.once(card, post, ("another",)) is made[1] and len(made) == 2


def test_a_text_shown_without_being_opened_fails_at_once(catalogue: Catalogue) -> None:
    """A planner that forgets to ask is told how, when the key of its page is taken; the sealed text gives no words."""
    (post,) = catalogue.news
    assert not hasattr(post.body, "pieces") and not hasattr(post.body, "first_paragraph")
    with pytest.raises(TypeError, match=r"news/a\.md is shown without being opened"):
        Keys(b"", b"", {}).of(Page("/a/", "pages/document.html", shown, (post,)))
