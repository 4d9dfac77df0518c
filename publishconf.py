"""Settings of the published site: those of pelicanconf.py and what differs from them."""

from pelicanconf import *  # noqa: F403

GITHUB_PAGES_BRANCH = "gh-pages"
PARTNERSHIP_PUBLISH_REMOTE = "origin"
