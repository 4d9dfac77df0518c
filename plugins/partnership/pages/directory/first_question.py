"""A question that the site answers, for hints where the partnership has not written any of its own."""

from __future__ import annotations

from partnership.catalogue.catalogue import Catalogue
from partnership.settings import Settings


def first_question(catalogue: Catalogue, settings: Settings, *own: str | None) -> str:
    """Return what people may type: the first service that somebody gives, else the first institution's name.

    It is empty on a site without institutions, and where one of the partnership's ``own`` sentences stands there.
    """
    if any(own) or settings.profile.texts_in(catalogue.lang).finder_example:
        return ""
    return catalogue.derived(_first)


def _first(catalogue: Catalogue) -> str:
    given = {
        one if isinstance(one, str) else one.id for listed in catalogue.active_institutions for one in listed.services
    }
    for _group, services in catalogue.service_groups:
        for service in services:
            if service.id in given:
                return service.name
    return catalogue.active_institutions[0].name if catalogue.active_institutions else ""
