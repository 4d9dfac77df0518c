"""Words for what a record says by a fixed word: the form shows them, the file keeps the fixed word."""

from __future__ import annotations

from partnership.language import pgettext


def choice_words() -> dict[str, str]:
    """Return the words of all fixed values in the language of now, by value.

    A value that means different things in different fields is given as ``field:value``.
    """
    return {
        "published": pgettext("choice", "published"),
        "draft": pgettext("choice", "draft: nobody sees it yet"),
        "hidden": pgettext("choice", "hidden: only who knows the address finds it"),
        "open": pgettext("choice", "open"),
        "accepted": pgettext("choice", "accepted"),
        "done": pgettext("choice", "done"),
        "rejected": pgettext("choice", "rejected"),
        "planned": pgettext("choice", "planned"),
        "held": pgettext("choice", "held"),
        "cancelled": pgettext("choice", "cancelled"),
        "status:active": pgettext("choice", "valid"),
        "status:current": pgettext("choice", "current"),
        "withdrawn": pgettext("choice", "withdrawn"),
        "forming": pgettext("choice", "forming"),
        "active": pgettext("choice", "at work"),
        "closed": pgettext("choice", "closed"),
        "employer": pgettext("choice", "employers"),
        "investor": pgettext("choice", "investors"),
        "employee-at-risk": pgettext("choice", "people who may lose their job"),
        "jobseeker": pgettext("choice", "people who look for work"),
        "mon": pgettext("choice", "Monday"),
        "tue": pgettext("choice", "Tuesday"),
        "wed": pgettext("choice", "Wednesday"),
        "thu": pgettext("choice", "Thursday"),
        "fri": pgettext("choice", "Friday"),
        "sat": pgettext("choice", "Saturday"),
        "sun": pgettext("choice", "Sunday"),
        "service": pgettext("choice", "service"),
        "data": pgettext("choice", "data"),
        "support": pgettext("choice", "support"),
        "shortage": pgettext("choice", "shortage"),
        "balance": pgettext("choice", "balance"),
        "surplus": pgettext("choice", "surplus"),
        "no-data": pgettext("choice", "no data"),
        "confidential": pgettext("choice", "confidential"),
        "not-applicable": pgettext("choice", "not applicable"),
        "rural": pgettext("choice", "rural county"),
        "city": pgettext("choice", "city with the rights of a county"),
        "higher": pgettext("choice", "the higher the better"),
        "lower": pgettext("choice", "the lower the better"),
        "neither": pgettext("choice", "neither is better"),
        "compliant": pgettext("choice", "compliant"),
        "partial": pgettext("choice", "partly compliant"),
        "non-compliant": pgettext("choice", "not compliant"),
        "collective": pgettext("choice", "collective redundancy"),
        "monitored": pgettext("choice", "monitored redundancy"),
        "consultation": pgettext("choice", "consultation"),
        "first_notice": pgettext("choice", "first notice to the office"),
        "agreement": pgettext("choice", "agreement or rules"),
        "second_notice": pgettext("choice", "second notice to the office"),
        "notices": pgettext("choice", "notices to employees"),
        "end": pgettext("choice", "end of contracts"),
        "monitored_agreement": pgettext("choice", "agreement with the office"),
        "within": pgettext("choice", "at the latest then"),
        "passed": pgettext("choice", "so many days must be over"),
        "representatives": pgettext("choice", "unions or employees' representatives"),
        "office": pgettext("choice", "the office"),
        "person": pgettext("choice", "the person who is let go"),
        "verified_by:institution": pgettext("choice", "the institution itself answered"),
        "verified_by:source": pgettext("choice", "a published source says so"),
        "github": "GitHub",
        "gitlab": "GitLab",
        "forgejo": "Forgejo",
        "serves:region": pgettext("choice", "Serves the whole region"),
    }


def word_for(words: dict[str, str], field: str, value: str) -> str:
    """Return the word for a value of a field; the value itself where nobody worded it."""
    return words.get(f"{field}:{value}") or words.get(value) or value
