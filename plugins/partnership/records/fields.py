"""Building blocks of the records: constrained texts and the two kinds of time, with descriptions for editors' programs.

Descriptions are English message ids; the exported JSON Schemas carry their Polish translations.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta

from partnership.digested import Digested
from partnership.time_zone import site_zone

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""A year outside is a slip of the keyboard, and calendars cannot count on from the last day of all."""
SURE_MIDNIGHT = 1947
"""Year from which on no spring night in Warsaw skips midnight: a day's first moment needs no way by UTC."""

Id = Annotated[str, Meta(pattern=r"^[a-z0-9-]+\Z", max_length=80)]
Teryt = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,16}\Z")]
CountyCode = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,15}\Z")]
RegionCode = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]{0,11}\Z")]
PolishTeryt = Annotated[str, Meta(pattern=r"^[0-9]{2}(?:[0-9]{2})?\Z")]
PolishCountyCode = Annotated[str, Meta(pattern=r"^[0-9]{4}\Z")]
Text = Annotated[str, Meta(min_length=1, max_length=20_000, pattern=r"\S")]
Line = Annotated[str, Meta(min_length=1, max_length=400, pattern=r"\S")]
_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?=[^.:/?#]*[^\W\d_])[^\W_](?:[\w-]{0,61}[^\W_])"
"""A name of a host: parts of letters, digits and inner hyphens, at least two, the last with a letter."""
Host = Annotated[str, Meta(pattern=rf"^{_HOST}\Z", max_length=200)]
_IN_ADDRESS = r"[^\s<>\x22\x27\\^`{|}\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
"""What may stand behind the host of an address: no space, no quotation mark, nothing that nobody sees."""
_URL = rf"https?://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#](?:{_IN_ADDRESS}*(?![.,;:!]){_IN_ADDRESS})?)?"
_EMAIL = rf"[A-Za-z0-9_!#$%&*+/=?^`{{|}}~-]+(?:\.[A-Za-z0-9_!#$%&*+/=?^`{{|}}~-]+)*@{_HOST}"
Url = Annotated[str, Meta(pattern=rf"^{_URL}\Z", max_length=2000)]
Email = Annotated[str, Meta(pattern=rf"^{_EMAIL}\Z", max_length=200)]
UrlOrMail = Annotated[str, Meta(pattern=rf"^(?:{_URL}|mailto:{_EMAIL}(?:\?{_IN_ADDRESS}*)?)\Z", max_length=2000)]
Phone = Annotated[str, Meta(pattern=r"^\+?[0-9(][0-9 ()./-]{2,30}(?: (?:wew\.?|ext\.?) ?[0-9]+)?\Z")]
PolishPhone = Annotated[str, Meta(pattern=r"^\+?[0-9][0-9 ()/-]{4,24}(?: (?:wew\.?|ext\.?) ?[0-9]+)?\Z")]
PostalCode = Annotated[str, Meta(pattern=r"^[0-9A-Za-z][0-9A-Za-z -]{1,11}\Z")]
PolishPostalCode = Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]{3}\Z")]
ClockTime = Annotated[str, Meta(pattern=r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z")]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")]
Country = Annotated[str, Meta(pattern=r"^[a-z]{2}\Z")]
Period = Annotated[str, Meta(pattern=r"^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?\Z")]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z", max_length=120)]

RecordStatus = Literal["active", "withdrawn"]

# Keys that files of several kinds carry.
Owner = Annotated[Line | None, Meta(description="Who answers for this record")]
Verified = Annotated[
    date | None, Meta(description="Day on which somebody confirmed the facts; without it pages say “unconfirmed”")
]
VerifiedBy = Annotated[
    Literal["institution", "source"] | None,
    Meta(
        description="How it was confirmed: institution (the institution itself answered) or source (somebody looked at "
        "a published source); without it pages tell the day alone"
    ),
]
ReviewAfterMonths = Annotated[
    Annotated[int, Meta(ge=1, le=120)] | None,
    Meta(description="Months after which the facts are to be confirmed again"),
]
Translations = Annotated[
    dict[str, dict[str, Any]],
    Meta(description="The same texts in other languages, under the codes of these and the same names"),
]
"""Filled from the keys of a record that are codes of languages: see :mod:`partnership.records.texts`."""

