"""Settings of the site. Names in capitals are Pelican's or begin with PARTNERSHIP_.

Each is explained in plugins/partnership/settings.py.
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

SITENAME = "Małopolskie Partnerstwo"
PARTNERSHIP_FULL_NAME = (
    "Partnerstwo na rzecz świadczenia usług dla inwestorów pozyskujących kadry oraz usług outplacementowych"
)
PARTNERSHIP_OFFICE = "Wojewódzki Urząd Pracy w Krakowie"
PARTNERSHIP_OFFICE_ID = "wup-krakow"
PARTNERSHIP_OFFICE_URL = "https://wupkrakow.praca.gov.pl"

# The address is not decided yet; the publishing workflow sets it through the environment variable SITE_URL.
SITEURL = "https://partnerstwo.example"

DEFAULT_LANG = "pl"
TIMEZONE = "Europe/Warsaw"
DEFAULT_PAGINATION = 20

# Never change it: subscribers' readers know every entry by ids that contain it, whatever the site's address.
PARTNERSHIP_FEED_AUTHORITY = "wup-krakow.pl"
