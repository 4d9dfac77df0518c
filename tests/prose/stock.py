"""The plain python-markdown instance with the site's extensions: the measure of what is right."""

from __future__ import annotations

from markdown.core import Markdown

from partnership.prose.converter import markdown_options


def stock_markdown() -> Markdown:
    """Return a plain instance, those extensions for habits among the others."""
    return Markdown(**markdown_options())
