"""A fault of a record: what is wrong at which key."""

from __future__ import annotations

import msgspec

from partnership.sources.strict_yaml import KeyPath


class Fault(msgspec.Struct, frozen=True):
    """One thing wrong in a record: where (key path; ``at_key`` points at the key itself), code, sentence, advice."""

    path: KeyPath
    code: str
    message: str
    hint: str
    at_key: bool = False
    suggestion: str | None = None


class Faults(Exception):
    """The data is no such record; ``faults`` lists all reasons."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults
