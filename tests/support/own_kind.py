"""A kind of a site's own, as the file of its settings declares it."""

FAIRS = """\
from partnership.kinds import kind as k
from partnership.records.content import DatedFront, Front


class Fair(DatedFront, frozen=True, kw_only=True):
    place: str = ""


WORDS = k.SectionWords(title="Fairs", intro="Fairs.", feed="New fairs.")
KINDS = (
    k.Kind(
        name="job-fairs",
        front=Fair,
        section=k.Section(addresses={"en": "job-fairs/"}, words=lambda region: WORDS),
    ),
)
"""
