"""Labels of old texts: one spelling for each category, topic and author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from partnership.language import _
from partnership.locales.slugs import slug
from partnership.site_import.items import OldText, Tell


class LabelSpellings:
    """Learns how often a label is written how; the commonest spelling is the one that comes."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], Counter[str]] = {}

    def learn(self, text: OldText) -> None:
        """Count the labels of a text."""
        for kind, names in _labels(text):
            for name in names:
                self._seen.setdefault((kind, slug(name)), Counter())[name] += 1

    def settle(self, text: OldText, tell: Tell) -> None:
        """Give the labels of a text their usual spelling; one of which no letter remains is left out."""
        text.category = self._usual("category", text.category, tell)
        text.author = self._usual("author", text.author, tell)
        text.tags = tuple(dict.fromkeys(one for tag in text.tags if (one := self._usual("tag", tag, tell))))

    def _usual(self, kind: str, name: str, tell: Tell) -> str:
        if not name:
            return ""
        if not slug(name):
            tell("left-out", "label", _("the label “%(name)s” has no letters and does not come along", name=name))
            return ""
        spellings = self._seen.get((kind, slug(name)), Counter({name: 1}))
        usual = min(spellings, key=lambda one: (-spellings[one], one))
        if usual != name:
            tell("changed", "label", _("the label “%(name)s” is written “%(usual)s” now", name=name, usual=usual))
        return usual


def _labels(text: OldText) -> Iterable[tuple[str, Iterable[str]]]:
    yield "category", [text.category] if text.category else []
    yield "author", [text.author] if text.author else []
    yield "tag", text.tags
