"""Answers of BDL's programming interface as raw figures: ``data/by-variable`` and ``data/by-unit`` in JSON.

A file holds one answer, or a list of them where an answer came in pages.  Every figure keeps the line and column of the
object that it stands in.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from json.decoder import JSONObject  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any, Final

from partnership.figures_import.formats import Format, Raw
from partnership.figures_import.sheet import decoded, refuse
from partnership.language import _

BDL_JSON: Final = Format("bdl-json", "bdl")

PLAIN: Final = 1
"""Attribute of a value that is what it says; whatever else BDL marks makes a zero no figure."""

_TOO_DEEP: Final = re.compile(r"(?:[\[{]\s*){50}")
_OPENING: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")


class _Placed(dict[str, Any]):
    """A JSON object that knows where it begins, in characters."""

    start: int = 0


class _PlacingDecoder(json.JSONDecoder):
    """The decoder of the standard library, whose objects know their place."""

    def __init__(self) -> None:
        super().__init__(parse_constant=_refuse_constant)
        # Only the scanner in Python asks for the decoder's own way of reading objects.
        self.parse_object = self._object
        self.scan_once = py_make_scanner(self)

    @staticmethod
    def _object(s_and_end: tuple[str, int], *arguments: Any) -> tuple[_Placed, int]:
        read, end = JSONObject(s_and_end, *arguments)
        placed = _Placed(read)
        placed.start = s_and_end[1] - 1
        return placed, end


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def is_json(data: bytes) -> bool:
    """Tell whether bytes begin as an object or a list of JSON does."""
    return _OPENING.match(data) is not None


class _Text:
    """The text of a file, for lines and columns of places in it."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


class BdlAnswers:
    """The answers in a file; raises :class:`ProblemsFound` where it is not JSON, or not an answer with data."""

    def __init__(self, path: str, data: bytes) -> None:
        self._text = _Text(path, decoded(path, data))
        read = self._parsed()
        self.pages: list[_Placed] = [self._page(one) for one in (read if isinstance(read, list) else [read])]

    def _parsed(self) -> Any:
        text = self._text.text
        # The decoder descends with its stack: what is nested too deeply is no answer.
        if _TOO_DEEP.search(text):
            raise refuse(self._text.path, _("The file is nested too deeply"), _("download it again"))
        try:
            return _PlacingDecoder().decode(text)
        except json.JSONDecodeError as error:
            message = _("The file is not valid JSON (%(reason)s)", reason=error.msg)
            raise refuse(
                self._text.path, message, _("download it again"), error.lineno, error.colno, code="wrong-form"
            ) from None
        except (ValueError, RecursionError) as error:
            message = _("The file is not valid JSON (%(reason)s)", reason=str(error))
            raise refuse(self._text.path, message, _("download it again"), code="wrong-form") from None

    def _page(self, found: Any) -> _Placed:
        listed = isinstance(found, _Placed) and isinstance(found.get("results"), list)
        if not listed or not ("variableId" in found or "unitId" in found):
            line, column = self._text.place(found.start) if isinstance(found, _Placed) else (1, 1)
            raise refuse(
                self._text.path, _("This is not an answer of BDL with data"),
                _("ask for data/by-variable/ID or data/by-unit/ID with format=json"), line, column,
                code="unknown-format",
            )  # fmt: skip
        assert isinstance(found, _Placed)
        return found

    def raws(self) -> Iterator[Raw]:
        """Yield every value of every answer."""
        for page in self.pages:
            for result in page["results"]:
                if not isinstance(result, _Placed) or not isinstance(result.get("values"), list):
                    start = result.start if isinstance(result, _Placed) else page.start
                    raise self._refused(start, _("A result has no list of values"))
                yield from self._values(page, result)

    def _values(self, page: _Placed, result: _Placed) -> Iterator[Raw]:
        by_variable = "variableId" in page
        variable = page["variableId"] if by_variable else result.get("id")
        code = result.get("id") if by_variable else page["unitId"]
        name = result.get("name") if by_variable else page.get("unitName")
        owner = self._text.place((result if by_variable else page).start)
        for value in result["values"]:
            if not isinstance(value, _Placed) or "year" not in value:
                raise self._refused(value.start if isinstance(value, _Placed) else result.start,
                                    _("A value names no year"))  # fmt: skip
            line, column = self._text.place(value.start)
            yield Raw(
                line, column, str(code or ""), str(name or ""), "", "", str(value["year"]),
                _value_text(value.get("val"), value.get("attrId", PLAIN)), variable=str(variable or ""),
                unit_place=owner,
            )  # fmt: skip

    def _refused(self, start: int, message: str) -> Exception:
        line, column = self._text.place(start)
        return refuse(self._text.path, message, _("download it again"), line, column, code="wrong-form")

    def missing_units(self) -> int:
        """Return how many units of the whole answer are in none of the pages at hand; 0 where it is not told."""
        total: dict[str, int] = {}
        here: dict[str, int] = {}
        for page in self.pages:
            key = str(page.get("variableId", page.get("unitId")))
            told = page.get("totalRecords")
            total[key] = max(total.get(key, 0), told if isinstance(told, int) else 0)
            here[key] = here.get(key, 0) + len(page["results"])
        return max((total[key] - here[key] for key in total), default=0)


def _value_text(value: Any, attribute: Any) -> str:
    """Return a value as a cell holds it: empty where there is none."""
    if value is None or isinstance(value, bool) or (attribute != PLAIN and not value):
        return ""
    return str(value)
