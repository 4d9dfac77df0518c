"""The sample sentences of new texts: for their author to replace, never to be published."""

from __future__ import annotations

from partnership.language import package_translator


def sample_sentences(language: str) -> tuple[str, str]:
    """Return the sentences in the site's language: that of the first paragraph, and that below a subheading."""
    said = package_translator(language)
    return said.gettext("Here the first paragraph says what matters most."), said.gettext("Here the text goes on.")
