"""Partners and their working groups."""

from __future__ import annotations

from typing import Final

from partnership.kinds.kind import InEditor
from partnership.kinds.record_kind import ChangeWords, RecordKind, RecordSearch, RecordSection
from partnership.language import _
from partnership.records.partner import Partner, WorkingGroup

PARTNERS: Final = RecordKind(
    name="partners",
    path="partners/*.yaml",
    type=Partner,
    shape="record",
    schema="partner",
    files={"pl": "partnerzy", "en": "partners", "uk": "partnery"},
    section=RecordSection(
        name="partners",
        addresses={"pl": "partnerzy/", "en": "partners/", "uk": "partnery/"},
        title=lambda: _("Partners"),
        feed=lambda: _("New partners, and what partners give and seek."),
        label=lambda: _("Partners"),
        picture="partners",
    ),
    stands_for=("institution", "institutions"),
    label=lambda name: _("Partner: %(name)s", name=name),
    changes=ChangeWords(
        heading=lambda: _("Partners"),
        added=lambda name: _("New partner: %(name)s", name=name),
        withdrawn=lambda name: _("No longer a partner: %(name)s", name=name),
        restored=lambda name: _("Partner again: %(name)s", name=name),
    ),
    search=RecordSearch(name="partner", one=lambda: _("partner"), many=lambda: _("partners")),
    editor=InEditor(icon="handshake"),
)
"""Partners of ``data/partners/``: what an institution is and does in the partnership."""

WORKING_GROUPS: Final = RecordKind(
    name="working-groups",
    path="working-groups/*.yaml",
    type=WorkingGroup,
    shape="record",
    schema="working-group",
    files={"pl": "grupy-robocze", "en": "working-groups", "uk": "robochi-hrupy"},
    section=RecordSection(
        name="groups",
        addresses={"pl": "grupy-robocze/", "en": "working-groups/", "uk": "robochi-hrupy/"},
        title=lambda: _("Working groups"),
        feed=lambda: _("Meetings and changes of all working groups."),
        label=lambda: _("Working groups"),
    ),
    changes=ChangeWords(
        heading=lambda: _("Working groups"),
        added=lambda name: _("New working group: %(name)s", name=name),
        withdrawn=lambda name: _("Working group ended: %(name)s", name=name),
        restored=lambda name: _("Working group again: %(name)s", name=name),
    ),
    search=RecordSearch(name="group", one=lambda: _("working group"), many=lambda: _("working groups")),
    editor=InEditor(icon="groups"),
)
"""Working groups of ``data/working-groups/``."""
