"""What the search loads at 5,000 posts: whatever is asked, so much at the first question, so much at later ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from partnership.chunks import NO_CACHE
from partnership.items.item import Publication
from partnership.publications.search.documents import SearchDocument, SearchText
from partnership.publications.search.index import plan_index
from partnership.settings import PROJECT
from partnership_bench.search_corpus import Corpus
from tests.support.serving import served

FIRST, LATER = 100 * 1024, 40 * 1024
POSTS = 5000
FOLDER = "/szukaj/indeks/"
ASK = """async ([before, query]) => {
  const { createSearch } = await import('/theme/js/search/engine.js');
  window.sizes ??= new Map();
  let bytes = 0;
  const engine = createSearch(async (path) => {
    const text = await (await fetch(path)).text();
    if (!sizes.has(path)) {
      const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
      sizes.set(path, (await new Response(packed).blob()).size);
    }
    bytes += sizes.get(path);
    return JSON.parse(text);
  });
  for (const one of before) await engine.find(one);
  bytes = 0;
  const found = await engine.find(query);
  const addresses = found.results.map(({ address }) => address);
  const told = { bytes, addresses, more: found.more, unread: found.unread, corrected: found.corrected.length };
  bytes = 0;
  if (found.more) await found.next();
  return { ...told, further: bytes };
}"""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The posts of the benchmark."""
    return Corpus(POSTS)


@pytest.fixture(scope="module")
def page(browser: Browser, corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page beside the engine and the index of all posts."""
    folder = tmp_path_factory.mktemp("search-transfer")
    (folder / "robots.txt").write_text("", encoding="utf-8")
    (folder / "theme").mkdir()
    (folder / "theme" / "js").symlink_to(PROJECT / "theme" / "static" / "js")
    found = []
    for one in corpus.posts:
        told = SearchText(one.title, "", "", " ".join(one.text.split()))
        size = len(one.title) + len(one.text)
        found.append(SearchDocument(one.address, "news", one.day.toordinal(), size, one.stem.encode(), told))
    found.append(SearchDocument("/o-nas/", "page", 0, 60, b"page", SearchText("O nas", "", "", "strona")))
    found.sort(key=lambda one: (one.day, one.address))
    for item in plan_index(found, "pl", FOLDER):
        assert isinstance(item, Publication)
        path = folder / item.address.strip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(item.made(NO_CACHE))
    with served(folder) as root:
        context = browser.new_context(service_workers="block")
        made = context.new_page()
        made.goto(f"{root}/robots.txt")
        yield made
        context.close()


def asked(page: Page, query: str, *before: str) -> dict[str, Any]:
    """Return what is loaded for a question and what it finds, after those before it."""
    told: dict[str, Any] = page.evaluate(ASK, [list(before), query])
    return told


def words_of(corpus: Corpus, dice: random.Random, common: bool) -> str:
    """Return a word, one of those that stand in very many posts or any."""
    return dice.choice(corpus.lemmas[:60] if common else corpus.lemmas).form(dice)


def phrase(corpus: Corpus, dice: random.Random, count: int) -> str:
    """Return so many words that follow each other in some post."""
    words = dice.choice(corpus.posts).text.split()
    at = dice.randrange(len(words) - count)
    return f"„{' '.join(words[at : at + count])}”"


def slipped(word: str) -> str:
    """Return a word with another first letter."""
    return "x" + word[1:]


QUESTIONS: dict[str, Callable[[Corpus, random.Random], str]] = {
    "two words in quotes": lambda corpus, dice: phrase(corpus, dice, 2),
    "three words in quotes": lambda corpus, dice: phrase(corpus, dice, 3),
    "ten words in quotes": lambda corpus, dice: phrase(corpus, dice, 10),
    "common words in quotes that nobody wrote": lambda corpus, dice: (
        f'"{" ".join(words_of(corpus, dice, common=True) for _each in range(3))}"'
    ),
    "two phrases": lambda corpus, dice: f"{phrase(corpus, dice, 3)} {phrase(corpus, dice, 3)}",
    "five common words": lambda corpus, dice: " ".join(words_of(corpus, dice, common=True) for _each in range(5)),
    "sixteen words": lambda corpus, dice: " ".join(words_of(corpus, dice, common=False) for _each in range(16)),
    "many slips": lambda corpus, dice: " ".join(slipped(words_of(corpus, dice, common=False)) for _each in range(8)),
    "a beginning": lambda corpus, dice: words_of(corpus, dice, common=False)[: dice.randrange(1, 6)],
    "words and a beginning": lambda corpus, dice: " ".join(
        (words_of(corpus, dice, common=True), words_of(corpus, dice, common=True), words_of(corpus, dice, False)[:3])
    ),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_what_a_question_loads_is_bounded(page: Page, corpus: Corpus, kind: str) -> None:
    """The first question loads 100 KiB at most, a later one 40, and so does looking further."""
    dice = random.Random(kind)
    for _each in range(8):
        query = QUESTIONS[kind](corpus, dice)
        assert asked(page, query)["bytes"] <= FIRST, query
        later = asked(page, query, "strona")
        assert later["bytes"] <= LATER, query
        assert later["further"] <= LATER, query


@pytest.mark.parametrize("count", [3, 4, 6])
def test_phrases_are_found_where_they_stand(page: Page, corpus: Corpus, count: int) -> None:
    """What a phrase finds is what has it, all of that unless the answer says that there is more to look through."""
    dice = random.Random(count)
    flat = {one.address: f" {one.text.replace('.', '').replace(chr(10) * 2, ' ').lower()} " for one in corpus.posts}
    found = 0
    for _each in range(20):
        query = phrase(corpus, dice, count).replace(".", "").lower()
        fits = {address for address, text in flat.items() if f" {query[1:-1]} " in text}
        told = asked(page, query)
        # Other cases of the words are the phrase, too, so that more may fit than have its letters.
        if not told["more"]:
            assert fits <= set(told["addresses"]), query
        found += bool(fits & set(told["addresses"]))
    assert found >= 17


def test_a_question_too_long_says_so(page: Page, corpus: Corpus) -> None:
    """Where there is no room for all words the answer tells, and asking again goes on with what is there by then."""
    dice = random.Random(3)
    query = " ".join(words_of(corpus, dice, common=False) for _each in range(16))
    assert asked(page, query, "strona")["unread"]
    assert not asked(page, query, "strona", query, query, query)["unread"]
    assert not asked(page, words_of(corpus, dice, common=True))["unread"]
