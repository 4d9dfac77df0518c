"""Settings of Pelican's that do nothing here, and what to use instead: told once at the start, so that nobody waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from partnership.language import _
from partnership.nearest import nearest
from partnership.patterns import pattern

_FEEDS = pattern(r"(?:.*_)?FEED_.*|.*_FEED_.*|RSS_.*")
_ADDRESSES = pattern(
    r".*_(?:SAVE_AS|URL|LANG_URL)\Z|SLUG.*|.*_SUBSTITUTIONS|PATH_METADATA|FILENAME_METADATA|ARTICLE_PERMALINK_STRUCTURE"
)
_READING = ("MARKDOWN", "READERS", "DOCUTILS_SETTINGS", "TYPOGRIFY", "TYPOGRIFY_IGNORE_TAGS", "TYPOGRIFY_OMIT_FILTERS",
            "TYPOGRIFY_DASHES", "PYGMENTS_RST_OPTIONS", "INTRASITE_LINK_REGEX", "ARTICLE_TRANSLATION_ID",
            "PAGE_TRANSLATION_ID", "FORMATTED_FIELDS")  # fmt: skip
_FOLDERS = ("ARTICLE_PATHS", "PAGE_PATHS", "ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_PATHS", "STATIC_EXCLUDES",
            "EXTRA_PATH_METADATA", "STATIC_EXCLUDE_SOURCES", "USE_FOLDER_AS_CATEGORY",
            "OUTPUT_SOURCES", "OUTPUT_SOURCES_EXTENSION", "IGNORE_FILES")  # fmt: skip
_THEME = ("THEME_STATIC_DIR", "THEME_STATIC_PATHS", "THEME_TEMPLATES_OVERRIDES", "JINJA_ENVIRONMENT", "JINJA_FILTERS",
          "JINJA_GLOBALS", "JINJA_TESTS", "CSS_FILE", "DIRECT_TEMPLATES", "TEMPLATE_PAGES",
          "TEMPLATE_EXTENSIONS")  # fmt: skip
_WORDS = ("AUTHOR", "LINKS", "SOCIAL", "MENUITEMS", "SITESUBTITLE", "GITHUB_URL", "DISPLAY_PAGES_ON_MENU",
          "DISPLAY_CATEGORIES_ON_MENU", "DATE_FORMATS", "DEFAULT_DATE_FORMAT", "LOCALE", "DEFAULT_CATEGORY",
          "DEFAULT_METADATA")  # fmt: skip
_BUILD = ("DELETE_OUTPUT_DIRECTORY", "OUTPUT_RETENTION", "LOAD_CONTENT_CACHE", "CONTENT_CACHING_LAYER", "RELATIVE_URLS",
          "WITH_FUTURE_DATES", "PAGINATED_TEMPLATES", "PAGINATION_PATTERNS", "DEFAULT_ORPHANS", "SUMMARY_MAX_LENGTH",
          "SUMMARY_END_SUFFIX", "NEWEST_FIRST_ARCHIVES", "REVERSE_CATEGORY_ORDER", "ARTICLE_ORDER_BY", "PAGE_ORDER_BY",
          "CACHE_CONTENT", "GZIP_CACHE", "CHECK_MODIFIED_METHOD", "STATIC_CREATE_LINKS", "STATIC_CHECK_IF_MODIFIED",
          "PORT", "BIND")  # fmt: skip


OURS: Final = "PARTNERSHIP_"
"""What the names of settings begin with that are not Pelican's."""


def remarks_on(names: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a sentence for each setting of Pelican's among ``names`` that does nothing here, in their order."""
    return tuple(_remarks(names))


def _remarks(names: Mapping[str, Any]) -> Iterator[str]:
    plugins = [str(one) for one in _listed(names.get("PLUGINS")) if str(one) != "partnership"]
    if plugins:
        yield _(
            "The plugins %(names)s in PLUGINS do nothing here: no page is made by Pelican. A page or file of your own "
            "is an area (docs/extend.md)",
            names=", ".join(plugins),
        )
    for name in names:
        if name.isupper() and not name.startswith(OURS) and (instead := _instead(name)):
            yield _("The setting %(name)s does nothing here; %(instead)s", name=name, instead=instead)


def unknown_settings(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence for each of ``names`` that begins like our settings and is none of the ``known`` ones."""
    own = sorted(name for name in known if name.startswith(OURS))
    return tuple(_unknown(name, own) for name in names if name.startswith(OURS) and name not in own)


def _unknown(name: str, own: list[str]) -> str:
    # What all of them begin with would make every name near to every other.
    near = nearest(name.removeprefix(OURS), [one.removeprefix(OURS) for one in own])
    if near is not None:
        return _(
            "There is no setting %(name)s, so it does nothing; did you mean %(near)s?", name=name, near=OURS + near
        )
    return _("There is no setting %(name)s, so it does nothing; these are known: %(known)s", name=name,
             known=", ".join(own))  # fmt: skip


def _listed(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list | tuple) else ()


def _instead(name: str) -> str:
    if name in _READING:
        return _("texts are Markdown as docs/redaktor.md describes it")
    if name in _FOLDERS:
        return _("the folders below content/ say what a text is, and pictures and files lie in content/media/")
    if name in _THEME:
        return _("put the file into the folder of THEME, where it takes the place of the built-in one")
    if name in _WORDS:
        return _("names and words of the site stand in data/site.yaml, the menu follows the data")
    if name in _BUILD:
        return _("the build decides it; python3 tasks.py build --help lists what can be asked for")
    if _FEEDS.fullmatch(name):
        return _("every section has its feeds, and PARTNERSHIP_FEED_LENGTH says how long they are")
    if _ADDRESSES.fullmatch(name) and name not in ("SITEURL", "GITHUB_URL"):
        return _("addresses follow from the kind of content, and old ones stand under “aliases” in a text's head")
    return ""
