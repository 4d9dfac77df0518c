"""What people say for each meaning, as the finder's index ships it: no line twice, none that another makes needless."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from partnership.finder.speech import Speech
from partnership.publications.finder_lines import said_lines, written_lines
from partnership.records.lexicon import Lexicon, Meaning, Phrase
from partnership.records.taxonomy import Service


class Sense(msgspec.Struct, frozen=True, kw_only=True):
    """What lines mean: something of the site, or another subject with its name and who deals with it."""

    means: Meaning
    topic: str = ""
    turn_to: str = ""

    def service(self) -> str:
        """Return the id of the service that is all it means, else nothing."""
        means = self.means
        others = means.types or means.audiences or means.counties or means.institutions or means.names
        return means.services[0] if len(means.services) == 1 and not others else ""


Said = dict[Sense, list[str]]
"""Lines of stems by what they mean."""


def needed_lines(spoken: Speech, lexicon: Lexicon, services: Sequence[Service]) -> Said:
    """Return the lines of each sense that are needed.

    What a service says by its own synonyms is not said again, nor what a shorter line of the same phrase says; what is
    of another subject is said once, with a topic where it has one.
    """
    own = {one.id: tuple(_lines(spoken, (one.name, *one.synonyms))) for one in services}
    said = [(phrase, _lines(spoken, phrase.say)) for phrase in sorted(lexicon.phrases, key=lambda one: not one.topic)]
    known = _services_by_stem(own, said)
    found: dict[Sense, dict[str, None]] = {}
    foreign: set[str] = set()
    for phrase, lines in said:
        sense = Sense(means=phrase.means, topic=phrase.topic or "", turn_to=phrase.turn_to or "")
        if phrase.means.named():
            needed = _needed(lines, own.get(sense.service(), ()), frozenset(phrase.means.services), known)
        else:
            needed = [line for line in lines if line not in foreign]
            foreign.update(lines)
        found.setdefault(sense, {}).update(dict.fromkeys(needed))
    return {sense: list(lines) for sense, lines in found.items()}


def topics(lexicon: Lexicon | None) -> list[tuple[str, str]]:
    """Return the names of other subjects, each with who deals with it, as (name, who), once each."""
    told = [(one.topic, one.turn_to or "") for one in lexicon.phrases if one.topic] if lexicon else []
    return list(dict.fromkeys(told))


def topics_said(lexicon: Lexicon | None, lang: str) -> list[list[str]]:
    """Return the same in the words of a language where one of a subject's phrases has them, else as they are."""
    said = {topic: list(topic) for topic in topics(lexicon)}
    for one in lexicon.phrases if lexicon else ():
        words = one.translations.get(lang, {})
        if one.topic and "topic" in words:
            who = one.turn_to or ""
            said[one.topic, who] = [words["topic"], words.get("turn_to", who)]
    return list(said.values())


def phrase_rows(spoken: Speech, said: Said, names_of_topics: Sequence[tuple[str, str]]) -> list[Any]:
    """Return [said, services, types, audiences, counties, institutions, words of names] of each sense.

    Empty ends are left out.  Another subject is [said, the number of the topic].  Lines that mean one service alone
    stand with the service.  Rows that mean alike stand together, where they compress best.
    """
    rows: list[Any] = []
    for sense, lines in said.items():
        if sense.service() or not lines:
            continue
        if not sense.means.named():
            topic = [names_of_topics.index((sense.topic, sense.turn_to))] if sense.topic else []
            rows.append([written_lines(lines), *topic])
            continue
        means = sense.means
        # The names of places are met word by word in their order.
        row: list[Any] = [written_lines(lines, in_order=bool(means.counties))]
        named = (means.services, means.types, means.audiences, means.counties, means.institutions)
        row += [" ".join(ids) for ids in named]
        row.append(written_lines(_lines(spoken, means.names), in_order=True))
        while len(row) > 1 and not row[-1]:
            row.pop()
        rows.append(row)
    return sorted(rows, key=lambda row: [str(part) for part in row[1:]])


def _lines(spoken: Speech, texts: Sequence[str]) -> list[str]:
    return [line for line in said_lines(spoken, texts).split(";") if line]


def _services_by_stem(
    own: Mapping[str, Sequence[str]], said: Sequence[tuple[Phrase, Sequence[str]]]
) -> dict[str, set[str]]:
    """Return the services that each stem is said of anywhere; none is „”."""
    known: dict[str, set[str]] = {}
    for identifier, lines in own.items():
        for line in lines:
            for word in line.split():
                known.setdefault(word, set()).add(identifier)
    for phrase, lines in said:
        for line in lines:
            for word in line.split():
                known.setdefault(word, set()).update(phrase.means.services or ("",))
    return known


def _needed(
    lines: Sequence[str], own: Sequence[str], services: frozenset[str], known: dict[str, set[str]]
) -> list[str]:
    """Return the lines that no other line of the same meaning makes needless.

    A line is needless when a part of it is said too and has a word that nothing else means: „kierowca” says what
    „kierowca ciężarówki” says.
    """
    telling = [
        frozenset(line.split())
        for line in (*lines, *own)
        if services and any(known[word] <= services for word in line.split() if word in known)
    ]
    kept = []
    for line in lines:
        stems = frozenset(line.split())
        if line not in own and not any(part < stems for part in telling):
            kept.append(line)
    return kept
