"""Letters as files: what another program reads in them, and that the same letter is the same bytes."""

from __future__ import annotations

import io
import zipfile

import docx
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from partnership.chunks import ChunkCache
from partnership.pages.redundancies.letter_file import LetterText, make_letter_file

TEXT = LetterText(
    id="pierwsze",
    title="Pierwsze zawiadomienie <urzędu> & spółki",
    lang="pl-PL",
    sender="[nazwa firmy] · [data]",
    opening="Zawiadamiamy o zwolnieniu w [nazwa firmy].",
    contents=(("Przyczyny", "art. 2 ust. 6"), ("Kolejność zwolnień", "art. 2 ust. 6")),
    fill="[wpisz]",
    help_title="",
    closing="Kontakt: [telefon].",
    signature="[podpis]",
    advice="To nie jest porada prawna.",
)
OFFICE = ("Powiatowy Urząd Pracy w Gorlicach", "ul. Michalusa 18", "38-300 Gorlice")


def test_a_word_processor_finds_its_way() -> None:
    """A heading, a numbered list, the language and the title are marked as such; blanks are bold."""
    document = docx.Document(io.BytesIO(make_letter_file(ChunkCache(), TEXT, OFFICE, ())))
    styles = [(one.style.name if one.style else "", one.text) for one in document.paragraphs]
    assert ("Heading 1", TEXT.title) in styles
    assert [text for style, text in styles if style == "List Number"] == [
        "Przyczyny (art. 2 ust. 6): [wpisz]",
        "Kolejność zwolnień (art. 2 ust. 6): [wpisz]",
    ]
    assert "\n".join(OFFICE) in [text for _style, text in styles]
    assert styles[-1][1] == TEXT.advice
    assert (document.core_properties.title, document.core_properties.language) == (TEXT.title, "pl-PL")
    bold = {run.text for one in document.paragraphs for run in one.runs if run.bold}
    assert {"[nazwa firmy]", "[data]", "[telefon]", "[wpisz]", "[podpis]"} <= bold


def test_same_letter_same_bytes() -> None:
    """No clock and no name of a machine is in a file, and it is light."""
    made = make_letter_file(ChunkCache(), TEXT, OFFICE, ())
    assert made == make_letter_file(ChunkCache(), TEXT, OFFICE, ())
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert parts.testzip() is None
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))
    assert len(made) < 12_000


PRINTABLE = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=40)


@given(lines=st.lists(PRINTABLE, min_size=1, max_size=4).map(tuple))
def test_any_address_is_carried_as_text(lines: tuple[str, ...]) -> None:
    """Whatever an office is called, it stands in the letter as text and breaks nothing."""
    document = docx.Document(io.BytesIO(make_letter_file(ChunkCache(), TEXT, lines, ())))
    assert "\n".join(lines) in [one.text for one in document.paragraphs]
