"""Checks of institutions, partners and working groups."""

from __future__ import annotations

from partnership.catalogue.names import Names, Where
from partnership.language import _
from partnership.problems import Severity
from partnership.records.fields import Record
from partnership.records.institution import Institution, ServiceGiven
from partnership.records.library import Library, all_records


def check_people(library: Library, names: Names) -> None:
    """Tell every reference of institutions, partners and groups that leads nowhere, and what contradicts itself."""
    withdrawn = {service.id for service in all_records(library.services) if service.status == "withdrawn"}
    sound = _sound_institutions(names)
    for institution in all_records(library.institutions):
        if institution.source not in sound or institution.replaced_by is not None:
            _institution(names, institution, withdrawn)
    _partners(library, names)
    _groups(library, names)
    _responsible(library, names)


def _sound_institutions(names: Names) -> frozenset[str]:
    """Return the files of institutions in which nothing can be wrong now: as little as in the last build.

    An institution that is replaced names another one and is not among what this holds for.
    """
    earlier = names.earlier
    if earlier is None or not all(map(earlier.unchanged, ("services", "institution_types", "counties"))):
        return frozenset()
    return earlier.silent("institutions", names.places.absolute("data", "").rstrip("/"))


def check_record(names: Names, kind: str, record: Record) -> None:
    """Tell what contradicts itself in the keys that every record file carries."""
    where = Where("data", record.source)
    if record.replaced_by is not None:
        if record.replaced_by == record.id:
            names.places.tell(
                "data",
                record.source,
                ("replaced_by",),
                "own-successor",
                _("A record cannot replace itself"),
                _("write another id, or remove the line"),
            )
        else:
            names.check(where, ("replaced_by",), kind, record.replaced_by)
        if record.status == "active":
            message = _("The record is replaced by another, and yet it is active")
            names.places.tell(
                "data",
                record.source,
                ("replaced_by",),
                "contradiction",
                message,
                _("write “status: withdrawn”, or remove “replaced_by”"),
            )


def _institution(names: Names, institution: Institution, withdrawn: set[str]) -> None:
    check_record(names, "institutions", institution)
    where = Where("data", institution.source)
    names.check(where, ("type",), "institution-types", institution.type)
    names.check(where, ("county",), "counties", institution.county)
    if isinstance(institution.serves, tuple):
        _codes(names, where, ("serves",), institution.serves)
    seen: set[str] = set()
    for number, item in enumerate(institution.services):
        identifier = item.id if isinstance(item, ServiceGiven) else item
        key_path = ("services", number, "id") if isinstance(item, ServiceGiven) else ("services", number)
        if names.check(where, key_path, "services", identifier):
            if identifier in seen:
                _twice(names, where, key_path, identifier)
            elif identifier in withdrawn and institution.status == "active":
                message = _("The service “%(name)s” is withdrawn", name=identifier)
                names.places.tell(
                    "data", where.path, key_path, "withdrawn-service", message, _("remove it here"), severity="warning"
                )
        seen.add(identifier)
    for number, hours in enumerate(institution.opening_hours):
        if hours.closes <= hours.opens:
            message = _(
                "The institution closes at %(closes)s, before it opens at %(opens)s",
                closes=hours.closes,
                opens=hours.opens,
            )
            names.places.tell(
                "data",
                where.path,
                ("opening_hours", number, "closes"),
                "contradiction",
                message,
                _("correct one of the two times"),
            )
    if (institution.latitude is None) != (institution.longitude is None):
        key = "latitude" if institution.longitude is None else "longitude"
        names.places.tell(
            "data",
            where.path,
            (key,),
            "half-a-place",
            _("Latitude and longitude belong together"),
            _("add the other, or remove both"),
        )


def _codes(names: Names, where: Where, key_path: tuple[str | int, ...], codes: tuple[str, ...]) -> None:
    seen: set[str] = set()
    for number, code in enumerate(codes):
        if names.check(where, (*key_path, number), "counties", code) and code in seen:
            _twice(names, where, (*key_path, number), code)
        seen.add(code)


def _twice(names: Names, where: Where, key_path: tuple[str | int, ...], value: str) -> None:
    names.places.tell(
        where.root,
        where.path,
        key_path,
        "listed-twice",
        _("“%(value)s” is listed twice", value=value),
        _("remove one of the two"),
    )


def _partners(library: Library, names: Names) -> None:
    institutions = {one.id: one for one in all_records(library.institutions)}
    for partner in all_records(library.partners):
        check_record(names, "partners", partner)
        where = Where("data", partner.source)
        if partner.institution and partner.institution != partner.id:
            message = _(
                "The file is called “%(id)s”, but the institution is “%(institution)s”",
                id=partner.id,
                institution=partner.institution,
            )
            names.places.tell(
                "data",
                where.path,
                ("institution",),
                "contradiction",
                message,
                _("give both the same name"),
                suggestion=partner.id,
            )
        known = names.check(where, ("institution",), "institutions", partner.institution)
        institution = institutions.get(partner.institution)
        if known and institution is not None and institution.status == "withdrawn" and partner.status == "active":
            message = _("The partner is active, but its institution is withdrawn")
            names.places.tell(
                "data", where.path, ("institution",), "contradiction", message, _("write “status: withdrawn” here too")
            )
        for number, consultant in enumerate(partner.consultants):
            if not consultant.consent:
                message = _("There is no consent of %(name)s to be named here", name=consultant.name)
                hint = _("remove the person, or write “consent: true” once you have the consent in writing")
                names.places.tell("data", where.path, ("consultants", number, "consent"), "no-consent", message, hint)
            _codes(names, where, ("consultants", number, "counties"), consultant.counties)


def _groups(library: Library, names: Names) -> None:
    for group in all_records(library.working_groups):
        check_record(names, "working-groups", group)
        where = Where("data", group.source)
        if group.leader is not None:
            names.check(where, ("leader",), "institutions", group.leader)
        seen: set[str] = set()
        for number, member in enumerate(group.members):
            if names.check(where, ("members", number), "institutions", member) and member in seen:
                _twice(names, where, ("members", number), member)
            seen.add(member)


def _responsible(library: Library, names: Names) -> None:
    """Warn where two offices of a responsible type answer for one county."""
    types = {one.id for one in all_records(library.institution_types) if one.responsible}
    offices: dict[str, str] = {}
    severity: Severity = "warning"
    for institution in all_records(library.institutions):
        if institution.type not in types or institution.status != "active" or institution.serves == "region":
            continue
        for code in institution.serves if isinstance(institution.serves, tuple) else (institution.county,):
            if code in offices:
                message = _(
                    "Two offices answer for the county %(code)s: this one and %(other)s", code=code, other=offices[code]
                )
                names.places.tell(
                    "data",
                    institution.source,
                    ("serves",),
                    "two-responsible",
                    message,
                    _("leave the county to one of them"),
                    severity=severity,
                )
            offices.setdefault(code, institution.id)
