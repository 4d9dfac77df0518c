"""Pages: texts that stand by themselves, without a date and a list."""

from __future__ import annotations

from typing import Final

from partnership.kinds.kind import InEditor, Kind, SearchFacet
from partnership.language import _, pgettext
from partnership.records.content import PageFront

PAGES: Final = Kind(
    name="pages",
    front=PageFront,
    schema="page",
    template="pages/page.html",
    search=SearchFacet(name="page", one=lambda: _("page"), many=lambda: _("pages")),
    editor=InEditor(label=lambda: pgettext("collection", "Pages"), icon="description"),
)
"""Pages of ``content/pages/``."""