_MOMENT = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\Z",
    re.ASCII,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)


class Moment:
    """A date of content, with a time of day where the editor gave one.

    ``at`` is an aware time in the site's time zone (midnight without a time of day); ``timed`` tells whether a time was
    given; ``text`` is the machine-readable form, kept since every key of a page that shows the moment needs it.
    """

    __slots__ = ("at", "text", "timed")

    def __init__(self, at: datetime, timed: bool) -> None:
        self.at = at
        self.timed = timed
        self.text = at.isoformat() if timed else at.date().isoformat()

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Return the moment written as ``2026-11-24``, ``2026-11-24 10:00`` or with an offset.

        ValueError when it is none.
        """
        if len(text) == 10 and (plain := _day(text, site_zone())) is not None:
            return plain
        match = _MOMENT.match(text.strip())
        if match is None:
            raise ValueError(text)
        year, month, day, hour, minute, second, offset = match.groups()
        zone = site_zone() if offset is None else datetime.strptime(offset, "%z").tzinfo
        parts = (int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
        at = datetime(*parts, tzinfo=zone)
        if not FIRST_YEAR <= at.year <= LAST_YEAR:
            raise ValueError(text)
        # By way of UTC: 2:30 in the hour that a spring night skips is the same moment however often it is read again.
        return cls(at.astimezone(UTC).astimezone(site_zone()), hour is not None)

    @property
    def day(self) -> date:
        """The calendar day in the site's time zone."""
        return self.at.date()

    @property
    def year(self) -> int:
        """The year in the site's time zone."""
        return self.at.year

    def clock(self) -> time | None:
        """Return the time of day in the site's time zone, or None when only a date was given."""
        return self.at.time() if self.timed else None

    def isoformat(self) -> str:
        """Return the machine-readable form: a date, or a date and time with its offset."""
        return self.text

    def __repr__(self) -> str:
        """Return a readable form for messages of tests."""
        return f"Moment({self.isoformat()})"

    def __eq__(self, other: object) -> bool:
        """Two moments are equal when time and precision are."""
        return isinstance(other, Moment) and (self.at, self.timed) == (other.at, other.timed)

    def __hash__(self) -> int:
        """Return a hash that fits equality."""
        return hash((self.at, self.timed))

    def __lt__(self, other: Moment) -> bool:
        """Order by time."""
        return self.at < other.at


@lru_cache(maxsize=16384)
def _day(text: str, zone: ZoneInfo) -> Moment | None:
    """Return a day without a time, where its midnight needs no way by UTC: texts of one day share the moment."""
    if not _DAY.match(text):
        return None
    at = datetime(int(text[:4]), int(text[5:7]), int(text[8:]), tzinfo=zone)
    return Moment(at, False) if SURE_MIDNIGHT <= at.year <= LAST_YEAR else None


def decode_hook(kind: type, value: Any) -> Any:
    """Let msgspec read the times defined here from text."""
    if kind is Moment and isinstance(value, str):
        return Moment.parse(value)
    raise ValueError(value)


def encode_hook(value: Any) -> Any:
    """Let msgspec write the times defined here as text, and what has a digest for its content as that."""
    if isinstance(value, Moment):
        return value.text
    if isinstance(value, Digested):
        return value.input_digest()
    raise NotImplementedError(f"{type(value).__name__} is no plain data")


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of everything that lies inside a record."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every record file: who answers for it and when it was confirmed.

    ``id`` and ``source`` come from the file's name, never from its text; ``source`` is the path relative to the data
    folder.
    """

    id: str = ""
    source: str = ""
    owner: Owner = None
    verified: Verified = None
    verified_by: VerifiedBy = None
    review_after_months: ReviewAfterMonths = None
    status: Annotated[RecordStatus, Meta(description="active, or withdrawn when it is no longer valid")] = "active"
    replaced_by: Annotated[Id | None, Meta(description="Id of the record that takes the place of a withdrawn one")] = (
        None
    )
    translations: Translations = msgspec.field(default_factory=dict)
