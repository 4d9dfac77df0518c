"""Settings of the published site: those of pelicanconf.py and what differs from them."""

import os
import sys

# Pelican does not look for pelicanconf.py beside this file by itself.
sys.path.append(os.path.dirname(os.path.abspath(__file__)))

from pelicanconf import *  # noqa: F403

GITHUB_PAGES_BRANCH = "gh-pages"
PARTNERSHIP_PUBLISH_REMOTE = "origin"
