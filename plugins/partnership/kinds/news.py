"""Posts: what is going on, by year, category, topic and author."""

from __future__ import annotations

from typing import Final

from partnership.kinds.kind import Authoring, Kind, SearchFacet, Section, SectionWords
from partnership.kinds.parts import InEditor
from partnership.language import _
from partnership.records.content import NewsFront
from partnership.region_words import RegionWords


def _words(region: RegionWords) -> SectionWords:
    if region.adjective:
        intro = _(
            "What is going on in the Partnership and on the %(adjective)s labour market.", adjective=region.adjective
        )
    else:
        intro = _("What is going on in the Partnership and on the labour market.")
    return SectionWords(
        title=_("News"),
        intro=intro,
        feed=_("All posts."),
        newest=_("Newest posts"),
        newer=_("Newer posts (page %(number)d)"),
        older=_("Older posts (page %(number)d)"),
    )


NEWS: Final = Kind(
    name="news",
    front=NewsFront,
    section=Section(
        addresses={"pl": "aktualnosci/", "en": "news/", "uk": "novyny/"},
        words=_words,
        by_year=True,
        feeds_in_every_language=True,
    ),
    schema_org="NewsArticle",
    search=SearchFacet(name="news", one=lambda: _("news item"), many=lambda: _("news")),
    authoring=Authoring(
        command="post",
        by_year=True,
        signed="author",
        signed_like_most=True,
        more=("tags", "image", "attachments", "related", "aliases", "state"),
    ),
    editor=InEditor(icon="newspaper"),
)
"""Posts of ``content/news/``."""
