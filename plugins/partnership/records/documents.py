"""Markdown files: head and text in one record, the text converted once."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import msgspec

from partnership.problems import Problem
from partnership.prose.conversion import read_prose
from partnership.prose.result import seal
from partnership.records.content import Document, Front
from partnership.records.fault import Faults
from partnership.records.files import Parsed, hidden_in, of_mistakes, of_remarks, place_faults
from partnership.records.of_original import filled
from partnership.records.reading import read_record, salvage
from partnership.sources import front_matter, strict_yaml
from partnership.sources.strict_yaml import Mistake, YamlMistakes
from partnership.sources.text import Unreadable, decode


def parse_document(kind: str, head: type[Front], path: str, stem: str, data: bytes, language: str = "pl") -> Parsed:
    """Return the document in one Markdown file, and all its problems.

    ``kind`` is the name of its kind and ``head`` the type of the kind's heads; ``language`` is that of a text that
    names none.
    """
    try:
        text = decode(path, data)
        parts = front_matter.split(text)
    except Unreadable as error:
        return Parsed([], [error.problem])
    except YamlMistakes as error:
        return Parsed([], of_mistakes(path, error))
    problems: list[Problem] = hidden_in(path, text)
    remarks: list[Mistake] = []
    front: Front | None = None
    left_out: tuple[str, ...] = ()
    try:
        raw: Any = strict_yaml.load(parts.head, first_line=parts.head_line, remarks=remarks)
        raw, left_out = filled(raw if raw is not None else {}, head)
        front = read_record(raw, head)
    except YamlMistakes as error:
        problems.extend(of_mistakes(path, error))
    except Faults as error:
        problems.extend(place_faults(path, parts.head, error.faults, parts.head_line))
        front = salvage(raw, head)
    problems.extend(of_remarks(path, remarks))
    if front is not None and not front.lang:
        front = msgspec.structs.replace(front, lang=language)
    body = seal(read_prose(parts.body, lang=front.lang if front is not None else language))
    problems.extend(finding.as_problem(path, parts.body_line) for finding in body.findings)
    if front is None:
        return Parsed([], problems)
    digest = blake2b(data, digest_size=20).digest()
    document = Document(kind=kind, stem=stem, path=path, front=front, body=body, digest=digest, left_out=left_out)
    return Parsed([document], problems)
