"""What a form says of a field, where the description in the record speaks of the file: of quotes, ids, fixed words."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from partnership.language import _, pgettext

_END_OF_LABEL: Final = re.compile(r"[,;:(]| np\.| e\.g\.| – ")
"""Where the first words of a description end: these name the field, the whole explains it."""


class Wording(msgspec.Struct, frozen=True):
    """What a field is called, and the sentence below it; empty where the name says it all."""

    label: str
    hint: str


def wording(description: str) -> Wording:
    """Return name and explanation of a field in the language of now, from its description in the record."""
    told = form_wording().get(description) or _(description)
    end = _END_OF_LABEL.search(told)
    label = told[: end.start()].strip() if end else ""
    if end is None or not label or told[end.start() :].strip().startswith("("):
        return Wording(label or told, "")
    return Wording(label, told)


def form_wording() -> dict[str, str]:
    """Return what forms say instead of some descriptions."""
    return {
        "How it was confirmed: institution (the institution itself answered) or source (somebody looked at a published "
        "source); without it pages tell the day alone": pgettext("form", "How it was confirmed"),
        "Day on which somebody confirmed the facts; without it pages say “unconfirmed”": pgettext(
            "form", "Day of confirmation: without it pages say “unconfirmed”"
        ),
        "Caption, different from alt": pgettext("form", "Caption: another sentence than what the picture shows"),
        "Category": pgettext("form", "Category: the same word as others have, e.g. Events"),
        "Summary in one or two sentences": pgettext("form", "Summary: one or two sentences"),
        "Host of the files: github, gitlab or forgejo": pgettext("form", "Host of the files"),
        "Code of the region under which its figures stand, in quotes": pgettext(
            "form", "Code of the region under which its figures stand"
        ),
        "Telephone number, in quotes": pgettext("form", "Telephone number"),
        "Telephone numbers, in quotes": pgettext("form", "Telephone numbers"),
        "Code of the county: four digits in quotes": pgettext("form", "Code of the county: four digits"),
        "Codes of the neighbouring counties, in quotes": pgettext("form", "Neighbouring counties"),
        "rural (powiat ziemski) or city (miasto na prawach powiatu)": pgettext("form", "Kind of county"),
        "current, or withdrawn when it is no longer provided": pgettext(
            "form", "State: withdrawn when nobody provides it any more"
        ),
        "true when institutions of this type answer for a county": pgettext(
            "form", "Institutions of this type answer for a county"
        ),
        "Which direction is good for an employer: higher, lower or neither": pgettext(
            "form", "Which direction is good for an employer"
        ),
        "active, or withdrawn when it is no longer valid": pgettext(
            "form", "State: withdrawn when it is no longer valid"
        ),
        "Id of the record that takes the place of a withdrawn one": pgettext(
            "form", "What takes the place of a withdrawn one"
        ),
        "Type: an id from institution-types.yaml": pgettext("form", "Type of institution"),
        "Code of the county where it stands, in quotes": pgettext(
            "form", "County of the seat: where the building stands"
        ),
        "Codes of the counties it serves, or region; without it: its own county": pgettext(
            "form", "Counties served: none means its own"
        ),
        "Services it gives: ids from services.yaml": pgettext("form", "Services it gives"),
        "For whom: employer, investor, employee-at-risk, jobseeker": pgettext("form", "For whom"),
        "Days: mon, tue, wed, thu, fri, sat, sun": pgettext("form", "Days"),
        'Opens at, e.g. "07:30"': pgettext("form", "Opens at, e.g. 07:30"),
        'Closes at, e.g. "15:30"': pgettext("form", "Closes at, e.g. 15:30"),
        "Id of the service from services.yaml": pgettext("form", "Service"),
        "true when the partner sits in the Council": pgettext("form", "The partner sits in the Council"),
        "Codes of the counties they answer for, in quotes": pgettext("form", "Counties they answer for"),
        "true when the person agreed in writing to be named here": pgettext(
            "form", "The person agreed in writing to be named here"
        ),
        "Kind: service, data or support": pgettext("form", "Kind of exchange"),
        "Id of the institution, the same as the file's name": pgettext("form", "Institution"),
        "Id of the institution that leads the group": pgettext("form", "Institution that leads the group"),
        "Ids of the institutions in the group": pgettext("form", "Institutions in the group"),
        "State: forming, active or closed": pgettext("form", "State of the group"),
        "KZiS code, in quotes": pgettext("form", "KZiS code"),
        "Outlook: shortage, balance or surplus": pgettext("form", "Outlook"),
        "Id of the source from sources.yaml": pgettext("form", "Source"),
        "Code of the county, in quotes, the same as the file's name": pgettext("form", "County"),
        "Id of the institution to call": pgettext("form", "Institution to call"),
        "Id of the indicator from indicators.yaml": pgettext("form", "Indicator"),
        'Period: "2024", 2024-12 or 2024-12-31': pgettext("form", "Period: 2024, 2024-12 or 2024-12-31"),
        "Value; a decimal point, no spaces": pgettext("form", "Value"),
        "Why there is no value: no-data, confidential or not-applicable": pgettext("form", "Why there is no value"),
        "Id of the institution that runs the site": pgettext("form", "Institution that runs the site"),
        "Languages of the site, the first is its own, e.g. [pl, en]": pgettext(
            "form", "Languages of the site: the first is its own, e.g. pl, en"
        ),
        "State: compliant, partial or non-compliant": pgettext("form", "State of accessibility"),
        "true when the term binds only where there are trade unions": pgettext(
            "form", "Binds only where there are trade unions"
        ),
        "Month and day in quotes, e.g. 05-03": pgettext("form", "Month and day, e.g. 05-03"),
        "collective or monitored": pgettext("form", "Kind of redundancy"),
        "within: at the latest then; passed: so many days must be over": pgettext("form", "How the term is meant"),
        "representatives (unions or employees' representatives), office or person": pgettext("form", "Who gets it"),
        "published, draft or hidden": pgettext("form", "Visibility"),
        "Codes of the counties it is about, in quotes": pgettext("form", "Counties it is about"),
        "Ids of the services it is about": pgettext("form", "Services it is about"),
        "Ids of the institutions it is about": pgettext("form", "Institutions it is about"),
        "Path of the picture, relative to this file": pgettext("form", "File of the picture"),
        "Path of the file, relative to this file": pgettext("form", "File"),
        "true when the picture only decorates; then alt is empty": pgettext("form", "The picture only decorates"),
        "Paths of related documents, relative to this file": pgettext(
            "form", "Related documents: paths of their files, e.g. ../2025/title.md"
        ),
        "File name (without .md) of the original": pgettext("form", "Original of which this is a translation"),
        "State: open, accepted, done or rejected": pgettext("form", "State of the recommendation"),
        "planned, held or cancelled": pgettext("form", "Planned, held or cancelled"),
        "Id of the working group": pgettext("form", "Working group"),
        "Date, with a time if you like": pgettext("form", "Date"),
        "Ids of services": pgettext("form", "Services"),
        "Ids of types of institution": pgettext("form", "Types of institution"),
        "Codes of counties, in quotes": pgettext("form", "Counties"),
        "Ids of institutions": pgettext("form", "Institutions"),
        "Id of the type: small letters, digits, hyphens": pgettext(
            "form", "Short name of the type for addresses: small letters, digits, hyphens"
        ),
        "Id of the service: small letters, digits, hyphens": pgettext(
            "form", "Short name of the service for addresses: small letters, digits, hyphens"
        ),
        "Id of the indicator: small letters, digits, hyphens": pgettext(
            "form", "Short name of the indicator for addresses: small letters, digits, hyphens"
        ),
        "Id of the term: small letters, digits, hyphens": pgettext(
            "form", "Short name of the term for addresses: small letters, digits, hyphens"
        ),
        "Id of the source: small letters, digits, hyphens": pgettext(
            "form", "Short name of the source for addresses: small letters, digits, hyphens"
        ),
    }
