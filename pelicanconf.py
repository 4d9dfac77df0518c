"""Settings of the site. Names in capitals are Pelican's or begin with PARTNERSHIP_.

Each is explained in plugins/partnership/settings.py. What the site is called, whose it is and in which languages it
speaks stands in data/site.yaml.
"""

import os

PLUGIN_PATHS = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "plugins")]
PLUGINS = ["partnership"]
PELICAN_CLASS = "partnership.Partnership"

PATH = "content"
PARTNERSHIP_DATA = "data"
THEME = "theme"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"

# The address is not decided yet; the publishing workflow sets it through the environment variable SITE_URL.
SITEURL = "https://partnerstwo.example"

DEFAULT_PAGINATION = 20
PARTNERSHIP_DATA_LICENCE = "CC BY 4.0"
