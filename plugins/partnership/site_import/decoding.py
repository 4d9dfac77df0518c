"""Bytes of old files as text: the encoding that they are in, not the one that they claim."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO, Final

from bs4.dammit import UnicodeDammit

_DECLARED: Final = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARKS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# Small letters that Polish uses, in the two old encodings: which of them a byte gives decides between the two.
_POLISH: Final = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–"


def decode(data: bytes) -> str:
    """Return the text of a whole file; bytes that fit no encoding become question marks in a box."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(old_encoding(data), "replace")


def old_encoding(sample: bytes) -> str:
    """Return which encoding bytes that are not UTF-8 are in: the one that gives most Polish letters, else a guess."""
    found = {name: _letters(sample, name) for name in ("cp1250", "iso-8859-2")}
    best = max(found, key=lambda name: found[name])
    if found[best]:
        return best
    guessed = UnicodeDammit(sample[:100_000]).original_encoding
    return guessed if guessed and guessed != "ascii" else "cp1252"


def _letters(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, "replace")
    return sum(text.count(letter) for letter in _POLISH) - 5 * len(re.findall("[\x80-\x9f\ufffd]", text))


class CleanXml:
    """A stream of an XML file as UTF-8 that a parser takes: its real encoding, no character that XML forbids."""

    def __init__(self, file: BinaryIO, sample_bytes: int = 1 << 22) -> None:
        """Look at the beginning of ``file`` to find its encoding; it is read from there on as it is asked for."""
        sample = file.read(sample_bytes)
        file.seek(0)
        self._file = file
        self.declared = ""
        match = _DECLARED.search(sample[:400])
        if match:
            self.declared = match.group(1).decode("ascii").lower()
        self.encoding = _stream_encoding(sample, self.declared)
        self._decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        self._first = True
        self._pending = b""

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, about ``size``; empty at the end."""
        data = self._file.read(size if size > 0 else 1 << 20)
        text = self._decoder.decode(data, final=not data)
        if self._first and text:
            self._first = False
            text = re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text, count=1)
            text = text.lstrip("\ufeff \t\r\n")
        if not text and data:
            return self.read(size)
        return _UNFIT.sub("", text).encode("utf-8", "replace")


def _stream_encoding(sample: bytes, declared: str) -> str:
    for mark, name in _MARKS.items():
        if sample.startswith(mark):
            return name
    try:
        # A character may be cut where the sample ends.
        sample[: len(sample) - 4].decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        if error.start >= len(sample) - 8:
            return "utf-8"
    if declared and declared not in ("utf-8", "utf8"):
        try:
            return codecs.lookup(declared).name
        except LookupError:
            pass
    return old_encoding(sample)
