"""Pages of lists, counted from the oldest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partnership.pages.common.paging import list_address, neighbour, numbered, pages_of

SECTION = "/aktualnosci/"


def cut(total: int, length: int) -> dict[str, tuple[int, ...]]:
    """Return the numbers total−1 … 0 by the page on which they stand; 0 is the oldest."""
    return {one.address: one.items for one in pages_of(range(total - 1, -1, -1), length, SECTION)}


def test_an_empty_list_is_one_page() -> None:
    """A section without entries still has its page."""
    assert cut(0, 5) == {SECTION: ()}


@given(total=st.integers(0, 300), length=st.integers(1, 20))
def test_every_entry_stands_once_newest_first(total: int, length: int) -> None:
    """Read from the section to the oldest page, the list is whole and in order."""
    pages = list(pages_of(range(total - 1, -1, -1), length, SECTION))
    assert [number for page in pages for number in page.items] == list(range(total - 1, -1, -1))


@given(total=st.integers(0, 300), length=st.integers(1, 20))
def test_a_new_entry_changes_no_old_page(total: int, length: int) -> None:
    """Pages behind the section keep their address and their entries when the list grows."""
    before, after = cut(total, length), cut(total + 1, length)
    old = {address: items for address, items in before.items() if address != SECTION}
    assert old.items() <= after.items()


@given(total=st.integers(1, 300), length=st.integers(1, 20))
def test_the_section_is_never_nearly_empty(total: int, length: int) -> None:
    """The section's own page has a full page of entries, but less than two."""
    first = cut(total, length)[SECTION]
    assert min(total, length) <= len(first) < 2 * length


def test_neighbours_lead_through_all_pages() -> None:
    """From the section the older links lead to page 1, and the newer ones back."""
    pages = {one.number or 0: one for one in pages_of(range(11), 3, SECTION)}
    assert [(number, one.older, one.newer) for number, one in pages.items()] == [(0, 2, None), (2, 1, 0), (1, None, 2)]


def test_addresses_and_links() -> None:
    """Page N of a section is at strona/N/; number 0 means the section itself."""
    assert list_address(SECTION, 3) == "/aktualnosci/strona/3/"
    link = neighbour(SECTION, "Najnowsze", 0)
    assert link is not None and link.address == SECTION
    assert neighbour(SECTION, "", None) is None


def test_descriptions_differ_by_number() -> None:
    """Search engines see another description on every page of a list."""
    assert numbered("Wpisy.", None) == "Wpisy."
    assert numbered("Wpisy.", 2) != numbered("Wpisy.", 3)
