"""The template environment: strict, autoescaped, with the few names that templates may use."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

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
from partnership.language import Translator, _, theme_translator
from partnership.problems import UserError
from partnership.rendering.assets import Assets
from partnership.rendering.closures import template_digest
from partnership.rendering.filters import FILTERS, make_linked
from partnership.rendering.quick import BYTECODE, QuickEnvironment
from partnership.rendering.theme_folders import theme_file, theme_folders

LONG: Final = 200
"""A shorter list is made in no more time than its parts take to be found."""


class Renderer:
    """Turns pages into bytes; one for each build and process."""

    def __init__(
        self, theme: Path, site: Site, assets: Assets, cache: Path | None = None, chunks: ChunkCache = NO_CACHE
    ) -> None:
        self.site = site
        self._theme = theme
        self._environment = make_environment(theme, site, assets, cache, chunks)

    def render(self, page: Page) -> bytes:
        """Return the HTML of a page; raise :class:`UserError` when its template fails, naming file and line."""
        view = page.view(*page.inputs)
        try:
            template = self._environment.get_template(page.template)
            html = template.render(site=self.site, page=view.head, view=view, address=page.address, source=page.source)
        except TemplateNotFound as error:
            raise UserError(_("The theme has no template “%(name)s”", name=error.name or page.template)) from error
        except TemplateError as error:
            raise UserError(_template_message(page, error)) from error
        return html.encode()


def _template_message(page: Page, error: TemplateError) -> str:
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
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
        bytecode_cache=bytecode,
        auto_reload=False,
        cache_size=-1,
    )
    translator = theme_translator(site.lang, *(folder / "translations" for folder in theme_folders(theme)))
    _install_messages(environment, translator)
    environment.filters.update(FILTERS)
    environment.filters["linked"] = make_linked(site.base_path)
    environment.globals.update(
        url=lambda address: site.base_path + address if address.startswith("/") else address,
        absolute=lambda address: site.url + address if address.startswith("/") else address,
        asset=lambda name: site.base_path + assets.address(name),
        asset_absolute=lambda name: site.url + assets.address(name),
        icon=_make_icons(theme),
        json_text=json_text,
        with_subject=with_subject,
        site=site,
        fragment=_make_fragments(environment, site),
        listed=_make_lists(environment, site, theme, chunks),
    )
    return environment


def _install_messages(environment: Environment, translator: Translator) -> None:
    """Give templates ``_`` and ``ngettext`` as plain functions.

    Jinja's own look each message up through the page's context.
    """
    known: dict[str, Markup] = {}

    def gettext(message: str, **values: object) -> Markup:
        text = known.get(message)
        if text is None:
            text = known[message] = Markup(translator.gettext(message))
        return text % values if values else text

    def ngettext(singular: str, plural: str, n: int, **values: object) -> Markup:
        text = Markup(translator.ngettext(singular, plural, n))
        return text % {"num": n, **values}

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
        common = (template, closures[template], sorted(given.items()))
        pieces = chunks.chunks_of(f"list-{name}", output, common, Rows.of_records(rows))
        return Markup("".join(pieces).removesuffix("\n"))

    return listed


def _make_icons(theme: Path) -> Any:
    known: dict[str, Markup] = {}

    def icon(name: str) -> Markup:
        """Return an icon's SVG, to stand inside the page; it is decoration and hidden from assistive technology."""
        if name not in known:
            try:
                text = theme_file(theme, f"static/pictures/icons/{name}.svg").read_text(encoding="utf-8").strip()
            except OSError:
                raise UserError(_("The theme has no icon “%(name)s”", name=name)) from None
            text = re.sub(r"<\?xml.*?\?>|<!--.*?-->", "", text, flags=re.DOTALL).strip()
            known[name] = Markup(text)
        return known[name]

    return icon


def json_text(value: Any) -> Markup:
    """Return data as JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
