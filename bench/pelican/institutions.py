"""Settings of the small site that has institutions too: a page for each and one list of all."""

import pelicanconf
from pelicanconf import *  # noqa: F403

PAGE_PATHS = ["institutions"]
DIRECT_TEMPLATES = [*pelicanconf.DIRECT_TEMPLATES, "institutions"]
INSTITUTIONS_SAVE_AS = "institutions/index.html"
