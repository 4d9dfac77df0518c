"""The door of the room: from an editor's Markdown to a finished text."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from partnership.prose.findings import Finding
from partnership.prose.result import Prose, ProseResult, TextImage, image_html

ResolveLink = Callable[[str], str | None]
"""Takes a path as the text has it, returns the address on the site, or None when nothing is there."""

RenderImage = Callable[[TextImage], str | None]
"""Takes a picture, returns its HTML, or None when there is no such file."""


def read_prose(text: str, *, lang: str = "pl", heading_offset: int = 0, id_prefix: str = "") -> Prose:
    """Convert ``text`` as far as it can be without knowing the site: the result depends on the arguments only.

    ``lang`` chooses typography and the wording of footnotes; ``heading_offset`` is added to heading levels (a ``##`` is
    level 2); ``id_prefix`` sets headings' ids apart where several texts share a page.  Text that is too long or too
    tangled gives an empty document with an error among its findings, never an exception.
    """
    from partnership.prose.reading import read  # brings python-markdown along, 100 ms

    return read(text, lang=lang, heading_offset=heading_offset, id_prefix=id_prefix)


def finish(prose: Prose, resolve_link: ResolveLink, render_image: RenderImage | None = None) -> ProseResult:
    """Fill in the addresses of links and the pictures of ``prose``.

    What ``resolve_link`` or ``render_image`` does not know becomes a finding; the link then leads nowhere.
    Without ``render_image`` pictures are plain ``img`` elements at the address that ``resolve_link`` gives.
    """
    findings = list(prose.findings)
    made: list[str] = []
    pieces = prose.pieces
    for piece, slot in zip(pieces, prose.slots, strict=False):
        made.append(piece)
        if slot >= 0:
            link = prose.links[slot]
            address = resolve_link(link.path)
            if address is None:
                findings.append(Finding(link.line, link.column, "link-missing", link.path))
            else:
                made.append(escape(address + link.query + link.fragment))
        else:
            image = prose.images[~slot]
            html = _picture(image, resolve_link, render_image)
            if html is None:
                findings.append(Finding(image.line, image.column, "image-missing", image.path))
            else:
                made.append(html)
    made.append(pieces[-1])
    return ProseResult(
        html="".join(made),
        headings=prose.headings,
        links=prose.links,
        images=prose.images,
        external_links=prose.external_links,
        findings=tuple(sorted(findings)) if len(findings) > len(prose.findings) else prose.findings,
        first_paragraph=prose.first_paragraph,
    )


def _picture(image: TextImage, resolve_link: ResolveLink, render_image: RenderImage | None) -> str | None:
    if render_image is not None:
        return render_image(image)
    address = resolve_link(image.path)
    return None if address is None else image_html(image, address)


def convert(
    text: str,
    *,
    resolve_link: ResolveLink,
    render_image: RenderImage | None = None,
    lang: str = "pl",
    heading_offset: int = 0,
    id_prefix: str = "",
) -> ProseResult:
    """Convert Markdown ``text`` to a finished document: ``read_prose`` and ``finish`` in one."""
    prose = read_prose(text, lang=lang, heading_offset=heading_offset, id_prefix=id_prefix)
    return finish(prose, resolve_link, render_image)
