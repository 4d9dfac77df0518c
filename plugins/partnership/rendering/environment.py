"""The template environment: strict, autoescaped, with the few names that templates may use."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)
from markupsafe import Markup

from partnership.chunks import NO_CACHE, ChunkCache, Rows
from partnership.items.item import Page
from partnership.items.report import with_subject
from partnership.items.site import Site
from partnership.language import (
    SOURCE_LANGUAGE,
    Translator,
    _,
    at_the_keyboard,
    english_values,
    marking,
    theme_translator,
    untranslated,
    with_thousands,
)
from partnership.locales.formats import is_right_to_left, language_in_itself, og_locale
from partnership.locales.page_marks import marked_on_page
from partnership.problems import UserError
from partnership.rendering.assets import Assets
from partnership.rendering.closures import template_digest
from partnership.rendering.filters import filters_of
from partnership.rendering.foreign import with_directions, with_languages, with_link_languages
from partnership.rendering.icons import make_icons
from partnership.rendering.quick import BYTECODE, QuickEnvironment
from partnership.rendering.trail import make_breadcrumb_list
from partnership.theme_folders import theme_folders


class LanguageLink(NamedTuple):
    """A language in the switch: ``same`` tells that the address is this page in it, not merely its home page."""

    lang: str
    name: str
    address: str
    current: bool
    same: bool


EXTENSIONS: Final = ("jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols")
"""What templates may use of Jinja besides its core."""
LONG: Final = 200
"""A shorter list is made in no more time than its parts take to be found."""


class Renderer:
    """Turns pages into bytes; one for each build and process, with the templates of each language."""

    def __init__(
        self,
        theme: Path,
        sites: Mapping[str, Site],
        assets: Assets,
        cache: Path | None = None,
        chunks: ChunkCache = NO_CACHE,
    ) -> None:
        """Set up the templates for the languages of ``sites``, the site's first language first."""
        self._sites = sites
        self._environments = {
            lang: make_environment(theme, site, assets, cache, chunks) for lang, site in sites.items()
        }
        self._first = next(iter(sites))
        # Messages without a translation are in the source language, which is written from left to right.
        self._both_directions = any(map(is_right_to_left, sites))
        self._folders = {lang: lang for lang in sites if lang != self._first} | {"": self._first}

    def render(self, page: Page) -> bytes:
        """Return the HTML of a page in its language; :class:`UserError` names file and line where a template fails."""
        with marking(marked_on_page):
            return self._rendered(page).encode()

    def _rendered(self, page: Page) -> str:
        view = page.view(*page.inputs)
        lang = page.lang or self._first
        site = self._sites[lang]
        try:
            template = self._environments[lang].get_template(page.template)
            html = template.render(
                site=site,
                page=view.head,
                view=view,
                address=page.address,
                source=page.source,
                lang=lang,
                alternates=page.alternates,
                languages=self._switch(page, lang),
            )
        except TemplateError as error:
            with at_the_keyboard():
                raise UserError(_template_message(page, error)) from error
        if len(self._sites) > 1:
            html = with_link_languages(html, lang, site.base_path, self._folders)
        html = with_languages(html, lang)
        return with_directions(html, lang) if self._both_directions else html

    def _switch(self, page: Page, lang: str) -> tuple[LanguageLink, ...]:
        """Return the site's languages as links to the same page in each, or to where a language begins."""
        if len(self._sites) < 2:
            return ()
        same = dict(page.alternates)
        return tuple(
            LanguageLink(
                lang=one,
                name=language_in_itself(one),
                address=page.address if one == lang else same.get(one) or site.address("home"),
                current=one == lang,
                same=one in same,
            )
            for one, site in self._sites.items()
        )


def _template_message(page: Page, error: TemplateError) -> str:
    if isinstance(error, TemplateNotFound):
        return _("The theme has no template “%(name)s”", name=error.name or page.template)
    place = page.template
    traceback = error.__traceback__
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            place = f"{name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    line = getattr(error, "lineno", None)
    if line is not None:
        place = f"{getattr(error, 'filename', None) or page.template}:{line}"
    return _(
        "%(place)s: the template of %(address)s fails: %(reason)s",
        place=place,
        address=page.address,
        reason=error.message or "",
    )


