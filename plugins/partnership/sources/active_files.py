"""Files to download that a browser would not save but run, as a part of the site from which they come.

A host need not send the headers that forbid it, so such a file is not published.  What counts is the ending, by which
hosts choose the type, and for files whose ending says nothing or only XML, what stands in them.
"""

from __future__ import annotations

import mimetypes
import re
from typing import Final
from xml.parsers import expat

from partnership.sources.pictures import ending_of

_PAGES: Final = """
    html htm xhtml xht xhtm shtml shtm stm htc hta mht mhtml mhtm js mjs cjs jse jsx ts vbs vbe wsf wsh xsl xslt xul xbl
    svgz swf php php3 php4 php5 php7 php8 phtml phar asp aspx jsp jspx cgi webarchive maff appcache manifest
"""
_DATA: Final = "xml rdf rss atom xsd wsdl kml gpx gml tei owl opml mathml mml xlf dtd ent mod"
_RUN: Final = frozenset(_PAGES.split())
"""Endings of pages, scripts and style sheets that browsers run, and of programs that some servers run."""
_XML: Final = frozenset(_DATA.split())
"""Endings of XML, which may be only data."""
_FOREIGN: Final = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/XSL/Transform")
_PAGE: Final = re.compile(
    rb"(?:\xef\xbb\xbf|\s|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|script|iframe|svg|\?xml|meta|title|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_SNIFFED: Final = 4096
"""Bytes that browsers look at to tell a page from other files."""


class _Active(Exception):
    """Found something that runs."""


def is_active(path: str, data: bytes) -> bool:
    """Tell whether a browser that opens a published file would run it as a part of the site."""
    ending = ending_of(path)
    if ending in _RUN:
        return True
    if ending in _XML:
        return _runs(data)
    if ending == "svg" or mimetypes.guess_type(f"a.{ending}", strict=False)[0] is not None:
        return False
    # A server may go by an ending before the last, where it does not know that one: raport.html.stary.
    inner = path.rpartition("/")[2].lower().split(".")[1:-1]
    return not _RUN.isdisjoint(inner) or _PAGE.match(data[:_SNIFFED]) is not None


def _runs(data: bytes) -> bool:
    """Tell whether XML has a style sheet, entities or elements that a browser runs; what is no XML may be anything."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def stop(*_rest: object) -> None:
        raise _Active

    def element(name: str, _attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[0] in _FOREIGN:
            raise _Active

    def instruction(target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise _Active

    parser.StartElementHandler = element
    parser.ProcessingInstructionHandler = instruction
    parser.EntityDeclHandler = stop
    try:
        parser.Parse(data, True)
    except (_Active, expat.ExpatError, ValueError, LookupError):
        return True
    return False
