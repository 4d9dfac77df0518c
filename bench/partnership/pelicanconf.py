"""Settings of this generator in the bench: the pages that the others make, with equally small templates."""

AUTHOR = "Bench"
SITENAME = "Bench"
SITEURL = "https://bench.example"
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = "cache"
PARTNERSHIP_DATA = "data"
THEME = "theme"
TIMEZONE = "Europe/Warsaw"
DEFAULT_LANG = "pl"
DEFAULT_PAGINATION = 20
PARTNERSHIP_FEED_LENGTH = 20
PARTNERSHIP_AREAS = ["pages.news.posts", "partnership_bench.areas:plan_lists", "partnership_bench.areas:plan_feed"]
