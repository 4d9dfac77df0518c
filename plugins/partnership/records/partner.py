"""Partners of the Partnership, their consultants, and the groups in which they work."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from partnership.records.fields import CountyCode, Email, Id, Line, Moment, Part, Phone, Record, Text


class CouncilSeat(Part, frozen=True, kw_only=True):
    """Whether the partner sits in the Partners’ Council."""

    member: Annotated[bool, Meta(description="true when the partner sits in the Council")]
    role: Annotated[Line | None, Meta(description="Role in the Council")] = None


class Consultant(Part, frozen=True, kw_only=True):
    """A person of contact who agreed to be named."""

    name: Annotated[Line, Meta(description="First name and surname")]
    role: Annotated[Line | None, Meta(description="Post or role")] = None
    phone: Annotated[Phone | None, Meta(description="Telephone number, in quotes")] = None
    email: Annotated[Email | None, Meta(description="E-mail address")] = None
    counties: Annotated[
        tuple[CountyCode, ...], Meta(description="Codes of the counties they answer for, in quotes")
    ] = ()
    consent: Annotated[bool, Meta(description="true when the person agreed in writing to be named here")] = False


class Exchange(Part, frozen=True, kw_only=True):
    """Something that a partner gives to others or seeks from them."""

    what: Annotated[Line, Meta(description="What it is, in a few words")]
    description: Annotated[Text | None, Meta(description="More about it")] = None
    kind: Annotated[
        Literal["service", "data", "support"] | None, Meta(description="Kind: service, data or support")
    ] = None


class Partner(Record, frozen=True, kw_only=True):
    """One file of ``data/partners/``; its id is the id of the partner's institution."""

    institution: Annotated[Id, Meta(description="Id of the institution, the same as the file's name")]
    joined: Annotated[date | None, Meta(description="Day on which it joined the Partnership")] = None
    council: Annotated[CouncilSeat | None, Meta(description="Seat in the Partners’ Council")] = None
    consultants: Annotated[tuple[Consultant, ...], Meta(description="Persons of contact who agreed to be named")] = ()
    gives: Annotated[tuple[Exchange, ...], Meta(description="What the partner gives to others")] = ()
    seeks: Annotated[tuple[Exchange, ...], Meta(description="What the partner seeks from others")] = ()


class WorkingGroup(Record, frozen=True, kw_only=True):
    """One file of ``data/working-groups/``."""

    name: Annotated[Line, Meta(description="Name of the group")]
    question: Annotated[Line, Meta(description="The question that the group answers")]
    leader: Annotated[Id | None, Meta(description="Id of the institution that leads the group")] = None
    members: Annotated[tuple[Id, ...], Meta(description="Ids of the institutions in the group")] = ()
    state: Annotated[Literal["forming", "active", "closed"], Meta(description="State: forming, active or closed")]
    first_meeting: Annotated[Moment | None, Meta(description="Date of the first meeting")] = None
    results: Annotated[str | tuple[Text, ...] | None, Meta(description="What the group achieved (Markdown)")] = None
