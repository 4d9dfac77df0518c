"""Files that a site has once: its profile, its words, the declaration of accessibility."""

from __future__ import annotations

from typing import Final

from partnership.kinds.parts import InEditor
from partnership.kinds.record_kind import RecordKind
from partnership.language import _, pgettext
from partnership.records.accessibility import Accessibility
from partnership.records.elsewhere import Elsewhere
from partnership.records.glossary import Term
from partnership.records.lexicon import Lexicon
from partnership.records.profile import SiteProfile

SITE: Final = RecordKind(
    name="site",
    path="site.yaml",
    type=SiteProfile,
    shape="single",
    editor=InEditor(label=lambda: pgettext("collection", "The site"), group="site"),
)
"""Whose site it is."""

GLOSSARY: Final = RecordKind(
    name="glossary",
    path="glossary.yaml",
    type=Term,
    shape="list",
    editor=InEditor(label=lambda: _("Glossary"), group="lists"),
)
"""Words that pages explain."""

LEXICON: Final = RecordKind(
    name="lexicon",
    path="finder/lexicon.yaml",
    type=Lexicon,
    shape="single",
    editor=InEditor(label=lambda: pgettext("collection", "Words of the finder"), group="site"),
)
"""What people say, and what they mean by it."""

ELSEWHERE: Final = RecordKind(
    name="elsewhere",
    path="finder/elsewhere.yaml",
    type=Elsewhere,
    shape="single",
    editor=InEditor(label=lambda: pgettext("collection", "Other regions"), group="site"),
)
"""Places beyond the region, and who helps there."""

ACCESSIBILITY: Final = RecordKind(
    name="accessibility",
    path="accessibility.yaml",
    type=Accessibility,
    shape="single",
    editor=InEditor(label=lambda: _("Declaration of accessibility"), group="site"),
)
"""Facts of the declaration of accessibility."""
