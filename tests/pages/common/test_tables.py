"""Tables of texts on a page."""

from __future__ import annotations

from partnership.pages.common.tables import reachable_tables

BOX = '<div class="table-box"><table></table></div>'


def test_a_table_is_reached_by_keyboard_and_named_after_its_heading() -> None:
    """A wide table on a phone can be scrolled without touching the screen."""
    html = reachable_tables(f'<h2 id="a">Ile <em>osób</em> "dziś"</h2>{BOX}<h3>Dalej</h3>{BOX}', "pl")
    assert 'role="group" tabindex="0" aria-label="Tabela: Ile osób &quot;dziś&quot;"' in html
    assert 'aria-label="Tabela: Dalej"' in html


def test_a_table_without_a_heading_is_called_a_table() -> None:
    """In the language of the text."""
    assert 'aria-label="Tabela"' in reachable_tables(BOX, "pl")
    assert 'aria-label="Table"' in reachable_tables(BOX, "en")


def test_a_text_without_tables_stays_as_it_is() -> None:
    """Nothing is touched."""
    assert reachable_tables("<h2>A</h2><p>B</p>", "pl") == "<h2>A</h2><p>B</p>"
