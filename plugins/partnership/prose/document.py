"""From safe HTML to a finished document: one walk that notes headings, links and pictures and sets Polish spaces.

The sanitiser's output is regular (tags closed, attributes quoted, ``<`` and ``>`` escaped elsewhere), so that a split
at the tags is a parse.
"""

from __future__ import annotations

from html import unescape
from typing import Final
from urllib.parse import unquote

from partnership.language import package_translator
from partnership.locales import spacing
from partnership.locales.slugs import slug
from partnership.polish.typography import bind
from partnership.prose.findings import Finding, FindingCode
from partnership.prose.places import SourcePlaces
from partnership.prose.plain import TAG, first_paragraph, plain
from partnership.prose.reserved_ids import free_base, is_reserved
from partnership.prose.result import Heading, Prose, TextImage, TextLink, words
from partnership.prose.sanitise import allowed_value, scheme_of
from partnership.prose.tags import ATTRIBUTE, HEADINGS, NAME, PASSED, VERBATIM, parted, written_tag

_MAX_SLUG: Final = 60

# Parts text nodes while all are bound in one go; it never occurs in sanitised HTML.
_BETWEEN: Final = "\0"


class Walk:
    """One walk over one document.  ``run`` returns what was found; an instance serves once."""

    def __init__(self, html: str, source: str, *, lang: str, heading_offset: int, id_prefix: str) -> None:
        """Prepare to walk ``html``, the sanitised form of the Markdown ``source``."""
        self.parts = TAG.split(html)
        self.places = SourcePlaces(source)
        self.findings: list[Finding] = []
        self.headings: list[Heading] = []
        self.links: list[TextLink] = []
        self.images: list[TextImage] = []
        self.external: list[str] = []
        self._lang = lang
        self._offset = heading_offset
        self._above: list[int] = []
        self._prefix = id_prefix
        self._ids: set[str] = set()
        self._fragments: list[tuple[str, int, int, int]] = []
        self._moved: dict[str, str] = {}  # ids that headings would have, were they not the page's own
        self._slots: dict[int, int] = {}
        self._verbatim = 0
        self._verbatim_from = 0
        self._unbound: list[tuple[int, int]] = []
        self._heading_at = -1

    def run(self) -> Prose:
        """Walk, and return the document."""
        parts = self.parts
        first = first_paragraph(parts)
        for place in range(1, len(parts), 2):
            if parts[place] not in PASSED:
                self._tag(place, parts[place])
        self._bind()
        self._check_fragments()
        pieces, slots = self._cut()
        return Prose(
            words=words(pieces),
            slots=slots,
            headings=tuple(self.headings),
            links=tuple(self.links),
            images=tuple(self.images),
            external_links=tuple(self.external),
            findings=tuple(sorted(self.findings)),
            opening=first,
        )

    # Tags

    def _tag(self, place: int, tag: str) -> None:
        match = NAME.match(tag)
        if match is None:  # an image's place, or not a tag of the sanitiser's making
            return
        name = match.group(1)
        if name == "a":
            if tag != "</a>":
                self._anchor(place, tag)
        elif name in HEADINGS:
            if tag.startswith("</"):
                self._heading(place, HEADINGS[name])
            else:
                self._heading_at = place
        elif name in VERBATIM:
            self._verbatim_tag(place, tag)
        elif name == "img":
            self._image(place, tag)
        elif name == "table":
            # A wide table scrolls inside its box; the page does not.
            self.parts[place] = "</table></div>" if tag.startswith("</") else f'<div class="table-box">{tag}'
        elif name in ("th", "td") and not tag.startswith("</"):
            self._cell(place, tag, name)
        if " class=" in tag or " id=" in tag:
            self._clear_names(place)

    def _verbatim_tag(self, place: int, tag: str) -> None:
        if not tag.startswith("</"):
            if not self._verbatim:
                self._verbatim_from = place + 1
            self._verbatim += 1
        elif self._verbatim:
            self._verbatim -= 1
            if not self._verbatim:
                self._unbound.append((self._verbatim_from, place))

    def _cell(self, place: int, tag: str, name: str) -> None:
        attributes = dict(ATTRIBUTE.findall(tag))
        align = attributes.pop("align", "")
        if name == "th":
            attributes.setdefault("scope", "col")
        if align in ("left", "center", "right"):
            attributes["class"] = f"align-{align}"
        self.parts[place] = written_tag(name, attributes)

    def _clear_names(self, place: int) -> None:
        """Take away classes and ids that Markdown does not give; and name the links back from footnotes."""
        match = NAME.match(self.parts[place])
        assert match is not None
        attributes = dict(ATTRIBUTE.findall(self.parts[place]))
        for name in ("class", "id"):
            value = attributes.get(name)
            if value is not None and not allowed_value(name, unescape(value)):
                del attributes[name]
        if attributes.get("class") == "footnote-backref":
            number = attributes.pop("title", "").removeprefix("↩")
            said = package_translator(self._lang).gettext("Back to reference %(number)s in the text")
            attributes["aria-label"] = said % {"number": number}
        if "id" in attributes:
            self._ids.add(unescape(attributes["id"]))
        self.parts[place] = written_tag(match.group(1), attributes)

    # Headings

    def _heading(self, place: int, level: int) -> None:
        start = self._heading_at
        self._heading_at = -1
        if start < 0:
            return
        text = plain(self._without_footnotes(start + 1, place))
        if level == 1:
            self.findings.append(Finding(*self.places.next_title(), "heading-level-one", text))
        shown = self._shown_level(max(2, level))
        fragment = self._fragment(text)
        self.headings.append(Heading(fragment, shown, text))
        language = dict(ATTRIBUTE.findall(self.parts[start])).get("lang")
        self.parts[start] = f'<h{shown} id="{fragment}"' + (f' lang="{language}">' if language else ">")
        self.parts[place] = f"</h{shown}>"

    def _shown_level(self, level: int) -> int:
        """Return the level of the next heading by how deep it lies, so that no level is skipped on the page."""
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        return min(6, len(self._above) + 1 + self._offset)

    def _without_footnotes(self, start: int, end: int) -> list[str]:
        texts: list[str] = []
        note = False
        for place in range(start, end):
            part = self.parts[place]
            if not place & 1:
                if not note:
                    texts.append(part)
            elif part.startswith('<sup id="fnref'):
                note = True
            elif part == "</sup>":
                note = False
        return texts

    def _fragment(self, text: str) -> str:
        asked = self._prefix + (slug(text, _MAX_SLUG) or "s")
        base = fragment = free_base(asked)
        number = 1
        while fragment in self._ids or is_reserved(fragment):
            number += 1
            fragment = f"{base}-{number}"
        if is_reserved(asked):
            self._moved.setdefault(asked, fragment)
        self._ids.add(fragment)
        return fragment

    # Links and pictures

    def _anchor(self, place: int, tag: str) -> None:
        attributes = dict(ATTRIBUTE.findall(tag))
        href = attributes.get("href")
        if href is None:
            return
        address = unescape(href) if "&" in href else href
        if address.startswith("#"):
            if not address.startswith("#fn"):
                self._fragments.append((address[1:], *self.places.find(address, "("), place))
            return
        if scheme_of(address) or address.startswith("//"):
            self.external.append(address)
            return
        path, query, fragment = parted(address)
        line, column = self.places.find(address, "(")
        self._slots[place] = len(self.links)
        self.links.append(TextLink(path, query, fragment, line, column))

    def _image(self, place: int, tag: str) -> None:
        attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(tag)}
        source = attributes.get("src", "")
        decorative = attributes.get("role") == "presentation"
        line, column = self.places.find(source, "(")
        self.parts[place] = ""
        if scheme_of(source) or source.startswith("//"):
            self.findings.append(Finding(line, column, "image-external", source))
            return
        if not source:
            return
        if not attributes.get("alt", "").strip() and not decorative:
            self.findings.append(Finding(line, column, "image-without-alt", source))
        parts = self.parts
        alone = (
            0 < place < len(parts) - 2
            and parts[place - 2] == "<p>"
            and parts[place + 2] == "</p>"
            and not parts[place - 1].strip()
            and not parts[place + 1].strip()
        )
        if alone:
            parts[place - 2] = parts[place + 2] = ""
        self._slots[place] = ~len(self.images)
        alt, title = attributes.get("alt", ""), attributes.get("title", "")
        self.images.append(TextImage(parted(source)[0], alt, title, alone, decorative, line, column))

    def _check_fragments(self) -> None:
        for fragment, line, column, place in self._fragments:
            if (moved := self._moved.get(fragment)) is not None and fragment not in self._ids:
                self.parts[place] = self.parts[place].replace(f'href="#{fragment}"', f'href="#{moved}"')
            elif fragment and fragment not in self._ids and unquote(fragment) not in self._ids:
                self.findings.append(Finding(line, column, "link-fragment-missing", f"#{fragment}"))

    def _find(self, code: FindingCode, subject: str, sought: str) -> None:
        line, column = self.places.find(sought)
        self.findings.append(Finding(line, column, code, subject))

    # Text

    def _bind(self) -> None:
        """Set the no-break spaces of all texts at once: one search of a document costs less than one of each text."""
        lang = self._lang
        texts = self.parts[::2]
        kept: list[tuple[int, list[str]]] = []
        for start, end in self._unbound:
            first, last = start // 2, end // 2 + 1
            kept.append((first, texts[first:last]))
            texts[first:last] = [""] * (last - first)
        joined = _BETWEEN.join(texts)
        texts = (bind(joined) if lang == "pl" else spacing.bind(joined, lang)).split(_BETWEEN)
        for first, verbatim in kept:
            texts[first : first + len(verbatim)] = verbatim
        self.parts[::2] = texts

    def _cut(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Return the HTML in pieces and what stands between them."""
        parts = self.parts
        if not self._slots:
            return ("".join(parts),), ()
        pieces: list[str] = []
        slots: list[int] = []
        start = 0
        before = ""
        for place, slot in self._slots.items():
            pieces.append(before + "".join(parts[start:place]))
            before = ""
            if slot >= 0:
                attributes = dict(ATTRIBUTE.findall(parts[place]))
                del attributes["href"]
                pieces[-1] += '<a href="'
                before = '"' + written_tag("a", attributes)[2:]
            slots.append(slot)
            start = place + 1
        pieces.append(before + "".join(parts[start:]))
        return tuple(pieces), tuple(slots)
