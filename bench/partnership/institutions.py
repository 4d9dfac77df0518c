"""Settings of the small site that has institutions too: a page for each and one list of all."""

import pelicanconf
from pelicanconf import *  # noqa: F403

PARTNERSHIP_AREAS = [
    *pelicanconf.PARTNERSHIP_AREAS,
    "pages.directory.institutions",
    "pages.directory.institution_types",
]