def make_environment(
    theme: Path, site: Site, assets: Assets, cache: Path | None = None, chunks: ChunkCache = NO_CACHE
) -> Environment:
    """Return the environment of a theme for one site.

    Compiled templates are kept in ``cache`` when it is given, and pieces of long lists in ``chunks``.
    """
    bytecode = None
    if cache is not None:
        try:
            cache.mkdir(parents=True, exist_ok=True)
            bytecode = FileSystemBytecodeCache(str(cache), BYTECODE)
        except OSError:
            bytecode = None
    environment = QuickEnvironment(
        loader=FileSystemLoader([str(folder / "templates") for folder in theme_folders(theme)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=EXTENSIONS,
        bytecode_cache=bytecode,
        auto_reload=False,
        cache_size=-1,
    )
    # Marks of languages must stay characters in JSON as well, so that they are found and taken out.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    translator = theme_translator(site.lang, *(folder / "translations" for folder in theme_folders(theme)))
    _install_messages(environment, translator)
    environment.filters.update(filters_of(site.base_path, site.lang, site.languages[0]))
    environment.globals.update(
        url=lambda address: site.base_path + address if address.startswith("/") else address,
        absolute=lambda address: site.url + address if address.startswith("/") else address,
        site=site,
        right_to_left=is_right_to_left(site.lang),
        og_locale=og_locale,
        asset=lambda name: site.base_path + assets.address(name),
        asset_absolute=lambda name: site.url + assets.address(name),
        icon=make_icons(theme, is_right_to_left(site.lang)),
        json_text=json_text,
        breadcrumb_list=make_breadcrumb_list(site, translator.gettext("Home")),
        with_subject=with_subject,
        fragment=_make_fragments(environment, site),
        listed=_make_lists(environment, site, theme, chunks),
    )
    return environment


def _install_messages(environment: Environment, translator: Translator) -> None:
    """Give templates ``_`` and ``ngettext`` as plain functions.

    Jinja's own look each message up through the page's context.
    """
    known: dict[str, Markup] = {}
    foreign: set[str] = set()

    def gettext(message: str, **values: object) -> Markup:
        text = known.get(message)
        if text is None:
            said = translator.gettext(message)
            if untranslated(message, said, translator.lang):
                foreign.add(message)
                said = marked_on_page(said, SOURCE_LANGUAGE)
            text = known[message] = Markup(said)
        if not values:
            return text
        return text % (english_values(values, translator.lang, marked_on_page) if message in foreign else values)

    def ngettext(singular: str, plural: str, n: int, **values: object) -> Markup:
        said = translator.ngettext(singular, plural, n)
        if untranslated(singular, said, translator.lang) or untranslated(plural, said, translator.lang):
            said, values = (
                marked_on_page(said, SOURCE_LANGUAGE),
                english_values(values, translator.lang, marked_on_page),
            )
        return Markup(with_thousands(said, n, translator)) % {"num": n, **values}

    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update({"_": gettext, "gettext": gettext, "ngettext": ngettext})


def _make_fragments(environment: Environment, site: Site) -> Callable[..., Markup]:
    made: dict[tuple[str, tuple[tuple[str, str], ...]], Markup] = {}

    def fragment(name: str, **given: str) -> Markup:
        """Return a template's output for what it is given.

        It knows nothing else of the page, so it is made once for the same.
        """
        key = (name, tuple(sorted(given.items())))
        if key not in made:
            made[key] = Markup(environment.get_template(name).render(site=site, **given))
        return made[key]

    return fragment


def _make_lists(environment: Environment, site: Site, theme: Path, chunks: ChunkCache) -> Callable[..., Markup]:
    closures: dict[str, bytes] = {}

    def listed(template: str, rows: Sequence[Any], name: str, **given: Any) -> Markup:
        """Return a template's output for ``rows`` and what else it is given: plain records, each with an ``id``.

        It knows nothing else of the page.  What it gives for a run of the rows of a long list is kept in the cache
        below the list's ``name``.
        """

        def output(_common: object, some: Sequence[Any]) -> str:
            return environment.get_template(template).render(site=site, rows=some, **given)

        if len(rows) < LONG:
            return Markup(output(None, rows).removesuffix("\n"))
        if template not in closures:
            closures[template] = template_digest(theme, template)
        common = (template, closures[template], site.lang, sorted(given.items()))
        pieces = chunks.chunks_of(f"list-{site.lang}-{name}", output, common, Rows.of_records(rows))
        return Markup("".join(pieces).removesuffix("\n"))

    return listed


def json_text(value: Any) -> Markup:
    """Return data as JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
